"""班子整改方案: what the team puts right, by class, with the whole list as an annex."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mzsh.documents import naming, needs
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures.tasks import Task, by_class, numbers
from mzsh.documents.gate import Gate
from mzsh.documents.needs import Materials
from mzsh.documents.paper import paper_of
from mzsh.model.meeting import Meeting
from mzsh.model.project import Project
from mzsh.model.rectification import Publicity, Rectification
from mzsh.model.values import TEAM
from mzsh.planning.schedule import Schedule

_WANTED = {"measure": "措施", "owner": "责任人", "due": "时限"}


def _unsettled(project: Project) -> Iterator[str]:
    """The list, or what its items do not say and a plan must."""
    plan = project.rectification(TEAM)
    if plan is None:
        yield "班子的整改清单"
        return
    for number, item in enumerate(plan.listed, 1):
        lacks = [chinese for field, chinese in _WANTED.items() if not getattr(item, field)]
        if lacks:
            yield f"班子整改清单{item.id or f'第{number}项'}的{'、'.join(lacks)}"


TEAM_PLAN = Materials(_unsettled)


@document(
    "plan-team",
    "班子整改方案",
    stage="会后",
    needs=(needs.MEETING_NAME, needs.ORG, needs.BODY, TEAM_PLAN),
    gate=Gate(rules=("MZ702",), sources=(Rectification, Meeting), anywhere=False),
)
def plan_team(project: Project, meeting: Meeting, schedule: Schedule) -> Context:
    """班子整改方案：任务、措施、责任、时限取自班子的整改清单，按立行立改、限期整改、协调解决分类，清单全文作附件。

    总体要求等各段用实施方案“抓好整改落实”一条的话；专题会议、专项整治、公示按清单里写了的说，没有写的那一段不出现。
    印发下去的，写出谁批评了谁、谁提的意见或照抄原话的不出。
    """
    plan = project.rectification(TEAM)
    groups = by_class(plan, meeting.held_on) if plan else ()
    tasks = [task for group in groups for task in group.tasks]
    annex = f"{naming.body_name(meeting) or needs.BODY.of(project)}整改清单"
    paper = paper_of(project, "plan-team", annexes=(annex,) if tasks else (), signed=True)
    return Context(
        {
            "title": naming.broken(
                f"{naming.body_name(meeting) or needs.ORG.of(project)}{needs.MEETING_NAME.of(project)}整改方案"
            ),
            **of_the_meeting(project),
            "gap": TEAM_PLAN.gap(project),
            "total": len(tasks),
            "groups": groups,
            "key": numbers(task for task in tasks if task.item.key_item),
            "solvable": numbers(task for task in tasks if task.item.solvable),
            "meetings": _meetings(tasks, paper.date or schedule.today),
            "fixes": _fixes(tasks),
            "public": numbers(task for task in tasks if task.item.public),
            "publicity": plan.publicity if plan else Publicity(),
            "leads": _leads(tasks),
            "supervisor": _supervisor(meeting, plan),
            "annex": naming.broken(annex),
            "rows": [_row(task) for task in tasks],
        },
        paper,
    )


def _meetings(tasks: Sequence[Task], day: date) -> list[dict[str, object]]:
    """The meetings called for a problem (专题会议), each with its tasks and whether it was held by that day."""
    days = sorted({task.item.special_meeting for task in tasks if task.item.special_meeting})
    return [
        {
            "date": held_on,
            "held": held_on <= day,
            "tasks": numbers(task for task in tasks if task.item.special_meeting == held_on),
        }
        for held_on in days
    ]


def _fixes(tasks: Sequence[Task]) -> list[dict[str, object]]:
    """专项整治 by name, each with its tasks."""
    return [
        {"name": name, "tasks": numbers(task for task in tasks if task.item.special_fix == name)}
        for name in dict.fromkeys(task.item.special_fix for task in tasks if task.item.special_fix)
    ]


def _leads(tasks: Sequence[Task]) -> list[dict[str, object]]:
    """The leading offices (牵头), each with its tasks."""
    return [
        {"name": name, "tasks": numbers(task for task in tasks if task.lead == name)}
        for name in dict.fromkeys(task.lead for task in tasks if task.lead)
    ]


def _supervisor(meeting: Meeting, plan: Rectification | None) -> str:
    """Who presses on (督办): the research office, else who drafted the plan."""
    return meeting.offices.research or (plan.drafted_by if plan else "")


def _row(task: Task) -> tuple[object, ...]:
    due = task.due.replace("年", "年\n", 1) if task.day else task.due
    return (task.number, task.problem, task.kind, task.measure, task.result, task.lead, task.owner, due)
