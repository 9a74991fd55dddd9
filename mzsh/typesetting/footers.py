"""Footers (页脚): page numbers (页码) at their place, also on pages that lie on their side; a letter's lower rule."""

from typing import Final, Literal

from mzsh.typesetting import standard
from mzsh.typesetting.frames import across_the_page, double_rule, framed
from mzsh.typesetting.standard import Page
from mzsh.typesetting.wordml import Element, R, paragraph, parse, run, serialize, w

Kind = Literal["default", "even", "first"]

_RELATIONS: Final = "word/_rels/document.xml.rels"
_TYPES: Final = "[Content_Types].xml"
_FOOTER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_SIDES: Final = ("top", "left", "bottom", "right")


class Footers:
    """The footers of one document: each is put into its package when a section first asks for it."""

    def __init__(self, package: dict[str, bytes]) -> None:
        self._package = package
        self._relations: dict[tuple[Page, Kind], str] = {}

    def references(self, page: Page, *, letter: bool = False) -> list[Element]:
        """What a section of such pages refers to; the first page of a `letter` has a rule instead of a number."""
        kinds: tuple[Kind, ...] = ("default", "even", "first") if letter else ("default", "even")
        return [self._reference(page, kind) for kind in kinds]

    def _reference(self, page: Page, kind: Kind) -> Element:
        if (page, kind) not in self._relations:
            self._relations[page, kind] = self._added(_footer(page, kind))
        reference = w("footerReference", type=kind)
        reference.set(f"{{{R}}}id", self._relations[page, kind])
        return reference

    def _added(self, content: bytes) -> str:
        """Put a footer beside what pandoc wrote, under a name and a relation that nothing else has."""
        number = len(self._relations) + 1
        part, relation = f"footer{number}.xml", f"rIdFooter{number}"
        self._package[f"word/{part}"] = content
        self._append(_RELATIONS, "Relationship", Id=relation, Type=f"{R}/footer", Target=part)
        self._append(_TYPES, "Override", PartName=f"/word/{part}", ContentType=_FOOTER_TYPE)
        return relation

    def _append(self, part: str, tag: str, **attributes: str) -> None:
        root = parse(self._package[part])
        entry = root.makeelement(f"{{{root.nsmap[None]}}}{tag}")
        for name, value in attributes.items():
            entry.set(name, value)
        root.append(entry)
        self._package[part] = serialize(root)


def _footer(page: Page, kind: Kind) -> bytes:
    if kind == "first":
        top = page.height - standard.LETTER_FOOT_MM - standard.LETTER_RULE_HEIGHT_MM
        rule = framed(double_rule("Footer", thick_above=False), **across_the_page(page, top=top))
        return serialize(w("ftr", rule, paragraph("Footer")))
    number = _number(even=kind == "even")
    return serialize(w("ftr", *([_turned(number, page), paragraph("Footer")] if page.landscape else [number])))


def _number(*, even: bool) -> Element:
    """— n —, four-size 宋体, a character in from the outer edge: right on odd pages, left on even ones."""
    side = "left" if even else "right"
    indent = w("ind", **{f"{side}Chars": 100, side: standard.NOTE_WIDTH})
    number = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", _instruction(" PAGE ")),
        w("r", w("fldChar", fldCharType="separate")),
        run("1"),
        w("r", w("fldChar", fldCharType="end")),
    ]
    return paragraph("Footer", run("— "), *number, run(" —"), properties=[indent, w("jc", val=side)])


def _instruction(text: str) -> Element:
    element = w("instrText")
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _turned(line: Element, page: Page) -> Element:
    """A line at the left of a page that lies on its side, where its foot is once the page is turned upright.

    A floating table of one cell, whose text runs downwards: of all constructs that Word, WPS and LibreOffice turn it
    is the one without a drawing. It is as wide as the line and has no margins, so that no program moves the line.
    """
    width, height = standard.NOTE_WIDTH, page.text_height
    middle = standard.twips(page.left - standard.NUMBER_DROP_MM)
    table = w(
        "tblPr",
        w("tblpPr", horzAnchor="page", vertAnchor="page", tblpX=middle - width // 2, tblpY=standard.twips(page.top)),
        w("tblOverlap", val="overlap"),
        w("tblW", w=width, type="dxa"),
        w("jc", val="left"),
        w("tblBorders", *(w(side, val="nil") for side in _SIDES)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in _SIDES)),
    )
    cell = w("tcPr", w("tcW", w=width, type="dxa"), w("textDirection", val="tbRl"))
    row = w("tr", w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="exact")), w("tc", cell, line))
    return w("tbl", table, w("tblGrid", w("gridCol", w=width)), row)
