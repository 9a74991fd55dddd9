"""Comparing two texts as they are, without a workspace: the public `compare_texts`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mzsh.wording.copies.comparing import CopyKind, Match, Passage
from mzsh.wording.copies.joining import Text, copies
from mzsh.wording.copies.masking import Formulas
from mzsh.wording.copies.meeting import titles_of
from mzsh.wording.papers import Stretch, paragraphs_of
from mzsh.workspace.presets import available_presets


@dataclass(frozen=True, slots=True)
class Spot:
    """One side of a copy: a paragraph as it was written, and where it begins (lines and columns from 1).

    `common` are the stretches of `text` that stand in the other paragraph too (characters from 0, end exclusive).
    """

    text: str
    line: int
    column: int
    common: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Two paragraphs of two texts that are one (雷同).

    `kind` is 原句照搬, 略作改动 or 换词改写; `share` (0…1) is how much of the shorter paragraph the other holds: by
    phrases of five characters, for 换词改写 by pairs of characters; `longest` is the longest common stretch.
    """

    first: Spot
    second: Spot
    kind: CopyKind
    share: float
    longest: str


def compare_texts(first: str, second: str) -> list[Copy]:
    """What two texts have in common that one must have from the other, strongest first; empty where they are
    independent.

    Official formulas, area titles and what both quote do not count; a common sentence of 22 characters does.
    """
    formulas = common_formulas()
    texts = [
        Text(name, tuple(Passage.of(stretch.text, formulas, stretch) for stretch in paragraphs_of(text)))
        for name, text in (("first", first), ("second", second))
    ]
    found = [copy_of(match) for _, _, match in copies(texts)]
    return sorted(found, key=lambda copy: (-copy.share, copy.first.line))


@lru_cache(maxsize=1)
def common_formulas() -> Formulas:
    """The formulas of every year whose preset the program has."""
    return Formulas(title for listing in available_presets() for title in titles_of(listing.preset))


def copy_of(match: Match) -> Copy:
    """A match of two passages that know where they stand (`where` is a Stretch)."""
    return Copy(
        _spot(match.first, tuple(sorted(one for one, _ in match.runs))),
        _spot(match.second, tuple(sorted(two for _, two in match.runs))),
        match.kind,
        round(match.share, 3),
        match.longest,
    )


def _spot(passage: Passage, common: tuple[tuple[int, int], ...]) -> Spot:
    stretch = passage.where
    line, column = stretch.place(0) if isinstance(stretch, Stretch) else (1, 1)
    return Spot(passage.text, line, column, common)
