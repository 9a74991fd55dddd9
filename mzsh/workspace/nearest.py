"""Which of several names was meant by a mistyped one."""

from __future__ import annotations

import difflib
from functools import lru_cache


@lru_cache(maxsize=2048)
def nearest(typed: str, names: tuple[str, ...], count: int) -> tuple[str, ...]:
    """The names that a mistyped one most resembles, at most `count`; none where none is near."""
    return tuple(difflib.get_close_matches(typed[:40], names, count, 0.5))


def is_slip(typed: str, meant: str) -> bool:
    """Whether one name may be put in place of the other: 五避勉 is 五避免, but 成因 need not be 成果."""
    return difflib.SequenceMatcher(None, typed, meant).ratio() >= _SLIP


_SLIP = 0.6
"""More than one of two characters, or two of three, must be the same."""
