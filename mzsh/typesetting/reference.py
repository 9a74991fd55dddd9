"""The reference document, from which pandoc takes styles, page and page numbers, built from the standard's figures."""

from functools import lru_cache
from typing import Final

from mzsh.typesetting import pandoc, standard
from mzsh.typesetting.package import pack, unpack
from mzsh.typesetting.standard import Page, Style
from mzsh.typesetting.stylesheet import stylesheet
from mzsh.typesetting.wordml import Element, R, name, paragraph, parse, run, serialize, w

_FOOTERS: Final = (("default", "rIdFooterOdd", "footer1.xml"), ("even", "rIdFooterEven", "footer2.xml"))
_FOOTER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_COMPATIBILITY: Final = "http://schemas.microsoft.com/office/word"


@lru_cache(maxsize=8)
def reference(style: Style) -> bytes:
    """The reference document of one style; the same style gives the same bytes."""
    parts = unpack(pandoc.run(["--print-default-data-file=reference.docx"]))
    parts["word/styles.xml"] = stylesheet(parts["word/styles.xml"], style)
    parts["word/settings.xml"] = _settings(parts["word/settings.xml"])
    parts["word/fontTable.xml"] = font_table()
    parts["word/document.xml"] = _document(style)
    parts["word/_rels/document.xml.rels"] = _relations(parts["word/_rels/document.xml.rels"])
    parts["[Content_Types].xml"] = _content_types(parts["[Content_Types].xml"])
    for kind, _, part in _FOOTERS:
        parts[f"word/{part}"] = _footer(even=kind == "even")
    return pack(parts)


def section(page: Page, *, line: int, references: list[Element]) -> Element:
    """The properties of a section: page, margins and line grid, with the page numbers' footers."""
    size = {"w": standard.twips(page.width), "h": standard.twips(page.height)}
    orient = {"orient": "landscape"} if page.landscape else {}
    margins = {side: standard.twips(getattr(page, side)) for side in ("top", "right", "bottom", "left")}
    return w(
        "sectPr",
        *references,
        w("type", val="nextPage"),
        w("pgSz", **size, **orient),
        w("pgMar", **margins, header=851, footer=page.footer, gutter=0),
        w("cols", space=425),
        w("docGrid", type="lines", linePitch=line),
    )


def _document(style: Style) -> bytes:
    references = []
    for kind, relation, _ in _FOOTERS:
        reference_ = w("footerReference", type=kind)
        reference_.set(f"{{{R}}}id", relation)
        references.append(reference_)
    ending = section(standard.PORTRAIT, line=style.line, references=references)
    return serialize(w("document", w("body", paragraph("Normal"), ending)))


def _footer(*, even: bool) -> bytes:
    """— n —, four-size 宋体, a character in from the outer edge: right on odd pages, left on even ones."""
    side = "left" if even else "right"
    indent = w("ind", **{f"{side}Chars": 100, side: 280})
    number = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", _instruction(" PAGE ")),
        w("r", w("fldChar", fldCharType="separate")),
        run("1"),
        w("r", w("fldChar", fldCharType="end")),
    ]
    properties = [indent, w("jc", val=side)]
    return serialize(w("ftr", paragraph("Footer", run("— "), *number, run(" —"), properties=properties)))


def _instruction(text: str) -> Element:
    element = w("instrText")
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _settings(default: bytes) -> bytes:
    root = parse(default)
    tab_stop = root.find(name("defaultTabStop"))
    rsids = root.find(name("rsids"))
    assert tab_stop is not None
    assert rsids is not None
    tab_stop.addnext(w("evenAndOddHeaders"))
    # Word 2013's rules, so that no "compatibility mode" shows; a line that ends in a break is not stretched.
    modern = w("compatSetting", name="compatibilityMode", uri=_COMPATIBILITY, val=15)
    rsids.addprevious(w("compat", w("doNotExpandShiftReturn"), w("useFELayout"), modern))
    for tag in ("embedSystemFonts", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing"):
        for found in root.findall(name(tag)):
            root.remove(found)
    return serialize(root)


def font_table() -> bytes:
    """The fonts used, each with the one to take where it is not installed."""
    fonts = [
        w("font", w("altName", val=substitute), w("charset", val="86"), name=font)
        for font, substitute in standard.SUBSTITUTES
    ]
    return serialize(w("fonts", *fonts, w("font", w("charset", val="00"), name=standard.TIMES)))


def _relations(default: bytes) -> bytes:
    root = parse(default)
    for _, relation, part in _FOOTERS:
        entry = root.makeelement(f"{{{root.nsmap[None]}}}Relationship")
        entry.set("Id", relation)
        entry.set("Type", f"{R}/footer")
        entry.set("Target", part)
        root.append(entry)
    return serialize(root)


def _content_types(default: bytes) -> bytes:
    root = parse(default)
    for _, _, part in _FOOTERS:
        entry = root.makeelement(f"{{{root.nsmap[None]}}}Override")
        entry.set("PartName", f"/word/{part}")
        entry.set("ContentType", _FOOTER_TYPE)
        root.append(entry)
    return serialize(root)
