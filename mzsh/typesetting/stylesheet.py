"""The style sheet (styles.xml): pandoc's own styles emptied, then set in the figures of the standard."""

from mzsh.typesetting import standard
from mzsh.typesetting.standard import KAI, Style
from mzsh.typesetting.styles import EMPHASIS, EMPHASIS_NAME, ParagraphStyle, paragraph_styles
from mzsh.typesetting.wordml import Element, name, parse, serialize, w

_CELL_MARGINS = {"top": 45, "left": 85, "bottom": 45, "right": 85}
_FOOTER_LINE = 280


def stylesheet(default: bytes, style: Style) -> bytes:
    """pandoc's styles.xml without its fonts, colours and spaces and with ours."""
    root = parse(default)
    defaults = root.find(name("docDefaults"))
    assert defaults is not None
    root.replace(defaults, _defaults(style))
    for found in root.findall(name("style")):
        for tag in ("pPr", "rPr", "link"):
            for emptied in found.findall(name(tag)):
                found.remove(emptied)
    by_id = {found.get(name("styleId")): found for found in root.findall(name("style"))}
    for wanted in paragraph_styles(style):
        existing = by_id.get(wanted.id)
        if existing is None:
            root.append(_described(_new(wanted), wanted, style))
        else:
            _described(existing, wanted, style)
    root.replace(by_id["Table"], _table())
    root.append(_emphasis(style))
    return serialize(root)


def _new(wanted: ParagraphStyle) -> Element:
    custom = {} if wanted.id == "Footer" else {"customStyle": "1"}
    return w(
        "style",
        w("name", val=wanted.name),
        w("basedOn", val="Normal"),
        w("qFormat"),
        type="paragraph",
        **custom,
        styleId=wanted.id,
    )


def _described(element: Element, wanted: ParagraphStyle, style: Style) -> Element:
    named = element.find(name("name"))
    assert named is not None
    named.set(name("val"), wanted.name)
    # Not hidden: a secretary finds all of them in Word's list.
    for tag in ("semiHidden", "unhideWhenUsed"):
        for hidden in element.findall(name(tag)):
            element.remove(hidden)
    element.append(_lines(wanted, style))
    element.append(_letters(wanted, style))
    return element


def _lines(wanted: ParagraphStyle, style: Style) -> Element:
    """Paragraph properties in the order that the schema wants."""
    one = style.line
    width = standard.CHARACTER_WIDTH
    return w(
        "pPr",
        w("keepNext", val=int(wanted.keep_next)),
        w("keepLines", val=0),
        w("pageBreakBefore", val=int(wanted.new_page)),
        w("widowControl", val=0),
        w("kinsoku", val=1),
        # A mark may hang out half at the end of a full line, as in Word by default; else LibreOffice loses some.
        w("overflowPunct", val=1),
        w("autoSpaceDE", val=0),
        w("autoSpaceDN", val=0),
        w("snapToGrid", val=int(wanted.on_grid)),
        w("spacing", before=round(wanted.before * one), after=round(wanted.after * one), **_pitch(wanted, style)),
        w(
            "ind",
            leftChars=100 * wanted.left,
            left=width * wanted.left,
            rightChars=100 * wanted.right,
            right=width * wanted.right,
            firstLineChars=100 * wanted.first_line,
            firstLine=width * wanted.first_line,
        ),
        w("jc", val=wanted.align),
        *([w("outlineLvl", val=wanted.level - 1)] if wanted.level else []),
    )


def _pitch(wanted: ParagraphStyle, style: Style) -> dict[str, str | int]:
    """Exact for text; cells grow with what stands in them, and the footer is one line of its own size."""
    if wanted.loose:
        return {"line": 240, "lineRule": "auto"}
    return {"line": _FOOTER_LINE if wanted.id == "Footer" else style.line, "lineRule": "exact"}


def _letters(wanted: ParagraphStyle, style: Style) -> Element:
    return w(
        "rPr",
        fonts(wanted.font, wanted.latin_font or style.digit_font),
        w("b", val=int(wanted.bold)),
        w("bCs", val=int(wanted.bold)),
        w("i", val=0),
        w("color", val=wanted.color),
        w("spacing", val=standard.CHARACTER_SPACING if wanted.on_grid else 0),
        w("kern", val=0),
        *size(wanted.size),
    )


def fonts(east_asian: str, latin: str) -> Element:
    """All four attributes: one that is missing falls back to the theme's font."""
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=east_asian, cs=latin)


def size(points: float) -> tuple[Element, Element]:
    """The size for East-Asian and Latin text, and for complex scripts."""
    half_points = round(points * 2)
    return w("sz", val=half_points), w("szCs", val=half_points)


def _defaults(style: Style) -> Element:
    language = w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    letters = w("rPr", fonts(standard.FANG_SONG, style.digit_font), *size(standard.BODY_SIZE), language)
    return w("docDefaults", w("rPrDefault", letters), w("pPrDefault", w("pPr")))


def _emphasis(style: Style) -> Element:
    """Bold in Markdown: official documents mark by font, not by weight."""
    return w(
        "style",
        w("name", val=EMPHASIS_NAME),
        w("basedOn", val="DefaultParagraphFont"),
        w("qFormat"),
        w("rPr", fonts(KAI, style.digit_font)),
        type="character",
        customStyle="1",
        styleId=EMPHASIS,
    )


def _table() -> Element:
    borders = [
        w(side, val="single", sz=standard.TABLE_RULE, space=0, color="auto")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    margins = [w(side, w=width, type="dxa") for side, width in _CELL_MARGINS.items()]
    return w(
        "style",
        w("name", val="Table"),
        w("qFormat"),
        w(
            "tblPr",
            w("jc", val="center"),
            w("tblInd", w=0, type="dxa"),
            w("tblBorders", *borders),
            w("tblCellMar", *margins),
        ),
        type="table",
        default="1",
        styleId="Table",
    )
