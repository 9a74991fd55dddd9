"""Formatting of letters and lines: as it is written, level by level, and as it comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from mzsh.conformance.word.xml import VAL, Element, attributes, local, number, on, twips, w

Written = dict[str, str]
"""Properties as one level writes them; a later level covers an earlier one key by key."""

Slot = Literal["ascii", "hAnsi", "eastAsia", "cs"]
SLOTS: Final[tuple[Slot, ...]] = ("ascii", "hAnsi", "eastAsia", "cs")
THEME: Final = "theme:"
CONTRADICTORY: Final = 99.0
"""Characters of an indent whose two forms, in characters and as a length, cannot both be meant: one is nothing."""
_THEMED: Final = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
_SWITCHES: Final = frozenset({"b", "i", "vanish", "strike", "dstrike", "outline", "shadow", "emboss", "imprint"})
_VALUES: Final = frozenset({"sz", "color", "highlight", "u", "em", "position", "vertAlign", "rStyle"})
_PARAGRAPH_SWITCHES: Final = frozenset({"pageBreakBefore", "snapToGrid", "keepNext", "bidi"})
_PARAGRAPH_VALUES: Final = frozenset({"jc", "outlineLvl", "pStyle"})
_SIDES: Final = ("left", "right", "firstLine", "hanging")
_LOGICAL: Final = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_BORDER_SIDES: Final = ("top", "bottom", "between", "left", "right")


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters come out: fonts for the four kinds of script, size in points, colour and decoration."""

    fonts: Mapping[Slot, str]
    hint: str = ""
    size: float = 10.0
    bold: bool = False
    hidden: bool = False
    decorations: tuple[str, ...] = ()
    color: str = "auto"
    highlight: str = "none"
    fill: str = "auto"
    spacing: float = 0.0
    scale: float = 100.0
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Border:
    """One rule (线) of a paragraph; width in eighths of a point, distance in points."""

    kind: str
    size: float
    color: str
    space: float


@dataclass(frozen=True, slots=True)
class Lines:
    """How lines lie. Indents are in twips, and in characters (`…_chars`) where they are written so."""

    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    left_chars: float | None = None
    right_chars: float | None = None
    first_chars: float | None = None
    before: float = 0.0
    after: float = 0.0
    before_lines: float | None = None
    after_lines: float | None = None
    pitch: float = 240.0
    rule: str = "auto"
    on_grid: bool = True
    new_page: bool = False
    outline: int | None = None
    borders: Mapping[str, Border] | None = None
    tabs: tuple[tuple[str, float], ...] = ()
    fill: str = "auto"


def letters_written(properties: Element | None) -> Written:
    """What one rPr says."""
    said: Written = {}
    for one in properties if properties is not None else ():
        tag = local(one)
        if tag == "rFonts":
            said |= _fonts_written(attributes(one))
        elif tag in _SWITCHES:
            said[tag] = "1" if on(one.get(VAL)) else ""
        elif tag in _VALUES:
            said[tag] = one.get(VAL, "")
        elif tag == "spacing":
            said["tracking"] = one.get(VAL, "0")
        elif tag == "w":
            said["scale"] = one.get(VAL, "100")
        elif tag == "shd":
            said["fill"] = _fill(one)
    return said


def _fonts_written(fonts: Mapping[str, str]) -> Written:
    said: Written = {slot: fonts[slot] for slot in SLOTS if fonts.get(slot)}
    said |= {_THEMED[name]: THEME + value for name, value in fonts.items() if name in _THEMED and value}
    if "hint" in fonts:
        said["hint"] = fonts["hint"]
    return said


def _fill(shading: Element) -> str:
    fill = shading.get(w("fill"), "auto")
    return fill if shading.get(VAL, "clear") in ("clear", "nil") else f"{fill}+"


def lines_written(properties: Element | None) -> Written:
    """What one pPr says."""
    said: Written = {}
    for one in properties if properties is not None else ():
        tag = local(one)
        if tag == "ind":
            said |= _indents_written(attributes(one))
        elif tag == "spacing":
            said |= _spacing_written(attributes(one))
        elif tag in _PARAGRAPH_SWITCHES:
            said[tag] = "1" if on(one.get(VAL)) else ""
        elif tag in _PARAGRAPH_VALUES:
            said[tag] = one.get(VAL, "")
        elif tag == "pBdr":
            said |= _borders_written(one)
        elif tag == "tabs":
            said["tabs"] = ";".join(f"{tab.get(VAL, '')}={tab.get(w('pos'), '0')}" for tab in one)
        elif tag == "shd":
            said["shade"] = _fill(one)
    return said


def _indents_written(indents: Mapping[str, str]) -> Written:
    """What a level says in one way puts aside what an earlier one said in the other."""
    named = {_LOGICAL.get(name, name): value for name, value in indents.items()}
    said: Written = {}
    for side in _SIDES:
        if side in named:
            said[side] = named[side]
            said[f"{side}Chars"] = ""
        if f"{side}Chars" in named:
            said.setdefault(side, "")
            said[f"{side}Chars"] = named[f"{side}Chars"]
    for side, other in (("firstLine", "hanging"), ("hanging", "firstLine")):
        if any(name in named for name in (side, f"{side}Chars")):
            said.setdefault(other, "")
            said.setdefault(f"{other}Chars", "")
    return said


