"""Documents as lines for a terminal of 80 columns: which there are, and what became of those that were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from mzsh.documents.readiness import Readiness
from mzsh.documents.rendering import Rendered
from mzsh.reports.columns import padded
from mzsh.reports.lines import Line, Tone, wrapped

_ID, _NAME, _STATE = 18, 28, 14
_MANY = 3
_SHOWN = 4
"""Faults and missing materials that are listed before the rest is only counted."""


def list_text(documents: Iterable[Readiness]) -> Iterator[Line]:
    """Every document by stage: whether it can be made, from whose template, and what it still needs."""
    for number, (stage, group) in enumerate(groupby(documents, lambda one: one.document.stage)):
        if number:
            yield Line()
        yield Line(stage, "strong")
        for one in group:
            yield from _listed(one)


def _listed(one: Readiness) -> Iterator[Line]:
    state, tone = _state(one)
    head = f"  {padded(one.document.id, _ID)}{padded(one.document.name, _NAME)}{padded(state, _STATE)}"
    yield Line(f"{head}{'自己的模板' if one.override else '程序的模板'}", tone)
    if one.override:
        yield Line(f"{' ' * (_ID + 2)}用的是 {one.override}", "faint")
    if one.missing:
        yield from wrapped(_some(one.missing), f"{' ' * (_ID + 2)}还缺：", tone="faint")
    for reason in one.held[:_SHOWN]:
        yield from wrapped(reason, f"{' ' * (_ID + 2)}· ", tone="faint")
    if one.nobody:
        yield from wrapped(one.nobody, " " * (_ID + 2), tone="faint")


def _state(one: Readiness) -> tuple[str, Tone]:
    if one.nobody:
        return "没有要出的", "faint"
    if one.held:
        return "出不了门", "warning"
    if not one.ready:
        return "还不能出", "faint"
    return ("可以出" if one.wanted == 1 else f"可以出 {one.ready} 份"), "plain"


def _some(names: Sequence[str]) -> str:
    more = f" 等 {len(names)} 项" if len(names) > _SHOWN else ""
    return "、".join(names[:_SHOWN]) + more


def results_text(results: Iterable[Rendered]) -> Iterator[Line]:
    """What became of each: its file, or why there is none; many files of one document are told in one line."""
    for (document, plain), group in groupby(results, lambda one: (one.request.document, _is_plain(one))):
        alike = list(group)
        if plain and len(alike) >= _MANY:
            yield Line(f"{document.name}：{len(alike)} 份（{alike[0].path.name if alike[0].path else ''} 等）")
            continue
        for one in alike:
            yield from _result(one)


def _is_plain(one: Rendered) -> bool:
    """Whether there is a file and nothing to be said of it."""
    return one.is_written and not one.missing and not one.nonconforming


def _result(one: Rendered) -> Iterator[Line]:
    yield Line(str(one), "plain" if one.is_written else "warning")
    for reason in one.refused:
        yield from wrapped(reason, "  · ")
    for fault in one.nonconforming:
        yield from wrapped(fault, "  ✗ ", tone="error")
    if one.error is not None and one.error.hint:
        yield from wrapped(one.error.hint, "  → ")
