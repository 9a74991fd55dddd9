"""Judging passages (段): which of the five avoids and five substitutions one falls into, and what decided it.

A linear model over the words of the passage and the roles of its sentences: how much of it each role takes up, where
it is strongest, and what begins and ends the passage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from heapq import nlargest
from itertools import accumulate
from typing import Any

from mzsh.wording.judging.grams import Array, Table, read_table, scores, softmax
from mzsh.wording.judging.roles import CONCRETE, KINDS, ROLES, Kind, roles_of
from mzsh.wording.sentences import Sentence, normal, sentences

CLEAN = "-"
LABELS: Mapping[str, str] = {
    "A1": "MZ201",
    "A2": "MZ202",
    "A3": "MZ203",
    "A4": "MZ204",
    "A5": "MZ205",
    "S1": "MZ221",
    "S2": "MZ212",
    "S3": "MZ213",
    "S4": "MZ214",
    "C1": "MZ222",
    "C2": "MZ223",
}
"""The labels of the model, and the rule that speaks for each."""
LABEL_OF_GROUP: Mapping[str, str] = {
    "寒暄家常": "A1",
    "评功摆好": "A2",
    "泛泛而谈": "A3",
    "空话": "A3",
    "只谈工作": "A4",
    "避重就轻": "A5",
    "讲道理": "S1",
    "班子代替": "S2",
    "他人代替": "S3",
    "业务代替": "S4",
    "工作建议": "C1",
    "提希望": "C2",
    "具体": CLEAN,
}
"""What an office's own words (检查.词语) speak for, by the name of their group."""
ASKED: Mapping[Kind, tuple[str, ...]] = {
    "outline": ("A2", "A3", "A4", "A5", "S1", "S2", "S3", "S4"),
    "talk": ("A1", "A2", "A3", "A4", "A5"),
    "criticism": ("A1", "A2", "A3", "A5", "C1", "C2"),
}
"""What can be wrong with a passage of each kind of paper."""
TABLE = "段落毛病.tsv"
ROLE_WEIGHT = 0.4
"""What the share of a role counts against the values of sequences."""
PLACES = ("平均", "最强", "开头", "结尾")
_TRIED = 24
"""So many sentences are taken away in turn to see what decided: each costs a judgement of the passage."""
OWN_WORD = 3.0
"""How much one of the user's own words (检查.词语) speaks for its label; two are as many as count."""


@dataclass(frozen=True)
class Judged:
    """A passage with the roles of its sentences and the chance of each label; chances add up to one."""

    text: str
    kind: Kind
    sentences: tuple[Sentence, ...]
    roles: Array
    """A row for each sentence, a column for each of `ROLES`."""
    chances: Mapping[str, float]
    words: Words = field(repr=False)

    @cached_property
    def suspected(self) -> str:
        """The likeliest label that can be asked of such a paper."""
        return max(ASKED[self.kind], key=lambda label: self.chances[label])

    @property
    def most_concrete(self) -> float:
        """The chance that the sentence most like one tells a concrete fault of the right person."""
        columns = [list(ROLES).index(role) for role in CONCRETE]
        return float(self.roles[:, columns].sum(axis=1).max())

    def role(self, index: int) -> str:
        """The likeliest role of a sentence."""
        return list(ROLES)[int(self.roles[index].argmax())]

    @cached_property
    def decisive(self) -> tuple[int, ...]:
        """The sentences that decided for the suspected label, the strongest first.

        Tried by taking each away (of very many the likeliest): without it the chance falls. Where none does, the whole
        passage decided.
        """
        if len(self.sentences) < 2:
            return tuple(range(len(self.sentences)))
        tried = self._likeliest()
        rest = ["\n".join(s.text for s in self.sentences if s is not self.sentences[place]) for place in tried]
        without = judge([(text, self.kind) for text in rest], self.words)
        label = self.suspected
        falls = [
            (self.chances[label] - other.chances[label], -place) for place, other in zip(tried, without, strict=True)
        ]
        return tuple(-place for fall, place in sorted(falls, reverse=True) if fall > 0)

    def _likeliest(self) -> list[int]:
        """The sentences to try: all, but of very many only those that are likeliest to fall into the label alone."""
        places = list(range(len(self.sentences)))
        if len(places) <= _TRIED:
            return places
        alone = judge([(one.text, self.kind) for one in self.sentences], self.words)
        return sorted(nlargest(_TRIED, places, key=lambda place: alone[place].chances[self.suspected]))


