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
    """All suppressions of one file, in time linear in its length whatever their number."""
    lines = source.lines
    yaml_lines = source.body_line - 1 if source.is_markdown else len(lines)
    comments = [(number, match) for number, match in _comments(lines) if (match[0][0] == "#") == (number <= yaml_lines)]
    if not comments:
        return
    top = next((n for n, text in enumerate(lines) if text.strip() and not text.startswith(("---", "#"))), len(lines))
    followings = {mark: _next_contents(lines, mark) for mark in {match[0][0] for _, match in comments}}
    lasts: dict[int, int] = {}
    for number, match in comments:
        in_yaml = number <= yaml_lines
        target = followings[match[0][0]][number] or number
        if target not in lasts:
            lasts[target] = _last_line(lines, target, document, in_yaml=in_yaml)
        yield Suppression(
            rules=tuple(_ID.findall(match[1])),
            reason=match[2].strip(),
            path=source.path,
            span=Span(number, match.start() + 1, number, match.end() + 1),
            first=target,
            last=lasts[target],
            whole_file=top >= (number - 1 if in_yaml else len(lines)),
        )


def _comments(lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(lines, 1):
        match = _COMMENT.search(line) if "mzsh" in line else None
        if match:
            yield number, match


def _next_contents(lines: list[str], mark: str) -> list[int]:
    """For each line number the next line that is neither blank nor a comment (`#` or `<!--`); 0 where none follows."""
    comment = "#" if mark == "#" else "<!--"
    following, found = [0] * (len(lines) + 1), 0
    for number in range(len(lines), 0, -1):
        following[number] = found
        text = lines[number - 1].strip()
        if text and not text.startswith(comment):
            found = number
    return following


def _last_line(lines: list[str], target: int, document: Document | None, *, in_yaml: bool) -> int:
    if in_yaml:
        return _end_of_node(document.at.node, target) if document else target
    return _end_of_block(lines, target)


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
