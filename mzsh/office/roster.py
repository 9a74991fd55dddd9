"""The roster (名册) from an .xlsx, a .csv, or lines typed at the terminal, as members of the body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mzsh.errors import MzshError
from mzsh.model.meeting import Charge, Member
from mzsh.office.sheets import Row, cleaned, read_rows

_HEADERS: Mapping[str, tuple[str, ...]] = {
    "name": ("姓名", "名字"),
    "post": ("职务", "现任职务", "职务职级"),
    "role": ("角色", "班子角色"),
    "units": ("分管单位", "分管", "分管部门", "分管单位部门"),
    "heads": ("负责人", "分管单位负责人", "主要负责人", "单位负责人", "分管单位主要负责人", "主要负责同志"),
    "branch": ("支部", "所在支部", "所在党支部", "党支部"),
    "branch_delegate": ("支部代表", "党员代表", "支部党员代表"),
    "linked_unit": ("联系点", "党建联系点", "党建工作联系点"),
    "office": ("报送单位", "报送"),
}
_HEADER_ROWS = 10
_HAN_BLANKS = re.compile(r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])\s+(?=[\u3400-\u9fff\U00020000-\U0003ffff])")
_LIST = re.compile(r"[、；;，,\n/]\s*(?![^（(]*[）)])")
_HEADED = re.compile(r"(.+?)\s*(?:[（(]([^（）()]+)[）)]|[:：]\s*(.+))")
_UNIT = re.compile(r"[局委办厅部院会室科处]$|中心$")
_OTHER_SECRETARIES = re.compile(r"副书记|(?:纪委|政法委|工委|团委|纪检[^、，]*)书记")
_TITLE = re.compile(r"^[^·]{5,}$|[：:、（(]")
_SUMS = frozenset({"合计", "总计", "小计", "共计", "备注", "说明", "注"})


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table whose header row has been found; `columns` say in which column each field stands."""

    name: str
    columns: Mapping[str, int]
    rows: Sequence[tuple[int, Row]]

    def cell(self, row: Row, field: str) -> str:
        """A field of a row; empty where the table has no such column."""
        column = self.columns.get(field)
        return row[column] if column is not None and column < len(row) else ""

    def mistake(self, number: int, field: str, what: str, hint: str = "") -> MzshError:
        """An error at a row and column, named as a person counts them."""
        column = self.columns.get(field)
        where = f"“{_HEADERS[field][0]}”（第{column + 1}列）" if column is not None else f"“{_HEADERS[field][0]}”"
        return MzshError(f"{self.name} 第{number}行{where}：{what}", hint=hint)


def read_roster(path: Path) -> tuple[Member, ...]:
    """The members in the order of the table. MzshError names file, row and column of what cannot be read."""
    sheet = _sheet(path.name, read_rows(path))
    members: dict[str, tuple[int, Member]] = {}
    last = ""
    for number, row in sheet.rows:
        name, charges = person(sheet.cell(row, "name")), _charges(sheet, number, row)
        if not name and last and charges and not sheet.cell(row, "post"):
            members[last] = (members[last][0], _with_more(members[last][1], charges))
        elif not name and sheet.cell(row, "post"):
            raise sheet.mistake(number, "name", "有职务，没有姓名")
        elif name and not _is_no_person(row, name):
            _refuse_second(sheet, number, row, members)
            members[name] = (number, _member(sheet, number, row, charges))
            last = name
    if not members:
        raise MzshError(f"{path.name} 里没有名单", hint="第一行写 姓名、职务、角色、分管单位、负责人 等，下面一人一行")
    return with_secretary([member for _, member in members.values()])


def typed_member(line: str) -> Member | None:
    """A member from a typed line `姓名 职务`, a surname apart from the rest too; None for an empty line."""
    words = re.split(r"[\s，,]+", cleaned(line))
    if len(words) > 1 and len(words[0]) == 1 and len(words[1]) <= 2:
        words[:2] = [words[0] + words[1]]
    return Member(name=words[0], post="".join(words[1:])) if words[0] else None


def with_secretary(members: Sequence[Member]) -> tuple[Member, ...]:
    """The members with a secretary among them: as the table says, else the first whose post is that of one."""
    if any(member.is_secretary for member in members):
        return tuple(members)
    posts = [member.post for member in members]
    likely = [n for n, post in enumerate(posts) if "书记" in _OTHER_SECRETARIES.sub("", post)]
    likely += [n for n, post in enumerate(posts) if "书记" in post.replace("副书记", "")]
    if not likely:
        return tuple(members)
    return tuple(m.model_copy(update={"role": "书记"}) if n == likely[0] else m for n, m in enumerate(members))


