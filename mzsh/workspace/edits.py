"""Surgical edits: a value set, an entry appended, and nothing else in the file moves (never load and dump)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from pathlib import Path

from mzsh.errors import MzshError
from mzsh.model.place import Edit, Node, Place, Source
from mzsh.workspace.files import UnreadableText, read_text, reason_of, write_bytes

_PLAIN = re.compile(r"[\w\u4e00-\u9fff（）〔〕《》“”·、，。；！？—…/.%+ -]+")
_NOT_TEXT = re.compile(
    r"(?:[-+]?[\d.]+(?:e\d+)?|0[xo][\da-f]+|true|false|yes|no|on|off|null|~|\d{4}-\d\d?-\d\d?)", re.IGNORECASE
)


def yaml_text(value: str) -> str:
    """A scalar as YAML: plain where that reads back the same, else in double quotes."""
    risky = value != value.strip() or value.startswith(("- ", "? ", "“")) or not _PLAIN.fullmatch(value)
    if value and not risky and not _NOT_TEXT.fullmatch(value) and not value.startswith(("-", ".", "%", "/")):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def offset(source: Source, line: int, column: int) -> int:
    """Where a line and column stand in the text, in characters from 0."""
    return source.starts[line - 1] + column - 1


def set_value(place: Place, name: str, chinese: str, value: str) -> Edit:
    """Write a scalar value: over the one that stands there, or as a new key behind the record's last one."""
    source = place.source
    entry = place.entries.get(name)
    if entry is None:
        return _new_key(place, f"{chinese}: {value}")
    key, node = entry
    if node.is_null and not node.text:
        colon = offset(source, key.span.end_line, key.span.end_column)
        colon = source.text.index(":", colon) + 1
        return Edit(colon, colon, f" {value}")
    span = node.span
    return Edit(offset(source, span.line, span.column), offset(source, span.end_line, span.end_column), value)


def _new_key(place: Place, text: str) -> Edit:
    pairs = place.node.pairs
    indent = " " * (place.node.span.column - 1)
    end = _end_of_line(place.source, pairs[-1][1] if pairs else place.node)
    return Edit(end, end, f"\n{indent}{text}")


def _end_of_line(source: Source, node: Node) -> int:
    """The end of the line on which a node ends; behind the text of a block scalar."""
    at = offset(source, node.span.end_line, node.span.end_column)
    if at > 0 and node.kind == "scalar" and node.span.end_column == 1:
        return at - 1
    end = source.text.find("\n", at)
    return len(source.text) if end < 0 else end


def replace_block(place: Place, name: str, chinese: str, lines: Sequence[str]) -> Edit:
    """Write a key whose value is a block: `lines` stand below the key, indented by the record's column."""
    indent = " " * (place.node.span.column - 1)
    block = "".join(f"\n{indent}{line}" for line in lines)
    entry = place.entries.get(name)
    if entry is None:
        return _new_key(place, f"{chinese}:{block}")
    key, node = entry
    start = offset(place.source, key.span.end_line, key.span.end_column)
    start = place.source.text.index(":", start) + 1
    end = start if node.is_null else _end_of_line(place.source, node)
    return Edit(start, end, block)


def append_items(place: Place, name: str, chinese: str, items: Sequence[Sequence[str]]) -> Edit:
    """Append entries to a list, each as its lines without the leading dash."""
    entry = place.entries.get(name)
    node = entry[1] if entry else None
    if node is None or node.kind != "sequence" or not node.items:
        return replace_block(place, name, chinese, [line for item in items for line in _dashed(item, "  ")])
    last = node.items[-1]
    column = node.span.column - 1
    if place.source.lines[last.span.line - 1].lstrip().startswith("-"):
        dash = place.source.lines[last.span.line - 1]
        column = len(dash) - len(dash.lstrip())
    end = _end_of_line(place.source, last)
    return Edit(end, end, "".join(f"\n{line}" for item in items for line in _dashed(item, " " * column)))


def _dashed(item: Sequence[str], indent: str) -> list[str]:
    first, *rest = item
    return [f"{indent}- {first}", *(f"{indent}  {line}" for line in rest)]


def require_as_typed(source: Source) -> None:
    """MzshError where a file was read with its full-width punctuation put right: its places are not those typed."""
    if any(fault.code == "full_width" for fault in source.faults):
        raise MzshError(f"{source.path} 里有全角标点，没有写入", hint=f"先运行 mzsh check --fix {source.path}")


def apply(root: Path, source: Source, edits: Sequence[Edit]) -> None:
    """Write edits into a file of the workspace; its line ends and BOM stay, another encoding becomes UTF-8.

    MzshError, and nothing is written, where the file no longer holds the text that the edits were made for.
    """
    path = root / source.path
    try:
        file = read_text(path)
    except (OSError, UnreadableText) as error:
        raise MzshError(f"读不了 {source.path}，没有写入：{reason_of(error)}") from None
    if file.text != source.text:
        raise MzshError(f"{source.path} 刚被别处改过，没有写入", hint="请再运行一次")
    write_bytes(path, file.edited(edits))


def edited_text(source: Source, edits: Sequence[Edit]) -> str:
    """What the text would be after the edits."""
    text = source.text
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def difference(path: str, before: str, after: str) -> list[str]:
    """A unified diff of a file before and after, without its file header's dates."""
    old, new = before.splitlines(), after.splitlines()
    return list(difflib.unified_diff(old, new, f"{path}（原来）", f"{path}（改后）", lineterm="", n=2))


def whole_change(before: str, after: str) -> list[Edit]:
    """The edits that turn one text into another, so that what is equal keeps its line ends."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return [
        Edit(starts[i1], starts[i2], "".join(new[j1:j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]
