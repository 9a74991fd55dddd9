"""Whether two passages are one: a common run, most of the phrases, or most of the words in other words' places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from mzsh.wording.copies.masking import BREAK, Formulas, Masked

RUN = 22
"""Characters outside formulas from which on a common run is a copy."""
EDITED = 0.6
"""Share of a passage's sequences of five characters from which on it is the other, edited."""
PHRASE = 5
SHORTEST = 22
"""A passage with fewer characters of its own is compared with nothing."""
_ALIKE, _TIMES = 0.2, 2.5
_ORDER = ((60, 0.52), (40, 0.6))
"""A passage is another one in other words, where it shares this much of its character pairs, where so much of its
characters (by the length of the shorter one) stand in the other in the same order, and where the longer is at most so
many times the shorter.

Measured on the labelled pairs and on papers about one event (benchmarks/copies.py): texts with synonyms swapped share
0.35 of their pairs and keep 0.61 of their order and more; independent texts up to 0.26 and 0.24, two accounts of one
event up to 0.26 and 0.28.
"""
_SPREAD = 0.15
"""So much of the pairs must be shared outside the longest common stretch: one phrase in common rewords nothing."""
_FIGURE = re.compile(r"\d+")
_SAME_FIGURES = 0.6
_REWORDED = (60, 0.4)
"""From this length of the shorter passage on, the share of character pairs that is enough without the order: its
sentences were moved too, or a longer paragraph took it in."""
_PLACES = 16
"""Of a phrase that a passage repeats over and over, so many places are tried."""
_LONGEST = 6_000
"""Characters of a paragraph that are looked at: more is no paragraph, and comparing costs the square."""
_LONG_QUOTE = re.compile(r"[“「‘\"]")


class CopyKind(str, Enum):
    """How a copy was made."""

    VERBATIM = "原句照搬"
    EDITED = "略作改动"
    REWORDED = "换词改写"


@dataclass(frozen=True)
class Passage:
    """A paragraph that may have been copied; `where` says for the caller what and where it is."""

    text: str
    masked: Masked
    unquoted: Masked
    """With the quotations left in: what stands in quotes in only one of two passages is no quotation of both."""
    where: Hashable = None

    @classmethod
    def of(cls, text: str, formulas: Formulas, where: Hashable = None) -> Passage:
        """The passage of a text; of one that is longer than any paragraph the beginning."""
        text = text[:_LONGEST]
        masked = formulas.mask(text)
        return cls(text, masked, formulas.mask(text, quotations=False) if _LONG_QUOTE.search(text) else masked, where)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Sequences of two characters."""
        return self.masked.grams(2)

    @cached_property
    def phrases(self) -> frozenset[str]:
        """Sequences of five characters."""
        return self.masked.grams(PHRASE)

    @cached_property
    def runs(self) -> frozenset[str]:
        """Sequences as long as a copy must be."""
        return self.masked.grams(RUN)

    @cached_property
    def all_runs(self) -> frozenset[str]:
        """Sequences as long as a copy must be, those in quotations too."""
        return self.unquoted.grams(RUN)

    @property
    def is_comparable(self) -> bool:
        """Long enough to be compared at all."""
        return self.masked.own_length >= SHORTEST


@dataclass(frozen=True)
class Match:
    """Two passages that are one.

    `share` is how much of the shorter one the other holds, 0…1; `runs` are the common stretches, as characters of
    either passage's text (from 0, end exclusive), longest first.
    """

    first: Passage
    second: Passage
    kind: CopyKind
    share: float
    runs: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()

    @property
    def longest(self) -> str:
        """The longest common stretch, as the first passage words it."""
        if not self.runs:
            return ""
        (start, end), _ = self.runs[0]
        return self.first.text[start:end]


def compare(first: Passage, second: Passage) -> Match | None:
    """How one passage copies the other; None where they are independent."""
    if not (first.is_comparable and second.is_comparable):
        return None
    phrases = _share(first.phrases, second.phrases)
    if phrases >= EDITED:
        one, two = first.masked.characters, second.masked.characters
        verbatim = one in two or two in one
        return _match(first, second, CopyKind.VERBATIM if verbatim else CopyKind.EDITED, phrases)
    if first.runs & second.all_runs or first.all_runs & second.runs:
        return _match(first, second, CopyKind.VERBATIM, phrases)
    pairs = _share(first.pairs, second.pairs)
    shorter = min(first.masked.own_length, second.masked.own_length)
    if shorter < _ORDER[-1][0] or pairs < _ALIKE or pairs - _longest_run(first, second) < _SPREAD:
        return None
    if not _same_figures(first.masked, second.masked):
        return None
    least, enough = _REWORDED
    if (shorter >= least and pairs >= enough) or _keeps_order(first.masked, second.masked):
        return _match(first, second, CopyKind.REWORDED, pairs)
    return None


def _same_figures(first: Masked, second: Masked) -> bool:
    """Whether two passages tell of the same figures: other words are easily found, other facts are another event."""
    one, two = (Counter(_FIGURE.findall(side.characters)) for side in (first, second))
    fewer = min(one.total(), two.total())
    if max(one.total(), two.total()) < 2:
        return True
    return (one & two).total() >= _SAME_FIGURES * fewer and fewer > 0


def _longest_run(first: Passage, second: Passage) -> float:
    """How much of the shorter passage's character pairs the longest common stretch makes up."""
    longest = max((end - start for (start, end), _ in _common_runs(first.masked, second.masked)), default=0)
    return longest / min(len(first.pairs), len(second.pairs))


