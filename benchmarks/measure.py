"""Time things side by side in one run, since ratios travel from machine to machine and seconds do not."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def side_by_side(cases: Mapping[str, Callable[[], object]], *, rounds: int) -> dict[str, float]:
    """The median seconds of each case; every round runs each of them once, after one that does not count."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    for number in range(rounds + 1):
        for name, case in cases.items():
            start = time.perf_counter()
            case()
            if number:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def table(medians: Mapping[str, float], *, unit: str) -> str:
    """A Markdown table with the ratio of each case to the case named `unit`."""
    lines = [f"| what | ms | × {unit} |", "|---|---:|---:|"]
    lines += [f"| {name} | {taken * 1000:.1f} | {taken / medians[unit]:.1f} |" for name, taken in medians.items()]
    return "\n".join(lines)
