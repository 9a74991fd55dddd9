"""相互批评, one by one: who said what of whom, as it was written before the meeting and made at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.documents.figures.shares import Each, each
from mzsh.model.criticism import CriticismItem
from mzsh.model.project import Project
from mzsh.planning.attendance import absent_members
from mzsh.planning.duties import required_criticisms

_SAID_BEFORE = "criticism"


@dataclass(frozen=True)
class Said:
    """One criticism; `item` is None where the minutes tell of one that nobody wrote down.

    `raised` says whether it was told in a talk before the meeting: as typed, else as the pair's talk says; None where
    there is neither. `is_by_absent` says that the critic was not at the meeting: he had it read out (书面提出).
    """

    critic: str
    about: str
    item: CriticismItem | None
    raised: bool | None
    is_by_absent: bool


@dataclass(frozen=True)
class Received:
    """What one member was told, in the order of the roster of those who said it."""

    member: str
    criticisms: tuple[Said, ...]


def received(project: Project) -> tuple[Received, ...]:
    """Every criticism by the member criticised: the roster's first, then names that it does not have.

    Before the meeting these are the criticisms that were written, after it those that were made: where the minutes
    list who criticised whom, what was written of these pairs, a pair of which nothing was written being one; where they
    do not (全部), all but those of members who were not there and sent no speech (书面发言).
    """
    roster = project.meeting.member_names
    said = sorted(_said(project), key=lambda one: _place(one.critic, roster))
    names = sorted(dict.fromkeys(one.about for one in said), key=lambda name: _place(name, roster))
    return tuple(Received(name, tuple(one for one in said if one.about == name)) for name in names)


def received_by(project: Project, member: str) -> tuple[Said, ...]:
    """What one member was told."""
    return next((one.criticisms for one in received(project) if one.member == member), ())


@dataclass(frozen=True)
class Counts:
    """相互批评: how many, from the secretary, to each member, and whether everyone present criticised everyone present.

    `written` of them are of `writers`, who were not there and sent them in writing.
    """

    total: int
    by_secretary: int
    received: tuple[Each, ...]
    everyone: bool
    written: int
    writers: tuple[str, ...]


def counts(project: Project) -> Counts:
    """The criticisms in figures: the same in every document that tells of them."""
    return _counts(project, received(project))


def made(project: Project) -> Counts:
    """The same of those made at the meeting: none before the minutes."""
    return _counts(project, received(project) if project.minutes else ())


def _counts(project: Project, groups: tuple[Received, ...]) -> Counts:
    every = [one for group in groups for one in group.criticisms]
    secretary, absent = project.meeting.secretary, absent_members(project)
    pairs = {(one.critic, one.about) for one in every}
    required = {pair for pair in required_criticisms(project.meeting) if not absent & set(pair)}
    return Counts(
        total=len(every),
        by_secretary=sum(secretary is not None and one.critic == secretary.name for one in every),
        received=each({group.member: len(group.criticisms) for group in groups}),
        everyone=required <= pairs,
        written=sum(one.is_by_absent for one in every),
        writers=tuple(dict.fromkeys(one.critic for one in every if one.is_by_absent)),
    )


def _place(name: str, roster: tuple[str, ...]) -> int:
    return roster.index(name) if name in roster else len(roster)


def _said(project: Project) -> Iterator[Said]:
    written = [(one.critic, one.item.about, one.item) for one in project.criticisms]
    absent, minutes = absent_members(project), project.minutes
    pairs = [(one.critic, one.about) for one in minutes.criticisms.pairs if one.critic and one.about] if minutes else []
    if not pairs:
        silent = absent - ({one.name for one in minutes.absent if one.written} if minutes else set())
        for critic, about, item in written:
            if critic not in silent:
                yield Said(critic, about, item, _raised(project, critic, item), critic in absent)
        return
    for critic, about in dict.fromkeys(pairs):
        items = [item for one, other, item in written if (one, other) == (critic, about)]
        for item in items:
            yield Said(critic, about, item, _raised(project, critic, item), critic in absent)
        if not items:
            yield Said(critic, about, None, None, critic in absent)


def _raised(project: Project, critic: str, item: CriticismItem) -> bool | None:
    if item.raised_before is not None:
        return item.raised_before
    talks = [talk for talk in project.talks.held if talk.pair == {critic, item.about}]
    if not talks:
        return None
    return any(_SAID_BEFORE not in dict(talk.missing_topics()) for talk in talks)
