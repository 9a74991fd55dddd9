"""Figures of what was promised last year (上年整改): items by owner and state, as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.documents.figures.rectifying import DONE, STATES
from mzsh.documents.figures.shares import Each, Share, each, shares
from mzsh.model.project import Project
from mzsh.model.rectification import LastYearItem
from mzsh.model.values import TEAM


@dataclass(frozen=True)
class Promises:
    """What one owner was to put right; `owner` is empty where nobody wrote whose it was."""

    owner: str
    items: tuple[LastYearItem, ...]

    @property
    def is_team(self) -> bool:
        """Whether it is the team's."""
        return self.owner == TEAM


def promises(project: Project) -> tuple[Promises, ...]:
    """Last year's items by owner: the team, the roster's members, others as they come (who left since), nobody's."""
    found: dict[str, list[LastYearItem]] = {name: [] for name in (TEAM, *project.meeting.member_names)}
    for owner, item in _owned(project):
        found.setdefault(owner, []).append(item)
    nobodys = found.pop("", [])
    every = (Promises(owner, tuple(items)) for owner, items in {**found, "": nobodys}.items())
    return tuple(one for one in every if one.items)


def _owned(project: Project) -> Iterator[tuple[str, LastYearItem]]:
    for register in project.last_year:
        yield from ((item.owner_body or register.owner_body, item) for item in register.listed)


@dataclass(frozen=True)
class PromiseCounts:
    """How many items, of the team and of members, and in which state they are."""

    total: int
    team: int
    members: int
    by_member: tuple[Each, ...]
    by_state: tuple[Share, ...]
    complete: bool


def counts(project: Project) -> PromiseCounts:
    """Every item with a 问题, by the 状态 that was typed; the report counts the same."""
    groups = promises(project)
    own = {one.owner: len(one.items) for one in groups if one.owner and not one.is_team}
    states = [item.status for one in groups for item in one.items]
    return PromiseCounts(
        total=len(states),
        team=sum(len(one.items) for one in groups if one.is_team),
        members=sum(own.values()),
        by_member=each(own),
        by_state=shares(states, STATES),
        complete=all(state == DONE for state in states),
    )
