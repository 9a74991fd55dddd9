"""The tables of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mzsh.conformance.word.model import Cell, Row, Table
from mzsh.conformance.word.xml import VAL, Element, attributes, local, number, switched, twips, w

if TYPE_CHECKING:
    from mzsh.conformance.word.reading import Reader

_AROUND = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


def read_table(reader: Reader, element: Element, *, number: int, section: int) -> Table:
    """One table with the paragraphs of its cells."""
    properties = element.find(w("tblPr"))
    named = properties.find(w("tblStyle")) if properties is not None else None
    style = named.get(VAL, "") if named is not None else reader.sheet.default_table
    width, share = _width(_said(properties, "tblW"))
    rows = [
        _row(reader, one, place=f"第{number}个表格第{at}行", style=style)
        for at, one in enumerate(_below(element, "tr"), 1)
    ]
    return Table(
        number=number,
        rows=tuple(rows),
        columns=tuple(twips(one.get(w("w"))) for one in element.findall(f"{w('tblGrid')}/{w('gridCol')}")),
        width=width,
        share=share,
        indent=twips(_said(properties, "tblInd").get("w")),
        fixed=_said(properties, "tblLayout").get("type") == "fixed",
        floating=properties is not None and properties.find(w("tblpPr")) is not None,
        section=section,
    )


def _below(parent: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, out of content controls and tracked insertions."""
    for one in parent:
        if local(one) == tag:
            yield one
        elif local(one) in _AROUND:
            yield from _below(one, tag)


def _said(properties: Element | None, tag: str) -> dict[str, str]:
    return attributes(properties.find(w(tag))) if properties is not None else {}


def _width(said: dict[str, str]) -> tuple[float, float | None]:
    """Twips, or a share in fiftieths of a percent; neither where Word is to find out."""
    text, kind = said.get("w", "0"), said.get("type", "dxa")
    if text.endswith("%"):
        return 0.0, number(text.rstrip("%")) * 50
    if kind == "pct":
        return 0.0, number(text)
    return (twips(text) if kind == "dxa" else 0.0), None


def _row(reader: Reader, element: Element, *, place: str, style: str) -> Row:
    properties = element.find(w("trPr"))
    height = _said(properties, "trHeight")
    cells = [_cell(reader, one, place=place, style=style) for one in _below(element, "tc")]
    return Row(
        cells=tuple(cells),
        header=switched(properties, "tblHeader"),
        height=twips(height.get("val")),
        rule=height.get("hRule", "auto"),
    )


def _cell(reader: Reader, element: Element, *, place: str, style: str) -> Cell:
    properties = element.find(w("tcPr"))
    return Cell(
        paragraphs=reader.cell(element, where=place, table=style),
        span=max(1, int(number(_said(properties, "gridSpan").get("val"), 1.0))),
        width=twips(_said(properties, "tcW").get("w")) if _said(properties, "tcW").get("type", "dxa") == "dxa" else 0.0,
    )
