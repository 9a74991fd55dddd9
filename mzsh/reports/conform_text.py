"""The conformance of Word files (验格式) as text: what fails first, with where and what to do, then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mzsh.conformance.result import Conformity, Item, State
from mzsh.reports.lines import Line, Tone, shown, wrapped

_PLACES = 3
"""Places that are named; JSON has all of them."""
_INDENT = "      "
_TONES: dict[State, Tone] = {
    State.FAILS: "error",
    State.CUSTOM: "warning",
    State.CONFORMS: "good",
    State.ABSENT: "faint",
}


def conform_text(examined: Iterable[tuple[str, Conformity]], *, every: bool) -> Iterator[Line]:
    """All files, one below the other; with `every` each item, else only what fails."""
    for number, (name, conformity) in enumerate(examined):
        if number:
            yield Line()
        yield Line(shown(name), "strong")
        for item in conformity.of(State.FAILS):
            yield from _failed(item)
        if every:
            for state in (State.CUSTOM, State.CONFORMS, State.ABSENT):
                for item in conformity.of(state):
                    yield from _told(item)
        yield from _summary(conformity)


def _failed(item: Item) -> Iterator[Line]:
    yield from wrapped(f"{item.title}：{item.found}", "  不符合  ", tone="error")
    if item.where:
        yield from wrapped(_places(item.where), f"{_INDENT}在  ")
    yield from wrapped(item.standard, f"{_INDENT}标准  ", tone="faint")
    yield from wrapped(item.advice, f"{_INDENT}改法  ", tone="info")


def _places(where: tuple[str, ...]) -> str:
    more = f"，等 {len(where)} 处" if len(where) > _PLACES else ""
    return "、".join(where[:_PLACES]) + more


def _told(item: Item) -> Iterator[Line]:
    found = f"：{item.found}" if item.found else ""
    yield from wrapped(f"{item.title}{found}", f"  {item.state.value}  ", tone=_TONES[item.state])


def _summary(conformity: Conformity) -> Iterator[Line]:
    counts = {state: conformity.of(state) for state in State}
    custom = "、".join(item.title for item in counts[State.CUSTOM])
    fails = len(counts[State.FAILS])
    told = (
        f"{f'{fails} 项不符合' if fails else '没有不符合的'}：{len(counts[State.CONFORMS])} 项符合，"
        f"{len(counts[State.CUSTOM])} 项是各地习惯{f'（{custom}）' if custom else ''}，"
        f"{len(counts[State.ABSENT])} 项不涉及。"
    )
    yield from wrapped(told, "  ", tone="error" if conformity.failed else "good")
