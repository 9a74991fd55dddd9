"""Pipe tables from rows of values, for templates that would otherwise count dashes."""

from collections.abc import Iterable, Sequence

from mzsh.typesetting.escaping import Markdown, escape

_DASHES = 3  # a dash or two could be taken for text


def table(
    head: Sequence[object],
    rows: Iterable[Sequence[object]],
    *,
    widths: Sequence[int] = (),
    centred: Iterable[int] = (),
    height: int = 0,
) -> Markdown:
    """A table of `rows` below `head` (表头); a head of empty cells is none.

    `widths` are proportions; `centred` names columns, the first being 1. `height` is the least of each row below the
    head in millimetres, for tables that are filled in by hand. A cell that is `left` or `up` belongs to its neighbour.
    """
    shares = list(widths) or [1] * len(head)
    if len(shares) != len(head):
        raise ValueError(f"表有 {len(head)} 栏，栏宽却有 {len(shares)} 个")
    middle = set(centred)
    rule = [_rule(share, centred=number in middle) for number, share in enumerate(shares, 1)]
    lines = [_line(escape(cell) for cell in head), _line(rule)]
    for row in rows:
        if len(row) != len(head):
            raise ValueError(f"表有 {len(head)} 栏，这一行却有 {len(row)} 格")
        lines.append(_line(escape(cell) for cell in row))
    written = "\n".join(lines)
    return Markdown(f"::: 行高{height}\n{written}\n:::" if height else written)


def _rule(share: int, *, centred: bool) -> str:
    dashes = "-" * (_DASHES * share)
    return f":{dashes[2:]}:" if centred else dashes


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
