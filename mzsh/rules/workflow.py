"""The workflow: milestones and approvals (MZ5xx)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.deadlines import Milestone
from mzsh.model.examination import Examination
from mzsh.model.meeting import Meeting
from mzsh.model.papers import Reviews
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.planning.approvals import RequiredStep, missing_steps
from mzsh.planning.identity import is_doubled
from mzsh.planning.presence import may_be_unreadable
from mzsh.planning.schedule import Schedule, resolve
from mzsh.rules.rule import Example, rule


@rule(
    "MZ501",
    "时间节点已过",
    example=Example(
        "时间节点.yml",
        good="责任: 市委政研室、各位常委, 完成: 2022-02-01}",
        bad="责任: 市委政研室、各位常委}",
        hits=("名称: 制定整改方案",),
    ),
)
def milestone_overdue(milestone: Milestone, schedule: Schedule) -> Iterator[Remark]:
    """时限已过而没有写完成日期。办完了的填“完成”，办不完的改时限并说明。"""
    due = resolve(milestone.due, schedule.held_on)
    if due is None or milestone.done or "done" in milestone.at.refused or schedule.today <= due:
        return
    late = (schedule.today - due).days
    message = f"“{milestone.name}”应在{due.month}月{due.day}日前完成，已过{late}天"
    yield milestone.remark("name", message, hint="办完的填上“完成”日期")


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
    if milestone.owner or "owner" in milestone.at.refused:
        return
    pending = "owner" in milestone.at.pending and bool(milestone.at.entries["owner"][1].text)
    clauses = (milestone.clause,) if milestone.clause else ("1-position",)
    yield milestone.remark("owner", f"“{milestone.name}”没有写责任", absent=pending, clauses=clauses)


@rule(
    "MZ504",
    "该办的审阅还没有办",
    clauses=("3.4-submit", "3.4-review", "3.4-superior", "3.4-team-approve", "3.4-team-consult"),
    example=Example(
        "审阅.yml",
        good="材料: 06-发言提纲/李明.md\n    环节: 上级审定",
        bad="材料: 06-发言提纲/李明.md\n    环节: 报送",
        hits=("06-发言提纲/李明.md:",),
    ),
)
def approval_missing(examination: Examination, project: Project) -> Iterator[Remark]:
    """提纲要报送、书记逐一审阅、上级审定；班子材料要书记审定，再逐一征求四个班子意见。每一步都记在 审阅.yml 里。"""
    if may_be_unreadable(project, (Reviews,)) or is_doubled(project, examination):
        return
    for step in missing_steps(examination, project):
        yield examination.remark_file(
            f"还没有{step.label}",
            hint=_review_command(step, examination, project),
            absent=True,
            clauses=(step.clause,),
            loudest="提示" if step.assumed else "错误",
        )


def _review_command(step: RequiredStep, examination: Examination, project: Project) -> str:
    """The command that records a step, with whose it is where that is not plain."""
    by = step.by or (project.meeting.superior or "上级组织部门" if step.step == "上级审定" else "")
    return f"办后运行 mzsh review {examination.path} --step {step.step}" + (f" --by {by}" if by else "")


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
