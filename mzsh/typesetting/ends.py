"""What stands below the text, as paragraphs: annex note, signature (落款) and imprint (版记)."""

from typing import Final

from mzsh.typesetting import standard
from mzsh.typesetting.chinese import characters, cn_date
from mzsh.typesetting.frames import framed
from mzsh.typesetting.layout import Imprint, Signature
from mzsh.typesetting.standard import NOTE_WIDTH, Page, Style
from mzsh.typesetting.stylesheet import size
from mzsh.typesetting.wordml import Element, paragraph, run, set_property, w

_EDGES: Final = ("top", "bottom")
_BLANK_DAY: Final = "　　　　年　　月　　日"
"""Room for a date that is written when the paper is issued."""


def annex_note(names: tuple[str, ...], *, style: Style) -> list[Element]:
    """附件说明: numbered from two annexes on, without a full stop, the lines of each name under its first."""
    numbered = len(names) > 1
    return [_annex(name, number=f"{n}." if numbered else "", style=style) for n, name in enumerate(names, 1)]


def _annex(name: str, *, number: str, style: Style) -> Element:
    first = number in ("", "1.")
    # Two characters in, then 附件：, then the number, whose full stop is a quarter wide in a Latin font.
    stop = 0.25 if number and style.digit_font.isascii() else 0.0
    width = characters(number) - stop
    spacing = [w("spacing", before=style.line)] if first else []
    place = indent(left=5 + width, hanging=(3 if first else 0) + width)
    label = ("附件：" if first else "") + number
    return paragraph("AnnexNote", run(label + name.rstrip("。；;. ")), properties=[*spacing, place])


def indent(*, left: float, hanging: float, right: float = 0, width: int = standard.CHARACTER_WIDTH) -> Element:
    """Indents in characters: the first line begins `hanging` left of the others."""
    return w(
        "ind",
        leftChars=round(100 * left),
        left=round(width * left),
        rightChars=round(100 * right),
        right=round(width * right),
        hangingChars=round(100 * hanging),
        hanging=round(width * hanging),
    )


def signature(signed: Signature, *, style: Style) -> list[Element]:
    """落款: one blank line below the text (two where a seal needs the room), agency above its date."""
    day = cn_date(signed.date) if signed.date else _BLANK_DAY
    place = _sealed if signed.sealed else _unsealed
    agency_right, date_right = place(characters(signed.agency), characters(day))
    spacing = w("spacing", before=style.line * (2 if signed.sealed else 1))
    return [
        paragraph("Agency", run(signed.agency), properties=[spacing, _right(agency_right)]),
        paragraph("Date", run(day), properties=[_right(date_right)]),
    ]


def _sealed(agency: float, day: float) -> tuple[float, float]:
    """Date four characters from the right, the agency centred over it."""
    return max(0.0, 4 + (day - agency) / 2), 4.0


def _unsealed(agency: float, day: float) -> tuple[float, float]:
    """Agency two characters from the right, date two right of the agency's first; a longer date is itself at two."""
    if day > agency:
        return 2 + day + 2 - agency, 2.0
    return 2.0, agency - day


def _right(count: float) -> Element:
    return w("ind", rightChars=round(100 * count), right=round(standard.CHARACTER_WIDTH * count))


def imprint(foot: Imprint, *, page: Page, letter: bool = False) -> list[Element]:
    """版记: a frame at the foot of the type area, with rules above, between and below; a letter's has only copies."""
    lines = []
    if foot.copies:
        lines.append(paragraph("Imprint", run(f"　抄送：{foot.copies.rstrip('。 ')}。")))
    issued = not letter and bool(foot.office or foot.date)
    if foot.copies and issued:
        lines.append(_thin_rule(page))
    if issued:
        lines.append(_issued(foot, page=page))
    for line in lines:
        set_property(line, indent(left=4, hanging=4, right=1, width=NOTE_WIDTH))
        if not letter:
            set_property(line, _rules())
        framed(line, w=page.text_width, hAnchor="margin", vAnchor="margin", xAlign="center", yAlign="bottom")
    return lines


def _rules() -> Element:
    """Alike for every line, as are the indents: only then do they lie around the frame and not each line."""
    return w("pBdr", *(w(side, val="single", sz=standard.THICK_RULE, space=1, color="auto") for side in _EDGES))


def _thin_rule(page: Page) -> Element:
    """A tab's leader: LibreOffice gives up the frame where paragraphs ask for a border `between` them."""
    stops = (("left", 4 * NOTE_WIDTH), ("right", page.text_width))  # a hanging indent is a stop itself
    tabs = w("tabs", *(w("tab", val=kind, leader="underscore", pos=position) for kind, position in stops))
    low = w("spacing", before=0, after=60, line=100, lineRule="exact")
    rule = w("r", w("rPr", *size(4)), *(w("tab") for _ in stops))
    return paragraph("Imprint", rule, properties=[tabs, low])


def _issued(foot: Imprint, *, page: Page) -> Element:
    tabs = w("tabs", w("tab", val="right", pos=page.text_width - NOTE_WIDTH))
    day = f"{cn_date(foot.date)}印发" if foot.date else ""
    runs = [run(f"　{foot.office}"), w("r", w("tab")), run(day)]
    return paragraph("Imprint", *runs, properties=[tabs, w("jc", val="left")])
