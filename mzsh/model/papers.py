"""Papers that carry a person's own words (专题报告, 情况通报) and the registers beside them."""

from __future__ import annotations

from typing import ClassVar, Literal

from mzsh.model.record import Document, Record, key
from mzsh.model.values import Day, Names

Step = Literal["报送", "书记审阅", "上级审定", "书记审定", "征求四个班子", "方案报批", "班子会审议"]


class Paperwork(Document):
    """What 专题报告 and 情况通报 share; the `##` sections of the body go into the rendered document."""

    markdown: ClassVar[bool] = True

    number: str = key("文号", "发文字号", default="")
    addressee: str = key("主送", "主送机关", default="")
    copies: Names = key("抄送", "抄送机关", default=())
    signer: str = key("签发人", "签发人", default="")
    annexes: Names = key("附件", "附件名称", default=())

    @property
    def is_unwritten(self) -> bool:
        """Nothing but the scaffold: no text, no 文号, no 附件, not sent. Its 主送 may still be printed."""
        return self.body.is_empty and not (self.number or self.annexes or self.at.refused or self.at.has("sent"))


class ReportPaper(Paperwork):
    """专题报告."""

    names: ClassVar[tuple[str, str]] = ("专题报告", "report")

    sent: Day | None = key("报送", "报送日期")


class Circular(Paperwork):
    """情况通报."""

    names: ClassVar[tuple[str, str]] = ("情况通报", "circular")

    sent: Day | None = key("印发", "印发日期")


class Review(Record):
    """条目 of 审阅: one step of an approval."""

    material: str = key("材料", "材料路径", default="", english="path")
    step: Step | None = key("环节", "环节")
    by: str = key("人", "审阅人", default="")
    date: Day | None = key("日期", "日期")
    verdict: Literal["通过", "退改"] | None = key("结论", "结论")
    fingerprint: str = key("指纹", "内容指纹", default="")
    carried: str = key("沿用", "沿用的理由", default="")


class Reviews(Document):
    """审阅.yml."""

    names: ClassVar[tuple[str, str]] = ("审阅", "reviews")

    items: tuple[Review, ...] = key("条目", "审阅记录，只增不改", default=())


class DueExplanation(Record):
    """条目 of 应说明事项: that something must be explained, never what."""

    name: str = key("姓名", "姓名", default="")
    kind: Literal["谈话函询", "巡视巡察", "审计", "个人有关事项", "问责", "其他"] | None = key("类别", "类别")
    id: str = key("编号", "编号", default="")


class DueExplanations(Document):
    """应说明事项."""

    names: ClassVar[tuple[str, str]] = ("应说明事项", "explanations_due")
    note: ClassVar[str] = "可以没有。只记谁有事要说明，不写是什么事；只供承办人掌握，不进版本库，不排进任何公文。"

    items: tuple[DueExplanation, ...] = key("条目", "应说明事项", default=())


class SupervisionEntry(Record):
    """条目 of 督导."""

    stage: Literal["会前", "会中", "会后"] | None = key("阶段", "阶段")
    date: Day | None = key("日期", "日期")
    people: str = key("人员", "人员", default="", more={"joined": True})
    remarks: str = key("意见", "意见", default="")
    follow_up: str = key("落实", "落实情况", default="")


class SupervisionLog(Document):
    """督导."""

    names: ClassVar[tuple[str, str]] = ("督导", "supervision_log")
    note: ClassVar[str] = "可以没有。督导组来一次记一条；会上的点评写在会议记录的“督导”里。"

    items: tuple[SupervisionEntry, ...] = key("条目", "督导记录", default=())
