"""Criticism at the meeting: everybody of everybody else, the secretary first (MZ604, 605, 608, clauses 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mzsh.model.criticism import Criticism, CriticismItem
from mzsh.model.meeting import Meeting
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.planning.attendance import absent_members
from mzsh.planning.duties import required_criticisms
from mzsh.planning.presence import criticism_file, may_be_unreadable
from mzsh.rules.rule import Example, rule


@rule(
    "MZ604",
    "批评不是逐一进行",
    clauses=("4-ag3b", "4-everyone"),
    example=Example(
        "07-批评意见/李明.md",
        good=(
            "  - 对象: 王芳\n    方面: 4\n    问题: 你办人才的事只顾自己稳妥，让人家来回跑。\n"
            "    事例: 2021年4月报到的12名医生，同一份证明补了三回，9月走了一名外科医生。\n"
            "    建议: 材料一次告知、一次收齐。\n    会前已沟通: true\n"
        ),
        bad="",
        hits=("意见:",),
    ),
)
def criticism_matrix(project: Project) -> Iterator[Remark]:
    """每名成员都要对其他每一名成员提出批评意见，n 名成员共 n×(n−1) 条，不能有空格。"""
    names = project.meeting.member_names
    for document in project.of(Criticism):
        for item in _of_himself(document) if document.critic in names else ():
            yield item.remark("about", f"{document.critic}批评的是本人，批评意见要写别人")
    yield from _empty_cells(project, [name for name in names if name != _leader(project.meeting)])


def _of_himself(document: Criticism) -> list[CriticismItem]:
    return [item for item in document.items if item.about == document.critic and not item.is_stub]


@rule(
    "MZ605",
    "书记没有带头",
    clauses=("4-lead",),
    example=Example(
        "08-会议/会议记录.md",
        good="发言顺序: [张卫国, 李明, 王芳]",
        bad="发言顺序: [李明, 张卫国, 王芳]",
        hits=("发言顺序: [李明",),
    ),
)
def secretary_leads(project: Project) -> Iterator[Remark]:
    """书记要第一个作自我批评，并对每一名成员提出批评意见，带头示范。"""
    leader, minutes = _leader(project.meeting), project.minutes
    if not leader:
        return
    if minutes is not None and leader in minutes.speakers:
        first = minutes.speakers[0]
        if first != leader and first in project.meeting.member_names:
            span = minutes.at.span("speakers", 0)
            message = f"第一个作自我批评的是{first}，应是书记{leader}"
            yield minutes.remark_at(span.line, span.column, message, length=len(first))
    yield from _empty_cells(project, [leader])


def _leader(meeting: Meeting) -> str:
    return meeting.secretary.name if meeting.secretary else ""


def _empty_cells(project: Project, critics: Sequence[str]) -> Iterator[Remark]:
    """Whom the critics left out, in their files and in the minutes where those list pairs."""
    absent = absent_members(project)
    cells = [cell for cell in required_criticisms(project.meeting) if not absent & set(cell)]
    written = {(criticism.critic, criticism.item.about) for criticism in project.criticisms}
    for critic in critics:
        empty = [about for giver, about in cells if giver == critic and (giver, about) not in written]
        if empty and not may_be_unreadable(project, (Criticism,), critic):
            yield from _of_file(project, critic, empty)
    yield from _of_minutes(project, critics, cells)


def _of_file(project: Project, critic: str, empty: Sequence[str]) -> Iterator[Remark]:
    document = criticism_file(project, critic)
    if document is None or document.is_stub:
        strays = [d for d in project.of(Criticism) if d.critic not in project.meeting.member_names and not d.is_stub]
        member = project.meeting.member(critic)
        if member is not None and not strays:
            hint = f"运行 mzsh new criticism {critic}"
            yield member.remark("name", f"还没有{critic}对其他成员的批评意见", hint=hint, absent=True)
        return
    if "items" in document.at.refused or document.source.has_doubled_keys:
        return
    strays_here = [item for item in document.items if item.about not in project.meeting.member_names]
    strays_here += _of_himself(document)
    if len(strays_here) < len(empty):
        for about in empty:
            yield document.remark_key("items", f"{critic}没有对{about}提出批评意见", absent=True, about=about)


def _of_minutes(project: Project, critics: Sequence[str], cells: Sequence[tuple[str, str]]) -> Iterator[Remark]:
    minutes = project.minutes
    if minutes is None or not minutes.criticisms.pairs:
        return
    members = set(project.meeting.member_names)
    pairs = [(pair.critic, pair.about) for pair in minutes.criticisms.pairs]
    strays = [pair for pair in pairs if not set(pair) <= members]
    missing = [cell for cell in cells if cell not in pairs]
    for giver, about in missing if len(missing) > len(strays) else ():
        if giver in critics:
            pair = f"{giver} {about}"
            yield minutes.remark_key("criticisms", f"会上{giver}没有批评{about}", absent=True, about=pair)


@rule(
    "MZ608",
    "批评意见没有问题或事例",
    clauses=("4-crit-direct", "4-zhengfeng"),
    example=Example(
        "07-批评意见/李明.md",
        good="    事例: 2021年4月报到的12名医生，同一份证明补了三回，9月走了一名外科医生。\n",
        bad="",
        hits=("对象: 王芳",),
    ),
)
def criticism_concrete(criticism: Criticism) -> Iterator[Remark]:
    """相互批评要直接点问题、摆事例：每一条都要写出问题，并有一个具体事例。"""
    for item in criticism.items:
        if item.is_stub:
            continue
        for field, chinese in (("problem", "问题"), ("example", "事例")):
            if item.at.knows(field) and not getattr(item, field):
                message = f"对{item.about or '（未写对象）'}的批评没有写{chinese}"
                yield item.remark(field, message, about=f"{item.about} {chinese}")
