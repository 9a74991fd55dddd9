"""`check --baseline` and `--write-baseline`: what is held back, and what writing anew adds and drops."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mzsh.cli.screen import note

if TYPE_CHECKING:
    from mzsh.rules.finding import Report
    from mzsh.rules.running import CheckOptions


def with_baseline(report: Report, options: CheckOptions, *, file: Path | None, write: bool) -> Report:
    """The report without what the baseline holds; with `write` the baseline is first written anew and told about.

    Without a `file`, it is written to its usual name at the root; nothing is read unless a file is named.
    """
    if file is None and not write:
        return report
    from mzsh.rules.baseline import DEFAULT_NAME, matched, read_baseline, rewritten, write_baseline

    file = file or report.root / DEFAULT_NAME
    entries = read_baseline(file) if file.exists() or not write else ()
    if write and report.crashes:
        note("有规则出错，检查不完整，没有写基线。")
    elif write:
        new = rewritten(report, entries, options)
        write_baseline(file, new.entries)
        entries = new.entries
        note(f"写好了基线 {file.name}：新增 {new.added} 条，保留 {new.kept} 条，去掉 {new.dropped} 条")
        note(f"以后只看新的：mzsh check --baseline {file.name}")
    return matched(report, entries, name=file.name, options=options)
