"""报审函: the statement and the outlines go up for approval, with a list of them and how far each has come."""

from __future__ import annotations

from dataclasses import replace

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting, superior_of
from mzsh.documents.document import Context, document
from mzsh.documents.figures.submitting import submitted
from mzsh.documents.needs import BODY, MEETING_NAME, ORG, OUTLINES, ROSTER, STATEMENT, Fact
from mzsh.documents.paper import paper_of
from mzsh.model.project import Project
from mzsh.planning.schedule import Schedule

_SUPERIOR = Fact("报审函的主送机关", superior_of)
_LIST = "报审材料清单"


@document(
    "submission",
    "报审函",
    stage="会前",
    needs=(MEETING_NAME, ORG, BODY, ROSTER, STATEMENT, OUTLINES, _SUPERIOR),
)
def submission(project: Project, schedule: Schedule) -> Context:
    """报审函：班子对照检查材料和个人发言提纲报上级审定，附材料清单，写明每份材料报送、审阅、征求意见办到了哪一步（取自审阅.yml）。
    写明了印发日期的，照那一天的情况写；主送没有写的，取专题报告的主送或发来通知的机关。"""
    group = project.meeting.group or BODY.of(project)
    team, members = f"{group}对照检查材料", f"{project.profile.member_word}个人发言提纲"
    paper = paper_of(project, "submission", upward=True, form="信函", by="organization")
    listed = submitted(project, paper.date or schedule.today)
    outlines = [one for one in listed if one.member]
    title = f"{paper.agency}关于报审{group}{MEETING_NAME.of(project)}材料的函"
    return Context(
        {
            **of_the_meeting(project),
            "title": naming.broken(title),
            "meeting_held_on": project.meeting.held_on,
            "team": team,
            "members": members,
            "drafted_by": project.statement.drafted_by if project.statement else "",
            "statement": next((one for one in listed if not one.member), None),
            "outlines": outlines,
            "total": len(listed),
            "self_written": sum(one.self_written for one in outlines),
            "reviewed": sum(one.has_passed("书记审阅") for one in outlines),
            "organization": project.meeting.offices.organization,
            "gaps": {"statement": STATEMENT.gap(project), "outlines": ROSTER.gap(project) + OUTLINES.gap(project)},
            "list_name": _LIST,
        },
        replace(
            paper,
            addressee=paper.addressee or str(_SUPERIOR.of(project)),
            annexes=paper.annexes or (_LIST, team, f"{members}（{len(outlines)}份）" if outlines else members),
        ),
    )
