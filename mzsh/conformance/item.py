"""What an item is: a plain function of the paper that yields what it saw; its docstring is what the standard says."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mzsh.conformance.paper import Paper
from mzsh.conformance.result import Item, State
from mzsh.discovery import described

_DESCRIPTION: Final = "conformance_item"
_MOST_PLACES: Final = 200
_MOST_FOUND: Final = 3
_ORDER: Final = (
    *("page", "letters", "head", "title", "addressee", "text", "levels"),
    *("annexes", "signature", "imprint", "numbers", "tables", "writing", "dates", "leftovers"),
)
"""The modules of items in the order of a document."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that an item saw: how it stands, in words, and where."""

    state: State
    found: str
    where: str = ""


Look = Callable[[Paper], Iterable[Trace]]


@dataclass(frozen=True)
class Description:
    """One item before it has seen a paper."""

    id: str
    title: str
    standard: str
    advice: str
    look: Look
    order: tuple[int, int]


def item(identifier: str, title: str, *, advice: str) -> Callable[[Look], Look]:
    """Describe an item (检查项). No trace at all means that the paper has no such part."""

    def describe(look: Look) -> Look:
        standard = "".join(inspect.cleandoc(look.__doc__ or "").split("\n"))
        module = look.__module__.rpartition(".")[2]
        order = (_ORDER.index(module), look.__code__.co_firstlineno)
        setattr(look, _DESCRIPTION, Description(identifier, title, standard, advice, look, order))
        return look

    return describe


@lru_cache(maxsize=1)
def descriptions() -> tuple[Description, ...]:
    """Every item, in the order of a document."""
    return tuple(sorted(described("mzsh.conformance.items", _DESCRIPTION, Description), key=lambda one: one.order))


def right(found: str) -> Trace:
    """As the standard says."""
    return Trace(State.CONFORMS, found)


def custom(found: str, where: str = "") -> Trace:
    """Not in the standard, but customary in places."""
    return Trace(State.CUSTOM, found, where)


def wrong(found: str, where: str) -> Trace:
    """Not as the standard says."""
    return Trace(State.FAILS, found, where)


def judged(description: Description, paper: Paper) -> Item:
    """The item for one paper: the worst that was seen decides."""
    traces = list(dict.fromkeys(description.look(paper)))
    state = next((one for one in _WORST_FIRST if any(trace.state is one for trace in traces)), State.ABSENT)
    seen = [trace for trace in traces if trace.state is state]
    return Item(
        id=description.id,
        title=description.title,
        state=state,
        found=_together(list(dict.fromkeys(trace.found for trace in seen))),
        standard=description.standard,
        where=_places(list(dict.fromkeys(trace.where for trace in seen if trace.where))),
        advice=description.advice,
    )


_WORST_FIRST: Final = (State.FAILS, State.CUSTOM, State.CONFORMS)


def _together(found: list[str]) -> str:
    more = f"；等 {len(found)} 种" if len(found) > _MOST_FOUND else ""
    return "；".join(found[:_MOST_FOUND]) + more


def _places(places: list[str]) -> tuple[str, ...]:
    if len(places) <= _MOST_PLACES:
        return tuple(places)
    return (*places[:_MOST_PLACES], f"等 {len(places)} 处")
