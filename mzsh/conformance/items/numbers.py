"""Page numbers (页码) of each section."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh.conformance import standard
from mzsh.conformance.fonts import runs_in
from mzsh.conformance.forms import BLANKS
from mzsh.conformance.heads import is_letter
from mzsh.conformance.item import Trace, custom, item, right, wrong
from mzsh.conformance.items.page import wanted_margins
from mzsh.conformance.paper import Paper, leading, side_indents, trailing
from mzsh.conformance.standard import TWIPS_A_MM
from mzsh.conformance.word.model import Paragraph, Section
from mzsh.conformance.word.properties import THEME

_PAGE = "PAGE"
_MARK = "\0"
_FORM = re.compile(rf"—\s?{_MARK}\s?—")
_ONE = 1.0
_NEAR = 0.35


def numbered(section: Section, kind: str) -> Paragraph | None:
    """The paragraph of a foot or head that has the page number."""
    for part in (section.feet.get(kind, ()), section.heads.get(kind, ())):
        for paragraph in part:
            if any(run.field == _PAGE for run in paragraph.runs):
                return paragraph
    return None


def _first_is_bare(section: Section) -> bool:
    return section.title_page and numbered(section, "first") is None


def _outside(paragraph: Paragraph) -> bool:
    """Whether a frame puts it at the outer edge of odd and even pages alike."""
    return paragraph.frame is not None and paragraph.frame.across in ("outside", "inside")


@item("page-number", "页码", advice="插入 → 页码；每一节的页脚都要有，首页也要有（信函格式除外）")
def page_number(paper: Paper) -> Iterator[Trace]:
    """公文各面都编页码，置于版心下边缘之下；附件与正文一起连续编排；信函格式首页不显示页码。"""
    for section in paper.sections():
        if numbered(section, "default") is None:
            yield wrong("页脚里没有页码", section.place)
        elif section.title_page and numbered(section, "first") is None and not is_letter(paper):
            yield wrong("首页不同，首页没有页码", section.place)
        elif section.number == 1 and is_letter(paper) and not _first_is_bare(section):
            yield wrong("信函首页有页码", section.place)
        else:
            yield right("各节都有页码")


@item("odd-even", "奇偶页不同", advice="布局 → 版式（或页眉页脚选项）：勾选“奇偶页不同”")
def odd_even(paper: Paper) -> Iterator[Trace]:
    """单页码居右空一字，双页码居左空一字，奇数页和偶数页的页脚因此不同。"""
    if paper.word.facing:
        yield right("奇偶页不同")
    elif all(found is not None and _outside(found) for found in _all(paper, "default")):
        yield custom("用图文框放在外侧")
    else:
        yield wrong("奇偶页的页脚一样", "文档设置")


def _all(paper: Paper, kind: str) -> list[Paragraph | None]:
    return [numbered(section, kind) for section in paper.sections()]


@item("page-number-odd", "单页码的位置", advice="奇数页页脚：右对齐，右缩进 1 字符")
def page_number_odd(paper: Paper) -> Iterator[Trace]:
    """单页码居右空一字。"""
    for section in paper.sections():
        paragraph = numbered(section, "default")
        if paragraph is not None:
            yield _placed(paragraph, side="right", where=f"{section.place}奇数页页脚")


@item("page-number-even", "双页码的位置", advice="偶数页页脚：左对齐，左缩进 1 字符，也要有页码")
def page_number_even(paper: Paper) -> Iterator[Trace]:
    """双页码居左空一字。"""
    for section in paper.sections():
        paragraph, odd = numbered(section, "even"), numbered(section, "default")
        where = f"{section.place}偶数页页脚"
        if paragraph is not None:
            yield _placed(paragraph, side="left", where=where)
        elif odd is not None and _outside(odd):
            yield custom("用图文框放在外侧")
        elif odd is not None and paper.word.facing:
            yield wrong("偶数页没有页码", where)


def _placed(paragraph: Paragraph, *, side: str, where: str) -> Trace:
    told = "右" if side == "right" else "左"
    if paragraph.frame is not None and paragraph.frame.across:
        across = paragraph.frame.across
        fits = across in (side, "outside")
        return custom(f"用图文框居{told}") if fits else wrong(f"图文框没有居{told}", where)
    align = "left" if paragraph.lines.align in ("both", "distribute") else paragraph.lines.align
    if align != side:
        names = {"left": "居左", "right": "居右", "center": "居中"}
        return wrong(names.get(align, align), where)
    gap = _gap(paragraph, side)
    return right(f"居{told}空 1 字") if abs(gap - _ONE) <= _NEAR else wrong(f"居{told}空 {gap:.2g} 字", where)


def _gap(paragraph: Paragraph, side: str) -> float:
    """Characters of 4号 from the edge, those of 3号 too."""
    left, right_ = side_indents(paragraph)
    first = paragraph.lines.first_chars
    chars = paragraph.lines.left_chars if side == "left" else paragraph.lines.right_chars
    indent = (left if side == "left" else right_) + (
        (first if first is not None else paragraph.lines.first / 320) if side == "left" else 0
    )
    if chars is None and indent:
        indent = indent * standard.BODY_PT / standard.SMALL_PT
    return indent + (leading(paragraph.text) if side == "left" else trailing(paragraph.text))


@item("page-number-font", "页码字体字号", advice="选中页码和两边的横线，字体选宋体，字号选四号")
def page_number_font(paper: Paper) -> Iterator[Trace]:
    """页码一般用 4 号半角宋体阿拉伯数字。"""
    for where, paragraph in _numbers(paper):
        for run in runs_in(paragraph):
            shown = run.letters
            odd = [font for slot, font in shown.fonts.items() if font and not _fits(slot, font)]
            if odd:
                yield wrong(odd[0], where)
            elif shown.size != standard.SMALL_PT:
                yield wrong(standard.sized(shown.size), where)
            else:
                yield right("4号宋体")


def _fits(slot: str, font: str) -> bool:
    complex_script = slot == "cs" and font == "Times New Roman"
    return font.startswith(THEME) or standard.family(font) == standard.SONG or complex_script


def _numbers(paper: Paper) -> Iterator[tuple[str, Paragraph]]:
    names = {"default": "奇数页页脚", "even": "偶数页页脚", "first": "首页页脚"}
    seen: set[int] = set()
    for section in paper.sections():
        for kind, told in names.items():
            paragraph = numbered(section, kind)
            if paragraph is not None and id(paragraph) not in seen:
                seen.add(id(paragraph))
                yield f"{section.place}{told}", paragraph


@item("page-number-form", "页码的写法", advice="写成“— 1 —”，两边各一条一字线，不写“第1页”")
def page_number_form(paper: Paper) -> Iterator[Trace]:
    """页码用阿拉伯数字，数字左右各放一条一字线（— 1 —）。"""
    for where, paragraph in _numbers(paper):
        text = _with_mark(paragraph)
        if _FORM.fullmatch(text):
            yield right("— 1 —")
        else:
            yield wrong(f"写成“{text.replace(_MARK, '1')}”", where)
    for section in paper.sections():
        if section.number_format not in ("decimal", ""):
            yield wrong(f"数字格式是 {section.number_format}", section.place)


def _with_mark(paragraph: Paragraph) -> str:
    text = ""
    for run in paragraph.runs:
        if run.field != _PAGE:
            text += run.text
        elif not text.endswith(_MARK):
            text += _MARK
    return text.strip(BLANKS)


@item("page-number-restart", "页码连续", advice="页码格式 → 续前节；第一节从 1 开始")
def page_number_restart(paper: Paper) -> Iterator[Trace]:
    """附件与正文一起装订时，页码连续编排，各节不重新起编。"""
    for section in paper.sections():
        if section.start is None or (section.number == 1 and section.start == 1):
            yield right("连续编排")
        else:
            yield wrong(f"从 {section.start} 编起", section.place)


@item("page-number-height", "页码的高度", advice="布局 → 版式：页脚距边界约 2.5 厘米（横排的页面约 1.6 厘米）")
def page_number_height(paper: Paper) -> Iterator[Trace]:
    """页码编排在版心下边缘之下，一字线上距版心下边缘 7 mm；软件默认的页脚更低一些，算各地习惯。"""
    for section in paper.sections():
        paragraph = numbered(section, "default")
        if paragraph is None or paragraph.frame is not None:
            continue
        dash = section.footer / TWIPS_A_MM + standard.SMALL_PT / standard.POINTS_A_MM / 2
        below = wanted_margins(section).bottom - dash
        told = f"版心下约 {below:.0f} mm"
        if abs(below - standard.NUMBER_BELOW_MM) <= standard.NUMBER_TOLERANCE_MM:
            yield right(told)
        elif section.footer > 0 and dash < max(wanted_margins(section).bottom, section.margins["bottom"] / TWIPS_A_MM):
            yield custom(told, section.place)
        else:
            yield wrong("碰到了正文，或者在纸外", section.place)
