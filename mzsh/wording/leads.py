"""Lead sentences (领句): how an author opens each problem — 一是…, 1.…, bold, #### — for drafting 对照检查."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from mzsh.model.body import Paragraph
from mzsh.model.text import plain

_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("heading", re.compile(r"(?!)")),
    ("bold", re.compile(r"(?!)")),
    ("arabic", re.compile(r"\d{1,2}[.．、)）]\s*")),
    ("bracket", re.compile(r"[（(][一二三四五六七八九十\d]{1,2}[）)]\s*")),
    ("circled", re.compile(r"[①-⑳]\s*")),
    ("one_is", re.compile(r"[一二三四五六七八九十]{1,2}是[，,：:]?")),
    ("first", re.compile(r"第[一二三四五六七八九十]{1,2}[，,、：:]\s*")),
)
_INSIDE = {"one_is", "first", "circled"}
"""Styles that also open a problem in the middle of a paragraph, behind the end of a sentence."""
_STOP = re.compile(r"[。；;！!？?]|[：:](?!\d)")
_OPENING = re.compile(r"^(?:主要(?:是|表现[为在]|问题是)|具体表现[为在]|表现[为在])[：:，,]?(?=\S{4})")
_LEAD_IN = re.compile(r"(?:以下|如下|下列|方面|表现在|主要是|主要有|有[：:])\S{0,6}[：:。]?$")
MAX_SUMMARY = 40
MIN_SUMMARY = 4
_ENOUGH = 500
"""Characters behind a lead's number that are looked at: far more than a summary and the blanks before it."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A problem's opening words, as the author wrote them, and the line they stand on."""

    text: str
    line: int


def find_leads(blocks: Sequence[Paragraph], headings: Collection[int] = ()) -> list[Lead]:
    """The problems that an area's paragraphs open.

    `headings` are the lines of deeper headings among the blocks. The style of the first numbered paragraph is the
    problems' own; other numbering is nested (具体表现为：一是…). Without any, each paragraph opens one.
    """
    headings = frozenset(headings)
    style = _first_style(blocks, headings)
    if style == "heading":
        return [Lead(_strip(b.text), b.line) for b in blocks if b.line in headings and _long_enough(b.text)]
    if style == "bold":
        return [Lead(_trim(b.bold_lead), b.line) for b in blocks if b.bold_lead and _long_enough(b.bold_lead)]
    if style:
        pattern = dict(_STYLES)[style]
        leads = [lead for block in blocks for lead in _numbered(block, pattern, inside=style in _INSIDE)]
        if leads:
            return leads
    texts = [b for b in blocks if not _LEAD_IN.search(b.text.strip()) and len(plain(b.text)) >= 12]
    return [Lead(summary_of(b.text), b.line) for b in texts if _long_enough(summary_of(b.text))]


def _first_style(blocks: Sequence[Paragraph], headings: Collection[int]) -> str:
    if any(block.line in headings for block in blocks):
        return "heading"
    if any(block.bold_lead and block.raw.startswith(("**", "__")) for block in blocks):
        return "bold"
    for block in blocks:
        for name, pattern in _STYLES:
            if pattern.match(block.text) or (name in _INSIDE and re.search(rf"[。：:]{pattern.pattern}", block.text)):
                return name
    return ""


def _numbered(block: Paragraph, pattern: re.Pattern[str], *, inside: bool) -> list[Lead]:
    starts = [match.end() for match in [pattern.match(block.text)] if match]
    if inside:
        starts += [match.end() for match in re.finditer(rf"(?<=[。；;：:！？]){pattern.pattern}", block.text)]
    leads = [summary_of(block.text[start : start + _ENOUGH]) for start in starts]
    return [Lead(text, block.line) for text in leads if _long_enough(text)]


def summary_of(text: str) -> str:
    """The first sentence; of a long one the first clauses."""
    stripped = _OPENING.sub("", _strip(text))
    stop = _STOP.search(stripped)
    sentence = stripped[: stop.start()] if stop else stripped
    if len(sentence) <= MAX_SUMMARY:
        return _trim(sentence)
    cuts = [match.start() for match in re.finditer("[，,]", sentence[:MAX_SUMMARY])]
    far = [cut for cut in cuts if cut >= 8]
    return _trim(sentence[: far[0] if far else MAX_SUMMARY])


def _strip(text: str) -> str:
    for _, pattern in _STYLES:
        match = pattern.match(text)
        if match and match.end():
            return _trim(text[match.end() :])
    return _trim(text)


def _trim(text: str) -> str:
    return text.strip().strip("。；;，,：: ")


def _long_enough(text: str) -> bool:
    return len(plain(text)) >= MIN_SUMMARY
