"""`new`: one document, or all that the roster asks for and nobody has begun. Nothing is overwritten."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from mzsh.errors import MzshError
from mzsh.model.criticism import Criticism
from mzsh.model.examination import Outline, Statement
from mzsh.model.minutes import Minutes
from mzsh.model.opinions import Opinions, Solicitation
from mzsh.model.papers import Circular, DueExplanations, ReportPaper, SupervisionLog
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.model.rectification import DualLife, LastYear, Rectification, SuperiorIssues
from mzsh.model.talks import TalkRecord, TalkRegister
from mzsh.model.values import TEAM
from mzsh.overview.names import member_named, refuse_empty_roster, talk_of
from mzsh.overview.registers import (
    Rows,
    append,
    criticism_rows,
    dual_life_rows,
    feedback_rows,
    solicitation_rows,
    talk_rows,
)
from mzsh.overview.starting import planned_talks
from mzsh.planning.conservation import concerns
from mzsh.planning.duties import required_plans
from mzsh.workspace import scaffold_materials as materials
from mzsh.workspace import scaffold_registers as registers
from mzsh.workspace.scaffold_materials import Setting
from mzsh.workspace.scaffold_text import NewFile
from mzsh.workspace.scaffolding import git_ignores, write_new

D = TypeVar("D", bound=Document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Whose documents are asked for (`every`: everybody's), and the day where the kind has one."""

    names: tuple[str, ...] = ()
    every: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """New files, rows for registers that exist, and the paths of documents that are there already."""

    files: tuple[NewFile, ...] = ()
    rows: tuple[Rows, ...] = ()
    existing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """Paths made, paths left as they are, and how many rows each register got."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class DraftKind:
    """A kind of document that `new` begins: its names on the command line, how to type it, and what it makes."""

    english: str
    chinese: tuple[str, ...]
    takes: str
    make: Callable[[Project, Setting, Wanted], Draft]
    from_the_start: bool = False

    @property
    def usage(self) -> str:
        """The command as it is typed."""
        return f"mzsh new {self.english} {self.takes}".rstrip()


def kind_named(word: str) -> DraftKind:
    """A kind by its English or one of its Chinese names. MzshError where there is none."""
    names = {name: kind for kind in KINDS for name in (kind.english, *kind.chinese)}
    if word in names:
        return names[word]
    close = difflib.get_close_matches(word, names, 1, 0.5)
    listed = "、".join(f"{kind.english} {kind.chinese[0]}" for kind in KINDS)
    raise MzshError(f"没有“{word}”这种材料", hint=f"是不是“{close[0]}”？" if close else f"可以写：{listed}")


def draft(project: Project, kind: DraftKind, wanted: Wanted) -> Drafted:
    """Begin documents of one kind. MzshError where the names do not fit the kind or the roster."""
    _check_names(kind, wanted)
    if wanted.every:
        refuse_empty_roster(project)
    return _write(project, [kind.make(project, _setting(project), wanted)])


def draft_missing(project: Project) -> Drafted:
    """Begin all that a new workspace has and this one lacks: for when the roster has been filled in or changed."""
    refuse_empty_roster(project)
    setting, everybody = _setting(project), Wanted(every=True)
    return _write(project, [kind.make(project, setting, everybody) for kind in KINDS if kind.from_the_start])


def _check_names(kind: DraftKind, wanted: Wanted) -> None:
    takes_all, takes_names = "--all" in kind.takes, "姓名" in kind.takes or "谈话人" in kind.takes
    if wanted.names and not takes_names:
        raise MzshError(f"“{kind.chinese[0]}”只有一份，不用写姓名", hint=kind.usage)
    if takes_names and not wanted.names and not (wanted.every and takes_all):
        raise MzshError(f"还没有写是谁的“{kind.chinese[0]}”", hint=kind.usage)


def _setting(project: Project) -> Setting:
    owners = {item.owner_body or entry.owner_body for entry in project.last_year for item in entry.items}
    return Setting(
        meeting=project.meeting,
        preset=project.preset,
        profile=project.profile,
        past_owners=frozenset(owners - {""}),
    )


def _write(project: Project, drafts: Sequence[Draft]) -> Drafted:
    written = write_new(project.root, [file for one in drafts for file in one.files])
    rows = append(project.root, [rows for one in drafts for rows in one.rows])
    existing = [path for one in drafts for path in one.existing]
    return Drafted(written.made, (*existing, *written.kept), rows)


def _talk(project: Project, setting: Setting, wanted: Wanted) -> Draft:
    if len(wanted.names) != 2:
        raise MzshError("谈话要写两个人", hint="mzsh new talk 谈话人 谈话对象")
    talk = talk_of(project, *wanted.names)
    same = [r.path for r in project.of(TalkRecord) if r.pair == set(wanted.names) and r.date == wanted.day]
    return Draft(existing=tuple(same)) if same else Draft((materials.talk_record(talk, wanted.day),))


def _outline(project: Project, setting: Setting, wanted: Wanted) -> Draft:
    present = {o.member: o.path for o in project.of(Outline) if not project.is_past(o)}
    names = _owners(project, wanted)
    return _one_each(names, present, lambda name: materials.outline(setting, member_named(project, name)))


def _criticism(project: Project, setting: Setting, wanted: Wanted) -> Draft:
    present = {document.critic: document for document in project.of(Criticism)}
    names = _owners(project, wanted)
    rows = [criticism_rows(setting, present[name]) for name in names if name in present]
    return Draft(
        files=tuple(materials.criticism(setting, name) for name in names if name not in present),
        rows=tuple(rows),
        existing=tuple(one.register.path for one in rows if not one.rows),
    )


def _rectification(project: Project, setting: Setting, wanted: Wanted) -> Draft:
    present = {document.owner_body: document.path for document in project.of(Rectification)}
    names = required_plans(project.meeting) if wanted.every else wanted.names
    for name in names:
        if name != TEAM:
            member_named(project, name)
    return _one_each(names, present, lambda name: registers.rectification(setting, name, _found(project, name)))


def _found(project: Project, owner: str) -> tuple[registers.PlannedItem, ...]:
    """What problems, criticisms and opinions ask of one owner's list."""
    return tuple(
        registers.PlannedItem(concern.text, concern.id, concern.about_area)
        for concern in concerns(project)
        if concern.owner == owner
    )