def person(text: str) -> str:
    """A name without the blanks that tables put into it: 张 三 is 张三."""
    return " ".join(_HAN_BLANKS.sub("", text).split())


def _sheet(name: str, rows: Sequence[Row]) -> _Sheet:
    for index, row in enumerate(rows[:_HEADER_ROWS]):
        columns = _columns(row)
        if "name" in columns:
            following = [(number, cells) for number, cells in enumerate(rows[index + 1 :], index + 2) if any(cells)]
            return _Sheet(name, columns, following)
    raise MzshError(
        f"{name} 的前 {_HEADER_ROWS} 行里没有“姓名”这一列",
        hint="表头写 姓名、职务、角色、分管单位、负责人、支部、支部代表、联系点、报送单位",
    )


def _columns(row: Row) -> dict[str, int]:
    headers = [re.sub(r"[\s、/（）()]", "", cell) for cell in row]
    return {
        field: next(index for index, header in enumerate(headers) if header in names)
        for field, names in _HEADERS.items()
        if any(header in names for header in headers)
    }


def _is_no_person(row: Row, name: str) -> bool:
    """A title across merged cells, or a line of sums."""
    alone = sum(bool(cell) for cell in row) == 1
    sums = any(cell.rstrip("：:") in _SUMS - {"备注", "说明", "注"} for cell in row) or name.rstrip("：:") in _SUMS
    return sums or any(char.isdigit() for char in name) or (alone and bool(_TITLE.search(name)))


def _refuse_second(sheet: _Sheet, number: int, row: Row, members: Mapping[str, tuple[int, Member]]) -> None:
    """One name stands for one person, and there is one secretary."""
    name = person(sheet.cell(row, "name"))
    if name in members:
        hint = "同名的两个人请加注，如 张伟（甲）、张伟（乙）"
        raise sheet.mistake(number, "name", f"“{name}”与第{members[name][0]}行重复", hint)
    first = next((line for line, member in members.values() if member.is_secretary), None)
    if first is not None and sheet.cell(row, "role") == "书记":
        raise sheet.mistake(number, "role", f"“书记”只能有一人，第{first}行已经写了")


def _member(sheet: _Sheet, number: int, row: Row, charges: tuple[Charge, ...]) -> Member:
    role = sheet.cell(row, "role")
    if role not in ("", "书记", "成员"):
        raise sheet.mistake(number, "role", f"“{role}”不认识", "只能写 书记 或 成员，也可以空着")
    return Member(
        name=person(sheet.cell(row, "name")),
        post=" ".join(sheet.cell(row, "post").split()),
        role="书记" if role == "书记" else "成员",
        in_charge=charges,
        branch=sheet.cell(row, "branch"),
        branch_delegate=person(sheet.cell(row, "branch_delegate")),
        linked_unit=sheet.cell(row, "linked_unit"),
        office=sheet.cell(row, "office"),
    )


def _with_more(member: Member, charges: tuple[Charge, ...]) -> Member:
    """A row below a merged name: more units of the same member."""
    return member.model_copy(update={"in_charge": (*member.in_charge, *charges)})


def _charges(sheet: _Sheet, number: int, row: Row) -> tuple[Charge, ...]:
    """Units and heads: 单位（负责人）, 单位:负责人, or as many names in the next column."""
    charges = [_charge(unit) for unit in _split(sheet.cell(row, "units"))]
    heads = _split(sheet.cell(row, "heads"))
    bare = sum(not charge.head for charge in charges)
    if heads and len(heads) != bare:
        what = f"{len(heads)} 位负责人对不上 {bare} 个分管单位"
        raise sheet.mistake(number, "heads", what, "一一对应，用“、”隔开；也可以写成 市财政局（姓名）")
    left = iter(heads)
    return tuple(charge if charge.head else Charge(unit=charge.unit, head=person(next(left, ""))) for charge in charges)


def _charge(unit: str) -> Charge:
    """A unit with its head behind it; brackets that hold no name belong to the unit."""
    headed = _HEADED.fullmatch(unit)
    head = person(headed[2] or headed[3]) if headed else ""
    return Charge(unit=unit) if not headed or _UNIT.search(head) else Charge(unit=headed[1], head=head)


def _split(cell: str) -> list[str]:
    return [part.strip() for part in _LIST.split(cell) if part.strip()]
