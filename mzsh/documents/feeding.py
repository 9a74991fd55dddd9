"""What a document is fed: each parameter by its type, found where the document asks for it and never before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, get_args

from mzsh.documents.document import OfficialDocument, collect
from mzsh.documents.gate import Gatekeeper
from mzsh.documents.subjects import Subject, recorded_talks
from mzsh.model.criticism import Criticism
from mzsh.model.examination import Outline, Statement
from mzsh.model.meeting import Meeting, Member
from mzsh.model.minutes import Minutes
from mzsh.model.papers import Circular, ReportPaper
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.project import Project
from mzsh.model.rectification import DualLife, Rectification
from mzsh.model.talks import TalkRecord
from mzsh.planning.schedule import Schedule
from mzsh.rules.finding import Report
from mzsh.rules.running import CheckOptions, check


@dataclass(frozen=True)
class Supplies:
    """All that documents of one workspace may ask for, seen from one day."""

    project: Project
    schedule: Schedule

    @property
    def today(self) -> date:
        """The day."""
        return self.schedule.today

    @cached_property
    def report(self) -> Report:
        """What the rules say of the whole workspace."""
        return check(self.project, CheckOptions(today=self.today))

    @cached_property
    def gatekeeper(self) -> Gatekeeper:
        """What may keep documents inside."""
        return Gatekeeper.at(self.project, gates=(one.gate for one in collect() if one.gate), today=self.today)

    def arguments(self, document: OfficialDocument, subject: str) -> dict[str, Any]:
        """The arguments of one document, by the names of its parameters."""
        return {name: _SUPPLIED[_wanted(kind)][1](self, subject) for name, kind in document.parameters.items()}

    def absent(self, document: OfficialDocument, subject: str) -> tuple[str, ...]:
        """What is not there and leaves nothing to make of the document (no `| None`), by name."""
        found = (_SUPPLIED[kind] for kind in document.parameters.values() if kind in _SUPPLIED)
        return tuple(label.format(subject) for label, find in found if label and find(self, subject) is None)


def _wanted(kind: Any) -> Any:
    """The type that a parameter may be, None left out."""
    return next((one for one in get_args(kind) if one is not type(None)), kind)


_Find = Callable[[Supplies, str], Any]

_SUPPLIED: Mapping[type, tuple[str, _Find]] = {
    Project: ("", lambda supplies, _: supplies.project),
    Meeting: ("", lambda supplies, _: supplies.project.meeting),
    Preset: ("", lambda supplies, _: supplies.project.preset),
    BodyProfile: ("", lambda supplies, _: supplies.project.profile),
    Schedule: ("", lambda supplies, _: supplies.schedule),
    Report: ("", lambda supplies, _: supplies.report),
    Subject: ("", lambda _, subject: Subject(subject)),
    Member: ("{}（名册）", lambda supplies, subject: supplies.project.meeting.member(subject)),
    Outline: ("{}的发言提纲", lambda supplies, subject: supplies.project.outline(subject)),
    Criticism: ("{}的批评意见", lambda supplies, subject: _criticism_by(supplies.project, subject)),
    Rectification: ("{}的整改清单", lambda supplies, subject: supplies.project.rectification(subject)),
    TalkRecord: ("{}的谈话记录", lambda supplies, subject: recorded_talks(supplies.project).get(subject)),
    Statement: ("班子对照检查材料", lambda supplies, _: supplies.project.statement),
    Minutes: ("会议记录", lambda supplies, _: supplies.project.minutes),
    DualLife: ("双重组织生活", lambda supplies, _: supplies.project.dual_life),
    ReportPaper: ("专题报告.md", lambda supplies, _: supplies.project.report_paper),
    Circular: ("情况通报.md", lambda supplies, _: supplies.project.circular),
}
"""What a document may ask for, how it is called where it is missing, and where it comes from."""


def _criticism_by(project: Project, critic: str) -> Criticism | None:
    """What one member wrote about the others."""
    return next((one for one in project.of(Criticism) if one.critic == critic and not one.is_stub), None)
