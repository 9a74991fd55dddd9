"""The report as lines for a terminal: the passage with a marker under it, what to do, why, and the clause.

Files with errors come first, and in a file its errors. Many findings of one rule in one file are one group: the first
in full, the others a line each, so that a wall of one kind hides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wcwidth import wcswidth

from mzsh.model.place import WHOLE_FILE
from mzsh.planning.clauses import clauses
from mzsh.reports.lines import WIDTH, Line, advice, cut, shown, wrapped
from mzsh.reports.summary import summary_lines
from mzsh.rules.finding import Finding, OpenItem, Report
from mzsh.rules.rule import collect

_FULL = 3
"""So many findings of one rule in one file are shown in full; of more the first two."""
_BRIEF = 8
"""So many more have a line each; the rest is counted."""
_OPEN_SHOWN = 12
_INDENT = " " * 6
GAPS = "MZ006"
"""The rule of required fields: before they are due, those that say 〔待填〕 are gaps."""


def as_text(report: Report, *, statistics: bool = False) -> Iterator[Line]:
    """Findings by file (or a table of them), then what is open, then the summary."""
    if statistics:
        from mzsh.reports.statistics import statistics_lines

        yield from statistics_lines(report)
    else:
        yield from _Findings(report).lines()
        yield from _open_items(report)
    yield from summary_lines(report)


@dataclass
class _Findings:
    """The findings on their way out, and the rules that have been explained already."""

    report: Report
    explained: set[str] = field(default_factory=set)

    def lines(self) -> Iterator[Line]:
        files: dict[str, dict[str, list[Finding]]] = {}
        for finding in self.report.findings:
            files.setdefault(finding.path, {}).setdefault(finding.rule, []).append(finding)
        ordered = sorted(files.items(), key=lambda item: -max(map(_loudness, item[1].values())))
        for number, (path, rules) in enumerate(ordered):
            if number:
                yield Line()
            yield Line(shown(path), "strong")
            for same in sorted(rules.values(), key=lambda group: -_loudness(group)):
                yield from self._group(same, alone=len(files) == len(rules) == 1)

    def _group(self, same: Sequence[Finding], *, alone: bool) -> Iterator[Line]:
        """Findings of one rule in one file; of many the most in brief, unless there is nothing else."""
        full = len(same) if len(same) <= _FULL else _FULL - 1
        brief = len(same) if alone else full + _BRIEF
        hint = ""
        for finding in same[:full]:
            yield from _head(finding)
            yield from _passage(finding)
            yield from _related(finding)
            yield from _hint(finding, told=hint)
            hint = finding.hint
            yield from self._why(finding)
        for finding in same[full:brief]:
            yield from _head(finding)
            if alone:
                yield from _hint(finding, told=hint)
                hint = finding.hint
        rest = same[brief:]
        if rest:
            places = "、".join(str(finding.line) for finding in rest[:12]) + ("……" if len(rest) > 12 else "")
            yield from wrapped(f"同样的还有 {len(rest)} 处：第 {places} 行", "  ……", tone="faint")
            yield Line(f"{_INDENT}mzsh check --select {rest[0].rule} {shown(rest[0].path)}", "faint")

    def _why(self, finding: Finding) -> Iterator[Line]:
        """Why the rule asks it and by which clause, where the rule speaks for the first time."""
        if finding.rule in self.explained:
            return
        self.explained.add(finding.rule)
        rule = next((rule for rule in collect() if rule.id == finding.rule), None)
        if rule is not None:
            yield from wrapped(first_sentence(rule.explanation), f"{_INDENT}为什么  ", tone="faint")
        for clause in finding.clauses[:1]:
            more = f"（等 {len(finding.clauses)} 条）" if len(finding.clauses) > 1 else ""
            yield from wrapped(clause_text(clause) + more, f"{_INDENT}依据    ", tone="faint")


def first_sentence(explanation: str) -> str:
    """The first sentence of a rule's explanation."""
    text = "".join(explanation.split("\n\n")[0].split("\n"))
    sentence, stop, _ = text.partition("。")
    return sentence + stop


def clause_text(identifier: str) -> str:
    """A clause with its words."""
    clause = clauses().get(identifier)
    return f"{identifier} {clause.text}" if clause else identifier


def _loudness(same: Sequence[Finding]) -> int:
    return max(finding.severity.rank for finding in same)


def _head(finding: Finding) -> Iterator[Line]:
    head = f"  {finding.line}:{finding.column}  {finding.severity.chinese} {finding.rule}  "
    yield from wrapped(finding.message, head, tone=finding.severity.value)


def _hint(finding: Finding, *, told: str) -> Iterator[Line]:
    """What to do, unless the finding before was told the same."""
    if finding.hint and finding.hint != told:
        yield from advice(finding.hint, f"{_INDENT}→ ")


def _related(finding: Finding) -> Iterator[Line]:
    for related in finding.related:
        yield from wrapped(
            f"{related.message}：{related.path} 第{related.span.line}行", f"{_INDENT}另见    ", tone="faint"
        )


def _passage(finding: Finding) -> Iterator[Line]:
    """The passage with a marker under it, cut to the line; none where it would say no more than the message."""
    quote = shown(finding.quote).rstrip()
    if not quote.strip() or finding.span == WHOLE_FILE:
        return
    length = finding.end_column - finding.column if finding.end_line == finding.line else len(quote)
    whole_line = length < len(quote) and len(quote) >= finding.end_column - 1
    start = finding.column - 1 if whole_line else 0
    text, start = _window(quote, start, length)
    marked = wcswidth(cut(text[start : start + max(length, 1)], WIDTH - 8 - wcswidth(text[:start])))
    yield Line(_INDENT + cut(text, WIDTH - 8), "faint")
    yield Line(_INDENT + " " * wcswidth(text[:start]) + "~" * max(marked, 1), finding.severity.value)


def _window(quote: str, start: int, length: int) -> tuple[str, int]:
    """The part of a line in which the marked passage can be seen, and where it stands there."""
    blanks = min(len(quote) - len(quote.lstrip()), start)
    text, start = quote[blanks:], start - blanks
    if wcswidth(text[: start + min(length, 20)]) <= WIDTH - 10:
        return text, start
    first = max(start - 12, 0)
    return "…" + text[first:], start - first + 1


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
        yield Line(f"  ……另有 {len(groups) - _OPEN_SHOWN} 类，看全貌：mzsh status", "faint")


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
