"""The properties of a section (节)."""

from __future__ import annotations

from collections.abc import Mapping

from mzsh.conformance.word.model import Paragraph, Section
from mzsh.conformance.word.xml import Element, attributes, local, number, switched, twips, w

_SIDES = ("top", "right", "bottom", "left")
_DEFAULT_PAGE = {"w": "12240", "h": "15840"}
"""What Word takes where no size is written: Letter."""
_DEFAULT_MARGIN = 1440.0
_ORNAMENTS = {"pgBorders": "页面边框", "lnNumType": "行号"}

Running = Mapping[str, tuple[Paragraph, ...]]


def read_section(properties: Element | None, *, number: int, feet: Running, heads: Running) -> Section:
    """One section; what is not written is as Word takes it."""
    said = {local(one): attributes(one) for one in properties} if properties is not None else {}
    page = _DEFAULT_PAGE | said.get("pgSz", {})
    margins = said.get("pgMar", {})
    grid = said.get("docGrid", {})
    numbers = said.get("pgNumType", {})
    return Section(
        number=number,
        width=twips(page["w"]),
        height=twips(page["h"]),
        orient=page.get("orient", "portrait"),
        margins={side: abs(twips(margins.get(side), _DEFAULT_MARGIN)) for side in _SIDES},
        gutter=twips(margins.get("gutter")),
        footer=twips(margins.get("footer"), 720.0),
        grid=grid.get("type", "default"),
        pitch=twips(grid.get("linePitch")),
        extra=_number(grid.get("charSpace")),
        columns=_columns(properties, said.get("cols", {})),
        direction=said.get("textDirection", {}).get("val", "lrTb"),
        title_page=switched(properties, "titlePg"),
        start=int(_number(numbers["start"])) if "start" in numbers else None,
        number_format=numbers.get("fmt", "decimal"),
        ornaments=tuple(told for tag, told in _ORNAMENTS.items() if tag in said),
        feet=feet,
        heads=heads,
    )


def _columns(properties: Element | None, said: Mapping[str, str]) -> int:
    listed = len(properties.findall(f"{w('cols')}/{w('col')}")) if properties is not None else 0
    return max(int(_number(said.get("num"), 1.0)), listed, 1)


_number = number
