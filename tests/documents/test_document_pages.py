"""Every document of both examples as pages: nothing clipped, nothing outside the type area, numbers that run on."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from mzsh.conformance import State, examine
from mzsh.documents.document import collect
from mzsh.documents.rendering import Rendered, render
from mzsh.resources import examples
from mzsh.workspace.loading import load
from tests.documents.rendered import TODAY
from tests.typesetting.pages import MM, Line, PrintedPage, need_office, printed, words

EXAMPLES = ("望川市委", "岚溪市人大常委会党组")
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_ODD_GLYPHS = frozenset("\ue00a\ufeff\u00ad\u2002")


@pytest.fixture(scope="module", params=EXAMPLES)
def documents(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Everything that can be made of an example, by file name."""
    folder = tmp_path_factory.mktemp("documents")
    found = render(load(examples() / str(request.param)), output=folder, today=TODAY)
    assert [str(one) for one in found if not one.is_written] == []
    return {one.path.stem: one.path.read_bytes() for one in found if one.path}


def test_every_document_can_be_made_of_the_example(tmp_path: Path) -> None:
    found: tuple[Rendered, ...] = render(load(examples() / EXAMPLES[0]), output=tmp_path, today=TODAY)
    made = {one.request.document.name for one in found if one.is_written}

    assert made == {one.name for one in collect()} - {"催办单"}  # nobody owes anything on that day


def test_every_document_conforms(documents: Mapping[str, bytes]) -> None:
    against = {
        name: [f"{item.id} {item.found} {item.where[:2]}" for item in examine(content).of(State.FAILS)]
        for name, content in documents.items()
    }

    assert {name: faults for name, faults in against.items() if faults} == {}


@pytest.fixture(scope="module")
def pages(documents: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[PrintedPage]]:
    """The pages of them all; LibreOffice is started once."""
    need_office()
    return printed(documents, tmp_path_factory.mktemp("pages"))


@pytest.mark.visual
def test_no_text_is_clipped_or_lost(documents: Mapping[str, bytes], pages: Mapping[str, list[PrintedPage]]) -> None:
    lost = {}
    for name, content in documents.items():
        shown = Counter(character.text for page in pages[name] for line in page.lines for character in line)
        if missing := _characters(content) - shown:
            lost[name] = "".join(missing)

    assert lost == {}


@pytest.mark.visual
def test_everything_lies_inside_the_type_area(pages: Mapping[str, list[PrintedPage]]) -> None:
    outside = [
        (name, page.place, words(line))
        for name, printed_pages in pages.items()
        for page in printed_pages
        for line in page.body
        if not _is_inside(page, line)
    ]

    assert outside == []


def _is_inside(page: PrintedPage, line: Line) -> bool:
    """A mark that ends a full line may hang half out, as LibreOffice has it."""
    last = line[-1]
    right = last.left if last.text in "，。、；：！？）”》" else last.right
    left, bottom = line[0].left, line[0].bottom
    upright = page.height > page.width
    from_left, from_right, foot = (28, 26, 35) if upright else (35, 37, 26)
    return (
        left > from_left * MM - 2 and right < page.width - from_right * MM + 9 and bottom < page.height - foot * MM + 4
    )


@pytest.mark.visual
def test_numbers_run_on_from_page_to_page(pages: Mapping[str, list[PrintedPage]]) -> None:
    for name, printed_pages in pages.items():
        numbers = [page.number_text for page in printed_pages]
        expected = [f"—{number}—" for number in range(1, len(numbers) + 1)]
        # A letter (信函) shows none on its first page.
        assert numbers in (expected, ["", *expected[1:]]), name
        assert numbers[0] or re.search("函|通知", name), name


@pytest.mark.visual
def test_no_signature_stands_alone_on_a_page(pages: Mapping[str, list[PrintedPage]]) -> None:
    for name, printed_pages in pages.items():
        for page in printed_pages:
            lines = page.text_lines
            dated = [place for place, line in enumerate(lines) if re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日", line)]
            assert not dated or dated[0] >= 2, (name, page.place, lines)


def _characters(content: bytes) -> Counter[str]:
    """All characters that the document says, blanks left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    text = "".join(part.text or "" for part in root.iter(_TEXT))
    return Counter(character for character in text if not character.isspace() and character not in _ODD_GLYPHS)
