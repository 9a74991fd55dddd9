"""Nothing lost, nothing from nowhere: problems, criticisms and opinions, and the items of rectification (5.2-list)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mzsh.model.opinions import Opinion, Opinions, Summary
from mzsh.model.project import Project
from mzsh.model.record import Record
from mzsh.model.rectification import Item
from mzsh.model.values import TEAM
from mzsh.planning.areas import doubtful_areas
from mzsh.planning.identity import doubled_ids
from mzsh.planning.presence import missing_plans, presumed_kind

_HOLDS_IDS = frozenset({"", "班子材料", "发言提纲", "批评意见", "意见建议", "上年整改", "上级指出问题"})
"""Kinds that hold what 来源 names; of a file that cannot be read and says no kind, it may be one of them."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that must end in an item: a problem, a criticism, a summary or an opinion that stands alone."""

    id: str
    label: str
    owner: str
    """Whose list should hold it: 班子 or a member."""
    record: Record
    field: str
    area: int | None = None
    """The area of a problem: where it is doubtful (MZ101), so is the problem's id."""
    text: str = ""
    """What is to be put right, in the words of the record."""
    about_area: int | None = None


def concerns(project: Project) -> Iterator[Concern]:
    """All that must be put right."""
    yield from _problems(project)
    yield from _criticisms(project)
    yield from _opinions(project)


def _problems(project: Project) -> Iterator[Concern]:
    for numbered in project.problems():
        text = numbered.problem.summary
        if numbered.area is None and not numbered.problem.given_id:
            continue
        yield Concern(
            numbered.id,
            f"问题“{text}”",
            numbered.owner,
            numbered.problem,
            "summary",
            area=numbered.area,
            text=text,
            about_area=numbered.area,
        )


def _criticisms(project: Project) -> Iterator[Concern]:
    """Criticisms whose giver is known; of a mistyped giver MZ010 speaks."""
    members = set(project.meeting.member_names)
    for criticism in project.criticisms:
        item = criticism.item
        if criticism.critic in members and item.about != criticism.critic:
            label = f"{criticism.critic}对{item.about}的批评"
            yield Concern(criticism.id, label, item.about, item, "problem", text=item.problem, about_area=item.area)


def _opinions(project: Project) -> Iterator[Concern]:
    """Summaries that do not end in an explanation; of opinions and summaries without the other MZ403 speaks."""
    owners = {TEAM, *project.meeting.member_names}
    used = {opinion.merged_into for opinion in project.opinions if opinion.merged_into}
    for summary in project.summaries:
        if summary.id in used and not summary.ends_here and summary.about in owners:
            label = f"归并意见{summary.id}"
            yield Concern(summary.id, label, summary.about, summary, "id", text=summary.text, about_area=summary.area)


def unanswered(project: Project) -> Iterator[Concern]:
    """Concerns that no item names, where the owner has a list at all (else MZ704 speaks).

    Where a list names something unknown, the nearest of them is what was meant: the link that points there is
    reported, not both of its ends. So it is with an item that names nothing.
    """
    named = _covered(project)
    without_list = {owner for owner, _, _ in missing_plans(project)}
    lists = {plan.owner_body for plan in project.rectifications if not plan.source.has_doubled_keys}
    open_concerns = [
        concern
        for concern in concerns(project)
        if concern.id not in named and concern.owner in lists and concern.owner not in without_list
        if not _is_spoken_for(project, concern)
    ]
    for unknown in unknown_refs(project):
        meant = nearest(unknown.ref, [concern.id for concern in open_concerns if concern.owner == unknown.owner])
        open_concerns = [concern for concern in open_concerns if concern.id != meant]
    return iter(open_concerns)


def _is_spoken_for(project: Project, concern: Concern) -> bool:
    """Whether another finding says it: a doubtful area (101), an opinion not merged (403), an item without 来源."""
    if concern.area and concern.area in _doubtful(project, concern.owner):
        return True
    if isinstance(concern.record, Opinion) and project.summaries:
        return True
    plan = project.rectification(concern.owner)
    unlinked = [item for item in plan.items if not item.refs] if plan else []
    return any(concern.area is None or item.area in (None, concern.area) for item in unlinked)


