"""The areas (方面) of a statement or outline against the preset's: missing, doubled, unknown or out of order."""

from __future__ import annotations

from dataclasses import dataclass

from mzsh.model.examination import Area, Examination
from mzsh.model.preset import Preset
from mzsh.model.record import Record


@dataclass(frozen=True, slots=True)
class AreaFault:
    """Something wrong with the areas of the front matter, and the numbers whose sections it makes doubtful."""

    record: Record
    field: str
    message: str
    numbers: tuple[int, ...]
    order: tuple[int, int] | None = None
    """The area that stands too late, and the one before which it should."""

    @property
    def about(self) -> str:
        """What tells this fault from another of the same material: the numbers of its areas."""
        return "、".join(map(str, self.order or self.numbers))


def area_faults(examination: Examination, preset: Preset) -> tuple[AreaFault, ...]:
    """Areas that are unknown, doubled, out of order or missing; one fault where one edit caused two."""
    expected = list(range(1, preset.area_count + 1))
    typed = [area.area for area in examination.areas if area.area is not None]
    missing = [number for number in expected if number not in typed]
    if not preset.area_count or "areas" in examination.at.refused:
        return ()
    if not examination.areas:
        message = f"没有写“对照检查”，{preset.area_count}个方面的问题都缺"
        return (AreaFault(examination, "areas", message, tuple(expected)),)
    if any(area.area is None for area in examination.areas):
        missing = missing[sum(area.area is None for area in examination.areas) :]
    faults: list[AreaFault] = []
    last = 0
    for area in examination.areas:
        number = area.area
        if number is None:
            continue
        if number not in expected or typed.index(number) != _index(examination.areas, area):
            what = f"没有第{number}个方面" if number not in expected else f"第{number}方面写了两次"
            lost = missing.pop(0) if missing else None
            also = f"，第{lost}方面却缺" if lost else f"，本次共{preset.area_count}个方面"
            faults.append(AreaFault(area, "area", what + also, tuple(n for n in (number, lost) if n)))
        elif number < last:
            faults.append(AreaFault(area, "area", f"第{number}方面应排在第{last}方面之前", (), (number, last)))
        last = max(last, number if number in expected else last)
    for number in missing:
        message = f"缺第{number}方面：{preset.heading(number).short}"
        faults.append(AreaFault(examination, "areas", message, (number,)))
    return tuple(faults)


def _index(areas: tuple[Area, ...], area: Area) -> int:
    """The position of an area among those with a number."""
    numbered = [one for one in areas if one.area is not None]
    return next(index for index, one in enumerate(numbered) if one is area)


def doubtful_areas(examination: Examination, preset: Preset) -> frozenset[int]:
    """Areas of which 101 or 102 speaks: what the body says of them is an echo."""
    numbers = {number for fault in area_faults(examination, preset) for number in fault.numbers}
    numbers |= {area.area for area in examination.areas if not area.problems and area.area is not None}
    return frozenset(numbers)


def area_clauses(preset: Preset, *numbers: int | None) -> tuple[str, ...]:
    """The clauses of some areas, as the preset gives them; none where it gives none."""
    known = [preset.areas[n - 1].clause for n in numbers if n and n <= preset.area_count]
    return tuple(dict.fromkeys(clause for clause in known if clause))
