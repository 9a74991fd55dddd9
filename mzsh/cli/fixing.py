"""`check --fix` and `--diff`: what has one right form is put right, or only shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mzsh.cli.screen import note

if TYPE_CHECKING:
    from mzsh.cli.options import Workplace
    from mzsh.model.place import Fault, Source
    from mzsh.model.project import Project
    from mzsh.rules.finding import Report
    from mzsh.rules.running import CheckOptions
    from mzsh.workspace.fixing import Fix

_MUCH_LATER = timedelta(days=3650)
_ROUNDS = 5
"""A comment that covered only another comment's finding becomes unused with it."""


def checked(place: Workplace, project: Project, options: CheckOptions, *, fix: bool, diff: bool) -> Report:
    """The report on the workspace; with `fix` after everything that has one right form was put right."""
    from mzsh.rules.running import check
    from mzsh.workspace.fixing import fixes

    write = fix and not diff
    report = check(project, options)
    if fix or diff:
        spared = _spared(project, report, options)
        form = [one for one in fixes(project, spared=spared) if options.shows(one.source.path)]
        _tell(project, form, write=write)
        if write and form:
            project = place.project()
            report = check(project, options)
    if diff:
        _tell(project, _comment_fixes(project, report, options), write=False)
    for _ in range(_ROUNDS if write else 0):
        comments = _comment_fixes(project, report, options)
        if not comments:
            break
        _tell(project, comments, write=True)
        project = place.project()
        report = check(project, options)
    return report


def _spared(project: Project, report: Report, options: CheckOptions) -> Callable[[Source, Fault], bool]:
    """Which faults of form stay: those of rules that were not asked for, and where a comment silences them."""
    from mzsh.rules.form import RULES_OF_FAULTS
    from mzsh.rules.running import is_asked

    silenced = {(one.finding.path, one.finding.line) for one in report.suppressed}

    def spared(source: Source, fault: Fault) -> bool:
        rule = RULES_OF_FAULTS[fault.code]
        return not is_asked(rule, project, options) or (source.path, fault.span.line) in silenced

    return spared


def _comment_fixes(project: Project, report: Report, options: CheckOptions) -> list[Fix]:
    """Comments that silence nothing (MZ017), file by file; not in files whose form must be put right first.

    What is unused today may be needed when all is due, or when a file can be read again: then it stays.
    """
    from mzsh.rules.running import UNUSED, check
    from mzsh.workspace.fixing import fix_by_edits

    unused = [one for one in report.findings if one.rule == UNUSED and one.edits]
    if not unused or project.unreadable:
        return []
    later = replace(options, today=options.today + _MUCH_LATER, stage="会后")
    always = {(one.path, one.span, one.message) for one in check(project, later).findings if one.rule == UNUSED}
    pending = {one.path for one in report.findings if one.fixable and one.rule != UNUSED}
    found = []
    for source in project.sources:
        here = [one for one in unused if one.path == source.path and (one.path, one.span, one.message) in always]
        if here and source.path not in pending:
            edits = [edit for one in here for edit in one.edits]
            fix = fix_by_edits(project, source, edits, [f"第{one.line}行：{one.message}" for one in here])
            found += [fix] if fix else []
    return found


def _tell(project: Project, fixes: Iterable[Fix], *, write: bool) -> None:
    """Say what can be put right, or write it and say what was."""
    from mzsh.workspace.edits import difference
    from mzsh.workspace.fixing import apply_fix

    for one in fixes:
        if write:
            apply_fix(project, one)
        for text in one.done:
            note(f"{'已改' if write else '可改'} {one.source.path} {text}")
        shown = [] if write else difference(one.source.path, one.before.text, one.after.text)
        for line in shown:
            note(line)
