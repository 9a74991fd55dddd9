"""Figures of the milestones (时间节点): what is due on which day, how far from the meeting, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mzsh.documents import naming
from mzsh.model.deadlines import Milestone
from mzsh.planning.clauses import STAGES, Stage, clauses
from mzsh.planning.schedule import DATE_CLAUSE, Schedule


def last_day(schedule: Schedule, wanted: Iterable[str]) -> date | None:
    """The last day among the milestones of some clauses; an id that ends in `-` stands for its section."""
    dated = [(milestone.clause, day) for milestone, day in schedule.milestones if day]
    days = [day for clause, day in dated for one in wanted if clause == one or (one[-1] == "-" and clause[:4] == one)]
    return max(days, default=None)


@dataclass(frozen=True)
class Task:
    """A milestone as a table of tasks has it; `distance` is in days from the meeting, negative before it.

    `delay` is by how many days it was done late or, while it is open, is overdue on `today`; negative: days left.
    """

    number: int
    stage: Stage
    name: str
    owner: str
    day: date | None
    typed: str
    is_meeting: bool
    distance: int | None
    done: date | None
    delay: int | None
    evidence: str

    @property
    def late(self) -> bool:
        """Whether it was done, or is still open, after its day."""
        return self.delay is not None and self.delay > 0


def tasks(schedule: Schedule) -> tuple[Task, ...]:
    """Every milestone, by stage and then by day; those without a day come last in their stage, as typed."""
    placed = [(_stage(milestone, day, schedule.held_on), day, milestone) for milestone, day in schedule.milestones]
    placed.sort(key=lambda one: (STAGES.index(one[0]), one[1] or date.max))
    return tuple(
        _task(number, milestone, day, stage=stage, schedule=schedule)
        for number, (stage, day, milestone) in enumerate(placed, 1)
    )


def _task(number: int, milestone: Milestone, day: date | None, *, stage: Stage, schedule: Schedule) -> Task:
    held_on, today, project = schedule.held_on, schedule.today, schedule.project
    done = milestone.done if milestone.done and milestone.done <= today else None
    is_meeting = milestone.clause == DATE_CLAUSE
    return Task(
        number=number,
        stage=stage,
        name=naming.filled(milestone.name, project),
        owner=naming.filled(milestone.owner, project),
        day=day,
        typed=milestone.due,
        is_meeting=is_meeting,
        distance=(day - held_on).days if day and held_on and not is_meeting else None,
        done=done,
        delay=((done or today) - day).days if day else None,
        evidence=_without_ending(milestone.evidence),
    )


def _stage(milestone: Milestone, day: date | None, held_on: date | None) -> Stage:
    """By its day, where both days are known; what must be ready for the meeting's items the day before is 会前."""
    clause = clauses().get(milestone.clause)
    by_clause: Stage = clause.stage if clause else "会前"
    if milestone.clause == DATE_CLAUSE or day is None or held_on is None:
        return by_clause
    if day == held_on:
        return "会上"
    return "会前" if day < held_on else "会后"


def _without_ending(path: str) -> str:
    """A file without its ending: 04-谈心谈话/谈话登记."""
    return path.removesuffix(".yml").removesuffix(".md")


@dataclass(frozen=True)
class TaskCounts:
    """时间节点: how many, how many done by `day` and of these late, how many are overdue."""

    day: date
    total: int
    done: int
    late: int
    overdue: int


def task_counts(found: Iterable[Task], day: date) -> TaskCounts:
    """Tasks as they stand on the day from which they were seen."""
    every = tuple(found)
    return TaskCounts(
        day=day,
        total=len(every),
        done=sum(task.done is not None for task in every),
        late=sum(task.done is not None and task.late for task in every),
        overdue=sum(task.done is None and task.late for task in every),
    )
