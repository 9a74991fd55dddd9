"""The examination of one file."""

from __future__ import annotations

from mzsh.conformance.item import descriptions, judged
from mzsh.conformance.paper import Paper
from mzsh.conformance.result import Conformity
from mzsh.conformance.roles import roles
from mzsh.conformance.word.reading import read_word


def examine(content: bytes) -> Conformity:
    """Each item of GB/T 9704-2012 for a Word file; MzshError where the bytes are none."""
    word = read_word(content)
    paper = Paper(word, roles(word))
    return Conformity(tuple(judged(one, paper) for one in descriptions()))
