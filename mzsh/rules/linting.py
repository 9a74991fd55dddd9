"""Running the word rules that need no workspace over papers of any origin (mzsh lint, `lint_text`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from mzsh.model.place import Source
from mzsh.model.remark import Remark
from mzsh.model.text import plain
from mzsh.rules.finding import Finding, Report, Suppressed, fingerprint
from mzsh.rules.rule import Rule, collect
from mzsh.rules.severity import default_severity, severity_by_name
from mzsh.rules.suppression import Silencing, suppressions
from mzsh.wording.judging.papers import Paper, units_of
from mzsh.wording.judging.passages import NO_WORDS, Words
from mzsh.wording.judging.units import Judgements, judge_units


def word_rules() -> tuple[Rule, ...]:
    """The rules that read nothing but passages: they need no workspace."""
    return tuple(rule for rule in collect() if set(rule.parameters.values()) == {Judgements})


def lint(
    papers: Sequence[Paper],
    rules: Iterable[Rule],
    *,
    root: Path,
    today: date,
    notes: Sequence[str] = (),
    words: Words = NO_WORDS,
) -> Report:
    """Judge papers as if they had been submitted (已报送)."""
    judgements = judge_units([unit for paper in papers for unit in units_of(paper)], words)
    equals: Counter[tuple[str, str, str]] = Counter()
    every = [Source(paper.path, paper.text.replace("\r\n", "\n")) for paper in papers]
    silencing = Silencing(one for source in every if source.is_markdown for one in suppressions(source, None))
    findings: list[Finding] = []
    suppressed: list[Suppressed] = []
    for rule in rules:
        for remark in rule.function(judgements):
            finding, covering = _finding(rule, remark, equals), silencing.covering(rule.id, remark)
            if covering:
                suppressed.append(Suppressed(finding, covering.reason))
            else:
                findings.append(finding)
    findings.sort(key=lambda finding: (finding.path, finding.span, finding.rule))
    return Report(
        root=root,
        stage=None,
        today=today,
        paths=tuple(paper.path for paper in papers),
        ignored=0,
        findings=tuple(findings),
        not_due=(),
        suppressed=tuple(suppressed),
        notes=tuple(notes),
    )


def _finding(rule: Rule, remark: Remark, equals: Counter[tuple[str, str, str]]) -> Finding:
    same = (rule.id, remark.path, plain(remark.known_by))
    equals[same] += 1
    return Finding(
        rule=rule.id,
        title=rule.title,
        severity=default_severity(rule).capped(severity_by_name(remark.loudest)),
        path=remark.path,
        span=remark.span,
        message=remark.message,
        hint=remark.hint,
        quote=remark.quote,
        clauses=remark.clauses or rule.clauses,
        related=remark.related,
        fingerprint=fingerprint(rule.id, remark.path, remark.known_by, equals[same]),
        known_by=remark.known_by,
    )
