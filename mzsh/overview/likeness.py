"""The copy report (查重): who has what from whom, a ranking of papers two by two, and under each pair its passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from mzsh.model.project import Project
from mzsh.overview.outside import THIS_YEARS, OtherPlaces, Paragraph, read_other_places
from mzsh.rules.copies import label
from mzsh.wording.copies.comparing import CopyKind, Match, Passage
from mzsh.wording.copies.joining import Text, copies
from mzsh.wording.copies.masking import Formulas
from mzsh.wording.copies.meeting import Spot, find_copies, papers_of, titles_in

Span = tuple[int, int]
_OPENING = "“‘《（〔「"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two passages: its paragraph, and which characters of it stand in the other too (end exclusive)."""

    paragraph: Paragraph
    common: tuple[Span, ...]

    @property
    def place(self) -> str:
        """path:line."""
        return f"{self.paragraph.path}:{self.paragraph.line}"


@dataclass(frozen=True, slots=True)
class Passages:
    """Two paragraphs that are one; `share` (0…1) is how much of the shorter one the other holds."""

    first: Side
    second: Side
    kind: CopyKind
    share: float
    longest: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two papers and the passages that they share, strongest first."""

    passages: tuple[Passages, ...]
    outside: bool
    """Whether the second one is of another place."""

    @property
    def first(self) -> Paragraph:
        """Of the first paper the strongest paragraph: its label and path are the paper's."""
        return self.passages[0].first.paragraph

    @property
    def second(self) -> Paragraph:
        """Of the second paper the strongest paragraph."""
        return self.passages[0].second.paragraph

    @property
    def share(self) -> float:
        """The strongest share."""
        return max(one.share for one in self.passages)

    @property
    def weight(self) -> float:
        """How much of the papers is the same, in whole paragraphs: what the ranking goes by."""
        return sum(one.share for one in self.passages)

    @property
    def kinds(self) -> tuple[tuple[CopyKind, int], ...]:
        """How the copies were made and how many of each, in the order of the kinds."""
        counts = [(kind, sum(one.kind is kind for one in self.passages)) for kind in CopyKind]
        return tuple((kind, count) for kind, count in counts if count)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The whole report: pairs of papers, what is most alike first."""

    project: Project
    today: date
    pairs: tuple[Pair, ...]
    own: int
    """Papers of this workspace that were compared."""
    others: int
    """Papers of other places that were compared with them."""
    against: tuple[str, ...]
    """The other places as they were typed."""
    notes: tuple[str, ...]
    files: frozenset[Path]
    """All files that were read: none of them may be written over."""


def likeness(project: Project, today: date, *, against: Sequence[str] = (), directory: Path | None = None) -> Likeness:
    """The copies between a workspace's own papers, and between them and those of other places.

    `against` are folders as typed from `directory` (else from the workspace). MzshError: there is no such folder.
    """
    others = read_other_places(project, against, directory or project.root)
    inside = [_passages(copy.match) for copy in find_copies(project).found]
    between = [_passages(match) for match in _with_others(project, others)] if others.papers else []
    pairs = [*_paired(inside, outside=False), *_paired(between, outside=True)]
    unread = len(project.unreadable)
    unread_note = (f"{unread} 份材料读不了，没有比：mzsh check 看是哪些",) if unread else ()
    return Likeness(
        project=project,
        today=today,
        pairs=tuple(sorted(pairs, key=lambda pair: (-pair.weight, pair.first.path, pair.second.path))),
        own=sum(bool(spots) for _, spots in papers_of(project)),
        others=len(others.papers),
        against=tuple(against),
        notes=(*project.notes, *unread_note, *others.notes),
        files=others.files | {(project.root / source.path).resolve() for source in project.sources},
    )


def _with_others(project: Project, others: OtherPlaces) -> Iterator[Match]:
    """The copies between this year's own papers and those of other places, the own one first."""
    formulas = Formulas(chain(titles_in(project), others.titles))
    own = [[_paragraph(spot) for spot in spots] for paper, spots in papers_of(project) if paper.role in THIS_YEARS]
    texts = [
        Text(is_own, tuple(Passage.of(paragraph.text, formulas, paragraph) for paragraph in paper))
        for is_own, papers in ((True, own), (False, others.papers))
        for paper in papers
    ]
    return (match for _, _, match in copies(texts, lambda first, second: first and not second))


def _paragraph(spot: Spot) -> Paragraph:
    return Paragraph(label(spot), spot.paper.document.path, spot.span.line, spot.span.column, spot.text)


def _passages(match: Match) -> Passages:
    first, second = (_told(side) for side in (match.first, match.second))
    one, two = common_stretches(first.text, second.text, match.runs)
    return Passages(Side(first, one), Side(second, two), match.kind, round(match.share, 3), match.longest)


def _told(passage: Passage) -> Paragraph:
    where = passage.where
    if isinstance(where, Spot):
        return _paragraph(where)
    assert isinstance(where, Paragraph)
    return where


def _paired(found: Sequence[Passages], *, outside: bool) -> Iterator[Pair]:
    papers: dict[tuple[str, str], list[Passages]] = {}
    for one in found:
        papers.setdefault((one.first.paragraph.path, one.second.paragraph.path), []).append(one)
    for same in papers.values():
        same.sort(key=lambda one: (-one.share, one.first.paragraph.line, one.second.paragraph.line))
        yield Pair(tuple(same), outside)


def common_stretches(
    first: str, second: str, runs: Sequence[tuple[Span, Span]]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The common runs of two texts as a reader sees them: with the formulas and marks around them that are alike."""
    grown = [_grown(first, second, run) for run in runs]
    return _seen(first, (one for one, _ in grown)), _seen(second, (two for _, two in grown))


def _grown(first: str, second: str, run: tuple[Span, Span]) -> tuple[Span, Span]:
    """The run as far as both texts go on alike; it never ends within a number."""
    (start, end), (begin, stop) = run
    while start and begin and first[start - 1] == second[begin - 1]:
        start, begin = start - 1, begin - 1
    while end < len(first) and stop < len(second) and first[end] == second[stop]:
        end, stop = end + 1, stop + 1
    while start < end and begin < stop and (_within_number(first, start) or _within_number(second, begin)):
        start, begin = start + 1, begin + 1
    while start < end and begin < stop and (_within_number(first, end) or _within_number(second, stop)):
        end, stop = end - 1, stop - 1
    return (start, end), (begin, stop)


def _within_number(text: str, place: int) -> bool:
    return text[max(place - 1, 0) : place].isdigit() and text[place : place + 1].isdigit()


def _seen(text: str, spans: Iterator[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch as one, each without the marks and blanks before its first word."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    trimmed = [_trimmed(text, start, end) for start, end in found]
    return tuple((start, end) for start, end in trimmed if start < end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and not (text[start].isalnum() or text[start] in _OPENING):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
