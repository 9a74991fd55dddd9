"""How a check ends: what was looked at, what was held back and why, the counts, and the one next step."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.reports.lines import Line, wrapped
from mzsh.rules.finding import BaselineMatch, Report
from mzsh.rules.severity import Severity

_STALE_SHOWN = 12


def summary_lines(report: Report) -> Iterator[Line]:
    """The last lines of the report as text."""
    yield Line()
    if not report.checked:
        yield Line("没有可检查的材料：这不等于检查通过。", "warning")
        yield from _asides(report)
        return
    ignored = f"，另有 {report.ignored} 份不是材料" if report.ignored else ""
    when = f"{report.stage}阶段（以 {report.today} 为今天）：检查了" if report.stage else "只看文字，按已报送看待：看了"
    yield Line(f"{when} {report.checked} 份文件{ignored}。")
    yield from _asides(report)
    yield _counts(report)
    yield from _next_step(report)


def _counts(report: Report) -> Line:
    errors, warnings, infos = (report.count(severity) for severity in Severity)
    if errors or warnings:
        return Line(f"错误 {errors}，警告 {warnings}，提示 {infos}。", "error" if errors else "warning")
    if infos:
        return Line(f"没有错误和警告；提示 {infos} 条。", "good")
    if report.crashes:
        return Line("没有发现别的问题，但检查不完整。", "error")
    if report.baselined:
        return Line("没有发现新的问题。", "good")
    return Line("没有发现问题。" if not report.not_due else "已有的材料没有发现问题。", "good")


def _next_step(report: Report) -> Iterator[Line]:
    fixable = sum(finding.fixable for finding in report.findings)
    if fixable:
        yield Line(f"有 {fixable} 处可以代改：mzsh check --fix（先看改什么：mzsh check --diff）", "faint")
    elif report.findings:
        loudest = max(report.findings, key=lambda finding: finding.severity.rank)
        yield Line(f"想知道为什么、怎么改：mzsh explain {loudest.rule}", "faint")


def _asides(report: Report) -> Iterator[Line]:
    if report.suppressed:
        yield Line(f"按文件里的说明忽略了 {len(report.suppressed)} 条：", "faint")
        for one in report.suppressed:
            place = f"{one.finding.path}:{one.finding.line} {one.finding.rule}"
            yield from wrapped(f"{place}（{one.reason or '没有写理由'}）", "  ", tone="faint")
    if report.baseline:
        yield from _baseline(report.baseline)
    if report.hidden:
        yield Line(f"别的文件里还有 {report.hidden} 条，不在这次所看的范围。", "faint")
    for note in report.notes:
        yield from wrapped(note, "注：", tone="faint")
    for crash in report.crashes:
        where = f"（{crash.path}）" if crash.path else ""
        text = f"{crash.label} 出错{where}：{crash.error}。{crash.whose}，其余规则照常检查了。"
        yield from wrapped(text, "", tone="error")


def _baseline(baseline: BaselineMatch) -> Iterator[Line]:
    yield Line(f"基线 {baseline.name} 里已有的 {len(baseline.known)} 条没有列出。", "faint")
    if not baseline.stale:
        return
    yield Line(f"基线里 {len(baseline.stale)} 条已经过时（不再出现，重写基线时去掉）：", "faint")
    for entry in baseline.stale[:_STALE_SHOWN]:
        yield from wrapped(f"{entry.path} {entry.rule} {entry.message}", "  ", tone="faint")
    if len(baseline.stale) > _STALE_SHOWN:
        yield Line(f"  ……还有 {len(baseline.stale) - _STALE_SHOWN} 条", "faint")
