"""Numbers that Word counts by itself (自动编号): the label of each paragraph of a list, and how it indents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from mzsh.conformance.word.properties import Written, lines_written
from mzsh.conformance.word.xml import VAL, Element, number, w

_DIGITS: Final = "〇一二三四五六七八九"
_CHINESE: Final = frozenset({"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"})
_LEVELS: Final = 9


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int
    lines: Written


@dataclass
class Numbering:
    """All lists of one file and how far each has counted."""

    lists: dict[str, tuple[str, dict[int, _Level]]]
    _counted: dict[str, list[int]] = field(default_factory=dict)

    def next(self, properties: Element | None) -> tuple[str, Written]:
        """The label of the next paragraph with such a numPr, and the indents of its level."""
        if properties is None:
            return "", {}
        identifier = _value(properties, "numId")
        level = min(max(int(number(_value(properties, "ilvl"))), 0), _LEVELS - 1)
        abstract, levels = self.lists.get(identifier, ("", {}))
        if level not in levels:
            return "", {}
        counted = self._counted.setdefault(abstract, [0] * _LEVELS)
        current = levels[level]
        counted[level] = counted[level] + 1 if counted[level] else current.start
        for deeper in range(level + 1, _LEVELS):
            counted[deeper] = 0
        label = re.sub(r"%([1-9])", lambda found: _written(levels, counted, int(found[1]) - 1), current.text)
        return ("" if current.format == "bullet" else label), current.lines


def _written(levels: dict[int, _Level], counted: list[int], level: int) -> str:
    if level not in levels:
        return ""
    value = counted[level] or levels[level].start
    return chinese(value) if levels[level].format in _CHINESE else str(value)


def chinese(value: int) -> str:
    """A number up to 99 in Chinese: 一, 十二, 三十."""
    if not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    return ("" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")


def read_numbering(root: Element | None) -> Numbering:
    """The lists of a file; none where it has no such part."""
    if root is None:
        return Numbering({})
    abstract = {one.get(w("abstractNumId"), ""): _levels(one) for one in root.findall(w("abstractNum"))}
    lists = {}
    for one in root.findall(w("num")):
        reference = _value(one, "abstractNumId")
        levels = dict(abstract.get(reference, {}))
        for override in one.findall(w("lvlOverride")):
            levels |= _levels(override)
        lists[one.get(w("numId"), "")] = (reference, levels)
    return Numbering(lists)


def _levels(parent: Element) -> dict[int, _Level]:
    return {
        int(number(one.get(w("ilvl")))): _Level(
            format=_value(one, "numFmt") or "decimal",
            text=_value(one, "lvlText"),
            start=int(number(_value(one, "start"), 1.0)),
            lines=lines_written(one.find(w("pPr"))),
        )
        for one in parent.findall(w("lvl"))
    }


def _value(parent: Element, tag: str) -> str:
    found = parent.find(w(tag))
    return found.get(VAL, "") if found is not None else ""
