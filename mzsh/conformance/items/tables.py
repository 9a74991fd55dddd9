"""Tables: as wide as the type area, heads that come again, rows that grow with what stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.conformance import standard
from mzsh.conformance.fonts import runs_in, typeface
from mzsh.conformance.forms import characters
from mzsh.conformance.item import Trace, custom, item, right, wrong
from mzsh.conformance.items.imprint import is_imprint
from mzsh.conformance.items.page import is_a4
from mzsh.conformance.paper import Paper
from mzsh.conformance.word.model import Cell, Paragraph, Row, Section, Table

_NARROWEST, _WIDEST = 0.965, 1.02
"""Of the type area's width: Word lets a table stand out by the padding of its cells."""
_FULL = 5000.0
_LONG_ROWS = 8
_LONG_PART = 0.5
"""Of a page's height, from which a table may run over a page wherever it begins."""
_PADDING = 170.0
_NATURAL = 1.3
_SMALLEST_PT, _LARGEST_PT = 9.0, 16.0


def real_tables(paper: Paper) -> Iterator[Table]:
    """The tables that are none of 版记."""
    for table in paper.tables:
        if table.rows and not is_imprint([one for row in table.rows for cell in row.cells for one in cell.paragraphs]):
            yield table


def _cells(paper: Paper) -> Iterator[Paragraph]:
    for table in real_tables(paper):
        for row in table.rows:
            for cell in row.cells:
                yield from (one for one in cell.paragraphs if one.words)


def type_width(section: Section) -> float:
    """The width of the type area in twips, as the standard gives it."""
    return standard.TYPE_AREA_MM[1 if section.landscape else 0] * standard.TWIPS_A_MM


def _own_width(section: Section) -> float:
    return section.width - section.margins["left"] - section.margins["right"] - section.gutter


@item("table-width", "表格宽度", advice="选中表格 → 布局 → 自动调整 → 根据窗口；或表格属性里宽度 100%")
def table_width(paper: Paper) -> Iterator[Trace]:
    """版心宽 156 mm（横排 225 mm），表格与版心等宽，不伸出版心。"""
    for table in real_tables(paper):
        section = paper.section(table)
        widths = [one for one in type_widths(section) if one > 0]
        if table.share is not None:
            shares, told = [table.share / _FULL], f"版心的 {table.share / 50:.0f}%"
        else:
            width = table.width or sum(table.columns)
            shares, told = [width / one for one in widths], f"{width / standard.TWIPS_A_MM:.0f} mm"
        columns = _of_columns(table)
        if not any(_NARROWEST <= share <= _WIDEST for share in shares):
            yield wrong(told, table.place)
        elif columns > _WIDEST * max(widths):
            yield wrong(f"各列加起来 {columns / standard.TWIPS_A_MM:.0f} mm", table.place)
        elif abs(table.indent) > 4 * standard.TWIPS_A_MM and not table.floating:
            yield wrong(f"左缩进 {table.indent / standard.TWIPS_A_MM:.0f} mm", table.place)
        else:
            yield right("与版心等宽")


def type_widths(section: Section) -> tuple[float, ...]:
    """The type area's width as it should be and as it is; either way where nobody knows how the page lies."""
    told = section.landscape == (section.orient == "landscape")
    turned = () if told and is_a4(section) else tuple(mm * standard.TWIPS_A_MM for mm in standard.TYPE_AREA_MM)
    return (type_width(section), _own_width(section), *turned)


def _of_columns(table: Table) -> float:
    """The columns of the widest row together, in twips."""
    return max(sum(table.columns), *(sum(cell.width for cell in row.cells) for row in table.rows))


@item("table-header", "表头重复", advice="选中表头那一行 → 布局 → 重复标题行")
def table_header(paper: Paper) -> Iterator[Trace]:
    """表格可能排过一面的，每一面都要有表头，看的人才知道各栏是什么。"""
    for table in real_tables(paper):
        if any(row.header for row in table.rows):
            yield right("表头重复")
        elif _is_list(table) and _may_run_over(table, paper.section(table)):
            yield wrong(f"{len(table.rows)} 行，表头不重复", table.place)


