"""The runs of one paragraph: what is shown of it, field by field, without what was deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from mzsh.conformance.word.model import Run
from mzsh.conformance.word.properties import SLOTS, THEME, Letters, letters_written
from mzsh.conformance.word.styles import StyleSheet
from mzsh.conformance.word.xml import MC, Element, local, w

PAGE_BREAK: Final = "\f"
_INSIDE: Final = frozenset({"hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "dir", "bdo"})
_SAID: Final = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "sym": "\ufffc",
    "drawing": "",
    "pict": "",
}
_DEEPEST: Final = 40


@dataclass
class Spelling:
    """Reads runs; a field (域) may begin in one run and end many later."""

    sheet: StyleSheet
    style: str
    table: str
    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    prompts: int = 0
    red_line: bool = False
    _instructions: list[str] = field(default_factory=list)
    _shown: list[bool] = field(default_factory=list)
    _results: list[bool] = field(default_factory=list)

    def read(self, parent: Element, *, field: str = "", depth: int = 0) -> None:
        """Every run below, in the order of the text."""
        if depth > _DEEPEST:
            return
        for one in parent:
            tag = local(one)
            if tag == "r":
                self._run(one, field)
            elif tag == "fldSimple":
                self.read(one, field=_kind(one.get(w("instr"), "")), depth=depth + 1)
            elif tag in _INSIDE:
                self.read(one, field=field, depth=depth + 1)
            elif tag == "sdt":
                self._control(one, field, depth)
            elif tag == "AlternateContent":
                self._choice(one, field, depth)

    def _control(self, one: Element, field: str, depth: int) -> None:
        shown = one.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")
        self.prompts += shown is not None
        content = one.find(w("sdtContent"))
        if content is not None:
            self.read(content, field=field, depth=depth + 1)

    def _choice(self, one: Element, field: str, depth: int) -> None:
        chosen = one.find(f"{MC}Choice")
        if chosen is not None:
            self.read(chosen, field=field, depth=depth + 1)

    def _run(self, run: Element, field: str) -> None:
        direct = letters_written(run.find(w("rPr")))
        shown = self.sheet.letters(direct, style=self.style, table=self.table)
        themed = any(direct.get(slot, "").startswith(THEME) for slot in SLOTS)
        text = "".join(self._pieces(run, shown, themed=themed))
        inside = field or self._field()
        if text and not (self._shown and not all(self._shown)):
            self.runs.append(Run(text, shown, themed=themed, field=inside))
            if self._results:
                self._results[-1] = True

    def _field(self) -> str:
        """The kind of the innermost field that has one to show."""
        for kind in reversed(self._instructions):
            if _kind(kind):
                return _kind(kind)
        return ""

    def _pieces(self, run: Element, shown: Letters, *, themed: bool) -> Iterator[str]:
        for one in run:
            tag = local(one)
            if tag == "t":
                yield one.text or ""
            elif tag == "br" and one.get(w("type")) == "page":
                yield PAGE_BREAK
            elif tag == "fldChar":
                self._mark(one.get(w("fldCharType"), ""), shown, themed=themed)
            elif tag == "instrText" and self._instructions:
                self._instructions[-1] += one.text or ""
            elif tag in ("drawing", "pict", "object", "AlternateContent"):
                self._drawn(one)
            elif tag in _SAID:
                yield _SAID[tag]

    def _mark(self, kind: str, shown: Letters, *, themed: bool) -> None:
        if kind == "begin":
            self._instructions.append("")
            self._shown.append(False)
            self._results.append(False)
        elif kind == "separate" and self._shown:
            self._shown[-1] = True
        elif kind == "end" and self._instructions:
            name = _kind(self._instructions.pop())
            self._shown.pop()
            if not self._results.pop() and name:
                # A field that was never counted has no result yet and will have one.
                self.runs.append(Run("1", shown, themed=themed, field=name))

    def _drawn(self, one: Element) -> None:
        chosen = one.find(f"{MC}Choice") if local(one) == "AlternateContent" else one
        if chosen is None:
            return
        self.boxes += [box for box in chosen.iter(w("txbxContent")) if _outermost(box, chosen)]
        self.red_line = self.red_line or any(_is_red(found) for found in chosen.iter() if isinstance(found.tag, str))


def _outermost(box: Element, within: Element) -> bool:
    for parent in box.iterancestors():
        if parent is within:
            return True
        if local(parent) in ("txbxContent", "Fallback"):
            return False
    return True


def _is_red(one: Element) -> bool:
    tag = local(one)
    if tag == "srgbClr":
        return red(one.get("val", ""))
    return tag in ("line", "shape", "rect") and red((one.get("strokecolor") or "").lstrip("#"))


def red(color: str) -> bool:
    """Whether a colour is red: the pure one or a deeper one."""
    text = {"red": "FF0000"}.get(color.lower(), color)
    try:
        parts = [int(text[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return False
    return parts[0] >= 0xB0 and parts[1] <= 0x40 and parts[2] <= 0x40


def _kind(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""
