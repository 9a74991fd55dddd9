"""The figures of GB/T 9704-2012 as the standard gives them: millimetres, points, characters; and its fonts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

POINTS_A_MM: Final = 72 / 25.4
TWIPS_A_MM: Final = 1440 / 25.4

PAGE_MM: Final = (210.0, 297.0)
PAGE_TOLERANCE_MM: Final = 1.0
TYPE_AREA_MM: Final = (156.0, 225.0)
MARGIN_TOLERANCE_MM: Final = 1.05
"""±1 mm, and what rounding to twips adds."""

LINES_A_PAGE: Final = 22
CHARACTERS_A_LINE: Final = 28

TITLE_PT: Final = 22.0
BODY_PT: Final = 16.0
SMALL_PT: Final = 14.0
SIZE_NAMES: Final = {
    42.0: "初号",
    36.0: "小初",
    26.0: "1号",
    24.0: "小1号",
    22.0: "2号",
    18.0: "小2号",
    16.0: "3号",
    15.0: "小3号",
    14.0: "4号",
    12.0: "小4号",
    10.5: "5号",
    9.0: "小5号",
}

FIRST_LINE_CHARACTERS: Final = 2.0
CUSTOMARY_PITCH_PT: Final = (26.0, 30.0)
LARGEST_MARK_MM: Final = 22.0
MARK_DROP_MM: Final = 35.0
MARK_DROP_TOLERANCE_MM: Final = 3.0
RED_RULE_GAP_MM: Final = 4.0
LETTER_MARK_MM: Final = 30.0
"""Of a letter's mark below the edge of the page."""
LETTER_RULE_MM: Final = 170.0
NUMBER_BELOW_MM: Final = 7.0
"""Of the page number's dash below the type area."""
NUMBER_TOLERANCE_MM: Final = 3.0
IMPRINT_RULE_MM: Final = 0.35
SEALED_DATE_RIGHT: Final = 4.0
UNSEALED_RIGHT: Final = 2.0

FANG, KAI, HEI, SONG, BIAO = "仿宋", "楷体", "黑体", "宋体", "小标宋"
_FAMILIES: Final = (
    (BIAO, ("小标宋", "xiaobiaosong", "fzxbs")),
    (FANG, ("仿宋", "fangsong", "fzfs")),
    (KAI, ("楷体", "kaiti", "simkai", "楷_gb", "fzkt", "方正楷")),
    (HEI, ("黑体", "simhei", "fzht", "方正黑")),
    (SONG, ("宋体", "simsun", "书宋", "华文宋", "stsong")),
)
_TITLE_CUSTOM: Final = ("中宋", "zhongsong", "标宋", "粗宋")


@dataclass(frozen=True)
class Margins:
    """The four margins in millimetres."""

    top: float
    right: float
    bottom: float
    left: float


PORTRAIT: Final = Margins(
    top=37.0,
    left=28.0,
    bottom=PAGE_MM[1] - 37.0 - TYPE_AREA_MM[1],
    right=PAGE_MM[0] - 28.0 - TYPE_AREA_MM[0],
)


def turned(*, left_first: bool, top_first: bool) -> Margins:
    """The portrait type area turned to lie (横排), to either side and mirrored."""
    top, bottom = (PORTRAIT.left, PORTRAIT.right) if top_first else (PORTRAIT.right, PORTRAIT.left)
    left, right = (PORTRAIT.bottom, PORTRAIT.top) if left_first else (PORTRAIT.top, PORTRAIT.bottom)
    return Margins(top=top, right=right, bottom=bottom, left=left)


@lru_cache(maxsize=1024)
def family(font: str) -> str:
    """Which of the five typefaces a font is; empty for any other."""
    name = font.lower().replace(" ", "")
    return next((told for told, parts in _FAMILIES if any(part in name for part in parts)), "")


def is_title_custom(font: str) -> bool:
    """Whether a font is customary for titles where 小标宋 is not installed."""
    return any(part in font.lower() for part in _TITLE_CUSTOM)


def is_chinese(font: str) -> bool:
    """Whether a font has Chinese characters: one of the five, or a Chinese name."""
    return bool(family(font)) or any("\u4e00" <= char <= "\u9fff" for char in font) or is_title_custom(font)


def sized(points: float) -> str:
    """A size as people say it: 3号（16磅）."""
    name = SIZE_NAMES.get(points, "")
    return f"{name}（{points:g}磅）" if name else f"{points:g}磅"
