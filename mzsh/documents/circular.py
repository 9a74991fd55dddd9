"""情况通报: what lower bodies are told of the meeting; nobody who criticised, was criticised or gave an opinion."""

from __future__ import annotations

from mzsh.documents import naming, needs
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import criticising, holding, preparing, rectifying
from mzsh.documents.gate import Gate
from mzsh.documents.held import held
from mzsh.documents.own_words import own_words
from mzsh.documents.paper import Issuer, paper_of
from mzsh.documents.placing import Places, placed
from mzsh.documents.report import area_label
from mzsh.model.examination import Statement
from mzsh.model.meeting import Meeting
from mzsh.model.papers import Circular
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.model.rectification import Rectification
from mzsh.planning.schedule import Schedule

_PLACES: Places = {
    "session": ("召开情况", "会议情况", "会议召开"),
    "problems": ("查摆", "主要问题", "突出问题", "存在问题", "存在的问题"),
    "criticism": ("批评",),
    "measures": ("整改", "下一步"),
}
_LAST_YEAR = ("上年", "上一年", "去年")
_OFFICE_NUMBER = "办"


@document(
    "circular",
    "情况通报",
    stage="会后",
    needs=(
        needs.MEETING_NAME,
        needs.ORG,
        needs.BODY,
        needs.THEME,
        needs.HELD_ON,
        needs.ROSTER,
        needs.STATEMENT,
        needs.OUTLINES,
        needs.MINUTES,
        needs.CRITICISMS,
        needs.RECTIFICATIONS,
    ),
    gate=Gate(rules=("MZ702", "MZ710"), sources=(Circular, Rectification, Meeting, Statement)),
)
def circular(project: Project, meeting: Meeting, preset: Preset, schedule: Schedule, own: Circular | None) -> Context:
    """民主生活会情况通报，发给下级：班子的问题写摘要，成员的问题和相互批评只写条数，不点批评人和提意见的人；过不了出门关的不出。
    情况通报.md 里写的话按节名放进相应位置。文号里有“办”字的，以办公室的名义印发。"""
    paper = paper_of(project, "circular", own=own, by=_issuer(project, own))
    words = own_words(own)
    return Context(
        {
            "title": naming.broken(words.title or _title(project, paper.agency)),
            **of_the_meeting(project),
            "body_name": naming.body_name(meeting) or needs.BODY.of(project),
            "areas": [area_label(area.short or area.full) for area in preset.areas],
            "own": placed(words, _PLACES, never=_LAST_YEAR),
            **held(project, project.minutes),
            "studies": preparing.studies(project),
            "solicited": preparing.solicited(project),
            "opinions": preparing.opinions(project),
            "talks": preparing.talks(project),
            "attendance": holding.attendance(project),
            "problems": holding.problems(project),
            "criticisms": criticising.made(project),
            "rectifying": rectifying.rectifying(project, paper.date or schedule.today),
            "gaps": {
                "minutes": needs.MINUTES.gap(project),
                "materials": needs.STATEMENT.gap(project) + needs.OUTLINES.gap(project),
                "criticisms": needs.ROSTER.gap(project) + needs.MINUTES.gap(project) + needs.CRITICISMS.gap(project),
                "rectifications": needs.RECTIFICATIONS.gap(project),
            },
        },
        paper,
    )


def _issuer(project: Project, own: Circular | None) -> Issuer:
    """The office where the number is one of an office (望办〔2022〕5号), else the body."""
    number = (own.number if own else "") or project.meeting.paper("circular").number
    return "general" if _OFFICE_NUMBER in number else "body"


def _title(project: Project, agency: str) -> str:
    """机关、事由、文种; an office says whose meeting it was."""
    org = needs.ORG.of(project)
    whose = project.meeting.group if agency and agency != project.meeting.org else ""
    return f"{agency or org}关于{whose}{needs.MEETING_NAME.of(project)}情况的通报"
