"""Talks (谈心谈话) pair by pair: who must talk with whom, on which day they are to, and on which they did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mzsh.model.meeting import Meeting, Member
from mzsh.model.project import Project
from mzsh.model.talks import Talk
from mzsh.planning.duties import required_talks

SCOPES = ("3.3-scope1", "3.3-scope2", "3.3-scope3", "3.3-scope4")
"""四必谈 of the scope: with the secretary, between members, with heads of units, with branch delegates."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who are to talk: who asks for it, whom he meets and what that one is, the day planned and the day done.

    `clause` is empty for a talk beyond those required. `is_held` may be true without a day: it was not written down.
    """

    clause: str
    talker: str
    partner: str
    partner_post: str
    relation: str
    planned: date | None = None
    held: date | None = None
    is_held: bool = False


def took_place(talk: Talk, today: date) -> bool:
    """Whether a talk was held by that day: one with a later day is still to come."""
    return not talk.is_planned and (talk.date is None or talk.date <= today)


def held_talks(project: Project, today: date) -> tuple[Talk, ...]:
    """Every talk that was held by that day, each once, by day and hour; one without a day comes last."""
    done = [talk for talk in project.talks.held if took_place(talk, today)]
    return tuple(sorted(done, key=lambda talk: (talk.date or date.max, str(talk.time or ""))))


def pairs(project: Project, today: date) -> tuple[Pair, ...]:
    """Every required pair, kind by kind in the order of the roster; then the pairs beyond, as they come."""
    meeting = project.meeting
    talks: dict[frozenset[str], list[Talk]] = {}
    for talk in (*held_talks(project, today), *project.talks.held, *project.talks.planned):
        if talk.talker and talk.partner:
            talks.setdefault(talk.pair, []).append(talk)
    found = []
    for one in sorted(required_talks(meeting, project.profile), key=lambda one: SCOPES.index(one.clause)):
        had = talks.pop(frozenset((one.first.name, one.partner)), [])
        if had:
            found.append(_pair(had, today, meeting=meeting, clause=one.clause, relation=one.relation))
        else:
            post = post_of(one.partner, meeting, seen_from=one.first)
            found.append(Pair(one.clause, one.first.name, one.partner, post, one.relation))
    found += [_pair(had, today, meeting=meeting, clause="", relation=had[0].relation or "") for had in talks.values()]
    return tuple(found)


def _pair(talks: Sequence[Talk], today: date, *, meeting: Meeting, clause: str, relation: str) -> Pair:
    """A pair by the first talk that it had, else by the one that it is to have."""
    talk = talks[0]
    is_held = took_place(talk, today)
    return Pair(
        clause=clause,
        talker=talk.talker,
        partner=talk.partner,
        partner_post=post_of(talk.partner, meeting, seen_from=meeting.member(talk.talker)),
        relation=relation,
        planned=None if is_held else talk.date,
        held=talk.date if is_held else None,
        is_held=is_held,
    )


def post_of(name: str, meeting: Meeting, *, seen_from: Member | None = None) -> str:
    """What somebody is by the roster: a post, whose head or whose delegate; of several, what he is to `seen_from`."""
    member = meeting.member(name)
    if member:
        return member.post
    others = [seen_from] if seen_from else []
    for one in (*others, *meeting.members):
        units = "、".join(charge.unit for charge in one.in_charge if charge.head == name and charge.unit)
        if units:
            return f"{units}主要负责同志"
        if one.branch_delegate == name:
            return f"{one.branch or '所在党支部'}党员代表"
    return ""


@dataclass(frozen=True, slots=True)
class ScopeCount:
    """One kind of required talks: how many pairs, and how many of them have talked."""

    clause: str
    required: int
    held: int

    @property
    def left(self) -> int:
        """How many have not."""
        return self.required - self.held


def scope_counts(found: Sequence[Pair]) -> tuple[ScopeCount, ...]:
    """Every kind of 四必谈 that the roster asks for."""
    counts = []
    for clause in SCOPES:
        of_kind = [pair for pair in found if pair.clause == clause]
        if of_kind:
            counts.append(ScopeCount(clause, len(of_kind), sum(pair.is_held for pair in of_kind)))
    return tuple(counts)
