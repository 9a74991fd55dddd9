"""Milestones (时间节点.yml): what is due when, whose it is, and when it was done."""

from __future__ import annotations

from typing import ClassVar

from mzsh.model.record import Document, Record, key
from mzsh.model.values import Day, DueText


class Milestone(Record):
    """节点."""

    name: str = key("名称", "事项", default="", required=True)
    clause: str = key("条款", "方案条款编号", default="")
    due: DueText = key("时限", "日期，或 会前20日、会后5个工作日", default="", required=True)
    owner: str = key("责任", "责任单位或责任人", default="", required=True)
    done: Day | None = key("完成", "完成日期")
    evidence: str = key("凭据", "凭据的路径", default="")


class Deadlines(Document):
    """时间节点.yml."""

    names: ClassVar[tuple[str, str]] = ("时间节点", "deadlines")

    milestones: tuple[Milestone, ...] = key("节点", "各项时间节点", default=())
