"""The report as workflow commands of GitHub Actions: a remark in the margin of the file for each finding.

GitHub shows the first ten of each kind only, so errors come first. Paths are from the top of the repository.
"""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.place import WHOLE_FILE
from mzsh.reports.formats import Wanted
from mzsh.reports.statistics import counts
from mzsh.rules.finding import Finding, Report
from mzsh.rules.severity import Severity
from mzsh.workspace.repository import path_in_repository

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(report: Report, wanted: Wanted) -> str:
    """A command a line, and the counts as an ordinary line of the log."""
    prefix = path_in_repository(report.root)
    findings = sorted(report.findings, key=lambda finding: -finding.severity.rank)
    lines = [_command(finding, prefix) for finding in findings]
    lines += _crashes(report)
    errors, warnings, infos = (report.count(severity) for severity in Severity)
    return "\n".join([*lines, f"错误 {errors}，警告 {warnings}，提示 {infos}；检查了 {report.checked} 份文件。"])


def summary(report: Report) -> str:
    """A Markdown table for the page of a run: each rule with its counts."""
    rows = "".join(f"| {one.rule} {one.title} | {one.error} | {one.warning} | {one.info} |\n" for one in counts(report))
    table = f"\n| 规则 | 错误 | 警告 | 提示 |\n|---|---:|---:|---:|\n{rows}" if rows else "\n没有发现问题。\n"
    stage = f"{report.stage}，" if report.stage else ""
    return f"### 民主生活会材料检查（{stage}{report.today}，{report.checked} 份文件）\n{table}"


def _command(finding: Finding, prefix: str) -> str:
    places = {"file": prefix + finding.path, "line": finding.line}
    if finding.span != WHOLE_FILE:
        places["endLine"] = finding.end_line
        if finding.end_line == finding.line:
            places |= {"col": finding.column, "endColumn": finding.end_column}
    places["title"] = f"{finding.rule} {finding.title}"
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(text)}"


def _crashes(report: Report) -> Iterator[str]:
    for crash in report.crashes:
        yield f"::error title={_property(f'{crash.label} 出错')}::{_data(f'{crash.path} {crash.error}'.strip())}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
