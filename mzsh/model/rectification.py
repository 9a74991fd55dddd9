"""Rectification (整改): this year's lists, last year's, what superiors pointed out, dual organisational life."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal, TypeVar

from mzsh.model.record import Document, Record, key
from mzsh.model.values import Count, Day, DueText, Flag, MeasureClass, Names


class Progress(Record):
    """进展."""

    date: Day | None = key("日期", "日期")
    text: str = key("内容", "进展", default="")


class Item(Record):
    """条目: one problem and how it is put right."""

    id: str = key("编号", "编号", default="", required=True)
    problem: str = key("问题", "问题", default="", required=True)
    refs: Names = key("来源", "问题、批评、意见的编号", default=(), required=True)
    area: Count | None = key("方面", "方面序号")
    kind: MeasureClass | None = key("类别", "立行立改、限期整改或协调解决", required=True, english="class")
    measure: str = key("措施", "整改措施", default="", required=True)
    result: str = key("成果", "可以检验的成果", default="", required=True)
    lead: str = key("牵头", "牵头部门", default="")
    owner: str = key("责任人", "责任人", default="", required=True)
    due: DueText = key("时限", "完成时限", default="", required=True)
    status: Literal["未开始", "进行中", "已完成"] = key("状态", "进度", default="未开始")
    progress: tuple[Progress, ...] = key("进展", "进展", default=())
    done: Day | None = key("完成", "完成日期")
    evidence: str = key("证据", "完成的证据", default="")
    verified_by: str = key("核验人", "核验人", default="")
    solvable: Flag = key("有条件解决", "本年有条件解决", default=False)
    key_item: Flag = key("重点", "重点问题", default=False, english="key")
    public: Flag = key("群众关心", "群众普遍关心", default=False)
    special_meeting: Day | None = key("专题会议", "专门研究的会议日期")
    special_fix: str = key("专项", "专项整治", default="")


class LastYearItem(Item):
    """条目 of 上年整改, with its outcome."""

    outcome: str = key("结果", "整改结果", default="")
    owner_body: str = key("主体", "班子或成员姓名", default="")


L = TypeVar("L", bound=Item)


def naming_a_problem(items: Iterable[L]) -> tuple[L, ...]:
    """The items of a list that name a problem: a row without one is not counted and not printed anywhere."""
    return tuple(item for item in items if item.problem)


class Publicity(Record):
    """公示."""

    scope: str = key("范围", "公示范围", default="")
    start: Day | None = key("起", "开始日期")
    end: Day | None = key("止", "结束日期")
    secrecy_review: str = key("保密审查", "保密审查人", default="")
    approved_by: str = key("批准", "批准人", default="")


class Rectification(Document):
    """整改清单 of the team or of one member."""

    names: ClassVar[tuple[str, str]] = ("整改清单", "rectification")

    owner_body: str = key("主体", "班子或成员姓名", default="", required=True)
    drafted_by: str = key("起草", "起草部门", default="")
    items: tuple[Item, ...] = key("条目", "整改条目", default=(), required=True)
    self_made: Flag = key("本人制定", "本人亲自制定", default=False)
    publicity: Publicity = key("公示", "公示", default=Publicity())

    @property
    def listed(self) -> tuple[Item, ...]:
        """The items that name a problem."""
        return naming_a_problem(self.items)

    @property
    def is_stub(self) -> bool:
        """No item says what the problem is."""
        return not self.listed


class LastYear(Document):
    """上年整改."""

    names: ClassVar[tuple[str, str]] = ("上年整改", "last_year")

    items: tuple[LastYearItem, ...] = key("条目", "上年整改条目", default=())
    owner_body: str = key("主体", "各条目共同的主体", default="")

    @property
    def listed(self) -> tuple[LastYearItem, ...]:
        """The items that name a problem."""
        return naming_a_problem(self.items)


class SuperiorIssue(Record):
    """条目 of 上级指出问题."""

    id: str = key("编号", "编号", default="")
    problem: str = key("问题", "上级指出的问题", default="")
    date: Day | None = key("日期", "日期")
    document: str = key("来文", "来文", default="")


class SuperiorIssues(Document):
    """上级指出问题."""

    names: ClassVar[tuple[str, str]] = ("上级指出问题", "superior_issues")

    items: tuple[SuperiorIssue, ...] = key("条目", "上级指出的问题", default=())


class DualLifeRow(Record):
    """条目 of 双重组织生活."""

    name: str = key("姓名", "姓名", default="")
    branch_date: Day | None = key("支部会日期", "参加支部组织生活会的日期")
    guided_unit: str = key("指导单位", "指导的联系点", default="")
    guided_date: Day | None = key("指导日期", "指导日期")
    remarks: str = key("点评", "点评", default="")


class DualLife(Document):
    """双重组织生活."""

    names: ClassVar[tuple[str, str]] = ("双重组织生活", "dual_life")

    items: tuple[DualLifeRow, ...] = key("条目", "一行一名成员", default=())
