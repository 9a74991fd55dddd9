"""Tables that fit: full width, columns as the template's dashes say, small type, heads that repeat."""

from mzsh.typesetting import standard
from mzsh.typesetting.wordml import TABLE_ORDER, Element, child, name, place, w

_STYLES = {
    (False, False): "Compact",
    (False, True): "CellHead",
    (True, False): "SmallCell",
    (True, True): "SmallCellHead",
}


def set_table(table: Element, *, width: int) -> None:
    """Set one of pandoc's tables across a type area of `width` twips."""
    grid = table.find(name("tblGrid"))
    columns = grid.findall(name("gridCol")) if grid is not None else []
    widths = _shares([int(column.get(name("w"), 0)) for column in columns], width)
    for column, share in zip(columns, widths, strict=True):
        column.set(name("w"), str(share))
    _properties(table)
    small = len(columns) >= standard.SMALL_CELLS_FROM
    for row in table.iter(name("tr")):
        _set_row(row, widths=widths, small=small)


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


def _set_row(row: Element, *, widths: list[int], small: bool) -> None:
    properties = row.find(name("trPr"))
    head = properties is not None and properties.find(name("tblHeader")) is not None
    if properties is None:
        properties = child(row, "trPr")
    # A row stays on one page where it can, and grows with its text: it has no height of its own.
    properties.insert(0, w("cantSplit"))
    column = 0
    for cell in row.findall(name("tc")):
        cell_properties = child(cell, "tcPr")
        span = cell_properties.find(name("gridSpan"))
        count = 1 if span is None else int(span.get(name("val"), 1))
        cell_properties.insert(0, w("tcW", w=sum(widths[column : column + count]), type="dxa"))
        cell_properties.append(w("vAlign", val="center"))
        column += count
        for paragraph in cell.iter(name("p")):
            _set_cell_text(paragraph, _STYLES[small, head], centred=head)


def _set_cell_text(paragraph: Element, style: str, *, centred: bool) -> None:
    properties = child(paragraph, "pPr")
    child(properties, "pStyle").set(name("val"), style)
    if centred:
        for alignment in properties.findall(name("jc")):
            properties.remove(alignment)
