"""What of a meeting's papers is judged: the areas of the outlines, the talks that were recorded, every criticism."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from mzsh.model.body import Paragraph
from mzsh.model.criticism import Criticism
from mzsh.model.examination import Outline
from mzsh.model.examining import CAUSES, MEASURES, PROBLEMS, part_of, tells_of_last_year
from mzsh.model.place import Span
from mzsh.model.project import Project
from mzsh.model.record import Document, Record
from mzsh.model.talks import TalkRecord
from mzsh.model.text import plain
from mzsh.numerals import cn_ordinal
from mzsh.wording.judging.passages import LABEL_OF_GROUP, Words
from mzsh.wording.judging.roles import Kind
from mzsh.wording.judging.units import Judgements, Piece, Unit, judge_units


def find_judgements(project: Project) -> Judgements:
    """Judge all papers of a meeting that the word rules read."""
    return judge_units(_units(project), words_of(project))


def words_of(project: Project) -> Words:
    """The workspace's own words (检查.词语)."""
    own = project.meeting.check.lexicon
    return Words(tuple((LABEL_OF_GROUP[group], words) for group, words in own.items() if group in LABEL_OF_GROUP))


def _units(project: Project) -> Iterator[Unit]:
    for outline in project.outlines:
        yield from _areas(project, outline)
    for talk in project.of(TalkRecord):
        if not talk.is_stub:
            yield _unit(talk, "talk", "这次谈话", talk.body.paragraphs())
    for criticism in project.of(Criticism):
        for _, item in criticism.numbered():
            pieces = [_typed(item, name) for name in ("problem", "example", "suggestion") if getattr(item, name)]
            yield Unit(
                criticism.path, "criticism", f"对{item.about}的批评" if item.about else "这条批评", tuple(pieces)
            )


def _areas(project: Project, outline: Outline) -> Iterator[Unit]:
    """The areas of an outline's problems; without areas the problems as a whole."""
    reading = project.reading(outline)
    if reading.areas:
        for section in reading.areas:
            name = f"第{cn_ordinal(section.number)}个方面" if section.number else f"“{section.heading.title[:16]}”"
            yield _unit(outline, "outline", name, section.blocks)
    elif PROBLEMS in reading.parts:
        yield _unit(outline, "outline", "问题部分", reading.parts[PROBLEMS].blocks)
    else:
        elsewhere = (CAUSES, MEASURES)
        sections = [
            s for s in outline.body.sections if part_of(s.title) not in elsewhere and not tells_of_last_year(s.title)
        ]
        yield _unit(outline, "outline", "正文", [block for section in sections for block in section.paragraphs])


def _unit(document: Document, kind: Kind, name: str, blocks: Iterable[Paragraph]) -> Unit:
    pieces = tuple(_piece(document, block) for block in blocks if plain(block.text))
    return Unit(document.path, kind, name, pieces)


def _piece(document: Document, block: Paragraph) -> Piece:
    places = cache(lambda: aligned(block.text, document.source.lines, block.line, block.column))

    def span(start: int, end: int) -> Span:
        found = places()
        (line, column), (last_line, last_column) = found[start], found[max(end - 1, start)]
        return Span(line, column, last_line, last_column + 1)

    return Piece(block.text, span)


def aligned(text: str, lines: Sequence[str], line: int, column: int) -> list[tuple[int, int]]:
    """Where each character of a paragraph stands in its file: its lines were joined and emphasis marks left out.

    Characters are looked for one after the other from the paragraph's beginning on; one that is not found stands where
    the one before it does.
    """
    places: list[tuple[int, int]] = []
    at = column - 1
    for char in text:
        found = _next(char, lines, line, at) or _next(char, lines, line + 1, 0)
        if found:
            line, at = found[0], found[1]
        places.append((line, at if found else at + 1))
    return places


_BETWEEN = "*_` \t\u3000"
"""What a paragraph leaves out of its lines."""


def _next(char: str, lines: Sequence[str], line: int, at: int) -> tuple[int, int] | None:
    """Where a character comes next on a line, from 1, if nothing but marks and blanks stands before it."""
    if line > len(lines):
        return None
    found = lines[line - 1].find(char, at)
    if found < 0 or lines[line - 1][at:found].strip(_BETWEEN):
        return None
    return line, found + 1


def _typed(record: Record, name: str) -> Piece:
    """A value of YAML: where it stands, or the stretch in it where it was typed on one line."""
    text, span = getattr(record, name), record.at.span(name)
    begin = Span(span.line, span.column, span.line, span.column)

    def place(start: int, end: int) -> Span:
        found = record.at.source.locate(text[start:end], begin)
        return found if found.end_column > found.column and found.line <= span.end_line else span

    return Piece(text, place)
