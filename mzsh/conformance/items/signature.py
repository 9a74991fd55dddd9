"""落款: who signs and when (发文机关署名、成文日期)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.conformance import forms, standard
from mzsh.conformance.item import Trace, item, right, wrong
from mzsh.conformance.paper import Paper, Role, right_gap, told_indent
from mzsh.conformance.word.model import Paragraph

_DATE_OFF = 0.6
_AGENCY_OFF = 1.6
"""Characters by which a seal's agency may lie beside the middle of its date."""


@item(
    "signature",
    "落款的位置",
    advice="盖章的：日期右空 4 字，单位在日期上居中；不盖章的：单位右空 2 字，日期首字比单位首字右移 2 字",
)
def signature(paper: Paper) -> Iterator[Trace]:
    """加盖印章的，成文日期右空四字，署名在日期之上以日期居中；不加盖的，署名右空二字，日期首字比署名首字右移
    二字，日期长于署名的，日期右空二字、署名右空相应增加。
    """
    for agency, day in _pairs(paper):
        if not forms.RIGHT_DATE.fullmatch(day.words):
            continue
        measure = _measure(paper, day)
        found_day = right_gap(day, measure=measure)
        found_agency = right_gap(agency, measure=measure) if agency is not None else None
        told = f"日期右空 {told_indent(found_day)}"
        if found_agency is not None:
            told = f"署名右空 {told_indent(found_agency)}，{told}"
        fits = any(_fits(found_agency, found_day, wanted) for wanted in _wanted(agency, day))
        yield right(told) if fits else wrong(told, day.place)


def _pairs(paper: Paper) -> Iterator[tuple[Paragraph | None, Paragraph]]:
    agency: Paragraph | None = None
    for role, paragraph in paper.text:
        if role is Role.AGENCY:
            agency = paragraph
        elif role is Role.DATE:
            yield agency, paragraph
            agency = None


def _measure(paper: Paper, paragraph: Paragraph) -> float:
    """Characters a line: 28, or those of a page that lies on its side."""
    across = standard.TYPE_AREA_MM[1] if paper.section(paragraph).landscape else standard.TYPE_AREA_MM[0]
    return standard.CHARACTERS_A_LINE * across / standard.TYPE_AREA_MM[0]


def _wanted(agency: Paragraph | None, day: Paragraph) -> Iterator[tuple[float, float, float]]:
    """Where agency and date may end, and how exactly the agency: sealed, and unsealed."""
    wide = forms.characters(day.words)
    long = forms.characters(agency.words) if agency is not None else 0.0
    yield max(0.0, standard.SEALED_DATE_RIGHT + (wide - long) / 2), standard.SEALED_DATE_RIGHT, _AGENCY_OFF
    two = standard.UNSEALED_RIGHT
    if agency is None or wide + two > long + two:
        yield two + two + wide - long, two, _DATE_OFF
    if agency is None or long >= wide:
        yield two, long - wide, _DATE_OFF


def _fits(agency: float | None, day: float, wanted: tuple[float, float, float]) -> bool:
    if abs(day - wanted[1]) > _DATE_OFF:
        return False
    return agency is None or abs(agency - wanted[0]) <= wanted[2]