@dataclass(frozen=True, slots=True)
class Words:
    """A user's own words (检查.词语): by label those that speak for it, and under `CLEAN` those that are concrete."""

    by_label: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def bonus(self, text: str) -> dict[str, float]:
        """How much they add for a passage, by label."""
        found: Counter[str] = Counter()
        for label, words in self.by_label:
            found[label] += sum(bool(word) and word in text for word in words)
        return {label: OWN_WORD * min(count, 2) for label, count in found.items() if count}


NO_WORDS = Words()


def judge(passages: Sequence[tuple[str, Kind]], words: Words = NO_WORDS) -> list[Judged]:
    """Judge many passages at once; a passage without a sentence is left to be clean."""
    if not passages:
        return []
    split = [sentences(text) or [Sentence("。", 0, 0)] for text, _ in passages]
    kinds = [kind for _, kind in passages]
    owners = [kind for kind, own in zip(kinds, split, strict=True) for _ in own]
    roles = roles_of([one.text for own in split for one in own], owners)
    chances = _chances([normal(text) for text, _ in passages], kinds, split, roles, words)
    columns = _table().columns
    ends = list(accumulate(len(own) for own in split))
    return [
        Judged(
            text,
            kind,
            tuple(own),
            roles[end - len(own) : end],
            dict(zip(columns, map(float, row), strict=True)),
            words,
        )
        for (text, kind), own, end, row in zip(passages, split, ends, chances, strict=True)
    ]


def _chances(
    texts: Sequence[str], kinds: Sequence[Kind], split: Sequence[Sequence[Sentence]], roles: Array, words: Words
) -> Array:
    table = _table()
    logits = scores(texts, table) + table.named["截距"]
    logits += role_features(split, roles, kinds) @ _role_weights()
    for row, text in enumerate(texts):
        for label, more in words.bonus(text).items():
            logits[row, table.columns.index(label)] += more
    return softmax(logits)


@cache
def _table() -> Table:
    return read_table(TABLE)


@cache
def _role_weights() -> Any:
    import numpy

    table = _table()
    return numpy.array([table.named[name] for name in feature_names()])


def feature_names() -> list[str]:
    """The features of roles: of all kinds of papers, then of each, then the kind itself."""
    every = [f"{place} {role}" for place in PLACES for role in ROLES]
    return [*every, *(f"{name} {kind}" for kind in KINDS.values() for name in every), *KINDS.values()]


def role_features(split: Sequence[Sequence[Sentence]], roles: Array, kinds: Sequence[Kind]) -> Array:
    """For each passage how its sentences' roles are shared out, weighted by their lengths."""
    import numpy

    sizes = numpy.array([len(own) for own in split])
    starts = numpy.concatenate(([0], numpy.cumsum(sizes)[:-1]))
    lengths = numpy.array([len(one.text) for own in split for one in own], dtype=float)[:, None]
    mean = numpy.add.reduceat(roles * lengths, starts) / numpy.add.reduceat(lengths, starts)
    parts = numpy.hstack([mean, numpy.maximum.reduceat(roles, starts), roles[starts], roles[starts + sizes - 1]])
    of_kind = numpy.array([[kind == one for one in KINDS] for kind in kinds], dtype=float)
    each = [parts * of_kind[:, [place]] for place in range(len(KINDS))]
    return numpy.hstack([parts, *each, of_kind]) * ROLE_WEIGHT
