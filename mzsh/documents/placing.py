"""What a person wrote, put in its places: whole sections by the words of their titles, and the parts of a section."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mzsh.documents.own_words import OwnSection, OwnWords
from mzsh.model.text import without_numbering

Places = Mapping[str, tuple[str, ...]]
"""Where a section goes, by the words of its title; of two places that would do, the first."""
_PART = re.compile(r"^### ", re.MULTILINE)


def placed(words: OwnWords, places: Places, *, never: tuple[str, ...] = ()) -> dict[str, object]:
    """The text of each place, `opening` before all sections, and `others`: sections that have no place.

    A section whose title has one of the words of `never` has none, whatever else it says.
    """
    texts: dict[str, list[str]] = {place: [] for place in places}
    others = []
    for section in words.sections:
        place = next((place for place, titles in places.items() if section.is_about(titles)), None)
        if place and not section.is_about(never):
            texts[place].append(section.text)
        else:
            others.append(section)
    return {
        "opening": words.opening,
        **{place: "\n\n".join(found) for place, found in texts.items()},
        "others": others,
    }


@dataclass(frozen=True)
class Parts:
    """A section's text before its first `###`, and the parts that have one."""

    intro: str
    parts: tuple[OwnSection, ...]


def parts_of(text: str) -> Parts:
    """A section's text at its `###` headings, their numbering dropped."""
    intro, *rest = _PART.split(text)
    found = (part.partition("\n") for part in rest)
    return Parts(intro.strip(), tuple(OwnSection(without_numbering(title), said.strip()) for title, _, said in found))
