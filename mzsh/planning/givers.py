"""Where an opinion would give its giver away: what its words say of him, and categories that are too small."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.meeting import Meeting
from mzsh.model.opinions import Opinion
from mzsh.model.project import Project

SMALL = 5
"""A category with fewer opinions gives its giver away (rules.md, 407)."""
TOO_FEW = 10
"""Where there are fewer opinions altogether, categories are not looked at."""


def people_of(meeting: Meeting) -> frozenset[str]:
    """Every name that the roster holds: members, heads of units, branch delegates, those who sit in."""
    names = {member.branch_delegate for member in meeting.members} | set(meeting.member_names)
    names |= {charge.head for member in meeting.members for charge in member.in_charge}
    names |= {observer.name for observer in meeting.observers}
    return frozenset(name for name in names if len(name) > 1)


def asked(project: Project) -> frozenset[str]:
    """Units and people who were asked for opinions; members speak at the meeting in their own name."""
    meeting = project.meeting
    names = set(meeting.solicited)
    if project.solicitation:
        names |= {letter.unit for letter in project.solicitation.letters}
        names |= {hearing.unit for hearing in project.solicitation.listened}
    for member in meeting.members:
        names |= {member.branch_delegate, *(charge.head for charge in member.in_charge)}
    return frozenset(names - {"", *meeting.member_names})


@dataclass(frozen=True, slots=True)
class SmallCategory:
    """A 来源 or 渠道 with few opinions, and the first of them."""

    field: str
    value: str
    count: int
    first: Opinion


def small_categories(project: Project, doubtful: frozenset[int]) -> Iterator[SmallCategory]:
    """Categories with fewer than five opinions; one whose value is missing, refused or doubtful may be of any.

    `doubtful` holds the numbers (from 0) of opinions whose 来源 is spoken of by another rule.
    """
    opinions = project.opinions
    if len(opinions) < TOO_FEW:
        return
    for field in ("source", "channel"):
        groups: dict[str, list[Opinion]] = {}
        unknown = 0
        for number, opinion in enumerate(opinions):
            value = getattr(opinion, field)
            if value and not (field == "source" and number in doubtful):
                groups.setdefault(value, []).append(opinion)
            else:
                unknown += 1
        for value, group in groups.items():
            if len(group) + unknown < SMALL:
                yield SmallCategory(field, value, len(group), group[0])
