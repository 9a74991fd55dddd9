"""The folder as it stood on a day: whatever bears a later date has not happened yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from mzsh.model.deadlines import Deadlines
from mzsh.model.opinions import Opinions, Solicitation
from mzsh.model.papers import Reviews
from mzsh.model.project import Project
from mzsh.model.record import Document, Record
from mzsh.model.study import Study
from mzsh.model.talks import TalkRecord, TalkRegister

R = TypeVar("R", bound=Record)


def as_of(project: Project, day: date) -> Project:
    """The project without the sessions, talks, opinions, hearings, signatures and approvals of later days.

    What has no date of its own (a draft, a letter's answer, a criticism) is there as it is.
    """
    known = (_known(document, day) for document in project.documents)
    return replace(project, documents=tuple(document for document in known if document is not None))


def _known(document: Document, day: date) -> Document | None:
    """The document as of that day; None where it is wholly of a later one."""
    if isinstance(document, (Study, TalkRecord)):
        return None if document.date and document.date > day else document
    changes: dict[str, object] = {}
    if isinstance(document, (TalkRegister, Reviews)):
        changes["items"] = _until(document.items, "date", day)
    elif isinstance(document, Opinions):
        changes["items"] = _until(document.items, "date", day)
        changes["feedback"] = _until(document.feedback, "acknowledged", day)
    elif isinstance(document, Solicitation):
        changes["listened"] = _until(document.listened, "date", day)
        changes["activities"] = _until(document.activities, "date", day)
    elif isinstance(document, Deadlines):
        changes["milestones"] = tuple(
            one.model_copy(update={"done": None}) if one.done and one.done > day else one for one in document.milestones
        )
    return document.model_copy(update=changes) if changes else document


def _until(records: Iterable[R], field: str, day: date) -> tuple[R, ...]:
    """The records but for those that are of a later day."""
    found = ((one, getattr(one, field)) for one in records)
    return tuple(one for one, dated in found if dated is None or dated <= day)
