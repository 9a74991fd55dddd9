"""Sections (分节) of one document: portrait text, landscape tables, and where each begins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mzsh.typesetting.footers import Footers
from mzsh.typesetting.reference import section
from mzsh.typesetting.standard import Page, page
from mzsh.typesetting.wordml import Element, name, set_property, style_of, w

LANDSCAPE_BEGIN = "LandscapeBegin"
LANDSCAPE_END = "LandscapeEnd"
NEW_PAGE = "NewPage"
MARKERS = frozenset({LANDSCAPE_BEGIN, LANDSCAPE_END, NEW_PAGE})


@dataclass
class Section:
    """Blocks that lie on pages of one kind."""

    landscape: bool
    blocks: list[Element] = field(default_factory=list)

    @property
    def page(self) -> Page:
        """Its page and margins."""
        return page(landscape=self.landscape)


def split(blocks: Iterable[Element], *, landscape: bool) -> list[Section]:
    """The blocks by section, the template's markers carried out; an empty section leaves no blank page."""
    sections = [Section(landscape)]
    new_page = False
    for block in blocks:
        style = style_of(block)
        if style == NEW_PAGE:
            new_page = True
        elif style in MARKERS:
            sections.append(Section(landscape or style == LANDSCAPE_BEGIN))
        else:
            if new_page and sections[-1].blocks:
                block = _on_new_page(block, sections[-1])
            sections[-1].blocks.append(block)
            new_page = False
    return _merged(sections)


def _merged(sections: list[Section]) -> list[Section]:
    kept: list[Section] = []
    for one in sections:
        if one.blocks and kept and kept[-1].landscape == one.landscape:
            kept[-1].blocks.extend(one.blocks)
        elif one.blocks:
            kept.append(one)
    return kept or [Section(sections[0].landscape, [w("p")])]


def _on_new_page(block: Element, current: Section) -> Element:
    if block.tag == name("p"):
        set_property(block, w("pageBreakBefore", val=1))
    else:
        current.blocks.append(sliver(w("pageBreakBefore", val=1)))
    return block


def joined(sections: list[Section], *, line: int, footers: Footers, letter: bool) -> Iterator[Element]:
    """All blocks in order, each section closed by its properties; every one has page numbers.

    The first page of a `letter` (信函) has none.
    """
    for number, one in enumerate(sections, start=1):
        first = letter and number == 1
        references = footers.references(one.page, letter=first)
        closing = section(one.page, line=line, references=references, first=first)
        blocks = list(one.blocks)
        last = number == len(sections)
        if blocks[-1].tag != name("p"):
            # Word wants a paragraph behind a table; of full height it could open an empty page.
            blocks.append(sliver())
        if not last:
            set_property(blocks[-1], closing)
        yield from blocks
        if last:
            yield closing


def sliver(*properties: Element) -> Element:
    """An empty paragraph of one point."""
    spacing = w("spacing", before=0, after=0, line=20, lineRule="exact")
    letters = w("rPr", w("sz", val=2), w("szCs", val=2))
    return w("p", w("pPr", *properties, w("snapToGrid", val=0), spacing, letters))
