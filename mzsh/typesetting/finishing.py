"""From pandoc's document to the finished one: what stands around the text, sections, tables, Chinese quotes."""

from itertools import pairwise

from mzsh.errors import MzshError
from mzsh.typesetting import ends, heads
from mzsh.typesetting.footers import Footers
from mzsh.typesetting.keeping import keep_text
from mzsh.typesetting.layout import Layout
from mzsh.typesetting.names import STYLE as NAMES
from mzsh.typesetting.names import set_names
from mzsh.typesetting.package import pack, unpack
from mzsh.typesetting.reference import font_table
from mzsh.typesetting.sections import MARKERS, joined, sliver, split
from mzsh.typesetting.standard import page
from mzsh.typesetting.styles import paragraph_styles
from mzsh.typesetting.tables import row_height, set_table, with_heights
from mzsh.typesetting.wordml import (
    Element,
    hint,
    name,
    needs_hint,
    paragraph,
    parse,
    run,
    serialize,
    set_property,
    style_of,
    text_of,
    w,
)

_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_TITLES = frozenset({"Heading1", "Title"})


def finish(content: bytes, *, layout: Layout) -> bytes:
    """The document as it is handed out."""
    package = unpack(content)
    root = parse(package["word/document.xml"])
    body = root.find(name("body"))
    assert body is not None
    _check_styles(body, layout)
    _set_body(body, layout, footers=Footers(package))
    for one in body.iter(name("r")):
        if needs_hint(text_of(one)):
            hint(one)
    package["word/document.xml"] = serialize(root)
    package["word/fontTable.xml"] = font_table()
    # Neither who wrote it nor when: a paper's author and date are those of its signature.
    package["docProps/core.xml"] = _CORE
    return pack(package)


def _check_styles(body: Element, layout: Layout) -> None:
    """Refuse a style that does not exist: pandoc would make it up in silence."""
    styles = paragraph_styles(layout.style)
    known = {one.id for one in styles} | MARKERS
    used = {style_of(one) for one in body.iter(name("p")) if row_height(one) is None} - {""}
    if unknown := sorted(used - known):
        named = "、".join(one.name for one in styles if not one.name.isascii())
        raise MzshError(f"没有“{unknown[0]}”这种版式", hint=f"::: 后面可写：{named}、横排、另页")


def _set_body(body: Element, layout: Layout, *, footers: Footers) -> None:
    ending = body.find(name("sectPr"))
    blocks = with_heights(block for block in body if block is not ending)
    blocks = _around(blocks, layout)
    _space_title(blocks)
    sections = split(blocks, landscape=layout.landscape)
    for one in sections:
        for table in one.blocks:
            if table.tag == name("tbl"):
                set_table(table, width=one.page.text_width)
    letter = layout.letterhead is not None and layout.letterhead.form == "信函"
    if layout.imprint is not None:
        foot = ends.imprint(layout.imprint, page=sections[-1].page, letter=letter)
        # A frame hangs on the paragraph behind it, and so on the last page.
        sections[-1].blocks += [*foot, sliver()]
    body[:] = list(joined(sections, line=layout.style.line, footers=footers, letter=letter))


def _around(blocks: list[Element], layout: Layout) -> list[Element]:
    """The text with head, title and addressee before it, annex note and signature behind it."""
    style = layout.style
    title, text = _title(blocks, layout)
    head: list[Element] = []
    if layout.letterhead is not None:
        head = heads.letterhead(layout.letterhead, style=style, page=page(landscape=layout.landscape))
    if layout.addressee:
        title.append(heads.addressee(layout.addressee))
    text, annexes = _before_annexes(text)
    text, names = _before_names(text)
    tail = [*ends.annex_note(layout.annexes, style=style), *names]
    keep_text(text, tail, signed=layout.signature is not None)
    if layout.signature is not None:
        tail += ends.signature(layout.signature, style=style)
    whole = [*head, *title, *text, *tail, *annexes]
    set_names(whole, style=style)
    return whole


def _title(blocks: list[Element], layout: Layout) -> tuple[list[Element], list[Element]]:
    """The title's paragraphs, given or written, and the rest."""
    title = [paragraph("Heading1", run(layout.title))] if layout.title else []
    if not title and blocks and style_of(blocks[0]) in _TITLES:
        title, blocks = blocks[:1], blocks[1:]
    if layout.byline:
        title.append(paragraph("Byline", run(layout.byline)))
    while blocks and title and style_of(blocks[0]) == "Byline":
        title, blocks = [*title, blocks[0]], blocks[1:]
    return title, blocks


def _before_annexes(blocks: list[Element]) -> tuple[list[Element], list[Element]]:
    """The text, and what is annexed to it (附件) from the first annex on, its landscape marker included."""
    for position, block in enumerate(blocks):
        if style_of(block) == "Annex":
            while position and style_of(blocks[position - 1]) in MARKERS:
                position -= 1
            return blocks[:position], blocks[position:]
    return blocks, []


def _before_names(blocks: list[Element]) -> tuple[list[Element], list[Element]]:
    """The text, and the lists of names that it ends with: they stand below the annex note."""
    position = len(blocks)
    while position and style_of(blocks[position - 1]) == NAMES:
        position -= 1
    return blocks[:position], blocks[position:]


def _space_title(blocks: list[Element]) -> None:
    """One blank line below the title and its bylines together, none between them."""
    for block, following in pairwise(blocks):
        if style_of(block) in _TITLES | {"Byline"} and style_of(following) == "Byline":
            set_property(block, w("spacing", after=0))
