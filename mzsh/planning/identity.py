"""Who and what the documents name: members by their fields, documents by their owners, entries by their ids."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mzsh.model.criticism import Criticism
from mzsh.model.examination import Examination, Outline
from mzsh.model.meeting import Meeting
from mzsh.model.minutes import Minutes
from mzsh.model.opinions import Opinions, Solicitation
from mzsh.model.papers import Circular, DueExplanations, ReportPaper, Reviews
from mzsh.model.project import Project
from mzsh.model.record import Document, Record
from mzsh.model.rectification import DualLife, Rectification
from mzsh.model.study import Study
from mzsh.model.talks import Talk, TalkRecord, TalkRegister
from mzsh.model.values import TEAM
from mzsh.planning.areas import doubtful_areas


@dataclass(frozen=True, slots=True)
class NamedField:
    """A field that names a member, and the names that may stand there."""

    record: Record
    field: str
    name: str
    allowed: frozenset[str]
    index: int | None = None
    roster_only: bool = True

    @property
    def is_known(self) -> bool:
        """Whether the name may stand there."""
        return self.name in self.allowed


def named_fields(document: Document, meeting: Meeting) -> Iterator[NamedField]:
    """The fields that must name a member (rules.md: not 责任人, 牵头, 记录, 核验人, 批准, 列席, 督导)."""
    members = frozenset(meeting.member_names)
    if not members:
        return
    for record, field in _single_names(document, meeting):
        name = getattr(record, field)
        if name and not (field in ("owner_body", "about") and name in (TEAM, "其他")):
            yield NamedField(record, field, name, members | _observers(meeting, document))
    for record, field in _name_lists(document):
        for index, name in enumerate(getattr(record, field)):
            yield NamedField(record, field, name, members | _observers(meeting, document), index)
    yield from _talk_names(document, meeting, members)


def _observers(meeting: Meeting, document: Document) -> frozenset[str]:
    """Those who sit in may have studied with the team; they are not 出席 in the minutes."""
    named = frozenset(observer.name for observer in meeting.observers) if isinstance(document, Study) else frozenset()
    return named


def _single_names(document: Document, meeting: Meeting) -> Iterable[tuple[Record, str]]:
    if isinstance(document, Outline) and document.year in (None, meeting.year):
        yield document, "member"
    elif isinstance(document, Criticism):
        yield document, "critic"
        yield from ((item, "about") for item in document.items)
    elif isinstance(document, Study):
        yield document, "chair"
    elif isinstance(document, Minutes):
        yield document, "chair"
        yield from ((absence, "name") for absence in document.absent)
        for pair in document.criticisms.pairs:
            yield from ((pair, "critic"), (pair, "about"))
    elif isinstance(document, Solicitation):
        yield from ((hearing, "member") for hearing in document.listened)
    elif isinstance(document, Opinions):
        yield from ((opinion, "about") for opinion in document.items)
        yield from ((summary, "about") for summary in document.summaries)
        yield from ((feedback, "member") for feedback in document.feedback if feedback.member != TEAM)
    elif isinstance(document, Rectification):
        yield document, "owner_body"
    elif isinstance(document, (DualLife, DueExplanations)):
        yield from ((row, "name") for row in document.items)


def _name_lists(document: Document) -> Iterable[tuple[Record, str]]:
    if isinstance(document, (Minutes, Study)):
        yield from ((document, "attended"), (document, "speakers"))


def talk_partners(meeting: Meeting) -> frozenset[str]:
    """Everybody whom a member may talk with: members, heads of units in charge, branch delegates."""
    others = {charge.head for member in meeting.members for charge in member.in_charge}
    others |= {member.branch_delegate for member in meeting.members}
    return frozenset(others - {""}) | frozenset(meeting.member_names)


def _talk_names(document: Document, meeting: Meeting, members: frozenset[str]) -> Iterator[NamedField]:
    talks: Iterable[Talk] = ()
    if isinstance(document, TalkRecord):
        talks = (document,)
    elif isinstance(document, TalkRegister):
        talks = document.items
    partners = talk_partners(meeting)
    for talk in talks:
        if talk.talker and not (talk.talker in partners and talk.partner in members):
            yield NamedField(talk, "talker", talk.talker, members)
        if talk.partner and not _head_is_unread(meeting, talk.talker):
            yield NamedField(talk, "partner", talk.partner, partners, roster_only=False)


def _head_is_unread(meeting: Meeting, name: str) -> bool:
    """Whether a 负责人 or 支部代表 of a member stands in 会议.yml but could not be read: it may be the partner."""
    member = meeting.member(name)
    if member is None:
        return False
    unread = {"in_charge", "branch_delegate"} & member.at.refused
    return bool(unread) or any("head" in charge.at.refused for charge in member.in_charge)


def misspelt_members(project: Project, unknown: Sequence[NamedField]) -> dict[str, str]:
    """Names of the roster that nothing names, with the name that three files or more write instead.

    It is one that is like it, or, where one member alone is never named and one stranger alone so often, that one.
    """
    files: dict[str, set[str]] = {}
    for named in unknown:
        files.setdefault(named.name, set()).add(named.record.path)
    used = {n.name for d in project.documents for n in named_fields(d, project.meeting)}
    unused = [member for member in project.meeting.member_names if member not in used]
    often = [name for name, paths in files.items() if len(paths) >= _OFTEN]
    if len(unused) == len(often) == 1:
        return {unused[0]: often[0]}
    close = {member: difflib.get_close_matches(member, often, 1, 0.5) for member in unused}
    return {member: names[0] for member, names in close.items() if names}


_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Owned:
    """A document of which there may be one."""

    label: str
    document: Document


def single_documents(project: Project) -> Iterator[list[Owned]]:
    """Groups of documents that are for one thing, in the order of their paths; groups of one are left out."""
    groups: dict[tuple[str, str], list[Owned]] = {}
    for document in project.documents:
        if project.is_past(document) or document.is_stub:
            continue
        owner = _owner(document)
        if owner is not None:
            kind = document.names[0]
            label = f"{owner}的{kind}" if owner else kind
            groups.setdefault((kind, owner), []).append(Owned(label, document))
    return (group for group in groups.values() if len(group) > 1)


def is_doubled(project: Project, document: Document) -> bool:
    """Whether there is a second document for the same thing (MZ013): which of them counts is not known."""
    return any(document is owned.document for group in single_documents(project) for owned in group)


def _owner(document: Document) -> str | None:
    """Whose the document is; empty for the meeting's own; None where there may be several."""
    if isinstance(document, Examination):
        return document.owner or None
    if isinstance(document, Criticism):
        return document.critic or None
    if isinstance(document, Rectification):
        return document.owner_body or None
    return "" if isinstance(document, (Meeting, Minutes, ReportPaper, Circular, Reviews)) else None


