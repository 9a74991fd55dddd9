"""Two passages beside each other in two columns of a terminal, what they have in common in 【】."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from wcwidth import wcswidth, wcwidth

from mzsh.reports.columns import padded
from mzsh.reports.lines import shown

COLUMN = 36
"""Columns of each side, with one blank, a rule and one blank between: 2 + 36 + 3 + 36 are 77 of 80."""
_HANGING = 2
"""A punctuation mark may hang out of the column by so much, that no line begins with it."""
_NOT_FIRST, _NOT_LAST = "，。；：、！？）”》】…", "【（“《"
_PIECE = re.compile(r"[!-~]+|.", re.DOTALL)
_AROUND = 24
"""Characters of a long stretch that differs which are shown next to a common one."""


def side_by_side(left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    """Two columns of folded lines as lines."""
    for one, other in zip_longest(left, right, fillvalue=""):
        yield f"  {padded(one, COLUMN + _HANGING)}│ {other}".rstrip()


def marked(text: str, common: Sequence[tuple[int, int]], *, whole: bool = True) -> str:
    """A text on one line with its common stretches in 【】; unless it is wanted whole, what differs is shortened."""
    text = shown(text.replace("\n", " "))
    parts: list[str] = []
    end = 0
    for start, stop in common:
        between = text[end:start]
        parts += [between if whole else _shortened(between, first=end == 0, last=False), f"【{text[start:stop]}】"]
        end = stop
    rest = text[end:]
    return "".join([*parts, rest if whole or not common else _shortened(rest, first=False, last=True)])


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """What stands between two common stretches, or before the first, or after the last: only its ends if it is long."""
    before, after = 0 if first else _AROUND, 0 if last else _AROUND
    if len(text) <= before + after + 4:
        return text
    head, tail = text[:before], text[len(text) - after :] if after else ""
    middle = text[before : len(text) - after]
    if middle[0].isdigit():
        head = head.rstrip("0123456789")
    if middle[-1].isdigit():
        tail = tail.lstrip("0123456789")
    return f"{head}……{tail}"


def folded(text: str, width: int = COLUMN) -> list[str]:
    """The text broken to a display width; words and numbers stay whole where they fit."""
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text, width):
        wide = max(wcswidth(piece), 0)
        if used + wide > (width + _HANGING if piece in _NOT_FIRST else width) and line:
            kept = line.rstrip(_NOT_LAST) or line
            lines.append(kept.rstrip(" "))
            line = line[len(kept) :]
            used = max(wcswidth(line), 0)
            if piece == " ":
                continue
        line += piece
        used += wide
    return [*lines, line] if line else lines


def _pieces(text: str, width: int) -> Iterator[str]:
    """What is not broken: a word or number that fits into a line, else a character; combining ones add no width."""
    for match in _PIECE.finditer(text):
        if wcswidth(match[0]) <= width:
            yield match[0]
        else:
            yield from (char for char in match[0] if wcwidth(char) >= 0)
