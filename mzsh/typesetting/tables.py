"""Tables that fit: full width, columns as the template's dashes say, small type, heads that repeat, cells that join."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from mzsh.errors import MzshError
from mzsh.typesetting import standard
from mzsh.typesetting.chinese import characters
from mzsh.typesetting.escaping import MERGED_LEFT, MERGED_UP
from mzsh.typesetting.wordml import TABLE_ORDER, Element, child, name, place, style_of, text_of, w

_STYLES = {
    (False, False): "Compact",
    (False, True): "CellHead",
    (True, False): "SmallCell",
    (True, True): "SmallCellHead",
}
_ROW_HEIGHT = re.compile(r"RowHeight(\d+)")
_HIGHEST = 200  # millimetres
_PADDING = 170  # twips at both sides of a cell together
_WHOLE_ROWS = 12  # lines up to which a row stays on one page; a taller one would leave half of it empty


def row_height(block: Element) -> int | None:
    """The least height in millimetres that a marker asks for the rows of the next table; None for any other block.

    MzshError where no page is so high.
    """
    found = _ROW_HEIGHT.fullmatch(style_of(block))
    if found is None:
        return None
    if len(found[1]) > 3 or int(found[1]) > _HIGHEST:
        raise MzshError(f"行高 {found[1][:12]} 毫米比一页还高", hint=f"::: 行高 后面写 1 到 {_HIGHEST}")
    return int(found[1])


def with_heights(blocks: Iterable[Element]) -> list[Element]:
    """The blocks without the markers of heights, which are carried out."""
    kept: list[Element] = []
    height: int | None = None
    for block in blocks:
        asked = row_height(block)
        if asked is not None:
            height = asked
            continue
        if height and block.tag == name("tbl"):
            _set_heights(block, height)
        height = None
        kept.append(block)
    return kept


def _set_heights(table: Element, height: int) -> None:
    for row in table.iter(name("tr")):
        if not _is_head(row):
            child(row, "trPr").append(w("trHeight", val=standard.twips(height), hRule="atLeast"))


def set_table(table: Element, *, width: int) -> None:
    """Set one of pandoc's tables across a type area of `width` twips."""
    grid = table.find(name("tblGrid"))
    columns = grid.findall(name("gridCol")) if grid is not None else []
    widths = _shares([int(column.get(name("w"), 0)) for column in columns], width)
    for column, share in zip(columns, widths, strict=True):
        column.set(name("w"), str(share))
    _properties(table)
    small = len(columns) >= standard.SMALL_CELLS_FROM
    rows = table.findall(name("tr"))
    for row in rows:
        _join_left(row)
        _set_row(row, widths=widths, small=small)
    _join_up(rows)


def _shares(asked: list[int], width: int) -> list[int]:
    """The width in the proportions asked for; the last column takes what rounding leaves."""
    total = sum(asked)
    proportions = [one / total for one in asked] if total else [1 / len(asked)] * len(asked)
    shares = [int(width * proportion) for proportion in proportions]
    return [*shares[:-1], width - sum(shares[:-1])] if shares else []


def _properties(table: Element) -> None:
    properties = child(table, "tblPr")
    for wanted in (w("tblW", w=5000, type="pct"), w("tblLayout", type="fixed")):
        place(properties, wanted, order=TABLE_ORDER)


def _is_head(row: Element) -> bool:
    properties = row.find(name("trPr"))
    return properties is not None and properties.find(name("tblHeader")) is not None


def _span(cell: Element) -> int:
    span = cell.find(f"{name('tcPr')}/{name('gridSpan')}")
    return 1 if span is None else int(span.get(name("val"), 1))


def _join_left(row: Element) -> None:
    """A cell that belongs to the one at its left goes, and that one is as wide as both."""
    for cell, following in reversed(list(pairwise(row.findall(name("tc"))))):
        if text_of(following) == MERGED_LEFT:
            spanned = _span(cell) + _span(following)
            properties = child(cell, "tcPr")
            for old in properties.findall(name("gridSpan")):
                properties.remove(old)
            properties.append(w("gridSpan", val=spanned))
            row.remove(following)


def _join_up(rows: list[Element]) -> None:
    """A cell that belongs to the one above continues it."""
    begun: dict[int, Element] = {}
    for row in rows:
        column = 0
        for cell in row.findall(name("tc")):
            properties = child(cell, "tcPr")
            if text_of(cell) == MERGED_UP and column in begun:
                joined = w("vMerge", val="continue")
                for text in cell.iter(name("t")):
                    text.text = ""
                above = child(begun[column], "tcPr")
                if above.find(name("vMerge")) is None:
                    _before_alignment(above, w("vMerge", val="restart"))
                _before_alignment(properties, joined)
            else:
                begun[column] = cell
            column += _span(cell)


def _before_alignment(properties: Element, wanted: Element) -> None:
    alignment = properties.find(name("vAlign"))
    if alignment is None:
        properties.append(wanted)
    else:
        alignment.addprevious(wanted)


def _set_row(row: Element, *, widths: list[int], small: bool) -> None:
    head = _is_head(row)
    properties = child(row, "trPr")
    size = standard.SMALL_CELL_SIZE if small else standard.CELL_SIZE
    column = tallest = 0
    for cell in row.findall(name("tc")):
        cell_properties = child(cell, "tcPr")
        count = _span(cell)
        width = sum(widths[column : column + count])
        cell_properties.insert(0, w("tcW", w=width, type="dxa"))
        cell_properties.append(w("vAlign", val="center"))
        column += count
        tallest = max(tallest, _lines(cell, width=width, size=size))
        for paragraph in cell.iter(name("p")):
            _set_cell_text(paragraph, _STYLES[small, head], centred=head)
    if head or tallest <= _WHOLE_ROWS:
        # A row stays on one page where it can, and grows with its text: it has no height of its own.
        properties.insert(0, w("cantSplit"))


def _lines(cell: Element, *, width: int, size: float) -> int:
    """How many lines the text of a cell takes, about."""
    room = max(1.0, (width - _PADDING) / (size * 20))
    breaks = sum(1 for _ in cell.iter(name("br")))
    return breaks + 1 + int(characters(text_of(cell)) / room)


def _set_cell_text(paragraph: Element, style: str, *, centred: bool) -> None:
    properties = child(paragraph, "pPr")
    child(properties, "pStyle").set(name("val"), style)
    if centred:
        for alignment in properties.findall(name("jc")):
            properties.remove(alignment)
