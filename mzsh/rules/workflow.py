"""The workflow: milestones and the notice they follow from (MZ5xx); approvals stand in a module of their own."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.deadlines import Milestone
from mzsh.model.meeting import Meeting
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.model.values import Counted, parse_due
from mzsh.planning.proof import complete_since
from mzsh.planning.schedule import Schedule, resolve
from mzsh.rules.rule import Example, rule


@rule(
    "MZ501",
    "时间节点已过",
    clauses=("1-procedure",),
    example=Example(
        "时间节点.yml",
        good="责任: 市委政研室、各位常委, 完成: 2022-02-01}",
        bad="责任: 市委政研室、各位常委}",
        hits=("名称: 制定整改方案",),
    ),
)
def milestone_overdue(milestone: Milestone, schedule: Schedule, project: Project) -> Iterator[Remark]:
    """时限已过而没有写完成日期。办完了的填“完成”，办不完的改时限并说明。"""
    due = resolve(milestone.due, schedule.held_on)
    if due is None or milestone.done or "done" in milestone.at.refused or schedule.today <= due:
        return
    late = (schedule.today - due).days
    message = f"“{milestone.name}”应在{due.month}月{due.day}日前完成，已过{late}天"
    since = complete_since(project, milestone.clause)
    proven = since is not None and since <= schedule.today
    hint = f"登记已经齐了，填“完成: {since}”" if proven else "办完的填上“完成”日期"
    yield milestone.remark("name", message, hint=hint)


@rule(
    "MZ502",
    "时间节点没有责任人",
    clauses=("1-position",),
    example=Example(
        "时间节点.yml", good="时限: 会后15日, 责任: 市委办公室, ", bad="时限: 会后15日, ", hits=("名称: 通报会议情况",)
    ),
)
def milestone_without_owner(milestone: Milestone) -> Iterator[Remark]:
    """每个时间节点都要写明责任单位或责任人。"""
    if milestone.owner or not milestone.at.knows("owner"):
        return
    clauses = (milestone.clause,) if milestone.clause else ("1-position",)
    message = f"“{milestone.name}”没有写责任"
    yield milestone.remark("owner", message, about=milestone.name, clauses=clauses)


@rule(
    "MZ508",
    "方案没有写明依据的上级通知",
    clauses=("0-basis",),
    example=Example(
        "会议.yml",
        good="  通知: 省委组织部《关于认真开好2021年度党史学习教育专题民主生活会的通知》\n",
        bad="",
        hits=("依据:",),
    ),
)
def notice_missing(meeting: Meeting) -> Iterator[Remark]:
    """方案要依上级通知制定，会议.yml 的“依据”里要写明通知的名称。"""
    if not meeting.basis.notice and "basis" not in meeting.at.refused and "notice" not in meeting.basis.at.refused:
        yield meeting.remark_key("basis", "没有写明依据的上级通知", hint="填“依据”下的“通知”", absent=True)


@rule(
    "MZ509",
    "时限算不出日期",
    example=Example("时间节点.yml", good="时限: 会后45日", bad="时限: 开春以前", hits=("时限: 开春以前",)),
)
def milestone_not_computable(milestone: Milestone, schedule: Schedule) -> Iterator[Remark]:
    """时限要写成日期，或从开会那天数，程序才算得出哪一天到期；“适时”“长期坚持”算不出来。"""
    if not milestone.due or resolve(milestone.due, schedule.held_on) is not None:
        return
    if isinstance(parse_due(milestone.due), Counted) and schedule.held_on is None:
        return  # the meeting's day is missing or refused, and 006, 007 or 008 says so
    hint = "写成 2021-12-20，或 会前20日、会前10个工作日、会后15日"
    yield milestone.remark(
        "due", f"“{milestone.name}”的时限“{milestone.due}”算不出日期", hint=hint, about=milestone.name
    )
