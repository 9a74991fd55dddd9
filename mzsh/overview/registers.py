"""Rows that a register still lacks by the roster, and how they are appended without moving anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from mzsh.errors import MzshError
from mzsh.model.criticism import Criticism
from mzsh.model.opinions import Opinions, Solicitation
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.model.rectification import DualLife
from mzsh.overview.starting import planned_talks
from mzsh.workspace import scaffold_materials as materials
from mzsh.workspace import scaffold_registers as scaffold
from mzsh.workspace.edits import append_items, apply, edited_text, require_as_typed
from mzsh.workspace.loading import load_text
from mzsh.workspace.scaffold_materials import Setting


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows for one list of a register: the register, the list's field and key, and each row as YAML."""

    register: Document
    field: str
    key: str
    rows: tuple[str, ...]


def talk_rows(project: Project, setting: Setting, register: Document) -> Iterator[Rows]:
    """The required talks that stand nowhere, neither held nor planned."""
    talks = [
        talk
        for talk in planned_talks(setting)
        if not project.talks.between(talk.talker, talk.partner)
        and not project.talks.planned_between(talk.talker, talk.partner)
    ]
    yield Rows(register, "items", "条目", scaffold.talk_rows(talks))


def solicitation_rows(setting: Setting, register: Solicitation) -> Iterator[Rows]:
    """Letters to units and hearings of members that are not listed."""
    addressed = {letter.unit for letter in register.letters}
    heard = {(hearing.member, hearing.unit) for hearing in register.listened}
    meeting = setting.meeting
    letters = scaffold.letter_rows(unit for unit in meeting.solicited if unit not in addressed)
    hearings = scaffold.hearing_rows(pair for pair in scaffold.hearings_due(meeting.members) if pair not in heard)
    yield Rows(register, "letters", "函", letters)
    yield Rows(register, "listened", "听取", hearings)


def dual_life_rows(setting: Setting, register: DualLife) -> Iterator[Rows]:
    """Members that are not listed."""
    listed = {row.name for row in register.items}
    missing = [member for member in setting.meeting.members if member.name not in listed]
    yield Rows(register, "items", "条目", scaffold.dual_life_rows(missing))


def feedback_rows(setting: Setting, register: Opinions) -> Iterator[Rows]:
    """Members whose acknowledgement has no row."""
    listed = {row.member for row in register.feedback}
    names = [name for name in setting.meeting.member_names if name not in listed]
    yield Rows(register, "feedback", "反馈", scaffold.feedback_rows(names))


def criticism_rows(setting: Setting, document: Criticism) -> Rows:
    """Members of whom a giver says nothing yet."""
    about = {item.about for item in document.items}
    names = [name for name in setting.meeting.member_names if name not in about | {document.critic}]
    return Rows(document, "items", "意见", materials.criticism_rows(names))


def append(root: Path, wanted: Iterable[Rows]) -> tuple[tuple[str, int], ...]:
    """Append rows to their registers; each path with how many it got. MzshError where one cannot take them."""
    counts = []
    for path, of_one in groupby(sorted(wanted, key=_path), key=_path):
        lists = [rows for rows in of_one if rows.rows]
        if lists:
            _append_to_one(root, lists)
            counts.append((path, sum(len(rows.rows) for rows in lists)))
    return tuple(counts)


def _path(rows: Rows) -> str:
    return rows.register.path


def _append_to_one(root: Path, lists: list[Rows]) -> None:
    register = lists[0].register
    edits = [append_items(register.at, rows.field, rows.key, [_lines(row) for row in rows.rows]) for rows in lists]
    after = load_text(register.path, edited_text(register.source, edits))
    for rows in lists:
        before, now = getattr(register, rows.field), getattr(after.document, rows.field, ())
        if len(now) != len(before) + len(rows.rows):
            hint = "改成每项一行、以“- ”开头，再运行一次"
            raise MzshError(f"{register.path} 里的“{rows.key}”加不进新的行，没有改动", hint=hint)
    require_as_typed(register.source)
    apply(root, register.source, edits)


def _lines(row: str) -> list[str]:
    """A row's lines without its dash and the two blanks below it."""
    return [line[2:] for line in row.split("\n")]
