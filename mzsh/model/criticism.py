"""Criticisms (批评意见): one file a giver, one item a receiver (clauses 4-ag3b, 4-crit…)."""

from __future__ import annotations

from typing import ClassVar

from mzsh.model.record import Document, Record, key
from mzsh.model.values import Count, Flag


class CriticismItem(Record):
    """意见 about one member."""

    about: str = key("对象", "批评对象", default="", required=True)
    area: Count | None = key("方面", "方面序号")
    problem: str = key("问题", "存在的问题", default="", required=True)
    example: str = key("事例", "具体事例", default="", required=True)
    suggestion: str = key("建议", "建议", default="")
    raised_before: Flag | None = key("会前已沟通", "会前谈话时是否已当面指出；不写以谈话记录为准")
    given_id: str = key("编号", "编号，默认为 批评人-对象-序号", default="", english="id")

    @property
    def is_stub(self) -> bool:
        """Neither problem nor example has been written."""
        return not (self.problem or self.example or self.suggestion) and not self.at.refused


class Criticism(Document):
    """批评意见."""

    names: ClassVar[tuple[str, str]] = ("批评意见", "criticism")
    markdown: ClassVar[bool] = True

    critic: str = key("批评人", "批评人", default="", required=True)
    items: tuple[CriticismItem, ...] = key("意见", "对其他成员的批评意见", default=(), required=True)

    @property
    def is_stub(self) -> bool:
        """Nothing written about anybody."""
        return all(item.is_stub for item in self.items)

    def numbered(self) -> tuple[tuple[str, CriticismItem], ...]:
        """Every written item with its id (编号 or `<批评人>-<对象>-<序号>`)."""
        counts: dict[str, int] = {}
        numbered = []
        for item in self.items:
            counts[item.about] = counts.get(item.about, 0) + 1
            numbered.append((item.given_id or f"{self.critic}-{item.about}-{counts[item.about]}", item))
        return tuple((identifier, item) for identifier, item in numbered if not item.is_stub)
