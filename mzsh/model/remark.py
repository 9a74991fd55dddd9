"""What a rule says about one place of the workspace, before anyone has decided how loud it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from mzsh.model.place import WHOLE_FILE, Edit, Span

Loudest: TypeAlias = Literal["错误", "警告", "提示"]


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a remark speaks of."""

    path: str
    span: Span
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A place, what is wrong there (Chinese, short), what to do, and the passage.

    `absent` marks a remark about something that does not exist yet: it stays an open item until its clause is due.
    `clauses` narrows the clauses of the rule to those that this remark is about. `loudest` keeps a remark below the
    rule's own severity, where one rule says a thing that is wrong and a thing that is only worth a look. `edits` put
    it right, where there is one right form. `key` stands in place of the passage in the fingerprint, where the passage
    does not say which of several remarks this is: a file as a whole, or one name at which several others are missed.
    """

    path: str
    span: Span = WHOLE_FILE
    message: str
    hint: str = ""
    quote: str = ""
    key: str = ""
    absent: bool = False
    fixable: bool = False
    edits: tuple[Edit, ...] = ()
    clauses: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    loudest: Loudest = "错误"

    @property
    def known_by(self) -> str:
        """What a baseline knows the remark by: its key, else the passage."""
        return self.key or self.quote
