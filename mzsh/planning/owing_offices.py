"""What offices still owe on a day (催办): papers that wait for them, and milestones (时间节点) without 完成."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mzsh.model.project import Project
from mzsh.model.values import TEAM
from mzsh.planning.approvals import CONSULTATION, open_steps, outdated_reviews
from mzsh.planning.offices import drafting_office
from mzsh.planning.owing import Debt, asked, in_order, item_debt, next_step, overdue, owed, waiting
from mzsh.planning.presence import missing_examinations, missing_plans
from mzsh.planning.proof import complete_since
from mzsh.planning.schedule import Schedule

Owed = Iterator[tuple[str, Debt]]

_COMPUTED = re.compile(r"3\.2-listen|3\.3-|3\.4-(?!collect)|4-|5\.2-(?:list|plan|own-plan)|5\.3-")
"""Clauses of whose milestones the members' and the papers' own state says more."""
_COLLECTIVE = ("成员", "书记", "班子", "主要负责同志")


def office_debts(project: Project, schedule: Schedule) -> dict[str, tuple[Debt, ...]]:
    """What each office owes, the offices of 承办 first, then as they come; an office that owes nothing is left out."""
    found: dict[str, list[Debt]] = {}
    for source in (_drafting, _auditing, _milestones, _submitting, _items):
        for office, debt in source(project, schedule):
            if office and asked(debt, schedule):
                found.setdefault(_known_as(office, project), []).append(debt)
    first = [office for office in _appointed(project) if office in found]
    return {office: in_order(found[office]) for office in dict.fromkeys((*first, *found))}


def _appointed(project: Project) -> tuple[str, ...]:
    offices = project.meeting.offices
    return tuple(name for name in (offices.organization, offices.research, offices.general) if name)


def _known_as(office: str, project: Project) -> str:
    """The office by its name of 承办, whatever part of the unit's name stands before it: 组织部 is 市委组织部."""
    for known in _appointed(project):
        shorter, longer = sorted((office, known), key=len)
        if longer.endswith(shorter) and longer[: len(longer) - len(shorter)] in project.meeting.org:
            return known
    return office


def _drafting(project: Project, schedule: Schedule) -> Owed:
    """The statement and the team's plan, which the research office writes, and whose opinion it still has to ask."""
    office = drafting_office(project)
    if any(owner == TEAM for owner, _, _ in missing_examinations(project)):
        yield from _owed(office, owed("起草班子对照检查材料", "3.4-team-draft", schedule))
    statement = project.statement
    if statement and next_step(statement, project)[0] == CONSULTATION:
        bodies = [step.by for step in open_steps(statement, project) if step.by]
        yield from _owed(office, owed(f"将班子对照检查材料送{'、'.join(bodies)}征求意见", "3.4-team-consult", schedule))
    if any(owner == TEAM for owner, _, _ in missing_plans(project)):
        yield from _owed(office, owed("制定班子整改方案，列出整改清单", "5.2-plan", schedule))


def _auditing(project: Project, schedule: Schedule) -> Owed:
    """Outlines that the secretary has read and the superior has not yet approved."""
    names = [outline.member for outline in waiting(project, "上级审定")]
    if names:
        what = f"将{'、'.join(names)}同志的个人发言提纲报{project.superior}审定"
        yield from _owed(project.meeting.offices.organization, owed(what, "3.4-superior", schedule))


def _submitting(project: Project, schedule: Schedule) -> Owed:
    """Outlines that a member's own office (报送单位) is to hand in."""
    for member in {member.name: member for member in project.meeting.members if member.name}.values():
        outline = project.outline(member.name)
        open_ = outline is None or next_step(outline, project)[0] == "报送" or outdated_reviews(outline, project)
        if member.office and open_:
            yield from _owed(member.office, owed(f"报送{member.name}同志的个人发言提纲", "3.4-submit", schedule))


def _milestones(project: Project, schedule: Schedule) -> Owed:
    """Milestones that are not done, by the offices among those answerable; what the registers prove is done."""
    for milestone, day in schedule.milestones:
        if milestone.done or "done" in milestone.at.refused or not milestone.name or day is None:
            continue
        since = complete_since(project, milestone.clause)
        if _COMPUTED.match(milestone.clause) or (since is not None and since <= schedule.today):
            continue
        for part in re.split(r"[、，,；;/]", milestone.owner):
            if _is_office(part.strip(), project):
                debt = owed(f"办理“{milestone.name}”", milestone.clause, schedule, day=day)
                yield from _owed(part.strip(), debt)


def _is_office(owner: str, project: Project) -> bool:
    """Whether an answerable party is an office, and neither a member, nor all of them, nor the body itself."""
    meeting = project.meeting
    together = (*_COLLECTIVE, project.profile.member_word)
    itself = (meeting.org, meeting.group)
    return bool(owner) and not (
        owner in meeting.member_names
        or owner.startswith("各")
        or any(word in owner for word in together)
        or any(owner in name for name in itself)
    )


def _items(project: Project, schedule: Schedule) -> Owed:
    """Overdue items of the team's list that no member answers for, with the leading office or, without one, by name."""
    for plan, item in overdue(project, schedule):
        if plan.owner_body == TEAM and item.owner not in project.meeting.member_names:
            yield from _owed(item.lead or item.owner, item_debt(item, schedule))


def _owed(office: str, debts: Iterable[Debt]) -> Owed:
    return ((office, debt) for debt in debts)
