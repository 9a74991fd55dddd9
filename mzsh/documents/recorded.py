"""What was recorded of the meeting: its items in order, each with the recorder's words and what was said to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mzsh.documents import naming
from mzsh.documents.figures import criticising, sitting
from mzsh.documents.figures.criticising import Said
from mzsh.documents.own_words import OwnSection, OwnWords
from mzsh.documents.placing import parts_of
from mzsh.model.minutes import Minutes
from mzsh.model.preset import REMARKS, AgendaItem
from mzsh.model.project import Project

_REMARKS = AgendaItem(name="督导组点评")
_OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "通报": ("通报",),
    "班子": ("班子",),
    "个人": ("逐一", "自我批评", "相互批评", "个人"),
    "总结": ("总结",),
    "其他": (),
}
"""By which words a recorder's heading is known that does not name the item as the agenda does."""


@dataclass(frozen=True)
class Turn:
    """A member's turn: the recorder's words, and the criticisms made to him."""

    title: str
    name: str
    text: str
    criticisms: tuple[Said, ...]


@dataclass(frozen=True)
class Section:
    """One item as it was done: what the agenda says of it, the recorder's words, the supervision team's remarks."""

    title: str
    said: str
    text: str
    remarks: str
    turns: tuple[Turn, ...]


def recorded(project: Project, minutes: Minutes, words: OwnWords) -> tuple[Section, ...]:
    """The items of 议程 as they were done (else as the recorder's headings tell), then sections of other names.

    The supervision team's remarks come before the closing, where no item is theirs.
    """
    items = _items(project, minutes, words)
    texts: dict[int, list[OwnSection]] = {}
    others: list[OwnSection] = []
    for section in words.sections:
        place = _place(section, items)
        if place is None:
            others.append(section)
        else:
            texts.setdefault(place, []).append(section)
    done = [_section(project, minutes, item, texts.get(place, [])) for place, item in enumerate(items)]
    return (*done, *(Section(one.title, "", one.text, "", ()) for one in others))


def _items(project: Project, minutes: Minutes, words: OwnWords) -> list[AgendaItem]:
    preset = project.preset.agenda
    known = {item.name: item for item in preset}
    items = [known.get(name, AgendaItem(name=name)) for name in minutes.agenda_done]
    if not items:
        items = [item for item in preset if any(one.is_about((item.name,)) for one in words.sections)]
    if criticising.received(project) and not any(item.duty == "个人" for item in items):
        usual = next((item for item in preset if item.duty == "个人"), AgendaItem(name="相互批评", duty="个人"))
        items.insert(_closing(items), usual)
    remarked = minutes.supervision_remarks or any(one.is_about(REMARKS) for one in words.sections)
    if remarked and not any(item.is_remarks for item in items):
        items.insert(_closing(items), _REMARKS)
    return items


def _closing(items: Sequence[AgendaItem]) -> int:
    """Where the closing stands, or would."""
    return next((place for place, item in enumerate(items) if item.duty == "总结"), len(items))


def _place(section: OwnSection, items: Sequence[AgendaItem]) -> int | None:
    """To which item a recorder's section belongs.

    The item's own name decides, then the supervision team's words, then the longest word by which a duty is known:
    班子成员逐一发言、相互批评 are the members' turns, though 班子 stands first.
    """
    numbered = tuple(enumerate(items))
    by_name = (place for place, item in numbered if section.is_about((item.name,)))
    by_remarks = (place for place, item in numbered if item.is_remarks and section.is_about(REMARKS))
    by_duty = [
        (len(word), -place) for place, item in numbered for word in _OTHER_WORDS[item.duty] if section.is_about((word,))
    ]
    longest = (-place for _, place in sorted(by_duty, reverse=True))
    return next((place for found in (by_name, by_remarks, longest) for place in found), None)


def _section(project: Project, minutes: Minutes, item: AgendaItem, own: Sequence[OwnSection]) -> Section:
    text = "\n\n".join(one.text for one in own)
    turns: tuple[Turn, ...] = ()
    if item.duty == "个人":
        parts = parts_of(text)
        text, turns = parts.intro, tuple(_turns(project, parts.parts))
    return Section(
        title=own[0].title if own else item.name,
        said=naming.sentence(naming.filled(item.text, project)) if item.name in minutes.agenda_done else "",
        text=text,
        remarks=minutes.supervision_remarks.strip() if item.is_remarks else "",
        turns=turns,
    )


def _turns(project: Project, parts: Sequence[OwnSection]) -> Iterable[Turn]:
    """The speakers in their order, then others to whom something was said; parts that name nobody come last."""
    received = {one.member: one.criticisms for one in criticising.received(project)}
    absent = {one.name for one in sitting.absences(project)}
    names = tuple(dict.fromkeys((*sitting.speaking_order(project), *project.meeting.member_names, *received)))
    own = {part: max((n for n in names if n in part.title), key=len, default="") for part in parts}
    for name in names:
        mine = [part for part, whose in own.items() if whose == name]
        if mine or name in received:
            title = mine[0].title if mine else f"{name}同志{'（缺席）' if name in absent else ''}"
            yield Turn(title, name, "\n\n".join(part.text for part in mine), received.get(name, ()))
    yield from (Turn(part.title, "", part.text, ()) for part, whose in own.items() if not whose)
