"""What the registers prove: since when a milestone's work is complete, though nobody wrote 完成 behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from mzsh.model.opinions import Opinions
from mzsh.model.project import Project
from mzsh.model.values import TEAM
from mzsh.planning.approvals import PASSED, missing_steps, reviews_of
from mzsh.planning.duties import required_talks
from mzsh.planning.presence import missing_examinations, missing_talks
from mzsh.planning.soliciting import hearings, unheard_places
from mzsh.planning.studying import group_studies, unstudied_readings


def complete_since(project: Project, clause: str) -> date | None:
    """The day of the last entry, where all that a milestone's clause asks for is recorded; None where it is not."""
    proof = _PROOFS.get(clause)
    return proof(project) if proof else None


def _last(days: Iterable[date | None]) -> date | None:
    """The last of some days; None where there is none, or one of them is not known."""
    known = list(days)
    return max((day for day in known if day), default=None) if all(known) else None


def _heard(project: Project) -> date | None:
    return None if any(True for _ in unheard_places(project)) else _last(row.date for row in hearings(project))


def _acknowledged(project: Project) -> date | None:
    days = {entry.member: entry.acknowledged for register in project.of(Opinions) for entry in register.feedback}
    return _last(days.get(name) for name in project.meeting.member_names)


def _talked(project: Project) -> date | None:
    if any(True for _ in missing_talks(project)):
        return None
    pairs = (project.talks.between(r.first.name, r.partner) for r in required_talks(project.meeting, project.profile))
    return _last(talk.date if talk else None for talk in pairs)


def _studied(project: Project) -> date | None:
    complete = not any(True for _ in unstudied_readings(project))
    return _last(study.date for study in group_studies(project)) if complete else None


def _passed(step: str, *, team: bool) -> Callable[[Project], date | None]:
    """Since when a step is taken of the statement, or of every outline."""

    def proof(project: Project) -> date | None:
        if any((owner == TEAM) == team for owner, _, _ in missing_examinations(project)):
            return None
        materials = project.statements if team else project.outlines
        if any(one.step == step for material in materials for one in missing_steps(material, project)):
            return None
        reviews = [
            r for m in materials for r in reviews_of(m.source, project) if r.step == step and r.verdict == PASSED
        ]
        return _last(review.date for review in reviews)

    return proof


def _lived(project: Project) -> date | None:
    register = project.dual_life
    days: list[date | None] = []
    for member in project.meeting.members:
        rows = [row for row in (register.items if register else ()) if row.name == member.name]
        days.append(next((row.branch_date for row in rows if row.branch_date), None))
        if member.linked_unit:
            days.append(next((row.guided_date for row in rows if row.guided_date), None))
    return _last(days)


_PROOFS: Mapping[str, Callable[[Project], date | None]] = {
    "3.1-group": _studied,
    "3.2-listen": _heard,
    "3.2-feedback": _acknowledged,
    **{f"3.3-scope{number}": _talked for number in range(1, 5)},
    "3.4-team-approve": _passed("书记审定", team=True),
    "3.4-team-consult": _passed("征求四个班子", team=True),
    "3.4-submit": _passed("报送", team=False),
    "3.4-review": _passed("书记审阅", team=False),
    "3.4-superior": _passed("上级审定", team=False),
    "4-date": lambda project: project.minutes.date if project.minutes else None,
    "5.1-report": lambda project: project.report_paper.sent if project.report_paper else None,
    "5.1-circulate": lambda project: project.circular.sent if project.circular else None,
    "5.3-branch": _lived,
    "5.3-guide": _lived,
}
"""Clauses whose work leaves a dated record. The lists of rectification carry no date and prove none."""
