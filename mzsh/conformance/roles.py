"""Which part each paragraph plays, by style where there is one and by position, form and text where there is none.

One wrong property must not hide what a paragraph is: a title set in the wrong size is still a title.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from mzsh.conformance import forms, standard
from mzsh.conformance.forms import BLANKS
from mzsh.conformance.likeness import (
    is_flush,
    is_head_mark,
    is_red,
    is_short,
    looks_like_title,
    names_addressee,
    names_agency,
    names_heading_1,
    stands_free,
)
from mzsh.conformance.outlines import level_of, outline_levels
from mzsh.conformance.paper import LEVELS, Role, first_line, left_gap
from mzsh.conformance.word.model import Paragraph, Table, WordFile

_BY_STYLE: Final = {
    "title": Role.TITLE,
    "标题": Role.TITLE,
    "公文标题": Role.TITLE,
    "题下": Role.BYLINE,
    "subtitle": Role.BYLINE,
    "发文机关标志": Role.AGENCY_MARK,
    "发文字号": Role.NUMBER,
    "版头标记": Role.HEAD_MARK,
    "主送机关": Role.ADDRESSEE,
    "附件说明": Role.ANNEX_NOTE,
    "发文机关署名": Role.AGENCY,
    "成文日期": Role.DATE,
    "附件": Role.ANNEX,
    "版记": Role.IMPRINT,
    "顶格": Role.FLUSH,
}
_HEAD: Final = 8
"""Paragraphs among which a red head is looked for."""
_LAST: Final = 4
"""Paragraphs at the end of a part among which its signature is looked for."""
_FRONT: Final = (Role.HEAD_MARK, Role.AGENCY_MARK, Role.NUMBER, Role.TITLE)

Block = Paragraph | Table


def roles(word: WordFile) -> tuple[Role | None, ...]:
    """A role for each block of the text; None for a table."""
    return tuple(_Casting(word).cast())


class _Casting:
    """Gives out the roles, those that are surest first."""

    def __init__(self, word: WordFile) -> None:
        self._blocks = word.blocks
        self._roles: list[Role | None] = [None] * len(word.blocks)
        self._said = [
            at for at, one in enumerate(word.blocks) if isinstance(one, Paragraph) and one.words.strip(BLANKS)
        ]
        self._levels = outline_levels(word)

    def cast(self) -> list[Role | None]:
        """All roles."""
        self._styled()
        self._imprint()
        self._annexes()
        self._front()
        self._titles_within()
        self._addressee()
        self._tail()
        self._rest()
        return self._roles

    def _paragraph(self, at: int) -> Paragraph:
        block = self._blocks[at]
        assert isinstance(block, Paragraph)
        return block

    def _styled(self) -> None:
        for at in self._said:
            paragraph = self._paragraph(at)
            role = _BY_STYLE.get(paragraph.style.lower())
            if role is not None:
                self._roles[at] = role

    def _imprint(self) -> None:
        """版记: copies and issuing office, and what hangs in the same frame."""
        for at in self._said:
            words = self._paragraph(at).words
            if self._roles[at] is None and (forms.COPIES.match(words) or forms.ISSUED.fullmatch(words)):
                self._roles[at] = Role.IMPRINT
        framed = {self._paragraph(at).frame for at in self._said if self._roles[at] is Role.IMPRINT} - {None}
        for at, block in enumerate(self._blocks):
            if isinstance(block, Paragraph) and block.frame in framed and block.frame is not None:
                self._roles[at] = Role.IMPRINT

    def _annexes(self) -> None:
        for at in self._said:
            if self._roles[at] is None and forms.ANNEX.fullmatch(self._paragraph(at).words):
                self._roles[at] = Role.ANNEX

    def _front(self) -> None:
        """The red head, the title and what stands below it, from the top to the first line of text."""
        front = self._leading()
        titles = [at for at in front if self._roles[at] is None and looks_like_title(self._paragraph(at))]
        numbers = [at for at in front if forms.NUMBER_LINE.match(self._paragraph(at).words)]
        for at in numbers:
            self._roles[at] = Role.NUMBER
        for at in front:
            if self._roles[at] is None and is_head_mark(self._paragraph(at)):
                self._roles[at] = Role.HEAD_MARK
        for at in titles:
            if self._roles[at] is None:
                below = any(number > at for number in numbers)
                is_mark = below or (at == titles[0] and is_red(self._paragraph(at)))
                self._roles[at] = Role.AGENCY_MARK if is_mark else Role.TITLE
        begun = False
        for at in front:
            begun = begun or self._roles[at] is Role.TITLE
            paragraph = self._paragraph(at)
            addressed = paragraph.words.endswith(("：", ":"))
            if begun and self._roles[at] is None and paragraph.lines.align == "center" and not addressed:
                self._roles[at] = Role.BYLINE

    def _leading(self) -> list[int]:
        """The paragraphs before the text begins."""
        found: list[int] = []
        for at in self._said:
            paragraph = self._paragraph(at)
            table_before = any(isinstance(one, Table) for one in self._blocks[:at]) if not found else False
            if table_before or forms.level(paragraph.words) or self._roles[at] in (Role.ADDRESSEE, Role.ANNEX):
                break
            heads = forms.NUMBER_LINE.match(paragraph.words) or is_head_mark(paragraph) or is_red(paragraph)
            if not heads and self._roles[at] is None and not stands_free(paragraph):
                break
            found.append(at)
            if len(found) > 2 * _HEAD:
                break
        return found

    def _titles_within(self) -> None:
        """Titles of annexes and of further parts; a paper of many letters has a red head for each."""
        previous: int | None = None
        for at in self._said:
            paragraph = self._paragraph(at)
            before = self._roles[previous] if previous is not None else None
            if self._roles[at] is None and not forms.level(paragraph.words):
                opens = previous is None or before in (Role.ANNEX, Role.TITLE) or self._opens_page(at, previous)
                if looks_like_title(paragraph) or (opens and names_heading_1(paragraph)):
                    self._roles[at] = Role.AGENCY_MARK if is_red(paragraph) else Role.TITLE
                elif before is Role.AGENCY_MARK and forms.NUMBER_LINE.match(paragraph.words):
                    self._roles[at] = Role.NUMBER
            previous = at

    def _opens_page(self, at: int, previous: int) -> bool:
        paragraph = self._paragraph(at)
        return paragraph.lines.new_page or paragraph.section != self._paragraph(previous).section

    def _parts(self) -> list[list[int]]:
        """The paragraphs of the text, a list for each paper or annex in the file, titles at its beginning."""
        parts: list[list[int]] = [[]]
        previous: Role | None = None
        for at in self._said:
            role = self._roles[at]
            begins = role is Role.ANNEX or (role in _FRONT and previous not in (*_FRONT, Role.ANNEX))
            if begins and parts[-1]:
                parts.append([])
            parts[-1].append(at)
            previous = role
        return parts

    def _addressee(self) -> None:
        """主送机关: the first line below the title, where it names bodies and not what is reported."""
        for part in self._parts():
            front = [at for at in part if self._roles[at] is Role.TITLE]
            rest = [at for at in part if front and at > front[-1] and self._roles[at] is not Role.BYLINE]
            if not rest or self._roles[part[0]] is Role.ANNEX or self._roles[rest[0]] is not None:
                continue
            between = self._blocks[front[-1] : rest[0] + 2]
            if not any(isinstance(block, Table) for block in between) and names_addressee(self._paragraph(rest[0])):
                self._roles[rest[0]] = Role.ADDRESSEE

    def _tail(self) -> None:
        """Annex note and signature (附件说明、落款) at the end of each part."""
        for part in self._parts():
            text = [at for at in part if self._roles[at] not in (*_FRONT, Role.BYLINE, Role.ADDRESSEE, Role.IMPRINT)]
            noting = False
            for at in text:
                words = self._paragraph(at).words
                noting = self._roles[at] in (None, Role.ANNEX_NOTE) and bool(
                    forms.ANNEX_NOTE.match(words) or (noting and forms.NEXT_ANNEX.match(words))
                )
                if noting:
                    self._roles[at] = Role.ANNEX_NOTE
            self._signature(text)

    def _signature(self, text: list[int]) -> None:
        for previous, at in list(pairwise(text))[-_LAST:]:
            paragraph = self._paragraph(at)
            if self._roles[at] is None and forms.DATE_ALONE.fullmatch(paragraph.words):
                self._roles[at] = Role.DATE
            before = self._paragraph(previous)
            if self._roles[at] is Role.DATE and self._roles[previous] is None and names_agency(before):
                self._roles[previous] = Role.AGENCY

    def _rest(self) -> None:
        """Levels, text, and lines that stand for themselves."""
        for at, block in enumerate(self._blocks):
            if isinstance(block, Table) or self._roles[at] is not None:
                continue
            if not block.words.strip(BLANKS):
                self._roles[at] = Role.BLANK
                continue
            level = forms.level(block.words) or level_of(block, self._levels)
            if level and not self._is_form_line(at, block):
                self._roles[at] = LEVELS[level - 1]
            else:
                self._roles[at] = self._plain(at, block)

    def _plain(self, at: int, paragraph: Paragraph) -> Role:
        if abs(first_line(paragraph) - standard.FIRST_LINE_CHARACTERS) < 0.5:
            return Role.BODY
        if paragraph.style.lower() in ("table caption", "caption", "题注") or self._is_form_line(at, paragraph):
            return Role.LINE
        if paragraph.lines.align in ("center", "right") and is_short(paragraph):
            return Role.LINE
        if is_flush(paragraph):
            return Role.FLUSH
        return Role.BODY

    def _is_form_line(self, at: int, paragraph: Paragraph) -> bool:
        """A short line right above or below a table belongs to it."""
        beside = [*self._blocks[max(0, at - 1) : at], *self._blocks[at + 1 : at + 2]]
        return any(isinstance(one, Table) for one in beside) and left_gap(paragraph) < 1 and is_short(paragraph)
