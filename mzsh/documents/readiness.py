"""Which documents can be made now, how many of each, and what the others still need (`mzsh render --list`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mzsh.documents.document import OfficialDocument, collect
from mzsh.documents.feeding import Supplies
from mzsh.documents.rendering import engine, missing
from mzsh.documents.request import each
from mzsh.model.project import Project
from mzsh.planning.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Readiness:
    """How one document stands: how many are ready of how many, what is missing by name, and whose template it has.

    `held` is why it may not go out, `nobody` says why there is none to make (nobody to be reminded), `override` is the
    user's own template, from the root of the workspace.
    """

    document: OfficialDocument
    ready: int
    wanted: int
    missing: tuple[str, ...]
    held: tuple[str, ...]
    nobody: str
    override: str


def readiness(project: Project, today: date) -> tuple[Readiness, ...]:
    """Every document, in order."""
    supplies = Supplies(project, Schedule(project, today))
    templates = engine(project)
    return tuple(
        _of(one, supplies, override="" if templates.source_of(one.template).own else f"模板/documents/{one.template}")
        for one in collect()
    )


def _of(document: OfficialDocument, supplies: Supplies, *, override: str) -> Readiness:
    requests = tuple(each(document, supplies.project, supplies.schedule))
    lacking = [missing(supplies.project, request, supplies=supplies) for request in requests]
    return Readiness(
        document=document,
        ready=sum(not names for names in lacking),
        wanted=len(requests),
        missing=tuple(dict.fromkeys(name for names in lacking for name in names)),
        held=supplies.gatekeeper.known(document.gate) if document.gate else (),
        nobody="" if requests or document.one_per is None else document.one_per.nobody,
        override=override,
    )
