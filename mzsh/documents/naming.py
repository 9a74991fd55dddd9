"""Names and titles: the body in full, what its people are called, and where a title may break."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from mzsh.model.meeting import Meeting
from mzsh.model.preset import Preset
from mzsh.model.project import Project

_TITLE_WIDTH = 20.0  # 2号 characters in the type area's 156 mm
_SHORTEST_IN_COMMON = 3  # 市人大: two characters may be a chance
_MAY_BREAK = re.compile(
    r"(?=关于)|(?<=关于)|(?<=年度)|(?=主题教育)|(?=专题民主)|(?<!专题)(?=民主生活会)|(?<=民主生活会)"
    r"|(?=及成员)|(?<=班子)"
)
_GAP = re.compile("【[^】]*】")
_PLACE = re.compile(r"\{(书记|班子|成员|报送|组织部|政研室|办公室)\}")


def joined(org: str, part: str) -> str:
    """A part of a unit by its full name: 望川市委 and 市委组织部 are 望川市委组织部.

    What both have in common may stand before the unit's end: 岚溪市人大常委会党组 and 市人大常委会办公室 are
    岚溪市人大常委会办公室.
    """
    common = next((n for n in range(len(part), 0, -1) if org.endswith(part[:n])), 0)
    if common:
        return org + part[common:]
    inside = next((n for n in range(len(part), _SHORTEST_IN_COMMON - 1, -1) if part[:n] in org), 0)
    return org[: org.rfind(part[:inside])] + part if inside else org + part


def body_name(meeting: Meeting) -> str:
    """The body in full: 望川市委常委班子."""
    return joined(meeting.org, meeting.group)


def secretary_word(project: Project) -> str:
    """The secretary by the post that makes him one (市委书记), else as this kind of body calls him."""
    secretary = project.meeting.secretary
    posts = re.split("[、，,]", secretary.post) if secretary else []
    return next((post for post in posts if "书记" in post and "副书记" not in post), project.profile.secretary_word)


def filled(text: str, project: Project) -> str:
    """A preset's wording with this body's people and offices in its places ({书记}, {班子}, {成员} …)."""
    offices = project.meeting.offices
    words = {
        "书记": secretary_word(project),
        "班子": project.meeting.group or project.profile.group_word,
        "成员": project.profile.member_word,
        "报送": project.profile.submitters,
        "组织部": offices.organization,
        "政研室": offices.research,
        "办公室": offices.general,
    }
    return _PLACE.sub(lambda place: words[place[1]] or place[1], text)


def broken(title: str) -> str:
    """A title in lines of similar length, broken between words; as it is where it fits or was broken already."""
    if _width(title) <= _TITLE_WIDTH or "\n" in title:
        return title
    gaps = [match.span() for match in _GAP.finditer(title)]
    places = [
        place
        for place in (match.start() for match in _MAY_BREAK.finditer(title))
        if 0 < place < len(title) and not any(start < place < end for start, end in gaps)
    ]
    splits = [_cut(title, chosen) for count in range(1, 4) for chosen in combinations(places, count)]
    # A full line may not fit where another font stands in: rather one a little shorter, where there is one.
    for most in (_TITLE_WIDTH - 0.5, _TITLE_WIDTH):
        fitting = [lines for lines in splits if max(map(_width, lines)) <= most]
        if fitting:
            best = min(fitting, key=_clumsiness)
            return "\n".join(best)
    return title


def _cut(title: str, places: tuple[int, ...]) -> list[str]:
    return [title[start:end] for start, end in pairwise((0, *places, len(title)))]


def _clumsiness(lines: list[str]) -> tuple[int, float]:
    """How many lines, and how unlike in length."""
    widths = [_width(line) for line in lines]
    return len(widths), max(widths) - min(widths)


def _width(text: str) -> float:
    from mzsh.typesetting.chinese import characters

    return characters(text)


def without_stop(text: str) -> str:
    """A sentence without its full stop, so that a template may set its own."""
    return text.strip().rstrip("。；;.，, ")


def area_name(number: int | None, preset: Preset) -> str:
    """An area as a cell of a table names it; empty for what is none of this year's."""
    if number is None or not 1 <= number <= preset.area_count:
        return ""
    heading = preset.areas[number - 1]
    return without_stop(heading.short or heading.full)


def sentence(text: str) -> str:
    """A text as typed, with a full stop where it has no end of its own; nothing stays nothing."""
    said = text.strip()
    return said if not said or said[-1] in "。！？…”』」）" else f"{said}。"
