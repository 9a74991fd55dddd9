"""Which of several names was meant by a mistyped one."""

from __future__ import annotations

import difflib
from functools import lru_cache


@lru_cache(maxsize=2048)
def nearest(typed: str, names: tuple[str, ...], count: int) -> tuple[str, ...]:
    """The names that a mistyped one most resembles, at most `count`; none where none is near."""
    return tuple(difflib.get_close_matches(typed[:40], names, count, 0.5))
