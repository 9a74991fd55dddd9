"""任务分工和时间表: every milestone with its owner, its day and how it stands."""

from __future__ import annotations

from datetime import date

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures.deadlines import Task, task_counts, tasks
from mzsh.documents.needs import HELD_ON, MEETING_NAME, MILESTONES, ORG
from mzsh.documents.paper import paper_of
from mzsh.model.project import Project
from mzsh.planning.clauses import STAGES
from mzsh.planning.schedule import Schedule
from mzsh.typesetting.chinese import cn_month_day


@document(
    "schedule",
    "任务分工和时间表",
    stage="会前",
    landscape=True,
    needs=(MEETING_NAME, ORG, HELD_ON, MILESTONES),
)
def schedule(project: Project, schedule: Schedule) -> Context:
    """任务分工和时间表（横排）：时间节点.yml 的各项按会前、会上、会后和日期先后排，写明谁办、哪天办完、办得怎样。"""
    found = tasks(schedule)
    body = naming.body_name(project.meeting) or ORG.of(project)
    return Context(
        {
            "title": naming.broken(f"{body}{MEETING_NAME.of(project)}任务分工和时间表"),
            **of_the_meeting(project),
            "figures": task_counts(found, schedule.today),
            "notes": schedule.notes,
            "gap": MILESTONES.gap(project),
            "groups": [
                {"stage": stage, "rows": rows}
                for stage in STAGES
                if (rows := [_row(task, schedule) for task in found if task.stage == stage])
            ],
        },
        paper_of(project, "schedule"),
    )


def _row(task: Task, schedule: Schedule) -> tuple[object, ...]:
    return (
        task.number,
        task.name,
        task.owner,
        f"{task.day.year}年\n{cn_month_day(task.day)}" if task.day else task.typed,
        _distance(task, schedule.held_on),
        _state(task, schedule.today),
        task.evidence,
    )


def _distance(task: Task, held_on: date | None) -> str:
    """会前35天; the meeting itself says its day, since what is set for it is only the last one."""
    if task.is_meeting:
        return f"定于\n{cn_month_day(held_on)}" if held_on else ""
    if task.distance is None:
        return ""
    if task.distance == 0:
        return "会议当天"
    return f"会{'前' if task.distance < 0 else '后'}{abs(task.distance)}天"


def _state(task: Task, today: date) -> str:
    """Done and when, or how many days are left."""
    if task.done:
        year = "" if task.done.year == (task.day or today).year else f"{task.done.year}年\n"
        return f"已完成\n{year}{cn_month_day(task.done)}" + (f"，迟{task.delay}天" if task.late else "")
    if task.delay is None:
        return "未完成"
    if task.delay == 0:
        return "未完成\n当日到期"
    return f"未完成\n{'已逾期' if task.late else '还有'}{abs(task.delay)}天"
