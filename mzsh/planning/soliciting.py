"""Who was asked and heard: letters by the units of 征求范围, hearings by member and unit, feedback by member.

A key that an office may leave out says nothing against a row: a letter without 发出 and a hearing without 日期 took
place. A row whose key is there and empty, as scaffolds write it, is still to be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.meeting import Meeting, Member
from mzsh.model.opinions import Feedback, Hearing, Letter, Opinions, Solicitation
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.model.text import plain
from mzsh.model.values import TEAM
from mzsh.planning.presence import may_be_mistyped


@dataclass(frozen=True, slots=True)
class Unasked:
    """A unit of 征求范围 to which no letter went; `letter` is its row where there is one."""

    unit: str
    index: int
    letter: Letter | None


def letters(project: Project) -> tuple[Letter, ...]:
    """The letters of all registers."""
    return project.solicitation.letters if project.solicitation else ()


def unasked_units(project: Project) -> Iterator[Unasked]:
    """Units of 征求范围 without a letter; of those whose row may be one without a readable 单位, none."""
    rows = {plain(letter.unit): letter for letter in letters(project) if letter.unit}
    missing = []
    for index, unit in enumerate(project.meeting.solicited):
        letter = rows.get(plain(unit))
        if letter is None:
            missing.append(Unasked(unit, index, None))
        elif _is_unsent(letter):
            yield Unasked(unit, index, letter)
    nameless = sum(not letter.unit for letter in letters(project))
    if len(missing) > nameless and not _is_lost(project, Solicitation, "letters"):
        yield from missing


def _is_lost(project: Project, kind: type[Document], field: str) -> bool:
    """Whether a register's list may be there under a key that is not known."""
    return any(may_be_mistyped(register, field) for register in project.of(kind))


def _is_unsent(letter: Letter) -> bool:
    return letter.sent == 0 or letter.at.is_blank("sent")


def unreturned_letters(project: Project) -> tuple[Letter, ...]:
    """Letters that are known to have gone out and of which nothing came back."""
    return tuple(
        letter
        for letter in letters(project)
        if letter.sent and not letter.returned and "returned" not in letter.at.refused
    )


def hearings(project: Project) -> tuple[Hearing, ...]:
    """The hearings of all registers, planned ones too."""
    return project.solicitation.listened if project.solicitation else ()


def places_of(member: Member) -> tuple[str, ...]:
    """What a member must listen to: every unit in his charge and his 联系点, each once (clause 3.2-listen)."""
    named = [*(charge.unit for charge in member.in_charge), member.linked_unit]
    return tuple({plain(place): place for place in named if plain(place)}.values())


@dataclass(frozen=True, slots=True)
class Unheard:
    """A cell of member × place that is empty; `hearing` is its planned row where there is one."""

    member: Member
    place: str
    hearing: Hearing | None


def unheard_places(project: Project) -> Iterator[Unheard]:
    """The empty cells, by the roster; a row with a name that is not on it (MZ010), or unknown, may fill any."""
    for member in {member.name: member for member in project.meeting.members if member.name}.values():
        yield from _unheard_by(project, member)


def _unheard_by(project: Project, member: Member) -> Iterator[Unheard]:
    if _is_lost(project, Solicitation, "listened"):
        return
    rows = hearings(project)
    for place in places_of(member):
        cells = [row for row in rows if _may_be_cell(row, member, place, project.meeting)]
        if not any(_took_place(row) for row in cells):
            yield Unheard(member, place, cells[0] if cells else None)


def _took_place(hearing: Hearing) -> bool:
    return hearing.date is not None or not hearing.at.is_blank("date")


def _may_be_cell(hearing: Hearing, member: Member, place: str, meeting: Meeting) -> bool:
    someone = hearing.member == member.name or (
        "member" in hearing.at.refused or (bool(hearing.member) and hearing.member not in meeting.member_names)
    )
    return someone and (plain(hearing.unit) == plain(place) or "unit" in hearing.at.refused)


def heard_places(project: Project, member: Member) -> int:
    """How many of a member's places he has listened to."""
    return len(places_of(member)) - sum(1 for _ in _unheard_by(project, member))


@dataclass(frozen=True, slots=True)
class Unacknowledged:
    """A member who has not signed for what was said of him; `entry` is his entry of 反馈 where there is one."""

    member: Member
    entry: Feedback | None


def unacknowledged_members(project: Project) -> Iterator[Unacknowledged]:
    """By the roster; an entry with a name that is not on it (MZ010), or unknown, may be anybody's."""
    meeting = project.meeting
    entries = [entry for register in project.of(Opinions) for entry in register.feedback]
    strays = [e for e in entries if "member" in e.at.refused or (e.member and e.member not in _known(meeting))]
    missing = []
    for name in dict.fromkeys(meeting.member_names):
        mine = [entry for entry in entries if entry.member == name]
        if any(entry.acknowledged or "acknowledged" in entry.at.refused for entry in mine):
            continue
        member = meeting.member(name)
        assert member is not None
        if mine:
            yield Unacknowledged(member, mine[0])
        else:
            missing.append(Unacknowledged(member, None))
    if len(missing) > len(strays) and not _is_lost(project, Opinions, "feedback"):
        yield from missing


def _known(meeting: Meeting) -> tuple[str, ...]:
    return (*meeting.member_names, TEAM)
