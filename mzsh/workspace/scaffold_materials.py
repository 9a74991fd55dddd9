"""New Markdown documents: headings and questions in comments, never a member's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from mzsh.model.levels import at_level
from mzsh.model.meeting import Meeting, Member
from mzsh.model.place import PLACEHOLDER
from mzsh.model.preset import BodyProfile, ExtraSection, Preset
from mzsh.model.values import TEAM
from mzsh.workspace.scaffold_text import NewFile, file_name, render

STUDIES, TALKS, STATEMENTS, OUTLINES = "02-学习研讨", "04-谈心谈话", "05-班子材料", "06-发言提纲"
CRITICISMS, MINUTES, REPORTS = "07-批评意见", "08-会议", "09-报告"
LATER = "待定"
"""What stands in a file's name for a day that is not settled."""


class PlannedTalk(NamedTuple):
    """A talk that must take place: who asks, whom, and what the relation is called."""

    talker: str
    partner: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What every new document is written from. `past_owners` have items in last year's list."""

    meeting: Meeting
    preset: Preset
    profile: BodyProfile
    past_owners: frozenset[str] = field(default=frozenset())

    @property
    def title(self) -> str:
        """The meeting's name, such as 2021年度党史学习教育专题民主生活会."""
        return self.preset.title or "民主生活会"

    @property
    def group(self) -> str:
        """The body in full: 望川市委 and 市委常委班子 are 望川市委常委班子."""
        org, group = self.meeting.org, self.meeting.group
        common = next((n for n in range(len(group), 0, -1) if org.endswith(group[:n])), 0)
        return org + group[common:] if org or group else "领导班子"

    @property
    def chair(self) -> str:
        """The secretary's name, or nothing."""
        return self.meeting.secretary.name if self.meeting.secretary else ""

    def filled(self, text: str) -> str:
        """A preset's wording with the offices and names of this body in its places ({组织部}, {书记}, {成员} …)."""
        offices = self.meeting.offices
        words = {
            "组织部": offices.organization,
            "政研室": offices.research,
            "办公室": offices.general,
            "书记": self.chair or self.profile.secretary_word,
            "班子": self.meeting.group or self.profile.group_word,
            "成员": self.profile.member_word,
            "报送": self.profile.submitters,
        }
        for place, word in words.items():
            text = text.replace("{" + place + "}", word or place)
        return text


def outline(setting: Setting, member: Member) -> NewFile:
    """发言提纲 of one member, which he writes himself."""
    text = render(
        "outline.md",
        member=member,
        title=setting.title,
        areas=setting.preset.areas,
        extras=_extras(setting, "个人"),
        substitutions=setting.preset.substitutions,
        has_last_year=member.name in setting.past_owners,
    )
    return NewFile(f"{OUTLINES}/{file_name(member.name)}.md", text)


def statement(setting: Setting) -> NewFile:
    """班子材料."""
    text = render(
        "statement.md",
        meeting=setting.meeting,
        group=setting.group,
        areas=setting.preset.areas,
        extras=_extras(setting, "班子"),
        has_last_year=TEAM in setting.past_owners,
    )
    return NewFile(f"{STATEMENTS}/班子对照检查材料.md", text)


def _extras(setting: Setting, who: str) -> tuple[ExtraSection, ...]:
    return tuple(extra for extra in setting.preset.extra_sections if extra.applies_to in (who, "全部"))


def criticism(setting: Setting, critic: str) -> NewFile:
    """批评意见 of one giver, an item for every other member."""
    items = criticism_rows(name for name in setting.meeting.member_names if name != critic)
    return NewFile(f"{CRITICISMS}/{file_name(critic)}.md", render("criticism.md", critic=critic, items=items))


def criticism_rows(names: Iterable[str]) -> tuple[str, ...]:
    """An empty item about each member."""
    return tuple(render("criticism_row.j2", name=name).rstrip("\n") for name in names)


def minutes(setting: Setting) -> NewFile:
    """会议记录 with those who were to be there; what was done is left to be said."""
    items = [(item.name, setting.filled(item.text)) for item in setting.preset.agenda]
    text = render(
        "minutes.md",
        meeting=setting.meeting,
        chair=setting.chair,
        expected=_speaking_order(setting.meeting),
        observers=[observer.name for observer in setting.meeting.observers if observer.name],
        items=items,
        group=setting.group,
        title=setting.title,
    )
    return NewFile(f"{MINUTES}/会议记录.md", text)


def _speaking_order(meeting: Meeting) -> list[str]:
    """The secretary first, the others in the order of the roster."""
    return [m.name for m in sorted(meeting.members, key=lambda m: not m.is_secretary) if m.name]


def study(setting: Setting, day: date | None) -> NewFile:
    """学习研讨: one session."""
    text = render(
        "study.md",
        day=day,
        chair=setting.chair,
        attended=setting.meeting.member_names,
        readings=setting.meeting.readings,
    )
    return NewFile(f"{STUDIES}/{day or LATER}-学习研讨.md", text)


def talk_record(talk: PlannedTalk, day: date | None) -> NewFile:
    """谈话记录 of one talk."""
    names = f"{file_name(talk.talker)}-{file_name(talk.partner)}"
    return NewFile(f"{TALKS}/{day or LATER}-{names}.md", render("talk.md", talk=talk, day=day))


def report(setting: Setting) -> NewFile:
    """专题报告: what a person wants said there."""
    text = render("report.md", addressee=setting.meeting.superior or PLACEHOLDER, annexes=setting.preset.annexes)
    return NewFile(f"{REPORTS}/专题报告.md", text)


def circular(setting: Setting) -> NewFile:
    """情况通报: what a person wants said there."""
    addressee = "、".join(at_level(one, setting.meeting.org) for one in setting.profile.circulate_to)
    return NewFile(f"{REPORTS}/情况通报.md", render("circular.md", addressee=addressee))
