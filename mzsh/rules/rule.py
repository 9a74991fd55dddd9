"""What a rule is: a function, and what is said of it. Nothing registers itself; `collect` walks the folder.

Rules of other packages (`extensions`) are rules like any other; their ids have a prefix of their own.
"""

from __future__ import annotations

import inspect
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from mzsh.discovery import described
from mzsh.errors import MzshError
from mzsh.model.remark import Loudest, Remark
from mzsh.model.text import plain

if TYPE_CHECKING:
    from mzsh.rules.extensions import Broken, Extensions

ATTRIBUTE = "__mzsh_rule__"
"""Where the decorator puts a rule's description on its function."""
RuleFunction = Callable[..., Iterator[Remark]]
DEFAULT_WORDS: tuple[Loudest, ...] = get_args(Loudest)
_DIGITS = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class Example:
    """One good and one bad passage of a small complete meeting.

    In `file`, `good` stands once; with `bad` in its place (or the file `removed`, or written in another `encoding`)
    the rule speaks at each place of `hits` and nowhere else, and no other rule speaks but those of `echoes`, which
    answer to the same edit by their nature. A hit is the beginning of the passage in the same file, `file:passage` in
    another, or empty for a file as a whole.
    """

    file: str
    good: str = ""
    bad: str = ""
    removed: bool = False
    encoding: str = ""
    hits: tuple[str, ...] = ()
    echoes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the catalogue, `mzsh explain`, SARIF and the tests see it."""

    id: str
    title: str
    clauses: tuple[str, ...]
    examples: tuple[Example, ...]
    function: RuleFunction
    severity: Loudest | None = None
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
    severity: Loudest | None = None,
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


def normal_id(typed: str) -> str:
    """An id, or the beginning of one, as a person types it (mz301, 301, ＭＺ3): MZ301, MZ3. LJ001 stays LJ001."""
    wanted = unicodedata.normalize("NFKC", typed).strip().upper()
    return f"MZ{wanted}" if _DIGITS.fullmatch(wanted) else wanted


def named(typed: str) -> Rule | None:
    """The rule of an id as a person types it; 7 and MZ7 are MZ007 here, where one rule is meant."""
    wanted = normal_id(plain(typed))
    ids = (wanted, f"MZ{wanted.removeprefix('MZ').zfill(3)}")
    return next((rule for rule in collect() if rule.id in ids), None)


CHAPTERS: Mapping[str, str] = {
    "MZ0": "格式",
    "MZ1": "班子材料和发言提纲",
    "MZ2": "文字",
    "MZ3": "谈心谈话",
    "MZ4": "征求意见",
    "MZ5": "流程",
    "MZ6": "会议",
    "MZ7": "会后",
    "MZ8": "保密和隐私",
}
"""Of our own rules, by the beginnings of their ids."""


def known_beginnings(typed: Iterable[str], *, chapters: bool = False) -> tuple[str, ...]:
    """Ids or beginnings of ids as typed, in their normal form.

    MzshError where one names no rule: nothing checked is not "passed". With `chapters` a chapter of ours will do,
    even if it holds no rule yet: not to use what is not there harms nothing.
    """
    wanted = tuple(normal_id(one) for one in typed)
    for one in wanted:
        known = one and any(rule.id.startswith(one) for rule in collect())
        if not known and not (chapters and one in CHAPTERS):
            hint = "；".join(map(str, broken())) if not one.startswith("MZ") else ""
            raise MzshError(f"没有“{one}”这条规则", hint=hint or "mzsh rules 看全部规则")
    return wanted
