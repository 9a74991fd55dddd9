"""What comes out: for each item what was found, what the standard says, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(str, Enum):
    """How an item stands."""

    CONFORMS = "符合"
    FAILS = "不符合"
    CUSTOM = "各地习惯"
    ABSENT = "不涉及"


@dataclass(frozen=True)
class Item:
    """One item of one file; `advice` is what to do about it in Word or WPS."""

    id: str
    title: str
    state: State
    found: str
    standard: str
    where: tuple[str, ...]
    advice: str


@dataclass(frozen=True)
class Conformity:
    """All items of one file, in the order of a document."""

    items: tuple[Item, ...]

    @property
    def failed(self) -> bool:
        """Whether anything is not as the standard says."""
        return any(item.state is State.FAILS for item in self.items)

    def of(self, state: State) -> tuple[Item, ...]:
        """The items that stand so."""
        return tuple(item for item in self.items if item.state is state)
