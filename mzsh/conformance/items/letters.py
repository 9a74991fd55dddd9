"""Fonts in all four attributes, colour and decoration of every letter, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mzsh.conformance import standard
from mzsh.conformance.forms import BLANKS
from mzsh.conformance.item import Trace, custom, item, right, wrong
from mzsh.conformance.paper import LEVELS, Paper, Role
from mzsh.conformance.word.model import BOX, CELL, FOOT, TEXT, Paragraph, Run
from mzsh.conformance.word.properties import SLOTS, THEME, Letters
from mzsh.conformance.word.runs import red

_SLOT_NAMES = {"ascii": "西文", "hAnsi": "其他西文", "eastAsia": "中文", "cs": "复杂文种"}
_LATIN = ("ascii", "hAnsi", "cs")
_HEADED = (Role.TITLE, Role.BYLINE, Role.AGENCY_MARK, Role.HEAD_MARK, Role.ANNEX, Role.LEVEL_1, Role.LEVEL_2, Role.LINE)


_SPACED_FREELY = (Role.TITLE, Role.HEAD_MARK, Role.NUMBER, Role.AGENCY, Role.DATE, Role.ANNEX, Role.IMPRINT)
_FREE_SPACING_PT = 2.0


def _said(paragraph: Paragraph) -> Iterator[Run]:
    return (run for run in paragraph.runs if run.text.strip(BLANKS))


@item("theme-fonts", "主题字体", advice="选中文字，字体里中文、西文都直接选字体名，不选“（中文正文）”“（西文正文）”")
def theme_fonts(paper: Paper) -> Iterator[Trace]:
    """公文字体按名称指定；跟着主题走的字体换一台电脑就变，而且盖过指定的字体，默认格式、样式、文字里都不应有。"""
    if paper.word.default_theme:
        yield wrong("用了主题字体", "文档的默认字体")
    for style in paper.word.themed_styles:
        yield wrong("用了主题字体", f"样式“{style.name or style.id}”")
    for paragraph in paper.everything:
        if any(run.themed for run in _said(paragraph)):
            yield wrong("用了主题字体", paragraph.place)
    yield right("没有主题字体")


@item("font-attributes", "字体四项都写明", advice="选中全文，在字体对话框里把中文字体、西文字体、复杂文种字体都选定")
def font_attributes(paper: Paper) -> Iterator[Trace]:
    """字体要对中文、西文、其他西文、复杂文种四项都写明，缺哪一项，那一项就用软件自己的字体。"""
    for paragraph in paper.everything:
        for run in _said(paragraph):
            missing = [_SLOT_NAMES[slot] for slot in SLOTS if not run.letters.fonts[slot]]
            yield wrong(f"没有写{'、'.join(missing)}字体", paragraph.place) if missing else right("四项都写了")


@lru_cache(maxsize=512)
def is_latin(font: str, chinese: str) -> bool:
    """Whether a font is one for letters and figures beside a Chinese font."""
    family = standard.family(font)
    allowed = font == chinese or family == standard.FANG or (family and family == standard.family(chinese))
    return bool(allowed or font.lower().replace(" ", "") == "timesnewroman")


@item("latin-font", "数字、字母的字体", advice="选中全文，西文字体选 Times New Roman 或仿宋")
def latin_font(paper: Paper) -> Iterator[Trace]:
    """正文用 3 号仿宋体字，数字、字母随正文用仿宋；用 Times New Roman 是各地习惯，不用别的西文字体。"""
    headed = {id(one) for one in paper.of(*_HEADED)}
    for paragraph in paper.everything:
        if paragraph.zone == FOOT:
            continue
        free = paragraph.zone in (CELL, BOX) or id(paragraph) in headed
        for run in _said(paragraph):
            yield from _latin_traces(run.letters, paragraph, free=free)


def _latin_traces(shown: Letters, paragraph: Paragraph, *, free: bool) -> Iterator[Trace]:
    """In headings and tables the letters may be of any of the five typefaces."""
    chinese = shown.fonts["eastAsia"]
    for slot in _LATIN:
        font = shown.fonts[slot]  # type: ignore[index]
        if not font or font.startswith(THEME):
            continue
        if is_latin(font, chinese) or (free and standard.family(font)):
            yield custom("Times New Roman") if "times" in font.lower() else right(font)
        else:
            yield wrong(f"{_SLOT_NAMES[slot]}用了 {font}", paragraph.place)


@item("color", "文字颜色", advice="选中这些字，字体颜色选“自动”或黑色")
def color(paper: Paper) -> Iterator[Trace]:
    """如无特殊说明，公文中文字的颜色均为黑色；只有发文机关标志等版头要素印成红色。"""
    marks = {id(one) for one in paper.of(Role.AGENCY_MARK)}
    for paragraph in paper.everything:
        if id(paragraph) in marks or _is_red_box(paragraph):
            continue
        for run in _said(paragraph):
            yield right("黑色") if _black(run.letters.color) else wrong(f"颜色 {run.letters.color}", paragraph.place)


def _is_red_box(paragraph: Paragraph) -> bool:
    """A red mark that stands in a text box or in the head of the page."""
    beside = paragraph.zone not in (TEXT, CELL, FOOT)
    return beside and all(run.letters.size >= standard.TITLE_PT and red(run.letters.color) for run in _said(paragraph))


def _black(color: str) -> bool:
    return color.lower() in ("auto", "000000", "black", "")


@item("highlight", "底色", advice="选中这些字，去掉突出显示和底纹")
def highlight(paper: Paper) -> Iterator[Trace]:
    """成文不留突出显示（荧光笔）和文字底纹。"""
    for paragraph in paper.everything:
        shaded = paragraph.zone == TEXT and not _white(paragraph.lines.fill)
        for run in _said(paragraph):
            marked = run.letters.highlight.lower() not in ("none", "") or not _white(run.letters.fill)
            yield wrong("有底色", paragraph.place) if marked or shaded else right("没有底色")


def _white(fill: str) -> bool:
    return fill.lower() in ("auto", "ffffff", "")


@item("hidden-text", "隐藏文字", advice="选中全文，字体里去掉“隐藏”；不要的文字删去")
def hidden_text(paper: Paper) -> Iterator[Trace]:
    """成文不留隐藏文字：发出去别人能看到。"""
    for paragraph in paper.everything:
        for run in _said(paragraph):
            yield wrong("有隐藏的文字", paragraph.place) if run.letters.hidden else right("没有隐藏文字")


_DECORATIONS = {"i": "倾斜", "u": "下划线", "strike": "删除线", "dstrike": "双删除线", "em": "着重号"}


@item("decoration", "倾斜、下划线等", advice="选中这些字，去掉倾斜、下划线、删除线、着重号")
def decoration(paper: Paper) -> Iterator[Trace]:
    """公文用字体区别层次，不用倾斜、下划线、删除线、着重号、阴影等花样。"""
    for paragraph in paper.everything:
        for run in _said(paragraph):
            marks = [_DECORATIONS.get(mark, "文字效果") for mark in run.letters.decorations]
            yield wrong(f"用了{'、'.join(marks)}", paragraph.place) if marks else right("没有")


@item("bold", "加粗", advice="选中这些字，去掉加粗；要突出的用黑体或楷体")
def bold(paper: Paper) -> Iterator[Trace]:
    """标准用字体区别层次，没有规定加粗；标题和层次序数、段首一句、表格里加粗是各地习惯，正文不加粗。"""
    loose = {*LEVELS, Role.TITLE, Role.BYLINE, Role.AGENCY_MARK, Role.LINE}
    for role, paragraph in paper.text:
        runs = list(_said(paragraph))
        if not any(run.letters.bold for run in runs):
            yield from [right("没有加粗")] * bool(runs)
        elif role in loose or _leads(runs):
            yield custom("标题、段首有加粗", paragraph.place)
        else:
            yield wrong("正文加粗", paragraph.place)


def _leads(runs: list[Run]) -> bool:
    """Whether only the beginning of a paragraph is bold."""
    weights = [run.letters.bold for run in runs]
    return weights[0] and not weights[-1] and weights == sorted(weights, reverse=True)


@item("spacing-of-letters", "字距、缩放", advice="选中这些字，字体 → 高级：缩放 100%，间距标准，位置标准")
def spacing_of_letters(paper: Paper) -> Iterator[Trace]:
    """3 号字每行排 28 个；字符不缩放、不升降，字距只为凑足 28 字而略微收紧。"""
    for paragraph in paper.of(*LEVELS, Role.BODY, Role.ADDRESSEE, Role.ANNEX_NOTE):
        for run in _said(paragraph):
            yield from _spaced(run.letters, paragraph, on_grid=paper.section(paragraph).grid == "linesAndChars")
    for paragraph in paper.of(*_SPACED_FREELY):
        for run in _said(paragraph):
            if run.letters.scale != 100 or run.letters.raised or abs(run.letters.spacing) > _FREE_SPACING_PT:
                yield wrong("字符有缩放、升降或拉开", paragraph.place)


def _spaced(shown: Letters, paragraph: Paragraph, *, on_grid: bool) -> Iterator[Trace]:
    width = standard.BODY_PT + shown.spacing
    count = int(standard.TYPE_AREA_MM[0] * standard.POINTS_A_MM / width) if width > 0 else 0
    if shown.scale != 100 or shown.raised:
        yield wrong("字符有缩放或升降", paragraph.place)
    elif shown.spacing > 0 or count > standard.CHARACTERS_A_LINE:
        yield wrong(f"字距 {shown.spacing:+g} 磅，每行 {count} 字", paragraph.place)
    elif count < standard.CHARACTERS_A_LINE and not on_grid:
        yield custom(f"每行约 {count} 字")
    else:
        yield right("字距正常")
