"""Offices by the names that people give them: 政研室, 市委政研室, 临江市委政策研究室 are one."""

from __future__ import annotations

import re

from mzsh.model.levels import at_level
from mzsh.model.project import Project
from mzsh.model.text import plain

_LEVEL = re.compile(r"^(?:中共)?[\u4e00-\u9fff]{0,6}?(?:省|市|县|区|州|旗)?(?=(?:委|政府|人大|政协|党组))")
_RESEARCH = re.compile(r"政研室|研究室")


def same_office(typed: str, office: str) -> bool:
    """Whether two names mean one office, whatever the level before it or the person's name behind it.

    What is left of the shorter one must still name an office: 市委 is none of 市委政研室, nor is 室.
    """
    first, second = (_LEVEL.sub("", plain(name)) for name in (typed, office))
    if _RESEARCH.search(first) and _RESEARCH.search(second):
        return True
    shorter, longer = sorted((first, second), key=len)
    return first == second or (len(shorter) >= _SHORTEST and shorter in longer)


_SHORTEST = 3


def drafting_office(project: Project) -> str:
    """Who drafts for the body: 承办 of 会议.yml, else the profile's office in the words of the unit's level."""
    return project.meeting.offices.research or at_level(project.profile.offices.research, project.meeting.org)
