"""The report as SARIF 2.1.0: what a comment or the baseline held back is marked as such, never dropped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from mzsh.model.place import WHOLE_FILE, Span
from mzsh.reports.catalogue import clause_lines, paragraphs
from mzsh.reports.formats import Wanted, json_text
from mzsh.rules.finding import Crash, Finding, Report
from mzsh.rules.rule import Rule, collect
from mzsh.rules.severity import Severity, default_severity
from mzsh.version import VERSION
from mzsh.workspace.repository import path_in_repository

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(report: Report, wanted: Wanted) -> str:
    """One run: the rules with their pages, the results, what crashed and what was passed over."""
    rules = collect()
    prefix = path_in_repository(report.root)
    top = report.root.parents[prefix.count("/") - 1] if prefix else report.root
    run = {
        "tool": {
            "driver": {
                "name": "mzsh",
                "version": VERSION,
                "language": "zh-CN",
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "invocations": [
            {"executionSuccessful": not report.crashes, "toolExecutionNotifications": list(_notices(report, prefix))}
        ],
        "originalUriBaseIds": {_BASE: {"uri": top.as_uri().rstrip("/") + "/"}},
        "columnKind": "unicodeCodePoints",
        "language": "zh-CN",
        "results": list(_results(report, {rule.id: index for index, rule in enumerate(rules)}, prefix)),
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    text = "\n\n".join(paragraphs(rule))
    clauses = list(clause_lines(rule.clauses))
    markdown = text + "".join(f"\n\n* 条款 {line}" for line in clauses)
    return {
        "id": rule.id,
        "name": rule.function.__name__,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": text},
        "help": {"text": "\n\n".join([text, *clauses]), "markdown": markdown},
        "defaultConfiguration": {"level": _LEVELS[default_severity(rule)]},
        "properties": {"tags": list(rule.clauses)},
    }


def _results(report: Report, indexes: dict[str, int], prefix: str) -> Iterator[dict[str, Any]]:
    before = report.baseline.fingerprints if report.baseline else frozenset()
    known = {id(finding) for finding in report.baselined}
    known |= {id(one.finding) for one in report.suppressed if one.finding.fingerprint in before}
    reasons = {id(one.finding): one.reason for one in report.suppressed}
    for finding in (*report.findings, *report.baselined, *(one.finding for one in report.suppressed)):
        result = _result(finding, indexes[finding.rule], prefix)
        if report.baseline:
            result["baselineState"] = "unchanged" if id(finding) in known else "new"
        if id(finding) in reasons:
            reason = reasons[id(finding)]
            result["suppressions"] = [{"kind": "inSource", **({"justification": reason} if reason else {})}]
        yield result


def _result(finding: Finding, index: int, prefix: str) -> dict[str, Any]:
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(finding.path, finding.span, prefix)}],
        "partialFingerprints": {"mzsh/v1": finding.fingerprint},
        "properties": {"tags": list(finding.clauses)},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(related.path, related.span, prefix),
                "message": {"text": related.message},
            }
            for number, related in enumerate(finding.related, 1)
        ]
    return result


def _place(path: str, span: Span, prefix: str) -> dict[str, Any]:
    region = {"startLine": span.line}
    if span != WHOLE_FILE:
        region |= {"startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}
    return {"artifactLocation": _artifact(path, prefix), "region": region}


def _artifact(path: str, prefix: str) -> dict[str, str]:
    """A file as a relative reference of RFC 3986: Chinese characters are percent-encoded UTF-8."""
    return {"uri": quote(prefix + path, safe="/", errors="backslashreplace"), "uriBaseId": _BASE}


def _notices(report: Report, prefix: str) -> Iterator[dict[str, Any]]:
    for crash in report.crashes:
        yield _crash(crash, prefix)
    for note in report.notes:
        yield {"level": "note", "message": {"text": note}}


def _crash(crash: Crash, prefix: str) -> dict[str, Any]:
    notice: dict[str, Any] = {
        "level": "error",
        "message": {"text": f"{crash.label} 出错：{crash.error}"},
    }
    if crash.rule:
        notice["associatedRule"] = {"id": crash.rule}
    if crash.path:
        notice["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(crash.path, prefix)}}]
    return notice
