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
from mzsh.model.examining import CAUSES, MEASURES, PROBLEMS, part_of

OPENING, OTHER = "开头", "其他"
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s*(?=\S)")
_PART = re.compile(r"^[一二三四五六七八九十]{1,2}、[^。；]{2,40}[。：:]?$")
_AREA = re.compile(
    r"^(?:[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)?\s*"
    r"(?:关于|对照|在|从)?[^。；\n]{0,60}?(?:方面(?:存在的(?:主要|突出)?问题)?|带头[^。；\n]{2,40}?)(?:[。：:]|$)"
)
_WRAP_LEAST = 4
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
    visible = _COMMENT.sub(_blank, _FRONT_MATTER.sub(_blank, text, count=1))
    rows = visible.split("\n")
    joined = _is_wrapped(rows) or any(_HEADING.match(row) for row in rows)
    found: list[Stretch] = []
    pending: list[tuple[int, str]] = []
    for number, row in enumerate(rows, 1):
        heading = _HEADING.match(row)
        bare = row.strip()
        if pending and (
            not joined or heading or not bare or NUMBERED.match(bare) or _PART.match(pending[0][1].strip())
        ):
            found.append(_stretch(pending))
            pending = []
        if heading:
            found.append(Stretch(row[heading.end() :].strip(), ((0, number, heading.end() + 1),), len(heading[1])))
        elif bare:
            pending.append((number, row))
    if pending:
        found.append(_stretch(pending))
    return found


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _is_wrapped(rows: list[str]) -> bool:
    """Whether lines were broken by a typesetter: several that end in mid-sentence at nearly one length."""
    written = [row.rstrip() for row in rows if row.strip()]
    broken = [len(row.strip()) for row in written if row[-1] not in _FULL_STOP and len(row.strip()) >= 16]
    return len(broken) >= _WRAP_LEAST and 2 * len(broken) >= len(written) and max(broken) - min(broken) <= 6


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
    part, area = OPENING, ""
    known = any(_opens_part(stretch) == PROBLEMS for stretch in stretches)
    for stretch in stretches:
        opened = _opens_part(stretch)
        if opened:
            part, area = opened, ""
            yield replace(stretch, level=stretch.level or 2, part=part)
        elif part in (PROBLEMS, OPENING, OTHER) and _opens_area(stretch):
            part, area = PROBLEMS, stretch.text
            yield replace(stretch, level=stretch.level or 3, part=part, area=area)
        else:
            here = part if known or part != OPENING else OTHER
            yield replace(stretch, part=here, area=area)


def _opens_part(stretch: Stretch) -> str | None:
    """The part that a heading opens; in a text without Markdown a short line 一、… may be one."""
    if stretch.level == 2 or (not stretch.level and _PART.match(stretch.text)):
        found = part_of(stretch.text)
        return found if found or not stretch.level else OTHER
    return None


def _opens_area(stretch: Stretch) -> bool:
    return stretch.level >= 3 or (
        not stretch.level and len(stretch.text) <= 120 and bool(_AREA.fullmatch(stretch.text))
    )


PARTS_OF_PROBLEMS = (PROBLEMS, OTHER)
"""Where the author's own faults belong; causes, measures and the opening are something else."""
__all__ = ["CAUSES", "MEASURES", "OPENING", "OTHER", "PARTS_OF_PROBLEMS", "PROBLEMS", "Stretch", "read_paper"]
