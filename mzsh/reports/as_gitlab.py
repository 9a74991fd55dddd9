"""The report as GitLab Code Quality JSON: a list of issues, shown beside the changed files of a merge request."""

from __future__ import annotations

from mzsh.reports.formats import Wanted, json_text
from mzsh.rules.finding import Report
from mzsh.rules.severity import Severity
from mzsh.workspace.repository import path_in_repository

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(report: Report, wanted: Wanted) -> str:
    """The findings; GitLab compares the fingerprints of two branches to say what is new and what is mended."""
    prefix = path_in_repository(report.root)
    issues = [
        {
            "description": f"{finding.message}（{finding.hint}）" if finding.hint else finding.message,
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": prefix + finding.path,
                "lines": {"begin": finding.line, "end": max(finding.line, finding.end_line)},
            },
        }
        for finding in report.findings
    ]
    return json_text(issues)
