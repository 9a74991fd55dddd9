"""Levels: a profile's names are a city's (市) or a town's (镇); in a county, district or township they change."""

from __future__ import annotations

import re

_TOWN = "乡镇"
_ABOVE = "省市县区州旗盟"
_LEVEL = re.compile(
    rf"([{_ABOVE}])(?=委|人民政府|政府|人大|政协|监委|纪委)|([{_TOWN}])(?=党委|委员会|人民政府|政府|人大|$)"
)


def level_of(org: str) -> str:
    """The level that a unit's name tells (县 of 河湾县委, 乡 of 白沙乡党委); empty where it tells none."""
    found = None
    for match in _LEVEL.finditer(org):
        found = match[1] or match[2]
    return found or ""


def at_level(word: str, org: str) -> str:
    """A profile's name in the words of a unit's level: 县委 for 市委 in a county, 乡政府 for 镇政府 in a township."""
    level = level_of(org)
    same = (word[:1] == "市" and level in _ABOVE) or (word[:1] == "镇" and level in _TOWN)
    return level + word[1:] if level and same else word


def superior_at(word: str, org: str) -> str:
    """A profile's superior as a unit of that level has it: 市委组织部 for 省委组织部 in a county."""
    level = level_of(org)
    if word[:1] != "省" or not level or level in "市州盟":
        return at_level(word, org)
    return "市" + word[1:] if level in "县区旗" else "上级组织部门"
