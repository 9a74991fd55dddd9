"""The annexes of the report (clause 5.1-annex): which of those that the preset asks for no title names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mzsh.model.text import plain, quotes

_OTHER_WORDS = "整改方案|整改措施|提纲|会议记录|征求意见|实施方案"
_KNOWN_BY: Mapping[str, re.Pattern[str]] = {
    "整改": re.compile(r"整改(?:方案|清单|措施)"),
    "提纲": re.compile(r"提纲|个人(?:对照检查|发言)"),
    "征求意见": re.compile(r"征求意见|意见建议"),
    "记录": re.compile(r"会议?记录"),
    "方案": re.compile(r"(?<!整改)方案"),
    "班子": re.compile(rf"班子(?!成员)(?:.*对照检查|材料|(?!.*(?:{_OTHER_WORDS})))"),
}
"""The word of a required annex, and what titles it is known by; in this order, since a title may hold several."""


def missing_annexes(required: Sequence[str], titles: Sequence[str]) -> tuple[str, ...]:
    """The required annexes that no title names, in the order of the preset."""
    return tuple(annex for annex in required if not any(_names(title, annex) for title in titles))


def _names(title: str, annex: str) -> bool:
    pattern = next((pattern for word, pattern in _KNOWN_BY.items() if word in annex), None)
    return bool(pattern.search(plain(title))) if pattern else quotes(title, annex)