def nearest(ref: str, ids: list[str]) -> str:
    """The id that a mistyped one most resembles; empty where none does."""
    return next(iter(difflib.get_close_matches(ref, ids, 1, 0.6)), "")


def _doubtful(project: Project, owner: str) -> frozenset[int]:
    examination = project.examination(owner)
    return doubtful_areas(examination, project.preset) if examination else frozenset()


def _covered(project: Project) -> set[str]:
    """Ids that items name; a summary counts as named when all its opinions are, and an opinion with its summary."""
    named = {ref for _, item in project.rectification_items() for ref in item.refs}
    for summary in project.summaries:
        merged = [opinion.id for opinion in project.opinions if opinion.merged_into == summary.id]
        if merged and set(merged) <= named:
            named.add(summary.id)
    return named


def items_by_id(project: Project) -> Mapping[str, tuple[Item, ...]]:
    """The items that name each id in 来源, in the order of the lists; none for a summary whose way ends.

    It ends where the matter was passed on or explained (转办, 解释).
    """
    found: dict[str, list[Item]] = {}
    for _, item in project.rectification_items():
        for ref in dict.fromkeys(item.refs):
            found.setdefault(ref, []).append(item)
    ended: dict[str, tuple[Item, ...]] = {summary.id: () for summary in project.summaries if summary.ends_here}
    return {identifier: tuple(items) for identifier, items in found.items()} | ended


def items_for(opinion: Opinion, items_of: Mapping[str, tuple[Item, ...]]) -> tuple[Item, ...]:
    """The items in which an opinion ends, by its own id or its summary's; `items_of` is `items_by_id`."""
    if opinion.merged_into and items_of.get(opinion.merged_into) == ():
        return ()
    ids = dict.fromkeys(identifier for identifier in (opinion.id, opinion.merged_into) if identifier)
    found = {id(item): item for identifier in ids for item in items_of.get(identifier, ())}
    return tuple(found.values())


def known_ids(project: Project) -> frozenset[str]:
    """Every id that an item's 来源 may name."""
    ids = {identifier for e in project.examinations for _, identifier, _ in e.numbered()}
    ids |= {criticism.id for criticism in project.criticisms}
    named: tuple[Opinion | Summary, ...] = (*project.opinions, *project.summaries)
    ids |= {entry.id for entry in named}
    ids |= {issue.id for issues in project.superior_issues for issue in issues.items}
    ids |= {item.id for year in project.last_year for item in year.items}
    ids |= {opinion.merged_into for opinion in project.opinions}
    return frozenset(ids - {""})


@dataclass(frozen=True, slots=True)
class UnknownRef:
    """A 来源 of an item that names what is not there."""

    owner: str
    item: Item
    index: int

    @property
    def ref(self) -> str:
        """The id as typed."""
        return self.item.refs[self.index]


def unknown_refs(project: Project) -> tuple[UnknownRef, ...]:
    """All 来源 that name what is not there; echoes of other faults left out."""
    if any(presumed_kind(source) in _HOLDS_IDS for source in project.unreadable):
        return ()
    known = known_ids(project)
    found = tuple(
        UnknownRef(plan.owner_body, item, index)
        for plan, item in project.rectification_items()
        for index, ref in enumerate(item.refs)
        if ref not in known and not _is_echo(project, ref)
    )
    return found if len({unknown.ref for unknown in found}) > doubled_ids(project) else ()


def _is_echo(project: Project, ref: str) -> bool:
    """Whether the id is unknown because of something that another rule names.

    That is: an empty cell of criticisms (604), a mistyped name (010), an area that is missing or doubtful or a
    material that is not there (101, 102), a register of opinions that is not there (404).
    """
    first, _, rest = ref.partition("-")
    second = rest.partition("-")[0]
    names = set(project.meeting.member_names)
    if not project.of(Opinions) and first not in names and first != TEAM:
        return True
    if first in names and second in names:
        return not any(c.critic == first and c.item.about == second for c in project.criticisms)
    if first in names or first == TEAM:
        examination = project.examination(first)
        if examination is None:
            return True
        unread = any("area" in area.at.refused for area in examination.areas)
        return unread or (second.isdecimal() and int(second) in doubtful_areas(examination, project.preset))
    return False
