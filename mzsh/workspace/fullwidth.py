"""Full-width punctuation and tabs that Chinese input methods leave in YAML (MZ003), and how to put them right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.place import Edit, Fault, Node, Source, Span
from mzsh.workspace.nodes import YamlFault, compose

_KEY = re.compile(r"^([ \t]*(?:-[ \t]+)*)([^\s#'\"“”：:，。、\[\]{}-][^\s#'\"“”：:，。]{0,11})(：)[ \t\u3000]*")
_DASH = re.compile(r"^([ \t]*)([－—–])[ \t\u3000]*(?=\S)")
_INDENT = re.compile(r"^[ ]*([\t\u3000][ \t\u3000]*)")
_AFTER_DASH = re.compile(r"^[ ]*-([ ]*[\t\u3000][ \t\u3000]*)")
_WRAPPED = re.compile(r"[“‘]([^“”‘’，。；]*)[”’]")
_COMMAS = "，；"
_MAX_REPAIRS = 60


@dataclass(frozen=True, slots=True)
class Repaired:
    """A tree read from a text in which punctuation was put right, and a fault for each repair."""

    root: Node | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Repair:
    """In a line, `length` characters from `column` (from 0) become `new`."""

    column: int
    length: int
    new: str
    message: str

    def of(self, line: str) -> str:
        return line[: self.column] + self.new + line[self.column + self.length :]


def compose_repaired(text: str, *, first_line: int, offset: int) -> Repaired:
    """Compose YAML; where that fails, put full-width punctuation and tabs right step by step and say so.

    `offset` is where `text` begins in its file. Raises YamlFault, of the text as typed, where no repair helps.
    """
    lines = text.split("\n")
    done: dict[int, _Repair] = {}
    original: YamlFault | None = None
    for _ in range(_MAX_REPAIRS):
        try:
            root = compose("\n".join(lines), first_line=first_line)
            return Repaired(root, tuple(_faults(text, done, first_line, offset)))
        except YamlFault as error:
            original = original or error
            failed = error.line - first_line
        repairs = _next_repairs(lines, failed, done, first_line)
        if not repairs:
            break
        for index, repair in repairs.items():
            lines[index] = repair.of(lines[index])
            done[index] = repair
    assert original is not None
    raise original


def _faults(text: str, done: dict[int, _Repair], first_line: int, offset: int) -> Iterator[Fault]:
    lines = text.split("\n")
    starts = line_starts(lines, offset)
    for index, repair in sorted(done.items()):
        line, column = first_line + index, repair.column + 1
        at = starts[index] + repair.column
        span = Span(line, column, line, column + repair.length)
        yield Fault(
            "full_width", span, repair.message, quote=lines[index], edit=Edit(at, at + repair.length, repair.new)
        )


def line_starts(lines: list[str], offset: int = 0) -> list[int]:
    """Where each line begins, in characters."""
    starts = [offset]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _next_repairs(lines: list[str], failed: int, done: dict[int, _Repair], first_line: int) -> dict[int, _Repair]:
    """What to put right next: near the failure first; a colon in all lines of the same shape at once."""
    for index in _suspects(lines, failed):
        if index in done:
            continue
        candidates = list(_candidates(lines, index))
        if not candidates:
            continue
        chosen = _best(lines, index, candidates, first_line)
        key = _KEY.match(lines[index])
        if key and chosen.new == ": ":
            return _same_shape(lines, key[1] + key[2], done)
        return {index: chosen}
    return {}


def _suspects(lines: list[str], failed: int) -> Iterator[int]:
    """The lines to look at: the parser notices a lost colon a little later than it stands."""
    yield from range(min(failed, len(lines) - 1), max(-1, failed - 4), -1)
    yield from (index for index in range(len(lines)) if _KEY.match(lines[index]))


def _same_shape(lines: list[str], beginning: str, done: dict[int, _Repair]) -> dict[int, _Repair]:
    repairs = {}
    for index, line in enumerate(lines):
        if index not in done and line.startswith(f"{beginning}："):
            repairs[index] = next(iter(_colon(line)))
    return repairs


def _candidates(lines: list[str], index: int) -> Iterator[_Repair]:
    line = lines[index]
    for pattern in (_INDENT, _AFTER_DASH):
        if blank := pattern.match(line):
            what = "制表符（Tab）" if "\t" in blank[1] else "全角空格"
            for new in _blanks(lines, index, len(blank[1].strip(" ")), after_dash=pattern is _AFTER_DASH):
                yield _Repair(blank.start(1), len(blank[1]), new, f"缩进用了{what}，YAML 只认半角空格")
            return
    if dash := _DASH.match(line):
        yield _Repair(dash.start(2), dash.end() - dash.start(2), "- ", f"列表项用了“{dash[2]}”，应为半角的“- ”")
    yield from _colon(line)
    opened = min((at for at in (line.find("{"), line.find("[")) if at >= 0), default=-1)
    comma = min((at for mark in _COMMAS if (at := line.find(mark, opened)) >= 0), default=-1)
    if opened >= 0 and comma >= 0:
        message = f"这里用了全角的“{line[comma]}”，应为半角逗号"
        yield _Repair(comma, 1, ", ", message)


def _colon(line: str) -> Iterator[_Repair]:
    if match := _KEY.match(line):
        message = f"“{match[2]}”后面是全角冒号，应为半角冒号加一个空格"
        yield _Repair(match.start(3), match.end() - match.start(3), ": ", message)


def _blanks(lines: list[str], index: int, wide: int, *, after_dash: bool) -> Iterator[str]:
    """Blanks that may stand in place of tabs or full-width blanks: as the neighbours have them, else two, four, one."""
    if after_dash:
        yield " "
        return
    for near in (*range(index - 1, max(-1, index - 4), -1), index + 1):
        if 0 <= near < len(lines) and lines[near].strip() and not _INDENT.match(lines[near]):
            text = lines[near]
            yield " " * (len(text) - len(text.lstrip(" ")))
            if text.lstrip(" ").startswith("- "):
                yield " " * (len(text) - len(text.lstrip(" ")) + 2)
    yield from (" " * (wide * each) for each in (2, 4, 1))


def _best(lines: list[str], index: int, candidates: list[_Repair], first_line: int) -> _Repair:
    """The repair after which the parser gets furthest."""
    if len(candidates) == 1:
        return candidates[0]

    def reach(repair: _Repair) -> int:
        try:
            compose("\n".join([*lines[:index], repair.of(lines[index]), *lines[index + 1 :]]), first_line=first_line)
        except YamlFault as error:
            return error.line
        return len(lines) + first_line + 1

    return max(candidates, key=reach)


def unwrapped(node: Node) -> str | None:
    """The text inside full-width quotes that wrap a whole value; None where there are none."""
    if node.kind != "scalar" or node.quoted:
        return None
    match = _WRAPPED.fullmatch(node.text)
    return match[1] if match else None


def faults_in_values(root: Node, source: Source) -> Iterator[Fault]:
    """Values wrapped whole in full-width quotes; they would become part of the value."""
    starts = source.starts
    queue = [root]
    while queue:
        current = queue.pop()
        queue.extend(current.items)
        queue.extend(value for _, value in current.pairs)
        inner = unwrapped(current)
        if inner is None:
            continue
        span = current.span
        start = starts[span.line - 1] + span.column - 1
        yield Fault(
            "full_width",
            span,
            f"“{inner}”用了全角引号，引号会成为内容的一部分",
            hint="去掉引号，或改为半角引号",
            quote=source.quote(span),
            edit=Edit(start, start + len(current.text), inner),
        )


def colon_faults(node: Node, source: Source) -> list[Fault]:
    """Full-width colons in the lines of a plain text that should have been a mapping."""
    if node.kind != "scalar" or node.quoted:
        return []
    lines = source.lines
    starts = source.starts
    faults = []
    for number in range(node.span.line, min(node.span.end_line, len(lines)) + 1):
        for repair in _colon(lines[number - 1]):
            at = starts[number - 1] + repair.column
            span = Span(number, repair.column + 1, number, repair.column + 2)
            edit = Edit(at, at + repair.length, ": ")
            faults.append(Fault("full_width", span, repair.message, quote=lines[number - 1], edit=edit))
    return faults


def dash_faults(node: Node, source: Source) -> list[Fault]:
    """Dashes that are none at the beginning of a continued line: two items of a list run together."""
    lines = source.lines
    starts = source.starts
    faults = []
    for number in range(node.span.line + 1, min(node.span.end_line, len(lines)) + 1 if not node.quoted else 0):
        match = re.match(r"^([ \t]*)([－—–-])[ \t\u3000]*(?=\S)", lines[number - 1])
        if match:
            at = starts[number - 1] + match.start(2)
            span = Span(number, match.start(2) + 1, number, match.end() + 1)
            message = f"列表项的“{match[2]}”应为半角的“- ”，后面空一格"
            edit = Edit(at, at + match.end() - match.start(2), "- ")
            faults.append(Fault("full_width", span, message, quote=lines[number - 1], edit=edit))
    return faults


def comma_fault(item: Node, source: Source) -> Fault | None:
    """An item of a `[…]` list of names that holds a full-width comma: two names run together."""
    positions = [index for index, char in enumerate(item.text) if char in "，、；"]
    if item.quoted or not positions or item.span.line != item.span.end_line:
        return None
    column = item.span.column + positions[0]
    start = source.starts[item.span.line - 1] + item.span.column - 1
    apart = re.sub(r"[，、；]\s*", ", ", item.text)
    return Fault(
        "full_width",
        Span(item.span.line, column, item.span.line, column + 1),
        f"名单里用了全角的“{item.text[positions[0]]}”，应为半角逗号",
        quote=source.lines[item.span.line - 1],
        edit=Edit(start, start + len(item.text), apart),
    )
