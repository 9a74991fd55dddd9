"""What is judged as a whole: an area of an outline, a talk, one criticism; and where its sentences stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from mzsh.model.place import Span
from mzsh.model.text import plain
from mzsh.wording.judging.passages import CLEAN, NO_WORDS, Judged, Words, judge
from mzsh.wording.judging.roles import Kind
from mzsh.wording.judging.thresholds import CLEARLY, HINT, TELLS_A_FAULT, WARNING

_SHORTEST = 8
"""A unit with fewer characters says nothing that could be judged."""
_PARAGRAPH = 30
"""A shorter paragraph is a heading or belongs to the next one."""
_LONGEST = 6_000
"""Characters of a unit that are judged: more is no part of a paper."""


@dataclass(frozen=True)
class Piece:
    """A paragraph of a unit; `span` says where a stretch of it (characters from 0) stands in its file."""

    text: str
    span: Callable[[int, int], Span]


@dataclass(frozen=True)
class Unit:
    """A part of a paper that is judged as a whole: its file, what it is called (Chinese), and its paragraphs."""

    path: str
    kind: Kind
    name: str
    pieces: tuple[Piece, ...]

    @property
    def has_parts(self) -> bool:
        """Whether its paragraphs are problems of their own, to be judged one by one: those of an outline's area."""
        return self.kind == "outline" and len(self.pieces) > 1

    @cached_property
    def text(self) -> str:
        """Its paragraphs, a line each."""
        return "\n".join(piece.text for piece in self.pieces)[:_LONGEST]

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the text stands; it lies within one paragraph."""
        begun = 0
        for piece, last in zip(self.pieces, accumulate(len(piece.text) + 1 for piece in self.pieces), strict=True):
            if start < last:
                return piece.span(start - begun, min(end, last - 1) - begun)
            begun = last
        raise IndexError(start)


@dataclass(frozen=True)
class Verdict:
    """A unit as it was judged as a whole, and each of its paragraphs where there are several."""

    unit: Unit
    whole: Judged
    parts: tuple[Judged, ...]

    @property
    def is_warned(self) -> bool:
        """Whether the unit as a whole falls into anything.

        Where it is said that no fault is told at all (work only, a lecture), a sentence that tells one leaves a doubt.
        """
        label = self.whole.suspected
        doubtful = label in TELLS_A_FAULT and self.whole.most_concrete >= TELLS_A_FAULT[label]
        return self.whole.chances[label] >= WARNING[label] and not doubtful

    def found(self, label: str) -> Found | None:
        """That the unit falls into this, or that it may: nearly so as a whole, or clearly so in some paragraphs."""
        if self.is_warned:
            return Found(self, self.whole, _strongest(self.whole), True) if self.whole.suspected == label else None
        if self.whole.suspected == label and HINT <= self.whole.chances[label] > self.whole.chances[CLEAN]:
            return Found(self, self.whole, _strongest(self.whole), False)
        faulty = self._faulty_parts(label)
        if faulty:
            part = self.parts[faulty[0]]
            return Found(self, part, _strongest(part), False, piece=faulty[0], count=len(faulty))
        return None

    def _faulty_parts(self, label: str) -> list[int]:
        """The paragraphs that clearly fall into this by themselves, the likeliest first."""
        faulty = [
            (-part.chances[label], place)
            for place, part in enumerate(self.parts)
            if part.suspected == label and part.chances[label] >= CLEARLY and len(part.text) >= _PARAGRAPH
        ]
        return [place for _, place in sorted(faulty)]


def _strongest(judged: Judged) -> tuple[int, ...]:
    return judged.decisive or tuple(range(len(judged.sentences)))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence as it was written, and where."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """What decided for a label: in the unit as a whole, or in one paragraph (`piece`) of `count` that fall into it."""

    verdict: Verdict
    judged: Judged
    places: tuple[int, ...]
    is_certain: bool
    piece: int | None = None
    count: int = 0

    def sentence(self, place: int) -> Spoken:
        """A sentence of what was judged."""
        start, end = self.judged.sentences[place].start, self.judged.sentences[place].end
        unit = self.verdict.unit
        span = unit.span(start, end) if self.piece is None else unit.pieces[self.piece].span(start, end)
        return Spoken(self.judged.text[start:end], span)


@dataclass(frozen=True)
class Judgements:
    """Everything that was judged, once for all rules."""

    verdicts: tuple[Verdict, ...]

    def of(self, path: str) -> tuple[Verdict, ...]:
        """What was judged of one file."""
        return tuple(verdict for verdict in self.verdicts if verdict.unit.path == path)


def judge_units(units: Iterable[Unit], words: Words = NO_WORDS) -> Judgements:
    """Judge units, and the paragraphs of those that have several."""
    kept = [unit for unit in units if len(plain(unit.text)) >= _SHORTEST]
    several = [[piece.text for piece in unit.pieces] if unit.has_parts else [] for unit in kept]
    texts = [(unit.text, unit.kind) for unit in kept]
    parts = [(text, unit.kind) for unit, own in zip(kept, several, strict=True) for text in own]
    judged = judge([*texts, *parts], words)
    wholes, rest = judged[: len(kept)], iter(judged[len(kept) :])
    return Judgements(
        tuple(
            Verdict(unit, whole, tuple(next(rest) for _ in own))
            for unit, whole, own in zip(kept, wholes, several, strict=True)
        )
    )
