"""Who still owes what on a day (催办): computed from the folder, each with the day by which it is due.

Asked for is what belongs to the stage that the meeting has reached: nobody is pressed for a rectification list before
the meeting. What is open of an earlier stage is still owed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mzsh.model.criticism import Criticism
from mzsh.model.examination import Examination, Outline
from mzsh.model.meeting import Member
from mzsh.model.project import Project
from mzsh.model.rectification import DualLife, Item, Rectification
from mzsh.planning.approvals import PASSED, last_reviews, open_steps, outdated_reviews
from mzsh.planning.attendance import absent_members
from mzsh.planning.clauses import STAGES, clauses
from mzsh.planning.presence import may_be_unreadable, missing_examinations, missing_plans, missing_talks
from mzsh.planning.schedule import Schedule, resolve
from mzsh.planning.soliciting import unacknowledged_members, unheard_places
from mzsh.planning.standing import is_overdue


@dataclass(frozen=True, slots=True)
class Debt:
    """One thing that somebody owes: what is to be done (Chinese, as 请… has it), by which clause, and by when."""

    what: str
    clause: str
    due: date

    def days_left(self, today: date) -> int:
        """Days until it is due; negative where it is overdue."""
        return (self.due - today).days


def debts_of(project: Project, schedule: Schedule, member: Member) -> tuple[Debt, ...]:
    """What one member owes on the day, in the order of the days by which it is due."""
    return in_order(debt for source in _SOURCES for debt in source(project, schedule, member) if asked(debt, schedule))


def in_order(debts: Iterable[Debt]) -> tuple[Debt, ...]:
    """Each debt once, the earliest first."""
    return tuple(sorted(dict.fromkeys(debts), key=lambda debt: debt.due))


def asked(debt: Debt, schedule: Schedule) -> bool:
    """Whether the stage of its clause has come; criticisms are written before the meeting at which they are made."""
    known = clauses().get(debt.clause)
    if known is None:
        return True
    return debt.clause == _CRITICISM or STAGES.index(known.stage) <= STAGES.index(schedule.stage)


_CRITICISM = "4-ag3b"


def _outline(project: Project, schedule: Schedule, member: Member) -> Iterator[Debt]:
    """The outline: not handed in, changed after it was approved, or sent back; waiting for others is no debt."""
    outline = project.outline(member.name)
    if outline is None:
        if member.name in {owner for owner, _, _ in missing_examinations(project)}:
            yield from owed("报送个人发言提纲", "3.4-submit", schedule)
        return
    if outdated_reviews(outline, project):
        yield from owed("将改动后的个人发言提纲重新报审", "3.4-submit", schedule)
        return
    step, returned = next_step(outline, project)
    if returned:
        yield from owed(f"按{step}意见修改个人发言提纲，重新报审", _CLAUSES[step], schedule)
    elif step == "报送":
        yield from owed("报送个人发言提纲", "3.4-submit", schedule)


_CLAUSES = {"报送": "3.4-submit", "书记审阅": "3.4-review", "上级审定": "3.4-superior"}


def next_step(material: Examination, project: Project) -> tuple[str, bool]:
    """The step that a material waits for (empty: none), and whether it was sent back there (退改)."""
    steps = open_steps(material, project)
    if not steps:
        return "", False
    last = dict(last_reviews(material, project))[steps[0]]
    return steps[0].step, last is not None and last.verdict is not None and last.verdict != PASSED


def waiting(project: Project, step: str) -> tuple[Outline, ...]:
    """The outlines of the roster that wait for a step, by the roster."""
    found = (project.outline(name) for name in project.meeting.member_names)
    return tuple(one for one in found if one is not None and next_step(one, project) == (step, False))


def _reviewing(project: Project, schedule: Schedule, member: Member) -> Iterator[Debt]:
    """What waits for the secretary: outlines to be read, the statement to be approved."""
    if not member.is_secretary:
        return
    names = [outline.member for outline in waiting(project, "书记审阅")]
    if names:
        yield from owed(f"审阅{'、'.join(names)}同志的个人发言提纲", "3.4-review", schedule)
    statement = project.statement
    if statement and next_step(statement, project) == ("书记审定", False):
        yield from owed("审定班子对照检查材料", "3.4-team-approve", schedule)


def _hearings(project: Project, schedule: Schedule, member: Member) -> Iterator[Debt]:
    places = [one.place for one in unheard_places(project) if one.member.name == member.name]
    if places:
        yield from owed(f"到{'、'.join(places)}听取意见建议", "3.2-listen", schedule)


def _feedback(project: Project, schedule: Schedule, member: Member) -> Iterator[Debt]:
    """What was said of him is to be signed for, once there are opinions."""
    if (project.opinions or project.summaries) and any(
        one.member.name == member.name for one in unacknowledged_members(project)
    ):
        yield from owed("签收意见反馈单", "3.2-feedback", schedule)


TALK_WITH = {
    "3.3-scope1": "与{}同志谈心谈话",
    "3.3-scope2": "与{}同志谈心谈话",
    "3.3-scope3": "与分管部门主要负责同志{}谈心谈话",
    "3.3-scope4": "与所在党支部党员代表{}同志谈心谈话",
}
"""A talk that is owed, by its clause."""


def _talks(project: Project, schedule: Schedule, member: Member) -> Iterator[Debt]:
    """Talks that were not held, with whom; a pair of members owes the talk both ways."""
    partners: dict[str, list[str]] = {}
    for talk in missing_talks(project):
        pair = (talk.first.name, talk.partner)
        if member.name in pair:
            other = pair[1] if pair[0] == member.name else pair[0]
            partners.setdefault(talk.clause, []).append(other)
    for clause, names in partners.items():
        yield from owed(TALK_WITH[clause].format("、".join(names)), clause, schedule)


def _criticisms(project: Project, schedule: Schedule, member: Member) -> Iterator[Debt]:
    """Of whom no criticism is written; who was not at the meeting neither gives one nor is waited for."""
    absent = absent_members(project)
    if member.name in absent or may_be_unreadable(project, (Criticism,), member.name):
        return
    written = {one.item.about for one in project.criticisms if one.critic == member.name}
    others = (name for name in project.meeting.member_names if name != member.name)
    missing = [name for name in others if name not in written | absent]
    if missing:
        day = min((day for day in (schedule.due(_CRITICISM), schedule.held_on) if day), default=None)
        verb = "补交" if schedule.stage == "会后" else "准备"
        yield from owed(f"{verb}对{'、'.join(missing)}同志的批评意见", _CRITICISM, schedule, day=day)


def _plan(project: Project, schedule: Schedule, member: Member) -> Iterator[Debt]:
    if any(owner == member.name for owner, _, _ in missing_plans(project)):
        yield from owed("制定个人整改方案，列出整改清单", "5.2-plan", schedule)


def _items(project: Project, schedule: Schedule, member: Member) -> Iterator[Debt]:
    """Overdue items that he answers for (责任人), and those of his own list whoever does them."""
    for plan, item in overdue(project, schedule):
        if member.name in (item.owner, plan.owner_body):
            yield from item_debt(item, schedule)


def overdue(project: Project, schedule: Schedule) -> Iterator[tuple[Rectification, Item]]:
    """The items whose 时限 is over and that are not done."""
    for plan, item in project.rectification_items():
        known = item.problem and "status" not in item.at.refused
        if known and is_overdue(item, schedule.today, schedule.held_on):
            yield plan, item


def item_debt(item: Item, schedule: Schedule) -> Iterator[Debt]:
    """An item that is overdue."""
    problem = item.problem.strip().rstrip("。；;")
    yield from owed(f"办结整改事项“{problem}”", "5.2-checkable", schedule, day=resolve(item.due, schedule.held_on))


def _dual_life(project: Project, schedule: Schedule, member: Member) -> Iterator[Debt]:
    """Both halves of 双重组织生活 that no row dates."""
    if may_be_unreadable(project, (DualLife,)):
        return
    rows = [row for row in (project.dual_life.items if project.dual_life else ()) if row.name == member.name]
    if not any(row.branch_date or "branch_date" in row.at.refused for row in rows):
        yield from owed("参加所在党支部组织生活会并登记", "5.3-branch", schedule)
    if member.linked_unit and not any(row.guided_date or "guided_date" in row.at.refused for row in rows):
        yield from owed(f"指导{member.linked_unit}民主生活会并登记", "5.3-guide", schedule)


def owed(what: str, clause: str, schedule: Schedule, *, day: date | None = None) -> Iterator[Debt]:
    """Something owed by a day, its clause's where none is given; without any day nobody can be pressed for it."""
    due = day or schedule.due(clause)
    if due is not None:
        yield Debt(what, clause, due)


_SOURCES: tuple[Callable[[Project, Schedule, Member], Iterator[Debt]], ...] = (
    _hearings,
    _feedback,
    _talks,
    _outline,
    _reviewing,
    _criticisms,
    _plan,
    _items,
    _dual_life,
)
"""What members may owe, in the order of the plan."""
