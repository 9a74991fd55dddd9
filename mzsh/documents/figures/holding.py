"""Figures of the meeting itself (会上): problems found, criticisms, attendance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from mzsh.documents.figures.shares import Each, Share, each, shares
from mzsh.model.examination import ProblemSource
from mzsh.model.project import NumberedProblem, Project
from mzsh.model.values import TEAM
from mzsh.planning.duties import required_criticisms


@dataclass(frozen=True)
class AreaProblems:
    """What was found in one area; `number` is None for problems that name none of this year's areas."""

    number: int | None
    team: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True)
class ProblemCounts:
    """查摆的问题: how many, whose, from which source, and in which area."""

    total: int
    team: int
    members: int
    by_member: tuple[Each, ...]
    by_source: tuple[Share, ...]
    by_area: tuple[AreaProblems, ...]


def problems(project: Project) -> ProblemCounts:
    """The problems of the statement and of the outlines."""
    members = project.meeting.member_names
    team = project.problems(TEAM)
    own = tuple(problem for name in members for problem in project.problems(name))
    every = (*team, *own)
    numbers: tuple[int | None, ...] = (*range(1, project.preset.area_count + 1), None)
    areas = (
        AreaProblems(number, _summaries(team, number, project), _summaries(own, number, project)) for number in numbers
    )
    return ProblemCounts(
        total=len(every),
        team=len(team),
        members=len(own),
        by_member=each({name: sum(problem.owner == name for problem in own) for name in members}),
        by_source=shares((p.problem.source for p in every if p.problem.source), get_args(ProblemSource)),
        by_area=tuple(area for area in areas if area.team or area.members),
    )


def _summaries(found: Iterable[NumberedProblem], number: int | None, project: Project) -> tuple[str, ...]:
    known = range(1, project.preset.area_count + 1)
    return tuple(p.problem.summary for p in found if (p.area if p.area in known else None) == number)


@dataclass(frozen=True)
class CriticismCounts:
    """相互批评: how many, from the secretary, to each member, and whether everyone criticised everyone."""

    total: int
    by_secretary: int
    received: tuple[Each, ...]
    everyone: bool


def criticisms(project: Project) -> CriticismCounts:
    """The criticisms as the minutes list them, else as the members' files hold them; none before the meeting."""
    minutes = project.minutes
    if minutes and minutes.criticisms.pairs:
        pairs = [(pair.critic, pair.about) for pair in minutes.criticisms.pairs]
    else:
        pairs = [(one.critic, one.item.about) for one in project.criticisms] if minutes else []
    secretary = project.meeting.secretary
    return CriticismCounts(
        total=len(pairs),
        by_secretary=sum(secretary is not None and critic == secretary.name for critic, _ in pairs),
        received=each({name: sum(about == name for _, about in pairs) for name in project.meeting.member_names}),
        everyone=set(required_criticisms(project.meeting)) <= set(pairs),
    )


@dataclass(frozen=True)
class Attendance:
    """到会: how many were to come, how many came, who was excused, how many spoke, and whether the secretary led."""

    expected: int
    present: int
    absent: tuple[str, ...]
    spoke: int
    secretary_first: bool


def attendance(project: Project) -> Attendance:
    """Who was there, as the minutes say."""
    minutes, members = project.minutes, project.meeting.member_names
    attended = minutes.attended if minutes else ()
    speakers = [name for name in minutes.speakers if name in members] if minutes else []
    secretary = project.meeting.secretary
    return Attendance(
        expected=len(members),
        present=sum(name in attended for name in members),
        absent=tuple(one.name for one in minutes.absent if one.name) if minutes else (),
        spoke=len(speakers),
        secretary_first=secretary is not None and speakers[:1] == [secretary.name],
    )