@dataclass(frozen=True, slots=True)
class Identified:
    """An entry with an id that others refer to."""

    id: str
    record: Record
    field: str


def identifiers(project: Project) -> Iterator[list[Identified]]:
    """Groups of entries with the same id, in the order of their files; ids used once are left out."""
    for namespace in (list(_referable(project)), list(_items(project))):
        groups: dict[str, list[Identified]] = {}
        for entry in namespace:
            groups.setdefault(entry.id, []).append(entry)
        yield from (group for group in groups.values() if len(group) > 1)


def doubled_ids(project: Project) -> int:
    """How many entries share another's id (MZ013): as many ids that others refer to may be missing for it."""
    counts = Counter(entry.id for entry in _referable(project))
    return sum(count - 1 for count in counts.values())


def _referable(project: Project) -> Iterator[Identified]:
    """Problems, criticisms, opinions, summaries, superiors' issues: one namespace, for 来源 names them alike."""
    for problem in project.problems():
        if problem.problem.given_id or problem.area not in doubtful_areas(problem.document, project.preset):
            yield Identified(problem.id, problem.problem, "given_id")
    yield from (Identified(criticism.id, criticism.item, "given_id") for criticism in project.criticisms)
    yield from (Identified(opinion.id, opinion, "id") for opinion in project.opinions if opinion.id)
    yield from (Identified(summary.id, summary, "id") for summary in project.summaries if summary.id)
    for issues in project.superior_issues:
        yield from (Identified(issue.id, issue, "id") for issue in issues.items if issue.id)


def _items(project: Project) -> Iterator[Identified]:
    return (Identified(item.id, item, "id") for _, item in project.rectification_items() if item.id)
