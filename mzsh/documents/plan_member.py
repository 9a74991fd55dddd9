"""个人整改方案: a member's own list as a plan that he signs."""

from __future__ import annotations

from typing import get_args

from mzsh.documents import naming, needs
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures.shares import shares
from mzsh.documents.figures.tasks import Task, tasks
from mzsh.documents.paper import paper_of
from mzsh.documents.subjects import MEMBER
from mzsh.model.meeting import Meeting, Member
from mzsh.model.project import Project
from mzsh.model.rectification import Rectification
from mzsh.model.values import MeasureClass

_MARK = "√"


@document("plan-member", "个人整改方案", stage="会后", one_per=MEMBER, needs=(needs.MEETING_NAME,))
def plan_member(project: Project, meeting: Meeting, member: Member, plan: Rectification) -> Context:
    """个人整改方案，一人一份：问题、措施、时限、完成标志取自本人的整改清单，一字不改，重点的打勾；由本人签名。

    清单里写了“本人制定: true”的，才印“本方案由本人制定”。责任人不是本人的、有牵头部门的，写在措施下面。
    """
    found = tasks(plan, meeting.held_on)
    return Context(
        {
            "title": naming.broken(f"{needs.MEETING_NAME.of(project)}个人整改方案"),
            **of_the_meeting(project),
            "name": member.name,
            "post": member.post,
            "total": len(found),
            "by_class": shares((task.kind for task in found if task.kind), get_args(MeasureClass)),
            "key": sum(task.item.key_item for task in found),
            "self_made": plan.self_made,
            "rows": [_row(task, member) for task in found],
        },
        paper_of(project, "plan-member"),
    )


def _row(task: Task, member: Member) -> tuple[object, ...]:
    lead = f"（牵头：{task.lead}）" if task.lead else ""
    owner = f"（责任人：{task.owner}）" if task.owner and task.owner != member.name else ""
    measure = "\n".join(part for part in (task.measure, lead + owner) if part)
    due = task.due.replace("年", "年\n", 1) if task.day else task.due
    return (task.number, task.problem, measure, due, _MARK if task.item.key_item else "", task.result)
