"""整改情况公示: how the problems that people care about are being put right, for all to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mzsh.documents import naming, needs
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import rectifying
from mzsh.documents.figures.tasks import Task, tasks
from mzsh.documents.gate import Gate
from mzsh.documents.needs import Materials
from mzsh.documents.paper import Paper, paper_of
from mzsh.model.meeting import Meeting
from mzsh.model.project import Project
from mzsh.model.rectification import Publicity, Rectification
from mzsh.model.values import TEAM
from mzsh.planning.schedule import Schedule
from mzsh.planning.standing import DONE, RUNNING, state_on
from mzsh.typesetting.chinese import cn_date, cn_month_day

_Notice = tuple[Publicity, tuple[Rectification, ...]]


def _notices(project: Project) -> tuple[_Notice, ...]:
    """What is published, by scope and days: the lists with public items under their own 公示, else the team's."""
    team = project.rectification(TEAM)
    found: dict[tuple[object, ...], tuple[Publicity, list[Rectification]]] = {}
    for plan in rectifying.lists(project):
        source = plan if plan.at.has("publicity") else team
        if source is None or not source.at.has("publicity") or not any(item.public for item in plan.listed):
            continue
        publicity = source.publicity
        same = found.setdefault((publicity.scope, publicity.start, publicity.end), (publicity, []))
        same[1].append(plan)
    return tuple((publicity, tuple(plans)) for publicity, plans in found.values())


def _lacking(project: Project) -> Iterator[str]:
    """Something to publish, and where and how long it hangs."""
    if not any(item.public for plan in rectifying.lists(project) for item in plan.listed):
        yield "标明“群众关心”的整改事项"
    elif not _notices(project):
        yield "整改清单里的“公示”"
    for publicity, _ in _notices(project):
        parts = {"范围": publicity.scope, "起": publicity.start, "止": publicity.end}
        yield from (f"公示的“{name}”" for name, value in parts.items() if not value)


PUBLIC = Materials(_lacking)


@document(
    "public-notice",
    "整改情况公示",
    stage="会后",
    needs=(needs.MEETING_NAME, needs.ORG, PUBLIC),
    gate=Gate(rules=("MZ702", "MZ710"), sources=(Rectification, Meeting)),
)
def public_notice(project: Project, meeting: Meeting, schedule: Schedule) -> Context:
    """整改情况公示：只列标了“群众关心”的事项，写问题、措施和到公示之日为止的进展；来源、证据、核验人不写。

    范围和起止日期取自清单的“公示”；本人的清单没有写公示的，随班子的一并公示。日期用“公文”的印发日期，没有的用公示开始的那天
    （还没有到的，用出文书的那天）。有意见向承办部门反映，只写部门名称，不写电话。
    """
    notices = _notices(project)
    paper = paper_of(project, "public-notice")
    day = _day(notices, paper, schedule.today)
    offices = meeting.offices
    return Context(
        {
            "title": naming.broken(f"{needs.ORG.of(project)}关于{needs.MEETING_NAME.of(project)}整改情况的公示"),
            **of_the_meeting(project),
            "gap": PUBLIC.gap(project),
            "day": day,
            "groups": [_group(publicity, plans, meeting, day) for publicity, plans in notices],
            "contact": offices.organization or offices.general,
        },
        paper if paper.agency else replace(paper, agency=meeting.org, date=day),
    )


def _day(notices: tuple[_Notice, ...], paper: Paper, today: date) -> date:
    """As of when the notice speaks: its own day, else the day on which it is put up, never later than today."""
    return paper.date or min([today, *(publicity.start for publicity, _ in notices if publicity.start)])


def _group(publicity: Publicity, plans: tuple[Rectification, ...], meeting: Meeting, day: date) -> dict[str, object]:
    """One scope with its rows, numbered through."""
    public = [task for plan in plans for task in tasks(plan, meeting.held_on) if task.item.public]
    rows = [
        (number, task.problem, task.measure, _due(task), _outcome(task, day)) for number, task in enumerate(public, 1)
    ]
    owners = [meeting.group if plan.owner_body == TEAM else f"{plan.owner_body}同志" for plan in plans]
    return {"owners": owners, "publicity": publicity, "rows": rows}


def _due(task: Task) -> str:
    return task.due.replace("年", "年\n", 1) if task.day else task.due


def _outcome(task: Task, day: date) -> str:
    """结果 of what is done, 进展 of what is not, as known on that day."""
    item = task.item
    state = state_on(item, day)
    known = [one for one in item.progress if one.text and one.date and one.date <= day]
    steps = [f"{cn_month_day(one.date)}：{naming.without_stop(one.text)}。" for one in known if one.date]
    if state == DONE:
        done = f"已于{cn_date(item.done)}完成。" if item.done else "已完成。"
        return "\n".join([done, *(steps or ([f"{task.result}。"] if task.result else []))])
    # What has moved is under way, whatever the list said of it on an earlier day.
    return "\n".join([f"{RUNNING if steps else state}。", *steps])
