"""Figures of rectification (会后): items by owner, class and status on a day, what was overdue, what last year left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from mzsh.documents.figures.shares import Each, Share, each, shares
from mzsh.model.project import Project
from mzsh.model.rectification import Rectification
from mzsh.model.values import TEAM, MeasureClass
from mzsh.planning.duties import required_plans
from mzsh.planning.standing import DONE as DONE
from mzsh.planning.standing import RUNNING, WAITING
from mzsh.planning.standing import is_overdue as is_overdue
from mzsh.planning.standing import state_on as state_on

STATES = (DONE, RUNNING, WAITING)


def lists(project: Project) -> tuple[Rectification, ...]:
    """The lists in the order of a ledger: the team's, then the members' by the roster."""
    found = (project.rectification(owner) for owner in required_plans(project.meeting))
    return tuple(plan for plan in found if plan is not None)


@dataclass(frozen=True)
class Rectifying:
    """整改事项: how many lists and items, whose, of which class, in which state on `day`, and what is singled out."""

    day: date
    lists: int
    total: int
    team: int
    by_member: tuple[Each, ...]
    by_class: tuple[Share, ...]
    by_state: tuple[Share, ...]
    overdue: int
    complete: bool
    public: int
    published: bool
    strong: int
    special_meetings: tuple[date, ...]
    special_fixes: tuple[str, ...]


def rectifying(project: Project, day: date) -> Rectifying:
    """The lists of the team and the members as they stood on a day."""
    plans = lists(project)
    items = [item for plan in plans for item in plan.listed]
    counts = {plan.owner_body: len(plan.listed) for plan in plans}
    special = [item for item in items if item.special_meeting and item.special_meeting <= day]
    held_on = project.meeting.held_on
    return Rectifying(
        day=day,
        lists=len(plans),
        total=len(items),
        team=counts.pop(TEAM, 0),
        by_member=each(counts),
        by_class=shares((item.kind for item in items if item.kind), get_args(MeasureClass)),
        by_state=shares((state_on(item, day) for item in items), STATES),
        overdue=sum(is_overdue(item, day, held_on) for item in items),
        complete=all(item.measure and item.owner and item.due for item in items),
        public=sum(item.public for item in items),
        published=_published(plans, day),
        strong=len(special),
        special_meetings=tuple(dict.fromkeys(item.special_meeting for item in special if item.special_meeting)),
        special_fixes=tuple(dict.fromkeys(item.special_fix for item in special if item.special_fix)),
    )


def _published(plans: Iterable[Rectification], day: date) -> bool:
    starts = [plan.publicity.start for plan in plans if any(item.public for item in plan.listed)]
    return bool(starts) and all(start is not None and start <= day for start in starts)


@dataclass(frozen=True)
class LastYear:
    """上年整改: how many items, and how many are done."""

    total: int
    done: int


def last_year(project: Project) -> LastYear:
    """Last year's items as they stand."""
    items = [item for year in project.last_year for item in year.listed]
    return LastYear(len(items), sum(item.status == DONE for item in items))
