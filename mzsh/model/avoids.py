"""五避免: the five things a talk and an outline declare to have avoided (clause 3.3-avoid1…5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from mzsh.model.record import Record, key
from mzsh.model.values import Flag


class Avoids(Record):
    """五避免; `五避免: 全部` confirms all five."""

    one_word: ClassVar[str] = "全部"
    also_words: ClassVar[tuple[str, ...]] = ("all",)

    smalltalk: Flag = key("寒暄家常", "已避免寒暄问候、闲聊家常", default=False)
    praise: Flag = key("评功摆好", "已避免评功摆好、只说好话", default=False)
    vague: Flag = key("泛泛而谈", "已避免泛泛而谈、偏离主题", default=False)
    work_only: Flag = key("只谈工作", "已避免只谈工作、不讲问题", default=False)
    evasive: Flag = key("避重就轻", "已避免避重就轻、无关痛痒", default=False)

    @classmethod
    def from_scalar(cls, text: str) -> Mapping[str, object] | None:
        """全部 stands for all five."""
        return dict.fromkeys(AVOIDS, "true") if text.strip() in cls.words() else None

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The Chinese names of those that are not confirmed."""
        return tuple(chinese for name, chinese in AVOIDS.items() if not getattr(self, name))


AVOIDS: Mapping[str, str] = {
    "smalltalk": "寒暄家常",
    "praise": "评功摆好",
    "vague": "泛泛而谈",
    "work_only": "只谈工作",
    "evasive": "避重就轻",
}
