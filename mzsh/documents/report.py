"""专题报告: the final report, every figure of which is counted from the folder."""

from __future__ import annotations

from datetime import date

from mzsh.documents import naming, needs
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import criticising, holding, preparing, rectifying
from mzsh.documents.held import held
from mzsh.documents.own_words import own_words
from mzsh.documents.paper import paper_of
from mzsh.documents.placing import Places, placed
from mzsh.model.meeting import Meeting
from mzsh.model.papers import ReportPaper
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.planning.schedule import Schedule

_PLACES: Places = {
    "preparation": ("会前准备", "准备工作", "准备情况"),
    "session": ("召开情况", "会议情况", "会议召开"),
    "problems": ("查摆", "主要问题", "突出问题", "存在问题", "存在的问题"),
    "criticism": ("批评",),
    "measures": ("整改", "下一步"),
}
"""Where a person's section goes, by the words of its title; one of another name comes before the closing."""
_LAST_YEAR = ("上年", "上一年", "去年")


@document(
    "report",
    "专题报告",
    stage="会后",
    needs=(
        needs.MEETING_NAME,
        needs.ORG,
        needs.BODY,
        needs.THEME,
        needs.HELD_ON,
        needs.ROSTER,
        needs.STUDIES,
        needs.OPINIONS,
        needs.TALKS,
        needs.STATEMENT,
        needs.OUTLINES,
        needs.MINUTES,
        needs.CRITICISMS,
        needs.RECTIFICATIONS,
    ),
)
def report(project: Project, meeting: Meeting, preset: Preset, schedule: Schedule, own: ReportPaper | None) -> Context:
    """民主生活会情况专题报告：次数、人次、条数都从文件夹里数出来；专题报告.md 里写的话按节名放进相应位置。"""
    paper = paper_of(project, "report", own=own, upward=True)
    words = own_words(own)
    title = words.title or f"{needs.ORG.of(project)}关于{needs.MEETING_NAME.of(project)}情况的报告"
    return Context(
        {
            "title": naming.broken(title),
            **of_the_meeting(project),
            "body_name": naming.body_name(meeting) or needs.BODY.of(project),
            "areas": [area_label(area.short or area.full) for area in preset.areas],
            "own": placed(words, _PLACES, never=_LAST_YEAR),
            **_counted(project, paper.date or schedule.today),
            **held(project, project.minutes),
            **_gaps(project),
        },
        paper,
    )


def _counted(project: Project, day: date) -> dict[str, object]:
    """The figures; rectification as it stood on the report's day."""
    return {
        "studies": preparing.studies(project),
        "solicited": preparing.solicited(project),
        "opinions": preparing.opinions(project),
        "talks": preparing.talks(project),
        "materials": preparing.materials(project),
        "problems": holding.problems(project),
        "criticisms": criticising.made(project),
        "attendance": holding.attendance(project),
        "rectifying": rectifying.rectifying(project, day),
        "last_year": rectifying.last_year(project),
    }


def _gaps(project: Project) -> dict[str, object]:
    """What a draft marks, section by section; all empty in a finished report."""
    return {
        "gaps": {
            "studies": needs.STUDIES.gap(project),
            "opinions": needs.OPINIONS.gap(project),
            "talks": needs.TALKS.gap(project),
            "materials": needs.STATEMENT.gap(project) + needs.OUTLINES.gap(project),
            "minutes": needs.MINUTES.gap(project),
            "criticisms": needs.ROSTER.gap(project) + needs.MINUTES.gap(project) + needs.CRITICISMS.gap(project),
            "rectifications": needs.RECTIFICATIONS.gap(project),
        }
    }


def area_label(heading: str) -> str:
    """An area as a heading of the report names it: …方面."""
    label = naming.without_stop(heading)
    return label if label.endswith("方面") else f"{label}方面"
