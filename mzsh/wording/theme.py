"""The theme (会议主题) as a text words it: where it is stated, and whether it is this meeting's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mzsh.model.text import coverage, plain

_QUOTED = re.compile(r"[“\"「]([^”\"」]{8,200})[”\"」]")
_STATED = re.compile(r"主题(?:是|为|：|:)(?!\s{0,8}[“\"「])\s{0,8}([^。；;\n]{8,200})")
_BEFORE = re.compile(r"主题(?:是|为|：|:)\s*$")
_BEHIND = re.compile(r"\s*(?:为|这一|这个|的)?(?:会议|本次)?主题")
_ANOTHER_YEAR = re.compile(r"上年|上一年|去年|上次|上一次|主题党日|支部")
_ALIKE = 0.5
"""From this share of common bigrams on, both ways, a quotation is meant as the theme."""


@dataclass(frozen=True, slots=True)
class StatedTheme:
    """A passage that states a theme: its words and where they begin in the text."""

    words: str
    start: int

    def is_theme(self, theme: str, *, may_be_cut: bool = False) -> bool:
        """Whether it is the theme; a local tail may follow it, and where it may be cut, its beginning is enough."""
        said, whole = plain(self.words), plain(theme)
        return said.startswith(whole) or (may_be_cut and whole.startswith(plain(self.words.split("…")[0])))

    def is_mention(self, theme: str) -> bool:
        """Whether it only takes up a few of the theme's words (紧扣“大力弘扬伟大建党精神”的主题)."""
        said, whole = plain(self.words), plain(theme)
        return said in whole and len(said) * 2 < len(whole)


def stated_themes(text: str, theme: str) -> Iterator[StatedTheme]:
    """The passages of a paragraph that state a theme: by the words around them, or because they nearly are the theme.

    What is said of another year's meeting is left out.
    """
    elsewhere = _OtherYears(text)
    for match in _QUOTED.finditer(text):
        if elsewhere.speak_before(match.start()):
            continue
        before, behind = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 8]
        named = _says_theme(before, behind)
        if named or (coverage(match[1], theme) >= _ALIKE and coverage(theme, match[1]) >= _ALIKE):
            yield StatedTheme(match[1], match.start(1))
    for match in _STATED.finditer(text):
        if not elsewhere.speak_before(match.start()):
            yield StatedTheme(match[1], match.start(1))


class _OtherYears:
    """Where a text speaks of another year's meeting; found once, asked for each quotation."""

    def __init__(self, text: str) -> None:
        self._words = [match.end() for match in _ANOTHER_YEAR.finditer(text)]
        self._stops = [match.start() for match in re.finditer("。", text)]

    def speak_before(self, place: int) -> bool:
        """Whether the sentence has named another year before `place` (characters from 0)."""
        word, stop = bisect_right(self._words, place), bisect_left(self._stops, place)
        return word > 0 and (stop == 0 or self._stops[stop - 1] < self._words[word - 1])


def _says_theme(before: str, behind: str) -> bool:
    return bool(_BEFORE.search(before) or _BEHIND.match(behind))


def other_theme(text: str, others: Sequence[str]) -> str:
    """Another year's theme that stands in a text; empty where there is none."""
    core = plain(text)
    return next((theme for theme in others if len(plain(theme)) >= 12 and plain(theme) in core), "")
