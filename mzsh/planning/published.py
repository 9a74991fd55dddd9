"""What goes out to others, piece by piece: the circular, the public notice and the items marked 群众关心."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.papers import Circular, Paperwork
from mzsh.model.place import Source, Span
from mzsh.model.project import Project
from mzsh.model.record import Document, Record
from mzsh.model.remark import Related, Remark


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text that goes out, and where it stands: a paragraph, or the field of a record."""

    text: str
    record: Record
    field: str = ""
    line: int = 0
    column: int = 0
    index: int | None = None
    """Which item of the field, where the field is a list."""

    @property
    def is_plan(self) -> bool:
        """Whether the text says what will be done, and by what it is checked."""
        return self.field in ("measure", "result")

    def remark(
        self, start: int, end: int, message: str, *, hint: str = "", related: tuple[Related, ...] = ()
    ) -> Remark:
        """A remark at `start` to `end` of the text (characters from 0)."""
        place = self.record.at
        span = place.span(self.field, self.index) if self.field else self._span(self.text[start:end])
        quote = place.source.quote(span)
        return Remark(path=self.record.path, span=span, message=message, hint=hint, quote=quote, related=related)

    def _span(self, words: str) -> Span:
        """Where words of a paragraph stand in its file; of words that run over lines, where they begin."""
        source: Source = self.record.at.source
        for known in (words, words[:6], words[:2]):
            for number in range(self.line, len(source.lines) + 1):
                column = source.lines[number - 1].find(known)
                if known and column >= 0:
                    return Span(number, column + 1, number, column + 1 + len(known))
        return Span(self.line, self.column, self.line, self.column)


def circular_passages(project: Project) -> Iterator[Passage]:
    """What is printed of the circular (情况通报): 文号, 主送, 抄送, 签发人, 附件, headings and paragraphs."""
    for circular in project.of(Circular):
        yield from paper_passages(circular)


def paper_passages(paper: Paperwork) -> Iterator[Passage]:
    """What is printed around the text of a paper, and the text."""
    for field in ("number", "addressee", "signer"):
        if getattr(paper, field):
            yield Passage(getattr(paper, field), paper, field)
    for field in ("copies", "annexes"):
        yield from (Passage(text, paper, field, index=index) for index, text in enumerate(getattr(paper, field)))
    yield from body_passages(paper)


def body_passages(document: Document) -> Iterator[Passage]:
    """Headings and paragraphs of a document's body."""
    for section in document.body.sections:
        if section.level:
            yield Passage(section.title, document, line=section.line, column=section.level + 2)
        for paragraph in section.paragraphs:
            yield Passage(paragraph.text, document, line=paragraph.line, column=paragraph.column)


def notice_passages(project: Project) -> Iterator[Passage]:
    """What a public notice shows: 问题, 措施, 成果 and 进展 of the items marked 群众关心, and where it hangs (范围)."""
    for plan in project.rectifications:
        for item in plan.items:
            if item.public:
                fields = (Passage(getattr(item, field), item, field) for field in ("problem", "measure", "result"))
                yield from (passage for passage in fields if passage.text)
                yield from (Passage(step.text, step, "text") for step in item.progress if step.text)
        if plan.publicity.scope:
            yield Passage(plan.publicity.scope, plan.publicity, "scope")
