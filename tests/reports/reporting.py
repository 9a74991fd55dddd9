"""A report that holds one of everything: a finding of each severity, one suppressed, one in a baseline, a crash."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from mzsh.model.place import WHOLE_FILE, Span
from mzsh.model.remark import Related
from mzsh.rules.finding import BaselineEntry, BaselineMatch, Crash, Finding, OpenItem, Report, Suppressed
from mzsh.rules.severity import Severity

HOSTILE = "第一行%\r\n甲,乙:\x00\x1b[31m\ud800 <&\"' ]]> \uffff 末"
PATH = "04-谈心谈话/张卫国 李明.md"


def finding(rule: str = "MZ304", severity: Severity = Severity.ERROR, *, fingerprint: str = "f1") -> Finding:
    """A finding at line 9, columns 5 and 6."""
    return Finding(
        rule=rule,
        title="谈心谈话不是面对面",
        severity=severity,
        path=PATH,
        span=Span(9, 5, 9, 7),
        message="方式是“电话”",
        hint="改成面对面",
        quote="电话",
        clauses=("3.3-form",),
        fingerprint=fingerprint,
    )


def full_report(root: Path = Path("/临江 市委")) -> Report:
    """One of everything; the suppressed and the known finding are not among `findings`."""
    error = replace(finding(), related=(Related("会议.yml", Span(3, 1, 3, 4), "名册"),))
    hostile = replace(
        finding("MZ006", Severity.WARNING, fingerprint="f2"), path="会议.yml", message=HOSTILE, span=WHOLE_FILE
    )
    info = finding("MZ109", Severity.INFO, fingerprint="f3")
    known = finding("MZ302", fingerprint="f4")
    return Report(
        root=root,
        stage="会前",
        today=date(2022, 1, 10),
        paths=("会议.yml", PATH, "审阅.yml"),
        ignored=0,
        findings=(error, hostile, info),
        not_due=(OpenItem("MZ504", "3.4-step1", date(2022, 1, 11), "还没有报送", PATH, WHOLE_FILE),),
        suppressed=(Suppressed(finding("MZ303", fingerprint="f5"), "上级同意"),),
        baseline=BaselineMatch(
            name="基线.json",
            known=(known,),
            fingerprints=frozenset({"f4", "old"}),
            stale=(BaselineEntry("会议.yml", "MZ601", "不足三分之二", "old"),),
        ),
        crashes=(Crash("MZ305", PATH, "ValueError: 坏了\x07"),),
        notes=("2030 年没有放假安排，按周一至周五算",),
    )


def clean_report(*paths: str) -> Report:
    """Nothing found in these files."""
    return Report(
        root=Path("/临江"), stage="会前", today=date(2022, 1, 10), paths=paths, ignored=0, findings=(), not_due=()
    )
