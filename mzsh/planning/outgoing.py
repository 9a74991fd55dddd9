"""What goes out to people who were not there: the circular, the public notice, and what is said of public items.

Rules about privacy and secrecy read these passages; a document that is rendered for outside reads nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.place import Span
from mzsh.model.project import Project
from mzsh.model.record import Document, Record
from mzsh.model.rectification import Item, Publicity


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage that will be read outside, and where it begins in its file."""

    path: str
    span: Span
    text: str
    record: Record


def outgoing(project: Project) -> Iterator[Passage]:
    """情况通报, 公示, and of the items marked 群众关心 their 问题, 措施, 成果 and 进展 (rules.md, 702 and 802)."""
    circular = project.circular
    if circular is not None:
        yield from body_passages(circular)
        yield from _fields(circular, ("number", "addressee"))
    for plan in project.rectifications:
        yield from _fields(plan.publicity, tuple(Publicity.model_fields))
        for item in plan.items:
            if item.public:
                yield from item_passages(item)


def body_passages(document: Document) -> Iterator[Passage]:
    """Headings and paragraphs of a document's body."""
    for section in document.body.sections:
        if section.level:
            column = section.level + 2
            span = Span(section.line, column, section.line, column + len(section.title))
            yield Passage(document.path, span, section.title, document)
        for paragraph in section.paragraphs:
            span = Span(paragraph.line, paragraph.column, paragraph.line, paragraph.column)
            yield Passage(document.path, span, paragraph.text, document)


def item_passages(item: Item) -> Iterator[Passage]:
    """What a public notice says of one item of rectification."""
    yield from _fields(item, ("problem", "measure", "result"))
    for entry in item.progress:
        yield from _fields(entry, ("text",))


def _fields(record: Record, names: tuple[str, ...]) -> Iterator[Passage]:
    for name in names:
        value = getattr(record, name)
        if isinstance(value, str) and value:
            yield Passage(record.path, record.at.span(name), value, record)
