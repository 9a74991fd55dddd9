"""What a rule is: a function, and what is said of it. Nothing registers itself; `collect` walks the folder."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_type_hints

from mzsh.model.remark import Remark

_ATTRIBUTE = "__mzsh_rule__"
RuleFunction = Callable[..., Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Example:
    """One good and one bad passage of a small complete meeting.

    In `file`, `good` stands once; written as `bad`, the rule speaks at each line that contains one of `hits` (a
    line of the same file, or `file:line text` of another), and nowhere else. With an empty `bad` and `good` the
    whole file is taken away. `also` are further replacements that the example needs.
    """

    file: str
    good: str = ""
    bad: str = ""
    hits: tuple[str, ...] = ()
    also: tuple[tuple[str, str, str], ...] = ()

    @property
    def removes_file(self) -> bool:
        """Whether the bad case is that the file is not there."""
        return not self.good and not self.bad


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the catalogue, `mzsh explain`, SARIF and the tests see it."""

    id: str
    title: str
    clauses: tuple[str, ...]
    examples: tuple[Example, ...]
    function: RuleFunction
    module: str

    @property
    def explanation(self) -> str:
        """The docstring: what the rule asks and why, for a secretary (Chinese)."""
        return inspect.getdoc(self.function) or ""

    @property
    def parameters(self) -> dict[str, Any]:
        """What the rule reads, by parameter name."""
        hints = get_type_hints(self.function)
        hints.pop("return", None)
        return hints

    @property
    def is_form(self) -> bool:
        """Whether this is a form rule, which speaks at full voice on drafts (MZ0xx without 006 and 014)."""
        return self.id.startswith("MZ0") and self.id not in ("MZ006", "MZ014")

    @property
    def is_content(self) -> bool:
        """Whether this is a rule about words (MZ2xx), which never becomes an error by itself."""
        return self.id.startswith("MZ2")


def rule(
    identifier: str, title: str, *, clauses: tuple[str, ...] = (), example: Example | tuple[Example, ...] = ()
) -> Callable[[RuleFunction], RuleFunction]:
    """Describe a function as a rule; the docstring explains it to a secretary, in Chinese."""
    examples = (example,) if isinstance(example, Example) else example

    def attach(function: RuleFunction) -> RuleFunction:
        described = Rule(identifier, title, clauses, examples, function, function.__module__)
        setattr(function, _ATTRIBUTE, described)
        return function

    return attach


@lru_cache(maxsize=1)
def collect() -> tuple[Rule, ...]:
    """All rules of this folder, by their ids."""
    import mzsh.rules as package

    found: list[Rule] = []
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        for value in vars(module).values():
            described = getattr(value, _ATTRIBUTE, None)
            if isinstance(described, Rule) and described.module == module.__name__:
                found.append(described)
    return tuple(sorted(found, key=lambda one: one.id))
