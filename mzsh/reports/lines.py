"""Lines for a terminal of 80 columns: cut and wrapped by display width, commands unbroken on lines of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wcwidth import wcswidth, wcwidth

WIDTH = 80
Tone = Literal["plain", "error", "warning", "info", "faint", "good", "strong"]
_COMMAND = re.compile(r"mzsh(?: [^\s，。；：、（）“”]+)+")
"""A command in a text for people: it ends with the text, or at a Chinese punctuation mark."""
_PIECE = re.compile(rf"{_COMMAND.pattern}|[!-~]+|.", re.DOTALL)
_NOT_FIRST = "，。；：、！？）”》"


@dataclass(frozen=True, slots=True)
class Line:
    """A line and the tone in which a terminal may show it."""

    text: str = ""
    tone: Tone = "plain"


def shown(text: str) -> str:
    """The text with every character that would move the cursor replaced; its length stays."""
    if text.isprintable():
        return text
    return "".join(" " if char == "\t" else "?" if _is_control(char) else char for char in text)


def _is_control(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] == "C" or category in ("Zl", "Zp")


def cut(text: str, width: int) -> str:
    """The text cut to a display width, with … where something is missing."""
    if wcswidth(text) <= width:
        return text
    kept, used = "", 0
    for char in text:
        used += max(wcwidth(char), 0)
        if used > width - 2:
            break
        kept += char
    return kept + "…"


def wrapped(text: str, head: str, *, tone: Tone = "plain") -> Iterator[Line]:
    """The text behind a head, broken to the width; following lines are indented to where the text began."""
    indent = wcswidth(head)
    line, used, prefix = "", indent, head
    for piece, width in _pieces(shown(text.replace("\n", " ")), WIDTH - 2 - indent):
        if used + width > (WIDTH if piece in _NOT_FIRST else WIDTH - 2):
            yield Line(prefix + line.rstrip(" "), tone)
            line, used, prefix = "", indent, " " * indent
            if piece == " ":
                continue
        line += piece
        used += width
    yield Line(prefix + line, tone)


def _pieces(text: str, room: int) -> Iterator[tuple[str, int]]:
    """What is not broken, with its width: a command, a word or number, else a character."""
    for match in _PIECE.finditer(text):
        width = wcswidth(match[0])
        if len(match[0]) > 1 and 0 <= width <= room:
            yield match[0], width
        else:
            yield from ((char, max(wcwidth(char), 0)) for char in match[0])


def advice(text: str, head: str, *, tone: Tone = "plain") -> Iterator[Line]:
    """What to do, behind a head: its words wrapped, each command whole on a line of its own, to be copied."""
    at = 0
    for command in _COMMAND.finditer(text):
        words = text[at : command.start()].strip(" ，；、")
        if words not in ("", "运行"):
            yield from wrapped(words, head, tone=tone)
            head = " " * wcswidth(head)
        yield Line(head + shown(command[0]), tone)
        head = " " * wcswidth(head)
        at = command.end()
    rest = text[at:].lstrip(" ，；、。") if at else text
    if rest:
        yield from wrapped(rest, head, tone=tone)
