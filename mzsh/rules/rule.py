"""What a rule is: a function, and what is said of it. Nothing registers itself; `collect` walks the folder."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_type_hints

from mzsh.discovery import described
from mzsh.errors import MzshError
from mzsh.model.remark import Remark

_ATTRIBUTE = "__mzsh_rule__"
RuleFunction = Callable[..., Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Example:
    """One good and one bad passage of a small complete meeting.

    In `file`, `good` stands once; with `bad` in its place (or the file `removed`, or written in another `encoding`)
    the rule speaks at each place of `hits` and nowhere else, and no other rule speaks. A hit is the beginning of the
    passage in the same file, `file:passage` in another, or empty for a file as a whole.
    """

    file: str
    good: str = ""
    bad: str = ""
    removed: bool = False
    encoding: str = ""
    hits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the catalogue, `mzsh explain`, SARIF and the tests see it."""

    id: str
    title: str
    clauses: tuple[str, ...]
    examples: tuple[Example, ...]
    function: RuleFunction

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
        described = Rule(identifier, title, clauses, examples, function)
        setattr(function, _ATTRIBUTE, described)
        return function

    return attach


@lru_cache(maxsize=1)
def collect() -> tuple[Rule, ...]:
    """All rules of this folder, by their ids."""
    found = described("mzsh.rules", _ATTRIBUTE, Rule)
    return tuple(sorted(found, key=lambda one: one.id))


def require_rules(beginnings: Iterable[str]) -> None:
    """MzshError where an id, or the beginning of one, names no rule: nothing checked is not "passed"."""
    for one in beginnings:
        if not one or not any(rule.id.startswith(one) for rule in collect()):
            raise MzshError(f"没有“{one}”这条规则", hint="mzsh rules 看全部规则")
