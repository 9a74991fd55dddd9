"""YAML to nodes with marks, from the events of the C parser: no recursion, bounded depth and size, nothing guessed.

PyYAML's composer recurses, its constructor accepts duplicate keys and turns 14:30 into 870; a tree built from the
events keeps every scalar as it was typed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from mzsh.model.place import Node, Span

MAX_DEPTH = 40
MAX_NODES = 60_000
"""After aliases are expanded; a register of a thousand rows has 20,000."""


class YamlFault(Exception):
    """The text is no YAML that can be read; `code` is syntax, too_deep or tab."""

    def __init__(self, code: str, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.code, self.line, self.column = code, line, column


_NO_COLON = "could not find expected ':'"
_TOO_DEEP = "maximum nesting depth"
_UNPAIRED = ("',' or ']'", "',' or '}'", "end of stream")
_MESSAGES = (
    ("cannot start any token", "\\t", "tab", "缩进用了制表符（Tab），YAML 只认半角空格"),
    ("cannot start any token", "", "syntax", "这里的符号 YAML 不认识，文字请加引号"),
    ("could not find expected ':'", "", "syntax", "这一行缺冒号，应写成“键: 值”"),
    ("mapping values are not allowed", "", "syntax", "这里不该有冒号：上一行的缩进不对，或者文字里的冒号没有加引号"),
    ("could not find expected tag", "", "syntax", "以 ! 开头的文字请加引号"),
    ("tag handle", "", "syntax", "以 ! 开头的文字请加引号"),
    ("did not find expected key", "", "syntax", "缩进没有对齐，或者缺了键名"),
    ("did not find expected '-' indicator", "", "syntax", "列表的缩进没有对齐"),
    ("did not find expected ',' or ']'", "", "syntax", "方括号没有配对"),
    ("did not find expected ',' or '}'", "", "syntax", "花括号没有配对"),
    ("unexpected end of stream", "", "syntax", "引号或括号没有配对，一直到文件末尾"),
    ("did not find expected node content", "", "syntax", "这里缺内容"),
    ("undefined alias", "", "syntax", "以 * 开头的文字请加引号"),
    ("did not find expected <document start>", "", "syntax", "前面的内容结束后又多出一段，请检查缩进"),
    ("block sequence entries are not allowed", "", "syntax", "列表项（-）放在了不该放的地方"),
    ("exceeded max depth", "", "too_deep", "嵌套太深"),
)


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    kind: str
    start: Any
    anchor: str | None
    flow: bool
    children: list[Node] = field(default_factory=list)


def compose(text: str, *, first_line: int = 1) -> Node | None:
    """The root node, or None for an empty text. Lines are counted from `first_line`. Raises YamlFault."""
    composer = _Composer(text, first_line)
    try:
        return composer.compose(_events(text))
    except yaml.reader.ReaderError as error:
        position = _characters(text, int(error.position))
        line = text.count("\n", 0, position)
        column = position - text.rfind("\n", 0, position)
        raise YamlFault("syntax", "文件里有不可见的控制字符", line + first_line, column) from None
    except yaml.MarkedYAMLError as error:
        if _TOO_DEEP in (error.problem or ""):
            raise composer.too_deep(text, error) from None
        raise composer.unclosed() or composer.translated(error, text) from None
    except RecursionError:
        raise YamlFault("too_deep", "嵌套太深", first_line, 1) from None


def _events(text: str) -> Iterator[yaml.Event]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(text, Loader=loader))


class _Composer:
    def __init__(self, text: str, first_line: int) -> None:
        self.first_line = first_line
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.weight = 0
        self.root: Node | None = None

    def compose(self, events: Iterator[yaml.Event]) -> Node | None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._fault("syntax", "一个文件里只能有一份内容，这里又起了一份（---）", event.start_mark)
            elif isinstance(event, yaml.ScalarEvent):
                quoted = event.style in ("'", '"', "|", ">")
                self._add(Node("scalar", self._span(event), event.value, quoted), event.anchor, 1)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "sequence"
                self.stack.append(_Open(kind, event.start_mark, event.anchor, bool(event.flow_style)))
                if len(self.stack) > MAX_DEPTH:
                    raise self._fault("too_deep", f"嵌套超过 {MAX_DEPTH} 层", event.start_mark)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
        return self.root

    def too_deep(self, text: str, error: yaml.MarkedYAMLError) -> YamlFault:
        """Where the brackets of a line pass the depth, of which the parser itself gave up (libyaml from 0.2.6 on)."""
        mark: Any = error.problem_mark
        start = self.starts[min(mark.line, len(self.starts) - 1)]
        depth, column = sum(not one.flow for one in self.stack), mark.column
        for offset, char in enumerate(text[start : start + mark.column]):
            depth += (char in "[{") - (char in "]}")
            if depth > MAX_DEPTH:
                column = offset
                break
        return YamlFault("too_deep", f"嵌套超过 {MAX_DEPTH} 层", mark.line + self.first_line, column + 1)

    def unclosed(self) -> YamlFault | None:
        """The innermost bracket that was still open when the parser gave up."""
        opened = self.stack[-1] if self.stack and self.stack[-1].flow else None
        if opened is None:
            return None
        bracket = "方括号" if opened.kind == "sequence" else "花括号"
        return self._fault("syntax", f"{bracket}没有配对", opened.start)

    def translated(self, error: yaml.MarkedYAMLError, text: str) -> YamlFault:
        """What the parser says, in Chinese, at the line where a person would look."""
        problem = error.problem or ""
        mark: Any = error.problem_mark or error.context_mark
        if error.context_mark and (_NO_COLON in problem or any(word in problem for word in _UNPAIRED)):
            mark = error.context_mark
        if error.context_mark and "expected alphabetic or numeric" in problem:
            line, column = self._point(error.context_mark)
            anchor = text.split("\n")[line - self.first_line][column - 1 : column]
            return YamlFault("syntax", f"以 {anchor} 开头的文字请加引号", line, column)
        line, column = self._point(mark) if mark else (self.first_line, 1)
        lines = text.split("\n")
        here = lines[min(line - self.first_line, len(lines) - 1)]
        if _NO_COLON in problem and re.match(r"\s*(?:- )?[^\s:：]{1,12}:\S", here):
            return YamlFault("syntax", "冒号后面要空一格", line, here.index(":") + 1)
        if "expected key" in problem and here[column - 2 : column - 1] in ("'", '"'):
            return YamlFault("syntax", "引号后面还有文字：整个值加引号，或者都不加", line, column)
        for needle, also, code, message in _MESSAGES:
            if needle in problem and (not also or here[column - 1 : column] == "\t"):
                return YamlFault(code, message, line, column)
        return YamlFault("syntax", "YAML 写法有误，请检查缩进、冒号和引号", line, column)

    def _close(self, event: yaml.Event) -> None:
        opened = self.stack.pop()
        children = opened.children
        end = children[-1].span[2:] if children else self._point(event.end_mark)
        span = Span(*self._point(opened.start), *end)
        if opened.kind == "sequence":
            node = Node("sequence", span, items=tuple(children))
        else:
            node = Node("mapping", span, pairs=tuple(zip(children[::2], children[1::2], strict=True)))
        self._add(node, opened.anchor, 1)

    def _alias(self, event: yaml.AliasEvent) -> None:
        if event.anchor not in self.anchors:
            raise self._fault("syntax", "以 * 开头的文字请加引号", event.start_mark)
        node, weight = self.anchors[event.anchor]
        self._add(replace(node, span=self._span(event)), None, weight, event.start_mark)

    def _add(self, node: Node, anchor: str | None, weight: int, mark: Any = None) -> None:
        self.weight += weight
        if self.weight > MAX_NODES:
            line, column = self._point(mark) if mark else node.span[:2]
            raise YamlFault("too_deep", f"内容超过 {MAX_NODES} 项", line, column)
        if anchor:
            self.anchors[anchor] = (node, _weight(node))
        if self.stack:
            self.stack[-1].children.append(node)
        else:
            self.root = node

    def _point(self, mark: Any) -> tuple[int, int]:
        """Line and column as an editor counts them: YAML also ends lines at NEL, LS, PS and a lone CR."""
        line = bisect_right(self.starts, mark.index) - 1
        return line + self.first_line, mark.index - self.starts[line] + 1

    def _span(self, event: yaml.Event) -> Span:
        return Span(*self._point(event.start_mark), *self._point(event.end_mark))

    def _fault(self, code: str, message: str, mark: Any) -> YamlFault:
        return YamlFault(code, message, *self._point(mark))


def _weight(node: Node) -> int:
    """How many nodes there are below, counted without recursion and no further than the limit."""
    total, queue = 0, [node]
    while queue and total <= MAX_NODES:
        current = queue.pop()
        total += 1
        queue.extend(current.items)
        queue.extend(part for pair in current.pairs for part in pair)
    return total


def _characters(text: str, position: int) -> int:
    """A position of a reader error in characters; the C parser gives it in bytes."""
    if not hasattr(yaml, "CSafeLoader"):
        return position
    return len(text.encode("utf-8", "replace")[:position].decode("utf-8", "ignore"))
