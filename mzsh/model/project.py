"""Everything that was read of a workspace, and the collections that rules and documents ask."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from mzsh.model.criticism import Criticism, CriticismItem
from mzsh.model.examination import Examination, Outline, Problem, Statement
from mzsh.model.examining import ProblemText, Reading, read_examination
from mzsh.model.levels import superior_at
from mzsh.model.meeting import Meeting
from mzsh.model.minutes import Minutes
from mzsh.model.opinions import Opinion, Opinions, Solicitation, Summary
from mzsh.model.papers import Circular, ReportPaper, Review, Reviews
from mzsh.model.place import Source
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.record import Document, merged
from mzsh.model.rectification import DualLife, Item, LastYear, Rectification, SuperiorIssues
from mzsh.model.study import Study
from mzsh.model.talks import Talk, TalkRecord, TalkRegister, TalkRow
from mzsh.model.values import TEAM

D = TypeVar("D", bound=Document)
E = TypeVar("E", bound=Examination)


@dataclass(frozen=True)
class Talks:
    """All talks that took place, and those that are planned."""

    held: tuple[Talk, ...]
    planned: tuple[Talk, ...]

    @cached_property
    def _by_pair(self) -> dict[frozenset[str], Talk]:
        pairs: dict[frozenset[str], Talk] = {}
        for talk in self.held:
            pairs.setdefault(talk.pair, talk)
        return pairs

    def between(self, first: str, second: str) -> Talk | None:
        """A talk that the two had, whoever asked for it."""
        return self._by_pair.get(frozenset((first, second)))

    def planned_between(self, first: str, second: str) -> Talk | None:
        """A planned row or an empty record of the two."""
        return next((talk for talk in self.planned if talk.pair == {first, second}), None)


@dataclass(frozen=True)
class NumberedProblem:
    """A problem of a statement or outline with its id, its area and what is said of it."""

    id: str
    area: int | None
    problem: Problem
    document: Examination
    text: ProblemText

    @property
    def owner(self) -> str:
        """班子 or the member."""
        return self.document.owner


@dataclass(frozen=True)
class NumberedCriticism:
    """A criticism with its id and its giver."""

    id: str
    critic: str
    item: CriticismItem
    document: Criticism


@dataclass(frozen=True)
class Project:
    """A workspace: its files, its documents, and this year's preset and profile."""

    root: Path
    sources: tuple[Source, ...]
    documents: tuple[Document, ...]
    meeting: Meeting
    preset: Preset
    profile: BodyProfile
    ignored: int = 0
    """Files that are no documents (Markdown without front matter outside 02 to 08, YAML without 类型)."""
    notes: tuple[str, ...] = field(default=())

    def of(self, kind: type[D]) -> tuple[D, ...]:
        """All documents of a kind, in the order of their paths."""
        return tuple(document for document in self.documents if isinstance(document, kind))

    def first(self, kind: type[D]) -> D | None:
        """The first document of a kind that is no stub."""
        return next((document for document in self.of(kind) if not document.is_stub), None)

    def document(self, path: str) -> Document | None:
        """The document that a file holds."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, Document]:
        return {document.path: document for document in self.documents}

    @cached_property
    def unreadable(self) -> tuple[Source, ...]:
        """Files that could not be read: they count as present, and nothing is said of their contents."""
        return tuple(source for source in self.sources if not source.readable)

    @property
    def superior(self) -> str:
        """Who approves for the superior: whose notice the meeting follows, else whom the profile names."""
        return self.meeting.superior or superior_at(self.profile.superior, self.meeting.org)

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """This year's outlines that are no stubs; of two for one member (MZ013) the first."""
        return _first_of_each(o for o in self.of(Outline) if self._this_year(o) and not o.is_stub)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """This year's statement, if it is no stub; of two (MZ013) the first."""
        return _first_of_each(s for s in self.of(Statement) if self._this_year(s) and not s.is_stub)

    @property
    def examinations(self) -> tuple[Examination, ...]:
        """This year's statements and outlines that are no stubs."""
        return (*self.statements, *self.outlines)

    def is_past(self, document: Document) -> bool:
        """Whether the document is another year's outline or statement."""
        return isinstance(document, Examination) and not self._this_year(document)

    def outline(self, name: str) -> Outline | None:
        """A member's outline."""
        return next((outline for outline in self.outlines if outline.member == name), None)

    @property
    def statement(self) -> Statement | None:
        """The team's statement."""
        return self.statements[0] if self.statements else None

    def examination(self, owner: str) -> Examination | None:
        """The statement (班子) or a member's outline."""
        return self.statement if owner == TEAM else self.outline(owner)

    def reading(self, document: Examination) -> Reading:
        """A statement or outline as a reader sees it; read once."""
        reading = self._readings.get(document.path)
        if reading is None:
            reading = self._readings[document.path] = read_examination(document, self.preset)
        return reading

    @cached_property
    def _readings(self) -> dict[str, Reading]:
        return {}

    def problems(self, owner: str | None = None) -> tuple[NumberedProblem, ...]:
        """Every problem of this year's materials, or of one owner's."""
        return tuple(p for p in self._problems if owner is None or p.owner == owner)

    @cached_property
    def _problems(self) -> tuple[NumberedProblem, ...]:
        return tuple(
            NumberedProblem(identifier, area.area, problem, examination, self.reading(examination).texts[identifier])
            for examination in self.examinations
            for area, identifier, problem in examination.numbered()
            if problem.summary
        )

    @cached_property
    def talks(self) -> Talks:
        """Talks of the register and of files; a talk that stands in both is one."""
        every: list[Talk] = [*self.of(TalkRecord), *self.talk_rows]
        held: list[Talk] = []
        planned: list[Talk] = []
        for talk in every:
            (planned if talk.is_planned else held).append(talk)
        seen = {(talk.pair, talk.date) for talk in held if isinstance(talk, TalkRecord)}
        once = [t for t in held if isinstance(t, TalkRecord) or (t.pair, t.date) not in seen]
        return Talks(tuple(once), tuple(planned))

    @cached_property
    def talk_rows(self) -> tuple[TalkRow, ...]:
        """All rows of the registers."""
        return tuple(row for register in self.of(TalkRegister) for row in register.items)

    @cached_property
    def criticisms(self) -> tuple[NumberedCriticism, ...]:
        """Every written criticism."""
        files = {document.critic: document for document in reversed(self.of(Criticism)) if not document.is_stub}
        return tuple(
            NumberedCriticism(identifier, document.critic, item, document)
            for document in self.of(Criticism)
            if files.get(document.critic) is document
            for identifier, item in document.numbered()
        )

    @property
    def minutes(self) -> Minutes | None:
        """The minutes."""
        return self.first(Minutes)

    @cached_property
    def opinions(self) -> tuple[Opinion, ...]:
        """Every opinion that came in."""
        return tuple(opinion for register in self.of(Opinions) for opinion in register.items)

    @cached_property
    def summaries(self) -> tuple[Summary, ...]:
        """Every summary."""
        return tuple(summary for register in self.of(Opinions) for summary in register.summaries)

    @cached_property
    def solicitation(self) -> Solicitation | None:
        """What was asked of whom, by all registers."""
        return merged(self.of(Solicitation), "letters", "listened", "activities")

    @cached_property
    def studies(self) -> tuple[Study, ...]:
        """Study sessions that took place."""
        return tuple(study for study in self.of(Study) if not study.is_stub)

    @cached_property
    def rectifications(self) -> tuple[Rectification, ...]:
        """The rectification lists that are no stubs; of two for one owner (MZ013) the first."""
        lists = {plan.owner_body: plan for plan in reversed(self.of(Rectification)) if not plan.is_stub}
        return tuple(plan for plan in self.of(Rectification) if lists.get(plan.owner_body) is plan)

    def rectification(self, owner: str) -> Rectification | None:
        """The list of the team (班子) or of one member."""
        return next((plan for plan in self.rectifications if plan.owner_body == owner), None)

    def rectification_items(self) -> Iterator[tuple[Rectification, Item]]:
        """Every item of every list."""
        for plan in self.rectifications:
            for item in plan.items:
                yield plan, item

    @cached_property
    def last_year(self) -> tuple[LastYear, ...]:
        """Last year's lists."""
        return self.of(LastYear)

    @cached_property
    def superior_issues(self) -> tuple[SuperiorIssues, ...]:
        """What superiors pointed out."""
        return self.of(SuperiorIssues)

    @property
    def reviews(self) -> Reviews | None:
        """审阅.yml."""
        return next(iter(self.of(Reviews)), None)

    @cached_property
    def placed_reviews(self) -> tuple[tuple[Review, str, bool], ...]:
        """Each record of 审阅.yml with the path it means (with `/`, from the root) and whether there is such a file."""
        present = {source.path for source in self.sources}
        typed = [
            (review, review.material.replace("\\", "/")) for review in (self.reviews.items if self.reviews else ())
        ]
        return tuple((r, unicodedata.normalize("NFC", path.removeprefix("./")), path in present) for r, path in typed)

    @cached_property
    def dual_life(self) -> DualLife | None:
        """双重组织生活, by all registers."""
        return merged(self.of(DualLife), "items")

    @property
    def report_paper(self) -> ReportPaper | None:
        """专题报告: what a person wants said there."""
        return self.first(ReportPaper)

    @property
    def circular(self) -> Circular | None:
        """情况通报."""
        return self.first(Circular)

    def _this_year(self, document: Examination) -> bool:
        return document.year is None or self.meeting.year is None or document.year == self.meeting.year


def _first_of_each(examinations: Iterable[E]) -> tuple[E, ...]:
    """One of each owner, in order; a document without an owner's name stands for itself."""
    seen: set[str] = set()
    kept: list[E] = []
    for examination in examinations:
        if examination.owner not in seen or not examination.owner:
            seen.add(examination.owner)
            kept.append(examination)
    return tuple(kept)