def _keeps_order(first: Masked, second: Masked) -> bool:
    """Whether most of the shorter one's characters stand in the longer one in the same order."""
    shorter, longer = sorted((first.characters, second.characters), key=len)
    if len(longer) > _TIMES * len(shorter):
        return False
    wanted = next(share for length, share in _ORDER if len(shorter) >= length)
    return _common_subsequence(shorter, longer) >= wanted * len(shorter)


def _common_subsequence(first: str, second: str) -> int:
    """The length of the longest common subsequence, a row of bits for each character (Crochemore and others, 2001)."""
    places: dict[str, int] = {}
    for place, char in enumerate(first):
        places[char] = places.get(char, 0) | 1 << place
    full = (1 << len(first)) - 1
    row = full
    for char in second:
        matched = row & places.get(char, 0)
        row = ((row + matched) | (row - matched)) & full
    return len(first) - row.bit_count()


def _share(first: frozenset[str], second: frozenset[str]) -> float:
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def _match(first: Passage, second: Passage, kind: CopyKind, share: float) -> Match:
    return Match(first, second, kind, share, tuple(_common_runs(first.unquoted, second.unquoted)))


def _common_runs(first: Masked, second: Masked, least: int = PHRASE) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The common stretches of at least so many characters, longest first, none of them overlapping in the first.

    Each is a span of the first passage's text and one of the second's.
    """
    places: dict[str, list[int]] = {}
    text = second.characters
    for start in range(len(text) - least + 1):
        same = places.setdefault(text[start : start + least], [])
        if len(same) < _PLACES:
            same.append(start)
    found: list[tuple[int, int, int]] = []
    start = 0
    while start <= len(first.characters) - least:
        gram = first.characters[start : start + least]
        starts = places.get(gram, ()) if BREAK not in gram else ()
        length, other = max(((_extent(first, second, start, at), -at) for at in starts), default=(0, 0))
        if length:
            found.append((length, start, -other))
        start += max(length, 1)
    found.sort(key=lambda run: (-run[0], run[1]))
    return [
        (
            (first.offsets[one], first.offsets[one + length - 1] + 1),
            (second.offsets[two], second.offsets[two + length - 1] + 1),
        )
        for length, one, two in found
    ]


def _extent(first: Masked, second: Masked, start: int, at: int) -> int:
    """How far two texts go on alike from these places."""
    length = 0
    one, two = first.characters, second.characters
    while (
        start + length < len(one)
        and at + length < len(two)
        and one[start + length] == two[at + length]
        and one[start + length] != BREAK
    ):
        length += 1
    return length
