"""The report as JUnit XML: a test case for each rule in each file, and one for every file without a word.

JUnit knows no warnings: what is below --fail-on is a passed case with its text. Comment and baseline make it skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from mzsh.reports.formats import Wanted
from mzsh.rules.finding import Finding, Report

_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a reference."""


def as_junit(report: Report, wanted: Wanted) -> str:
    """One suite named mzsh."""
    groups = _by_file_and_rule(report.findings)
    failed = {key: [one for one in same if one.severity.rank >= wanted.fail_on.rank] for key, same in groups.items()}
    cases = [_found(key, same, failed[key]) for key, same in groups.items()]
    skipped = list(_skipped(report))
    clean = [_case(path, "没有发现问题") for path in report.paths if path not in {path for path, _ in groups}]
    crashed = [
        _case(crash.path, crash.label, _element("error", crash.error, type="crash", message=f"{crash.label} 出错"))
        for crash in report.crashes
    ]
    every = [*cases, *skipped, *clean, *crashed]
    failures = sum(map(bool, failed.values()))
    head = f"tests={_quoted(len(every))} failures={_quoted(failures)} errors={_quoted(len(crashed))}"
    notes = "".join(f"    {line}\n" for line in [_element("system-out", "\n".join(report.notes))] if report.notes)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="mzsh" {head}>\n'
        f'  <testsuite name="mzsh" {head} skipped={_quoted(len(skipped))}>\n'
        + "".join(f"    {case}\n" for case in every)
        + notes
        + "  </testsuite>\n</testsuites>"
    )


def _by_file_and_rule(findings: Iterable[Finding]) -> dict[tuple[str, str], list[Finding]]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.path, f"{finding.rule} {finding.title}"), []).append(finding)
    return groups


def _found(key: tuple[str, str], same: Sequence[Finding], failed: Sequence[Finding]) -> str:
    text = "\n".join(map(_told, same))
    if not failed:
        return _case(*key, _element("system-out", text))
    more = f"（共{len(same)}处）" if len(same) > 1 else ""
    return _case(*key, _element("failure", text, type=failed[0].severity.value, message=failed[0].message + more))


def _skipped(report: Report) -> Iterator[str]:
    reasons = [(one.finding, one.reason or "没有写理由") for one in report.suppressed]
    for finding, reason in (*reasons, *((one, "记在基线里") for one in report.baselined)):
        name = f"{finding.rule} {finding.title}（第{finding.line}行）"
        yield _case(finding.path, name, _element("skipped", _told(finding), message=reason))


def _told(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column} {finding.severity.chinese} {finding.message}"
    return f"{place}\n  {finding.hint}" if finding.hint else place


def _case(path: str, name: str, inside: str = "") -> str:
    head = f"<testcase classname={_quoted(path or 'mzsh')} name={_quoted(name)}"
    return f"{head}>{inside}</testcase>" if inside else f"{head}/>"


def _element(tag: str, text: str, **attributes: str) -> str:
    head = "".join(f" {name}={_quoted(value)}" for name, value in attributes.items())
    return f"<{tag}{head}>{escape(_legal(text))}</{tag}>"


def _quoted(value: object) -> str:
    return quoteattr(_legal(str(value)))


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
