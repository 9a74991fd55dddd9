"""The report as JSON, version 1: a contract with golden files. Readers ignore keys that they do not know."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from mzsh.reports.formats import Wanted, json_text
from mzsh.rules.finding import Finding, Report
from mzsh.rules.severity import Severity

VERSION = 1


def as_json(report: Report, wanted: Wanted) -> str:
    """The whole report; what a comment or the baseline held back is counted in `summary` only."""
    document: dict[str, Any] = {
        "version": VERSION,
        "root": report.root.as_posix(),
        "stage": report.stage,
        "today": report.today.isoformat(),
        "checked": report.checked,
        "summary": {
            **{severity.value: report.count(severity) for severity in Severity},
            "suppressed": len(report.suppressed),
            "baselined": len(report.baselined),
        },
        "not_due": [
            {"clause": item.clause, "due": item.due.isoformat() if item.due else None, "what": item.what}
            for item in report.not_due
        ],
        "crashes": [
            {"rule": crash.rule, "path": crash.path, "error": crash.error, "package": crash.package}
            for crash in report.crashes
        ],
        "notes": list(report.notes),
        "findings": [finding_object(finding) for finding in report.findings],
    }
    if wanted.statistics:
        from mzsh.reports.statistics import counts

        document["statistics"] = [asdict(one) for one in counts(report)]
    return json_text(document)


def finding_object(finding: Finding) -> dict[str, Any]:
    """One finding with the names of the contract."""
    return {
        "rule": finding.rule,
        "title": finding.title,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "message": finding.message,
        "hint": finding.hint,
        "quote": finding.quote,
        "clauses": list(finding.clauses),
        "related": [
            {"path": related.path, "line": related.span.line, "column": related.span.column, "message": related.message}
            for related in finding.related
        ],
        "fixable": finding.fixable,
        "fingerprint": finding.fingerprint,
    }
