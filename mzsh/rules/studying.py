"""Study before the meeting: held together, and all that must be read (MZ507, clauses 3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.meeting import Meeting
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.model.study import Study
from mzsh.planning.presence import may_be_unreadable
from mzsh.planning.studying import group_studies, unstudied_readings
from mzsh.rules.rule import Example, rule


@rule(
    "MZ507",
    "集中学习没有开展，或必学篇目没有学全",
    clauses=("3.1-group", "3.1-content"),
    example=Example(
        "02-学习研讨/2021-12-30-党委会.md",
        good="  - 省委全会和市委全会精神\n",
        bad="",
        hits=("会议.yml:必学篇目:",),
    ),
)
def readings_studied(project: Project, meeting: Meeting) -> Iterator[Remark]:
    """会前要集中学习研讨。必学篇目在 党委会 和 中心组 上合起来学全就行，自学不算。
    会议.yml 没有列必学篇目的，照当年预设。"""
    if may_be_unreadable(project, (Study,)):
        return
    if not group_studies(project):
        hint = "学后登记，形式写 党委会 或 中心组：mzsh new study"
        yield meeting.remark_key("readings", "还没有集中学习研讨的记录", hint=hint, absent=True, clauses=("3.1-group",))
        return
    for reading in unstudied_readings(project):
        hint = "学过的写进那一次学习的“篇目”，没有学的补学后登记"
        message = f"必学篇目“{reading}”还没有集中学过"
        yield meeting.remark_key("readings", message, hint=hint, absent=True, about=reading, clauses=("3.1-content",))
