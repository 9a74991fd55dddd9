"""Full-width punctuation and tabs that Chinese input methods leave in YAML (MZ003), and how to put them right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.place import Edit, Fault, Node, Span
from mzsh.workspace.nodes import YamlFault, compose

_KEY = re.compile(r"^([ \t]*(?:-[ \t]+)*)([^\s#'\"“”：:，。、\[\]{}-][^\s#'\"“”：:，。]{0,11})(：)[ \t\u3000]*")
_DASH = re.compile(r"^([ \t]*)([－—–])[ \t\u3000]+")
_INDENT = re.compile(r"^[ ]*([\t\u3000][ \t\u3000]*)")
_WRAPPED = re.compile(r"[“‘]([^“”‘’，。；]*)[”’]")
_FLOW = {"，": ",", "、": ",", "；": ","}
_MAX_REPAIRS = 200


@dataclass(frozen=True, slots=True)
class Repaired:
    """A tree read from a text in which punctuation was put right, and a fault for each repair."""

    root: Node | None
    faults: tuple[Fault, ...]


def compose_repaired(text: str, *, first_line: int, offset: int) -> Repaired:
    """Compose YAML; where that fails, put full-width punctuation and tabs right one by one and say so.

    `offset` is where `text` begins in its file. Raises YamlFault where no such repair helps.
    """
    lines = text.split("\n")
    faults: list[Fault] = []
    starts = _line_starts(lines, offset)
    repaired_lines: set[int] = set()
    for _ in range(_MAX_REPAIRS):
        try:
            return Repaired(compose("\n".join(lines), first_line=first_line), tuple(faults))
        except YamlFault as error:
            failed = error
        for index in _suspects(lines, failed.line - first_line, failed.code == "tab"):
            repair = None if index in repaired_lines else _repair(lines[index])
            if repair is None:
                continue
            column, length, new, message = repair
            line = lines[index]
            lines[index] = line[:column] + new + line[column + length :]
            repaired_lines.add(index)
            at = starts[index] + column
            span = Span(first_line + index, column + 1, first_line + index, column + 1 + length)
            faults.append(Fault("full_width", span, message, quote=line, edit=Edit(at, at + length, new)))
            break
        else:
            raise failed
    raise failed


def _line_starts(lines: list[str], offset: int) -> list[int]:
    starts = []
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    return starts


def _suspects(lines: list[str], failed: int, tab: bool) -> Iterator[int]:
    """The lines to look at, nearest to the failure first: the parser notices a lost colon a little later."""
    yield from range(min(failed, len(lines) - 1), max(-1, failed - 4), -1)
    if not tab:
        yield from (index for index in range(len(lines)) if _KEY.match(lines[index]))


def _repair(line: str) -> tuple[int, int, str, str] | None:
    """Column from 0, length, replacement and message of the one thing to put right in a line."""
    if indent := _INDENT.match(line):
        what = "制表符（Tab）" if "\t" in indent[1] else "全角空格"
        column, length = indent.start(1), len(indent[1])
        return column, length, "  " * length, f"缩进用了{what}，YAML 只认半角空格"
    if dash := _DASH.match(line):
        return dash.start(2), len(dash[0]) - len(dash[1]), "- ", f"列表项用了全角的“{dash[2]}”，应为半角的“- ”"
    if match := _KEY.match(line):
        rest = len(match[0]) - match.start(3)
        return match.start(3), rest, ": ", f"“{match[2]}”后面是全角冒号，应为半角冒号加一个空格"
    return None


def faults_in_values(node: Node, *, lines: list[str], line_starts: list[int]) -> Iterator[Fault]:
    """Values wrapped whole in full-width quotes; they would become part of the value."""
    queue = [node]
    while queue:
        current = queue.pop()
        queue.extend(current.items)
        queue.extend(value for _, value in current.pairs)
        if current.kind != "scalar" or current.quoted or not _WRAPPED.fullmatch(current.text):
            continue
        span = current.span
        start = line_starts[span.line - 1] + span.column - 1
        end = start + len(current.text)
        yield Fault(
            "full_width",
            span,
            f"“{current.text[1:-1]}”用了全角引号，引号会成为内容的一部分",
            hint="去掉引号，或改为半角引号",
            quote=lines[span.line - 1],
            edit=Edit(start, end, current.text[1:-1]),
        )


def flow_fault(item: Node, *, lines: list[str], line_starts: list[int]) -> Fault | None:
    """An item of a `[…]` list of names that holds a full-width comma: two names run together."""
    positions = [index for index, char in enumerate(item.text) if char in _FLOW]
    if item.quoted or not positions or item.span.line != item.span.end_line:
        return None
    column = item.span.column + positions[0]
    start = line_starts[item.span.line - 1] + column - 1
    return Fault(
        "full_width",
        Span(item.span.line, column, item.span.line, column + 1),
        f"名单里用了全角的“{item.text[positions[0]]}”，应为半角逗号",
        quote=lines[item.span.line - 1],
        edit=Edit(start, start + 1, ", "),
    )
