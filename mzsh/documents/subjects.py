"""For whom a document is made one each (一人一份, 一次谈话一份, 一个单位一份)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from mzsh.model.project import Project
from mzsh.model.talks import TalkRecord
from mzsh.model.values import TEAM
from mzsh.planning.schedule import Schedule


class Subject(str):
    """Whose document is being made: what a document asks for that is made one each."""

    __slots__ = ()


@dataclass(frozen=True)
class OnePer:
    """One document each of what `find` names; `nobody` is said (Chinese) where it names none.

    `owned` says whether a person or the team has the document (李明的发言提纲) or it is only about the subject;
    `people` names those whom it concerns.
    """

    find: Callable[[Project, Schedule], tuple[str, ...]]
    nobody: str
    owned: bool = True
    people: Callable[[Project, str], frozenset[str]] = lambda _, subject: frozenset((subject,))


def talk_label(talk: TalkRecord) -> str:
    """What a talk's document is called: 甲-乙."""
    return f"{talk.talker or '〔待填〕'}-{talk.partner or '〔待填〕'}"


def recorded_talks(project: Project) -> dict[str, TalkRecord]:
    """The talks that were written up, by their label; of those with one label the later have their day beside it."""
    found: dict[str, TalkRecord] = {}
    for talk in project.of(TalkRecord):
        if talk.is_stub:
            continue
        label = talk_label(talk)
        more = (f"{label}-{talk.date or '无日期'}{f'-{number}' if number > 1 else ''}" for number in count(1))
        found[label if label not in found else next(one for one in more if one not in found)] = talk
    return found


def _of_the_talk(project: Project, label: str) -> frozenset[str]:
    talk = recorded_talks(project).get(label)
    return talk.pair if talk else frozenset()


def _units(project: Project, _: Schedule) -> tuple[str, ...]:
    """Each unit that is asked; one letter for all where 公文 names an addressee, or nobody in particular is asked."""
    if project.meeting.paper("letter").addressee:
        return ("",)
    return tuple(dict.fromkeys(unit for unit in project.meeting.solicited if unit)) or ("",)


_NO_ROSTER = "会议.yml 里还没有出席人员"

MEMBER = OnePer(lambda project, _: project.meeting.member_names, _NO_ROSTER)
OWNER = OnePer(lambda project, _: (TEAM, *project.meeting.member_names), _NO_ROSTER)
TALK = OnePer(
    lambda project, _: tuple(recorded_talks(project)), "还没有写成文件的谈话记录", owned=False, people=_of_the_talk
)
UNIT = OnePer(_units, "", owned=False)
