"""Page, margins, grid and direction of each section."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.conformance import standard
from mzsh.conformance.item import Trace, custom, item, right, wrong
from mzsh.conformance.paper import Paper
from mzsh.conformance.standard import Margins
from mzsh.conformance.word.model import Section

_A_HAIR = 0.1


def _mm(twips: float) -> float:
    return twips / standard.TWIPS_A_MM


def is_a4(section: Section) -> bool:
    """Whether the page is A4, either way up."""
    sides = sorted((_mm(section.width), _mm(section.height)))
    return all(
        abs(side - wanted) <= standard.PAGE_TOLERANCE_MM for side, wanted in zip(sides, standard.PAGE_MM, strict=True)
    )


@item("page-size", "纸张", advice="布局 → 纸张大小 → A4")
def page_size(paper: Paper) -> Iterator[Trace]:
    """公文用纸采用 A4 型纸，成品幅面 210 mm × 297 mm。"""
    for section in paper.sections():
        found = f"{_mm(section.width):.0f} × {_mm(section.height):.0f} mm"
        yield right(found) if is_a4(section) else wrong(found, section.place)


@item("orientation", "纸张方向", advice="布局 → 纸张方向，重选一次纵向或横向")
def orientation(paper: Paper) -> Iterator[Trace]:
    """纵向的页面宽小于高，横排表格的页面宽大于高；文件里写的方向要与宽、高一致。"""
    for section in paper.sections():
        told = "横向" if section.orient == "landscape" else "纵向"
        shape = "横向" if section.landscape else "纵向"
        if told == shape:
            yield right(told)
        elif is_a4(section):
            yield wrong(f"写的是{told}，宽高却是{shape}", section.place)


def wanted_margins(section: Section) -> Margins:
    """The margins that a section should have: of the four ways to turn the type area, the one that fits it best."""
    margins = {side: _mm(length) for side, length in _margins(section).items()}
    turned = [standard.turned(left_first=a, top_first=b) for a in (True, False) for b in (True, False)]
    said = section.orient == "landscape"
    if said == section.landscape:
        candidates = turned if said else [standard.PORTRAIT]
    else:
        candidates = [standard.PORTRAIT, *turned]
    return min(candidates, key=lambda one: sum(not _fits(margins[side], getattr(one, side)) for side in margins))


def _margins(section: Section) -> dict[str, float]:
    return {**section.margins, "left": section.margins["left"] + section.gutter}


def _fits(found: float, wanted: float) -> bool:
    return abs(found - wanted) <= standard.MARGIN_TOLERANCE_MM


def _margin(paper: Paper, side: str) -> Iterator[Trace]:
    for section in paper.sections():
        found, wanted = _mm(_margins(section)[side]), getattr(wanted_margins(section), side)
        told = f"{found:.1f}".rstrip("0").rstrip(".") + " mm"
        if _fits(found, wanted):
            yield right(told)
        else:
            yield wrong(f"{told}，应为 {wanted:g} mm", section.place)


@item("margin-top", "上边距（天头）", advice="布局 → 页边距 → 自定义：上 3.7 厘米")
def margin_top(paper: Paper) -> Iterator[Trace]:
    """天头 37 mm ± 1 mm；横排的页面是版心转过来的，上为 28 mm（或 26 mm）。"""
    yield from _margin(paper, "top")


@item("margin-bottom", "下边距", advice="布局 → 页边距 → 自定义：下 3.5 厘米")
def margin_bottom(paper: Paper) -> Iterator[Trace]:
    """版心高 225 mm，天头 37 mm，下边因此是 35 mm；横排的页面下为 26 mm（或 28 mm）。"""
    yield from _margin(paper, "bottom")


@item("margin-left", "左边距（订口）", advice="布局 → 页边距 → 自定义：左 2.8 厘米，装订线 0")
def margin_left(paper: Paper) -> Iterator[Trace]:
    """订口 28 mm ± 1 mm（装订线算在内）；横排的页面左为 35 mm（或 37 mm）。"""
    yield from _margin(paper, "left")


@item("margin-right", "右边距（切口）", advice="布局 → 页边距 → 自定义：右 2.6 厘米")
def margin_right(paper: Paper) -> Iterator[Trace]:
    """版心宽 156 mm，订口 28 mm，右边因此是 26 mm；横排的页面右为 37 mm（或 35 mm）。"""
    yield from _margin(paper, "right")


def lines_a_page(pitch: float) -> int:
    """Lines of a pitch in twips that the type area's height holds."""
    return int(standard.TYPE_AREA_MM[1] * standard.TWIPS_A_MM / pitch) if pitch > 0 else 0


@item(
    "grid",
    "文档网格（每面22行，每行28字）",
    advice="布局 → 页边距 → 文档网格：指定行和字符网格，每页 22 行、每行 28 字",
)
def grid(paper: Paper) -> Iterator[Trace]:
    """一般每面排 22 行，每行排 28 个字，并撑满版心；特定情况可以作适当调整。"""
    low, high = (points * 20 for points in standard.CUSTOMARY_PITCH_PT)
    for section in paper.sections():
        pitch = f"行距 {section.pitch / 20:g} 磅"
        if section.grid not in ("lines", "linesAndChars", "snapToChars") or not section.pitch:
            yield wrong("没有定义文档网格", section.place)
        elif section.grid != "lines" and _characters(section, paper) != standard.CHARACTERS_A_LINE:
            yield wrong(f"网格每行 {_characters(section, paper)} 字", section.place)
        elif lines_a_page(section.pitch) == standard.LINES_A_PAGE:
            yield right(f"{pitch}，每面 22 行")
        elif low <= section.pitch <= high:
            yield custom(f"{pitch}，每面 {lines_a_page(section.pitch)} 行", section.place)
        else:
            yield wrong(f"{pitch}，每面 {lines_a_page(section.pitch)} 行", section.place)


def _characters(section: Section, paper: Paper) -> int:
    """Characters a line that a grid of lines and characters asks for, on a portrait page."""
    width = paper.word.body_size + section.extra / 4096
    return int(standard.TYPE_AREA_MM[0] * standard.POINTS_A_MM / width + _A_HAIR) if width > 0 else 0


@item("columns", "分栏", advice="布局 → 栏 → 一栏")
def columns(paper: Paper) -> Iterator[Trace]:
    """版心 156 mm × 225 mm，每行排 28 个字，通栏排，不分栏。"""
    for section in paper.sections():
        yield right("一栏") if section.columns == 1 else wrong(f"{section.columns} 栏", section.place)


@item("direction", "文字方向", advice="布局 → 文字方向 → 水平")
def direction(paper: Paper) -> Iterator[Trace]:
    """文字从左至右横写、横排。"""
    for section in paper.sections():
        flat = section.direction in ("lrTb", "lr", "lrTbV", "tb", "")
        yield right("横排") if flat else wrong("竖排", section.place)


@item("ornaments", "页面的装饰", advice="去掉页面边框、行号、页面背景；页眉不写字")
def ornaments(paper: Paper) -> Iterator[Trace]:
    """公文除各要素外不加页面边框、行号、背景；标准没有规定页眉，页眉写字是各地习惯。"""
    if paper.word.background:
        yield wrong("有页面背景", "全文")
    for section in paper.sections():
        for told in section.ornaments:
            yield wrong(f"有{told}", section.place)
        if any(paragraph.words for part in section.heads.values() for paragraph in part):
            yield custom("页眉写了字", section.place)
    yield right("没有")
