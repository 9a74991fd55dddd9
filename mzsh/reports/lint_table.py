"""What the word rules found, as one table for those who read hundreds of papers: a row a file, no grades."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from mzsh.rules.finding import Report
from mzsh.rules.rule import Rule
from mzsh.rules.severity import Severity
from mzsh.wording.judging.papers import SHARED_PARTS, Paper

TABLES = ("csv", "xlsx")
"""The formats that are tables."""
Cell = str | int | float


def table(papers: Sequence[Paper], report: Report, rules: Sequence[Rule]) -> list[list[Cell]]:
    """A head, then for each paper its file, person, length, shares of problems and causes, and warnings by rule.

    Shares are percentages, empty where a paper has no such part; a hint (提示) counts in the last column only.
    """
    warned = Counter((one.path, one.rule) for one in report.findings if one.severity is not Severity.INFO)
    hints = Counter(one.path for one in report.findings if one.severity is Severity.INFO)
    head: list[Cell] = ["文件", "姓名", "字数", *(f"{part}占比%" for part in SHARED_PARTS)]
    head += [*(f"{rule.id} {rule.title}" for rule in rules), "提示"]
    rows = [
        [
            paper.path,
            paper.person,
            paper.length,
            *(_percent(paper.share(part)) for part in SHARED_PARTS),
            *(warned[paper.path, rule.id] for rule in rules),
            hints[paper.path],
        ]
        for paper in papers
    ]
    return [head, *rows]


def _percent(share: float | None) -> Cell:
    return "" if share is None else round(share * 100)


def as_csv(rows: Sequence[Sequence[Cell]]) -> str:
    """The table as CSV; a cell that a spreadsheet would take for a formula is marked as text."""
    target = io.StringIO()
    csv.writer(target, lineterminator="\n").writerows([[_harmless(cell) for cell in row] for row in rows])
    return target.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t") else cell
