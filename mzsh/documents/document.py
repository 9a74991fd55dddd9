"""What an official document is: a function and what is said of it. Nothing registers itself; `collect` walks here."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, get_type_hints

from mzsh.discovery import described
from mzsh.documents.needs import Need
from mzsh.documents.paper import Paper
from mzsh.errors import MzshError
from mzsh.model.meeting import Meeting
from mzsh.model.values import TEAM
from mzsh.planning.clauses import STAGES, Stage

_ATTRIBUTE = "__mzsh_document__"


@dataclass(frozen=True)
class Context:
    """What one document says: the values for its template, and what the paper carries around the text."""

    values: Mapping[str, object]
    paper: Paper = field(default_factory=Paper)


DocumentFunction = Callable[..., Context]
OnePer = Literal["member", "owner"]


@dataclass(frozen=True)
class OfficialDocument:
    """A document (文书) as rendering, the catalogue and the tests see it."""

    id: str
    name: str
    stage: Stage
    landscape: bool
    one_per: OnePer | None
    needs: tuple[Need, ...]
    function: DocumentFunction

    @property
    def explanation(self) -> str:
        """The docstring: what the document is for, for a secretary (Chinese)."""
        return inspect.getdoc(self.function) or ""

    @property
    def template(self) -> str:
        """The template that does the wording."""
        return f"{self.id}.md.j2"

    @property
    def parameters(self) -> dict[str, Any]:
        """What the document reads, by parameter name."""
        hints = get_type_hints(self.function)
        hints.pop("return", None)
        return hints

    def subjects(self, meeting: Meeting) -> tuple[str, ...]:
        """Whom the document is made for: the members, the team and the members, or nobody in particular."""
        if self.one_per is None:
            return ("",)
        return (TEAM, *meeting.member_names) if self.one_per == "owner" else meeting.member_names


def document(
    identifier: str,
    name: str,
    *,
    stage: Stage,
    landscape: bool = False,
    one_per: OnePer | None = None,
    needs: tuple[Need, ...] = (),
) -> Callable[[DocumentFunction], DocumentFunction]:
    """Describe a function as a document; the docstring explains it to a secretary, in Chinese."""

    def attach(function: DocumentFunction) -> DocumentFunction:
        described = OfficialDocument(identifier, name, stage, landscape, one_per, needs, function)
        setattr(function, _ATTRIBUTE, described)
        return function

    return attach


@lru_cache(maxsize=1)
def collect() -> tuple[OfficialDocument, ...]:
    """All documents of this folder: by stage, those for one person last."""
    found = described("mzsh.documents", _ATTRIBUTE, OfficialDocument)
    return tuple(sorted(found, key=lambda one: (STAGES.index(one.stage), one.one_per is not None, one.id)))


def find(word: str) -> OfficialDocument:
    """The document of that id or Chinese name. MzshError where there is none."""
    known = {**{one.id: one for one in collect()}, **{one.name: one for one in collect()}}
    if word in known:
        return known[word]
    close = difflib.get_close_matches(word, known, 1, 0.4)
    listed = "、".join(f"{one.id} {one.name}" for one in collect())
    raise MzshError(f"没有“{word}”这种文书", hint=f"是不是“{close[0]}”？" if close else f"现有：{listed}")
