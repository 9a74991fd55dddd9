"""Running the rules: each is fed by its own signature, what it says is judged, nothing is printed.

A rule whose first parameter is a record runs on each of them; what else it asks for (meeting, preset, talks, the
whole project) is handed in beside it. A rule that crashes is named with the file, and the rest goes on.
"""

from __future__ import annotations

import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mzsh.errors import MzshError
from mzsh.model.criticism import Criticism
from mzsh.model.examination import Examination
from mzsh.model.place import Source
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.model.rectification import Rectification
from mzsh.model.remark import Remark
from mzsh.model.talks import TalkRecord
from mzsh.model.text import plain
from mzsh.planning.clauses import Stage
from mzsh.planning.schedule import Schedule
from mzsh.rules.extensions import sound
from mzsh.rules.finding import Crash, Finding, OpenItem, Report, Suppressed, fingerprint
from mzsh.rules.rule import Rule, broken, collect
from mzsh.rules.severity import OFF, severity_of
from mzsh.rules.subjects import HANDED_IN, ONE_BY_ONE
from mzsh.rules.suppression import Silencing, Suppression, suppressions

UNUSED = "MZ017"


@dataclass(frozen=True, kw_only=True)
class CheckOptions:
    """What to check: from which day and stage, which rules (ids or beginnings of ids), which paths."""

    today: date
    stage: Stage | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether nothing was left out; only then can a suppression be called unused."""
        return not (self.select or self.ignore or self.paths)

    def wants(self, rule: str) -> bool:
        """Whether a rule was asked for."""
        chosen = not self.select or rule.startswith(self.select)
        return chosen and not (self.ignore and rule.startswith(self.ignore))

    def shows(self, path: str) -> bool:
        """Whether a file was asked for."""
        return not self.paths or any(path == one or path.startswith(f"{one}/") or one == "." for one in self.paths)


def check(project: Project, options: CheckOptions) -> Report:
    """Run the rules over a workspace."""
    return _Run(project, options).report()


@dataclass
class _Run:
    project: Project
    options: CheckOptions
    findings: list[Finding] = field(default_factory=list)
    not_due: list[OpenItem] = field(default_factory=list)
    suppressed: list[Suppressed] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    equals: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    used: set[tuple[Suppression, str]] = field(default_factory=set)
    handed: dict[type, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.schedule = Schedule(self.project, self.options.today, self.options.stage)
        self.silencing = Silencing(
            one for source in self.project.sources for one in suppressions(source, self.project.document(source.path))
        )

    def report(self) -> Report:
        for rule in collect():
            if self._runs(rule):
                self._run(rule)
        self._suppressions()
        self.findings.sort(key=lambda finding: (finding.path, finding.span, finding.rule))
        shown = tuple(finding for finding in self.findings if self.options.shows(finding.path))
        return Report(
            root=self.project.root,
            stage=self.schedule.stage,
            today=self.options.today,
            paths=tuple(source.path for source in self.project.sources if self.options.shows(source.path)),
            ignored=self.project.ignored,
            findings=shown,
            not_due=tuple(sorted(filter(self._shown, self.not_due), key=_by_date)),
            suppressed=tuple(one for one in self.suppressed if self.options.shows(one.finding.path)),
            crashes=(*(Crash(one.name, "", str(one), package=one.package) for one in broken()), *self.crashes),
            notes=(*self.project.notes, *self.schedule.notes),
            hidden=len(self.findings) - len(shown),
        )

    def _shown(self, item: OpenItem) -> bool:
        return self.options.shows(item.path)

    def _runs(self, rule: Rule) -> bool:
        if rule.id == UNUSED or not is_asked(rule.id, self.project, self.options):
            return False
        known = self.project.meeting.source.path != ""
        return known or Source in rule.parameters.values()

    def _run(self, rule: Rule) -> None:
        for arguments, path in self._calls(rule):
            try:
                for remark in self._remarks(rule, arguments):
                    self._judge(rule, remark)
            except (Exception, SystemExit) as error:
                told, trace = f"{type(error).__name__}: {error}", traceback.format_exc()
                self.crashes.append(Crash(rule.id, path, told, trace, rule.package))

    def _remarks(self, rule: Rule, arguments: dict[str, Any]) -> list[Remark]:
        if not rule.package:
            return list(rule.function(**arguments))
        with redirect_stdout(sys.stderr):  # what a package prints must not stand in the report
            return [sound(remark) for remark in rule.function(**arguments)]

    def _calls(self, rule: Rule) -> Iterator[tuple[dict[str, Any], str]]:
        """The arguments of each call, and the file it is about."""
        parameters = rule.parameters
        shared = {name: self._handed_in(kind) for name, kind in parameters.items() if kind in HANDED_IN}
        each = [name for name in parameters if name not in shared]
        if not each:
            yield shared, ""
            return
        for record in ONE_BY_ONE[parameters[each[0]]](self.project, self.schedule):
            yield {each[0]: record, **shared}, record.path

    def _handed_in(self, kind: type) -> Any:
        """What rules ask for beside their subject; the same for all of them."""
        if kind not in self.handed:
            self.handed[kind] = HANDED_IN[kind](self.project, self.schedule)
        return self.handed[kind]

    def _judge(self, rule: Rule, remark: Remark) -> None:
        clauses = remark.clauses or rule.clauses
        covering = self.silencing.covering(rule.id, remark)
        if covering:
            self.used.add((covering, rule.id))
        if remark.absent and not self.schedule.any_due(clauses):
            if covering:
                return
            clause, due = self.schedule.first_due(clauses)
            self.not_due.append(OpenItem(rule.id, clause, due, remark.message, remark.path, remark.span))
            return
        document = self.project.document(remark.path)
        severity = severity_of(rule, remark, document, self.schedule, self.project.meeting)
        if severity is None:
            return
        owner = owner_key(document, remark.path)
        same = (rule.id, owner, plain(remark.known_by))
        self.equals[same] += 1
        finding = Finding(
            rule=rule.id,
            title=rule.title,
            severity=severity,
            path=remark.path,
            span=remark.span,
            message=remark.message,
            hint=remark.hint,
            quote=remark.quote,
            clauses=clauses,
            related=remark.related,
            fixable=remark.fixable,
            edits=remark.edits,
            fingerprint=fingerprint(rule.id, owner, remark.known_by, self.equals[same]),
            known_by=remark.known_by,
        )
        if covering:
            self.suppressed.append(Suppressed(finding, covering.reason))
        else:
            self.findings.append(finding)

    def _suppressions(self) -> None:
        """What MZ017 says: always of those without a reason, of unused ones only where all was looked at.

        Nothing is called unused of rules that did not run or are not installed.
        """
        from mzsh.rules.form import suppression_remarks

        rule = next(rule for rule in collect() if rule.id == UNUSED)
        if not is_asked(UNUSED, self.project, self.options):
            return
        sources = {source.path: source for source in self.project.sources if source.readable}
        judged = self._judged_rules() if self.options.is_full else frozenset()
        for one in self.silencing.every:
            unused = tuple(one_id for one_id in one.rules if one_id in judged and (one, one_id) not in self.used)
            if one.path in sources:
                for remark in suppression_remarks(sources[one.path], one, unused):
                    self._judge(rule, remark)

    def _judged_rules(self) -> frozenset[str]:
        """The rules that ran on everything: only of these can a suppression be called unused."""
        crashed = {crash.rule for crash in self.crashes}
        return frozenset(rule.id for rule in collect() if self._runs(rule) and rule.id not in crashed)


def is_asked(rule: str, project: Project, options: CheckOptions) -> bool:
    """Whether a rule is asked for by the options and not turned off in 会议.yml."""
    settings = project.meeting.check
    return options.wants(rule) and rule not in settings.ignore and settings.severity.get(rule) != OFF


def require_asked(project: Project, options: CheckOptions) -> None:
    """MzshError where no rule is left to run: nothing checked is not "passed"."""
    asked = [rule.id for rule in collect() if is_asked(rule.id, project, options)]
    if not asked:
        raise MzshError("选来选去，没有一条规则可查", hint="看一看 --select、--ignore 和 会议.yml 的“检查”")
    if asked == [UNUSED] and not options.is_full:
        raise MzshError(f"{UNUSED} 要和全部规则一起查，单独查不出来", hint="去掉 --select、--ignore 和路径再查")


def _by_date(item: OpenItem) -> tuple[date, str, str]:
    return item.due or date.max, item.clause, item.what


def owner_key(document: Document | None, path: str) -> str:
    """Kind and owner of a document, so that a finding keeps its fingerprint when the file is renamed.

    A document without an owner (a register, a study session) is known by its path, so that two of a kind are two.
    """
    if document is None:
        return path
    if isinstance(document, Examination):
        name = document.owner
    elif isinstance(document, Criticism):
        name = document.critic
    elif isinstance(document, Rectification):
        name = document.owner_body
    else:
        name = "-".join(sorted(document.pair)) if isinstance(document, TalkRecord) else ""
    return f"{document.names[0]}:{name or path}"
