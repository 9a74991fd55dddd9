"""Styles (样式): what docDefaults, a chain of basedOn, a table, a list and direct formatting come to together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from mzsh.conformance.word import properties
from mzsh.conformance.word.properties import Letters, Lines, Written
from mzsh.conformance.word.xml import VAL, Element, on, w

_DEEPEST: Final = 32
"""A chain of basedOn that is longer runs in a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it is written."""

    id: str
    name: str
    kind: str
    based_on: str
    letters: Written
    lines: Written
    numbering: Element | None


@dataclass
class StyleSheet:
    """All styles of one file, and what they come to; results are kept, since most paragraphs are alike."""

    defaults_letters: Written
    defaults_lines: Written
    styles: dict[str, Style]
    default_paragraph: str
    default_table: str
    used: set[str] = field(default_factory=set)
    _letters: dict[object, Letters] = field(default_factory=dict)
    _lines: dict[object, Lines] = field(default_factory=dict)
    _chains: dict[str, tuple[Style, ...]] = field(default_factory=dict)

    def chain(self, identifier: str) -> tuple[Style, ...]:
        """The style and what it is based on, the base first."""
        if identifier not in self._chains:
            found: list[Style] = []
            current = self.styles.get(identifier)
            while current is not None and current not in found and len(found) < _DEEPEST:
                found.append(current)
                current = self.styles.get(current.based_on)
            self._chains[identifier] = tuple(reversed(found))
            self.used |= {one.id for one in found}
        return self._chains[identifier]

    def paragraph_style(self, written: Written) -> str:
        """The id of the paragraph's style; that of plain text where none is named."""
        named = written.get("pStyle", "")
        return named if named in self.styles else self.default_paragraph

    def letters(self, direct: Written, *, style: str, table: str) -> Letters:
        """How letters come out in a paragraph of a style, within a table of another."""
        key = (style, table, tuple(direct.items()))
        if key not in self._letters:
            levels = [self.defaults_letters]
            for identifier in (table, style, direct.get("rStyle", "")):
                levels += [one.letters for one in self.chain(identifier)]
            self._letters[key] = properties.letters(properties.covered([*levels, direct]))
        return self._letters[key]

    def lines(self, direct: Written, *, style: str, table: str, listed: Written) -> Lines:
        """How the lines of such a paragraph lie; `listed` is what its list says."""
        key = (style, table, tuple(listed.items()), tuple(direct.items()))
        if key not in self._lines:
            levels = [self.defaults_lines]
            for identifier in (table, style):
                levels += [one.lines for one in self.chain(identifier)]
            self._lines[key] = properties.lines(properties.covered([*levels, listed, direct]))
        return self._lines[key]

    def used_styles(self) -> tuple[Style, ...]:
        """The styles that something in the file stands in, themselves or by basedOn."""
        return tuple(one for identifier, one in self.styles.items() if identifier in self.used)


def read_styles(root: Element | None) -> StyleSheet:
    """The style sheet; an empty one where the file has none."""
    sheet = StyleSheet({}, {}, {}, "", "")
    if root is None:
        return sheet
    sheet.defaults_letters = properties.letters_written(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))
    sheet.defaults_lines = properties.lines_written(root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}"))
    for one in root.findall(w("style")):
        style = _style(one)
        sheet.styles[style.id] = style
        if one.get(w("default")) is not None and on(one.get(w("default"))):
            if style.kind == "paragraph":
                sheet.default_paragraph = style.id
            elif style.kind == "table":
                sheet.default_table = style.id
    return sheet


def _style(one: Element) -> Style:
    lines = one.find(w("pPr"))
    return Style(
        id=one.get(w("styleId"), ""),
        name=_value(one, "name"),
        kind=one.get(w("type"), "paragraph"),
        based_on=_value(one, "basedOn"),
        letters=properties.letters_written(one.find(w("rPr"))),
        lines=properties.lines_written(lines),
        numbering=lines.find(w("numPr")) if lines is not None else None,
    )


def _value(parent: Element, tag: str) -> str:
    found = parent.find(w(tag))
    return found.get(VAL, "") if found is not None else ""
