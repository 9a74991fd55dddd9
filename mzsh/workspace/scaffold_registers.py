"""New YAML registers, and the rows that they are filled with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mzsh.model.deadlines import Milestone
from mzsh.model.levels import at_level, superior_at
from mzsh.model.meeting import Member
from mzsh.model.rectification import Item
from mzsh.workspace.scaffold_materials import MINUTES, TALKS, PlannedTalk, Setting
from mzsh.workspace.scaffold_text import NewFile, file_name, render

SOLICITATION, RECTIFICATION, PAST = "03-征求意见", "10-整改", "11-往年"

_CATEGORIES = (
    ("基层党组织", re.compile(r"[乡镇村](?=党|支|总|委|$)|街道|社区|开发区|园区|支部|总支|居委会|村委会")),
    ("机关", re.compile(r"[局委办厅部]|人大|政府|政协|法院|检察院|机关|党组")),
)


@dataclass(frozen=True, slots=True)
class PastItem:
    """An item of last year's list as it is carried over: its id and sources with the year before them."""

    id: str
    owner: str
    refs: tuple[str, ...]
    item: Item


def meeting_file(setting: Setting, carried: str = "") -> NewFile:
    """会议.yml; `carried` are settings taken over from last year as they stand there."""
    charges_known = any(member.in_charge for member in setting.meeting.members)
    text = render(
        "meeting.yml",
        meeting=setting.meeting,
        charges_known=charges_known,
        carried=carried,
        consults=bool(setting.profile.consulted),
        example=_example(setting),
    )
    return NewFile("会议.yml", text)


def _example(setting: Setting) -> dict[str, str]:
    """What the hints of 会议.yml are worded with: names as such a body has them."""
    org, profile = setting.meeting.org, setting.profile
    return {
        "post": at_level(next(iter(profile.posts), "书记"), org),
        "office": setting.meeting.offices.general or at_level(profile.offices.general, org) or "办公室",
        "superior": superior_at(profile.superior, org) or "上级组织部门",
    }


def deadlines(milestones: Sequence[Milestone]) -> NewFile:
    """时间节点.yml."""
    return NewFile("时间节点.yml", render("deadlines.yml", milestones=milestones))


def talk_register(talks: Iterable[PlannedTalk]) -> NewFile:
    """谈话登记.yml with a planned row for every talk, those of one relation together."""
    groups: dict[str, list[PlannedTalk]] = {}
    for talk in talks:
        groups.setdefault(talk.relation, []).append(talk)
    rows = [(relation, talk_rows(group)) for relation, group in groups.items()]
    return NewFile(f"{TALKS}/谈话登记.yml", render("talk_register.yml", groups=rows))


def talk_rows(talks: Iterable[PlannedTalk]) -> tuple[str, ...]:
    """A planned row for each talk."""
    return tuple(render("talk_row.j2", talk=talk).rstrip("\n") for talk in talks)


def solicitation(setting: Setting) -> NewFile:
    """征求意见.yml: a letter to every unit, a hearing for every member and unit."""
    text = render(
        "solicitation.yml",
        letters=letter_rows(setting.meeting.solicited),
        hearings=hearing_rows(hearings_due(setting.meeting.members)),
    )
    return NewFile(f"{SOLICITATION}/征求意见.yml", text)


def letter_rows(units: Iterable[str]) -> tuple[str, ...]:
    """A letter to each unit, not yet sent."""
    return tuple(render("letter_row.j2", unit=unit, category=_category(unit)).strip() for unit in units)


def _category(unit: str) -> str:
    """机关 or 基层党组织 where the name says it."""
    return next((name for name, words in _CATEGORIES if words.search(unit)), "")


def hearings_due(members: Iterable[Member]) -> tuple[tuple[str, str], ...]:
    """Each member with each unit that he must listen to: those in his charge and the one he is linked with."""
    return tuple(
        (member.name, unit)
        for member in members
        for unit in (*(charge.unit for charge in member.in_charge), member.linked_unit)
        if member.name and unit
    )


def hearing_rows(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """A hearing for each member and unit, not yet held."""
    return tuple(render("hearing_row.j2", member=member, unit=unit).strip() for member, unit in pairs)


def opinions(setting: Setting) -> NewFile:
    """意见建议.yml, empty but for the members who will acknowledge what was said of them."""
    feedback = feedback_rows(setting.meeting.member_names)
    return NewFile(f"{SOLICITATION}/意见建议.yml", render("opinions.yml", feedback=feedback))


def feedback_rows(names: Iterable[str]) -> tuple[str, ...]:
    """A row for each member, not yet acknowledged."""
    return tuple(render("feedback_row.j2", member=name).strip() for name in names)


def dual_life(setting: Setting) -> NewFile:
    """双重组织生活.yml, a row a member."""
    items = dual_life_rows(setting.meeting.members)
    return NewFile(f"{RECTIFICATION}/双重组织生活.yml", render("dual_life.yml", items=items))


def dual_life_rows(members: Iterable[Member]) -> tuple[str, ...]:
    """A row for each member."""
    return tuple(render("dual_life_row.j2", member=member).rstrip("\n") for member in members if member.name)


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """What an item of a new 整改清单 is about: the problem in its own words, its id and its area."""

    problem: str
    ref: str
    area: int | None


def rectification(setting: Setting, owner: str, items: Sequence[PlannedItem] = ()) -> NewFile:
    """整改清单 of the team or of one member, with an item for each thing that was found; the rest is 〔待填〕."""
    text = render("rectification.yml", owner=owner, meeting=setting.meeting, items=items)
    return NewFile(f"{RECTIFICATION}/{file_name(owner)}.yml", text)


def last_year(items: Sequence[PastItem] = ()) -> NewFile:
    """上年整改.yml, with last year's items where there are any."""
    return NewFile(f"{PAST}/上年整改.yml", render("last_year.yml", items=items))


def superior_issues() -> NewFile:
    """上级指出问题.yml, empty."""
    return NewFile(f"{PAST}/上级指出问题.yml", render("superior_issues.yml"))


def explanations_due() -> NewFile:
    """应说明事项.yml, empty; git leaves it alone wherever it lies."""
    return NewFile(f"{SOLICITATION}/应说明事项.yml", render("explanations_due.yml"))


def supervision_log() -> NewFile:
    """督导.yml, empty."""
    return NewFile(f"{MINUTES}/督导.yml", render("supervision_log.yml"))
