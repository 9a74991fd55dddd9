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


@dataclass(frozen=True, slots=True, kw_only=True)
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
    yaml_lines = source.body_line - 1 if source.is_markdown else len(lines)
    for number, line in enumerate(lines, 1):
        match = _COMMENT.search(line) if "mzsh" in line else None
        in_yaml = number <= yaml_lines
        if match is None or match[0].startswith("#") != in_yaml:
            continue
        target = _next_content(lines, number, comment="#" if in_yaml else "<!--")
        if in_yaml:
            last = _end_of_node(document.at.node, target) if document else target
        else:
            last = _end_of_block(lines, target)
        above = lines[: number - 1] if in_yaml else lines
        yield Suppression(
            rules=tuple(_ID.findall(match[1])),
            reason=match[2].strip(),
            path=source.path,
            span=Span(number, match.start() + 1, number, match.end() + 1),
            first=target,
            last=last,
            whole_file=all(not text.strip() or text.startswith(("---", "#")) for text in above),
        )


def _next_content(lines: list[str], number: int, *, comment: str) -> int:
    """The next line that is neither blank nor a comment, counted from 1; the comment's own where none follows."""
    following = range(number + 1, len(lines) + 1)
    return next((n for n in following if (text := lines[n - 1].strip()) and not text.startswith(comment)), number)


def _end_of_block(lines: list[str], start: int) -> int:
    """The last line of a paragraph or list; a heading is a block of one line."""
    end = start
    while end < len(lines) and lines[end].strip() and not lines[start - 1].startswith("#"):
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
