"""Figures of the preparation (会前): study, solicitation, opinions, talks, materials."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import get_args

from mzsh.documents.figures.shares import Share, shares
from mzsh.model.opinions import Channel, Opinions
from mzsh.model.project import Project
from mzsh.model.talks import Talk
from mzsh.model.values import TEAM
from mzsh.planning.approvals import CONSULTATION, PASSED, missing_steps, required_steps, reviews_of
from mzsh.planning.duties import required_talks


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
    """意见建议: how many, by which channel, into how many they were merged and of whom those speak."""

    total: int
    by_channel: tuple[Share, ...]
    merged: int
    about_team: int
    about_members: int
    about_others: int
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
        acknowledged=len(_acknowledged(project) & members),
        to_explain=len(asked),
        explained=sum(opinion.id in answered or opinion.merged_into in answered for opinion in asked),
    )


def _acknowledged(project: Project) -> set[str]:
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
    reviews = [one for outline in outlines for one in reviews_of(outline.source, project)]
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
