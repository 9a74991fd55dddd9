"""The copies within one meeting's papers: whose papers are compared with whose, and where the paragraphs stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mzsh.model.body import Paragraph
from mzsh.model.criticism import Criticism
from mzsh.model.examination import Examination
from mzsh.model.examining import tells_of_last_year
from mzsh.model.place import Span
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.model.talks import TalkRecord
from mzsh.model.values import TEAM
from mzsh.wording.copies.comparing import Match, Passage
from mzsh.wording.copies.joining import Text, copies
from mzsh.wording.copies.masking import Formulas
from mzsh.workspace.presets import available_presets

Role = Literal["提纲", "班子材料", "上级指出", "往年", "谈话", "批评"]
_COMPARED: frozenset[frozenset[Role]] = frozenset(
    frozenset(pair)
    for pair in (
        ("提纲",),
        ("提纲", "班子材料"),
        ("提纲", "上级指出"),
        ("班子材料", "上级指出"),
        ("提纲", "往年"),
        ("班子材料", "往年"),
        ("谈话",),
        ("批评",),
    )
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in one of the roles in which it is compared; `owner` is whose words it holds."""

    role: Role
    owner: str
    document: Document

    def is_compared_with(self, other: Paper) -> bool:
        """Whether a copy between the two would be one: of earlier years only one's own, of one critic's files none."""
        if frozenset((self.role, other.role)) not in _COMPARED:
            return False
        if "往年" in (self.role, other.role):
            return self.owner == other.owner
        same_critic = self.role == other.role == "批评" and self.owner == other.owner
        return self.document is not other.document and not same_critic


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph of a paper and where it stands."""

    paper: Paper
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class FoundCopy:
    """Two paragraphs of a meeting's papers that are one; in the order of their paths."""

    first: Spot
    second: Spot
    match: Match

    @property
    def roles(self) -> frozenset[Role]:
        """What the two papers are."""
        return frozenset((self.first.paper.role, self.second.paper.role))

    def of_role(self, role: Role) -> tuple[Spot, Spot]:
        """The side in that role and the other one."""
        return (self.first, self.second) if self.first.paper.role == role else (self.second, self.first)


@dataclass(frozen=True)
class Copies:
    """All copies of a meeting, found once."""

    found: tuple[FoundCopy, ...]

    def between(self, *roles: Role) -> Iterator[FoundCopy]:
        """Those between papers of these roles."""
        return (copy for copy in self.found if copy.roles == frozenset(roles))


def find_copies(project: Project) -> Copies:
    """The copies among the outlines, the statement, superiors' issues, earlier years, talks and criticisms."""
    formulas = Formulas(titles_in(project))
    texts = [
        Text(paper, tuple(Passage.of(spot.text, formulas, spot) for spot in spots))
        for paper, spots in papers_of(project)
    ]
    found = [_found(match) for _, _, match in copies(texts, Paper.is_compared_with)]
    return Copies(tuple(found))


def _found(match: Match) -> FoundCopy:
    first, second = match.first.where, match.second.where
    assert isinstance(first, Spot)
    assert isinstance(second, Spot)
    return FoundCopy(first, second, match)


def titles_in(project: Project) -> Iterator[str]:
    """Area titles and themes, of this year and of those that earlier papers may quote."""
    yield project.meeting.theme
    yield from project.meeting.check.lexicon.get("套话", ())
    for preset in (project.preset, *(listing.preset for listing in available_presets(project.root))):
        yield from titles_of(preset)


def titles_of(preset: Preset) -> Iterator[str]:
    """What a year's materials all repeat: the theme, the areas' titles, the benchmarks and the readings."""
    yield preset.theme
    for area in preset.areas:
        yield area.full
        yield area.short
    yield from (*preset.benchmarks, *preset.readings, *preset.lenses)


def papers_of(project: Project) -> list[tuple[Paper, list[Spot]]]:
    """Every paper with its paragraphs, by path."""
    found = [
        *((Paper("提纲", one.owner, one), _examined(one)) for one in project.outlines),
        *((Paper("班子材料", TEAM, one), _examined(one)) for one in project.statements),
        *((Paper("往年", one.owner, one), _examined(one)) for one in project.of(Examination) if project.is_past(one)),
        *((Paper("谈话", one.label, one), _paragraphs(one)) for one in project.of(TalkRecord) if not one.is_stub),
        *((Paper("批评", one.critic, one), _criticisms(one)) for one in project.of(Criticism) if not one.is_stub),
        *((Paper("上级指出", "", one), _issues(one)) for one in project.superior_issues),
    ]
    papers = [(Paper(p.role, p.owner, p.document), [Spot(p, *spot) for spot in spots]) for p, spots in found]
    return sorted(papers, key=lambda item: item[0].document.path)


_Spot = tuple[str, Span]


def _examined(document: Examination) -> list[_Spot]:
    """What an examination says of this year: a section on last year's promises must take up their words."""
    sections = (section for section in document.body.sections if not tells_of_last_year(section.title))
    return [(p.text, span_of(document, p)) for section in sections for p in section.paragraphs]


def _paragraphs(document: Document) -> list[_Spot]:
    return [(paragraph.text, span_of(document, paragraph)) for paragraph in document.body.paragraphs()]


def span_of(document: Document, paragraph: Paragraph) -> Span:
    """Where a paragraph stands: on its first line, as far as that goes."""
    lines = document.source.lines
    line = lines[paragraph.line - 1] if paragraph.line <= len(lines) else ""
    end = max(len(line.rstrip()) + 1, paragraph.column)
    return Span(paragraph.line, paragraph.column, paragraph.line, end)


def _criticisms(document: Criticism) -> list[_Spot]:
    """Each criticism as one paragraph: problem, example and suggestion together."""
    return [
        ("\n".join(part for part in (item.problem, item.example, item.suggestion) if part), item.at.span("problem"))
        for _, item in document.numbered()
    ]


def _issues(document: Document) -> list[_Spot]:
    from mzsh.model.rectification import SuperiorIssues

    items = document.items if isinstance(document, SuperiorIssues) else ()
    return [(item.problem, item.at.span("problem")) for item in items]
