"""Sequences of one to three characters as features, with weights that anybody can read in a table.

A table under `templates/lexicons/` has a row for each sequence: how rare it is (idf) and how much it speaks for each
column. A text's value of a sequence is (1 + ln count) × idf, divided by the length of all its values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from mzsh.wording.lexicons import lines

LONGEST = 3
_PRIME = 2_097_169
"""Larger than any code point: three characters become one number of 64 bits, and no two sequences the same."""
_BLANK = re.compile(r"\s+")
Array: TypeAlias = Any


@dataclass(frozen=True)
class Table:
    """Weights of sequences and of other named features, a column for each thing that is judged."""

    columns: tuple[str, ...]
    codes: Array
    """The sequences as numbers, ascending; the rows of `idf` and `weights` are in their order."""
    idf: Array
    weights: Array
    named: dict[str, Array]
    """The weights of features that are no sequences, by name; 截距 is the constant."""


def read_table(name: str) -> Table:
    """The table of that name: a head line with the columns, named features as 【名称】, then the sequences."""
    import numpy

    head, *rows = (line.split("\t") for line in lines(name))
    columns = tuple(head[2:])
    named = {row[0][1:-1]: numpy.array(row[2:], dtype=float) / 100 for row in rows if row[0][0] == "【"}
    grams = [row for row in rows if row[0][0] != "【"]
    codes = numpy.array([code_of(row[0]) for row in grams], dtype=numpy.uint64)
    order = numpy.argsort(codes)
    weights = numpy.array([row[2:] for row in grams], dtype=numpy.float32) / 100
    idf = numpy.array([row[1] for row in grams], dtype=float)
    return Table(columns, codes[order], idf[order], weights[order], named)


def code_of(gram: str) -> int:
    """A sequence of up to three characters as a number."""
    code = 0
    for char in gram:
        code = code * _PRIME + ord(char)
    return code


def values_of(texts: Sequence[str], codes: Array, idf: Array) -> tuple[Array, Array, Array]:
    """What of the sequences stands in the texts: for each find its text, its row in the table and its value."""
    import numpy

    rows, found = sequences_of(texts)
    places = numpy.searchsorted(codes, found)
    places[places == len(codes)] = 0
    known = codes[places] == found if len(codes) else numpy.zeros(len(found), dtype=bool)
    keys, counts = numpy.unique(rows[known] * len(codes) + places[known], return_counts=True)
    rows, places = numpy.divmod(keys, max(len(codes), 1))
    values = (1 + numpy.log(counts)) * idf[places]
    lengths = numpy.sqrt(numpy.bincount(rows, weights=values**2, minlength=len(texts)))
    return rows, places, values / lengths[rows]


def sequences_of(texts: Sequence[str]) -> tuple[Array, Array]:
    """Every sequence of one to three characters, as the number of its text and its code; blanks do not count."""
    import numpy

    bare = [_BLANK.sub("", text) for text in texts]
    whole = "\0".join(bare) + "\0" * LONGEST
    codes = numpy.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype=numpy.uint32).astype(numpy.uint64)
    size = len(codes) - LONGEST
    owners = numpy.repeat(numpy.arange(len(bare)), [len(text) + 1 for text in bare])[:size] if bare else codes[:0]
    value = numpy.zeros(size, dtype=numpy.uint64)
    inside = numpy.ones(size, dtype=bool)
    rows, found = [], []
    for step in range(LONGEST):
        letters = codes[step : step + size]
        inside = inside & (letters != 0)
        value = value * numpy.uint64(_PRIME) + letters
        rows.append(owners[inside])
        found.append(value[inside])
    return numpy.concatenate(rows).astype(numpy.int64), numpy.concatenate(found)


def scores(texts: Sequence[str], table: Table) -> Array:
    """For each text, how much its sequences speak for each column."""
    import numpy

    rows, places, values = values_of(texts, table.codes, table.idf)
    found = numpy.zeros((len(texts), len(table.columns)))
    if len(rows):
        starts = numpy.flatnonzero(numpy.concatenate(([True], rows[1:] != rows[:-1])))
        found[rows[starts]] = numpy.add.reduceat(values.astype(numpy.float32)[:, None] * table.weights[places], starts)
    return found


def softmax(logits: Array) -> Array:
    """Chances that add up to one in each row."""
    import numpy

    risen = numpy.exp(logits - logits.max(axis=1, keepdims=True)) if len(logits) else logits
    return risen / risen.sum(axis=1, keepdims=True) if len(logits) else logits
