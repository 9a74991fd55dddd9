"""The minutes (会议记录): what happened at the meeting (clauses 4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from mzsh.model.record import Document, Record, key
from mzsh.model.values import Day, Flag, Names


class Absence(Record):
    """缺席."""

    name: str = key("姓名", "姓名", default="")
    reason: str = key("事由", "事由", default="")
    approved_by: str = key("批准", "批准人", default="")
    written: Flag = key("书面发言", "是否有书面发言", default=False)
    relayed: Day | None = key("转达", "会后转达批评意见的日期")


class GivenCriticism(Record):
    """批评: who criticised whom."""

    critic: str = key("批评人", "批评人", default="")
    about: str = key("对象", "对象", default="")


class GivenCriticisms(Record):
    """批评, wrapped so that `全部` can stand for 'as in the files'."""

    one_word: ClassVar[str] = "全部"
    also_words: ClassVar[tuple[str, ...]] = ("all",)
    sequence_field: ClassVar[str] = "pairs"

    pairs: tuple[GivenCriticism, ...] = key("条目", "逐条批评", default=())
    all_given: Flag = key("全部", "与批评意见文件一致", default=False)

    @classmethod
    def from_scalar(cls, text: str) -> Mapping[str, object] | None:
        """全部 stands for every criticism of the 批评意见 files."""
        return {"all_given": "true"} if text.strip() in cls.words() else None


class Minutes(Document):
    """会议记录."""

    names: ClassVar[tuple[str, str]] = ("会议记录", "minutes")
    markdown: ClassVar[bool] = True

    date: Day | None = key("日期", "召开日期", required=True)
    chair: str = key("主持", "主持人", default="", required=True)
    recorder: str = key("记录", "记录人", default="", required=True)
    attended: Names = key("出席", "实到成员", default=(), required=True)
    observed: Names = key("列席", "列席人员", default=())
    absent: tuple[Absence, ...] = key("缺席", "缺席成员", default=())
    supervision_remarks: str = key("督导", "督导组点评", default="")
    agenda_done: Names = key("议程", "已进行的议程，按顺序", default=())
    speakers: Names = key("发言顺序", "对照检查发言的顺序", default=())
    criticisms: GivenCriticisms = key("批评", "逐条批评，或写 全部", default=GivenCriticisms())

    @property
    def is_stub(self) -> bool:
        """Neither agenda nor text, and the scaffold's 〔待填〕 still in: the meeting has not been recorded.

        An office that keeps minutes short writes who came and who recorded, and leaves 议程 out.
        """
        unknown = {"attended", "agenda_done"} & self.at.refused
        waiting = "agenda_done" in self.at.pending or not self.recorder
        return not self.agenda_done and self.body.is_empty and waiting and not unknown
