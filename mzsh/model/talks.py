"""Heart-to-heart talks (谈心谈话): a row of the register or a file; both count alike (clauses 3.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from mzsh.model.avoids import Avoids
from mzsh.model.body import Section
from mzsh.model.record import Document, Record, key
from mzsh.model.values import ClockTime, Count, Day, Flag

Relation = Literal[
    "书记与常委",
    "常委之间",
    "书记与成员",
    "成员之间",
    "分管部门负责人",
    "支部党员代表",
]

TOPICS: Mapping[str, str] = {
    "team": "班子集体的问题",
    "own": "自身的问题及整改打算",
    "partner": "对方的不足和改进建议",
    "criticism": "拟在会上开展批评的问题",
}
"""四必谈 of the contents (clauses 3.3-content1…4), in order."""

_TOPIC_WORDS = {"team": ("班子",), "own": ("自身", "自己"), "partner": ("对方",), "criticism": ("批评",)}


class Topics(Record):
    """内容: which of the four required contents were talked about, as a row of the register ticks them."""

    one_word: ClassVar[str] = "四必谈"
    also_words: ClassVar[tuple[str, ...]] = ("全部", "all")

    team: Flag = key("班子问题", "谈了班子集体的问题", default=False)
    own: Flag = key("自身问题", "谈了自身的问题及整改打算", default=False)
    partner: Flag = key("对方不足", "谈了对方的不足和改进建议", default=False)
    criticism: Flag = key("拟批评问题", "谈了拟在会上开展批评的问题", default=False)

    @classmethod
    def from_scalar(cls, text: str) -> Mapping[str, object] | None:
        """四必谈 stands for all four."""
        return dict.fromkeys(TOPICS, "true") if text.strip() in cls.words() else None


class Talk(Record):
    """A talk, wherever it was written down."""

    talker: str = key("谈话人", "谈话人", default="", required=True)
    partner: str = key("谈话对象", "谈话对象", default="", required=True)
    relation: Relation | None = key("类别", "谈话双方的关系", required=True)
    date: Day | None = key("日期", "谈话日期", required=True)
    time: ClockTime | None = key("时间", "14:30 或 14:30-15:30")
    place: str = key("地点", "谈话地点", default="", required=True)
    mode: str = key("方式", "谈话方式", default="面对面")
    present: Count = key("在场人数", "在场人数", default=2)
    avoids: Avoids = key("五避免", "五避免逐项确认，或写 全部", default=Avoids(), required=True)

    @property
    def is_planned(self) -> bool:
        """Without a date a talk has not taken place."""
        return self.date is None and "date" not in self.at.refused

    @property
    def pair(self) -> frozenset[str]:
        """The two who talked, in no order."""
        return frozenset((self.talker, self.partner))

    @property
    def label(self) -> str:
        """甲与乙."""
        return f"{self.talker or '（未写谈话人）'}与{self.partner or '（未写谈话对象）'}"

    def missing_topics(self) -> tuple[tuple[str, str], ...]:
        """The required contents that are missing or empty: (field or heading, Chinese name)."""
        raise NotImplementedError


class TalkRow(Talk):
    """条目 of 谈话登记."""

    topics: Topics = key("内容", "谈了哪些内容，或写 四必谈", default=Topics(), required=True)

    def missing_topics(self) -> tuple[tuple[str, str], ...]:
        """The ticks that are not set."""
        return tuple((name, chinese) for name, chinese in TOPICS.items() if not getattr(self.topics, name))


class TalkRecord(Talk, Document):
    """谈话记录: a talk with a file of its own."""

    names: ClassVar[tuple[str, str]] = ("谈话记录", "talk")
    markdown: ClassVar[bool] = True

    @property
    def is_planned(self) -> bool:
        """With nothing written behind the scaffold's headings, and no day or no place, a talk has not taken place.

        A record that was written has, even where its day was forgotten (MZ006).
        """
        undated = self.date is None and "date" not in self.at.refused
        nowhere = not self.place and "place" not in self.at.refused
        return self.body.is_empty and (undated or nowhere)

    @property
    def is_stub(self) -> bool:
        """Not held yet."""
        return self.is_planned

    def section(self, topic: str) -> Section | None:
        """The section of one of the four required contents."""
        words = _TOPIC_WORDS[topic]
        for section in self.body.sections:
            if section.level >= 2 and any(word in section.title for word in words):
                return section
        return None

    def missing_topics(self) -> tuple[tuple[str, str], ...]:
        """The sections that are not there or hold fewer than ten characters."""
        missing = []
        for topic, chinese in TOPICS.items():
            section = self.section(topic)
            if section is None or len("".join(section.text.split())) < 10:
                missing.append((topic, chinese))
        return tuple(missing)


class TalkRegister(Document):
    """谈话登记."""

    names: ClassVar[tuple[str, str]] = ("谈话登记", "talk_register")

    items: tuple[TalkRow, ...] = key("条目", "一行一次谈话", default=())
