"""Sentences (句): where a paragraph's sentences begin and end, with typists' punctuation read as it was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ASCII_MARKS = str.maketrans({",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"})
_ASCII_STOP = re.compile(r"(?<=[一-鿿”’）)\"])\.(?=\s|$|[一-鿿“\"])")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}
_END = re.compile(r"[。！？；…\n]+[”’」』）\"]*|$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its words with full-width punctuation, and where it stands (characters from 0)."""

    text: str
    start: int
    end: int


def normal(text: str) -> str:
    """The text with full-width punctuation and half-width digits; every character keeps its place."""
    return _ASCII_STOP.sub("。", text.translate(_HALF_WIDTH)).translate(_ASCII_MARKS)


def sentences(text: str) -> list[Sentence]:
    """The sentences of a passage; they end at 。！？； and at line ends, with the quotes that close there."""
    whole = normal(text)
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(whole):
        end = match.end()
        piece = whole[start:end]
        stripped = piece.strip()
        if stripped and any(char.isalnum() for char in stripped):
            lead = len(piece) - len(piece.lstrip())
            found.append(Sentence(stripped, start + lead, start + lead + len(stripped)))
        start = end
    return found
