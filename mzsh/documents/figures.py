"""Every figure of a document, counted from the folder: pure functions of the project, never a template's sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from mzsh.model.examination import ProblemSource
from mzsh.model.opinions import Channel
from mzsh.model.project import TEAM, NumberedProblem, Project
from mzsh.model.talks import Talk
from mzsh.planning.approvals import CONSULTATION, PASSED, missing_steps, required_steps, reviews_of
from mzsh.planning.duties import required_talks


@dataclass(frozen=True)
class Share:
    """One part of a count: 座谈 6."""

    label: str
    count: int


@dataclass(frozen=True)
class Each:
    """People who have the same count: 顾承远、梁晓芸 6."""

    names: tuple[str, ...]
    count: int


def shares(labels: Iterable[str], order: Iterable[str] = ()) -> tuple[Share, ...]:
    """How often each label occurs, in the given order and then as they come."""
    counts = Counter(labels)
    return tuple(Share(label, counts[label]) for label in dict.fromkeys((*order, *counts)) if counts[label])


def each(counts: dict[str, int]) -> tuple[Each, ...]:
    """People grouped by their count, those without any left out."""
    groups = {count: tuple(name for name in counts if counts[name] == count) for count in counts.values() if count}
    return tuple(Each(names, count) for count, names in groups.items())


@dataclass(frozen=True)
class Studies:
    """学习研讨: joint sessions, self-study, how often somebody spoke, and what was read (each once)."""

    joint: int
    alone: int
    speeches: int
    readings: tuple[str, ...]


def studies(project: Project) -> Studies:
    """Study sessions that took place; required readings come first, in their order."""
    read = dict.fromkeys(title for study in project.studies for title in study.readings)
    required = project.meeting.readings or project.preset.readings
    alone = sum(study.form == "自学" for study in project.studies)
    return Studies(
        joint=len(project.studies) - alone,
        alone=alone,
        speeches=sum(len(study.speakers) for study in project.studies),
        readings=tuple(dict.fromkeys((*(title for title in required if title in read), *read))),
    )


@dataclass(frozen=True)
class Event:
    """活动 of one form: how often, and how many people came."""

    form: str
    times: int
    people: int


@dataclass(frozen=True)
class Solicited:
    """征求意见: letters out and back, events, and how often a member listened."""

    units: int
    sent: int
    returned: int
    events: tuple[Event, ...]
    heard: int


def solicited(project: Project) -> Solicited:
    """What was asked of whom."""
    found = project.solicitation
    letters = found.letters if found else ()
    activities = [one for one in found.activities if one.date or one.people] if found else []
    forms = dict.fromkeys(one.form for one in activities if one.form)
    return Solicited(
        units=len({letter.unit for letter in letters if letter.sent}),
        sent=sum(letter.sent or 0 for letter in letters),
        returned=sum(letter.returned or 0 for letter in letters),
        events=tuple(
            Event(
                form,
                sum(one.form == form for one in activities),
                sum(one.people or 0 for one in activities if one.form == form),
            )
            for form in forms
        ),
        heard=sum(hearing.date is not None for hearing in found.listened) if found else 0,
    )


@dataclass(frozen=True)
class OpinionCounts:
    """意见建议: how many, by which channel, into how many they were merged, of whom those speak, what came of them."""

    total: int
    by_channel: tuple[Share, ...]
    merged: int
    about_team: int
    about_members: int
    about_others: int
    handled: tuple[Share, ...]
    acknowledged: int
    to_explain: int
    explained: int


def opinions(project: Project) -> OpinionCounts:
    """Opinions as they came in, and the summaries into which they were merged."""
    members = frozenset(project.meeting.member_names)
    summaries = project.summaries
    about = Counter("team" if s.about == TEAM else "members" if s.about in members else "others" for s in summaries)
    answered = {one.opinion for outline in project.outlines for one in outline.explanations if one.text}
    asked = [opinion for opinion in project.opinions if opinion.needs_explanation]
    return OpinionCounts(
        total=len(project.opinions),
        by_channel=shares((o.channel for o in project.opinions if o.channel), get_args(Channel)),
        merged=len(summaries),
        about_team=about["team"],
        about_members=about["members"],
        about_others=about["others"],
        handled=shares(s.handled for s in summaries if s.handled),
        acknowledged=len(_acknowledged(project) & members),
        to_explain=len(asked),
        explained=sum(opinion.id in answered or opinion.merged_into in answered for opinion in asked),
    )


def _acknowledged(project: Project) -> set[str]:
    from mzsh.model.opinions import Opinions

    registers = project.of(Opinions)
    return {one.member for register in registers for one in register.feedback if one.acknowledged}


@dataclass(frozen=True)
class TalkCounts:
    """谈心谈话: how many, how many pairs of each kind, and how many of the required pairs have met."""

    held: int
    with_secretary: int
    between_members: int
    with_heads: int
    with_delegates: int
    others: int
    required: int
    met: int


_CLAUSES = ("3.3-scope1", "3.3-scope2", "3.3-scope3", "3.3-scope4")
_BETWEEN = frozenset({"常委之间", "成员之间", "班子成员之间"})


def talks(project: Project) -> TalkCounts:
    """Talks that took place; a pair that met twice is one pair."""
    required = {
        frozenset((one.first.name, one.partner)): one.clause for one in required_talks(project.meeting, project.profile)
    }
    pairs: dict[frozenset[str], str] = {}
    for talk in project.talks.held:
        pairs.setdefault(talk.pair, required.get(talk.pair) or _clause(talk))
    kinds = Counter(pairs.values())
    secretary, members, heads, delegates = (kinds[clause] for clause in _CLAUSES)
    return TalkCounts(
        held=len(project.talks.held),
        with_secretary=secretary,
        between_members=members,
        with_heads=heads,
        with_delegates=delegates,
        others=kinds[""],
        required=len(required),
        met=sum(pair in pairs for pair in required),
    )


def _clause(talk: Talk) -> str:
    """The kind of a talk beyond those required, as its 类别 says."""
    relation = talk.relation or ""
    if relation in _BETWEEN:
        return _CLAUSES[1]
    return {"分管部门负责人": _CLAUSES[2], "支部党员代表": _CLAUSES[3]}.get(relation, _CLAUSES[0] if relation else "")


@dataclass(frozen=True)
class ExtraCount:
    """附加部分: in how many of the materials that must have it the section was found."""

    name: str
    found: int


@dataclass(frozen=True)
class Materials:
    """班子材料 and 发言提纲: how many, who wrote them, and which steps of approval are recorded as passed."""

    drafted_by: str
    approved: bool
    consulted: tuple[str, ...]
    outlines: int
    self_written: int
    reviewed: int
    audited: int
    auditors: tuple[str, ...]
    extras: tuple[ExtraCount, ...]


def materials(project: Project) -> Materials:
    """The team's statement and the members' outlines."""
    statement = project.statement
    outlines = [outline for outline in project.outlines if outline.member in project.meeting.member_names]
    open_steps = [step.step for outline in outlines for step in missing_steps(outline, project)]
    open_team = list(missing_steps(statement, project)) if statement else []
    team = required_steps(statement, project) if statement else ()
    reviews = [one for outline in outlines for one in reviews_of(outline, project)]
    return Materials(
        drafted_by=statement.drafted_by if statement else "",
        approved=bool(statement) and all(step.step != "书记审定" for step in open_team),
        consulted=tuple(step.by for step in team if step.step == CONSULTATION and step not in open_team),
        outlines=len(outlines),
        self_written=sum(outline.self_written for outline in outlines),
        reviewed=len(outlines) - open_steps.count("书记审阅"),
        audited=len(outlines) - open_steps.count("上级审定"),
        auditors=tuple(
            dict.fromkeys(one.by for one in reviews if one.step == "上级审定" and one.verdict == PASSED and one.by)
        ),
        extras=tuple(
            ExtraCount(extra.name, sum(extra.name in project.reading(one).extras for one in project.examinations))
            for extra in project.preset.extra_sections
        ),
    )


@dataclass(frozen=True)
class AreaProblems:
    """What was found in one area; `number` is None for problems that name none of this year's areas."""

    number: int | None
    team: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True)