def _is_list(table: Table) -> bool:
    """A head and rows of the same cells below it, which a form (登记表) has not."""
    counts = [len(row.cells) for row in table.rows]
    regular = [count for count in counts if count == counts[0]]
    head = [_words(cell) for cell in table.rows[0].cells]
    return counts[0] >= 2 and len(regular) >= 0.8 * len(counts) and all(head) and max(map(len, head)) <= 20


def _words(cell: Cell) -> str:
    return "".join(one.words for one in cell.paragraphs)


def _may_run_over(table: Table, section: Section) -> bool:
    height = standard.TYPE_AREA_MM[0 if section.landscape else 1] * standard.TWIPS_A_MM
    total = sum(max(row.height, _needed(row, table)) for row in table.rows)
    return len(table.rows) >= _LONG_ROWS or total > _LONG_PART * height


def _needed(row: Row, table: Table) -> float:
    """The height in twips that the fullest cell of a row takes, about."""
    at, most = 0, 0.0
    for cell in row.cells:
        width = cell.width or sum(table.columns[at : at + cell.span]) or type_width_of(table)
        at += cell.span
        most = max(most, sum(_height(one, width) for one in cell.paragraphs))
    return most


def type_width_of(table: Table) -> float:
    """An even share of a portrait page for a column that does not say its width."""
    return standard.TYPE_AREA_MM[0] * standard.TWIPS_A_MM / max(1, len(table.rows[0].cells))


def _height(paragraph: Paragraph, width: float) -> float:
    size = min(max((run.letters.size for run in paragraph.runs), default=_SMALLEST_PT), _LARGEST_PT)
    room = max(1.0, (width - _PADDING) / (size * 20))
    lines = sum(1 + int(characters(line) / room) for line in paragraph.text.split("\n"))
    pitch = paragraph.lines.pitch if paragraph.lines.rule == "exact" else size * 20 * _NATURAL
    return lines * pitch


@item("row-height", "行高", advice="表格属性 → 行：行高值用“最小值”，不用“固定值”")
def row_height(paper: Paper) -> Iterator[Trace]:
    """表格的行随内容增高；行高用固定值，写多了的字就看不见。"""
    for table in real_tables(paper):
        for number, row in enumerate(table.rows, 1):
            if row.rule != "exact":
                yield right("随内容增高")
            elif _needed(row, table) > row.height:
                yield wrong("固定行高，字被遮住", f"{table.place}第{number}行")
            else:
                yield custom("固定行高，现在排得下", f"{table.place}第{number}行")


@item("cell-pitch", "表格里的行距", advice="选中表格 → 段落 → 行距：单倍行距或最小值")
def cell_pitch(paper: Paper) -> Iterator[Trace]:
    """表格里不用固定行距：字号、行高与正文不同，固定行距会把字切掉。"""
    for paragraph in _cells(paper):
        exact = paragraph.lines.rule == "exact"
        told = f"固定值 {paragraph.lines.pitch / 20:g} 磅"
        yield wrong(told, paragraph.place) if exact else right("不是固定值")


@item("cell-font", "表格字体", advice="选中表格，中文字体选仿宋、宋体、黑体或楷体")
def cell_font(paper: Paper) -> Iterator[Trace]:
    """表格里的字用公文的字体：仿宋、宋体，表头用黑体。"""
    for paragraph in _cells(paper):
        for run in typeface(paragraph):
            font = run.letters.fonts["eastAsia"]
            yield right("公文字体") if standard.family(font) else wrong(font, paragraph.place)


@item("cell-size", "表格字号", advice="选中表格，字号选小四到五号（最大三号）")
def cell_size(paper: Paper) -> Iterator[Trace]:
    """表格里的字不大于正文（3 号），也不小到看不清（小 5 号）；标准没有规定表格的字号。"""
    for paragraph in _cells(paper):
        for run in runs_in(paragraph):
            size = run.letters.size
            fits = _SMALLEST_PT <= size <= _LARGEST_PT or size == standard.TITLE_PT
            yield right("大小合适") if fits else wrong(standard.sized(size), paragraph.place)
