"""材料修改意见单: which passages of his own papers a member may add to or change, for his office to hand to him."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import passages
from mzsh.documents.figures.passages import Spot
from mzsh.documents.needs import MEETING_NAME
from mzsh.documents.paper import paper_of
from mzsh.documents.rewording import advice
from mzsh.documents.subjects import MEMBER
from mzsh.model.criticism import Criticism
from mzsh.model.examination import Outline
from mzsh.model.examining import Reading
from mzsh.model.meeting import Meeting, Member
from mzsh.model.project import Project
from mzsh.model.talks import TalkRecord
from mzsh.planning.schedule import Schedule
from mzsh.rules.finding import Finding, Report

_AREA_MISSING = ("MZ101", "MZ102")


@dataclass(frozen=True, slots=True)
class _Note:
    """A passage and what is asked for there."""

    spot: Spot
    asked: str


@document("review-notes", "材料修改意见单", stage="会前", one_per=MEMBER, needs=(MEETING_NAME,))
def review_notes(
    project: Project, meeting: Meeting, schedule: Schedule, report: Report, member: Member, outline: Outline
) -> Context:
    """材料修改意见单，一人一份，可以送领导办公室：本人的发言提纲，和他写的批评意见、谈话记录里，哪一处请补充、修改什么。
    提纲附原文；批评意见和谈话只写位置，两个人说的话不抄给别人看。

    取自 mzsh check 发现的问题，改成商量的口气；不写规则编号、轻重和条数，不评分、不比较，不提别人的名字和材料。
    文件格式、审阅手续、登记上的问题由经办人处理，不写进去。没有要改的也出一份，写明未发现需要修改之处；没有交提纲的不出。"""
    groups = [
        ("个人发言提纲", _of_outline(report, project.reading(outline))),
        ("批评意见", _of_criticisms(report, project, member.name)),
        ("谈话记录", _of_talks(report, project, member.name)),
    ]
    paper = paper_of(project, "review-notes", by="organization", sealed=False)
    office = meeting.offices.organization
    if not paper.agency and office:
        paper = replace(paper, agency=office, date=schedule.today)
    return Context(
        {
            **of_the_meeting(project),
            "groups": [{"name": name, "rows": _rows(notes)} for name, notes in groups if notes],
        },
        replace(paper, addressee=f"{member.name}同志"),
    )


def _of_outline(report: Report, reading: Reading) -> list[_Note]:
    """What is asked for in the outline; an area that only its front matter lacks is the secretary's to enter."""
    found = (one for one in _at(report, reading.document.path) if not _is_told(one, reading))
    return _notes(found, partial(passages.in_outline, reading=reading))


def _is_told(finding: Finding, reading: Reading) -> bool:
    """Whether a finding misses an area that the body does tell."""
    told = (area for area in reading.areas if area.number and area.text)
    return finding.rule in _AREA_MISSING and any(f"第{area.number}方面" in finding.message for area in told)


def _of_criticisms(report: Report, project: Project, critic: str) -> list[_Note]:
    written = (one for one in project.of(Criticism) if one.critic == critic and not one.is_stub)
    return [
        note
        for criticism in written
        for note in _notes(_at(report, criticism.path), _unquoted(partial(passages.in_criticism, criticism=criticism)))
    ]


def _of_talks(report: Report, project: Project, talker: str) -> list[_Note]:
    written = (one for one in project.of(TalkRecord) if one.talker == talker and not one.is_stub)
    return [
        note
        for talk in written
        for note in _notes(_at(report, talk.path), _unquoted(partial(passages.in_talk, talk=talk)))
    ]


def _unquoted(locate: Callable[[Finding], Spot]) -> Callable[[Finding], Spot]:
    """The place without its words: what two people said to each other, and a criticism before it is made, are not for
    the office that gets the slip.
    """
    return lambda finding: replace(locate(finding), quote="")


def _at(report: Report, path: str) -> Iterable[Finding]:
    return (finding for finding in report.findings if finding.path == path)


def _notes(findings: Iterable[Finding], locate: Callable[[Finding], Spot]) -> list[_Note]:
    """What there is to ask, in the order of the paper."""
    asked = ((finding, advice(finding)) for finding in findings)
    return sorted((_Note(locate(finding), words) for finding, words in asked if words), key=lambda one: one.spot.order)


def _rows(notes: Iterable[_Note]) -> list[tuple[str, str, str]]:
    """位置 原文 需要补充或修改之处: what is asked of one passage together, each thing once."""
    rows: dict[tuple[str, str], dict[str, None]] = {}
    for note in notes:
        rows.setdefault((note.spot.label, note.spot.quote), {})[note.asked] = None
    return [(label, quote, "\n".join(asked)) for (label, quote), asked in rows.items()]