class ProblemCounts:
    """查摆的问题: how many, whose, from which source, and in which area."""

    total: int
    team: int
    members: int
    by_member: tuple[Each, ...]
    by_source: tuple[Share, ...]
    by_area: tuple[AreaProblems, ...]


def problems(project: Project) -> ProblemCounts:
    """The problems of the statement and of the outlines."""
    members = project.meeting.member_names
    team = project.problems(TEAM)
    own = tuple(problem for name in members for problem in project.problems(name))
    every = (*team, *own)
    numbers: tuple[int | None, ...] = (*range(1, project.preset.area_count + 1), None)
    areas = (
        AreaProblems(number, _summaries(team, number, project), _summaries(own, number, project)) for number in numbers
    )
    return ProblemCounts(
        total=len(every),
        team=len(team),
        members=len(own),
        by_member=each({name: sum(problem.owner == name for problem in own) for name in members}),
        by_source=shares((p.problem.source for p in every if p.problem.source), get_args(ProblemSource)),
        by_area=tuple(area for area in areas if area.team or area.members),
    )


def _summaries(found: Iterable[NumberedProblem], number: int | None, project: Project) -> tuple[str, ...]:
    known = range(1, project.preset.area_count + 1)
    return tuple(p.problem.summary for p in found if (p.area if p.area in known else None) == number)


@dataclass(frozen=True)
class CriticismCounts:
    """相互批评: how many, how many the secretary gave, and how many each member received."""

    total: int
    by_secretary: int
    received: tuple[Each, ...]


def criticisms(project: Project) -> CriticismCounts:
    """The criticisms as the minutes list them, else as the members' files hold them."""
    minutes = project.minutes
    if minutes and minutes.criticisms.pairs:
        pairs = [(pair.critic, pair.about) for pair in minutes.criticisms.pairs]
    else:
        pairs = [(one.critic, one.item.about) for one in project.criticisms]
    secretary = project.meeting.secretary
    return CriticismCounts(
        total=len(pairs),
        by_secretary=sum(secretary is not None and critic == secretary.name for critic, _ in pairs),
        received=each({name: sum(about == name for _, about in pairs) for name in project.meeting.member_names}),
    )


@dataclass(frozen=True)
class Attendance:
    """到会: how many were to come, how many came, who was excused, how many spoke, and whether the secretary led."""

    expected: int
    present: int
    absent: tuple[str, ...]
    spoke: int
    secretary_first: bool


def attendance(project: Project) -> Attendance:
    """Who was there, as the minutes say."""
    minutes, members = project.minutes, project.meeting.member_names
    attended = minutes.attended if minutes else ()
    speakers = [name for name in minutes.speakers if name in members] if minutes else []
    secretary = project.meeting.secretary
    return Attendance(
        expected=len(members),
        present=sum(name in attended for name in members),
        absent=tuple(one.name for one in minutes.absent if one.name) if minutes else (),
        spoke=len(speakers),
        secretary_first=secretary is not None and speakers[:1] == [secretary.name],
    )
