"""A Word file with the part that each paragraph plays (标题、主送机关、正文、落款 …)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from mzsh.conformance import standard
from mzsh.conformance.forms import BLANKS, characters
from mzsh.conformance.word.model import Paragraph, Section, Table, WordFile
from mzsh.conformance.word.properties import CONTRADICTORY


class Role(Enum):
    """What a paragraph of the text is."""

    BLANK = "空行"
    HEAD_MARK = "份号、密级、紧急程度"
    AGENCY_MARK = "发文机关标志"
    NUMBER = "发文字号"
    TITLE = "标题"
    BYLINE = "题下"
    ADDRESSEE = "主送机关"
    LEVEL_1 = "一级标题"
    LEVEL_2 = "二级标题"
    LEVEL_3 = "三级标题"
    LEVEL_4 = "四级标题"
    BODY = "正文"
    FLUSH = "顶格"
    LINE = "短行"
    ANNEX_NOTE = "附件说明"
    AGENCY = "发文机关署名"
    DATE = "成文日期"
    ANNEX = "附件"
    IMPRINT = "版记"


LEVELS = (Role.LEVEL_1, Role.LEVEL_2, Role.LEVEL_3, Role.LEVEL_4)
RUNNING_TEXT = (Role.BODY, *LEVELS)
SET_AS_TEXT = (*RUNNING_TEXT, Role.ADDRESSEE, Role.FLUSH, Role.ANNEX_NOTE, Role.AGENCY, Role.DATE)


@dataclass(frozen=True)
class Paper:
    """One file, ready to be asked."""

    word: WordFile
    roles: tuple[Role | None, ...]
    """One for each block; None for a table."""

    @cached_property
    def text(self) -> tuple[tuple[Role, Paragraph], ...]:
        """Paragraphs of the text with their roles, blank ones too."""
        return tuple(
            (role, block)
            for role, block in zip(self.roles, self.word.blocks, strict=True)
            if role is not None and isinstance(block, Paragraph)
        )

    @cached_property
    def by_role(self) -> Mapping[Role, tuple[Paragraph, ...]]:
        """Paragraphs of the text by role."""
        found: dict[Role, list[Paragraph]] = {role: [] for role in Role}
        for role, paragraph in self.text:
            found[role].append(paragraph)
        return {role: tuple(paragraphs) for role, paragraphs in found.items()}

    def of(self, *roles: Role) -> tuple[Paragraph, ...]:
        """The paragraphs of these roles."""
        if len(roles) == 1:
            return self.by_role[roles[0]]
        return tuple(paragraph for role, paragraph in self.text if role in roles)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the text."""
        return tuple(block for block in self.word.blocks if isinstance(block, Table))

    @cached_property
    def cells(self) -> tuple[Paragraph, ...]:
        """The paragraphs of all tables."""
        return tuple(
            paragraph
            for table in self.tables
            for row in table.rows
            for cell in row.cells
            for paragraph in cell.paragraphs
        )

    @cached_property
    def everything(self) -> tuple[Paragraph, ...]:
        """Every paragraph that says something, wherever it stands."""
        paragraphs = [*(paragraph for _, paragraph in self.text), *self.cells, *self.word.besides]
        return tuple(one for one in paragraphs if one.text.strip(BLANKS))

    def section(self, paragraph: Paragraph | Table) -> Section:
        """The section of a paragraph or table of the text."""
        return self.word.sections[min(paragraph.section, len(self.word.sections)) - 1]

    def sections(self) -> Iterator[Section]:
        """All sections."""
        return iter(self.word.sections)

    @cached_property
    def usual_align(self) -> str:
        """How most of the text is aligned; a paper that is wrong throughout is told so once."""
        counts = Counter(one.lines.align for one in self.of(*RUNNING_TEXT))
        return counts.most_common(1)[0][0] if counts else "both"

    def stands_aside(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is centred or at the right while the text is not."""
        align = paragraph.lines.align
        return align in ("center", "right") and align != self.usual_align

    @cached_property
    def red_headed(self) -> bool:
        """Whether the paper has a red head (版头)."""
        return bool(self.by_role[Role.AGENCY_MARK])


def left_gap(paragraph: Paragraph) -> float:
    """How far the first line begins from the left, in characters, typed blanks included."""
    lines = paragraph.lines
    return _side(lines.left, lines.left_chars) + first_line(paragraph) + leading(paragraph.text)


def first_line(paragraph: Paragraph) -> float:
    """The indent of the first line in characters; negative where the others hang."""
    lines = paragraph.lines
    return _side(lines.first, lines.first_chars)


def side_indents(paragraph: Paragraph) -> tuple[float, float]:
    """The indents of all lines at the left and at the right, in characters."""
    lines = paragraph.lines
    return _side(lines.left, lines.left_chars), _side(lines.right, lines.right_chars)


def told_indent(chars: float) -> str:
    """An indent in words."""
    return "按字数和按长度写得不一样" if chars == CONTRADICTORY else f"{chars:.3g} 字"


def right_gap(paragraph: Paragraph, *, measure: float = standard.CHARACTERS_A_LINE) -> float:
    """How far a short line ends from the right, in characters, typed blanks included."""
    left, right = side_indents(paragraph)
    width = characters(paragraph.words)
    if paragraph.lines.align == "right":
        return right + trailing(paragraph.text)
    if paragraph.lines.align == "center":
        return (measure - left - right - width) / 2 + right
    return measure - left_gap(paragraph) - width


def leading(text: str) -> float:
    """The width of the blanks that a text begins with."""
    return _blank(text[: len(text) - len(text.lstrip(BLANKS))])


def trailing(text: str) -> float:
    """The width of the blanks that a text ends with."""
    return _blank(text[len(text.rstrip(BLANKS)) :])


def _blank(blanks: str) -> float:
    return sum(1.0 if char == "　" else 2.0 if char == "\t" else 0.5 if char in " \u00a0" else 0.0 for char in blanks)


def _side(length: float, chars: float | None) -> float:
    """A length in characters; one that is written in characters counts."""
    return chars if chars is not None else length / (standard.BODY_PT * 20)
