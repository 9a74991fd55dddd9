"""WordprocessingML by hand: elements, runs and paragraphs with as few words as the format allows."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

# The order of properties in the schema, as far as it matters here; Word refuses a file that breaks it.
PARAGRAPH_ORDER: Final = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "tabs"),
    *("kinsoku", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid", "spacing", "ind", "jc"),
    *("outlineLvl", "rPr", "sectPr"),
)
TABLE_ORDER: Final = (
    *("tblStyle", "tblpPr", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"),
    *("tblCaption", "tblDescription"),
)

Element = etree._Element


def w(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """An element of the main namespace; its attributes are of the same namespace."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W, "r": R})
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(children)
    return element


def name(tag: str) -> str:
    """The tag or attribute as lxml spells it."""
    return f"{{{W}}}{tag}"


def run(text: str, *properties: Element) -> Element:
    """A run of text; ambiguous characters such as “ and — are set in the East-Asian font."""
    element = w("r", w("rPr", *properties))
    if needs_hint(text):
        hint(element)
    for number, line in enumerate(text.split("\n")):
        if number:
            element.append(w("br"))
        part = w("t")
        part.text = line
        part.set(_SPACE, "preserve")
        element.append(part)
    return element


def paragraph(style: str, *runs: Element, properties: Iterable[Element] = ()) -> Element:
    """A paragraph of a style."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *runs)


def style_of(element: Element) -> str:
    """The style id of a paragraph, empty for anything else."""
    found = element.find(f"{name('pPr')}/{name('pStyle')}")
    return "" if found is None else str(found.get(name("val"), ""))


def text_of(element: Element) -> str:
    """All the text below an element."""
    return "".join(str(part.text or "") for part in element.iter(name("t")))


def needs_hint(text: str) -> bool:
    """Whether Word would otherwise set a character (“”‘’—…·①★) in the Latin font."""
    return any(unicodedata.east_asian_width(character) == "A" for character in text)


def hint(element: Element) -> None:
    """Say that a run is East-Asian text."""
    properties = child(element, "rPr")
    fonts = properties.find(name("rFonts"))
    if fonts is None:
        fonts = w("rFonts")
        # The schema wants rStyle first.
        properties.insert(1 if properties.find(name("rStyle")) is not None else 0, fonts)
    fonts.set(name("hint"), "eastAsia")


def child(parent: Element, tag: str) -> Element:
    """The first child of that name, made at the front where there is none."""
    found = parent.find(name(tag))
    if found is None:
        found = w(tag)
        parent.insert(0, found)
    return found


def place(parent: Element, wanted: Element, *, order: tuple[str, ...]) -> None:
    """Put a property where the schema's order wants it, instead of one of the same name."""
    for found in parent.findall(wanted.tag):
        parent.remove(found)
    before = {name(tag) for tag in order[: order.index(etree.QName(wanted).localname)]}
    parent.insert(sum(one.tag in before for one in parent), wanted)


def set_property(paragraph: Element, wanted: Element) -> None:
    """Set one property of a paragraph."""
    place(child(paragraph, "pPr"), wanted, order=PARAGRAPH_ORDER)


def parse(content: bytes) -> Element:
    """XML that comes from pandoc or from us; entities and the network stay untouched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


def serialize(element: Element) -> bytes:
    """The element as a part of a Word file."""
    etree.cleanup_namespaces(element, keep_ns_prefixes=["w", "r"])
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
