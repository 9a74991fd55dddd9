"""What an official document is: a function and what is said of it. Nothing registers itself; `collect` walks here."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, get_type_hints

from mzsh.discovery import described
from mzsh.documents.gate import Gate
from mzsh.documents.needs import Need
from mzsh.documents.paper import Paper
from mzsh.documents.subjects import OnePer
from mzsh.errors import MzshError
from mzsh.model.project import Project
from mzsh.model.settings import PAPERS
from mzsh.planning.clauses import STAGES, Stage
from mzsh.planning.schedule import Schedule

_ATTRIBUTE = "__mzsh_document__"


@dataclass(frozen=True)
class Context:
    """What one document says: the values for its template, and what the paper carries around the text."""

    values: Mapping[str, object]
    paper: Paper = field(default_factory=Paper)


DocumentFunction = Callable[..., Context]


@dataclass(frozen=True)
class OfficialDocument:
    """A document (文书) as rendering, the catalogue and the tests see it; two may share an id, never a name."""

    id: str
    name: str
    stage: Stage
    landscape: bool
    one_per: OnePer | None
    needs: tuple[Need, ...]
    gate: Gate | None
    template: str
    function: DocumentFunction

    @property
    def explanation(self) -> str:
        """The docstring: what the document is for, for a secretary (Chinese)."""
        return inspect.getdoc(self.function) or ""

    @property
    def parameters(self) -> dict[str, Any]:
        """What the document reads, by parameter name."""
        hints = get_type_hints(self.function)
        hints.pop("return", None)
        return hints

    def subjects(self, project: Project, schedule: Schedule) -> tuple[str, ...]:
        """For whom the document is made: each in turn, or nobody in particular."""
        return ("",) if self.one_per is None else self.one_per.find(project, schedule)


def document(
    identifier: str,
    name: str,
    *,
    stage: Stage,
    landscape: bool = False,
    one_per: OnePer | None = None,
    needs: tuple[Need, ...] = (),
    gate: Gate | None = None,
    template: str = "",
) -> Callable[[DocumentFunction], DocumentFunction]:
    """Describe a function as a document; the docstring explains it to a secretary, in Chinese.

    `template` is the file in templates/documents/ without `.md.j2`, by default the id.
    """

    def attach(function: DocumentFunction) -> DocumentFunction:
        file = f"{template or identifier}.md.j2"
        described = OfficialDocument(identifier, name, stage, landscape, one_per, needs, gate, file, function)
        setattr(function, _ATTRIBUTE, described)
        return function

    return attach


@lru_cache(maxsize=1)
def collect() -> tuple[OfficialDocument, ...]:
    """All documents of this folder, in the order in which a meeting needs them."""
    order = list(PAPERS)
    found = described("mzsh.documents", _ATTRIBUTE, OfficialDocument)
    return tuple(sorted(found, key=lambda one: (STAGES.index(one.stage), order.index(one.id), one.one_per is not None)))


def find(word: str) -> tuple[OfficialDocument, ...]:
    """The documents of that id, or the one of that Chinese name. MzshError where there is none."""
    found = tuple(one for one in collect() if word in (one.id, one.name))
    if found:
        return found
    known = [word for one in collect() for word in (one.id, one.name)]
    close = difflib.get_close_matches(word, known, 1, 0.4)
    raise MzshError(
        f"没有“{word}”这种文书", hint=f"是不是“{close[0]}”？" if close else "看看有哪些：mzsh render --list"
    )
