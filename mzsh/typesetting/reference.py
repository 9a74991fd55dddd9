"""The reference document, from which pandoc takes styles and settings, built from the standard's figures."""

from functools import lru_cache
from typing import Final

from mzsh.typesetting import pandoc, standard
from mzsh.typesetting.package import pack, unpack
from mzsh.typesetting.standard import Page, Style
from mzsh.typesetting.stylesheet import stylesheet
from mzsh.typesetting.wordml import Element, name, paragraph, parse, serialize, w

_COMPATIBILITY: Final = "http://schemas.microsoft.com/office/word"


@lru_cache(maxsize=8)
def reference(style: Style) -> bytes:
    """The reference document of one style; the same style gives the same bytes."""
    parts = unpack(pandoc.run(["--print-default-data-file=reference.docx"]))
    parts["word/styles.xml"] = stylesheet(parts["word/styles.xml"], style)
    parts["word/settings.xml"] = _settings(parts["word/settings.xml"])
    parts["word/fontTable.xml"] = font_table()
    parts["word/document.xml"] = _document(style)
    return pack(parts)


def section(page: Page, *, line: int, references: list[Element], first: bool = False) -> Element:
    """The properties of a section: page, margins and line grid, footers; `first` where its first page has its own."""
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
        *([w("titlePg")] if first else []),
        w("docGrid", type="lines", linePitch=line),
    )


def _document(style: Style) -> bytes:
    ending = section(standard.PORTRAIT, line=style.line, references=[])
    return serialize(w("document", w("body", paragraph("Normal"), ending)))


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
