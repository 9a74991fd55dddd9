"""`new`: one document, or all that the roster asks for and nobody has begun. Nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mzsh.errors import MzshError
from mzsh.model.criticism import Criticism
from mzsh.model.examination import Outline, Statement
from mzsh.model.minutes import Minutes
from mzsh.model.opinions import Opinions, Solicitation
from mzsh.model.papers import Circular, ReportPaper, SupervisionLog
from mzsh.model.project import TEAM, Project
from mzsh.model.record import Document
from mzsh.model.rectification import DualLife, LastYear, Rectification, SuperiorIssues
from mzsh.model.study import Study
from mzsh.model.talks import TalkRecord, TalkRegister
from mzsh.overview.names import member_named, talk_of
from mzsh.overview.registers import Rows, dual_life_rows, solicitation_rows, talk_rows
from mzsh.overview.starting import planned_talks
from mzsh.planning.duties import required_plans
from mzsh.workspace import scaffold_materials as materials
from mzsh.workspace import scaffold_registers as registers
from mzsh.workspace.edits import append_items, apply
from mzsh.workspace.scaffold_materials import Setting
from mzsh.workspace.scaffold_text import NewFile
from mzsh.workspace.scaffolding import write_new


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for: whose documents, or all of them, and a day where the kind has one."""

    names: tuple[str, ...] = ()
    every: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be written: new files, rows for registers that exist, and documents that are there already."""

    files: tuple[NewFile, ...] = ()
    rows: tuple[Rows, ...] = ()
    existing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was written: paths made, paths left as they are, and how many rows each register got."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    rows: tuple[tuple[str, int], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class DraftKind:
    """A kind of document that `new` begins: its names on the command line, and what it takes."""

    english: str
    chinese: tuple[str, ...]
    usage: str
    draft: Callable[[Project, Setting, Wanted], Draft]


def kind_named(word: str) -> DraftKind:
    """A kind by its English or one of its Chinese names. MzshError where there is none."""
    from difflib import get_close_matches

    names = {name: kind for kind in KINDS for name in (kind.english, *kind.chinese)}
    if word in names:
        return names[word]
    close = get_close_matches(word, names, 1, 0.5)
    listed = "、".join(f"{kind.english}（{kind.chinese[0]}）" for kind in KINDS)
    raise MzshError(f"没有“{word}”这种材料", hint=f"是不是“{close[0]}”？" if close else f"可以写：{listed}")


def draft(project: Project, kind: DraftKind, wanted: Wanted) -> Drafted:
    """Begin documents of one kind."""
    return _write(project, kind.draft(project, _setting(project), wanted))


def draft_missing(project: Project) -> Drafted:
    """Begin everything that a new workspace has and this one lacks: after the roster was filled in or changed."""
    setting, everything = _setting(project), Wanted(every=True)
    drafts = [kind.draft(project, setting, everything) for kind in KINDS if kind.english in _FROM_THE_START]
    return _write(
        project,
        Draft(
            files=tuple(file for one in drafts for file in one.files),
            rows=tuple(rows for one in drafts for rows in one.rows),
        ),
    )


def _setting(project: Project) -> Setting:
    owners = frozenset(item.owner_body or entry.owner_body for entry in project.last_year for item in entry.items)
    return Setting(
        meeting=project.meeting, preset=project.preset, profile=project.profile, past_owners=owners - {""}
    )


def _write(project: Project, wanted: Draft) -> Drafted:
    written = write_new(project.root, wanted.files)
    for rows in wanted.rows:
        edits = [append_items(rows.register.at, rows.name, rows.chinese, [_lines(row) for row in rows.rows])]
        apply(project.root, rows.register.source, edits)
    counts: dict[str, int] = {}
    for rows in wanted.rows:
        counts[rows.register.path] = counts.get(rows.register.path, 0) + len(rows.rows)
    return Drafted(written.made, (*wanted.existing, *written.kept), tuple(counts.items()))


def _lines(row: str) -> list[str]:
    """A row's lines without its dash and the two blanks below it."""
    return [line[2:] for line in row.split("\n")]
