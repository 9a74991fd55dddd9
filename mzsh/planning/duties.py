"""Who owes what: the required talks, outlines, criticisms and plans, computed from the roster."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, permutations

from mzsh.model.meeting import Meeting, Member
from mzsh.model.preset import BodyProfile
from mzsh.model.values import TEAM


@dataclass(frozen=True)
class RequiredTalk:
    """A pair that must talk (四必谈 of the scope), by which clause, and what the relation is called.

    `first` is the member who is to ask for the talk; `second` the one at whose line of the roster a missing talk
    is reported (pairs of members: the second name's).
    """

    first: Member
    second: Member
    partner: str
    relation: str
    clause: str


def required_talks(meeting: Meeting, profile: BodyProfile) -> tuple[RequiredTalk, ...]:
    """n(n−1)/2 pairs of members, each head of a unit in charge, each branch delegate (clauses 3.3-scope1…4).

    A head or delegate who is the member himself makes no pair; one who is a member is met by the members' talk.
    """
    members = [member for name in meeting.member_names if (member := meeting.member(name))]
    names = {member.name for member in members}
    talks: list[RequiredTalk] = []
    for first, second in combinations(members, 2):
        with_secretary = first.is_secretary or second.is_secretary
        relation = profile.relations.secretary if with_secretary else profile.relations.members
        clause = "3.3-scope1" if with_secretary else "3.3-scope2"
        asks, meets = (second, first) if second.is_secretary else (first, second)
        talks.append(RequiredTalk(asks, second, meets.name, relation, clause))
    for member in members:
        met = set(names)
        for charge in member.in_charge:
            if charge.head and charge.head not in met:
                met.add(charge.head)
                talks.append(RequiredTalk(member, member, charge.head, profile.relations.head, "3.3-scope3"))
        delegate = member.branch_delegate
        if delegate and delegate not in met:
            talks.append(RequiredTalk(member, member, delegate, profile.relations.delegate, "3.3-scope4"))
    return tuple(talks)


def required_criticisms(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """Giver and receiver of the n(n−1) criticisms (clause 4-ag3b)."""
    return tuple(permutations(meeting.member_names, 2))


def required_plans(meeting: Meeting) -> tuple[str, ...]:
    """Whose rectification lists are expected: the team's and each member's, n+1 (clause 5.2-plan)."""
    return (TEAM, *meeting.member_names)
