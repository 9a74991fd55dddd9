"""谈心谈话记录表 and 谈心谈话登记表: what was said in one talk, and which talks there were."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import preparing, talking
from mzsh.documents.figures.as_of import as_of
from mzsh.documents.figures.told import told
from mzsh.documents.needs import MEETING_NAME, ORG, TALKS
from mzsh.documents.paper import paper_of
from mzsh.documents.subjects import TALK
from mzsh.model.avoids import AVOIDS
from mzsh.model.meeting import Meeting
from mzsh.model.project import Project
from mzsh.model.talks import TOPICS, Talk, TalkRecord
from mzsh.planning.schedule import Schedule
from mzsh.typesetting.chinese import cn_date, cn_month_day

_BETWEEN = re.compile("[-–~～—至]+")
_TWO = 2
"""People who are present at a talk."""
_DONE = "√"


@document("talk-record", "谈心谈话记录表", stage="会前", one_per=TALK)
def talk_record(meeting: Meeting, talk: TalkRecord) -> Context:
    """谈心谈话记录表，写成文件的谈话一次一份：时间、地点、双方、四必谈的内容和达成的共识都照记录原样，留双方签字的地方。
    记录里没有写的一项空着；只登记、不写记录的，用谈心谈话登记表。"""
    return Context(
        {
            "when": "\n".join(part for part in (cn_date(talk.date) if talk.date else "", _hours(talk)) if part),
            "place": talk.place,
            "talker": _person(talk.talker, meeting),
            "partner": _person(talk.partner, meeting),
            "relation": talk.relation or "",
            "mode": talk.mode,
            "contents": told(talk),
            "avoided": _avoided(talk),
            "present": talk.present if talk.present != _TWO else 0,
        }
    )


@document(
    "talk-record",
    "谈心谈话登记表",
    stage="会前",
    landscape=True,
    needs=(MEETING_NAME, ORG, TALKS),
    template="talk-register",
)
def talk_register(project: Project, schedule: Schedule) -> Context:
    """谈心谈话登记表（横排）：到当日为止谈过的每一次，登记和记录合在一起，同一次只列一次，按日期先后排，逐项列明四必谈和五避免。
    只留登记、不留记录的单位，用这一份就够了。"""
    body = naming.body_name(project.meeting) or ORG.of(project)
    return Context(
        {
            **of_the_meeting(project),
            "title": naming.broken(f"{body}{MEETING_NAME.of(project)}谈心谈话登记表"),
            "today": schedule.today,
            "gap": TALKS.gap(project),
            "talks": preparing.talks(as_of(project, schedule.today)),
            "rows": _rows(talking.held_talks(project, schedule.today)),
        },
        paper_of(project, "talk-record", by="organization"),
    )


def _rows(talks: Iterable[Talk]) -> list[tuple[object, ...]]:
    """序号 日期 时间 地点 谈话人 谈话对象 类别, a tick for each required content, 五避免."""
    return [
        (
            number,
            f"{talk.date.year}年\n{cn_month_day(talk.date)}" if talk.date else "",
            _hours(talk),
            talk.place,
            talk.talker,
            talk.partner,
            talk.relation or "",
            *_ticks(talk),
            "五项均\n已避免" if not talk.avoids.unconfirmed else _avoided(talk),
        )
        for number, talk in enumerate(talks, 1)
    ]


def _ticks(talk: Talk) -> list[str]:
    missing = {topic for topic, _ in talk.missing_topics()}
    return ["" if topic in missing else _DONE for topic in TOPICS]


def _avoided(talk: Talk) -> str:
    """What of 五避免 is confirmed, by name."""
    return "、".join(name for name in AVOIDS.values() if name not in talk.avoids.unconfirmed)


def _hours(talk: Talk) -> str:
    """时间 as it was typed, with the dash of an official document."""
    typed = talk.at.entries.get("time")
    return _BETWEEN.sub("—", typed[1].text.strip()) if typed and talk.time else ""


def _person(name: str, meeting: Meeting) -> str:
    """A name, and below it what he is by the roster."""
    post = talking.post_of(name, meeting)
    return f"{name}\n（{post}）" if post else name
