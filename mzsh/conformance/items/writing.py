"""Punctuation: Chinese marks in Chinese text, set in a Chinese font."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh.conformance import forms, standard
from mzsh.conformance.fonts import runs_in
from mzsh.conformance.forms import CJK
from mzsh.conformance.item import Trace, item, right, wrong
from mzsh.conformance.items.letters import is_latin
from mzsh.conformance.paper import Paper, Role
from mzsh.conformance.word.model import FOOT, TEXT, Paragraph, Run
from mzsh.conformance.word.properties import THEME

_CHINESE = re.compile(rf"[{CJK}]")
_STRAIGHT = re.compile(rf"[\"＂]|(?<=[{CJK}，。：；、])'|'(?=[{CJK}])")
_AMBIGUOUS = re.compile("[“”‘’—…·]")
_AFTER = f"{CJK}”’）》〉」』〕】％"
_HALF = re.compile(
    rf"(?<=[{_AFTER}])[,;:?!]"
    rf"|(?<=[{_AFTER}])\.(?=[{CJK}“（《]|\s*$)"
    rf"|(?<=[{CJK}])[,;](?=\d)"
    rf"|\((?=[{CJK}“《])|(?<=[{_AFTER}])\)"
    rf"|(?<=[{CJK}])\((?!\s*$)|(?<=[{CJK}])\.{{2,}}|(?<=[{CJK}])--+|(?<=\d)[,;](?=[{CJK}])|\)(?=[{CJK}，。；：、])"
)
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")


@item("straight-quotes", "直引号", advice="把直引号换成“ ”（中文输入法下打引号）")
def straight_quotes(paper: Paper) -> Iterator[Trace]:
    """中文用弯引号“”‘’，不用直引号。"""
    for paragraph in paper.everything:
        if _CHINESE.search(paragraph.text):
            found = _STRAIGHT.search(paragraph.text)
            yield wrong(f"用了{found[0]}", paragraph.place) if found else right("没有直引号")


@item("quote-pairs", "引号成对", advice="检查这一段的引号，左引号“和右引号”要成对")
def quote_pairs(paper: Paper) -> Iterator[Trace]:
    """引号左右成对：左引号“在前，右引号”在后，里面再用引号的用单引号‘’。"""
    for paragraph in paper.everything:
        marks = [char for char in paragraph.text if char in "“”"]
        if marks:
            fits = all(mark == "“”"[at % 2] for at, mark in enumerate(marks)) and not _unclosed(paragraph, marks)
            yield right("成对") if fits else wrong("左右不成对", paragraph.place)


def _unclosed(paragraph: Paragraph, marks: list[str]) -> bool:
    """A quotation of several paragraphs is closed in its last; one that is short is not."""
    return len(marks) % 2 == 1 and not (paragraph.text.lstrip(forms.BLANKS).startswith("“") and len(marks) == 1)


@item("quote-font", "引号、破折号的字体", advice="选中这些符号，字体直接选仿宋等中文字体，让它占一个字宽")
def quote_font(paper: Paper) -> Iterator[Trace]:
    """引号、破折号、省略号、间隔号用中文字体，占一个字或两个字的位置，不落到西文字体里。"""
    for paragraph in paper.everything:
        for run in runs_in(paragraph):
            found = _AMBIGUOUS.search(run.text)
            if found is None:
                continue
            if _told_elsewhere(run, paragraph):
                continue
            fits = run.letters.hint == "eastAsia" or all(map(standard.is_chinese, _latin_fonts(run)))
            yield right("用中文字体") if fits else wrong(f"“{found[0]}”用了西文字体", paragraph.place)


def _latin_fonts(run: Run) -> list[str]:
    return [run.letters.fonts["ascii"], run.letters.fonts["hAnsi"]]


def _told_elsewhere(run: Run, paragraph: Paragraph) -> bool:
    """Whether the fonts themselves are wrong, of which other items speak."""
    chinese = run.letters.fonts["eastAsia"]
    if paragraph.zone == FOOT:
        return True
    text_in_song = paragraph.zone == TEXT and standard.family(chinese) in ("", standard.SONG)
    odd = any(not font or font.startswith(THEME) or not is_latin(font, chinese) for font in _latin_fonts(run))
    return text_in_song or (odd and not all(map(standard.is_chinese, _latin_fonts(run))))


@item("punctuation", "全角标点", advice="把这些半角标点改成全角：，；：？！（）。……——")
def punctuation(paper: Paper) -> Iterator[Trace]:
    """汉字之间用全角标点：，。；：？！（），省略号……和破折号——占两个字。"""
    roles = {id(paragraph): role for role, paragraph in paper.text}
    for paragraph in paper.everything:
        if not _CHINESE.search(paragraph.text):
            continue
        text = _without_told_elsewhere(paragraph, roles.get(id(paragraph)))
        found = _HALF.search(text)
        if found:
            yield wrong(f"“{text[max(0, found.start() - 4) : found.end() + 4].strip()}”", paragraph.place)
        else:
            yield right("没有半角标点")


def _without_told_elsewhere(paragraph: Paragraph, role: Role | None) -> str:
    """The text without what other items look at: numbers of levels and documents, the addressee's colon."""
    text = forms.NUMBER.sub("号", paragraph.text)
    body = text.lstrip(forms.BLANKS)
    level = forms.level(body)
    if level:
        typed = forms.LEVELS[level - 1].match(body)
        text = body[typed.end() :] if typed else text
    if role is Role.ADDRESSEE:
        text = text.rstrip(":")
    if role is Role.TITLE:
        text = text.rstrip(":;,.")
    if role is Role.ANNEX:
        text = text.rstrip(":.")
    if role is Role.ANNEX_NOTE:
        text = re.sub(r"^\s*附\s*件\s*\d*\s*:", "", text).rstrip(",;.:")
    return text


@item("wide-digits", "数字用半角", advice="把全角的数字、字母改成半角")
def wide_digits(paper: Paper) -> Iterator[Trace]:
    """公文中的年月日、文号、计数等用阿拉伯数字，数字和字母用半角。"""
    for paragraph in paper.everything:
        found = WIDE.search(paragraph.text)
        yield wrong(f"有全角的“{found[0]}”", paragraph.place) if found else right("没有全角数字")
