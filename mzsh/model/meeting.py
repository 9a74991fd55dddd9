"""The meeting (会议.yml): what kind of meeting, whose, when, and who sits in it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from mzsh.model.record import Document, Record, key
from mzsh.model.settings import PAPER_NAMES, PAPERS, CheckSettings, LayoutSettings
from mzsh.model.values import Count, Day, Names, Year

Profile = Literal["常委会", "党组", "机关", "国企", "高校", "乡镇"]


class Basis(Record):
    """依据: the superior's notice."""

    notice: str = key("通知", "上级通知的名称", default="", required=True)
    number: str = key("文号", "上级通知的文号", default="")
    date: Day | None = key("日期", "上级通知的日期")


class Session(Record):
    """召开: when and where the meeting is held."""

    date: Day | None = key("日期", "召开日期", required=True)
    time: str = key("时间", "召开时间", default="")
    place: str = key("地点", "召开地点", default="")
    days: Count = key("会期", "会期（天）", default=1)


class Charge(Record):
    """分管: a unit in a member's charge and its head."""

    unit: str = key("单位", "分管单位", default="")
    head: str = key("负责人", "分管单位主要负责人", default="")


class Member(Record):
    """出席: a member of the body (常委、成员)."""

    name: str = key("姓名", "姓名", default="", required=True)
    post: str = key("职务", "职务", default="", required=True)
    role: Literal["书记", "成员"] = key("角色", "书记或成员", default="成员")
    in_charge: tuple[Charge, ...] = key("分管", "分管的单位及其主要负责人", default=())
    branch: str = key("支部", "组织关系所在党支部", default="")
    branch_delegate: str = key("支部代表", "所在支部的党员代表", default="")
    linked_unit: str = key("联系点", "党建工作联系点", default="")
    office: str = key("报送单位", "报送提纲的单位办公室", default="")

    @property
    def is_secretary(self) -> bool:
        """Whether this is the secretary (书记)."""
        return self.role == "书记"


class Observer(Record):
    """列席: someone who sits in."""

    name: str = key("姓名", "姓名", default="")
    post: str = key("职务", "职务", default="")


class Supervision(Record):
    """督导组: the superior's supervision team."""

    lead: str = key("组长", "督导组组长", default="")
    members: Names = key("成员", "督导组成员", default=())


class Offices(Record):
    """承办: the offices that do the work."""

    organization: str = key("组织部", "组织部门", default="")
    research: str = key("政研室", "起草班子材料的部门", default="")
    general: str = key("办公室", "办公室", default="")


class Paper(Record):
    """公文: what one document carries beside its text."""

    number: str = key("文号", "发文字号", default="")
    addressee: str = key("主送", "主送机关", default="")
    copies: Names = key("抄送", "抄送机关", default=())
    signer: str = key("签发人", "签发人", default="")
    sent: str = key("印发", "印发机关或日期", default="")


class Meeting(Document):
    """会议.yml."""

    names: ClassVar[tuple[str, str]] = ("会议", "meeting")

    preset: str = key("预设", "年度预设，如 2021", default="", required=True)
    profile: Profile = key("班子类别", "班子类别", default="常委会")
    org: str = key("单位", "单位，如 临江市委", default="", required=True)
    group: str = key("班子", "班子名称，如 市委常委班子", default="", required=True, english="body")
    year: Year | None = key("年度", "年度", required=True)
    theme: str = key("主题", "会议主题", default="", required=True)
    basis: Basis = key("依据", "上级通知", default=Basis())
    session: Session = key("召开", "召开的日期、时间、地点、会期", default=Session(), required=True)
    members: tuple[Member, ...] = key("出席", "班子成员（名册）", default=(), required=True)
    observers: tuple[Observer, ...] = key("列席", "列席人员", default=())
    supervision: Supervision = key("督导组", "上级督导组", default=Supervision())
    offices: Offices = key("承办", "承办部门", default=Offices())
    consulted: Names = key("四个班子", "班子材料征求意见的范围", default=())
    solicited: Names = key("征求范围", "发征求意见函的单位", default=())
    readings: Names = key("必学篇目", "必学篇目", default=())
    check: CheckSettings = key("检查", "检查的设置", default=CheckSettings())
    papers: dict[str, Paper] = key("公文", "各文书的文号、主送、抄送、签发人、印发", default={}, known=PAPER_NAMES)
    layout: LayoutSettings = key("版式", "版式的设置", default=LayoutSettings())

    @property
    def held_on(self) -> date | None:
        """The day of the meeting, if known."""
        return self.session.date

    @property
    def superior(self) -> str:
        """Whose notice the meeting follows: what stands before the notice's 《, if anything does."""
        before, mark, _ = self.basis.notice.partition("《")
        return before if mark and len(before) <= 16 else ""

    @property
    def secretary(self) -> Member | None:
        """The secretary (书记), if the roster names one."""
        return next((member for member in self.members if member.is_secretary), None)

    @property
    def member_names(self) -> tuple[str, ...]:
        """The names on the roster, in its order, each once."""
        return tuple(dict.fromkeys(member.name for member in self.members if member.name))

    def member(self, name: str) -> Member | None:
        """The member of that name."""
        return next((member for member in self.members if member.name == name), None)

    def paper(self, document: str) -> Paper:
        """公文 of one document, given under its id or its Chinese name."""
        return self.papers.get(document) or self.papers.get(PAPERS.get(document, ""), Paper())
