"""方案请示: the plan of the meeting, submitted to the superior for approval before the meeting."""

from __future__ import annotations

from dataclasses import replace

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting, superior_of
from mzsh.documents.document import Context, document
from mzsh.documents.figures import sitting
from mzsh.documents.needs import BODY, HELD_ON, MEETING_NAME, ORG, THEME, Fact
from mzsh.documents.paper import paper_of
from mzsh.model.meeting import Meeting
from mzsh.model.preset import Preset
from mzsh.model.project import Project

SUPERIOR = Fact("请示的主送机关", superior_of)


@document("plan-request", "方案请示", stage="会前", needs=(MEETING_NAME, ORG, BODY, THEME, HELD_ON, SUPERIOR))
def plan_request(project: Project, meeting: Meeting, preset: Preset) -> Context:
    """方案请示：把会议的主题、时间、人员、议程报上级审批，附实施方案；一文一事，以“妥否，请批示”结尾。

    主送在“公文”的 plan-request 里写；没有写的，取报审函或专题报告的主送，再没有就取发来通知的机关。
    """
    name = f"{naming.body_name(meeting) or BODY.of(project)}{MEETING_NAME.of(project)}实施方案"
    paper = paper_of(project, "plan-request", upward=True, annexes=(name,))
    title = f"{ORG.of(project)}关于报批{MEETING_NAME.of(project)}实施方案的请示"
    return Context(
        {
            "title": naming.broken(title),
            **of_the_meeting(project),
            "plan_name": name,
            **sitting.told(meeting),
            "areas": [naming.without_stop(area.short or area.full) for area in preset.areas if area.short or area.full],
            "chair": meeting.secretary.name if meeting.secretary else "",
            "members": meeting.member_names,
            "observers": sitting.observers(meeting),
            "supervised": bool(sitting.supervisors(meeting)),
            "agenda": [naming.without_stop(naming.filled(item.text or item.name, project)) for item in preset.agenda],
        },
        replace(paper, addressee=paper.addressee or str(SUPERIOR.of(project))),
    )