def _spacing_written(spacing: Mapping[str, str]) -> Written:
    said: Written = {}
    for side in ("before", "after"):
        if side in spacing:
            said[side] = spacing[side]
            said[f"{side}Lines"] = ""
        if f"{side}Lines" in spacing:
            said[f"{side}Lines"] = spacing[f"{side}Lines"]
        if f"{side}Autospacing" in spacing:
            said[f"{side}Auto"] = "1" if on(spacing[f"{side}Autospacing"]) else ""
    if "line" in spacing:
        said["line"] = spacing["line"]
        said["lineRule"] = spacing.get("lineRule", "auto")
    elif "lineRule" in spacing:
        said["lineRule"] = spacing["lineRule"]
    return said


def _borders_written(borders: Element) -> Written:
    said: Written = {}
    for one in borders:
        named = attributes(one)
        parts = (named.get("val", ""), named.get("sz", "0"), named.get("color", "auto"), named.get("space", "0"))
        said[f"border-{local(one)}"] = "|".join(parts)
    return said


def covered(levels: Iterable[Written]) -> Written:
    """Several levels as one, the later over the earlier."""
    said: Written = {}
    for level in levels:
        said.update(level)
    return said


def letters(said: Mapping[str, str]) -> Letters:
    """How letters come out that all levels together say so."""
    marks = [name for name in ("i", "strike", "dstrike", "outline", "shadow", "emboss", "imprint") if said.get(name)]
    marks += ["u"] if said.get("u", "none") not in ("none", "") else []
    marks += ["em"] if said.get("em", "none") not in ("none", "") else []
    return Letters(
        fonts={slot: said.get(slot, "") for slot in SLOTS},
        hint=said.get("hint", ""),
        size=max(number(said.get("sz"), 20.0) / 2, 0.5),
        bold=bool(said.get("b")),
        hidden=bool(said.get("vanish")),
        decorations=tuple(marks),
        color=said.get("color", "auto"),
        highlight=said.get("highlight", "none"),
        fill=said.get("fill", "auto"),
        spacing=twips(said.get("tracking")) / 20,
        scale=number((said.get("scale") or "100").rstrip("%"), 100.0),
        raised=number(said.get("position")) != 0 or said.get("vertAlign", "baseline") not in ("baseline", ""),
    )


def lines(said: Mapping[str, str]) -> Lines:
    """How lines lie that all levels together say so."""
    hanging, hanging_chars = twips(said.get("hanging")), _chars(said, "hanging")
    first_chars = _chars(said, "firstLine")
    if hanging_chars:
        first_chars = -hanging_chars if hanging_chars != CONTRADICTORY else CONTRADICTORY
    level = number(said.get("outlineLvl"), 9.0)
    return Lines(
        align={"start": "left", "end": "right"}.get(said.get("jc", "left"), said.get("jc", "left")),
        left=twips(said.get("left")),
        right=twips(said.get("right")),
        first=-hanging if hanging else twips(said.get("firstLine")),
        left_chars=_chars(said, "left"),
        right_chars=_chars(said, "right"),
        first_chars=first_chars,
        before=_gap(said, "before"),
        after=_gap(said, "after"),
        before_lines=_chars(said, "beforeLines"),
        after_lines=_chars(said, "afterLines"),
        pitch=twips(said.get("line"), 240.0),
        rule=said.get("lineRule") or "auto",
        on_grid=bool(said.get("snapToGrid", "1")),
        new_page=bool(said.get("pageBreakBefore")),
        outline=int(level) if 0 <= level < 9 else None,
        borders=_borders(said),
        tabs=tuple(_tab(one) for one in said.get("tabs", "").split(";") if one),
        fill=said.get("shade", "auto"),
    )


def _chars(said: Mapping[str, str], name: str) -> float | None:
    """A length in characters (字) or lines, None where none is written."""
    if name.endswith("Lines"):
        return number(said[name]) / 100 if said.get(name) else None
    text, length = said.get(f"{name}Chars", ""), said.get(name, "")
    if not text:
        return None
    if length and (number(text) == 0) != (twips(length) == 0):
        return CONTRADICTORY
    return number(text) / 100


def _gap(said: Mapping[str, str], side: str) -> float:
    return 280.0 if said.get(f"{side}Auto") else twips(said.get(side))


def _borders(said: Mapping[str, str]) -> Mapping[str, Border] | None:
    found = {}
    for side in _BORDER_SIDES:
        kind, size, color, space = (said.get(f"border-{side}") or "|||").split("|")
        if kind not in ("", "none", "nil"):
            found[side] = Border(kind, number(size), color, number(space))
    return found or None


def _tab(text: str) -> tuple[str, float]:
    kind, _, position = text.partition("=")
    return kind, twips(position)
