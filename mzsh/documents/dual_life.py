"""双重组织生活登记表: the body's meeting, one's own branch's, and the body that one guides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import sitting
from mzsh.documents.needs import BODY, MEETING_NAME, ROSTER
from mzsh.model.meeting import Meeting, Member
from mzsh.model.project import Project
from mzsh.model.rectification import DualLife, DualLifeRow
from mzsh.typesetting.chinese import cn_month_day
from mzsh.typesetting.escaping import MERGED_UP, Markdown


@document("dual-life", "双重组织生活登记表", stage="会后", landscape=True, needs=(MEETING_NAME, BODY, ROSTER))
def dual_life(project: Project, meeting: Meeting, register: DualLife | None) -> Context:
    """双重组织生活登记表，名册上一人一行：参加班子会（照会议记录）、参加所在支部组织生活会、指导联系点民主生活会；
    还没有参加的空着，可以打印出来手填。"""
    found = {name: _rows_of(register, name) for name in meeting.member_names}
    members = [member for name in meeting.member_names if (member := meeting.member(name))]
    return Context(
        {
            **of_the_meeting(project),
            "title": naming.broken(f"{naming.body_name(meeting) or BODY.of(project)}成员双重组织生活登记表"),
            "gap": ROSTER.gap(project),
            "total": len(members),
            "present": sitting.present(project),
            "in_branch": sum(any(row.branch_date for row in rows) for rows in found.values()),
            "linked": sum(any(row.guided_unit for row in found[one.name]) or bool(one.linked_unit) for one in members),
            "guided": sum(any(row.guided_date for row in rows) for rows in found.values()),
            "rows": [
                row
                for number, member in enumerate(members, 1)
                for row in _rows(number, member, found[member.name], _attended(project, member.name))
            ],
        }
    )


def _rows_of(register: DualLife | None, name: str) -> list[DualLifeRow]:
    return [row for row in register.items if row.name == name] if register else []


def _attended(project: Project, name: str) -> str:
    """Whether he was at the body's meeting, as the minutes say; nothing before there are any."""
    minutes = project.minutes
    if minutes is None:
        return ""
    if name in minutes.attended:
        day = minutes.date or project.meeting.held_on
        return f"{_day(day)}\n参加" if day else "参加"
    absence = next((one for one in sitting.absences(project) if one.name == name), None)
    if absence is None:
        return ""
    return f"请假\n（{absence.reason}）" if absence.reason else "请假"


def _rows(number: int, member: Member, rows: list[DualLifeRow], attended: str) -> Iterator[tuple[object, ...]]:
    """序号 姓名 职务 班子会 支部 支部会日期 联系点 指导日期 点评; who guided twice has two rows under one name."""
    up = Markdown(MERGED_UP)
    for place, row in enumerate(rows or [DualLifeRow()]):
        head: tuple[object, ...] = (number, member.name, member.post, attended, member.branch)
        yield (
            *(head if place == 0 else (up,) * len(head)),
            _day(row.branch_date),
            row.guided_unit or member.linked_unit,
            _day(row.guided_date),
            row.remarks,
        )


def _day(day: date | None) -> str:
    """A day in two lines, the year above."""
    return f"{day.year}年\n{cn_month_day(day)}" if day else ""
