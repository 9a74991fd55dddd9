"""What is asked for: a document, and of whom."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count

from mzsh.documents.document import OfficialDocument, collect, find
from mzsh.errors import MzshError
from mzsh.model.project import Project
from mzsh.planning.schedule import Schedule

_LONGEST = 180
"""Bytes of a file's name, its ending left out; Linux takes 255."""
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class Request:
    """One document that is wanted; `subject` is whose it is (or of what), where there is one for each."""

    document: OfficialDocument
    subject: str = ""
    stem: str = ""

    @property
    def file_name(self) -> str:
        """The name of its file, without the ending."""
        return self.stem or _file_name(self.document.name, self.subject)

    @property
    def label(self) -> str:
        """李明的发言提纲, 征求意见函（市教育局党委）."""
        if not self.subject or self.document.one_per is None:
            return self.document.name
        owned = self.document.one_per.owned
        return f"{self.subject}的{self.document.name}" if owned else f"{self.document.name}（{self.subject}）"

    def concerns(self, project: Project, member: str) -> bool:
        """Whether it is a member's own, or of a talk that he had."""
        one_per = self.document.one_per
        return one_per is not None and member in one_per.people(project, self.subject)


def each(document: OfficialDocument, project: Project, schedule: Schedule) -> Iterator[Request]:
    """A document for everybody for whom it is made, each in a file of its own."""
    taken: set[str] = set()
    for subject in document.subjects(project, schedule):
        name = _file_name(document.name, subject)
        names = chain((name,), (f"{name}-{n}" for n in count(2)))
        free = next(one for one in names if _folded(one) not in taken)
        taken.add(_folded(free))
        yield Request(document, subject, free)


def _file_name(document: str, subject: str) -> str:
    """发言提纲-李明, without what no file system takes, and not too long for any."""
    name = _NOT_IN_NAMES.sub("_", f"{document}-{subject}" if subject else document).strip(". ")
    if len(name.encode()) <= _LONGEST:
        return name
    mark = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{name.encode()[: _LONGEST - 10].decode('utf-8', 'ignore')}…{mark}"


def _folded(name: str) -> str:
    """The name as a file system sees it that knows no capitals and one kind of Unicode."""
    return unicodedata.normalize("NFC", name).casefold()


def requests(
    project: Project, words: Iterable[str] = (), *, members: Sequence[str] = (), today: date | None = None
) -> tuple[Request, ...]:
    """Documents by id or Chinese name (none = all), each for whom it is made; `members` narrows these to some.

    A document of which there is none to make (nobody to be reminded) is left out, and refused where it was asked for
    by name. MzshError: that, an unknown document or member, members asked for where no document is made for each.
    """
    asked = tuple(dict.fromkeys(one for word in words for one in find(word)))
    chosen = asked or collect()
    names = project.meeting.member_names
    if unknown := [name for name in members if name not in names]:
        raise MzshError(f"名册里没有“{unknown[0]}”", hint=f"出席的有：{'、'.join(names) or '（会议.yml 里还没有填）'}")
    if members:
        chosen = tuple(one for one in chosen if one.one_per)
        if not chosen:
            raise MzshError("所要的文书不分人，不能用 --member", hint="去掉 --member 再试")
    schedule = Schedule(project, today or date.today())
    found = [request for one in chosen for request in each(one, project, schedule)]
    wanted = tuple(one for one in found if not members or any(one.concerns(project, name) for name in members))
    if asked and not wanted:
        raise MzshError(_nobody(chosen[0], members), hint="看看有哪些、还缺什么：mzsh render --list")
    return wanted


def _nobody(document: OfficialDocument, members: Sequence[str]) -> str:
    if members:
        return f"{'、'.join(members)}没有{document.name}可出"
    reason = document.one_per.nobody if document.one_per else ""
    return f"{reason}，出不了{document.name}"
