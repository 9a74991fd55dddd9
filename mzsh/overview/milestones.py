"""Suggested milestones (时间节点) as days: what the secretary looks at before anything is settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mzsh.model.deadlines import Milestone
from mzsh.model.values import Counted, parse_due
from mzsh.planning.schedule import resolve
from mzsh.planning.workdays import calendar_knows, is_workday
from mzsh.workspace.scaffold_materials import Setting

_HOLIDAYS = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午",
    "Mid-autumn Festival": "中秋",
    "National Day": "国庆",
}


@dataclass(frozen=True, slots=True)
class DatedMilestone:
    """A milestone, its day where it can be computed, and what to notice about that day."""

    milestone: Milestone
    day: date | None
    remarks: tuple[str, ...] = ()
    is_past: bool = False


def suggested_milestones(setting: Setting) -> tuple[Milestone, ...]:
    """The preset's milestones with its suggested offsets, owners filled in."""
    return tuple(
        Milestone(
            name=suggestion.name,
            clause=suggestion.clause,
            due=suggestion.suggested,
            owner=setting.filled(suggestion.owner),
        )
        for suggestion in setting.preset.milestones
    )


def in_time(milestones: Sequence[Milestone], held_on: date | None, today: date) -> tuple[Milestone, ...]:
    """The milestones with the days before the meeting shortened in proportion where some would be past already.

    The order stays, and all lie between today and the meeting. Nothing changes where the suggestions fit, where the
    meeting's day is unknown or where it is past.
    """
    left = (held_on - today).days if held_on else 0
    longest = max((days for one in milestones if (days := _days_before(one))), default=0)
    if left <= 0 or longest <= left:
        return tuple(milestones)
    shortened = []
    for one in milestones:
        days = _days_before(one)
        shortened.append(one.model_copy(update={"due": f"会前{days * left // longest}日"}) if days else one)
    return tuple(shortened)


def _days_before(milestone: Milestone) -> int:
    """How many days before the meeting a milestone is due; 0 where it is after it, or a date."""
    due = parse_due(milestone.due)
    return -due.days if isinstance(due, Counted) and due.days < 0 else 0


def dated(milestones: Iterable[Milestone], held_on: date | None, today: date) -> tuple[DatedMilestone, ...]:
    """Each milestone with its day; weekends, holidays and days already past are remarked."""
    return tuple(_dated(milestone, held_on, today) for milestone in milestones)


def _dated(milestone: Milestone, held_on: date | None, today: date) -> DatedMilestone:
    day = resolve(milestone.due, held_on)
    if day is None:
        return DatedMilestone(milestone, None)
    is_past = day < today
    remarks = (*(("已过",) if is_past else ()), *_about(day))
    return DatedMilestone(milestone, day, remarks, is_past)


def _about(day: date) -> tuple[str, ...]:
    if not calendar_knows(day):
        return (*(("周末",) if day.weekday() >= 5 else ()), "节假日未知")
    if is_workday(day):
        return ("调休上班",) if day.weekday() >= 5 else ()
    return (f"{name}放假",) if (name := _holiday(day)) else ("周末",)


def _holiday(day: date) -> str:
    """The holiday's name, or nothing on a plain weekend."""
    import chinese_calendar

    name = chinese_calendar.get_holiday_detail(day)[1]
    return _HOLIDAYS.get(str(name), "节日") if name else ""
