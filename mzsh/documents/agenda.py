"""会议议程: the items of the year's preset, with the bulletins and the order in which the members speak."""

from __future__ import annotations

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import sitting
from mzsh.documents.needs import AGENDA, BODY, HELD_ON, MEETING_NAME, THEME
from mzsh.documents.paper import paper_of
from mzsh.model.meeting import Meeting
from mzsh.model.preset import Preset
from mzsh.model.project import Project


@document("agenda", "会议议程", stage="会上", needs=(MEETING_NAME, BODY, THEME, HELD_ON, AGENDA))
def agenda(project: Project, meeting: Meeting, preset: Preset) -> Context:
    """会议议程：各项议程和通报事项取自年度预设，时间、地点、人员取自会议.yml；发言顺序书记在前，会议记录写了的照会议记录。"""
    body = naming.body_name(meeting) or BODY.of(project)
    return Context(
        {
            "title": naming.broken(f"{body}{MEETING_NAME.of(project)}议程"),
            **of_the_meeting(project),
            **sitting.told(meeting),
            "chair": sitting.chair(project),
            "present": sitting.attending(project),
            "observers": sitting.observers(meeting),
            "supervisors": sitting.supervisors(meeting),
            "items": [
                {"text": naming.without_stop(naming.filled(item.text or item.name, project)), "duty": item.duty}
                for item in preset.agenda
            ],
            "every_bulletin": preset.bulletins,
            "speakers": sitting.speaking_order(project),
            "gap": AGENDA.gap(project),
        },
        paper_of(project, "agenda"),
    )
