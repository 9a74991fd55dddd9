"""The public Python API: what the command line does, as functions that print nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mzsh.model.project import Project
from mzsh.planning.clauses import Stage
from mzsh.rules.finding import Report


def load(path: str | Path = ".") -> Project:
    """Read the workspace at or above `path`. MzshError where there is none."""
    from mzsh.workspace.loading import load as load_workspace

    return load_workspace(Path(path))


def check(
    project: Project,
    *,
    today: date | None = None,
    stage: Stage | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Report:
    """Run the rules over a workspace.

    `today` is the day from which due dates are judged (default: the calendar's); `stage` (会前, 会上, 会后) makes
    everything up to that stage due; `select` and `ignore` are rule ids or their beginnings (MZ3).
    """
    from mzsh.rules.running import CheckOptions
    from mzsh.rules.running import check as run

    options = CheckOptions(today=today or date.today(), stage=stage, select=tuple(select), ignore=tuple(ignore))
    return run(project, options)
