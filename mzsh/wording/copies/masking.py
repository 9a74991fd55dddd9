"""What of a passage can be copied: its characters without formulas (套话), quotations and punctuation.

A formula or quotation leaves a break, which no common run crosses; it is never cut out so that its neighbours join.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mzsh.model.text import plain
from mzsh.wording.lexicons import lines, words

BREAK = "\0"
"""Stands where a formula or quotation was."""
GLUE = 3
"""Up to so many characters between two formulas belong to them."""
_OFFICIAL = 0.8
"""From this share of official words on, a clause is a formula as a whole."""
_LEAST = 4
"""Characters from which on words can be a formula."""
_QUOTATION = re.compile(r"“[^”\n]{0,400}”|《[^》\n]{0,200}》|「[^」\n]{0,400}」|‘[^’\n]{0,400}’|\"[^\"\n]{0,400}\"")
_CLAUSE = re.compile(r"[^，。；：！？,;:!?\n—]+")


@dataclass(frozen=True)
class Masked:
    """The characters of a passage that count, `BREAK` between stretches, and where each stands in the passage."""

    characters: str
    offsets: tuple[int, ...]

    @cached_property
    def own_length(self) -> int:
        """How many characters are the author's own words."""
        return len(self.characters) - self.characters.count(BREAK)

    def grams(self, size: int) -> frozenset[str]:
        """The character sequences of a size, none across a break."""
        text = self.characters
        every = (text[start : start + size] for start in range(len(text) - size + 1))
        return frozenset(gram for gram in every if BREAK not in gram)


class Formulas:
    """Formulas of one comparison: those that every office uses, and area titles and themes of the meetings."""

    def __init__(self, more: Iterable[str] = ()) -> None:
        every = (*lines("套话.txt"), *more)
        fixed = {plain(part) for line in every for part in (line, *_CLAUSE.findall(line)) if len(part) >= _LEAST}
        self._fixed = _alternatives(formula for formula in fixed if len(formula) >= _LEAST)

    def mask(self, text: str, *, quotations: bool = True) -> Masked:
        """The passage with its formulas, and with its quotations unless those are asked for, taken out."""
        text = text.translate(_HALF_WIDTH)
        gone = bytearray(len(text))
        for match in _QUOTATION.finditer(text) if quotations else ():
            _mark(gone, match.start(), match.end())
        for match in _CLAUSE.finditer(text):
            if is_official(plain(match.group())):
                _mark(gone, match.start(), match.end())
        places = [place for place, char in enumerate(text) if char.isalnum()]
        letters = "".join([text[place] for place in places])
        for match in self._fixed.finditer(letters):
            for place in places[match.start() : match.end()]:
                gone[place] = 1
        return _without_glue(letters, places, gone)


_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code).isalnum()}


def _mark(gone: bytearray, start: int, end: int) -> None:
    gone[start:end] = b"\1" * (end - start)


def _without_glue(letters: str, places: list[int], gone: bytearray) -> Masked:
    """The letters that are left; a few of them between two formulas go too."""
    kept = "".join([BREAK if gone[place] else letter for letter, place in zip(letters, places, strict=True)])
    characters: list[str] = []
    offsets: list[int] = []
    end = -1
    for match in _STRETCH.finditer(kept):
        start, last = match.span()
        if start and last < len(kept) and last - start <= GLUE:
            continue
        if start > 0:
            characters.append(BREAK)
            offsets.append(places[start - 1])
        characters.append(match.group())
        offsets += places[start:last]
        end = last
    if places and end < len(kept):
        characters.append(BREAK)
        offsets.append(places[-1])
    return Masked("".join(characters), tuple(offsets))


_STRETCH = re.compile(f"[^{BREAK}]+")


def _alternatives(parts: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(parts, key=lambda part: (-len(part), part))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")


@lru_cache(maxsize=1)
def _official_words() -> re.Pattern[str]:
    return _alternatives(words("公文词.txt"))


@lru_cache(maxsize=1)
def _official_characters() -> dict[int, None]:
    """To take out, at little cost, every character that an official word has."""
    return {ord(char): None for word in words("公文词.txt") for char in word}


@lru_cache(maxsize=8192)
def is_official(clause: str) -> bool:
    """Whether a clause is made of official words alone: an opening, a closing, an area's title."""
    if len(clause) < _LEAST or len(clause.translate(_official_characters())) > (1 - _OFFICIAL) * len(clause):
        return False
    rest = _official_words().sub("", clause)
    return len(rest) <= (1 - _OFFICIAL) * len(clause)
