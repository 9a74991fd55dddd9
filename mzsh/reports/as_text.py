"""The report as lines for a terminal of 80 columns: the passage with a marker under it, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wcwidth import wcswidth, wcwidth

from mzsh.planning.clauses import clauses
from mzsh.rules.finding import Finding, OpenItem, Report
from mzsh.rules.severity import Severity

WIDTH = 80
_OPEN_SHOWN = 12
GAPS = "MZ006"
"""The rule of required fields: before they are due, those that say 〔待填〕 are gaps."""

Tone = Literal["plain", "error", "warning", "info", "faint", "good", "strong"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line and the tone in which a terminal may show it."""

    text: str = ""
    tone: Tone = "plain"


def as_text(report: Report) -> Iterator[Line]:
    """Findings by file, then what is open, then the summary."""
    path = ""
    for finding in report.findings:
        if finding.path != path:
            path = finding.path
            yield Line("".join(char if char.isprintable() else "?" for char in path), "strong")
        yield from finding_lines(finding)
    yield from _open_items(report)
    yield from _summary(report)


def finding_lines(finding: Finding) -> Iterator[Line]:
    """One finding: place, severity, rule and message; the passage; what to do."""
    head = f"  {finding.line}:{finding.column}  {finding.severity.chinese} {finding.rule}  "
    yield from wrapped(finding.message, head, tone=finding.severity.value)
    yield from _passage(finding)
    for related in finding.related:
        yield from wrapped(f"{related.message}：{related.path} 第{related.span.line}行", "      另见 ", tone="faint")
    if finding.hint:
        yield from wrapped(finding.hint, "      → ")


def _passage(finding: Finding) -> Iterator[Line]:
    """The passage with a marker under it, cut to the line; none where it would say no more than the message."""
    quote = finding.quote.rstrip()
    if not quote.strip() or finding.span == (1, 1, 1, 1):
        return
    length = finding.end_column - finding.column if finding.end_line == finding.line else len(quote)
    whole_line = length < len(quote) and len(quote) >= finding.end_column - 1
    blanks = len(quote) - len(quote.lstrip())
    before = finding.column - 1 - blanks if whole_line else 0
    shown = cut(quote.lstrip() if whole_line else quote, WIDTH - 8)
    marked = min(max(wcswidth(shown[max(before, 0) : max(before, 0) + max(length, 1)]), 1), WIDTH - 8)
    yield Line(f"      {shown}", "faint")
    yield Line("      " + " " * wcswidth(shown[: max(before, 0)]) + "~" * marked, finding.severity.value)


def _open_items(report: Report) -> Iterator[Line]:
    if not report.not_due:
        return
    groups = grouped(report.not_due)
    yield Line()
    yield Line(f"还没到期的 {len(report.not_due)} 件（不算差错）", "strong")
    for group in groups[:_OPEN_SHOWN]:
        due = f"{group.due:%m-%d}前" if group.due else "日期未定"
        more = f"等{group.count}件" if group.count > 1 else ""
        yield from wrapped(f"{group.what}{more}", f"  {due}  ", tone="plain")
    if len(groups) > _OPEN_SHOWN:
        yield Line(f"  ……另有 {len(groups) - _OPEN_SHOWN} 类，mzsh status 看全貌", "faint")


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """Open items of one kind: the first of them and how many there are."""

    due: object
    what: str
    count: int


def grouped(items: tuple[OpenItem, ...]) -> list[OpenGroup]:
    """Open items by due date, rule and clause, in order; gaps 〔待填〕 by the file they are in."""
    groups: dict[tuple[object, str, str], list[OpenItem]] = {}
    for item in items:
        groups.setdefault((item.due, item.rule, item.path if item.rule == GAPS else item.clause), []).append(item)
    return [_group(due, rule, same) for (due, rule, _), same in groups.items()]


def _group(due: object, rule: str, same: list[OpenItem]) -> OpenGroup:
    if rule == GAPS and len(same) > 1:
        return OpenGroup(due, f"{same[0].path} 里还有 {len(same)} 处〔待填〕", 1)
    return OpenGroup(due, same[0].what, len(same))


def _summary(report: Report) -> Iterator[Line]:
    errors, warnings, infos = (report.count(severity) for severity in Severity)
    yield Line()
    if not report.checked:
        yield Line("没有可检查的材料：这不等于检查通过。", "warning")
        return
    ignored = f"，另有 {report.ignored} 份不是材料" if report.ignored else ""
    yield Line(f"{report.stage}阶段（以 {report.today} 为今天）：检查了 {report.checked} 份文件{ignored}。")
    if errors or warnings:
        yield Line(f"错误 {errors}，警告 {warnings}，提示 {infos}。", "error" if errors else "warning")
    elif infos:
        yield Line(f"没有错误和警告；提示 {infos} 条。", "good")
    else:
        yield Line("没有发现问题。" if not report.not_due else "已有的材料没有发现问题。", "good")
    yield from _asides(report)


def _asides(report: Report) -> Iterator[Line]:
    if report.suppressed:
        yield Line(f"按文件里的说明忽略了 {len(report.suppressed)} 条：", "faint")
        for one in report.suppressed:
            place = f"{one.finding.path}:{one.finding.line} {one.finding.rule}"
            yield from wrapped(f"{place}（{one.reason or '没有写理由'}）", "  ", tone="faint")
    if report.hidden:
        yield Line(f"别的文件里还有 {report.hidden} 条，不在这次所看的范围。", "faint")
    for note in report.notes:
        yield from wrapped(note, "注：", tone="faint")
    for crash in report.crashes:
        where = f"（{crash.path}）" if crash.path else ""
        yield from wrapped(f"规则 {crash.rule} 出错{where}：{crash.error}。这是 mzsh 的缺陷，其余规则照常检查了。", "")
    if report.findings:
        first = report.findings[0].rule
        yield Line(f"想知道为什么、怎么改：mzsh explain {first}", "faint")


def clause_text(identifier: str) -> str:
    """A clause with its words."""
    clause = clauses().get(identifier)
    return f"{identifier} {clause.text}" if clause else identifier


def cut(text: str, width: int) -> str:
    """The text cut to a display width, with … where something is missing."""
    if wcswidth(text) <= width:
        return text
    kept, used = "", 0
    for char in text:
        used += max(wcwidth(char), 0)
        if used > width - 2:
            break
        kept += char
    return kept + "…"


def wrapped(text: str, head: str, *, tone: Tone = "plain") -> Iterator[Line]:
    """The text behind a head, broken to the width; following lines are indented to where the text began."""
    indent = wcswidth(head)
    line, used, prefix = "", indent, head
    for char in text.replace("\n", " "):
        width = max(wcwidth(char), 0)
        limit = WIDTH if char in "，。；：、！？）”》" else WIDTH - 2
        if used + width > limit:
            yield Line(prefix + line, tone)
            line, used, prefix = "", indent, " " * indent
        line += char
        used += width
    yield Line(prefix + line, tone)
