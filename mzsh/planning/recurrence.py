"""Problems of last year that could have been solved and come back this year (clause 5.2-norepeat)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.project import Project
from mzsh.model.record import Record
from mzsh.model.rectification import LastYearItem
from mzsh.model.text import QUOTED, bigrams, coverage, plain

_SHORTEST = 6
"""Characters from which on two problems can be told to be one by their words."""
_SHARED = 4
"""Bigrams that two problems must share at least."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A problem or item of this year, and the one of last year that it is."""

    old: LastYearItem
    record: Record
    field: str


def recurrences(project: Project) -> Iterator[Recurrence]:
    """This year's problems that name last year's solvable ones or say the same, then items that name them."""
    solvable = [item for year in project.last_year for item in year.items if item.solvable]
    taken = {problem.id for problem in project.problems()} | {criticism.id for criticism in project.criticisms}
    by_id = {item.id: item for item in solvable if item.id and item.id not in taken}
    told: set[str] = set()
    for numbered in project.problems():
        problem = numbered.problem
        reused = next((item for item in solvable if item.id and item.id == problem.given_id), None)
        named = next((by_id[ref] for ref in problem.refs if ref in by_id), None)
        old = reused or named or next((o for o in solvable if is_the_same(o.problem, problem.summary)), None)
        if old is not None:
            told |= {old.id, numbered.id}
            yield Recurrence(old, problem, "summary")
    for _, item in project.rectification_items():
        old = next((by_id[ref] for ref in item.refs if ref in by_id), None)
        if old is not None and not told & set(item.refs):
            yield Recurrence(old, item, "refs")


def is_the_same(old: str, new: str) -> bool:
    """Whether two problems say the same: one holds the other, or they share 60 % of the old one's bigrams.

    What every office writes (抓得不够紧, 不到位) is left out first, and short problems share bigrams by chance: what
    is left must have six characters, and what is shared must also be a third of the new one's.
    """
    if plain(old) == plain(new):
        return plain(old) != ""
    first, second = _STOCK.sub("", plain(old)), _STOCK.sub("", plain(new))
    if min(len(first), len(second)) < _SHORTEST:
        return False
    if first in second or second in first:
        return True
    shared = len(bigrams(first) & bigrams(second))
    return shared >= _SHARED and coverage(first, second) >= QUOTED and shared >= len(bigrams(second)) / 3


_STOCK = re.compile(
    r"(?:(?:抓|做|管|学|用|想|办)得|还|仍)*(?:不够?|欠)(?:紧|实|严|细|深|高|强|力|深入|深刻|到位|扎实|及时|有力|充分|彻底|经常|全面|精准|突出|明显)"
)
