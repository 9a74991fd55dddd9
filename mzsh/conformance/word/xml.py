"""WordprocessingML as it is written: names, switches, lengths."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

Element = etree._Element

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF: Final = frozenset({"0", "false", "off", "none"})
_MEASURE: Final = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_TWIPS: Final = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_LONGEST: Final = 10.0**7


def w(tag: str) -> str:
    """A tag or attribute of the main namespace as lxml spells it."""
    return f"{{{_W}}}{tag}"


VAL: Final = w("val")


def local(element: Element) -> str:
    """The tag without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attributes(element: Element | None) -> dict[str, str]:
    """The attributes without their namespace."""
    if element is None:
        return {}
    return {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}


def on(value: str | None) -> bool:
    """Whether a switch that is written is on; one without a value is."""
    return value is None or value.lower() not in _OFF


def switched(parent: Element | None, tag: str) -> bool:
    """Whether the parent has that switch and it is on."""
    found = parent.find(w(tag)) if parent is not None else None
    return found is not None and on(found.get(VAL))


def twips(text: str | None, default: float = 0.0) -> float:
    """A length in twentieths of a point, whichever unit it is written in."""
    found = _MEASURE.fullmatch((text or "").strip())
    if found is None:
        return default
    length = float(found[1]) * (_TWIPS[found[2]] if found[2] else 1.0)
    return max(-_LONGEST, min(_LONGEST, length))


def number(text: str | None, default: float = 0.0) -> float:
    """A plain number."""
    found = _MEASURE.fullmatch((text or "").strip())
    return max(-_LONGEST, min(_LONGEST, float(found[1]))) if found else default
