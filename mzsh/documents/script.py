"""主持词: what the chair says, item by item and member by member."""

from __future__ import annotations

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import criticising, preparing, sitting
from mzsh.documents.figures.deadlines import last_day
from mzsh.documents.figures.proceeding import Proceeding, Step, Turn, proceeding
from mzsh.documents.needs import AGENDA, BODY, HELD_ON, MEETING_NAME, ROSTER, THEME
from mzsh.documents.paper import paper_of
from mzsh.model.meeting import Meeting
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.project import Project
from mzsh.planning.attendance import members_needed
from mzsh.planning.schedule import Schedule

_AFTERWARDS = {
    "列出整改清单、制定整改方案": ("5.2-list", "5.2-plan"),
    "报送专题报告": ("5.1-report",),
    "通报会议情况": ("5.1-circulate",),
}


@document("script", "主持词", stage="会上", needs=(MEETING_NAME, BODY, THEME, HELD_ON, ROSTER, AGENDA))
def script(project: Project, meeting: Meeting, preset: Preset, profile: BodyProfile, schedule: Schedule) -> Context:
    """主持词：开场、各项议程的串词、每名成员的发言顺序和批评顺序、督导组点评、结束；后附时间安排。

    发言顺序书记在前，其余照名册；会议记录写了发言顺序的照会议记录。时间从会议.yml 的召开时间起，按“阈值”的发言分钟、
    批评分钟推算；中午以后的不推算，由主持人定。讲话的内容一概空着，由主持人自己写。
    """
    course = proceeding(project)
    body = naming.body_name(meeting) or BODY.of(project)
    return Context(
        {
            "title": naming.broken(f"{body}{MEETING_NAME.of(project)}主持词"),
            **of_the_meeting(project),
            "chair": sitting.chair(project),
            "members": sitting.members(project),
            "attending": sitting.attending(project),
            "absences": sitting.absences(project),
            "excused": sitting.excused(project),
            "writers": criticising.made(project).writers,
            "observers": sitting.observers(meeting),
            "supervisors": sitting.supervisors(meeting),
            "lead": meeting.supervision.lead,
            "quorum": members_needed(project, profile) if meeting.member_names else 0,
            "came": sitting.present(project),
            "studies": preparing.studies(project),
            "opinions": preparing.opinions(project),
            "talks": preparing.talks(project),
            "materials": preparing.materials(project),
            "course": course,
            "item_count": len(preset.agenda),
            "every_bulletin": preset.bulletins,
            "rows": _rows(course),
            "afterwards": _afterwards(schedule),
            "gaps": {"roster": ROSTER.gap(project), "agenda": AGENDA.gap(project)},
        },
        paper_of(project, "script"),
    )


def _afterwards(schedule: Schedule) -> list[dict[str, object]]:
    """What follows the meeting and by which day, the first first; what is due on one day stands together."""
    days = {what: day for what, clauses in _AFTERWARDS.items() if (day := last_day(schedule, clauses))}
    return [{"day": day, "what": [what for what in days if days[what] == day]} for day in sorted(set(days.values()))]


def _rows(course: Proceeding) -> list[tuple[object, ...]]:
    """The timetable: a row for each part, its number, who speaks, who criticises, how long, from when to when."""
    rows: list[tuple[object, ...]] = []
    for step in course.steps:
        for part in step.turns or (step,):
            rows.append((len(rows) + 1, *_row(step, part)))
    return rows


def _row(step: Step, part: Step | Turn) -> tuple[object, ...]:
    speaker, critics = (part.name, part.critics) if isinstance(part, Turn) else (part.speaker, ())
    return step.name, speaker, _in_lines(critics), part.minutes, part.span.replace("至", "\n至")


def _in_lines(names: tuple[str, ...]) -> str:
    """Two names a line, so that none is broken in the middle."""
    pairs = ("、".join(names[start : start + 2]) for start in range(0, len(names), 2))
    return "、\n".join(pairs)
