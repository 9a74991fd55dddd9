"""Offices by the names that people give them: 政研室, 市委政研室, 临江市委政策研究室 are one."""

from __future__ import annotations

import re

from mzsh.model.text import plain

_LEVEL = re.compile(r"^(?:中共)?[\u4e00-\u9fff]{0,6}?(?:省|市|县|区|州|旗)?(?=(?:委|政府|人大|政协|党组))")
_RESEARCH = re.compile(r"政研室|研究室")


def same_office(typed: str, office: str) -> bool:
    """Whether two names mean one office, whatever the level before it or the person's name behind it."""
    first, second = (_LEVEL.sub("", plain(name)) for name in (typed, office))
    return first in second or second in first or bool(_RESEARCH.search(first) and _RESEARCH.search(second))
