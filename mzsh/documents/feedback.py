"""意见反馈单: what was said of one member and of the team, told to him; nobody who said it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import opining
from mzsh.documents.figures.opining import Said
from mzsh.documents.gate import Gate
from mzsh.documents.needs import BODY, MEETING_NAME, RECEIVED
from mzsh.documents.paper import paper_of
from mzsh.documents.subjects import MEMBER
from mzsh.model.meeting import Meeting, Member
from mzsh.model.opinions import Opinions
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.model.values import TEAM

GIVERS_KEPT = Gate(rules=("MZ406", "MZ407"), sources=(Opinions,))
"""What keeps inside a paper that tells opinions: a giver who can be known."""
_BLANK_DAY = "年　　月　　日"


@document(
    "feedback", "意见反馈单", stage="会前", one_per=MEMBER, needs=(MEETING_NAME, BODY, RECEIVED), gate=GIVERS_KEPT
)
def feedback(project: Project, meeting: Meeting, preset: Preset, member: Member) -> Context:
    """意见反馈单，一人一份：对本人的意见和对班子的意见，归并的写归并后的，没有归并的照原话；不写渠道、来源和编号。
    没有人提意见的也出，由本人签收。"""
    told = opining.told_to(project, member.name)
    paper = paper_of(project, "feedback", by="organization")
    return Context(
        {
            **of_the_meeting(project),
            "title": "意见反馈单",
            "organization": meeting.offices.organization or "组织部门",
            "gap": RECEIVED.gap(project),
            "own": _rows(told.own, (member.name, TEAM), preset),
            "team": _rows(told.team, (TEAM, member.name), preset),
            "must_explain": any(one.to_explain(member.name) for one in (*told.own, *told.team)),
            "signing": [("本人签收", "", "签收日期", _acknowledged(project, member.name) or _BLANK_DAY)],
        },
        replace(paper, addressee=f"{member.name}同志"),
    )


_EXPLAINED_BY = {TEAM: "班子说明"}


def _rows(said: Iterable[Said], owners: tuple[str, str], preset: Preset) -> list[tuple[object, ...]]:
    """序号 方面 意见建议 需说明: by the member himself or the team, of whom an opinion in it speaks."""
    return [
        (
            number,
            naming.area_name(one.area, preset),
            naming.without_stop(one.text),
            next((_EXPLAINED_BY.get(owner, "本人说明") for owner in owners if one.to_explain(owner)), "否"),
        )
        for number, one in enumerate(said, 1)
    ]


def _acknowledged(project: Project, member: str) -> date | None:
    """When he signed for it, where that was recorded."""
    entries = (entry for register in project.of(Opinions) for entry in register.feedback)
    return next((one.acknowledged for one in entries if one.member == member and one.acknowledged), None)
