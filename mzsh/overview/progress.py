"""Where the work stands: milestones with days left, who has handed in what, and the next things to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mzsh.model.deadlines import Milestone
from mzsh.model.examination import Examination
from mzsh.model.meeting import Member
from mzsh.model.opinions import Opinions
from mzsh.model.project import Project
from mzsh.overview.steps import Step, next_steps
from mzsh.planning.approvals import outdated_reviews
from mzsh.planning.clauses import Stage
from mzsh.planning.duties import required_talks
from mzsh.planning.schedule import Schedule
from mzsh.planning.soliciting import heard_places, places_of
from mzsh.rules.finding import Report


@dataclass(frozen=True, slots=True)
class MilestoneState:
    """A milestone, its day, and whether it is done."""

    name: str
    owner: str
    due: date | None
    typed: str
    done: date | None
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    done: int
    expected: int

    @property
    def complete(self) -> bool:
        """Nothing is left."""
        return self.done >= self.expected


@dataclass(frozen=True, slots=True)
class PersonState:
    """What one member has handed in; `outline` is its 状态, 未交 where there is none."""

    name: str
    outline: str
    talks: Share
    criticisms: Share
    heard: Share
    acknowledged: bool
    plan: bool
    dual_life: Share


@dataclass(frozen=True)
class Status:
    """The whole work at a glance."""

    project: Project
    report: Report
    today: date
    stage: Stage
    held_on: date | None
    milestones: tuple[MilestoneState, ...]
    people: tuple[PersonState, ...]
    statement: str
    steps: tuple[Step, ...]

    @property
    def days_to_meeting(self) -> int | None:
        """Days until the meeting; negative after it."""
        return (self.held_on - self.today).days if self.held_on else None


def status(project: Project, report: Report) -> Status:
    """The status that follows from a full check."""
    schedule = Schedule(project, report.today, None)
    return Status(
        project=project,
        report=report,
        today=report.today,
        stage=schedule.stage,
        held_on=schedule.held_on,
        milestones=tuple(_milestone(one, due, report.today) for one, due in schedule.milestones),
        people=tuple(_person(project, member) for member in project.meeting.members if member.name),
        statement=_standing(project.statement, project),
        steps=next_steps(project, report, schedule),
    )


NOT_HANDED_IN = "未交"
CHANGED = "改后待审"


def _standing(material: Examination | None, project: Project) -> str:
    """The 状态 of a material; what was approved and then changed is to be approved again (MZ505)."""
    if material is None:
        return NOT_HANDED_IN
    return CHANGED if outdated_reviews(material, project) else material.status


def _milestone(milestone: Milestone, due: date | None, today: date) -> MilestoneState:
    left = (due - today).days if due else None
    return MilestoneState(milestone.name, milestone.owner, due, milestone.due, milestone.done, left)


def _person(project: Project, member: Member) -> PersonState:
    name = member.name
    talks = [r for r in required_talks(project.meeting, project.profile) if name in (r.first.name, r.partner)]
    held = sum(project.talks.between(required.first.name, required.partner) is not None for required in talks)
    outline = project.outline(name)
    others = [other for other in project.meeting.member_names if other != name]
    written = {c.item.about for c in project.criticisms if c.critic == name}
    return PersonState(
        name=name,
        outline=_standing(outline, project),
        talks=Share(held, len(talks)),
        criticisms=Share(len(written & set(others)), len(others)),
        heard=Share(heard_places(project, member), len(places_of(member))),
        acknowledged=any(f.member == name and f.acknowledged for o in project.of(Opinions) for f in o.feedback),
        plan=project.rectification(name) is not None,
        dual_life=_dual_life(project, member),
    )


def _dual_life(project: Project, member: Member) -> Share:
    rows = [row for row in (project.dual_life.items if project.dual_life else ()) if row.name == member.name]
    done = any(row.branch_date for row in rows) + any(row.guided_date for row in rows)
    return Share(done, 2 if member.linked_unit else 1)
