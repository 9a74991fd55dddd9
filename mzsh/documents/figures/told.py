"""What a talk record says, row by row of its form: the four required contents, what was agreed, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.body import Section
from mzsh.model.talks import TOPICS, TalkRecord

AGREED = "达成的共识"
_AGREED_WORD = "共识"
_NUMBER = re.compile(r"\d{1,3}[.)]")


@dataclass(frozen=True, slots=True)
class Told:
    """One row: what it is about, and its paragraphs as they were written."""

    labels: tuple[str, ...]
    paragraphs: tuple[str, ...]


def told(talk: TalkRecord) -> tuple[Told, ...]:
    """The four required contents in order (a section that holds two of them once), 达成的共识, then all others."""
    sections = talk.body.sections
    topics: dict[int, list[str]] = {}
    unwritten: list[str] = []
    for topic, chinese in TOPICS.items():
        found = talk.section(topic)
        if found is None:
            unwritten.append(chinese)
        else:
            topics.setdefault(sections.index(found), []).append(chinese)
    for index, section in enumerate(sections):
        if section.level > 1 and _AGREED_WORD in section.title and index not in topics:
            topics[index] = [AGREED]
    written, others = _parts(talk, topics)
    rows = [Told(tuple(topics[index]), texts) for index, texts in written.items()]
    rows += [Told((chinese,), ()) for chinese in unwritten]
    if not any(AGREED in row.labels for row in rows):
        rows.append(Told((AGREED,), ()))
    order = [*TOPICS.values(), AGREED]
    return (*sorted(rows, key=lambda row: order.index(row.labels[0])), *others)


def _parts(talk: TalkRecord, topics: dict[int, list[str]]) -> tuple[dict[int, tuple[str, ...]], list[Told]]:
    """The paragraphs of each known section with the deeper ones below it, and what stands outside of them."""
    written: dict[int, tuple[str, ...]] = {}
    others: list[Told] = []
    current, level = None, 0
    for index, section in enumerate(talk.body.sections):
        texts = tuple(_texts(talk, section))
        if index in topics:
            current, level = index, section.level
            written[index] = texts
        elif current is not None and section.level > level:
            written[current] += (section.title, *texts)
        else:
            current = None
            if texts:
                others.append(Told((section.title if section.level > 1 else "其他内容",), texts))
    return written, others


def _texts(talk: TalkRecord, section: Section) -> Iterator[str]:
    """The paragraphs of a section; a number that Markdown takes for a list's mark stays."""
    for paragraph in section.paragraphs:
        mark = _NUMBER.match(talk.source.lines[paragraph.line - 1][: paragraph.column - 1].strip())
        yield f"{mark[0] if mark else ''}{paragraph.text}"
