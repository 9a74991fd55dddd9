"""Dual organisational life (双重组织生活): one's own branch, and the body that one guides (MZ711, clauses 5.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mzsh.model.meeting import Member
from mzsh.model.project import Project
from mzsh.model.rectification import DualLife, DualLifeRow
from mzsh.model.remark import Remark
from mzsh.planning.presence import may_be_unreadable
from mzsh.rules.rule import Example, rule

_CLAUSES = ("5.3-branch", "5.3-guide")


@rule(
    "MZ711",
    "双重组织生活不全",
    clauses=_CLAUSES,
    example=Example(
        "10-整改/双重组织生活.yml",
        good="支部会日期: 2022-01-24, ",
        bad="",
        hits=("{姓名: 李明, 指导单位",),
    ),
)
def dual_life_complete(project: Project) -> Iterator[Remark]:
    """每名成员会后要参加所在支部的组织生活会；有联系点的，还要指导联系点的民主生活会。两个日期都登记在双重组织生活里。"""
    register = project.dual_life
    if register is None:
        if not may_be_unreadable(project, (DualLife,)):
            hint = "运行 mzsh new dual_life"
            yield project.meeting.remark("group", "还没有双重组织生活的登记", hint=hint, absent=True)
        return
    names = project.meeting.member_names
    rows = {name: [row for row in register.items if row.name == name] for name in names}
    strays = [row for row in register.items if row.name not in names and (row.name or row.at.refused)]
    missing = [name for name in names if not rows[name]]
    refused = any("items" in one.at.refused or one.source.has_doubled_keys for one in project.of(DualLife))
    for name in missing if len(missing) > len(strays) and not refused else ():
        yield register.remark_key("items", f"没有{name}的双重组织生活", hint="参加后登记一行", absent=True, about=name)
    for member in project.meeting.members:
        if rows.get(member.name):
            yield from _lacking(member, rows[member.name])


def _lacking(member: Member, rows: Sequence[DualLifeRow]) -> Iterator[Remark]:
    """The dates that a member's rows lack; of one that was refused (MZ007, MZ008) nothing is said."""
    wanted = [("branch_date", "没有写参加支部组织生活会的日期", _CLAUSES[:1])]
    if member.linked_unit:
        wanted.append(("guided_date", f"没有写指导{member.linked_unit}民主生活会的日期", _CLAUSES[1:]))
    for field, what, clauses in wanted:
        if not any(getattr(row, field) or field in row.at.refused for row in rows):
            about = f"{member.name} {clauses[0]}"
            yield rows[0].remark(field, f"{member.name}{what}", absent=True, about=about, clauses=clauses)
