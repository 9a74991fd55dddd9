"""What a Word file holds: frozen records, each knowing how to name its place (第几段、第几节、第几个表格)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mzsh.conformance.word.properties import Letters, Lines
from mzsh.conformance.word.styles import Style

_BEGINNING: Final = 10
"""Characters of a paragraph that a place shows."""
TEXT, CELL, BOX, NOTE, HEAD, FOOT = "正文", "表格", "文本框", "脚注", "页眉", "页脚"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one formatting; `field` names the field (域) whose result it is."""

    text: str
    letters: Letters
    themed: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a framed paragraph (图文框) hangs; `y` and `width` in twips, 0 where they are not written."""

    vertical: str
    place: str
    across: str
    y: float = 0.0
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` counts those of the text that say something, from 1."""

    runs: tuple[Run, ...]
    lines: Lines
    zone: str = TEXT
    label: str = ""
    style: str = ""
    number: int = 0
    section: int = 0
    frame: Frame | None = None
    red_line: bool = False
    breaks_after: bool = False
    where: str = ""
    text: str = ""

    @property
    def words(self) -> str:
        """The text with the number that Word counts, without the blanks around."""
        return (self.label + self.text).strip(" \t\n\f　\u00a0")

    @property
    def place(self) -> str:
        """Where it stands, with its first words."""
        beginning = self.words.replace("\n", " ")[:_BEGINNING]
        if self.zone == TEXT:
            return f"第{self.number}段“{beginning}”"
        return f"{self.where}“{beginning}”" if beginning else self.where


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    paragraphs: tuple[Paragraph, ...]
    span: int
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `header` rows come again on each page."""

    cells: tuple[Cell, ...]
    header: bool
    height: float
    rule: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the text; widths in twips, `share` in fiftieths of a percent where it is written so."""

    number: int
    rows: tuple[Row, ...]
    columns: tuple[float, ...]
    width: float
    share: float | None
    indent: float
    fixed: bool
    floating: bool
    section: int

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"第{self.number}个表格"


@dataclass(frozen=True, slots=True)
class Section:
    """A section (节) with its page; lengths in twips."""

    number: int
    width: float
    height: float
    orient: str
    margins: Mapping[str, float]
    gutter: float
    footer: float
    grid: str
    pitch: float
    extra: float
    columns: int
    direction: str
    title_page: bool
    start: int | None
    number_format: str
    ornaments: tuple[str, ...]
    feet: Mapping[str, tuple[Paragraph, ...]]
    heads: Mapping[str, tuple[Paragraph, ...]]

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its side (横排)."""
        return self.width > self.height

    @property
    def place(self) -> str:
        """Which section it is."""
        return f"第{self.number}节"


@dataclass(frozen=True)
class WordFile:
    """One file as the items read it."""

    blocks: tuple[Paragraph | Table, ...]
    sections: tuple[Section, ...]
    besides: tuple[Paragraph, ...] = ()
    """Paragraphs of text boxes, notes, heads and feet."""
    facing: bool = False
    """Whether odd and even pages differ."""
    changes: tuple[str, ...] = ()
    comments: int = 0
    people: Mapping[str, str] = field(default_factory=dict)
    default_theme: bool = False
    themed_styles: tuple[Style, ...] = ()
    body_size: float = 10.0
    background: bool = False
    prompts: tuple[str, ...] = ()
    """Content controls (内容控件) that still show their prompt."""
