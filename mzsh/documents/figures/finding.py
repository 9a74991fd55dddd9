"""Everything that was found wrong, one by one, and the items of the rectification lists that take it up.

Three ways lead there, and none may be lost: problems of the statement and the outlines, criticisms made at the
meeting, and merged opinions that do not end in an explanation or with somebody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mzsh.documents.figures import criticising
from mzsh.model.project import Project
from mzsh.model.values import TEAM

_CRITICISM = "相互批评"
_UNWRITTEN = "（会上提出，没有书面原文）"


@dataclass(frozen=True)
class Found:
    """One problem; `items` are the numbers of the items that name it, those of another's list with whose it is.

    `is_listed` tells whether the owner has a list at all. A criticism has no `id`: its own would say who made it.
    """

    id: str
    text: str
    source: str
    refs: tuple[str, ...]
    owner: str
    area: int | None
    items: tuple[str, ...]
    is_listed: bool


def problems(project: Project) -> tuple[Found, ...]:
    """The problems of the statement and the outlines: the team's, then the members' by the roster."""
    index = _Index(project)
    return tuple(
        index.found(
            one.id,
            one.problem.summary,
            owner,
            one.area,
            source=one.problem.source or "",
            refs=one.problem.refs,
            by=(one.id,),
        )
        for owner in (TEAM, *project.meeting.member_names)
        for one in project.problems(owner)
    )


def criticised(project: Project) -> tuple[Found, ...]:
    """What members were told at the meeting, by the roster, without who told it; nothing before the minutes.

    As many as the report counts: one that nobody wrote down is among them.
    """
    if project.minutes is None:
        return ()
    index = _Index(project)
    ids = {id(one.item): one.id for one in project.criticisms}
    every = (said for group in criticising.received(project) for said in group.criticisms)
    return tuple(
        index.found("", said.item.problem, said.about, said.item.area, source=_CRITICISM, by=(ids[id(said.item)],))
        if said.item
        else index.found("", _UNWRITTEN, said.about, None, source=_CRITICISM, by=())
        for said in every
    )


def told(project: Project) -> tuple[Found, ...]:
    """Merged opinions about the team and the members that are to be put right."""
    index = _Index(project)
    owners = (TEAM, *project.meeting.member_names)
    return tuple(
        index.found(
            one.id,
            one.text,
            owner,
            one.area,
            source="征求意见",
            by=(one.id, *(opinion.id for opinion in project.opinions if opinion.merged_into == one.id)),
        )
        for owner in owners
        for one in project.summaries
        if one.about == owner and not one.ends_here
    )


def by_owner_and_area(found: Iterable[Found], areas: int) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """How many each owner has in each area; the last number is of those that name none of this year's areas."""
    counts: dict[str, Counter[int]] = {}
    for one in found:
        known = one.area if one.area is not None and 1 <= one.area <= areas else areas + 1
        counts.setdefault(one.owner, Counter())[known] += 1
    return tuple((owner, tuple(count[area] for area in range(1, areas + 2))) for owner, count in counts.items())


class _Index:
    """Which items name an id."""

    def __init__(self, project: Project) -> None:
        self._owners = {plan.owner_body for plan in project.rectifications}
        self._items: dict[str, list[tuple[str, str]]] = {}
        for plan in project.rectifications:
            for number, item in enumerate(plan.listed, 1):
                label = item.id or f"第{number}项"
                for ref in dict.fromkeys(item.refs):
                    self._items.setdefault(ref, []).append((plan.owner_body, label))

    def found(
        self,
        identifier: str,
        text: str,
        owner: str,
        area: int | None,
        *,
        source: str,
        by: tuple[str, ...],
        refs: tuple[str, ...] = (),
    ) -> Found:
        """A problem with the items that name one of the ids `by`."""
        named = dict.fromkeys(place for one in by for place in self._items.get(one, ()))
        items = tuple(label if whose == owner else f"{whose}：{label}" for whose, label in named)
        return Found(identifier, text, source, refs, owner, area, items, owner in self._owners)
