"""How an item of rectification stands on a day: done, running or waiting, and whether its 时限 is over."""

from __future__ import annotations

from datetime import date

from mzsh.model.rectification import Item
from mzsh.planning.schedule import resolve

DONE, RUNNING, WAITING = "已完成", "进行中", "未开始"


def state_on(item: Item, day: date) -> str:
    """The item's 状态 as it was on a day: what was done later was still running."""
    return RUNNING if item.status == DONE and item.done and item.done > day else item.status


def is_overdue(item: Item, day: date, held_on: date | None) -> bool:
    """Whether its 时限 is over and it is not done."""
    due = resolve(item.due, held_on) if item.due else None
    return due is not None and due < day and state_on(item, day) != DONE
