"""Suppressions: `<!-- mzsh: 忽略 MZ203 理由 -->` in Markdown, `# mzsh: 忽略 MZ203 理由` in YAML.

One covers the next block in Markdown, the next item or key in YAML; at the very top of a file also what is said of
the file as a whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mzsh.model.place import WHOLE_FILE, Edit, Node, Source, Span
from mzsh.model.record import Document
from mzsh.model.remark import Remark
from mzsh.rules.rule import normal_id

_ID = re.compile(r"[A-Za-z]{2,4}\d{3}")
_COMMENT = re.compile(rf"(?:<!--|#)\s*mzsh\s*[:：]\s*忽略\s*((?:{_ID.pattern}[\s、,，]*)*)(.*?)(?:-->|$)")


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


class Silencing:
    """All suppressions of a workspace, asked by remark; of several that cover a line the first in the file counts."""

    def __init__(self, every: Iterable[Suppression]) -> None:
        self.every = tuple(every)
        self._of_rule: dict[tuple[str, str], list[Suppression]] = defaultdict(list)
        for one in self.every:
            for rule in dict.fromkeys(one.rules):
                self._of_rule[one.path, rule].append(one)
        self._by_line: dict[tuple[str, str], Mapping[int, Suppression]] = {}

    def covering(self, rule: str, remark: Remark) -> Suppression | None:
        """The comment under which a remark of a rule falls."""
        key = (remark.path, rule)
        if key not in self._of_rule:
            return None
        if key not in self._by_line:
            self._by_line[key] = _by_line(self._of_rule[key])
        return self._by_line[key].get(_FILE if remark.span == WHOLE_FILE else remark.span.line)


_FILE = 0
"""Stands for a file as a whole among its lines."""


def _by_line(suppressions: Iterable[Suppression]) -> Mapping[int, Suppression]:
    """For each covered line the first suppression; each line is written once, whatever the ranges' number."""
    covered: dict[int, Suppression] = {}
    following: dict[int, int] = {}

    def free(line: int) -> int:
        """The first line from `line` on that is not covered yet."""
        passed = []
        while line in following:
            passed.append(line)
            line = following[line]
        following.update(dict.fromkeys(passed, line))
        return line

    for one in suppressions:
        if one.whole_file:
            covered.setdefault(_FILE, one)
        while (line := free(one.first)) <= one.last:
            covered[line] = one
            following[line] = line + 1
    return covered


def suppressions(source: Source, document: Document | None) -> Iterator[Suppression]:
    """All suppressions of one file, in time linear in its length whatever their number."""
    lines = source.lines
    yaml_lines = source.body_line - 1 if source.is_markdown else len(lines)
    comments = [(number, match) for number, match in _comments(lines) if (match[0][0] == "#") == (number <= yaml_lines)]
    if not comments:
        return
    top = next((n for n, text in enumerate(lines) if text.strip() and not text.startswith(("---", "#"))), len(lines))
    followings = {mark: _next_contents(lines, mark) for mark in {match[0][0] for _, match in comments}}
    yaml_ends = _node_ends(document.at.node) if document else {}
    block_ends = _block_ends(lines) if source.is_markdown else []
    for number, match in comments:
        in_yaml = number <= yaml_lines
        target = followings[match[0][0]][number] or number
        yield Suppression(
            rules=tuple(map(normal_id, _ID.findall(match[1]))),
            reason=match[2].strip(),
            path=source.path,
            span=Span(number, match.start() + 1, number, match.end() + 1),
            first=target,
            last=max(target, yaml_ends.get(target, target) if in_yaml else block_ends[target - 1]),
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


def _block_ends(lines: list[str]) -> list[int]:
    """For each line the last line of its paragraph or list; a heading is a block of one line."""
    ends, end = [0] * len(lines), 0
    for number in range(len(lines), 0, -1):
        text = lines[number - 1]
        end = end if text.strip() and end else number
        ends[number - 1] = number if text.startswith("#") else end
        end = end if text.strip() else 0
    return ends


def _node_ends(root: Node) -> Mapping[int, int]:
    """For each line on which keys or items begin, the last line of the outermost of them."""
    ends: dict[int, int] = {}
    queue = [root]
    while queue:
        node = queue.pop()
        for begin, value in (*((item, item) for item in node.items), *node.pairs):
            ends[begin.span.line] = max(ends.get(begin.span.line, 0), value.span.end_line)
            queue.append(value)
    return ends


def without(source: Source, suppression: Suppression, unused: tuple[str, ...]) -> Edit | None:
    """The edit that takes unused rules out of a comment, or the whole line where none is left.

    None where a person should look: the comment gives no reason, or shares its line with something else. Blank lines
    stay, since they count in the fingerprint of an approved material, which such a comment does not.
    """
    span = suppression.span
    line = source.lines[span.line - 1]
    start = source.starts[span.line - 1]
    if not suppression.reason or not unused or _COMMENT.sub("", line, count=1).strip():
        return None
    kept = [rule for rule in dict.fromkeys(suppression.rules) if rule not in unused]
    match = _COMMENT.search(line)
    if kept and match:
        return Edit(start + match.start(1), start + match.start(1) + len(match[1].rstrip(" 、,，")), " ".join(kept))
    return Edit(start, min(start + len(line) + 1, len(source.text)), "")
