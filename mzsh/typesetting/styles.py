"""The paragraph styles (样式) of an official document, each with the name that a template's fenced div may use."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from mzsh.typesetting import standard
from mzsh.typesetting.standard import BODY_SIZE, CELL_SIZE, FANG_SONG, HEI, KAI, NOTE_SIZE, SMALL_CELL_SIZE, SONG, Style

Align = Literal["left", "center", "right", "both"]
BODY_STYLES: Final = frozenset({"Normal", "BodyText", "FirstParagraph", "BlockText", "Flush"})
EMPHASIS: Final = "Emphasis"
EMPHASIS_NAME: Final = "楷体强调"


@dataclass(frozen=True)
class ParagraphStyle:
    """One style: font and size, and how its lines lie; `before` and `after` count lines, indents count characters.

    `level` is the outline level from 1; `loose` lines grow with their text, which cells need.
    """

    id: str
    name: str
    font: str = FANG_SONG
    size: float = BODY_SIZE
    align: Align = "both"
    first_line: int = 0
    left: int = 0
    right: int = 0
    before: float = 0
    after: float = 0
    level: int = 0
    bold: bool = False
    loose: bool = False
    keep_next: bool = False
    new_page: bool = False
    color: str = standard.BLACK
    latin_font: str = ""

    @property
    def on_grid(self) -> bool:
        """Whether it is set like body text, 28 characters to the line."""
        return self.size == BODY_SIZE and not self.loose


def paragraph_styles(style: Style) -> tuple[ParagraphStyle, ...]:
    """Every style of the reference document, in the order of a document."""
    return (*_body(), *_head(style), *_levels(style), *_end(), *_table(), *_running())


def _body() -> tuple[ParagraphStyle, ...]:
    body = ParagraphStyle("BodyText", "Body Text", first_line=2)
    return (
        ParagraphStyle("Normal", "Normal"),
        body,
        replace(body, id="FirstParagraph", name="First Paragraph"),
        replace(body, id="BlockText", name="Block Text"),
        ParagraphStyle("Flush", "顶格"),
        ParagraphStyle("Centred", "居中", align="center"),
        ParagraphStyle("Right", "居右", align="right"),
    )


def _head(style: Style) -> tuple[ParagraphStyle, ...]:
    red = standard.RED
    title = ParagraphStyle(
        "Heading1",
        "heading 1",
        font=style.title_font,
        size=standard.TITLE_SIZE,
        align="center",
        after=1,
        level=1,
        keep_next=True,
    )
    return (
        ParagraphStyle("HeadMark", "版头标记", font=HEI, align="left"),
        ParagraphStyle(
            "AgencyMark", "发文机关标志", font=style.title_font, size=42, align="center", loose=True, color=red
        ),
        ParagraphStyle("DocumentNumber", "发文字号", align="center", before=2, after=2),
        title,
        replace(title, id="Title", name="Title", level=0),
        ParagraphStyle("Byline", "题下", font=KAI, align="center", after=1, keep_next=True),
        ParagraphStyle("Addressee", "主送机关"),
    )


def _levels(style: Style) -> tuple[ParagraphStyle, ...]:
    fonts = (HEI, KAI, FANG_SONG, FANG_SONG)
    return tuple(
        ParagraphStyle(
            f"Heading{number}",
            f"heading {number}",
            font=font,
            first_line=2,
            level=number,
            bold=level in style.bold,
            keep_next=True,
        )
        for number, (level, font) in enumerate(zip(standard.LEVELS, fonts, strict=True), start=2)
    )


def _end() -> tuple[ParagraphStyle, ...]:
    return (
        ParagraphStyle("AnnexNote", "附件说明"),
        ParagraphStyle("NameList", "名单", left=2),
        ParagraphStyle("Agency", "发文机关署名", align="right", right=4, keep_next=True),
        ParagraphStyle("Date", "成文日期", align="right", right=4),
        ParagraphStyle("Annex", "附件", font=HEI, align="left", after=1, new_page=True, keep_next=True),
        ParagraphStyle("Imprint", "版记", size=NOTE_SIZE),
    )


def _table() -> tuple[ParagraphStyle, ...]:
    cell = ParagraphStyle("Compact", "Compact", size=CELL_SIZE, align="left", loose=True)
    head = replace(cell, id="CellHead", name="表头", font=HEI, align="center", keep_next=True)
    return (
        cell,
        replace(cell, id="SmallCell", name="表格小字", size=SMALL_CELL_SIZE),
        head,
        replace(head, id="SmallCellHead", name="表头小字", size=SMALL_CELL_SIZE),
        replace(head, id="TableCaption", name="Table Caption", align="left"),
    )


def _running() -> tuple[ParagraphStyle, ...]:
    return (ParagraphStyle("Footer", "footer", font=SONG, size=NOTE_SIZE, latin_font=SONG),)
