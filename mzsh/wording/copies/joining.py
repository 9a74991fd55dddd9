"""Finding the copies among many documents by an index of their phrases, never by comparing all with all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from mzsh.wording.copies.comparing import PHRASE, Match, Passage, compare
from mzsh.wording.copies.masking import BREAK

N = TypeVar("N")

_SHARED = 4
"""Phrases of five characters that two passages must have in common to be compared; they overlap, so these are eight
characters in a row, or a few words here and there. Texts with synonyms swapped share six and more."""
_CROWD = 24
"""A phrase in more passages than this links each only to the first that it is to be compared with: a clique would cost
their square, and what many copied is still found, as copies of one."""


_PRIME = 2_097_169
"""Larger than any code point, and odd: five characters become one number of 64 bits that is as good as unique."""


@dataclass(frozen=True)
class Text(Generic[N]):
    """One document to be compared: its name, and its passages."""

    name: N
    passages: tuple[Passage, ...]


def copies(
    texts: Sequence[Text[N]], wanted: Callable[[N, N], bool] = lambda first, second: True
) -> Iterator[tuple[Text[N], Text[N], Match]]:
    """The copies between any two of the documents, in their order; each pair of passages once.

    `wanted` says of two documents' names whether they are to be compared.
    """
    numbered = [(number, p) for number, text in enumerate(texts) for p in text.passages if p.is_comparable]
    for one, two in _candidates(numbered, lambda one, two: wanted(texts[one].name, texts[two].name)):
        match = compare(numbered[one][1], numbered[two][1])
        if match:
            yield texts[numbered[one][0]], texts[numbered[two][0]], match


def _candidates(numbered: Sequence[tuple[int, Passage]], wanted: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    """Pairs of passages of different documents that are to be compared and share enough phrases, in order."""
    import numpy

    phrases, holders = _phrases([passage for _, passage in numbered])
    order = numpy.lexsort((holders, phrases))
    phrases, holders = phrases[order], holders[order]
    fresh = numpy.ones(len(phrases), dtype=bool)
    fresh[1:] = (phrases[1:] != phrases[:-1]) | (holders[1:] != holders[:-1])
    phrases, holders = phrases[fresh], holders[fresh]
    _, starts, sizes = numpy.unique(phrases, return_index=True, return_counts=True)
    several = sizes > 1
    asked = cache(lambda one, two: one != two and wanted(one, two))
    shared: Counter[tuple[int, int]] = Counter()
    for start, size in zip(starts[several].tolist(), sizes[several].tolist(), strict=True):
        indexes = holders[start : start + size].tolist()
        shared.update(_linked(indexes, [numbered[index][0] for index in indexes], asked))
    return sorted(pair for pair, count in shared.items() if count >= _SHARED)


def _linked(
    indexes: Sequence[int], owners: Sequence[int], asked: Callable[[int, int], bool]
) -> Iterator[tuple[int, int]]:
    """The pairs of passages that one phrase links: all of them, but of a crowd each with the first that it may be."""
    crowd = len(indexes) > _CROWD
    for position, two in enumerate(indexes):
        for before in range(position):
            if asked(owners[before], owners[position]):
                yield indexes[before], two
                if crowd:
                    break


def _phrases(passages: Sequence[Passage]) -> tuple[Any, Any]:
    """Every phrase as a number, and the passage that holds it; phrases across a break are left out."""
    import numpy

    text = "".join(f"{BREAK}{passage.unquoted.characters}" for passage in passages) + BREAK * PHRASE
    codes = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=numpy.uint32).astype(numpy.uint64)
    whose = numpy.repeat(
        numpy.arange(len(passages), dtype=numpy.int32), [len(p.unquoted.characters) + 1 for p in passages]
    )
    count = len(whose)
    value = numpy.zeros(count, dtype=numpy.uint64)
    whole = numpy.ones(count, dtype=bool)
    for step in range(PHRASE):
        value = value * numpy.uint64(_PRIME) + codes[step : step + count]
        whole &= codes[step : step + count] != 0
    return value[whole], whose[whole]
