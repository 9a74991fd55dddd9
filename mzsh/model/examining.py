"""Reading an outline or statement: its three parts, its areas, and what the body says of each problem.

Where the front matter is silent on 表现, 思想根源 or 措施, the body is asked (the ✱° of workspace.md): nobody types a
thing twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mzsh.model.body import NUMBERED, Body, Paragraph, Section
from mzsh.model.examination import Examination, Problem
from mzsh.model.preset import Preset
from mzsh.model.text import QUOTED, coverage, heading_core, plain, without_numbering

PROBLEMS, CAUSES, MEASURES = "问题", "原因", "措施"
PARTS = (PROBLEMS, CAUSES, MEASURES)

_PART_WORDS = {
    MEASURES: ("措施", "努力方向", "整改方向", "下一步"),
    CAUSES: ("原因", "根源"),
    PROBLEMS: ("问题", "对照检查", "查摆", "检视剖析"),
}
_LAST_YEAR = re.compile(r"上年|上一年|去年|上次|落实情况|整改情况")
_NEXT_NUMBER = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}[，,、：]?|[其再]次[，,]?"
    r"|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳]|\d{1,2}[.．、]|[“‘\"])\s*$"
)
_ENOUGH = 6
"""Characters from which on the rest of a paragraph is a manifestation."""


@dataclass(frozen=True, slots=True)
class AreaSection:
    """An area's section in the problem part; `number` is None where the heading is no area's."""

    number: int | None
    heading: Section
    blocks: tuple[Paragraph, ...]
    """Its paragraphs, deeper headings among them."""

    @property
    def text(self) -> str:
        """All its text, a line a paragraph."""
        return "\n".join(block.text for block in self.blocks)

    def holds(self, summary: str) -> bool:
        """Whether a problem is found here: verbatim but for blanks and punctuation, or ≥ 60 % in one paragraph."""
        return plain(summary) in plain(self.text) or any(coverage(summary, b.text) >= QUOTED for b in self.blocks)


@dataclass(frozen=True, slots=True)
class ProblemText:
    """What is said of one problem, in the front matter or else in the body; empty where neither says it."""

    manifestation: str
    root_cause: str
    measure: str


@dataclass(frozen=True, slots=True)
class Part:
    """One of the three parts: its heading, the deeper headings, and all paragraphs."""

    name: str
    heading: Section
    sections: tuple[Section, ...]

    @property
    def blocks(self) -> tuple[Paragraph, ...]:
        """All paragraphs and list items."""
        return tuple(paragraph for section in self.sections for paragraph in section.paragraphs)


@dataclass(frozen=True)
class Reading:
    """A statement or outline as a reader sees it."""

    document: Examination
    parts: dict[str, Part]
    areas: tuple[AreaSection, ...]
    extras: dict[str, Section] = field(default_factory=dict)
    """The preset's extra sections (附加部分) that were found, by name."""

    @property
    def missing_parts(self) -> tuple[str, ...]:
        """Those of 问题, 原因, 措施 that have no heading."""
        return tuple(name for name in PARTS if name not in self.parts)

    def area(self, number: int | None) -> AreaSection | None:
        """The section of an area."""
        return next((section for section in self.areas if section.number == number is not None), None)

    @cached_property
    def texts(self) -> dict[str, ProblemText]:
        """What is said of each problem, by its id."""
        numbered = self.document.numbered()
        causes = self._quoting(CAUSES, [problem for _, _, problem in numbered])
        measures = self._quoting(MEASURES, [problem for _, _, problem in numbered])
        texts = {}
        for order, (area, identifier, problem) in enumerate(numbered):
            texts[identifier] = ProblemText(
                problem.manifestation or self._manifestation(area.area, problem, area.problems),
                problem.root_cause or causes[order],
                problem.measure or measures[order],
            )
        return texts

    def quotes_nothing(self, part_name: str) -> bool:
        """Whether a part quotes no problem, so that only the order of its paragraphs could say what belongs where."""
        part = self.parts.get(part_name)
        summaries = [problem.summary for _, _, problem in self.document.numbered() if problem.summary]
        return part is not None and not any(_quoting_blocks(part, summary) for summary in summaries)

    def _manifestation(self, number: int | None, problem: Problem, siblings: Sequence[Problem]) -> str:
        section = self.area(number)
        if section is None or not problem.summary:
            return ""
        spots = {id(sibling): _opening(section.blocks, sibling.summary) for sibling in siblings if sibling.summary}
        start = spots[id(problem)]
        if start is None:
            return ""
        later = [spot for spot in spots.values() if spot is not None and spot[:2] > start[:2]]
        rest = _between(section.blocks, start, min(later, default=None))
        return rest if len(plain(rest)) >= _ENOUGH else ""

    def _quoting(self, part_name: str, problems: Sequence[Problem]) -> list[str]:
        part = self.parts.get(part_name)
        if part is None:
            return [""] * len(problems)
        found = ["\n".join(_quoting_blocks(part, problem.summary)) for problem in problems]
        if any(found):
            return found
        ordered = next((texts for texts in _orders(part.blocks) if len(texts) == len(problems)), None)
        return ordered if ordered is not None else found


def _orders(blocks: Sequence[Paragraph]) -> Iterator[list[str]]:
    """The ways in which a part may take its problems one by one: by paragraphs, without what only leads in or closes,
    by numbered paragraphs, or by the numbered sentences of one paragraph."""
    texts = [block.text for block in blocks]
    yield texts
    core = [text for text in texts if not _FRAME.search(text)]
    yield core
    yield [text for text in core if NUMBERED.match(text)]
    if len(core) == 1:
        yield [piece for piece in _SENTENCE_NUMBER.split(core[0]) if len(plain(piece)) >= _ENOUGH]


