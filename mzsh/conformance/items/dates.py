"""Dates (成文日期和文中的日期)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh.conformance import forms
from mzsh.conformance.item import Trace, item, right, wrong
from mzsh.conformance.items.leftovers import EMPTY_DATE, PLACEHOLDER
from mzsh.conformance.items.writing import WIDE
from mzsh.conformance.paper import Paper, Role
from mzsh.conformance.word.model import CELL

_FIGURE = "[〇○零一二三四五六七八九]"
_FORMS = (
    ("月、日编了虚位", re.compile(r"\d{4}\s*年\s*0\d?\s*月|(?:\d{4}\s*年\s*\d{1,2}\s*)?月\s*0\d?\s*日")),
    ("用了横线", re.compile(r"(?<![\d-])(?:19|20)\d{2}\s*[-－—–]\s*(?:0?[1-9]|1[0-2])\s*[-－—–]\s*\d{1,2}(?![\d-])")),
    ("用了斜线", re.compile(r"(?<![\d/])(?:19|20)\d{2}\s*[/／]\s*(?:0?[1-9]|1[0-2])\s*[/／]\s*\d{1,2}(?![\d/])")),
    ("用了汉字数字", re.compile(rf"{_FIGURE}{{4}}\s*年\s*[一二三四五六七八九十]{{1,2}}\s*月")),
    ("年份不是全称", re.compile(r"(?<!\d)(?<!［)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")),
    (
        "数字旁边有空格",
        re.compile(r"\d{4}[ \u00a0]+年|年[ \u00a0]*\d{1,2}[ \u00a0]+月|年[ \u00a0]+\d|月[ \u00a0]+\d{1,2}\s*日"),
    ),
)
_DOTTED = ("用了圆点", re.compile(r"(?<![\d.])(?:19|20)\d{2}[.．](?:0?[1-9]|1[0-2])[.．]\d{1,2}(?![\d.])"))
_WRITTEN = re.compile(r"\d{4}年\d{1,2}月")


@item("date-form", "日期的写法", advice="写成“2022年1月5日”：阿拉伯数字，年份全称，月日不编虚位，不用横线、斜线、圆点")
def date_form(paper: Paper) -> Iterator[Trace]:
    """成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位（即1不编为01）；文中的日期写法一致。"""
    for paragraph in paper.everything:
        patterns = _FORMS if paragraph.zone == CELL else (*_FORMS, _DOTTED)
        found = [(told, match[0]) for told, pattern in patterns if (match := pattern.search(paragraph.text))]
        for told, text in found[:1]:
            yield wrong(f"“{text}”{told}", paragraph.place)
        if not found and _WRITTEN.search(paragraph.text):
            yield right("2022年1月5日的写法")


@item("signing-date", "成文日期", advice="把年、月、日标全，如“2022年1月20日”")
def signing_date(paper: Paper) -> Iterator[Trace]:
    """成文日期署会议通过或者负责人签发的日期，年、月、日标全。"""
    for paragraph in paper.of(Role.DATE):
        told = (PLACEHOLDER, EMPTY_DATE, WIDE, *(pattern for _, pattern in (*_FORMS, _DOTTED)))
        if any(pattern.search(paragraph.text) for pattern in told):
            continue
        fits = forms.RIGHT_DATE.fullmatch(paragraph.words)
        yield right(paragraph.words) if fits else wrong(f"写成“{paragraph.words}”", paragraph.place)
