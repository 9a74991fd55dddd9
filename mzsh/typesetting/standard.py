"""The figures of GB/T 9704-2012 (党政机关公文格式) as data, and what local custom (版式) may change."""

from dataclasses import dataclass, field
from typing import Final

from mzsh.errors import MzshError

LINES: Final = 22
CHARACTERS: Final = 28

# Sizes (字号) in points.
TITLE_SIZE: Final = 22.0  # 2号
BODY_SIZE: Final = 16.0  # 3号
NOTE_SIZE: Final = 14.0  # 4号: page number (页码) and imprint (版记)
CELL_SIZE: Final = 12.0  # 小四
SMALL_CELL_SIZE: Final = 10.5  # 五号
SMALL_CELLS_FROM: Final = 8  # columns from which a table is set in 五号

FANG_SONG: Final = "仿宋_GB2312"
KAI: Final = "楷体_GB2312"
HEI: Final = "黑体"
SONG: Final = "宋体"
XIAO_BIAO_SONG: Final = "方正小标宋简体"
TIMES: Final = "Times New Roman"

# Word asks for these where a font is not installed: newer Windows has 仿宋 and 楷体 without the _GB2312.
SUBSTITUTES: Final[tuple[tuple[str, str], ...]] = (
    (FANG_SONG, "仿宋"),
    (KAI, "楷体"),
    (HEI, "SimHei"),
    (SONG, "SimSun"),
    (XIAO_BIAO_SONG, "华文中宋"),
)

# 28 characters of 16 pt are wider than the type area's 156 mm, so each gives up a quarter of a point.
CHARACTER_SPACING: Final = -5  # twentieths of a point
CHARACTER_WIDTH: Final = 320  # twips of one 3号 character, as Word counts indents
NOTE_WIDTH: Final = 280  # and of one 4号 character, which is also the height of its line
GRID_PITCH: Final = 579  # twips: the most that leaves room for 22 lines in 225 mm (580 leaves 21)

RED: Final = "FF0000"
BLACK: Final = "000000"
MARK_DROP_MM: Final = 35.0  # 发文机关标志: below the type area's top
RED_RULE_GAP_MM: Final = 4.0
NUMBER_DROP_MM: Final = 7.0  # 页码: below the type area

# A letter (信函): its mark below the page's upper edge, its red double rules, the second above the page's lower edge.
LETTER_DROP_MM: Final = 30.0
LETTER_RULE_MM: Final = 170.0
LETTER_FOOT_MM: Final = 20.0
LETTER_THICK_RULE: Final = 18  # eighths of a point
LETTER_THIN_RULE: Final = 6
LETTER_RULE_HEIGHT_MM: Final = 1.4  # both lines and what lies between
LETTER_NUMBER_GAP: Final = 88  # twips from the first rule to the number's line: 7/8 of a 3号 character to its ink
THICK_RULE: Final = 8  # eighths of a point: 0.35 mm, first and last rule of the imprint
THIN_RULE: Final = 6  # 0.25 mm, between
TABLE_RULE: Final = 4  # 0.5 pt

LEVELS: Final = ("一、", "（一）", "1.", "（1）")


def twips(millimetres: float) -> int:
    """A length as Word counts it: twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


@dataclass(frozen=True)
class Page:
    """A page and its margins in millimetres; `footer` is the page number's foot above the page's edge, in twips."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    footer: int

    @property
    def text_width(self) -> int:
        """Width of the type area (版心) in twips."""
        return twips(self.width) - twips(self.left) - twips(self.right)

    @property
    def text_height(self) -> int:
        """Height of the type area in twips."""
        return twips(self.height) - twips(self.top) - twips(self.bottom)

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its side (横排)."""
        return self.width > self.height


PORTRAIT: Final = Page(width=210, height=297, top=37, right=26, bottom=35, left=28, footer=1440)

# The portrait type area turned: its top lies at the binding edge's side, its foot at the left.
LANDSCAPE: Final = Page(width=297, height=210, top=28, right=37, bottom=26, left=35, footer=930)


def page(*, landscape: bool) -> Page:
    """The page of a portrait or a landscape section."""
    return LANDSCAPE if landscape else PORTRAIT


@dataclass(frozen=True)
class Style:
    """What local custom (版式) decides and the standard leaves open.

    `pitch` (行距) is in points, `bold` (加粗) names levels as they are written (一、 （一） 1. （1）),
    `digit_font` (数字字体) also sets Latin letters, `title_font` (标题字体) the title and the red mark.
    """

    pitch: float = GRID_PITCH / 20
    bold: frozenset[str] = field(default_factory=frozenset)
    digit_font: str = TIMES
    title_font: str = XIAO_BIAO_SONG

    def __post_init__(self) -> None:
        """Refuse what no document can be set in."""
        if not 20 <= self.pitch <= 40:
            raise MzshError(
                f"版式的行距 {self.pitch:g} 磅不可用，应在 20 到 40 磅之间", hint="常用 28 磅；国标为每页22行"
            )
        if unknown := sorted(self.bold - set(LEVELS)):
            raise MzshError(f"版式的加粗不认得“{'、'.join(unknown)}”", hint=f"可写：{' '.join(LEVELS)}")
        for name in (self.digit_font, self.title_font):
            if not name.strip():
                raise MzshError("版式的字体名称是空的", hint="写字体名称，如 方正小标宋简体")

    @property
    def line(self) -> int:
        """The line pitch in twips."""
        return round(self.pitch * 20)
