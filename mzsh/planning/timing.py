"""The day by which the meeting must be held, and whether it fits into its days (clause 4-date)."""

from __future__ import annotations

import math
from datetime import date

from mzsh.model.meeting import Meeting
from mzsh.model.values import Counted, parse_due
from mzsh.planning.schedule import DATE_CLAUSE, Schedule


def set_day(schedule: Schedule) -> date | None:
    """The last day for the meeting by the milestone of clause 4-date; the planned day where it is counted from that."""
    days = [
        schedule.held_on if isinstance(parse_due(milestone.due), Counted) else day
        for milestone, day in schedule.milestones
        if milestone.clause == DATE_CLAUSE
    ]
    return max((day for day in days if day), default=None)


def hours_needed(meeting: Meeting) -> float:
    """Hours for n examinations and n(n−1) criticisms: 15 minutes and 3, unless 阈值 says otherwise."""
    count, limits = len(meeting.member_names), meeting.check.thresholds
    speeches = count * limits.number("speech_minutes")
    criticisms = count * (count - 1) * limits.number("criticism_minutes")
    return (speeches + criticisms) / 60


def days_needed(meeting: Meeting) -> int:
    """Days for the meeting, at 8 hours a day unless 阈值 says otherwise."""
    return math.ceil(hours_needed(meeting) / meeting.check.thresholds.number("day_hours"))
