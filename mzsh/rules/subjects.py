"""What a rule may ask for: the one table, for our own rules and for those of other packages.

Each entry is the type that a parameter is marked with, and where it comes from in a run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mzsh.model.criticism import Criticism
from mzsh.model.deadlines import Milestone
from mzsh.model.examination import Examination, Outline, Statement
from mzsh.model.meeting import Meeting
from mzsh.model.minutes import Minutes
from mzsh.model.place import Source
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.project import Project, Talks
from mzsh.model.record import Document
from mzsh.model.rectification import Rectification
from mzsh.model.talks import Talk, TalkRecord
from mzsh.planning.schedule import Schedule
from mzsh.wording.copies.meeting import Copies, find_copies
from mzsh.wording.judging.meeting import find_judgements
from mzsh.wording.judging.units import Judgements


def _talks(project: Project, _: Schedule) -> Iterable[Talk]:
    """Talks that took place, recorded or registered."""
    yield from (record for record in project.of(TalkRecord) if not record.is_stub)
    yield from (row for row in project.talk_rows if not row.is_planned)


ONE_BY_ONE: Mapping[type, Callable[[Project, Schedule], Iterable[Any]]] = {
    Source: lambda project, _: project.sources,
    Document: lambda project, _: [document for document in project.documents if not document.is_stub],
    Talk: _talks,
    Examination: lambda project, _: project.examinations,
    Outline: lambda project, _: project.outlines,
    Statement: lambda project, _: project.statements,
    Criticism: lambda project, _: [one for one in project.of(Criticism) if not one.is_stub],
    Minutes: lambda project, _: [one for one in project.of(Minutes) if not one.is_stub],
    Rectification: lambda project, _: project.rectifications,
    Milestone: lambda _, schedule: [milestone for milestone, _ in schedule.milestones],
}
"""What a rule may be about: it runs once for each."""

HANDED_IN: Mapping[type, Callable[[Project, Schedule], Any]] = {
    Project: lambda project, _: project,
    Meeting: lambda project, _: project.meeting,
    Preset: lambda project, _: project.preset,
    BodyProfile: lambda project, _: project.profile,
    Talks: lambda project, _: project.talks,
    Schedule: lambda _, schedule: schedule,
    Copies: lambda project, _: find_copies(project),
    Judgements: lambda project, _: find_judgements(project),
}
"""What a rule may ask for beside that; found once a run, and only where a rule asks."""
