"""Sentences that say who criticised whom or who gave an opinion, which no circular may (clause 5.1-circulate)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^。！？；!?;\n|]+")
"""A cell of a table is a sentence of its own: who answers for a row is not whom its problem speaks of."""
_CLAUSE = re.compile(r"[^，,]+")
_FIXED = re.compile(
    r"(?:批评[和与、])?自我批评|[相互]互批评|批评教育|通报批评|批评指正|带头(?:开展|进行|作)了?批评"
    r"|(?:接受|听取|欢迎)[^，。！？；]{0,10}批评(?:意见)?"
)
_NO_PERSON = re.compile(r"[\u4e00-\u9fff]同志|[地而路街饭]|普照")
"""What follows a word or a longer name rather than a member's name: 高兴地, 和平路, 李明远同志."""
_EVERYBODY = re.compile(r"常委|成员|大家|同志们|互相|相互|逐一|每人|班子")
_PROPOSES = r"提出[^，。；、|]{0,8}(?:方案|办法|计划|措施|清单|预算)(?=[，。；、|\s]|并|$)"
"""What an office is to do (由市财政局提出方案) is no opinion."""
_GIVES = rf".{{0,6}}?(?:反映|(?!{_PROPOSES})提出|来信|来电|投诉|举报)"


@dataclass(frozen=True, slots=True)
class Told:
    """A name that a sentence gives away, in characters of the text from 0."""

    name: str
    start: int
    end: int


def critics_in(text: str, members: Collection[str]) -> Iterator[Told]:
    """Members named beside 批评 in one sentence.

    A name in another part of the sentence counts unless 批评 has a subject of its own there (常委之间提出批评). Fixed
    wordings such as 批评和自我批评 are nobody's criticism.
    """
    for sentence in _SENTENCE.finditer(text):
        masked = _FIXED.sub(lambda match: "　" * len(match[0]), sentence[0])
        if "批评" not in masked:
            continue
        named = list(_names(masked, members, sentence.start()))
        for clause in _CLAUSE.finditer(masked):
            if "批评" not in clause[0]:
                continue
            inside = list(_names(clause[0], members, sentence.start() + clause.start()))
            if not inside and not _EVERYBODY.search(clause[0]):
                inside = [told for told in named if told.end <= sentence.start() + clause.start()]
            yield from inside[:1]


def givers_in(text: str, givers: Collection[str]) -> Iterator[Told]:
    """Units and people who are said to have given an opinion (桥头镇党委反映…), not those whom one tells (向…反映)."""
    names = "|".join(re.escape(name) for name in sorted(givers, key=len, reverse=True) if len(name) > 1)
    for match in re.finditer(rf"(?<![向到找])({names}){_GIVES}", text) if names else ():
        yield Told(match[1], *match.span(1))


def named_in(text: str, members: Collection[str]) -> tuple[str, ...]:
    """The members whom a text names, in its order, each once."""
    return tuple(told.name for told in _names(text, members, 0))


def _names(text: str, members: Collection[str], offset: int) -> Iterator[Told]:
    """Each member named, where first; of names within names the longest."""
    pattern = "|".join(re.escape(name) for name in sorted(members, key=len, reverse=True) if name)
    seen: set[str] = set()
    for match in re.finditer(pattern, text) if pattern else ():
        if match[0] not in seen and not _NO_PERSON.match(text, match.end()):
            seen.add(match[0])
            yield Told(match[0], offset + match.start(), offset + match.end())
