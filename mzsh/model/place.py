"""Positions: where in a file a value stands, kept from the first parse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in characters, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


WHOLE_FILE = Span(1, 1, 1, 1)
PLACEHOLDER = "〔待填〕"
"""Stands where something is still to be filled in; in a list it counts as no item."""
MAX_QUOTE = 500
"""Characters of a passage that a finding carries."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One YAML node as it was written: a scalar's text, a sequence's items or a mapping's pairs."""

    kind: Literal["scalar", "sequence", "mapping"]
    span: Span
    text: str = ""
    quoted: bool = False
    items: tuple[Node, ...] = ()
    pairs: tuple[tuple[Node, Node], ...] = ()

    @property
    def is_null(self) -> bool:
        """Nothing was typed after the key."""
        return self.kind == "scalar" and not self.quoted and self.text in ("", "~", "null", "Null", "NULL")

    @property
    def is_empty(self) -> bool:
        """Nothing was typed, or only blanks in quotes."""
        return self.is_null or (self.kind == "scalar" and not self.text.strip())


@dataclass(frozen=True, slots=True)
class Edit:
    """A minimal replacement in a text: characters `start` to `end` (from 0, end exclusive) become `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the form of one file, found while reading it; a rule of MZ0xx gives it a voice."""

    code: str
    span: Span
    message: str
    hint: str = ""
    quote: str = ""
    edit: Edit | None = None
    fixable: bool = False
    """Whether it can be put right though no edit of the text does it (another encoding)."""


@dataclass(frozen=True, eq=False)
class Source:
    """One file of the workspace as it was read.

    `path` is relative to the root, with `/`. `text` has LF line ends and no BOM. `body_line` is the line where a
    Markdown body begins (1 for a file without front matter). An unreadable file has faults and an empty text.
    """

    path: str
    text: str = ""
    kind: str = ""
    body_line: int = 1
    body_start: int = 0
    faults: tuple[Fault, ...] = ()
    readable: bool = True
    note: str = ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; split once, not to be changed."""
        return self.text.split("\n")

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins, in characters from 0; not to be changed."""
        return [0, *accumulate(len(line) + 1 for line in self.lines)]

    @property
    def is_markdown(self) -> bool:
        """Whether the file is Markdown by its name."""
        return self.path.lower().endswith((".md", ".markdown"))

    def locate(self, words: str, start: Span) -> Span:
        """Where words stand from the beginning of a passage on; its beginning where a line end splits them."""
        for number in range(start.line, len(self.lines) + 1):
            column = self.lines[number - 1].find(words, start.column - 1 if number == start.line else 0)
            if column >= 0:
                return Span(number, column + 1, number, column + 1 + len(words))
        return start

    @property
    def has_doubled_keys(self) -> bool:
        """Whether a key stands twice (MZ004): two entries may have run into one, and neither can be counted on."""
        return any(fault.code == "duplicate_key" for fault in self.faults)

    def quote(self, span: Span) -> str:
        """The text that a span covers, on its first line; of a very long one the beginning."""
        lines = self.lines
        if span.line > len(lines):
            return ""
        end = span.end_column - 1 if span.end_line == span.line else None
        return lines[span.line - 1][span.column - 1 : end][:MAX_QUOTE]


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a record stands: its file, its node, and the key and value nodes of each field that was typed."""

    source: Source
    node: Node
    entries: Mapping[str, tuple[Node, Node]] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    pending: frozenset[str] = frozenset()
    is_root: bool = False

    def has(self, name: str) -> bool:
        """Whether a field was typed with a value, even one that was refused (MZ007, MZ008)."""
        return name in self.entries and not self.is_blank(name)

    def is_blank(self, name: str) -> bool:
        """Whether a field's key was typed, and behind it nothing, blanks or 〔待填〕."""
        return name in self.pending or (name in self.entries and self.entries[name][1].is_empty)

    def knows(self, *names: str) -> bool:
        """Whether these fields can be judged: none was refused (MZ007, MZ008) or left 〔待填〕."""
        return not (self.refused | self.pending).intersection(names)

    def is_empty_list(self, name: str) -> bool:
        """Whether `[]` was typed for a field."""
        entry = self.entries.get(name)
        return entry is not None and entry[1].kind == "sequence" and not entry[1].items

    def span(self, name: str = "", index: int | None = None) -> Span:
        """The span of a field's value (or of one of its items); of the record itself where the field is missing."""
        entry = self.entries.get(name)
        if entry is None:
            return WHOLE_FILE if self.is_root else self.node.span
        key, value = entry
        kept = [item for item in value.items if not item.is_null and item.text.strip() != PLACEHOLDER]
        if index is not None and index < len(kept):
            return kept[index].span
        return key.span if value.kind != "scalar" or not value.text else value.span

    def key_span(self, name: str) -> Span:
        """The span of a field's key; of the record itself where the field is missing."""
        entry = self.entries.get(name)
        return entry[0].span if entry else self.span()


NOWHERE = Place(Source(""), Node("mapping", WHOLE_FILE), is_root=True)
