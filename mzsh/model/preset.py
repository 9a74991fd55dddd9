"""Presets (what changes from year to year) and profiles (what changes with the kind of body). Both are data."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeVar

from mzsh.model.record import Document, Record, key
from mzsh.model.values import DueText, Names, ShareText, Year

R = TypeVar("R", bound=Record)

REMARKS = ("督导", "点评")
"""By which words the supervision team's remarks are known, in an item of the agenda or a heading of the minutes."""


class AreaHeading(Record):
    """方面: an area's official heading (全称), its short form (简称), and questions that help to begin."""

    full: str = key("全称", "当年通知的原文", default="", required=True)
    short: str = key("简称", "简称", default="", required=True)
    clause: str = key("条款", "方案条款编号", default="")
    questions: Names = key("引导", "引导思考的问题", default=())


class AgendaItem(Record):
    """议程: one item of the meeting's agenda, by the name that the minutes use."""

    name: str = key("名称", "会议记录里的名称", default="", required=True)
    text: str = key("内容", "议程的写法", default="", required=True)
    clause: str = key("条款", "方案条款编号", default="")
    duty: Literal["通报", "班子", "个人", "总结", "其他"] = key("性质", "议程的性质", default="其他")

    @property
    def is_remarks(self) -> bool:
        """Whether the supervision team speaks here: no duty of the body's own, and its words are named."""
        return self.duty == "其他" and any(word in self.name + self.text for word in REMARKS)


class ExtraSection(Record):
    """附加部分: a section that this year's notice asks for beside problems, causes and measures."""

    name: str = key("名称", "标题", default="", required=True)
    applies_to: Literal["班子", "个人", "全部"] = key("适用", "班子、个人或全部", default="全部")
    question: str = key("引导", "引导思考的问题", default="")


class SuggestedMilestone(Record):
    """时间节点: a milestone by the plan's name with a suggested offset that the user confirms."""

    name: str = key("名称", "事项", default="", required=True)
    clause: str = key("条款", "方案条款编号", default="")
    suggested: DueText = key("建议", "建议时限，如 会前20日", default="", required=True)
    owner: str = key("责任", "责任单位，可写 {组织部} 等", default="", required=True)


class Preset(Document):
    """预设: one year's meeting."""

    names: ClassVar[tuple[str, str]] = ("预设", "preset")

    year: Year | None = key("年度", "年度", required=True)
    title: str = key("会议名称", "会议名称", default="", required=True)
    nick: str = key("俗称", "如 五个带头", default="")
    notice: str = key("通知名称", "上级通知的名称", default="")
    theme: str = key("主题", "主题原文", default="")
    areas: tuple[AreaHeading, ...] = key("方面", "对照检查的方面", default=(), required=True)
    lenses: Names = key("摆进去", "把什么摆进去", default=())
    benchmarks: Names = key("对照", "对照什么", default=())
    substitutions: Names = key("防止代替", "防止以什么代替什么", default=())
    agenda: tuple[AgendaItem, ...] = key("议程", "会议议程", default=(), required=True)
    bulletins: Names = key("通报事项", "会上书面通报的事项", default=())
    extra_sections: tuple[ExtraSection, ...] = key("附加部分", "另有要求的部分", default=())
    readings: Names = key("必学篇目", "必学篇目", default=())
    milestones: tuple[SuggestedMilestone, ...] = key("时间节点", "时间节点与建议时限", default=())
    annexes: Names = key("报告附件", "专题报告的附件", default=())
    to_type: Names = key("须录入", "使用前须照当年通知录入或核对的内容", default=())
    significance: Names = key("重要意义", "方案开头的段落", default=())

    @property
    def area_count(self) -> int:
        """How many areas there are."""
        return len(self.areas)

    def heading(self, number: int) -> AreaHeading:
        """The heading of area `number`, from 1."""
        return self.areas[number - 1]


class RelationNames(Record):
    """关系: what the required talks are called with this kind of body (四必谈)."""

    secretary: str = key("书记", "书记与成员", default="书记与成员")
    members: str = key("成员", "成员之间", default="成员之间")
    head: str = key("负责人", "与分管部门负责人", default="分管部门负责人")
    delegate: str = key("支部代表", "与支部党员代表", default="支部党员代表")


class ProfileOffices(Record):
    """承办: the usual offices."""

    organization: str = key("组织部", "组织部门", default="")
    research: str = key("政研室", "起草班子材料的部门", default="")
    general: str = key("办公室", "办公室", default="")


class BodyProfile(Document):
    """类别: a kind of body (常委会, 党组, …)."""

    names: ClassVar[tuple[str, str]] = ("班子类别", "profile")

    name: str = key("名称", "类别名称", default="", required=True)
    member_word: str = key("成员称呼", "如 常委、党组成员", default="成员")
    secretary_word: str = key("书记称呼", "如 书记、党组书记", default="书记")
    group_word: str = key("班子称呼", "如 市委常委班子", default="班子")
    posts: Names = key("职务", "常见的职务，书记在前，只作举例", default=())
    relations: RelationNames = key("关系", "谈话关系的名称", default=RelationNames())
    offices: ProfileOffices = key("承办", "通常的承办部门", default=ProfileOffices())
    submitting_office: str = key("报送部门", "替本人报送提纲的部门；本人直接报的写“无”", default="所在单位办公室")
    consulted: Names = key("征求班子", "班子材料征求意见的范围", default=())
    observers: Names = key("列席", "通常的列席人员", default=())
    superior: str = key("上级", "上级党委的组织部门", default="")
    quorum: ShareText = key("到会比例", "到会人数下限，如 2/3", default="2/3")
    circulate_to: Names = key("通报范围", "情况通报发到哪里", default=())
    guided: str = key("指导对象", "成员要去指导谁的会", default="所联系的基层党委（党组、党工委）民主生活会")

    @property
    def submitter(self) -> str:
        """Who hands in a member's outline: 本人所在单位办公室, or 本人."""
        return f"本人{self._office}"

    @property
    def submitters(self) -> str:
        """Who hand in all the outlines: 各位常委所在单位办公室, or 各位班子成员."""
        return f"各位{self.member_word}{self._office}"

    @property
    def _office(self) -> str:
        return "" if self.submitting_office == "无" else self.submitting_office

    def completed_from(self, other: BodyProfile) -> BodyProfile:
        """This profile with the other's values wherever it says nothing itself."""
        return _completed(self, other)


def _completed(record: R, other: R) -> R:
    """A record with another's values for what was not typed in it, down to the records inside."""
    values: dict[str, object] = {}
    for name in type(record).model_fields:
        mine, usual = getattr(record, name), getattr(other, name)
        if name in ("at", "body"):
            continue
        if not record.at.has(name):
            values[name] = usual
        elif isinstance(mine, Record) and isinstance(usual, Record):
            values[name] = _completed(mine, usual)
    return record.model_copy(update=values)