_FRAME = re.compile(
    r"[：:]$|^(?:针对|对照)?(?:以上|上述)[^。]{0,40}(?:方面|措施|整改|原因|如下|认识|发言)|(?:从|抓好|做好)[^。]{0,12}个方面[^。]{0,16}。$"
    r"|批评指正|^(?:发言人|汇报人|签名)|^\d{4}年\d{1,2}月\d{1,2}日$"
)
"""A paragraph that leads into a list or closes a paper: it speaks of no one problem."""
_SENTENCE_NUMBER = re.compile(
    r"(?:^|(?<=[。；;：:，]))(?:[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十]{1,2}[，,、])"
)


def read_examination(document: Examination, preset: Preset) -> Reading:
    """Find parts, areas and extra sections in a body, by this year's headings."""
    parts: dict[str, Part] = {}
    extras: dict[str, Section] = {}
    sections = document.body.sections
    for index, section in enumerate(sections):
        if section.level != 2:
            continue
        extra = next((e.name for e in preset.extra_sections if plain(e.name) in plain(section.title)), None)
        part = None if extra else part_of(section.title)
        if extra:
            extras.setdefault(extra, section)
        elif part and part not in parts:
            parts[part] = Part(part, section, document.body.under(index))
    areas = tuple(_area_sections(document.body, parts.get(PROBLEMS), preset))
    return Reading(document, parts, areas, extras)


def part_of(title: str) -> str | None:
    """Which of the three parts a heading opens; where it has several words, 措施 goes before 原因 before 问题."""
    core = without_numbering(title)
    if tells_of_last_year(core):
        return None
    return next((name for name, words in _PART_WORDS.items() if any(word in core for word in words)), None)


def tells_of_last_year(title: str) -> bool:
    """Whether a heading opens the account of what was promised last year (上年整改情况)."""
    return bool(_LAST_YEAR.search(title))


def match_area(title: str, preset: Preset) -> int | None:
    """The number of the area that a heading names in full or short form, from 1."""
    core = heading_core(title)
    if not core:
        return None
    for number, area in enumerate(preset.areas, 1):
        full, short = heading_core(area.full), heading_core(area.short)
        if (full and core == full) or (short and core.startswith(short)) or (full and core.startswith(full)):
            return number
    return None


def _area_sections(body: Body, part: Part | None, preset: Preset) -> list[AreaSection]:
    if part is None:
        return []
    found: list[AreaSection] = []
    deeper = part.sections[1:]
    level = min((section.level for section in deeper), default=0)
    for index, section in enumerate(deeper):
        if section.level != level:
            continue
        blocks = list(section.paragraphs)
        for below in deeper[index + 1 :]:
            if below.level <= level:
                break
            blocks.append(Paragraph(below.title, below.line, below.level + 2, below.title))
            blocks.extend(below.paragraphs)
        found.append(AreaSection(match_area(section.title, preset), section, tuple(blocks)))
    return found


_Spot = tuple[int, int, int]
"""Block, first character, and the character behind a summary's last."""


def _opening(blocks: Sequence[Paragraph], summary: str) -> _Spot | None:
    """Where a summary opens its problem: at a paragraph's or numbered sentence's beginning, else where it first stands.

    Where it stands in other words, the paragraph that quotes most of it; its first sentence counts as the summary.
    """
    spots = [(index, *span) for index, block in enumerate(blocks) for span in _verbatim(block.text, summary)]
    if spots:
        return next((spot for spot in spots if _begins(blocks[spot[0]].text, spot[1])), spots[0])
    best = max(range(len(blocks)), key=lambda i: coverage(summary, blocks[i].text), default=None)
    if best is None or coverage(summary, blocks[best].text) < QUOTED:
        return None
    stop = re.search(r"[。；;！？：]", blocks[best].text)
    return (best, 0, stop.end() if stop else len(blocks[best].text))


def _begins(text: str, position: int) -> bool:
    """Whether only numbering and quotes stand between the position and a sentence's beginning."""
    before = re.split(r"[。；;！？：:]", text[:position])[-1]
    return not plain(without_numbering(before))


def _verbatim(text: str, summary: str) -> list[tuple[int, int]]:
    """Where the summary stands in the text when only plain characters count: first and past-the-last character."""
    wanted = plain(summary)
    kept = [(index, letter) for index, char in enumerate(text) for letter in plain(char)]
    joined = "".join(letter for _, letter in kept)
    if not wanted:
        return []
    starts = [match.start() for match in re.finditer(re.escape(wanted), joined)]
    return [(kept[start][0], kept[start + len(wanted) - 1][0] + 1) for start in starts]


def _between(blocks: Sequence[Paragraph], start: _Spot, stop: _Spot | None) -> str:
    """The text from behind one summary to the next one."""
    index, _, end = start
    last, cut = (stop[0], stop[1]) if stop else (len(blocks) - 1, None)
    if index == last:
        pieces = [blocks[index].text[end:cut]]
    else:
        pieces = [blocks[index].text[end:], *(block.text for block in blocks[index + 1 : last])]
        pieces.append(blocks[last].text[:cut])
    text = "\n".join(piece for piece in pieces if plain(without_numbering(piece)))
    return _NEXT_NUMBER.sub("", text.lstrip('”’"，。；：:、,;. \n'))


def _quoting_blocks(part: Part, summary: str) -> list[str]:
    """The paragraphs of a part that quote a summary; of a heading that quotes it, those below it."""
    if not summary:
        return []
    texts: list[str] = []
    for section in part.sections:
        whole = section is not part.heading and coverage(summary, section.title) >= QUOTED
        for block in section.paragraphs:
            if whole or coverage(summary, block.text) >= QUOTED:
                texts.append(block.text)
    return texts
