"""Which required fields (✱ of workspace.md) a document lacks, and which rule speaks of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mzsh.model.criticism import Criticism, CriticismItem
from mzsh.model.deadlines import Deadlines, Milestone
from mzsh.model.examination import Area, Outline, Statement
from mzsh.model.meeting import Basis, Meeting
from mzsh.model.minutes import Minutes
from mzsh.model.opinions import Opinions, Solicitation
from mzsh.model.papers import Circular, ReportPaper
from mzsh.model.place import PLACEHOLDER, Node
from mzsh.model.record import Document, Record
from mzsh.model.rectification import Item, LastYear, Rectification
from mzsh.model.study import Study
from mzsh.model.talks import Talk, TalkRecord, TalkRegister, TalkRow
from mzsh.workspace.fields import fields_of

_SPOKEN_FOR: Mapping[type[Record], frozenset[str]] = {
    Outline: frozenset({"areas", "avoids", "self_written"}),
    Statement: frozenset({"areas", "avoids"}),
    Area: frozenset({"problems"}),
    TalkRecord: frozenset({"avoids"}),
    TalkRow: frozenset({"avoids", "topics", "date"}),
    CriticismItem: frozenset({"problem", "example"}),
    Basis: frozenset({"notice"}),
    Milestone: frozenset({"owner"}),
    Item: frozenset({"refs"}),
}
"""Fields whose absence another rule names (101–103, 106–107, 302, 308, 502, 508, 608, 703)."""

_CLAUSES: Mapping[type[Document], str] = {
    Meeting: "0-basis",
    Deadlines: "1-position",
    Study: "3.1-group",
    Solicitation: "3.2-letter",
    Opinions: "3.2-deadline",
    TalkRecord: "3.3-scope1",
    TalkRegister: "3.3-scope1",
    Statement: "3.4-team-draft",
    Outline: "3.4-submit",
    Criticism: "4-ag3b",
    Minutes: "4-ag3a",
    Rectification: "5.2-list",
    ReportPaper: "5.1-report",
    Circular: "5.1-circulate",
}


@dataclass(frozen=True, slots=True)
class Missing:
    """A required field without a value; `placeholder` where it says 〔待填〕, which is no fault until it is due."""

    record: Record
    name: str
    chinese: str
    owner: str
    clause: str
    placeholder: bool
    hint: str = ""


def document_clause(document: Document) -> str:
    """The clause by which a kind of document is due."""
    return next((clause for kind, clause in _CLAUSES.items() if isinstance(document, kind)), "1-procedure")


def lacks_secretary(meeting: Meeting) -> bool:
    """Whether the roster is there and names no 书记 (角色), without whom neither talks nor agenda can be told."""
    known = all(member.at.knows("name", "role") for member in meeting.members)
    return known and len(meeting.member_names) > 1 and meeting.secretary is None and "members" not in meeting.at.refused


def missing_fields(document: Document) -> Iterator[Missing]:
    """All required fields that are missing and of which no other rule speaks."""
    clause = document_clause(document)
    for record, owner in _records(document, ""):
        spoken = next((names for kind, names in _SPOKEN_FOR.items() if isinstance(record, kind)), frozenset[str]())
        for info in dict.fromkeys(fields_of(type(record)).values()):
            if not info.required or info.name in record.at.refused or not _is_empty(record, info.name):
                continue
            pending = info.name in record.at.entries and _says_placeholder(record.at.entries[info.name][1])
            if not pending and (info.name in spoken or _wants_person(record, info.name)):
                continue
            yield Missing(record, info.name, info.chinese, owner, clause, pending)


def _wants_person(record: Record, name: str) -> bool:
    """Whether MZ111 speaks of it: what must be coordinated needs a 责任人 by name."""
    return isinstance(record, Item) and name == "owner" and record.kind == "协调解决"


def _is_empty(record: Record, name: str) -> bool:
    """Whether a field was not typed, or as nothing: no value, blanks, an empty list, a list of 〔待填〕."""
    if not record.at.has(name):
        return True
    value = getattr(record, name)
    return value == () or (isinstance(value, str) and not value.strip())


def _says_placeholder(node: Node) -> bool:
    return node.text.strip() == PLACEHOLDER or any(map(_says_placeholder, node.items))


def _records(record: Record, owner: str) -> Iterator[tuple[Record, str]]:
    """A record and those in it that were typed, with what to call each; planned talks and stubs count as absent."""
    if isinstance(record, (Talk, CriticismItem)) and not isinstance(record, Document) and _is_absent(record):
        return
    yield record, owner
    for info in dict.fromkeys(fields_of(type(record)).values()):
        if info.shape.record is None or isinstance(record, LastYear):
            continue
        value = getattr(record, info.name)
        if isinstance(value, Record):
            if info.name in record.at.entries:
                yield from _records(value, f"“{info.chinese}”")
        elif isinstance(value, tuple):
            for number, item in enumerate(value, 1):
                yield from _records(item, f"“{info.chinese}”第{number}项")


def _is_absent(record: Talk | CriticismItem) -> bool:
    return record.is_planned if isinstance(record, Talk) else record.is_stub
