"""What is there and what is not: documents that are missing, and documents that cannot be told apart from it.

A file that cannot be read counts as present, and a document with a mistyped name (MZ010) may be the missing one: the
cause speaks, its echo is silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh.model.criticism import Criticism
from mzsh.model.examination import Outline, Statement
from mzsh.model.kinds import FIXED_FILES
from mzsh.model.place import Source
from mzsh.model.project import Project
from mzsh.model.record import Document, Record
from mzsh.model.rectification import Rectification
from mzsh.model.talks import TalkRecord, TalkRegister
from mzsh.model.values import TEAM
from mzsh.planning.duties import RequiredTalk, required_plans, required_talks
from mzsh.workspace.fields import fields_of
from mzsh.workspace.reading import KIND_KEYS

_FOLDER_KINDS = {
    "01": "方案",
    "02": "学习研讨",
    "04": "谈话记录",
    "05": "班子材料",
    "06": "发言提纲",
    "07": "批评意见",
    "08": "会议记录",
    "09": "报告",
    "10": "整改清单",
}

_ALSO_HOLDS = {
    "报告": frozenset({"专题报告", "情况通报"}),
    "整改清单": frozenset({"双重组织生活"}),
}
"""What else a folder holds, where a file that cannot be read does not say its kind."""


def may_be_unreadable(project: Project, kinds: tuple[type[Document], ...], *names: str) -> bool:
    """Whether a file that could not be read may be of one of the kinds and by or between the names."""
    wanted = {kind.names[0] for kind in kinds}
    wanted |= {folder for folder, held in _ALSO_HOLDS.items() if held & wanted}
    known = frozenset(project.meeting.member_names)
    return any(presumed_kind(s) in wanted and _may_be_of(s, names, known) for s in project.unreadable)


def presumed_kind(source: Source) -> str:
    """What an unreadable file says it is, else what its name or its folder tells; empty where none does."""
    folder = re.match(r"(\d\d)\D", source.path)
    name = source.path.rsplit("/", 1)[-1]
    if not source.kind and name in FIXED_FILES:
        return FIXED_FILES[name].names[0]
    if not source.kind and folder and folder[1] == "03":
        return "意见建议" if "意见建议" in name else "征求意见"
    kind = source.kind or (_FOLDER_KINDS.get(folder[1], "") if folder else "")
    if kind == "谈话记录" and not source.is_markdown:
        return "谈话登记"
    return kind


_OWNER = re.compile(
    r"^[ \t-]*(?:姓名|批评人|主体|谈话人|谈话对象|member|critic|owner_body|talker|partner)\s*[:：]\s*(\S+)", re.M
)


def _may_be_of(source: Source, names: tuple[str, ...], known: frozenset[str]) -> bool:
    """By the names it says it is of, else by its file name, else by its text; a register may be of all."""
    if not source.text or not names or presumed_kind(source) == "谈话登记":
        return True
    said = set(_OWNER.findall(source.text))
    if said:
        return set(names) <= said
    stem = source.path.rsplit("/", 1)[-1]
    if any(name in stem for name in known):
        return all(name in stem for name in names)
    mentioned = {name for name in known if name in source.text}
    return all(name in source.text for name in names) and len(mentioned) <= len(names) + 1


def missing_examinations(project: Project) -> Iterator[tuple[str, Record, str]]:
    """Owners (班子 or a member) without a statement or outline, with the record and field to report at."""
    meeting = project.meeting
    if not project.statements and not may_be_unreadable(project, (Statement,)):
        yield TEAM, meeting, "group"
    missing = [m for m in meeting.members if m.name and project.outline(m.name) is None]
    strays = [o for o in project.outlines if o.member not in meeting.member_names]
    for member in missing:
        if len(strays) < len(missing) and not may_be_unreadable(project, (Outline,), member.name):
            yield member.name, member, "name"


def missing_talks(project: Project) -> Iterator[RequiredTalk]:
    """Required pairs that have not talked (四必谈 of the scope)."""
    for required in required_talks(project.meeting, project.profile):
        pair = (required.first.name, required.partner)
        if project.talks.between(*pair) or _stray_talk(project, pair):
            continue
        if not may_be_unreadable(project, (TalkRecord, TalkRegister), *pair):
            yield required


def _stray_talk(project: Project, pair: tuple[str, str]) -> bool:
    """Whether a talk of one of the two names nobody else who is known: it may be theirs."""
    from mzsh.planning.identity import talk_partners

    known = talk_partners(project.meeting)
    for talk in project.talks.held:
        others = talk.pair - known
        if (others and talk.pair & set(pair)) or (len(talk.pair) == 1 and talk.pair <= set(pair)):
            return True
    return False


def missing_plans(project: Project) -> Iterator[tuple[str, Record, str]]:
    """Owners without a rectification list (n+1 expected), with the record and field to report at."""
    meeting = project.meeting
    owners = required_plans(meeting)
    missing = [owner for owner in owners if project.rectification(owner) is None]
    strays = [plan for plan in project.rectifications if plan.owner_body not in owners]
    for owner in missing:
        if len(strays) >= len(missing) or may_be_unreadable(project, (Rectification,), owner):
            continue
        member = meeting.member(owner)
        yield (owner, member, "name") if member else (owner, meeting, "group")


def may_be_mistyped(record: Record, field: str) -> bool:
    """Whether a field that is not there may stand under a key that MZ005 does not know, or was refused (MZ007)."""
    if field in record.at.refused:
        return True
    known = fields_of(type(record))
    unknown = any(key.text not in known and key.text not in KIND_KEYS for key, _ in record.at.node.pairs)
    return unknown and field not in record.at.entries


def criticism_file(project: Project, critic: str) -> Criticism | None:
    """The file in which a member's criticisms stand, stubs too."""
    return next((document for document in project.of(Criticism) if document.critic == critic), None)
