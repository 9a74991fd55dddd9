"""征求意见情况通报: the written bulletin to the meeting: how opinions were asked for, how many came, what they say."""

from __future__ import annotations

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.feedback import GIVERS_KEPT
from mzsh.documents.figures import opining, preparing
from mzsh.documents.needs import BODY, MEETING_NAME, OPINIONS, SUMMARIES
from mzsh.documents.paper import paper_of
from mzsh.documents.report import area_label
from mzsh.model.meeting import Meeting
from mzsh.model.preset import Preset
from mzsh.model.project import Project


@document(
    "opinion-bulletin",
    "征求意见情况通报",
    stage="会前",
    needs=(MEETING_NAME, BODY, OPINIONS, SUMMARIES),
    gate=GIVERS_KEPT,
)
def opinion_bulletin(project: Project, meeting: Meeting, preset: Preset) -> Context:
    """征求意见情况通报：发函、座谈、走访的次数，各渠道的条数，归并后按方面写的意见；数字同专题报告一致。
    写的是归并后的意见，不引原话，不写谁提的；对成员的意见不点名，点名的在各人的反馈单里。"""
    opinions = preparing.opinions(project)
    return Context(
        {
            **of_the_meeting(project),
            "title": naming.broken(
                f"{naming.body_name(meeting) or BODY.of(project)}{MEETING_NAME.of(project)}征求意见情况通报"
            ),
            "organization": meeting.offices.organization,
            "solicited": preparing.solicited(project),
            "opinions": opinions,
            "handled": opining.handled(project),
            "unmerged": len(opining.unmerged(project)),
            "areas": [
                {
                    "title": area_label(_heading(one.number, preset)),
                    "team": _texts(one.team),
                    "members": _texts(one.members),
                    "others": _texts(one.others),
                }
                for one in opining.by_area(project)
            ],
            "gap": OPINIONS.gap(project),
            "summaries_gap": SUMMARIES.gap(project),
        },
        paper_of(project, "opinion-bulletin", by="organization"),
    )


def _heading(number: int | None, preset: Preset) -> str:
    if number is None:
        return "其他方面"
    heading = preset.heading(number)
    return heading.short or heading.full


def _texts(texts: tuple[str, ...]) -> list[str]:
    return [naming.without_stop(text) for text in texts]
