"""Suppressions: `<!-- mzsh: 忽略 MZ203 理由 -->` in Markdown, `# mzsh: 忽略 MZ203 理由` in YAML.

One covers the next block in Markdown, the next item or key in YAML; at the very top of a file also what is said of
the file as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.place import WHOLE_FILE, Node, Source, Span
from mzsh.model.record import Document
from mzsh.model.remark import Remark

_COMMENT = re.compile(r"(?:<!--|#)\s*mzsh\s*[:：]\s*忽略\s*((?:MZ\d{3}[\s、,，]*)*)(.*?)\s*(?:-->|$)")
_ID = re.compile(r"MZ\d{3}")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment: the rules it silences, the reason, its place, and the lines it covers."""

    rules: tuple[str, ...]
    reason: str
    path: str
    span: Span
    first: int
    last: int
    whole_file: bool

    def covers(self, rule: str, remark: Remark) -> bool:
        """Whether a remark falls under this comment."""
        if rule not in self.rules or remark.path != self.path:
            return False
        if remark.span == WHOLE_FILE:
            return self.whole_file
        return self.first <= remark.span.line <= self.last


def suppressions(source: Source, document: Document | None) -> Iterator[Suppression]:
    """All suppressions of one file."""
    lines = source.lines
    in_yaml = source.body_line if source.is_markdown else len(lines) + 1
    for number, line in enumerate(lines, 1):
        match = _COMMENT.search(line) if "mzsh" in line else None
        if match is None or match[0].startswith("#") != (number < in_yaml):
            continue
        rules = tuple(_ID.findall(match[1]))
        span = Span(number, match.start() + 1, number, match.end() + 1)
        if number < in_yaml:
            target = _next_content(lines, number)
            last = _end_of_node(document.at.node, target) if document else target
            top = all(not text.strip() or text.strip() == "---" or text.startswith("#") for text in lines[:number])
        else:
            target = _next_content(lines, number)
            last = _end_of_block(lines, target)
            top = False
        yield Suppression(rules, match[2].strip(), source.path, span, target, last, top)


def _next_content(lines: list[str], number: int) -> int:
    """The next line that is neither blank nor a comment, counted from 1."""
    for following in range(number + 1, len(lines) + 1):
        text = lines[following - 1].strip()
        if (
            text
            and not text.startswith(("#  ", "# mzsh", "<!-- mzsh"))
            and not (text.startswith("# ") and "mzsh" in text)
        ):
            return following
    return number


def _end_of_block(lines: list[str], start: int) -> int:
    end = start
    while end < len(lines) and lines[end].strip() and not lines[start - 1].lstrip().startswith("#"):
        end += 1
    return end


def _end_of_node(root: Node, line: int) -> int:
    """The last line of the outermost key or item that begins on a line."""
    queue, last = [root], line
    while queue:
        node = queue.pop()
        for item in node.items:
            if item.span.line == line:
                last = max(last, item.span.end_line)
            queue.append(item)
        for key, value in node.pairs:
            if key.span.line == line:
                last = max(last, value.span.end_line)
            queue.append(value)
    return last
