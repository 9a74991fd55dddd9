"""The report as JSON, version 1: a contract (cli.md). Readers ignore keys that they do not know."""

from __future__ import annotations

import json
from typing import Any

from mzsh.rules.finding import Finding, Report
from mzsh.rules.severity import Severity

VERSION = 1


def as_json(report: Report) -> str:
    """The whole report; Chinese as it is."""
    document = {
        "version": VERSION,
        "root": report.root.as_posix(),
        "stage": report.stage,
        "today": report.today.isoformat(),
        "checked": report.checked,
        "summary": {
            **{severity.value: report.count(severity) for severity in Severity},
            "suppressed": len(report.suppressed),
            "baselined": 0,
        },
        "not_due": [
            {"clause": item.clause, "due": item.due.isoformat() if item.due else None, "what": item.what}
            for item in report.not_due
        ],
        "crashes": [{"rule": crash.rule, "path": crash.path, "error": crash.error} for crash in report.crashes],
        "findings": [finding_object(finding) for finding in report.findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


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
