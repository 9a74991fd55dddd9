"""Opinions: every one is merged and told to those whom it concerns, and nothing is lost on the way (MZ4xx)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.deadlines import Milestone
from mzsh.model.opinions import Opinions
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.planning.identity import doubled_ids
from mzsh.planning.presence import may_be_unreadable
from mzsh.planning.schedule import Schedule, resolve
from mzsh.planning.soliciting import unacknowledged_members
from mzsh.rules.rule import Example, rule

SUMMARY_CLAUSE = "3.2-deadline"


@rule(
    "MZ402",
    "意见汇总晚了",
    clauses=(SUMMARY_CLAUSE,),
    example=Example(
        "时间节点.yml",
        good="责任: 市委组织部, 完成: 2021-12-24}",
        bad="责任: 市委组织部, 完成: 2021-12-28}",
        hits=("名称: 梳理汇总意见建议",),
    ),
)
def summary_late(milestone: Milestone, schedule: Schedule) -> Iterator[Remark]:
    """征求到的意见要在规定时限以前梳理汇总，晚了就来不及反馈本人、写进材料。"""
    due = resolve(milestone.due, schedule.held_on)
    if milestone.clause != SUMMARY_CLAUSE or due is None or milestone.done is None or milestone.done <= due:
        return
    late = (milestone.done - due).days
    message = f"“{milestone.name}”应在{due.month}月{due.day}日前完成，晚了{late}天"
    yield milestone.remark("done", message, hint="日期写错了的改正；确实晚了的，在会议记录或报告里说明")


@rule(
    "MZ403",
    "意见没有归并，或归并对不上",
    clauses=("3.2-deadline", "3.2-feedback"),
    example=Example("03-征求意见/意见建议.yml", good="归并: G03", bad="归并: G33", hits=("归并: G33",)),
)
def opinions_merged(project: Project) -> Iterator[Remark]:
    """收到的每一条意见都要归到一条归并意见里，每条归并意见至少有一条原始意见，条数才能守恒。"""
    known = {summary.id for summary in project.summaries if summary.id}
    strays = [o for o in project.opinions if o.merged_into and o.merged_into not in known]
    if len({o.merged_into for o in strays}) <= doubled_ids(project):
        known |= {o.merged_into for o in strays}
        strays = []
    for opinion in project.opinions:
        if opinion in strays:
            message = f"意见{opinion.id}归并到“{opinion.merged_into}”，没有这一条归并意见"
            yield opinion.remark("merged_into", message, about=opinion.id)
        elif not opinion.merged_into and "merged_into" not in opinion.at.refused:
            message = f"意见{opinion.id}还没有归并"
            yield opinion.remark("merged_into", message, hint="填“归并”", absent=True, about=opinion.id)
    for summary in project.summaries:
        if summary.ends_here and not summary.reason and summary.at.knows("reason"):
            message = f"归并意见{summary.id}写的是“{summary.handled}”，没有写理由"
            hint = "填“理由”：为什么这样办、怎样答复的"
            yield summary.remark("handled", message, hint=hint, about=summary.id, loudest="提示")
    used = {opinion.merged_into for opinion in project.opinions}
    empty = [summary for summary in project.summaries if summary.id and summary.id not in used]
    for summary in empty if not strays else ():
        yield summary.remark("id", f"归并意见{summary.id}没有一条原始意见")


@rule(
    "MZ404",
    "意见没有反馈给本人",
    clauses=("3.2-feedback",),
    example=Example("03-征求意见/意见建议.yml", good="  - {成员: 李明, 签收: 2021-12-27}\n", bad="", hits=("反馈:",)),
)
def feedback_acknowledged(project: Project) -> Iterator[Remark]:
    """征求到的意见要原汁原味反馈给每一名成员，由本人签收；没有人提意见的，也要告诉本人并签收。"""
    if may_be_unreadable(project, (Opinions,)):
        return
    register = project.first(Opinions)
    for missing in unacknowledged_members(project):
        name = missing.member.name
        message = f"{name}还没有签收反馈的意见"
        if missing.entry is not None:
            yield missing.entry.remark("", message, hint="反馈以后填“签收”的日期", absent=True, about=name)
        elif register is not None:
            hint = f"反馈以后在“反馈”里登记一行：成员 {name}，签收 日期"
            yield register.remark_key("feedback", message, hint=hint, absent=True, about=name)
        else:
            yield missing.member.remark("name", message, hint="运行 mzsh new opinions，反馈以后登记签收", absent=True)


@rule(
    "MZ408",
    "意见里没有民生问题",
    clauses=("3.2-detail",),
    example=Example("03-征求意见/意见建议.yml", good="    民生: true\n", bad="", hits=("意见:",)),
)
def livelihood_heard(project: Project) -> Iterator[Remark]:
    """征求意见要听到群众身边的具体事。收到的意见没有一条是民生方面的，多半是没有问到群众；有的请标上“民生: true”。"""
    opinions = project.opinions
    known = not any(opinion.livelihood or "livelihood" in opinion.at.refused for opinion in opinions)
    for register in project.of(Opinions) if opinions and known else ():
        if register.items:
            hint = "是民生方面的标上“民生: true”；确实没有的，再到群众中听一听"
            yield register.remark_key("items", "收到的意见里没有一条标明是民生问题", hint=hint, absent=True)
            return
