"""会前准备情况汇报: how far the preparation has come, in figures, and what is still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import preparing
from mzsh.documents.figures.as_of import as_of
from mzsh.documents.figures.outstanding import Outstanding, outstanding
from mzsh.documents.needs import BODY, MEETING_NAME, ORG, ROSTER
from mzsh.documents.paper import paper_of
from mzsh.model.meeting import Meeting
from mzsh.model.project import Project
from mzsh.planning.schedule import Schedule
from mzsh.planning.studying import required_readings, unstudied_readings
from mzsh.typesetting.chinese import cn_date


@document("brief", "会前准备情况汇报", stage="会前", needs=(MEETING_NAME, ORG, BODY, ROSTER))
def brief(project: Project, meeting: Meeting, schedule: Schedule) -> Context:
    """会前准备情况汇报：学习、征求意见、谈心谈话、材料起草和审阅办到哪一步，全用数字说，同专题报告一个数法；还没有办完的列表，
    写明谁办、哪天到期。材料不全也能出；写到当日为止，日期在后的不算。"""
    known = as_of(project, schedule.today)
    return Context(
        {
            **of_the_meeting(project),
            "title": naming.broken(
                f"{naming.body_name(meeting) or BODY.of(project)}{MEETING_NAME.of(project)}会前准备情况汇报"
            ),
            "today": schedule.today,
            "meeting_held_on": meeting.held_on,
            "days_left": (meeting.held_on - schedule.today).days if meeting.held_on else 0,
            "gap": ROSTER.gap(project),
            **_counted(known),
            "open": [
                _row(number, one, schedule.today)
                for number, one in enumerate(outstanding(known, replace(schedule, project=known)), 1)
            ],
        },
        paper_of(project, "brief", by="organization"),
    )


def _counted(project: Project) -> dict[str, object]:
    """The figures of the report's first part, and how many have prepared their criticisms."""
    names = project.meeting.member_names
    return {
        "members": len(names),
        "studies": preparing.studies(project),
        "required_readings": len(required_readings(project)),
        "unread": len(unstudied_readings(project)),
        "solicited": preparing.solicited(project),
        "opinions": preparing.opinions(project),
        "talks": preparing.talks(project),
        "has_statement": project.statement is not None,
        "materials": preparing.materials(project),
        "critics": len({one.critic for one in project.criticisms if one.critic in names}),
        "criticisms": len(project.criticisms),
    }


def _row(number: int, one: Outstanding, today: date) -> tuple[object, ...]:
    """序号 事项 责任 时限 距时限."""
    left = one.days_left(today)
    said = "" if left is None else f"还有{left}天" if left > 0 else "今天到期" if left == 0 else f"已超过{-left}天"
    return (number, one.what, "、".join(one.owners), cn_date(one.due) if one.due else "", said)
