"""What is still to be done before the meeting, by whom and by when: the same debts as 催办单, each once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mzsh.model.project import Project
from mzsh.planning.clauses import clauses
from mzsh.planning.duties import RequiredTalk
from mzsh.planning.owing import TALK_WITH, Debt, debts_of
from mzsh.planning.owing_offices import office_debts
from mzsh.planning.presence import missing_talks
from mzsh.planning.schedule import Schedule
from mzsh.planning.studying import unstudied_readings

_CRITICISM, _SUBMIT, _STUDY, _TALKS = "4-ag3b", "3.4-submit", "3.1-group", "3.3-scope"

_Thing = tuple[str, date | None]
"""What is to be done, and by when."""


@dataclass(frozen=True, slots=True)
class Outstanding:
    """One thing that is open: what, who is to do it, and by when."""

    what: str
    owners: tuple[str, ...]
    due: date | None

    def days_left(self, today: date) -> int | None:
        """Days until it is due; negative where it is overdue."""
        return (self.due - today).days if self.due else None


def outstanding(project: Project, schedule: Schedule) -> tuple[Outstanding, ...]:
    """Everything open of the time before the meeting, the earliest first; who owe the same stand together.

    A pair that has not talked is named once, with the one who is to ask for it; an outline once, with its author.
    """
    owners: dict[_Thing, list[str]] = {}
    for owner, thing in (*_readings(project, schedule), *_owed(project, schedule), *_talks(project, schedule)):
        owners.setdefault(thing, []).append(owner)
    found = [Outstanding(what, tuple(dict.fromkeys(filter(None, who))), due) for (what, due), who in owners.items()]
    return tuple(sorted(found, key=lambda one: one.due or date.max))


def _readings(project: Project, schedule: Schedule) -> Iterator[tuple[str, _Thing]]:
    due = schedule.due(_STUDY)
    for title in unstudied_readings(project):
        yield project.meeting.group, (f"集中学习“{title}”", due)


def _owed(project: Project, schedule: Schedule) -> Iterator[tuple[str, _Thing]]:
    for name in project.meeting.member_names:
        member = project.meeting.member(name)
        for debt in debts_of(project, schedule, member) if member else ():
            if _is_before(debt) and not debt.clause.startswith(_TALKS):
                yield name, (debt.what, debt.due)
    for office, debts in office_debts(project, schedule).items():
        for debt in debts:
            if _is_before(debt) and debt.clause != _SUBMIT:
                yield office, (debt.what, debt.due)


def _is_before(debt: Debt) -> bool:
    """Whether it belongs to the time before the meeting; criticisms are prepared then."""
    clause = clauses().get(debt.clause)
    return clause is None or clause.stage == "会前" or debt.clause == _CRITICISM


def _talks(project: Project, schedule: Schedule) -> Iterator[tuple[str, _Thing]]:
    partners: dict[tuple[str, str], list[RequiredTalk]] = {}
    for talk in missing_talks(project):
        partners.setdefault((talk.first.name, talk.clause), []).append(talk)
    for (name, clause), talks in partners.items():
        whom = "、".join(talk.partner for talk in talks)
        yield name, (TALK_WITH[clause].format(whom), schedule.due(clause))
