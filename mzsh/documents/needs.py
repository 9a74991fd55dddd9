"""What a document cannot do without: told by the names that a secretary uses, marked in a draft at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from mzsh.model.criticism import Criticism
from mzsh.model.deadlines import Deadlines
from mzsh.model.project import Project
from mzsh.planning.attendance import absent_members
from mzsh.planning.duties import required_plans


class Need(Protocol):
    """Something that must be in the folder before a document is finished."""

    def missing(self, project: Project) -> tuple[str, ...]:
        """The names of what is not there."""


@dataclass(frozen=True)
class Fact:
    """One value."""

    name: str
    find: Callable[[Project], object]

    def missing(self, project: Project) -> tuple[str, ...]:
        """Its name, where there is no value."""
        return () if self.find(project) else (self.name,)

    def of(self, project: Project) -> object:
        """The value, or a gap that a draft shows as 【待补：名称】."""
        from mzsh.typesetting.gaps import Gap

        return self.find(project) or Gap(name=self.name)


@dataclass(frozen=True)
class Materials:
    """Documents of the folder, of which some or all may be missing."""

    absent: Callable[[Project], Iterable[str]]

    def missing(self, project: Project) -> tuple[str, ...]:
        """What is not there: 会议记录, 李明的发言提纲."""
        return tuple(self.absent(project))

    def gap(self, project: Project) -> str:
        """The mark that a draft shows; empty where nothing is missing."""
        names = "、".join(self.missing(project))
        return f"【待补：{names}】" if names else ""


ORG = Fact("单位", lambda project: project.meeting.org)
BODY = Fact("班子", lambda project: project.meeting.group)
MEETING_NAME = Fact("年度预设", lambda project: project.preset.title)
THEME = Fact("会议主题", lambda project: project.meeting.theme)
PLACE = Fact("会议地点", lambda project: project.meeting.session.place)
HELD_ON = Fact("召开日期", lambda project: project.meeting.held_on)


def _areas(project: Project) -> Iterable[str]:
    areas = project.preset.areas
    if not areas:
        yield "对照检查的方面"
    yield from (f"第{number}方面的全称" for number, area in enumerate(areas, 1) if not area.full)


def _opinions(project: Project) -> Iterable[str]:
    if project.solicitation is None:
        yield "征求意见"
    if not project.opinions:
        yield "意见建议"


def _criticisms(project: Project) -> Iterable[str]:
    """Whose criticisms are not written; who was not at the meeting owes none (MZ604 asks for none either)."""
    written = {one.critic for one in project.of(Criticism) if not one.is_stub}
    settled = written | absent_members(project)
    return (f"{name}的批评意见" for name in project.meeting.member_names if name not in settled)


ROSTER = Materials(lambda project: () if project.meeting.member_names else ("出席人员名册",))
AREAS = Materials(_areas)
AGENDA = Materials(lambda project: () if project.preset.agenda else ("会议议程",))
MILESTONES = Materials(lambda project: () if any(one.milestones for one in project.of(Deadlines)) else ("时间节点",))
STUDIES = Materials(lambda project: () if project.studies else ("学习研讨",))
OPINIONS = Materials(_opinions)
RECEIVED = Materials(lambda project: () if project.opinions else ("意见建议",))
SUMMARIES = Materials(lambda project: () if project.summaries else ("意见建议的归并",))
TALKS = Materials(lambda project: () if project.talks.held else ("谈心谈话",))
STATEMENT = Materials(lambda project: () if project.statement else ("班子对照检查材料",))
OUTLINES = Materials(
    lambda project: (f"{name}的发言提纲" for name in project.meeting.member_names if project.outline(name) is None)
)
CRITICISMS = Materials(_criticisms)
MINUTES = Materials(lambda project: () if project.minutes else ("会议记录",))
RECTIFICATIONS = Materials(
    lambda project: (
        f"{owner}的整改清单" for owner in required_plans(project.meeting) if project.rectification(owner) is None
    )
)
