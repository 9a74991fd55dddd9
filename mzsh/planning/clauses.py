"""The plan's 99 clauses (方案条款): what each asks, in which stage, and of whom."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar, Literal

from mzsh.model.place import Source
from mzsh.model.record import Document, Record, key
from mzsh.resources import templates
from mzsh.workspace.files import read_text
from mzsh.workspace.nodes import compose
from mzsh.workspace.reading import Reader

Stage = Literal["会前", "会上", "会后"]
STAGES: tuple[Stage, ...] = ("会前", "会上", "会后")


class Clause(Record):
    """One requirement of the plan."""

    id: str = key("编号", default="", required=True)
    text: str = key("要求", default="", required=True)
    stage_or_all: Literal["会前", "会上", "会后", "全程"] = key("阶段", default="全程")
    responsible: str = key("责任", default="")
    checkable: Literal["可判定", "可提示", "只能声明"] = key("可查", default="可提示")

    @property
    def stage(self) -> Stage:
        """The stage by whose end it is due; 全程 is due at the end."""
        return "会后" if self.stage_or_all == "全程" else self.stage_or_all

    @property
    def section(self) -> str:
        """The plan's section, such as 3.3."""
        return self.id.split("-")[0]


class _Clauses(Document):
    names: ClassVar[tuple[str, str]] = ("条款", "clauses")

    items: tuple[Clause, ...] = key("条款", default=())


@lru_cache(maxsize=1)
def clauses() -> Mapping[str, Clause]:
    """All clauses by their ids."""
    text = read_text(templates() / "clauses.yml").text
    root = compose(text)
    if root is None:
        return {}
    record = Reader(Source("clauses.yml", text)).read(_Clauses, root)
    return {clause.id: clause for clause in record.items}
