"""Parts of a count, and people with the same count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Share:
    """One part of a count: 座谈 6."""

    label: str
    count: int


@dataclass(frozen=True)
class Each:
    """People who have the same count: 顾承远、梁晓芸 6."""

    names: tuple[str, ...]
    count: int


def shares(labels: Iterable[str], order: Iterable[str] = ()) -> tuple[Share, ...]:
    """How often each label occurs, in the given order and then as they come."""
    counts = Counter(labels)
    return tuple(Share(label, counts[label]) for label in dict.fromkeys((*order, *counts)) if counts[label])


def each(counts: dict[str, int]) -> tuple[Each, ...]:
    """People grouped by their count, those without any left out."""
    groups = {count: tuple(name for name in counts if counts[name] == count) for count in counts.values() if count}
    return tuple(Each(names, count) for count, names in groups.items())
