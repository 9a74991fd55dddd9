"""Solicitation (征求意见) and opinions (意见建议): what was asked, what came in, what became of it (clauses 3.2)."""

from __future__ import annotations

from typing import ClassVar, Literal

from mzsh.model.record import Document, Record, key
from mzsh.model.values import Count, Day, Flag

Channel = Literal["征求意见函", "座谈", "走访", "意见箱", "热线", "谈话", "网络"]
Handling = Literal["纳入班子", "纳入个人", "立行立改", "说明", "转办"]


class Letter(Record):
    """函: a letter to one unit."""

    unit: str = key("单位", "发往单位", default="", required=True)
    category: str = key("类别", "基层党组织、机关、党员干部等", default="")
    sent: Count | None = key("发出", "发出份数")
    returned: Count | None = key("收回", "收回份数")


class Hearing(Record):
    """听取: a member listened to a unit."""

    member: str = key("成员", "班子成员", default="")
    unit: str = key("对象", "听取意见的单位", default="")
    date: Day | None = key("日期", "日期")


class Activity(Record):
    """活动: a meeting, a visit, an opinion box."""

    form: str = key("形式", "座谈、走访、意见箱等", default="")
    date: Day | None = key("日期", "日期")
    chair: str = key("主持", "主持人", default="")
    audience: str = key("对象", "对象类别", default="")
    people: Count | None = key("人数", "人数")


class Solicitation(Document):
    """征求意见."""

    names: ClassVar[tuple[str, str]] = ("征求意见", "solicitation")

    letters: tuple[Letter, ...] = key("函", "征求意见函", default=())
    listened: tuple[Hearing, ...] = key("听取", "成员听取意见", default=())
    activities: tuple[Activity, ...] = key("活动", "座谈、走访等", default=(), english="events")


class Opinion(Record):
    """意见: one opinion as it came in."""

    id: str = key("编号", "编号", default="", required=True)
    channel: Channel | None = key("渠道", "渠道", required=True)
    source: str = key("来源", "来源类别，不记人名", default="")
    date: Day | None = key("日期", "日期")
    about: str = key("对象", "班子、成员姓名或其他", default="", required=True)
    area: Count | None = key("方面", "方面序号")
    text: str = key("原话", "原话", default="", required=True)
    livelihood: Flag = key("民生", "是否民生问题", default=False)
    merged_into: str = key("归并", "归并到的汇总编号", default="")
    needs_explanation: Flag = key("需说明", "是否需要本人说明", default=False)
    strong: Flag = key("群众反映强烈", "是否群众反映强烈", default=False)


class Summary(Record):
    """归并: opinions merged into one."""

    id: str = key("编号", "编号", default="")
    area: Count | None = key("方面", "方面序号")
    about: str = key("对象", "班子、成员姓名或其他", default="")
    text: str = key("内容", "归并后的内容", default="")
    handled: Handling | None = key("处理", "纳入班子、纳入个人、立行立改、说明或转办")
    reason: str = key("理由", "说明、转办的理由", default="")

    @property
    def ends_here(self) -> bool:
        """Explained or passed on: no rectification item is expected."""
        return self.handled in ("说明", "转办")


class Feedback(Record):
    """反馈: a member acknowledged what was said of him."""

    member: str = key("成员", "成员", default="")
    acknowledged: Day | None = key("签收", "签收日期")


class Opinions(Document):
    """意见建议."""

    names: ClassVar[tuple[str, str]] = ("意见建议", "opinions")

    items: tuple[Opinion, ...] = key("意见", "收到的意见", default=())
    summaries: tuple[Summary, ...] = key("归并", "归并后的意见", default=())
    feedback: tuple[Feedback, ...] = key("反馈", "反馈与签收", default=())
