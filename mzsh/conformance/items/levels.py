"""The four levels (结构层次序数): 一、 （一） 1. （1）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mzsh.conformance import forms, standard
from mzsh.conformance.fonts import in_size, runs_in, typeface
from mzsh.conformance.item import Trace, custom, item, right, wrong
from mzsh.conformance.paper import LEVELS, Paper, Role
from mzsh.conformance.result import State
from mzsh.conformance.word.model import Paragraph

_HEADING_END = re.compile(r"[。：？！]")


@item("level-1-font", "一、级字体", advice="选中这些标题，中文字体选黑体")
def level_1_font(paper: Paper) -> Iterator[Trace]:
    """结构层次第一层“一、”用黑体字。"""
    yield from _headed(paper.of(Role.LEVEL_1), standard.HEI)


@item("level-2-font", "（一）级字体", advice="选中这些标题，中文字体选楷体_GB2312（或楷体）")
def level_2_font(paper: Paper) -> Iterator[Trace]:
    """结构层次第二层“（一）”用楷体字。"""
    yield from _headed(paper.of(Role.LEVEL_2), standard.KAI)


@item("level-3-font", "1.和（1）级字体", advice="选中这些标题，中文字体选仿宋_GB2312（或仿宋）")
def level_3_font(paper: Paper) -> Iterator[Trace]:
    """结构层次第三层“1.”和第四层“（1）”用仿宋体字。"""
    told = {(body.style, run.letters.fonts["eastAsia"]) for body in paper.of(Role.BODY) for run in typeface(body)}
    for paragraph in paper.of(Role.LEVEL_3, Role.LEVEL_4):
        runs = list(typeface(paragraph))
        fonts = {run.letters.fonts["eastAsia"] for run in runs}
        mixed = any(standard.family(font) == standard.FANG or (paragraph.style, font) in told for font in fonts)
        for run in runs:
            font = run.letters.fonts["eastAsia"]
            family = standard.family(font)
            if family == standard.FANG:
                yield right(font)
            elif mixed and family in (standard.KAI, standard.HEI):
                yield custom(f"段内用了{font}", paragraph.place)
            elif (paragraph.style, font) not in told and _is_well_numbered(paragraph):
                yield wrong(font, paragraph.place)


def _is_well_numbered(paragraph: Paragraph) -> bool:
    """Whether its number is right, or missing: a wrong one may be that of another level, and is told as such."""
    level = forms.level(paragraph.words)
    return not level or bool(forms.RIGHT_LEVELS[level - 1].match(paragraph.words))


def _headed(paragraphs: Iterable[Paragraph], wanted: str) -> Iterator[Trace]:
    """The heading is what stands before the first 。 or ： where text follows in the same paragraph."""
    for paragraph in paragraphs:
        room = _heading_length(paragraph)
        faced = {id(run) for run in typeface(paragraph)}
        for run in paragraph.runs:
            font = run.letters.fonts["eastAsia"]
            family = standard.family(font)
            heading = room > 0
            room -= len(run.text)
            if id(run) not in faced:
                continue
            if family == wanted or (not heading and family in (standard.FANG, standard.KAI, standard.HEI)):
                yield right(font)
            elif _is_well_numbered(paragraph) or family not in (standard.FANG, standard.KAI, standard.HEI):
                yield wrong(font, paragraph.place)


def _heading_length(paragraph: Paragraph) -> int:
    found = _HEADING_END.search(paragraph.text)
    return found.end() if found else len(paragraph.text)


@item("level-size", "层次标题字号", advice="选中这些标题，字号选三号")
def level_size(paper: Paper) -> Iterator[Trace]:
    """各级标题与正文一样用 3 号字。"""
    told = {(body.style, run.letters.size) for body in paper.of(Role.BODY) for run in runs_in(body)}
    yield from in_size(paper.of(Role.LEVEL_1, Role.LEVEL_2), standard.BODY_PT)
    for paragraph in paper.of(Role.LEVEL_3, Role.LEVEL_4):
        for trace in in_size([paragraph], standard.BODY_PT):
            sizes = {run.letters.size for run in runs_in(paragraph)}
            if trace.state is State.CONFORMS or any((paragraph.style, size) not in told for size in sizes):
                yield trace


@item("numbering", "层次序数的写法", advice="按“一、”“（一）”“1.”“（1）”改写序数和标点")
def numbering(paper: Paper) -> Iterator[Trace]:
    """结构层次序数依次用“一、”“（一）”“1.”“（1）”标注：括号用全角，括号后不再加标点，“1.”用下圆点不
    用顿号。
    """
    for paragraph in paper.of(*LEVELS):
        words = paragraph.words
        level = forms.level(words)
        typed = forms.LEVELS[level - 1].match(words) if level else None
        if typed is None:
            continue
        if forms.RIGHT_LEVELS[level - 1].match(words):
            yield right("一、（一）1.（1）")
        elif forms.WIDE_DOT.match(words):
            yield custom("“1．”用全角圆点", paragraph.place)
        else:
            yield wrong(f"写成“{typed[0]}”", paragraph.place)


@item("numbering-order", "层次序数的顺序", advice="查一查是不是漏了、重了；自动编号的，右键重新编号")
def numbering_order(paper: Paper) -> Iterator[Trace]:
    """结构层次序数依次标注，不跳号、不重号；附件等新的部分从头编起。"""
    # Where none was counted yet, the first may be there in another form, of which `numbering` speaks.
    counted = [0, 0]
    for role, paragraph in paper.text:
        if role in (Role.TITLE, Role.ANNEX):
            counted = [0, 0]
        if role not in (Role.LEVEL_1, Role.LEVEL_2):
            continue
        level = LEVELS.index(role)
        typed = forms.LEVELS[level].match(paragraph.words)
        if typed is None:
            continue
        number = forms.counted(typed[0])
        if number in (1, counted[level] + 1) or not counted[level]:
            yield right("依次")
        else:
            yield wrong(f"“{typed[0]}”前面是第 {counted[level]} 个", paragraph.place)
        counted[level] = number
        if level == 0:
            counted[1] = 0
