"""What is submitted to the superior, and how far each paper had come by a day, before his own step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mzsh.model.examination import Examination, Outline
from mzsh.model.papers import Review
from mzsh.model.project import Project
from mzsh.planning.approvals import CONSULTATION, PASSED, fingerprint_of, required_steps, reviews_of

_LAST = "上级审定"
"""The step that is asked for."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One step: by whom (empty but for a body that was asked), on which day, and whether it was passed.

    `changed` says that the text is another since.
    """

    step: str
    by: str
    date: date | None
    passed: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Submitted:
    """A paper of the list: the team's (`member` empty) or a member's, with the steps taken and those that are not."""

    member: str
    self_written: bool
    taken: tuple[Taken, ...]
    open: tuple[str, ...]

    def has_passed(self, step: str) -> bool:
        """Whether a step was taken of the text as it stands, and passed."""
        found = [one for one in self.taken if one.step == step]
        return bool(found) and all(one.passed and not one.changed for one in found)

    @property
    def approved(self) -> bool:
        """Whether the secretary approved of the statement as it stands (书记审定)."""
        return self.has_passed("书记审定")

    @property
    def consulted(self) -> tuple[Taken, ...]:
        """The bodies that were asked."""
        return tuple(one for one in self.taken if one.step == CONSULTATION and one.passed)

    @property
    def own(self) -> tuple[Taken, ...]:
        """The steps taken but for the asking."""
        return tuple(one for one in self.taken if one.step != CONSULTATION)


def submitted(project: Project, day: date) -> tuple[Submitted, ...]:
    """The team's statement, then the outlines of the roster, as they stood on a day."""
    outlines = (project.outline(name) for name in project.meeting.member_names)
    materials = (project.statement, *outlines)
    return tuple(_of(material, project, day) for material in materials if material is not None)


def _of(material: Examination, project: Project, day: date) -> Submitted:
    recorded = [one for one in reviews_of(material.source, project) if one.date is None or one.date <= day]
    taken: list[Taken] = []
    missing: list[str] = []
    for step in required_steps(material, project):
        if step.step == _LAST:
            continue
        found = [one for one in recorded if one.step == step.step and (not step.by or one.by == step.by)]
        if found:
            taken.append(_taken(found[-1], step.by, material))
        elif step.step != CONSULTATION:
            missing.append(step.step)
    is_outline = isinstance(material, Outline)
    return Submitted(
        member=material.owner if is_outline else "",
        self_written=isinstance(material, Outline) and material.self_written,
        taken=tuple(taken),
        open=tuple(missing),
    )


def _taken(review: Review, by: str, material: Examination) -> Taken:
    mark = review.fingerprint.lower()
    return Taken(
        step=str(review.step),
        by=by,
        date=review.date,
        passed=review.verdict == PASSED,
        changed=bool(mark) and mark != fingerprint_of(material.source),
    )
