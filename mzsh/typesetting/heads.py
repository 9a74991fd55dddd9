"""What stands above the text, as paragraphs: the red head (版头) of a paper, a letter or minutes, and the addressee."""

from typing import Final

from mzsh.typesetting import standard
from mzsh.typesetting.chinese import characters
from mzsh.typesetting.frames import across_the_page, double_rule, framed
from mzsh.typesetting.layout import Letterhead
from mzsh.typesetting.standard import Page, Style
from mzsh.typesetting.stylesheet import fonts, size
from mzsh.typesetting.wordml import Element, paragraph, run, set_property, w

_LARGEST_MARK: Final = 56.0  # points; the standard's limit is 22 mm, a common mark is 小初 to 初号
_SMALLEST_MARK: Final = 32.0  # of one line: below that its characters are narrowed
_NARROWEST: Final = 0.66
_ROOM: Final = 0.96  # of the type area's width
_MARK_LINE: Final = 1.06  # lines of its size: its first four fifths reach from the top of a character to its foot line
_MARK_INK: Final = 0.95  # of its size, from the top of a character to its lowest stroke
_SEAMS: Final = "委府局室组部会院厅办省市县区州旗"  # where the name of an agency may be parted


def letterhead(head: Letterhead, *, style: Style, page: Page) -> list[Element]:
    """The red head down to its number (发文字号) and rule, with two blank lines below."""
    if head.form == "信函":
        return _letter(head, style=style, page=page)
    marks = [paragraph("HeadMark", run(mark)) for mark in head.marks]
    drop = max(0, standard.twips(standard.MARK_DROP_MM) - len(marks) * style.line)
    mark = _Mark(head.mark, page=page)
    return [*marks, mark.paragraph(drop=drop), _number(head, style=style, page=page)]


class _Mark:
    """发文机关标志: as large as one line allows, a long one narrowed, a very long one in two lines."""

    def __init__(self, text: str, *, page: Page) -> None:
        room = _ROOM * page.text_width / 20
        self._text = _parted(text, longest=room / (_SMALLEST_MARK * _NARROWEST))
        self._fit = room / max(1.0, *map(characters, self._text.split("\n")))
        self._points = min(_LARGEST_MARK, max(_SMALLEST_MARK, float(int(self._fit))))

    @property
    def height(self) -> float:
        """From the first line's top to the last one's foot, in millimetres."""
        lines = self._text.count("\n") * _MARK_LINE + _MARK_INK
        return lines * self._points * 25.4 / 72

    def paragraph(self, *, drop: int = 0) -> Element:
        """The mark, `drop` twips down."""
        points = self._points
        narrowed = [] if self._fit >= points else [w("w", val=int(100 * self._fit / points))]
        spacing = w("spacing", before=drop, after=0, line=round(points * _MARK_LINE * 20), lineRule="exact")
        return paragraph("AgencyMark", run(self._text, *narrowed, *size(points)), properties=[spacing])


def _parted(text: str, *, longest: float) -> str:
    """The text in two lines where one cannot hold it: after the end of a name that is nearest to the middle."""
    if "\n" in text or characters(text) <= longest:
        return text
    middle = len(text) / 2
    seams = [place for place, one in enumerate(text[:-1], 1) if one in _SEAMS] or [round(middle)]
    place = min(seams, key=lambda seam: abs(seam - middle))
    return f"{text[:place]}\n{text[place:]}"


def _number(head: Letterhead, *, style: Style, page: Page) -> Element:
    rule = w("bottom", val="single", sz=12, space=round(standard.RED_RULE_GAP_MM / 25.4 * 72), color=standard.RED)
    border = w("pBdr", rule)
    if not head.signer:
        return paragraph("DocumentNumber", run(head.number), properties=[border])
    # A paper to a superior (上行文): number and signer a character in from either side.
    properties = [
        border,
        _right_stop(page.text_width - standard.CHARACTER_WIDTH),
        # Of the first line only, or the rule would be indented too.
        w("ind", firstLineChars=100, firstLine=standard.CHARACTER_WIDTH),
        w("jc", val="left"),
    ]
    signer = run(head.signer, fonts(standard.KAI, style.digit_font))
    runs = [run(head.number), w("r", w("tab")), run("签发人："), signer]
    return paragraph("DocumentNumber", *runs, properties=properties)


def _right_stop(position: int) -> Element:
    return w("tabs", w("tab", val="right", pos=position))


def _letter(head: Letterhead, *, style: Style, page: Page) -> list[Element]:
    """A letter's head (信函格式): mark and red double rule at the page's top, marks and number below the rule."""
    mark = _Mark(head.mark, page=page)
    ruled = standard.LETTER_DROP_MM + mark.height + standard.RED_RULE_GAP_MM
    top = [
        framed(mark.paragraph(), **across_the_page(page, top=standard.LETTER_DROP_MM)),
        # A frame of its own: LibreOffice gives up one that holds different borders.
        # It keeps the text below at its distance itself: a space before would count from elsewhere.
        framed(
            double_rule("AgencyMark", thick_above=True),
            vSpace=standard.LETTER_NUMBER_GAP,
            **across_the_page(page, top=ruled),
        ),
    ]
    lines = [_letter_number(head, style=style, page=page)]
    lines += [paragraph("HeadMark", run(one)) for one in head.marks[1:]]
    set_property(lines[-1], w("spacing", before=0, after=2 * style.line))
    return [*top, *lines]


def _letter_number(head: Letterhead, *, style: Style, page: Page) -> Element:
    """The number at the right, in one line with the first mark; off the line grid, which does not begin at the rule."""
    place = [w("snapToGrid", val=0), w("spacing", before=0, after=0)]
    if not head.marks:
        return paragraph("DocumentNumber", run(head.number), properties=[*place, w("jc", val="right")])
    first = run(head.marks[0], fonts(standard.HEI, style.digit_font))
    properties = [_right_stop(page.text_width), *place, w("jc", val="left")]
    return paragraph("DocumentNumber", first, w("r", w("tab")), run(head.number), properties=properties)


def addressee(name: str) -> Element:
    """主送机关, which ends with a full-width colon."""
    return paragraph("Addressee", run(name.rstrip(":： ") + "："))
