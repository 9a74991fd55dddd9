"""整改清单: every item of the team's and the members' lists as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mzsh.documents import naming
from mzsh.documents.document import Context, document
from mzsh.documents.figures import rectifying
from mzsh.documents.needs import BODY, MEETING_NAME, ORG, RECTIFICATIONS, ROSTER
from mzsh.documents.paper import paper_of
from mzsh.model.meeting import Meeting
from mzsh.model.preset import BodyProfile
from mzsh.model.project import Project
from mzsh.model.rectification import Item, Rectification
from mzsh.model.values import TEAM
from mzsh.planning.schedule import Schedule, resolve
from mzsh.typesetting.chinese import cn_date, cn_month_day


@document("ledger", "整改清单", stage="会后", landscape=True, needs=(MEETING_NAME, ORG, BODY, ROSTER, RECTIFICATIONS))
def ledger(project: Project, meeting: Meeting, profile: BodyProfile, schedule: Schedule) -> Context:
    """整改清单（台账）：班子在前、成员在后，列明问题、措施、责任、时限和截至当日的进展。"""
    number = iter(range(1, 10_000))
    return Context(
        {
            "title": naming.broken(f"{_body(project)}及成员{MEETING_NAME.of(project)}整改清单"),
            "body": meeting.group or BODY.of(project),
            "member": profile.member_word,
            "figures": rectifying.rectifying(project, schedule.today),
            "gap": RECTIFICATIONS.gap(project),
            "groups": [
                {
                    "owner": meeting.group if plan.owner_body == TEAM else plan.owner_body,
                    "team": plan.owner_body == TEAM,
                    "rows": list(_rows(project, plan, number, schedule.today)),
                }
                for plan in rectifying.lists(project)
            ],
        },
        paper_of(project, "ledger"),
    )


def _body(project: Project) -> object:
    return naming.body_name(project.meeting) or ORG.of(project)


def _rows(project: Project, plan: Rectification, number: Iterator[int], today: date) -> Iterator[tuple[object, ...]]:
    held_on, origins = project.meeting.held_on, _origins(project)
    for item in plan.listed:
        yield (
            next(number),
            item.problem,
            "\n".join(dict.fromkeys(origins[ref] for ref in item.refs if ref in origins)),
            item.kind or "",
            item.measure,
            item.result,
            item.lead,
            item.owner,
            _due(item, held_on),
            _progress(item, today, held_on),
        )


def _origins(project: Project) -> dict[str, str]:
    """The kind of everything that an item's 来源 may name: the ids themselves would say who criticised whom."""
    kinds: dict[str, str] = {problem.id: problem.problem.source or "自查" for problem in project.problems()}
    kinds.update({criticism.id: "相互批评" for criticism in project.criticisms})
    kinds.update({opinion.id: "征求意见" for opinion in project.opinions})
    kinds.update({summary.id: "征求意见" for summary in project.summaries})
    kinds.update({issue.id: "上级指出" for issues in project.superior_issues for issue in issues.items})
    kinds.update({last.id: "上年整改" for year in project.last_year for last in year.items})
    return kinds


def _due(item: Item, held_on: date | None) -> str:
    """时限 in two lines, the year above."""
    due = resolve(item.due, held_on) if item.due else None
    return f"{due.year}年\n{cn_month_day(due)}" if due else item.due


def _progress(item: Item, today: date, held_on: date | None) -> str:
    """The state on that day, and the last progress until then."""
    state = rectifying.state_on(item, today)
    if rectifying.is_overdue(item, today, held_on):
        state += "（已逾期）"
    known = [one for one in item.progress if one.text and one.date and one.date <= today]
    if not known:
        return f"{state}\n{_day(item.done, today)}" if state == rectifying.DONE and item.done else state
    last = max(known, key=lambda one: one.date or today)
    return f"{state}\n{_day(last.date or today, today)}：{last.text}"


def _day(day: date, today: date) -> str:
    """A day, its year only where it is another."""
    return cn_month_day(day) if day.year == today.year else cn_date(day)
