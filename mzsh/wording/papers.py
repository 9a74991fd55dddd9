"""Reading a paper that has no workspace: its paragraphs, its parts (问题, 原因, 措施) and its areas.

A text may be Markdown, or what came out of Word: headings are lines like any other (一、存在的问题), lines may be
broken every 28 characters, a heading may run into its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mzsh.model.body import NUMBERED
from mzsh.model.examining import PROBLEMS, part_of

OPENING, OTHER = "开头", "其他"
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ITEM = re.compile(r"^[ \t]{0,3}[-*+][ \t]+(?=\S)")
_EMPHASIS = re.compile(r"\*\*|__")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s*(?=\S)")
_PART = re.compile(r"^[一二三四五六七八九十]{1,2}、[^。；]{2,40}[。：:]?$")
_AREA = re.compile(
    r"^(?:[（(][一二三四五六七八九十]{1,2}[）)]\s*[^。；！？，,]{2,30}(?:，[^。；！？]{2,80})?[。：:]?"
    r"|(?:[一二三四五六七八九十]{1,2}、)?\s*(?:关于|对照|在|从)?[^。；\n]{0,60}?"
    r"(?:方面(?:存在的(?:主要|突出)?问题)?|带头[^。；\n]{2,40}?)[。：:]?)$"
)
_TITLE = re.compile(r"(?:材料|提纲|发言|报告|记录|意见)$")
_WRAPS = 3
"""So many lines that are broken at one length show that a typesetter broke them."""
_WIDEST = 60
_RAGGED = 4
"""Characters by which such lines may differ, since some letters are narrow."""
_FULL_STOP = "。！？；：”）.!?;:"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph: its text with joined lines, and where each line of it began.

    `lines` holds, for each line, the offset in the text from which on it counts, its line and its column (from 1).
    """

    text: str
    lines: tuple[tuple[int, int, int], ...]
    level: int = 0
    """Of a heading, from 1; 0 for a paragraph."""
    part: str = OTHER
    """开头, 问题, 原因, 措施 or 其他: the part of the paper that it stands in."""
    area: str = ""
    """The heading of the area (方面) that it stands under."""

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character of the text."""
        begun, line, column = self.lines[bisect_right(self.lines, (offset, 10**9, 0)) - 1]
        return line, column + offset - begun


def paragraphs_of(text: str) -> list[Stretch]:
    """The paragraphs and headings of a text; front matter and HTML comments are none."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    visible = _COMMENT.sub(_blank, _FRONT_MATTER.sub(_blank, text, count=1))
    rows = _EMPHASIS.sub("  ", visible).split("\n")
    joined = _is_wrapped(rows) or any(_HEADING.match(row) for row in rows)
    found: list[Stretch] = []
    pending: list[tuple[int, str]] = []
    for number, row in enumerate(rows, 1):
        heading, item = _HEADING.match(row), _ITEM.match(row)
        row = " " * item.end() + row[item.end() :] if item else row
        bare = row.strip()
        begins = not joined or heading or item or not bare or NUMBERED.match(bare)
        if pending and (begins or (len(pending) == 1 and _is_heading(pending[0][1]))):
            found.append(_stretch(pending))
            pending = []
        if heading:
            found.append(Stretch(row[heading.end() :].strip(), ((0, number, heading.end() + 1),), len(heading[1])))
        elif bare:
            pending.append((number, row))
    if pending:
        found.append(_stretch(pending))
    return found


def _is_heading(row: str) -> bool:
    bare = row[:120].strip()
    return bool(_PART.match(bare) or (bare[:1] in "（(" and _AREA.fullmatch(bare)))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _is_wrapped(rows: list[str]) -> bool:
    """Whether lines were broken by a typesetter: several that end in mid-sentence at the width of the widest."""
    written = [row.strip() for row in rows if row.strip()]
    widest = max(map(len, written), default=0)
    broken = [row for row in written if len(row) >= widest - _RAGGED and row[-1] not in _FULL_STOP]
    return len(broken) >= _WRAPS and widest <= _WIDEST


def _stretch(pending: list[tuple[int, str]]) -> Stretch:
    pieces: list[str] = []
    lines: list[tuple[int, int, int]] = []
    offset = 0
    for number, row in pending:
        bare = row.strip()
        lines.append((offset, number, row.index(bare[0]) + 1))
        pieces.append(bare)
        offset += len(bare)
    return Stretch("".join(pieces), tuple(lines))


def read_paper(text: str) -> list[Stretch]:
    """The paragraphs of an outline or statement, each with its part and area; headings among them have a level."""
    return list(_with_parts(paragraphs_of(text)))


def _with_parts(stretches: list[Stretch]) -> Iterator[Stretch]:
    part, area, above = OPENING, "", 0
    known = any(_opens_part(stretch) == PROBLEMS for stretch in stretches)
    for number, stretch in enumerate(stretches):
        opened = _opens_part(stretch) if not above or stretch.level <= above else None
        if number == 0 and stretch.level == 1 and _TITLE.search(stretch.text):
            yield replace(stretch, part=OPENING)
        elif opened:
            part, area, above = opened, "", stretch.level
            yield replace(stretch, level=stretch.level or 2, part=part)
        elif part in (PROBLEMS, OPENING, OTHER) and _opens_area(stretch, known=known and part == PROBLEMS):
            part, area = PROBLEMS, stretch.text
            yield replace(stretch, level=max(stretch.level, 3), part=part, area=area)
        else:
            here = part if known or part != OPENING else OTHER
            yield replace(stretch, part=here, area=area)


def _opens_part(stretch: Stretch) -> str | None:
    """The part that a heading opens, of whatever level; in a text without Markdown a short line 一、… may be one."""
    if not stretch.level and not _PART.match(stretch.text):
        return None
    if _AREA.fullmatch(stretch.text):
        return None
    found = part_of(stretch.text)
    return OTHER if found is None and stretch.level == 2 else found


def _opens_area(stretch: Stretch, *, known: bool) -> bool:
    """Whether a heading or short line opens an area; below the problems every heading does."""
    if stretch.level:
        return stretch.level >= 3 or known
    return len(stretch.text) <= 120 and bool(_AREA.fullmatch(stretch.text))


PARTS_OF_PROBLEMS = (PROBLEMS, OTHER)
"""Where the author's own faults belong; causes, measures and the opening are something else."""
