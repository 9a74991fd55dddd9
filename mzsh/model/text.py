"""Comparing Chinese text the way a reader does: blanks, punctuation, quotes and numbering do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_PLAIN = re.compile(r"[\W_]+")
_NUMBERING = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[，,、：:]?"
    r"|[一二三四五六七八九十]{1,3}[、.．，]|\d{1,2}[、.．)）]|[①-⑳])\s*"
)
_LEAD = re.compile(r"^(?:在|关于|对照)+")
_TAIL = re.compile(r"方面(?:存在的?(?:主要|突出)?问题)?$")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text without blanks, punctuation, quotes and Markdown marks; full-width letters become half-width."""
    return _NOT_PLAIN.sub("", unicodedata.normalize("NFKC", text))


def without_numbering(text: str) -> str:
    """The text without a leading （一）, 一、, 1., 一是, 第一，, ①."""
    return _NUMBERING.sub("", text, count=1)


@lru_cache(maxsize=1024)
def heading_core(title: str) -> str:
    """What of an area's heading is compared: no numbering, no 在/关于/对照 before, no 方面(存在的问题) after."""
    return _TAIL.sub("", _LEAD.sub("", plain(without_numbering(title))))


@lru_cache(maxsize=4096)
def bigrams(text: str) -> frozenset[str]:
    """The character pairs of the plain text; a single character stands for itself."""
    core = plain(text)
    return frozenset(core[i : i + 2] for i in range(len(core) - 1)) or frozenset(core)


def coverage(quote: str, text: str) -> float:
    """The share of the quote's bigrams that the text holds, 0…1; 1 where it stands there verbatim."""
    wanted = bigrams(quote)
    if not wanted:
        return 0.0
    if plain(quote) in plain(text):
        return 1.0
    return len(wanted & bigrams(text)) / len(wanted)


def shortened(text: str, most: int) -> str:
    """The text, or its beginning of so many characters and a sign that it goes on."""
    return text if len(text) <= most else f"{text[:most]}……"


QUOTED = 0.6
"""From this coverage on, a text quotes another (workspace.md: ≥ 60 % of its bigrams)."""


def quotes(text: str, quote: str) -> bool:
    """Whether `text` quotes `quote`, verbatim or with ≥ 60 % of its bigrams."""
    return coverage(quote, text) >= QUOTED
