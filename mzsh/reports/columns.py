"""Columns of Chinese text that stay aligned at 80 columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wcwidth import wcswidth

from mzsh.reports.lines import cut


def padded(text: str, width: int) -> str:
    """The text cut or filled with blanks to a display width."""
    shown = cut(text, width)
    return shown + " " * (width - wcswidth(shown))


def aligned(rows: Sequence[Sequence[str]], *, right: Collection[int]) -> list[str]:
    """Rows as aligned lines, the columns of numbers to the right."""
    widths = {column: max(wcswidth(row[column]) for row in rows) for column in right}
    filled = [
        [" " * (widths[at] - wcswidth(cell)) + cell if at in widths else cell for at, cell in enumerate(row)]
        for row in rows
    ]
    return table(filled)


def table(rows: Sequence[Sequence[str]], *, indent: str = "  ", gap: int = 2, widest: int = 80) -> list[str]:
    """Rows as aligned lines; the widest column gives way where the line would be too long."""
    columns = len(rows[0])
    widths = [max(wcswidth(row[column]) for row in rows) for column in range(columns)]
    over = sum(widths) + gap * (columns - 1) + len(indent) - widest
    if over > 0:
        wide = widths.index(max(widths))
        widths[wide] = max(4, widths[wide] - over)
    blank = " " * gap
    return [
        (indent + blank.join(padded(cell, width) for cell, width in zip(row, widths, strict=True))).rstrip()
        for row in rows
    ]
