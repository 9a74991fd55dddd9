"""What stands around the text, as paragraphs: red head, addressee, annex note, signature (落款) and imprint (版记)."""

from mzsh.typesetting import standard
from mzsh.typesetting.chinese import characters, cn_date
from mzsh.typesetting.layout import Imprint, Letterhead, Signature
from mzsh.typesetting.standard import Page, Style
from mzsh.typesetting.stylesheet import fonts, size
from mzsh.typesetting.wordml import Element, paragraph, run, set_property, w

_LARGEST_MARK = 56.0  # points; the standard's limit is 22 mm, a common mark is 小初 to 初号
_SMALLEST_MARK = 22.0
_EDGES = ("top", "bottom")
_NOTE_WIDTH = round(standard.NOTE_SIZE * 20)


def letterhead(head: Letterhead, *, style: Style, page: Page) -> list[Element]:
    """The red head: marks at the top left, agency mark 35 mm down, number, red rule, two blank lines."""
    marks = [paragraph("HeadMark", run(mark)) for mark in head.marks]
    return [*marks, _mark(head, style=style, page=page), _number(head, style=style, page=page)]


def _mark(head: Letterhead, *, style: Style, page: Page) -> Element:
    drop = max(0, standard.twips(standard.MARK_DROP_MM) - len(head.marks) * style.line)
    width = page.text_width / 20
    points = min(_LARGEST_MARK, max(_SMALLEST_MARK, 0.96 * width // max(1.0, characters(head.mark))))
    spacing = w("spacing", before=drop, after=0, line=round(points * 24), lineRule="exact")
    return paragraph("AgencyMark", run(head.mark, *size(points)), properties=[spacing])


def _number(head: Letterhead, *, style: Style, page: Page) -> Element:
    rule = w("bottom", val="single", sz=12, space=round(standard.RED_RULE_GAP_MM / 25.4 * 72), color=standard.RED)
    border = w("pBdr", rule)
    if not head.signer:
        return paragraph("DocumentNumber", run(head.number), properties=[border])
    # A paper to a superior (上行文): number and signer a character in from either side.
    tab = w("tab", val="right", pos=page.text_width - standard.CHARACTER_WIDTH)
    properties = [
        border,
        w("tabs", tab),
        # Of the first line only, or the rule would be indented too.
        w("ind", firstLineChars=100, firstLine=standard.CHARACTER_WIDTH),
        w("jc", val="left"),
    ]
    signer = run(head.signer, fonts(standard.KAI, style.digit_font))
    runs = [run(head.number), w("r", w("tab")), run("签发人："), signer]
    return paragraph("DocumentNumber", *runs, properties=properties)


def addressee(name: str) -> Element:
    """主送机关, which ends with a full-width colon."""
    return paragraph("Addressee", run(name.rstrip(":： ") + "："))


def annex_note(names: tuple[str, ...], *, style: Style) -> list[Element]:
    """附件说明: numbered from two annexes on, without a full stop, each name under the first."""
    numbered = len(names) > 1
    return [_annex(name, number=n if numbered else 0, first=n == 1, style=style) for n, name in enumerate(names, 1)]


def _annex(name: str, *, number: int, first: bool, style: Style) -> Element:
    label = ("附件：" if first else "") + (f"{number}." if number else "")
    # Two characters in, then 附件：, then the number: the second line of a name hangs below its first.
    left = 5 + (characters(f"{number}.") if number else 0)
    indent = _indent(left=left, hanging=characters(label))
    spacing = [w("spacing", before=style.line)] if first else []
    return paragraph("AnnexNote", run(label + name.rstrip("。；;. ")), properties=[*spacing, indent])


def _indent(*, left: float, hanging: float, right: float = 0, width: int = standard.CHARACTER_WIDTH) -> Element:
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
    day = cn_date(signed.date) if signed.date else ""
    place = _sealed if signed.sealed else _unsealed
    agency_right, date_right = place(characters(signed.agency), characters(day))
    spacing = w("spacing", before=style.line * (2 if signed.sealed else 1))
    lines = [paragraph("Agency", run(signed.agency), properties=[spacing, _right(agency_right)])]
    if day:
        lines.append(paragraph("Date", run(day), properties=[_right(date_right)]))
    return lines


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


def imprint(foot: Imprint, *, page: Page) -> list[Element]:
    """版记: a frame at the foot of the type area, with rules above, between and below."""
    lines = []
    if foot.copies:
        lines.append(paragraph("Imprint", run(f"　抄送：{foot.copies.rstrip('。 ')}。")))
    if foot.copies and (foot.office or foot.date):
        lines.append(_thin_rule(page))
    if foot.office or foot.date:
        lines.append(_issued(foot, page=page))
    for line in lines:
        for wanted in (_frame(page), _rules(), _indent(left=4, hanging=4, right=1, width=_NOTE_WIDTH)):
            set_property(line, wanted)
    return lines


def _frame(page: Page) -> Element:
    place = {"hAnchor": "margin", "vAnchor": "margin", "xAlign": "center", "yAlign": "bottom"}
    return w("framePr", w=page.text_width, wrap="notBeside", **place)


def _rules() -> Element:
    """Alike for every line, as are the indents: only then do they lie around the frame and not each line."""
    return w("pBdr", *(w(side, val="single", sz=standard.THICK_RULE, space=1, color="auto") for side in _EDGES))


def _thin_rule(page: Page) -> Element:
    """A tab's leader: LibreOffice gives up the frame where paragraphs ask for a border `between` them."""
    stops = (("left", 4 * _NOTE_WIDTH), ("right", page.text_width))  # a hanging indent is a stop itself
    tabs = w("tabs", *(w("tab", val=kind, leader="underscore", pos=position) for kind, position in stops))
    low = w("spacing", before=0, after=60, line=100, lineRule="exact")
    rule = w("r", w("rPr", *size(4)), *(w("tab") for _ in stops))
    return paragraph("Imprint", rule, properties=[tabs, low])


def _issued(foot: Imprint, *, page: Page) -> Element:
    tabs = w("tabs", w("tab", val="right", pos=page.text_width - _NOTE_WIDTH))
    day = f"{cn_date(foot.date)}印发" if foot.date else ""
    runs = [run(f"　{foot.office}"), w("r", w("tab")), run(day)]
    return paragraph("Imprint", *runs, properties=[tabs, w("jc", val="left")])
