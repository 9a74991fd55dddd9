"""Stages and due dates: what must exist by now, decided in one place (rules.md, "Severity follows the work")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from mzsh.model.deadlines import Deadlines, Milestone
from mzsh.model.examination import Outline, Statement
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.model.values import Counted, parse_due
from mzsh.planning.clauses import STAGES, Stage, clauses
from mzsh.planning.workdays import add_workdays, calendar_knows

DATE_CLAUSE = "4-date"
_USUAL_END = "会后60日"
_DOCUMENT_CLAUSES: tuple[tuple[type[Document], str], ...] = ((Outline, "3.4-submit"), (Statement, "3.4-team-draft"))


def resolve(text: str, held_on: date | None) -> date | None:
    """The day that a 时限 means; None where it is no date or is counted from a meeting whose day is unknown.

    会前20日 is the meeting's day less 20 calendar days, not moved for holidays; 工作日 are counted without the
    meeting's day.
    """
    due = parse_due(text)
    if not isinstance(due, Counted):
        return due
    if held_on is None:
        return None
    try:
        return add_workdays(held_on, due.days) if due.workdays else held_on + timedelta(days=due.days)
    except OverflowError:
        return None


@dataclass(frozen=True)
class Schedule:
    """When each clause is due in one workspace, seen from one day.

    `asked` is the stage given by hand (--stage): everything up to it is due whatever the date.
    """

    project: Project
    today: date
    asked: Stage | None = None

    @property
    def held_on(self) -> date | None:
        """The day of the meeting."""
        return self.project.meeting.held_on

    @property
    def stage(self) -> Stage:
        """The stage asked for, or the calendar's: before the meeting's day 会前, on it 会上, after it 会后."""
        if self.asked:
            return self.asked
        if self.held_on is None or self.today < self.held_on:
            return "会前"
        return "会上" if self.today == self.held_on else "会后"

    @cached_property
    def milestones(self) -> tuple[tuple[Milestone, date | None], ...]:
        """Every milestone with its day."""
        every = [m for deadlines in self.project.of(Deadlines) for m in deadlines.milestones]
        return tuple((milestone, resolve(milestone.due, self.held_on)) for milestone in every)

    @property
    def notes(self) -> tuple[str, ...]:
        """What must be said of how days were counted."""
        counted = [
            day for m, day in self.milestones if day and isinstance(due := parse_due(m.due), Counted) and due.workdays
        ]
        years = sorted({day.year for day in counted if not calendar_knows(day)})
        if not years:
            return ()
        return (f"节假日安排里没有{'、'.join(map(str, years))}年，工作日按周一至周五算，请自行核对",)

    @cached_property
    def _due_by_clause(self) -> dict[str, date]:
        dues: dict[str, date] = {}
        for milestone, day in self.milestones:
            if day and milestone.clause:
                dues[milestone.clause] = max(day, dues.get(milestone.clause, day))
        return dues

    @cached_property
    def _due_by_section(self) -> dict[str, date]:
        dues: dict[str, date] = {}
        for clause, day in self._due_by_clause.items():
            section = clause.split("-")[0]
            dues[section] = max(day, dues.get(section, day))
        return dues

    def due(self, clause: str) -> date | None:
        """The last day for a clause: its milestone's, else the last of its section's, else its stage's last day."""
        day = self._due_by_clause.get(clause) or self._due_by_section.get(clause.split("-")[0])
        return day or self._stage_end(self._stage_of(clause))

    def _stage_end(self, stage: Stage) -> date | None:
        if self.held_on is None:
            return None
        if stage == "会前":
            return self.held_on - timedelta(days=1) if self.held_on > date.min else self.held_on
        if stage == "会上":
            return self.held_on
        return max((day for _, day in self.milestones if day and day > self.held_on), default=self._usual_end)

    @cached_property
    def _usual_end(self) -> date | None:
        """The last day after the meeting where no milestone names one: the preset's last suggestion, else 60 days."""
        suggested = (resolve(one.suggested, self.held_on) for one in self.project.preset.milestones)
        after = [day for day in suggested if day and self.held_on and day > self.held_on]
        return max(after, default=None) or resolve(_USUAL_END, self.held_on)

    def _stage_of(self, clause: str) -> Stage:
        return clauses()[clause].stage if clause in clauses() else "会前"

    def is_due(self, clause: str) -> bool:
        """Whether what a clause asks for must exist by now."""
        if self.asked and STAGES.index(self._stage_of(clause)) <= STAGES.index(self.asked):
            return True
        day = self.due(clause)
        return day is not None and self.today > day

    def any_due(self, ids: Iterable[str]) -> bool:
        """Whether one of several clauses is due; what has no clause always is."""
        ids = tuple(ids)
        return not ids or any(self.is_due(clause) for clause in ids)

    def first_due(self, ids: Iterable[str]) -> tuple[str, date | None]:
        """The clause that is due first, and when."""
        dated = [(clause, self.due(clause)) for clause in ids]
        return min(dated, key=lambda pair: (pair[1] is None, pair[1] or date.max))

    def document_is_due(self, document: Document) -> bool:
        """Whether a draft should have been finished by now."""
        return any(isinstance(document, kind) and self.is_due(clause) for kind, clause in _DOCUMENT_CLAUSES)
