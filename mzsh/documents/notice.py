"""会议通知: when, where and about what the meeting is held, who comes and what each has to prepare."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import sitting
from mzsh.documents.figures.deadlines import last_day
from mzsh.documents.needs import BODY, HELD_ON, MEETING_NAME, ORG, PLACE, THEME
from mzsh.documents.paper import Paper, paper_of
from mzsh.model.meeting import Meeting
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.project import Project
from mzsh.planning.attendance import members_needed
from mzsh.planning.schedule import Schedule

_BULLETINS = "4-ag1"


@document("notice", "会议通知", stage="会前", needs=(MEETING_NAME, ORG, BODY, THEME, HELD_ON, PLACE))
def notice(project: Project, meeting: Meeting, preset: Preset, profile: BodyProfile, schedule: Schedule) -> Context:
    """会议通知：由办公室发；时间、地点、主题、人员取自会议.yml，材料准备的期限取自时间节点，已过的不写。

    文号里有“函”字的按信函格式排。
    """
    paper = paper_of(project, "notice", by="general", signed=True)
    general = meeting.offices.general
    agency = naming.joined(meeting.org, general) if meeting.org and general else ORG.of(project)
    members, day = meeting.member_names, paper.date or schedule.today
    return Context(
        {
            "title": naming.broken(
                f"{agency}关于召开{meeting.group or BODY.of(project)}{MEETING_NAME.of(project)}的通知"
            ),
            **of_the_meeting(project),
            "place_gap": "" if meeting.session.place else f"【待补：{PLACE.name}】",
            **sitting.told(meeting),
            "members": members,
            "observers": sitting.observers(meeting),
            "supervisors": sitting.supervisors(meeting),
            "agenda": [naming.without_stop(naming.filled(item.text or item.name, project)) for item in preset.agenda],
            "every_bulletin": preset.bulletins if any(item.duty == "通报" for item in preset.agenda) else (),
            "bulletins_by": _owner(schedule, _BULLETINS, day),
            "due": {
                "submit": _still_due(schedule, "3.4-submit", day),
                "bulletins": _still_due(schedule, _BULLETINS, day),
            },
            "submitter": profile.submitter,
            "offices": meeting.offices,
            "quorum": members_needed(project, profile) if members else 0,
        },
        _addressed(paper, project),
    )


def _addressed(paper: Paper, project: Project) -> Paper:
    """The paper to whom 公文 addresses it, else to those who are to come, by the roster."""
    if paper.addressee or not project.meeting.member_names:
        return paper
    posts = "、".join(dict.fromkeys(one.post for one in sitting.observers(project.meeting) if one.post))
    return replace(paper, addressee=f"各位{project.profile.member_word}" + (f"，{posts}" if posts else ""))


def _still_due(schedule: Schedule, clause: str, day: date) -> date | None:
    """The day for a clause, where it is not over when the notice goes out."""
    due = last_day(schedule, (clause,))
    return due if due and due >= day else None


def _owner(schedule: Schedule, clause: str, day: date) -> str:
    """Whose a clause is by its milestone, while it is still due."""
    owners = (one.owner for one, _ in schedule.milestones if one.clause == clause and one.owner)
    return naming.filled(next(owners, ""), schedule.project) if _still_due(schedule, clause, day) else ""
