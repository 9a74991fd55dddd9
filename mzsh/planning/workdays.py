"""Workdays (工作日) after the State Council's holiday calendar with its make-up workdays (调休)."""

from __future__ import annotations

from datetime import date, timedelta


def is_workday(day: date) -> bool:
    """Whether a day is worked on; Monday to Friday where the calendar does not know the year."""
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def calendar_knows(day: date) -> bool:
    """Whether the holiday calendar covers the day's year."""
    import chinese_calendar

    try:
        chinese_calendar.is_workday(day)
    except NotImplementedError:
        return False
    return True


def add_workdays(start: date, count: int) -> date:
    """The day `count` workdays after `start` (before it if negative); `start` itself is not counted."""
    step = timedelta(days=1 if count > 0 else -1)
    day, left = start, abs(count)
    while left:
        day += step
        left -= is_workday(day)
    return day
