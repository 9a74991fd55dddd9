"""Entries: required fields, names, ids and placeholders, each within one document or between two (MZ0xx)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from mzsh.model.criticism import Criticism
from mzsh.model.examination import Examination
from mzsh.model.meeting import Meeting
from mzsh.model.minutes import Minutes
from mzsh.model.papers import Paperwork
from mzsh.model.place import Node, Span
from mzsh.model.project import Project
from mzsh.model.record import Document, Record
from mzsh.model.remark import Remark
from mzsh.model.talks import TalkRecord, TalkRegister, TalkRow
from mzsh.planning.completeness import document_clause, lacks_secretary, missing_fields
from mzsh.planning.identity import Owned, identifiers, misspelt_members, named_fields, single_documents
from mzsh.planning.schedule import Schedule
from mzsh.rules.rule import Example, rule


@rule(
    "MZ006",
    "缺必填项",
    example=Example("08-会议/会议记录.md", good="主持: 张卫国\n记录: 方晓东", bad="主持: 张卫国", hits=("",)),
)
def missing_required(document: Document) -> Iterator[Remark]:
    """这类材料必须写明的一项没有写。〔待填〕在到期之前只算未办事项，不算差错。"""
    for missing in missing_fields(document):
        record = missing.record
        if missing.placeholder:
            if not (placeholder_is_fault(document) or _is_held_row(missing.record)):
                yield record.remark_key(
                    missing.name,
                    f"“{missing.chinese}”还是〔待填〕",
                    absent=True,
                    about=missing.chinese,
                    clauses=(missing.clause,),
                )
        else:
            message = f"{missing.owner}缺“{missing.chinese}”"
            yield record.remark(missing.name, message, hint=missing.hint, about=missing.chinese)
    if isinstance(document, Meeting) and lacks_secretary(document):
        hint = "在书记那一行写“角色: 书记”"
        yield document.remark_key("members", "名册里没有写谁是书记", hint=hint, about="书记")


@rule(
    "MZ010",
    "名册上没有这个人",
    example=Example(
        "07-批评意见/李明.md", good="对象: 王芳\n    方面: 4", bad="对象: 王方\n    方面: 4", hits=("对象: 王方",)
    ),
)
def name_not_on_roster(project: Project) -> Iterator[Remark]:
    """材料里写的成员姓名须与 会议.yml 的名册一致，错一个字就对不上号。谈话对象还可以是分管单位负责人和支部代表。"""
    unknown = [named for d in project.documents for named in named_fields(d, project.meeting) if not named.is_known]
    nameless = sum(not member.name for member in project.meeting.members)
    if len({named.name for named in unknown}) <= nameless:
        return
    misspelt = misspelt_members(project, unknown)
    for member, name in misspelt.items():
        message = f"名册里写“{member}”，别处都写“{name}”"
        row = project.meeting.member(member)
        if row is not None:
            yield row.remark("name", message)
    for named in unknown:
        if named.name in misspelt.values():
            continue
        close = difflib.get_close_matches(named.name, sorted(named.allowed), 1, 0.5)
        hint = f"是不是“{close[0]}”？" if close else "请核对姓名，或先把他写进 会议.yml 的名册"
        where = "名册" if named.roster_only else "名册、分管单位负责人和支部代表"
        span = named.record.at.span(named.field, named.index)
        quote = named.record.at.source.quote(span)
        message = f"{where}里没有“{named.name}”"
        yield Remark(path=named.record.path, span=span, message=message, hint=hint, quote=quote)


@rule(
    "MZ013",
    "同一件事有两份",
    example=Example(
        "10-整改/李明.yml", good="编号: 整-李明-2", bad="编号: 整-李明-1", hits=("编号: 整-李明-1\n    问题: 难筹的钱",)
    ),
)
def two_for_one(project: Project) -> Iterator[Remark]:
    """一名成员只能有一份提纲、一份批评意见、一份整改清单，一个编号只能用一次；有两份就不知道以哪份为准。"""
    seen: set[str] = set()
    for member in project.meeting.members:
        if member.name in seen:
            yield member.remark("name", f"名册里“{member.name}”写了两次", hint="同名的请加注，如 李明（甲）")
        seen |= {member.name} - {""}
    for second in [member for member in project.meeting.members if member.is_secretary][1:]:
        yield second.remark("role", "名册里写了两个书记", hint="只留一个，副书记是成员", about=second.name)
    for group in single_documents(project):
        for later in group[1:]:
            yield _second(later, group[0])
    for known in identifiers(project):
        origin = known[0]
        line = origin.record.at.span(origin.field).line
        for entry in known[1:]:
            message = f"编号“{entry.id}”用了两次，另一处在 {origin.record.path} 第{line}行"
            yield entry.record.remark(
                entry.field, message, related=(origin.record.related(origin.field, "先用的一处"),)
            )


def _second(later: Owned, first: Owned) -> Remark:
    message = f"{later.label}有两份，另一份是 {first.document.path}"
    return later.document.remark_file(message, hint="只留一份，另一份移到工作文件夹之外", about=later.label)


_PLACEHOLDER = re.compile(r"〔待填〕|TODO|×{2,}|(?<![A-Za-z0-9])[Xx]{2,4}(?![A-Za-z0-9])")


@rule(
    "MZ014",
    "留有占位符",
    example=Example(
        "06-发言提纲/李明.md",
        good="汛前检查只听汇报。5月12日我带队检查",
        bad="汛前检查只听汇报。XX月12日我带队检查",
        hits=("汛前检查只听汇报。XX月",),
    ),
)
def placeholder_left(document: Document, schedule: Schedule) -> Iterator[Remark]:
    """报送以后的材料里不能再有 XX、××、〔待填〕、TODO 这样的占位符；会议记录、报告、通报到期以后，正文里也不能有。"""
    if placeholder_is_fault(document):
        passages = [*_scalars(document.at.node), *_paragraphs(document)]
    elif isinstance(document, (Minutes, Paperwork)):
        passages = [*_paragraphs(document)] if schedule.is_due(document_clause(document)) else []
    else:
        rows = document.items if isinstance(document, TalkRegister) else ()
        passages = [passage for row in rows if _is_held_row(row) for passage in _scalars(row.at.node)]
    for span, text in passages:
        for match in _PLACEHOLDER.finditer(text):
            place = document.source.locate(match[0], span)
            around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
            message, quote = f"还留着占位符“{match[0]}”", document.source.quote(place)
            yield Remark(path=document.path, span=place, message=message, quote=quote, key=around)


_AROUND = 8
"""Characters on either side by which one placeholder is told from another."""


def placeholder_is_fault(document: Document) -> bool:
    """Whether the document is past 草稿; talks and criticisms have no 状态 and count as 已报送."""
    if isinstance(document, Examination):
        return not document.is_draft
    return isinstance(document, (TalkRecord, Criticism))


def _is_held_row(record: Record) -> bool:
    """Whether this is a row of the register with its day: such a talk has taken place."""
    return isinstance(record, TalkRow) and not record.is_planned


def _scalars(root: Node) -> Iterable[tuple[Span, str]]:
    queue = [root]
    while queue:
        node = queue.pop()
        queue.extend(node.items)
        queue.extend(value for _, value in node.pairs)
        if node.kind == "scalar" and _PLACEHOLDER.search(node.text):
            yield node.span, node.text


def _paragraphs(document: Document) -> Iterable[tuple[Span, str]]:
    for section in document.body.sections:
        if section.level:
            yield Span(section.line, 1, section.line, 1), section.title
        for paragraph in section.paragraphs:
            yield Span(paragraph.line, paragraph.column, paragraph.line, paragraph.column), paragraph.text
