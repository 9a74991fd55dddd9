"""征求意见情况通报: the written bulletin to the meeting: how opinions were asked for, how many came, what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.feedback import GIVERS_KEPT
from mzsh.documents.figures import opining, preparing
from mzsh.documents.figures.opining import Said
from mzsh.documents.needs import BODY, MEETING_NAME, OPINIONS, SUMMARIES, Materials
from mzsh.documents.paper import paper_of
from mzsh.documents.report import area_label
from mzsh.model.meeting import Meeting
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.planning.unpublished import Inside
from mzsh.wording.critics import named_in


def _unfit(project: Project) -> dict[int, str]:
    """What cannot be read out as it stands, by its summary: it names a member, or repeats an opinion's own words."""
    inside, members = Inside(project), project.meeting.member_names
    found: dict[int, str] = {}
    for number, summary in enumerate(project.summaries, 1):
        which = f"归并{summary.id or f'第{number}条'}"
        if named_in(summary.text, members):
            found[id(summary)] = f"{which}不点名的说法（现在点了名）"
        elif inside.quotes_an_opinion(summary.text):
            found[id(summary)] = f"{which}概括的说法（现在照抄原话）"
    return found


_FIT = Materials(lambda project: _unfit(project).values())


@document(
    "opinion-bulletin",
    "征求意见情况通报",
    stage="会前",
    needs=(MEETING_NAME, BODY, OPINIONS, SUMMARIES, _FIT),
    gate=GIVERS_KEPT,
)
def opinion_bulletin(project: Project, meeting: Meeting, preset: Preset) -> Context:
    """征求意见情况通报：发函、座谈、走访的次数，各渠道的条数，归并后按方面写的意见；数字同专题报告一致。
    写的是归并后的意见，不引原话，不写谁提的；对成员的意见不点名，点名的在各人的反馈单里。归并的内容点了成员的名、
    整句照抄原话的不出，说明是哪一条，改了再出。"""
    opinions, unfit = preparing.opinions(project), _unfit(project)
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
                    "team": _texts(one.team, unfit),
                    "members": _texts(one.members, unfit),
                    "others": _texts(one.others, unfit),
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


def _texts(said: Iterable[Said], unfit: Mapping[int, str]) -> list[str]:
    """What is read out; a draft marks what has to be worded otherwise and does not say it."""
    return [
        f"【待补：{unfit[id(one.summary)]}】" if id(one.summary) in unfit else naming.without_stop(one.text)
        for one in said
    ]
