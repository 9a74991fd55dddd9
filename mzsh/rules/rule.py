"""What a rule is: a function, and what is said of it. Nothing registers itself; `collect` walks the folder.

Rules of other packages (`extensions`) are rules like any other; their ids have a prefix of their own.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, get_type_hints

from mzsh.discovery import described
from mzsh.errors import MzshError
from mzsh.model.remark import Remark
from mzsh.model.text import plain

if TYPE_CHECKING:
    from mzsh.rules.extensions import Broken, Extensions

ATTRIBUTE = "__mzsh_rule__"
"""Where the decorator puts a rule's description on its function."""
RuleFunction = Callable[..., Iterator[Remark]]
Default = Literal["错误", "警告", "提示"]


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
    severity: Default | None = None
    """The default of a package's own rule; ours stand in one table (`severity.py`)."""
    package: str = ""
    """The package that a rule comes from; empty for ours."""

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
    identifier: str,
    title: str,
    *,
    clauses: tuple[str, ...] = (),
    example: Example | tuple[Example, ...] = (),
    severity: Default | None = None,
) -> Callable[[RuleFunction], RuleFunction]:
    """Describe a function as a rule; the docstring explains it to a secretary, in Chinese.

    `severity` is for the rules of other packages: how loud they speak by default (错误 where it is not said).
    """
    examples = (example,) if isinstance(example, Example) else example

    def attach(function: RuleFunction) -> RuleFunction:
        described = Rule(identifier, title, clauses, examples, function, severity)
        setattr(function, ATTRIBUTE, described)
        return function

    return attach


@lru_cache(maxsize=1)
def collect() -> tuple[Rule, ...]:
    """All rules, by their ids: those of this folder, then those of other packages."""
    return (*_ours(), *_extensions().rules)


def broken() -> tuple[Broken, ...]:
    """What of other packages cannot be used."""
    return _extensions().broken


@lru_cache(maxsize=1)
def _ours() -> tuple[Rule, ...]:
    found = described("mzsh.rules", ATTRIBUTE, Rule)
    return tuple(sorted(found, key=lambda one: one.id))


@lru_cache(maxsize=1)
def _extensions() -> Extensions:
    from mzsh.rules.extensions import extensions

    return extensions(one.id for one in _ours())


def named(typed: str) -> Rule | None:
    """The rule of an id as a person types it: MZ301, mz301, 301, LJ001."""
    wanted = plain(typed).upper()
    ids = (wanted, f"MZ{wanted.removeprefix('MZ').zfill(3)}")
    return next((rule for rule in collect() if rule.id in ids), None)


def require_rules(beginnings: Iterable[str]) -> None:
    """MzshError where an id, or the beginning of one, names no rule: nothing checked is not "passed"."""
    for one in beginnings:
        if not one or not any(rule.id.startswith(one) for rule in collect()):
            raise MzshError(f"没有“{one}”这条规则", hint="mzsh rules 看全部规则")
