"""What the items of the red head measure: heights, gaps, red rules."""

from __future__ import annotations

from dataclasses import replace

from mzsh.conformance import standard
from mzsh.conformance.paper import Paper, Role
from mzsh.conformance.word.model import Paragraph, Table
from mzsh.conformance.word.properties import Border
from mzsh.conformance.word.runs import red

_LINE_TWIPS = standard.TYPE_AREA_MM[1] * standard.TWIPS_A_MM / standard.LINES_A_PAGE
_NATURAL = 1.3
"""Height of a line whose pitch is not exact, by its size."""
_DOUBLE = ("double", "thick", "thin", "triple")


def line_height(paragraph: Paragraph) -> float:
    """The height of one line in twips."""
    lines = paragraph.lines
    if lines.rule == "exact":
        return lines.pitch
    size = max((run.letters.size for run in paragraph.runs), default=standard.BODY_PT)
    natural = size * 20 * _NATURAL * (lines.pitch / 240 if lines.rule == "auto" else 1)
    return max(natural, lines.pitch if lines.rule == "atLeast" else 0, _LINE_TWIPS if lines.on_grid else 0)


def before(paragraph: Paragraph) -> float:
    """The gap above it in twips."""
    lines = paragraph.lines
    return lines.before_lines * _LINE_TWIPS if lines.before_lines is not None else lines.before


def after(paragraph: Paragraph) -> float:
    """The gap below it in twips."""
    lines = paragraph.lines
    return lines.after_lines * _LINE_TWIPS if lines.after_lines is not None else lines.after


def _between(paper: Paper, above: Paragraph | None, below: Paragraph) -> list[Paragraph]:
    found: list[Paragraph] = []
    for _, paragraph in paper.text:
        if paragraph is below:
            return [one for one in found if one.frame is None]
        found.append(paragraph)
        if paragraph is above:
            found.clear()
    return []


def height_above(paper: Paper, paragraph: Paragraph) -> float:
    """Millimetres from the type area's top to a paragraph of the first page."""
    above = _between(paper, None, paragraph)
    twips = sum(before(one) + line_height(one) + after(one) for one in above) + before(paragraph)
    return twips / standard.TWIPS_A_MM


def lines_between(paper: Paper, above: Paragraph, below: Paragraph) -> float:
    """Lines of text that would stand between two paragraphs."""
    blank = sum(before(one) + line_height(one) + after(one) for one in _between(paper, above, below))
    return (after(above) + blank + before(below)) / _LINE_TWIPS


def red_rules(paper: Paper) -> list[tuple[str, Border]] | None:
    """Red rules of paragraphs in the head; an empty list for one that is drawn, None where there is none."""
    head = _head(paper)
    rules = [
        (side, border)
        for one in head
        for side, border in (one.lines.borders or {}).items()
        if side in ("top", "bottom") and red(border.color)
    ]
    drawn = any(one.red_line for one in (*head, *paper.word.besides))
    beside = any(_is_ruled(one) for one in paper.word.besides)
    return rules or ([] if drawn or beside else None)


def _head(paper: Paper) -> list[Paragraph]:
    """The paragraphs down to the first title."""
    found: list[Paragraph] = []
    for role, block in zip(paper.roles, paper.word.blocks, strict=True):
        if isinstance(block, Table) or role in (Role.TITLE, Role.BODY):
            break
        found.append(block)
    return found


def _is_ruled(paragraph: Paragraph) -> bool:
    return any(red(border.color) for border in (paragraph.lines.borders or {}).values())


def double_rules(paper: Paper) -> list[tuple[Paragraph, Border, Border]]:
    """Red double rules (红色双线): upper and lower line, drawn as one border of two lines or as two borders."""
    found = []
    for one in (*_head(paper), *paper.word.besides):
        borders = one.lines.borders or {}
        lines = [borders[side] for side in ("top", "bottom") if side in borders and red(borders[side].color)]
        if len(lines) == 2:
            found.append((one, lines[0], lines[1]))
        elif lines and lines[0].kind.startswith(_DOUBLE):
            found.append((one, *_as_two(lines[0])))
    return found


def _as_two(border: Border) -> tuple[Border, Border]:
    """Word's thickThin… has its thick line above, thinThick… below; a double one has two alike."""
    thin = replace(border, size=border.size / 2)
    return (thin, border) if border.kind.startswith("thin") else (border, thin)


def is_letter(paper: Paper) -> bool:
    """Whether the paper is a letter (信函格式): its head has a red double rule."""
    return paper.red_headed and bool(double_rules(paper))
