"""Figures of the opinions (意见建议): by channel, area and whom they are about; what was said of whom, once merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from mzsh.documents.figures.shares import Share, shares
from mzsh.model.opinions import Channel, Handling, Opinion, Summary
from mzsh.model.project import Project
from mzsh.model.values import TEAM

UNKNOWN = "未注明"


@dataclass(frozen=True)
class Said:
    """What was said once: opinions that were merged (归并) into a summary, or one that was not.

    `area` is one of this year's areas, or None.
    """

    area: int | None
    about: str
    text: str
    originals: tuple[Opinion, ...]
    summary: Summary | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The 编号 of the opinions as they came in."""
        return tuple(opinion.id for opinion in self.originals if opinion.id)

    def to_explain(self, about: str) -> bool:
        """Whether an opinion about him (or the team) in it must be explained."""
        return any(opinion.needs_explanation and opinion.about == about for opinion in self.originals)


def merged(project: Project) -> tuple[Said, ...]:
    """The summaries with the opinions in them, in the order of the areas and then as they were typed.

    Of two summaries with one id (MZ013) the first has the opinions, so that each of them is counted once.
    """
    owners = {id(summary): summary.id for summary in _summaries(project).values()}
    found = [
        Said(
            area=_known(summary.area, project),
            about=summary.about,
            text=summary.text,
            originals=tuple(one for one in project.opinions if one.merged_into and one.merged_into == owner),
            summary=summary,
        )
        for summary in project.summaries
        for owner in (owners.get(id(summary), ""),)
    ]
    return _by_area(found)


def unmerged(project: Project) -> tuple[Said, ...]:
    """The opinions that are in no summary, in the same order."""
    known = _summaries(project)
    return _by_area(_single(one, project) for one in project.opinions if one.merged_into not in known)


@dataclass(frozen=True)
class Told:
    """What one member is told (反馈): what was said of him, and of the team."""

    own: tuple[Said, ...]
    team: tuple[Said, ...]


def told_to(project: Project, member: str) -> Told:
    """Every opinion about a member or the team reaches him: in the summary about either, else as it was said."""
    whole = [one for one in merged(project) if one.about in (member, TEAM)]
    reached = {one.summary.id for one in whole if one.summary and one.summary.id}
    singles = [
        _single(opinion, project)
        for opinion in project.opinions
        if opinion.about in (member, TEAM) and opinion.merged_into not in reached
    ]
    every = _by_area([*whole, *singles])
    return Told(
        own=tuple(one for one in every if one.about == member), team=tuple(one for one in every if one.about == TEAM)
    )


@dataclass(frozen=True)
class Breakdown:
    """意见 as they came in, by 渠道, by 方面 (their own, else their summary's; None for no area) and by 对象."""

    total: int
    by_channel: tuple[Share, ...]
    by_area: tuple[tuple[int | None, int], ...]
    by_about: tuple[Share, ...]


def breakdown(project: Project) -> Breakdown:
    """How the opinions divide; each division adds up to the total."""
    opinions = project.opinions
    areas = [_area_of(opinion, project) for opinion in opinions]
    order: tuple[int | None, ...] = (*range(1, project.preset.area_count + 1), None)
    people = (TEAM, *project.meeting.member_names)
    return Breakdown(
        total=len(opinions),
        by_channel=shares((one.channel or UNKNOWN for one in opinions), get_args(Channel)),
        by_area=tuple((number, areas.count(number)) for number in order if number in areas),
        by_about=shares((one.about or UNKNOWN for one in opinions), people),
    )


def handled(project: Project) -> tuple[Share, ...]:
    """The summaries by 处理, those without left out."""
    return shares((one.handled for one in project.summaries if one.handled), get_args(Handling))


@dataclass(frozen=True)
class AreaOpinions:
    """The summaries of one area, by whom they are about; `number` is None for those of no area."""

    number: int | None
    team: tuple[Said, ...]
    members: tuple[Said, ...]
    others: tuple[Said, ...]


def by_area(project: Project) -> tuple[AreaOpinions, ...]:
    """What the summaries say, area by area; an area of which nothing was said is left out."""
    members = project.meeting.member_names
    every = [one for one in merged(project) if one.text]
    return tuple(
        AreaOpinions(
            number=number,
            team=tuple(one for one in every if one.area == number and one.about == TEAM),
            members=tuple(one for one in every if one.area == number and one.about in members),
            others=tuple(one for one in every if one.area == number and one.about not in (TEAM, *members)),
        )
        for number in dict.fromkeys(one.area for one in every)
    )


def _summaries(project: Project) -> dict[str, Summary]:
    """The summaries by their ids; of two with one the first."""
    return {summary.id: summary for summary in reversed(project.summaries) if summary.id}


def _single(opinion: Opinion, project: Project) -> Said:
    return Said(_area_of(opinion, project), opinion.about, opinion.text, (opinion,))


def _area_of(opinion: Opinion, project: Project) -> int | None:
    summary = _summaries(project).get(opinion.merged_into)
    return _known(opinion.area or (summary.area if summary else None), project)


def _known(area: int | None, project: Project) -> int | None:
    return area if area in range(1, project.preset.area_count + 1) else None


def _by_area(found: Iterable[Said]) -> tuple[Said, ...]:
    return tuple(sorted(found, key=lambda one: (one.area is None, one.area or 0)))
