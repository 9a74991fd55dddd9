"""What stands at a fixed place of the page: frames (图文框), and the red double rule (红色双线) of a letter."""

from mzsh.typesetting import standard
from mzsh.typesetting.standard import Page
from mzsh.typesetting.wordml import Element, paragraph, set_property, w

_RULE_LINE = 20  # twips between the two lines of a double rule


def framed(line: Element, **place: str | int) -> Element:
    """The paragraph in a frame, beside which no text runs; `place` is framePr's own words, and alike for all in one."""
    set_property(line, w("framePr", wrap="notBeside", **place))
    return line


def across_the_page(page: Page, *, top: float) -> dict[str, str | int]:
    """The place of a frame 170 mm wide in the middle of the page, `top` millimetres below its edge."""
    return {
        "w": standard.twips(standard.LETTER_RULE_MM),
        "hAnchor": "page",
        "vAnchor": "page",
        "x": standard.twips((page.width - standard.LETTER_RULE_MM) / 2),
        "y": standard.twips(top),
    }


def double_rule(style: str, *, thick_above: bool) -> Element:
    """A thick and a thin red line as an empty paragraph, whose borders they are.

    Not one border of two lines (thickThinSmallGap): which of them lies outside is for each program to say.
    """
    sides = {"top": standard.LETTER_THICK_RULE, "bottom": standard.LETTER_THIN_RULE}
    if not thick_above:
        sides = {"top": standard.LETTER_THIN_RULE, "bottom": standard.LETTER_THICK_RULE}
    lines = [w(side, val="single", sz=thickness, space=0, color=standard.RED) for side, thickness in sides.items()]
    low = w("spacing", before=0, after=0, line=_RULE_LINE, lineRule="exact")
    letters = w("rPr", w("sz", val=2), w("szCs", val=2))
    return paragraph(style, properties=[w("pBdr", *lines), w("snapToGrid", val=0), low, letters])
