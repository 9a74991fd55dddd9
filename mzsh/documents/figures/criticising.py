"""相互批评, one by one: who said what of whom, as it was written before the meeting and made at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.criticism import CriticismItem
from mzsh.model.project import Project

_SAID_BEFORE = "criticism"


@dataclass(frozen=True)
class Said:
    """One criticism; `item` is None where the minutes tell of one that nobody wrote down.

    `raised` says whether it was told in a talk before the meeting: as typed, else as the pair's talk says; None where
    there is neither.
    """

    critic: str
    about: str
    item: CriticismItem | None
    raised: bool | None


@dataclass(frozen=True)
class Received:
    """What one member was told, in the order of the roster of those who said it."""

    member: str
    criticisms: tuple[Said, ...]


def received(project: Project) -> tuple[Received, ...]:
    """Every criticism by the member criticised: the roster's first, then names that it does not have.

    Before the meeting these are the criticisms that were written, after it those that were made: where the minutes
    list who criticised whom, only they.
    """
    roster = project.meeting.member_names
    said = sorted(_said(project), key=lambda one: _place(one.critic, roster))
    names = sorted(dict.fromkeys(one.about for one in said), key=lambda name: _place(name, roster))
    return tuple(Received(name, tuple(one for one in said if one.about == name)) for name in names)


def received_by(project: Project, member: str) -> tuple[Said, ...]:
    """What one member was told."""
    return next((one.criticisms for one in received(project) if one.member == member), ())


def _place(name: str, roster: tuple[str, ...]) -> int:
    return roster.index(name) if name in roster else len(roster)


def _said(project: Project) -> Iterator[Said]:
    written = [(one.critic, one.item.about, one.item) for one in project.criticisms]
    pairs = project.minutes.criticisms.pairs if project.minutes else ()
    if not pairs:
        yield from (Said(critic, about, item, _raised(project, critic, item)) for critic, about, item in written)
        return
    for critic, about in dict.fromkeys((pair.critic, pair.about) for pair in pairs):
        items = [item for one, other, item in written if (one, other) == (critic, about)]
        yield from (Said(critic, about, item, _raised(project, critic, item)) for item in items)
        if not items:
            yield Said(critic, about, None, None)


def _raised(project: Project, critic: str, item: CriticismItem) -> bool | None:
    if item.raised_before is not None:
        return item.raised_before
    talks = [talk for talk in project.talks.held if talk.pair == {critic, item.about}]
    if not talks:
        return None
    return any(_SAID_BEFORE not in dict(talk.missing_topics()) for talk in talks)
