"""What stays together on a page: a lead-in and what it leads to, the text's end and the signature, a table's end."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mzsh.typesetting.styles import BODY_STYLES
from mzsh.typesetting.wordml import Element, name, set_property, style_of, text_of, w

_CLOSING: Final = 14
"""Characters up to which a last paragraph is only a closing formula (特此通知。)."""
_SHORT_ROW: Final = 200
"""Characters up to which a row can go to the next page with another."""
_FEWEST_ROWS: Final = 4
"""Rows, the head included, from which on a table's last row may be drawn to a new page only with the one before."""


def keep(block: Element) -> None:
    """Keep a paragraph, or a table's last row, on the page of what follows."""
    if block.tag == name("p"):
        set_property(block, w("keepNext", val=1))
    elif block.tag == name("tbl"):
        last = block.findall(name("tr"))[-1]
        if len(text_of(last)) <= _SHORT_ROW:
            _keep_row(last)


def keep_text(text: Sequence[Element], tail: Sequence[Element], *, signed: bool) -> None:
    """Keep the text's own pieces together, and its end with the lines of the `tail` (附件说明) and the signature."""
    for block, following in pairwise(text):
        if style_of(block) in BODY_STYLES and text_of(block).endswith(("：", ":")) and following.tag == name("p"):
            keep(block)
    for block in text:
        rows = block.findall(name("tr")) if block.tag == name("tbl") else []
        if len(rows) >= _FEWEST_ROWS and all(len(text_of(row)) <= _SHORT_ROW for row in rows[-2:]):
            _keep_row(rows[-2])
    lines = [*text, *tail]
    kept = len(tail) + 1 if signed else len(tail)
    if text and text[-1].tag == name("p") and len(text_of(text[-1])) <= _CLOSING:
        kept += 1
    for block in lines[max(0, len(lines) - kept) : len(lines) if signed else -1]:
        keep(block)


def _keep_row(row: Element) -> None:
    for paragraph in row.iter(name("p")):
        set_property(paragraph, w("keepNext", val=1))