def _owners(project: Project, wanted: Wanted) -> tuple[str, ...]:
    """The names asked for, all of them on the roster."""
    if wanted.every:
        return project.meeting.member_names
    return tuple(member_named(project, name).name for name in wanted.names)


def _one_each(names: Sequence[str], present: Mapping[str, str], make: Callable[[str], NewFile]) -> Draft:
    files = tuple(make(name) for name in names if name not in present)
    return Draft(files, existing=tuple(present[name] for name in names if name in present))


def _single(kind: type[Document], make: Callable[[Setting], NewFile]) -> Callable[[Project, Setting, Wanted], Draft]:
    """A kind of which a workspace has one document."""

    def begin(project: Project, setting: Setting, wanted: Wanted) -> Draft:
        present = tuple(document.path for document in project.of(kind) if not project.is_past(document))
        return Draft(existing=present) if present else Draft((make(setting),))

    return begin


def _register(
    kind: type[D],
    make: Callable[[Setting], NewFile],
    missing: Callable[[Project, Setting, D], Iterator[Rows]],
) -> Callable[[Project, Setting, Wanted], Draft]:
    """A register that is made with its rows, or gets those that it lacks."""

    def begin(project: Project, setting: Setting, wanted: Wanted) -> Draft:
        present = project.of(kind)
        if not present:
            return Draft((make(setting),))
        rows = tuple(rows for rows in missing(project, setting, present[0]) if rows.rows)
        return Draft(rows=rows, existing=() if rows else (present[0].path,))

    return begin


def _study(project: Project, setting: Setting, wanted: Wanted) -> Draft:
    return Draft((materials.study(setting, wanted.day),))


def _explanations_due(project: Project, setting: Setting, wanted: Wanted) -> Draft:
    """The register, and .gitignore where a workspace has none: it must not get into a repository."""
    present = tuple(document.path for document in project.of(DueExplanations))
    if present:
        return Draft(existing=present)
    ignores = git_ignores()
    unguarded = not (project.root / ignores.path).exists()
    return Draft((registers.explanations_due(), *([ignores] if unguarded else [])))


_EACH = "姓名（或 --all）"

KINDS: tuple[DraftKind, ...] = (
    DraftKind("talk", ("谈话记录", "谈话"), "谈话人 谈话对象", _talk),
    DraftKind(
        "talks",
        ("谈话登记",),
        "--all",
        _register(TalkRegister, lambda s: registers.talk_register(planned_talks(s)), talk_rows),
        from_the_start=True,
    ),
    DraftKind("outline", ("发言提纲", "提纲"), _EACH, _outline, from_the_start=True),
    DraftKind("statement", ("班子材料",), "", _single(Statement, materials.statement), from_the_start=True),
    DraftKind("criticism", ("批评意见", "批评"), _EACH, _criticism, from_the_start=True),
    DraftKind("study", ("学习研讨", "学习"), "", _study),
    DraftKind(
        "solicitation",
        ("征求意见",),
        "--all",
        _register(Solicitation, registers.solicitation, lambda _, s, found: solicitation_rows(s, found)),
        from_the_start=True,
    ),
    DraftKind(
        "opinions",
        ("意见建议", "意见"),
        "",
        _register(Opinions, registers.opinions, lambda _, s, found: feedback_rows(s, found)),
        from_the_start=True,
    ),
    DraftKind(
        "minutes",
        ("会议记录", "记录"),
        "",
        _single(Minutes, materials.minutes),
    ),
    DraftKind("report", ("专题报告", "报告"), "", _single(ReportPaper, materials.report)),
    DraftKind("circular", ("情况通报", "通报"), "", _single(Circular, materials.circular)),
    DraftKind("rectification", ("整改清单", "整改"), "姓名、班子（或 --all）", _rectification),
    DraftKind(
        "dual_life",
        ("双重组织生活",),
        "--all",
        _register(DualLife, registers.dual_life, lambda _, s, found: dual_life_rows(s, found)),
        from_the_start=True,
    ),
    DraftKind("last_year", ("上年整改",), "", _single(LastYear, lambda _: registers.last_year()), from_the_start=True),
    DraftKind(
        "superior_issues",
        ("上级指出问题",),
        "",
        _single(SuperiorIssues, lambda _: registers.superior_issues()),
        from_the_start=True,
    ),
    DraftKind("explanations_due", ("应说明事项",), "", _explanations_due),
    DraftKind("supervision_log", ("督导",), "", _single(SupervisionLog, lambda _: registers.supervision_log())),
)
"""Every kind, in the order of the work."""
