"""Jinja's sandbox with limits: a user's template reaches nothing but its values, and cannot fill the memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NoReturn

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

LARGEST: Final = 4_000_000
"""Characters that one template may write."""
_WIDENING: Final = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs", "format", "format_map", "replace"})
"""Methods of a text that make any number of characters out of a few."""
_FILTERS: Final = ("center", "format", "indent", "pprint", "random", "replace", "wordwrap")
"""Filters that do so, or that write something else each time."""
_SMALL: Final = 1_000_000


class TooMuchError(SecurityError):
    """More than any document needs (Chinese)."""


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of every template, the program's and the user's."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for name in _FILTERS:
            del self.filters[name]
        del self.globals["lipsum"]

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic with numbers of a reasonable size, and nothing else."""
        if not all(isinstance(one, (int, float)) and abs(one) <= _SMALL for one in (left, right)):
            _refuse(f"“{operator}”只能用在不太大的数上")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """As Jinja's, without the methods that widen a text."""
        if isinstance(obj, str) and attr in _WIDENING:
            return False
        return super().is_safe_attribute(obj, attr, value)


def written(pieces: Iterable[str]) -> str:
    """What a template writes, piece by piece. TooMuchError once it is too much for any document."""
    kept: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LARGEST:
            _refuse(f"写出的内容超过 {LARGEST} 字")
        kept.append(piece)
    return "".join(kept)


def _refuse(why: str) -> NoReturn:
    raise TooMuchError(why)
