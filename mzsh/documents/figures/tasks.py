"""The items of one rectification list as a plan (整改方案) sets them out: by class, numbered, with their days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from mzsh.documents.naming import without_stop
from mzsh.model.rectification import Item, Rectification
from mzsh.model.values import MeasureClass
from mzsh.planning.schedule import resolve
from mzsh.typesetting.chinese import cn_date


@dataclass(frozen=True)
class Task:
    """One item: what is wrong, what will be done by whom and when; texts without their full stop.

    `day` is None where the 时限 is no date; `due` is then as typed.
    """

    number: int
    problem: str
    kind: str
    measure: str
    result: str
    lead: str
    owner: str
    due: str
    day: date | None
    item: Item


@dataclass(frozen=True)
class TaskGroup:
    """The tasks of one class (立行立改, 限期整改, 协调解决); `kind` is empty where the list names no class.

    `until` is the last day by which all of them are to be done; None where one of them has no day.
    """

    kind: str
    tasks: tuple[Task, ...]

    @property
    def until(self) -> date | None:
        """The last of their days."""
        days = [task.day for task in self.tasks if task.day]
        return max(days) if days and len(days) == len(self.tasks) else None


def tasks(plan: Rectification, held_on: date | None) -> tuple[Task, ...]:
    """The items of a list in its own order; one that names no problem is none."""
    return tuple(_task(number, item, held_on) for number, item in enumerate(plan.listed, 1))


def by_class(plan: Rectification, held_on: date | None) -> tuple[TaskGroup, ...]:
    """The items by class in the order of the clause, numbered through; those without a class come last."""
    groups: list[TaskGroup] = []
    number = 0
    for kind in (*get_args(MeasureClass), None):
        items = [item for item in plan.listed if item.kind == kind]
        found = tuple(_task(number + place, item, held_on) for place, item in enumerate(items, 1))
        number += len(found)
        if found:
            groups.append(TaskGroup(kind or "", found))
    return tuple(groups)


def _task(number: int, item: Item, held_on: date | None) -> Task:
    day = resolve(item.due, held_on) if item.due else None
    return Task(
        number=number,
        problem=without_stop(item.problem),
        kind=item.kind or "",
        measure=without_stop(item.measure),
        result=without_stop(item.result),
        lead=item.lead,
        owner=item.owner,
        due=cn_date(day) if day else item.due,
        day=day,
        item=item,
    )


def numbers(chosen: Iterable[Task]) -> str:
    """The tasks by their numbers: 第1项、第5项."""
    return "、".join(f"第{task.number}项" for task in chosen)
