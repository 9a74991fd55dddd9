"""Rendered documents as the tests read them."""

import difflib
import io
import re
from collections.abc import Callable
from datetime import date

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from mzsh.documents.rendering import How, Rendered, render
from mzsh.documents.request import requests
from tests.support.folder import MeetingFolder

TODAY = date(2022, 3, 10)


def results(folder: MeetingFolder, *words: str, draft: bool = False, format: str = "md") -> tuple[Rendered, ...]:
    """Render documents of a folder as they are asked for on the command line."""
    project = folder.load()
    wanted = requests(project, words, today=TODAY)
    how = How("docx" if format == "docx" else "md", draft=draft)
    return render(project, wanted, how, today=TODAY)


def text(folder: MeetingFolder, word: str, *, draft: bool = False, member: str = "") -> str:
    """One document as Markdown; a failure to write it fails the test."""
    found = [one for one in results(folder, word, draft=draft) if one.request.subject == member]
    assert [one.error or one.crash for one in found] == [None]
    assert found[0].path is not None, found[0].missing
    return found[0].path.read_text(encoding="utf-8")


def lines(folder: MeetingFolder, word: str, *, draft: bool = False, member: str = "") -> list[str]:
    """The paragraphs of one document."""
    return [line for line in text(folder, word, draft=draft, member=member).split("\n") if line]


def headings(written: list[str]) -> list[str]:
    """The headings of a document, title first."""
    return [line for line in written if line.startswith("#")]


def paragraph_with(written: list[str], words: str) -> str:
    """The one paragraph that has some words."""
    found = [line for line in written if words in line]
    assert len(found) == 1, found
    return found[0]


def opened(folder: MeetingFolder, word: str, *, member: str = "") -> Document:
    """One document as python-docx reads it."""
    found = next(one for one in results(folder, word, format="docx") if one.request.subject == member)
    assert found.path is not None, str(found)
    return docx.Document(io.BytesIO(found.path.read_bytes()))


def blocks(document: Document) -> list[tuple[str, str]]:
    """Style and text of each paragraph, cells included."""
    found: list[tuple[str, str]] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            found += [_styled(one) for row in block.rows for cell in row.cells for one in cell.paragraphs]
        else:
            found.append(_styled(block))
    return found


def _styled(paragraph: Paragraph) -> tuple[str, str]:
    return (paragraph.style.name or "" if paragraph.style else "", paragraph.text)


def page_sizes(document: Document) -> list[tuple[str, str]]:
    """Width and height of each section as written."""
    sizes = [section._sectPr.find(qn("w:pgSz")) for section in document.sections]
    return [(size.get(qn("w:w"), ""), size.get(qn("w:h"), "")) for size in sizes if size is not None]


Change = Callable[[], object]


def changed(folder: MeetingFolder, word: str, change: Change) -> list[str]:
    """The sentences that a change of the folder takes out of a document (-) and puts in (+); all others stay."""
    before = _sentences(text(folder, word))
    change()
    after = _sentences(text(folder, word))
    found = list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]
    return [f"{line[0]} {line[1:]}" for line in found if line[0] in "+-"]


def _sentences(written: str) -> list[str]:
    return [one.strip() for one in re.split(r"(?<=。)|\n", written) if one.strip()]
