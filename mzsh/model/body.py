"""A Markdown body as an office writes it: headings, and the paragraphs under them, with their lines.

Only what the rules need: `#` headings (with or without the blank), paragraphs and list items. HTML comments are the
program's guidance and suppressions and are no text. A paragraph ends at a blank line, a heading, a list marker or
office numbering (一是, （一）, 1.).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEADING = re.compile(r"^ {0,3}(#{1,6})(?!#)(.*)$")
_LIST_MARKER = re.compile(r"^(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)")
NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[是要、]|第[一二三四五六七八九十]{1,2}[，,、]|[（(][一二三四五六七八九十\d]{1,2}[）)]"
    r"|\d{1,2}(?:、|[.．](?!\d)|[.．](?=20\d\d年))|[①-⑳]|(?:首先|其次|再次|最后)[，,])"
)
"""How offices number paragraphs: a line that begins so begins a paragraph, blank line or not."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NOT_BREAK = re.compile(r"[^\n]")
_MARKS = re.compile(r"\*\*|__|`")
_BLANKS = " \t\u3000\u00a0"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item. `text` has its lines joined and Markdown emphasis removed."""

    text: str
    line: int
    column: int
    raw: str = ""
    bold_lead: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it up to the next heading of any level."""

    level: int
    title: str
    line: int
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def text(self) -> str:
        """All paragraphs, a line each."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Body:
    """The sections of a body in order; the text before the first heading is a section of level 0."""

    sections: tuple[Section, ...] = field(default=())

    @property
    def title(self) -> str:
        """The first heading of level 1, or nothing."""
        return next((section.title for section in self.sections if section.level == 1), "")

    @property
    def is_empty(self) -> bool:
        """No text but headings."""
        return not any(section.paragraphs for section in self.sections)

    def under(self, index: int) -> tuple[Section, ...]:
        """The section at `index` and all deeper ones that follow it."""
        first = self.sections[index]
        end = index + 1
        while end < len(self.sections) and self.sections[end].level > first.level:
            end += 1
        return self.sections[index:end]

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in order."""
        for section in self.sections:
            yield from section.paragraphs


EMPTY_BODY = Body()


def read_body(text: str, *, first_line: int = 1) -> Body:
    """Split a Markdown body; `first_line` is the line of the file on which `text` begins."""
    visible = _COMMENT.sub(lambda match: _NOT_BREAK.sub(" ", match.group()), text)
    sections: list[Section] = []
    level, title, line = 0, "", first_line
    paragraphs: list[Paragraph] = []
    pending: list[tuple[int, str]] = []

    def close_paragraph() -> None:
        if pending:
            paragraphs.append(_paragraph(pending))
            pending.clear()

    def close_section() -> None:
        close_paragraph()
        if level or paragraphs:
            sections.append(Section(level, title, line, tuple(paragraphs)))
        paragraphs.clear()

    for number, content in enumerate(visible.split("\n"), first_line):
        heading = _HEADING.match(content)
        if heading:
            close_section()
            level, title, line = len(heading[1]), _heading_text(heading[2]), number
        elif not content.strip(_BLANKS):
            close_paragraph()
        else:
            start = content.lstrip(_BLANKS)
            if _LIST_MARKER.match(start) or NUMBERED.match(start):
                close_paragraph()
            pending.append((number, content))
    close_section()
    return Body(tuple(sections))


def _heading_text(raw: str) -> str:
    """A heading without Markdown marks and closing #."""
    return _MARKS.sub("", raw).strip(_BLANKS).rstrip("#").rstrip(_BLANKS)


def _paragraph(pending: list[tuple[int, str]]) -> Paragraph:
    number, first = pending[0]
    start = first.lstrip(_BLANKS)
    marker = _LIST_MARKER.match(start)
    if marker:
        start = start[marker.end() :]
    raw = "".join([start.rstrip(), *(content.strip(_BLANKS) for _, content in pending[1:])])
    bold = re.match(r"(?:\*\*|__)(.+?)(?:\*\*|__)", raw)
    return Paragraph(_MARKS.sub("", raw), number, len(first) - len(start) + 1, raw, bold[1] if bold else "")
