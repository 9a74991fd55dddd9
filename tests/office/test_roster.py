from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from mzsh.errors import MzshError
from mzsh.model.meeting import Charge, Member
from mzsh.office.roster import read_roster, typed_member, with_secretary

FULL = """\
姓名,职务,角色,分管单位,负责人,支部,支部代表,联系点,报送单位
张 卫国,市委书记,书记,市委办公室、市委政研室,宋启明、邹文博,第一党支部,郑晓岚,青石镇党委,市委办公室
李明,市委副书记、市长,成员,市财政局（陆海涛）；市审计局:孟 昭,,第二党支部,许立新,开发区党工委,市政府办公室
"""


def members(table: str, folder: Path, *, encoding: str = "utf-8", name: str = "名册.csv") -> tuple[Member, ...]:
    path = folder / name
    path.write_bytes(table.encode(encoding))
    return read_roster(path)


def refusal(table: str, folder: Path) -> str:
    with pytest.raises(MzshError) as refused:
        members(table, folder)
    return str(refused.value)


def workbook(rows: list[list[object]], folder: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(folder / "名册.xlsx")
    return folder / "名册.xlsx"


ROSTER = (
    Member(
        name="张卫国",
        post="市委书记",
        role="书记",
        in_charge=(Charge(unit="市委办公室", head="宋启明"), Charge(unit="市委政研室", head="邹文博")),
        branch="第一党支部",
        branch_delegate="郑晓岚",
        linked_unit="青石镇党委",
        office="市委办公室",
    ),
    Member(
        name="李明",
        post="市委副书记、市长",
        in_charge=(Charge(unit="市财政局", head="陆海涛"), Charge(unit="市审计局", head="孟昭")),
        branch="第二党支部",
        branch_delegate="许立新",
        linked_unit="开发区党工委",
        office="市政府办公室",
    ),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_column_in_every_encoding(tmp_path: Path, encoding: str, separator: str) -> None:
    assert members(FULL.replace(",", separator), tmp_path, encoding=encoding) == ROSTER


def test_a_workbook_with_a_title_blank_rows_and_a_merged_name(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["市委常委班子名册（2022年1月）"],
        [None],
        ["序号", "姓 名", "现任职务", "分管部门", "主要负责同志", "所在党支部", "支部党员代表", "党建联系点", "报送"],
        [1, "张　卫国", "市委书记", "市委办公室", "宋启明", "第一党支部", "郑晓岚", "青石镇党委", "市委办公室"],
        [None, None, None, "市委政研室", "邹文博"],
        [None],
        [2, "李明", "市委副书记、市长", "市财政局（陆海涛）、市审计局", "孟昭", "第二党支部", "许立新"],
        [None, "合计", "2人"],
    ]

    found = read_roster(workbook(rows, tmp_path))

    lacking = {"linked_unit": "", "office": ""}
    assert found == (ROSTER[0], ROSTER[1].model_copy(update=lacking))


def test_title_rows_between_people_are_skipped(tmp_path: Path) -> None:
    table = "姓名,职务\n一、市委常委,\n张卫国,市委书记\n（以下空白）,\n"

    assert [member.name for member in members(table, tmp_path)] == ["张卫国"]


@pytest.mark.parametrize(
    ("posts", "secretary"),
    [
        (["市委书记", "市委副书记、市长"], 0),
        (["市长、市委副书记", "市纪委书记", "市委书记"], 2),
        (["市委副书记、政法委书记", "区长"], 0),
        (["党工委书记", "管委会主任"], 0),
        (["董事长", "总经理"], None),
    ],
)
def test_the_secretary_is_known_by_his_post(posts: list[str], secretary: int | None) -> None:
    people = with_secretary([Member(name=f"某{number}", post=post) for number, post in enumerate(posts)])

    assert [number for number, member in enumerate(people) if member.is_secretary] == (
        [] if secretary is None else [secretary]
    )


def test_a_secretary_that_the_table_names_is_taken(tmp_path: Path) -> None:
    found = members("姓名,职务,角色\n甲某,市委书记,\n乙某,代理书记,书记\n", tmp_path)

    assert [member.role for member in found] == ["成员", "书记"]


def test_brackets_that_hold_no_name_belong_to_the_unit(tmp_path: Path) -> None:
    found = members("姓名,职务,分管单位\n甲某,书记,市发改委（市粮食局）\n", tmp_path)

    assert found[0].in_charge == (Charge(unit="市发改委（市粮食局）"),)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("职务,电话\n书记,1\n", "名册.csv 的前 10 行里没有“姓名”这一列"),
        ("姓名,职务\n", "名册.csv 里没有名单"),
        ("姓名,职务\n甲某,书记\n,市长\n", "名册.csv 第3行“姓名”（第1列）：有职务，没有姓名"),
        ("姓名,职务\n甲某,书记\n乙某,市长\n甲 某,部长\n", "名册.csv 第4行“姓名”（第1列）：“甲某”与第2行重复"),
        ("姓名,职务,角色\n甲某,书记,组长\n", "名册.csv 第2行“角色”（第3列）：“组长”不认识"),
        (
            "姓名,职务,角色\n甲某,书记,书记\n乙某,书记,书记\n",
            "名册.csv 第3行“角色”（第3列）：“书记”只能有一人，第2行已经写了",
        ),
        (
            "姓名,分管单位,负责人\n甲某,财政局、审计局,丁某\n",
            "名册.csv 第2行“负责人”（第3列）：1 位负责人对不上 2 个分管单位",
        ),
    ],
)
def test_a_mistake_is_told_with_file_row_and_column(tmp_path: Path, table: str, message: str) -> None:
    assert refusal(table, tmp_path) == message


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("名册.xls", b"\xd0\xcf\x11\xe0", "名册.xls 是旧的 .xls 格式"),
        ("名册.docx", b"PK", "读不了 名册.docx：只认 .xlsx 和 .csv"),
        ("名册.xlsx", b"not a zip", "名册.xlsx 不是能读的 .xlsx 文件"),
        ("名册.xlsx", b"PK\x03\x04 broken", "名册.xlsx 不是能读的 .xlsx 文件"),
        ("名册.csv", b"\x00\x01\x02\x03", "读不了 名册.csv：文件里有空字符（NUL），不是文本文件"),
    ],
)
def test_a_file_that_is_no_table(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(MzshError) as refused:
        read_roster(tmp_path / name)

    assert str(refused.value) == message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MzshError, match=r"没有“.*名册\.csv”这个文件"):
        read_roster(tmp_path / "名册.csv")


@pytest.mark.parametrize(
    ("line", "member"),
    [
        ("张卫国 市委书记", Member(name="张卫国", post="市委书记")),
        ("张 三　市委常委、 组织部部长", Member(name="张三", post="市委常委、组织部部长")),
        ("张 卫国 市委书记", Member(name="张卫国", post="市委书记")),
        ("张三，市长", Member(name="张三", post="市长")),
        ("张卫国", Member(name="张卫国")),
        ("阿卜杜·热依木 副市长", Member(name="阿卜杜·热依木", post="副市长")),
        ("   ", None),
    ],
)
def test_a_typed_line(line: str, member: Member | None) -> None:
    assert typed_member(line) == member


def test_a_row_of_sums_is_nobody_wherever_it_says_so(tmp_path: Path) -> None:
    table = "序号,姓名,职务\n1,张卫国,市委书记\n2,李明,市长\n合计,2人,\n"

    assert [member.name for member in members(table, tmp_path)] == ["张卫国", "李明"]
