"""Sentences (句): where a paragraph's sentences begin and end, with typists' punctuation read as it was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TYPED = re.compile(r"[,;:?!()０-ｚ.]")
"""What a text may hold that is read as something else; most texts hold little of it."""
_MEANT = str.maketrans(
    {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
    | {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}
)
_ASCII_STOP = re.compile(r"(?<=[一-鿿”’）)\"])\.(?=\s|$|[一-鿿“\"])")
_END = re.compile(r"[。！？；…\n]+[”’」』）\"]*|$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its words with full-width punctuation, and where it stands (characters from 0)."""

    text: str
    start: int
    end: int


def normal(text: str) -> str:
    """The text with full-width punctuation and half-width digits; every character keeps its place."""
    return _ASCII_STOP.sub("。", text).translate(_MEANT) if _TYPED.search(text) else text


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
