"""征求意见函 and its form (征求意见表): what is asked, of whom, and until when the form is to be back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.needs import BODY, MEETING_NAME, ROSTER, Fact, Materials
from mzsh.documents.paper import paper_of
from mzsh.documents.report import area_label
from mzsh.documents.subjects import UNIT, Subject
from mzsh.model.meeting import Meeting
from mzsh.model.preset import AreaHeading, Preset
from mzsh.model.project import Project
from mzsh.model.values import TEAM
from mzsh.planning.schedule import Schedule
from mzsh.typesetting.escaping import MERGED_UP, Markdown

_FORM = "征求意见表"
_RETURN = re.compile("(?=.*意见).*(?:收回|返回|送回|回收|截止)")
_SUMMARY_CLAUSE = "3.2-deadline"


def _return_by(project: Project) -> date | None:
    """The last day for the forms: of a milestone that speaks of their return, else of the summing up (梳理汇总)."""
    milestones = [(one, day) for one, day in Schedule(project, date.min).milestones if day]
    returns = [day for one, day in milestones if _RETURN.match(one.name)]
    summing = [day for one, day in milestones if one.clause == _SUMMARY_CLAUSE]
    return max(returns or summing, default=None)


def _addressees(project: Project) -> object:
    return project.meeting.solicited or project.meeting.paper("letter").addressee


_ADDRESSEES = Fact("征求范围", _addressees)
_AREAS = Materials(lambda project: () if project.preset.areas else ("对照检查的方面",))
_RETURN_BY = Fact("征求意见表送回的时限", _return_by)


@document(
    "letter",
    "征求意见函",
    stage="会前",
    one_per=UNIT,
    needs=(MEETING_NAME, BODY, _ADDRESSEES, ROSTER, _AREAS, _RETURN_BY),
)
def letter(project: Project, meeting: Meeting, preset: Preset, unit: Subject) -> Context:
    """征求意见函，附征求意见表：征求范围里的单位一家一份；公文里写了主送的，只出一份。
    表的送回时限取自时间节点：有“收回征求意见表”一类事项的用它的，没有的用梳理汇总的。"""
    paper = paper_of(project, "letter", form="信函", by="organization", annexes=(_FORM,), signed=True)
    common = of_the_meeting(project)
    return Context(
        {
            **common,
            "title": naming.broken(f"关于征求{BODY.of(project)}{MEETING_NAME.of(project)}意见建议的函"),
            "form": _FORM,
            "held_on": meeting.held_on,
            "whom": "你单位" if unit else "各单位",
            "members": _members(meeting),
            "roster_gap": ROSTER.gap(project),
            "areas": [_full(area) for area in preset.areas],
            "areas_gap": _AREAS.gap(project),
            "return_by": _RETURN_BY.of(project),
            "organization": meeting.offices.organization or "组织部门",
            "rows": _rows(meeting, preset),
        },
        replace(paper, addressee=str(unit) or paper.addressee or str(_ADDRESSEES.of(project))),
    )


def _members(meeting: Meeting) -> list[str]:
    """Each member by name, with the post."""
    found = (member for name in meeting.member_names if (member := meeting.member(name)))
    return [f"{one.name}（{one.post}）" if one.post else one.name for one in found]


def _full(area: AreaHeading) -> str:
    return naming.without_stop(area.full or area_label(area.short))


def _rows(meeting: Meeting, preset: Preset) -> list[tuple[object, str, str]]:
    """The form: the team by area, each member, room for the rest; at the foot who fills it in, if he likes to say."""
    areas = [f"{number}.{naming.without_stop(one.short or one.full)}" for number, one in enumerate(preset.areas, 1)]
    team: list[tuple[object, str, str]] = [(Markdown(MERGED_UP), area, "") for area in areas or [""]]
    team[0] = (meeting.group or TEAM, team[0][1], "")
    filled_by = ("填报单位\n（盖章）\n或匿名", "", "填报日期：　　　　年　　月　　日")
    return [*team, *((name, "", "") for name in meeting.member_names), ("其他", "", ""), filled_by]
