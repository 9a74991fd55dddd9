"""The sitting itself: its day and hours, who sits in, and in which order the members speak."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from pydantic import TypeAdapter, ValidationError

from mzsh.model.meeting import Meeting
from mzsh.model.minutes import Absence
from mzsh.model.project import Project
from mzsh.model.values import Clock, ClockTime
from mzsh.planning.attendance import absent_members
from mzsh.typesetting.chinese import cn_time

DAY = 24 * 60
_NOON = 12
_CLOCK: TypeAdapter[Clock] = TypeAdapter(ClockTime)
_HAS_END = re.compile(r"[-—–－~～至]")
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True)
class Hours:
    """From when to when, in minutes from midnight; `end` is None where only the beginning was typed."""

    start: int
    end: int | None

    @property
    def words(self) -> str:
        """上午9时至下午5时30分; the half of the day once where both are in it."""
        begins = clock(self.start)
        if self.end is None:
            return begins
        ends = clock(self.end)
        return f"{begins}至{ends.removeprefix(begins[:2])}"


def clock(minutes: int) -> str:
    """A time of day in words, from minutes: 上午9时, 中午12时."""
    moment = time(minutes % DAY // 60, minutes % 60)
    words = cn_time(moment)
    return f"中午{words[2:]}" if moment.hour == _NOON else words


def hours(meeting: Meeting) -> Hours | None:
    """The hours of 召开; None where none were typed, or in words that are no clock time."""
    try:
        found = _CLOCK.validate_python(meeting.session.time)
    except ValidationError:
        return None
    return Hours(found.start, found.end if _HAS_END.search(meeting.session.time) else None)


def hours_in_words(meeting: Meeting) -> str:
    """The hours in words, else as they were typed."""
    found = hours(meeting)
    return found.words if found else meeting.session.time.strip()


def told(meeting: Meeting) -> dict[str, object]:
    """Weekday, hours and days as a sentence has them; one day need not be said where its end is."""
    found, days = hours(meeting), meeting.session.days
    return {
        "weekday": weekday(meeting.held_on),
        "hours": hours_in_words(meeting),
        "days": 0 if days == 1 and found and found.end else days,
    }


def weekday(day: date | None) -> str:
    """（星期二）, or nothing."""
    return f"（星期{_WEEKDAYS[day.weekday()]}）" if day else ""


@dataclass(frozen=True)
class Person:
    """Someone at the meeting, by name and post; where only the post is known, the name is empty."""

    name: str
    post: str

    def __str__(self) -> str:
        return f"{self.post}{self.name}"


def members(project: Project) -> tuple[Person, ...]:
    """The members by the roster, each once."""
    meeting = project.meeting
    found = (meeting.member(name) for name in meeting.member_names)
    return tuple(Person(member.name, member.post) for member in found if member)


def observers(meeting: Meeting) -> tuple[Person, ...]:
    """Those who sit in (列席)."""
    return tuple(Person(one.name, one.post) for one in meeting.observers if one.name or one.post)


def supervisors(meeting: Meeting) -> tuple[Person, ...]:
    """The superior's supervision team, its head first."""
    team = meeting.supervision
    head = (Person(team.lead, "督导组组长"),) if team.lead else ()
    return (*head, *(Person(name, "督导组成员") for name in dict.fromkeys(team.members) if name and name != team.lead))


def present(project: Project) -> int | None:
    """How many members came, once the minutes say so."""
    minutes = project.minutes
    if minutes is None or not minutes.attended:
        return None
    return sum(name in minutes.attended for name in project.meeting.member_names)


def absences(project: Project) -> tuple[Absence, ...]:
    """The members who were not there, by the roster, as the minutes tell it."""
    minutes, missing = project.minutes, absent_members(project)
    told = {one.name: one for one in minutes.absent} if minutes else {}
    return tuple(told.get(name, Absence(name=name)) for name in project.meeting.member_names if name in missing)


def excused(project: Project) -> tuple[Absence, ...]:
    """Of these, who asked for leave: those whom the minutes list (缺席)."""
    listed = {one.name for one in project.minutes.absent} if project.minutes else set()
    return tuple(one for one in absences(project) if one.name in listed)


def attending(project: Project) -> tuple[str, ...]:
    """The members by the roster, without those who the minutes say were not there."""
    missing = absent_members(project)
    return tuple(name for name in project.meeting.member_names if name not in missing)


def speaking_order(project: Project) -> tuple[str, ...]:
    """The members who speak: as 发言顺序 of the minutes says; the rest secretary first, then by the roster."""
    meeting, minutes = project.meeting, project.minutes
    there = attending(project)
    secretary = (meeting.secretary.name,) if meeting.secretary else ()
    wanted = (*(minutes.speakers if minutes else ()), *secretary, *there)
    return tuple(name for name in dict.fromkeys(wanted) if name in there)


def chair(project: Project) -> str:
    """Who is in the chair: as the minutes say, else the secretary."""
    minutes, secretary = project.minutes, project.meeting.secretary
    return (minutes.chair if minutes else "") or (secretary.name if secretary else "")
