"""Keys that were typed twice: which may go because it only says again what stands there."""

from __future__ import annotations

from mzsh.model.place import Edit, Node, Source


def repetition(source: Source, second: tuple[Node, Node], first: tuple[Node, Node]) -> Edit | None:
    """The edit that takes away a key whose very value was typed before; None where it has no line for itself."""
    key, value = second
    line = source.lines[key.span.line - 1]
    before, behind = line[: key.span.column - 1], line[value.span.end_column - 1 :]
    alone = not before.strip() and not behind.strip() and value.span.end_line == key.span.line
    same = (value.kind, value.text, value.quoted) == (first[1].kind, first[1].text, first[1].quoted)
    if not alone or not same or value.kind != "scalar" or "{" in line:
        return None
    start = source.starts[key.span.line - 1]
    return Edit(start, min(start + len(line) + 1, len(source.text)), "")
