"""实施方案: how the meeting is prepared, held and followed up."""

from __future__ import annotations

from collections.abc import Iterable

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting, superior_of
from mzsh.documents.document import Context, document
from mzsh.documents.figures.deadlines import last_day
from mzsh.documents.needs import AREAS, BODY, HELD_ON, MEETING_NAME, ORG, THEME
from mzsh.documents.paper import paper_of
from mzsh.model.levels import at_level
from mzsh.model.meeting import Meeting
from mzsh.model.preset import BodyProfile, ExtraSection, Preset
from mzsh.model.project import Project
from mzsh.planning.duties import required_talks
from mzsh.planning.schedule import Schedule

_DATES = {
    "study": ("3.1-",),
    "listen": ("3.2-listen",),
    "letters": ("3.2-letter",),
    "summary": ("3.2-deadline",),
    "feedback": ("3.2-feedback",),
    "talks": ("3.3-",),
    "draft": ("3.4-team-draft",),
    "approve": ("3.4-team-approve",),
    "consult": ("3.4-team-consult",),
    "submit": ("3.4-submit",),
    "review": ("3.4-review",),
    "audit": ("3.4-superior",),
    "report": ("5.1-report",),
    "circular": ("5.1-circulate",),
    "rectify": ("5.2-list", "5.2-plan"),
}


@document("plan", "实施方案", stage="会前", needs=(MEETING_NAME, AREAS, ORG, BODY, THEME, HELD_ON))
def plan(project: Project, meeting: Meeting, preset: Preset, profile: BodyProfile, schedule: Schedule) -> Context:
    """民主生活会实施方案：主题、方面、议程取自年度预设，日期取自时间节点，人员和承办部门取自会议.yml。"""
    extras = preset.extra_sections
    return Context(
        {
            "title": naming.broken(f"{naming.body_name(meeting) or ORG.of(project)}{MEETING_NAME.of(project)}实施方案"),
            **of_the_meeting(project),
            "significance": preset.significance,
            "areas": [
                naming.without_stop(area.full) or f"【待补：第{number}方面的全称】"
                for number, area in enumerate(preset.areas, 1)
            ],
            "areas_gap": "" if preset.areas else AREAS.gap(project),
            "lenses": preset.lenses,
            "benchmarks": preset.benchmarks,
            "substitutions": preset.substitutions,
            "readings": meeting.readings or preset.readings,
            "solicited": meeting.solicited,
            "required_talks": len(required_talks(meeting, profile)),
            "offices": meeting.offices,
            "consulted": meeting.consulted,
            "submitter": profile.submitter,
            "guided": profile.guided,
            "superior": superior_of(project) or "上级组织部门",
            "circulate_to": meeting.paper("circular").addressee or _usual_readers(meeting, profile),
            "due": {name: last_day(schedule, clauses) for name, clauses in _DATES.items()},
            "present": len(meeting.member_names),
            "observers": [one.post or one.name for one in meeting.observers if one.post or one.name],
            "supervised": bool(meeting.supervision.lead or meeting.supervision.members),
            "agenda": [naming.without_stop(naming.filled(item.text, project)) for item in preset.agenda],
            "team_extras": _names(extras, "班子"),
            "member_extras": _names(extras, "个人"),
            "followers": _followers(project),
        },
        paper_of(project, "plan"),
    )


def _usual_readers(meeting: Meeting, profile: BodyProfile) -> str:
    """To whom such a body's circular usually goes, in the words of its level."""
    return "、".join(at_level(one, meeting.org) for one in profile.circulate_to)


def _followers(project: Project) -> tuple[str, ...]:
    """The other bodies on the same level, whose party groups follow the plan of a standing committee (常委会)."""
    if project.meeting.profile != "常委会" or not project.meeting.org:
        return ()
    return tuple(body for body in project.meeting.consulted if not project.meeting.org.endswith(body))


def _names(extras: Iterable[ExtraSection], whose: str) -> list[str]:
    return [extra.name for extra in extras if extra.applies_to in (whose, "全部")]
