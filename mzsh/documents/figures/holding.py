"""Figures of the meeting itself (会上): problems found, attendance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from mzsh.documents.figures import sitting
from mzsh.documents.figures.shares import Each, Share, each, shares
from mzsh.model.examination import ProblemSource
from mzsh.model.project import NumberedProblem, Project
from mzsh.model.values import TEAM


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
    speakers = [name for name in minutes.speakers if name in members] if minutes else []
    secretary = project.meeting.secretary
    return Attendance(
        expected=len(members),
        present=sitting.present(project) or 0,
        absent=tuple(one.name for one in sitting.excused(project)),
        spoke=len(speakers),
        secretary_first=secretary is not None and speakers[:1] == [secretary.name],
    )
