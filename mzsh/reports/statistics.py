"""How many findings each rule has, by severity (--statistics)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.reports.columns import aligned
from mzsh.reports.lines import Line
from mzsh.rules.finding import Report
from mzsh.rules.severity import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCount:
    """One rule's findings, counted."""

    rule: str
    title: str
    error: int
    warning: int
    info: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.error + self.warning + self.info


def counts(report: Report) -> tuple[RuleCount, ...]:
    """Every rule that has findings: the one with most errors first, then by number, then by id."""
    titles = {finding.rule: finding.title for finding in report.findings}
    found = Counter((finding.rule, finding.severity) for finding in report.findings)
    each = (
        RuleCount(rule=rule, title=title, **{one.value: found[rule, one] for one in Severity})
        for rule, title in titles.items()
    )
    return tuple(sorted(each, key=lambda one: (-one.error, -one.warning, -one.info, one.rule)))


def statistics_lines(report: Report) -> Iterator[Line]:
    """The table: rule, title, and a column for each severity."""
    each = counts(report)
    if not each:
        return
    rows = [(one.rule, one.title, *map(_figure, (one.error, one.warning, one.info, one.total))) for one in each]
    sums = [sum(getattr(one, name) for one in each) for name in ("error", "warning", "info", "total")]
    head = ("规则", "标题", "错误", "警告", "提示", "合计")
    table = aligned([head, *rows, ("合计", "", *map(_figure, sums))], right=(2, 3, 4, 5))
    yield Line(table[0], "strong")
    for one, text in zip(each, table[1:-1], strict=True):
        yield Line(text, "error" if one.error else "warning" if one.warning else "info")
    yield Line(table[-1], "strong")


def _figure(number: int) -> str:
    return str(number) if number else "-"
