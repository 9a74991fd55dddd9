"""The public Python API: what the command line does, as functions that print nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mzsh.model.project import Project
from mzsh.planning.clauses import Stage
from mzsh.rules.finding import Finding, Report

if TYPE_CHECKING:
    from mzsh.documents.rendering import Format, Rendered
    from mzsh.wording.copies.texts import Copy
    from mzsh.wording.judging.roles import Kind


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
    from mzsh.rules.rule import known_beginnings
    from mzsh.rules.running import CheckOptions
    from mzsh.rules.running import check as run

    selected, ignored = known_beginnings(select), known_beginnings(ignore, chapters=True)
    options = CheckOptions(today=today or date.today(), stage=stage, select=selected, ignore=ignored)
    return run(project, options)


def lint_text(text: str, kind: Kind = "outline") -> list[Finding]:
    """What the word rules say of a passage or paper (`outline`, `talk` or `criticism`), in the order of the text.

    Lines and columns count from 1; the path of the findings is `<text>`. Deterministic and offline. MzshError where
    there is no such kind.
    """
    from mzsh.errors import MzshError
    from mzsh.wording.judging.roles import KINDS

    if kind not in KINDS:
        raise MzshError(f"没有“{kind}”这种材料", hint="可以写：outline、talk、criticism")
    from mzsh.rules.linting import lint, word_rules
    from mzsh.wording.judging.papers import Paper

    report = lint([Paper("<text>", text, kind)], word_rules(), root=Path("."), today=date.today())
    return list(report.findings)


def compare_texts(a: str, b: str) -> list[Copy]:
    """What one of two texts must have from the other, strongest first; empty where they are independent.

    A common sentence of 22 characters outside official formulas, a paragraph lightly edited, re-ordered, or with
    synonyms swapped. Each `Copy` names both places.
    """
    from mzsh.wording.copies.texts import compare_texts as compare

    return compare(a, b)


def render(
    project: Project,
    documents: Sequence[str] = (),
    *,
    members: Sequence[str] = (),
    output: str | Path | None = None,
    format: Format = "docx",
    draft: bool = False,
    verify: bool = False,
    today: date | None = None,
) -> tuple[Rendered, ...]:
    """Write official documents and say where each lies, or why it was not written.

    `documents` are ids or Chinese names (none: all there are), `members` narrows those that are one a member,
    `output` is the folder (default: 输出/ of the workspace), `format` docx, pdf (through LibreOffice) or md. `draft`
    renders with marked gaps what is incomplete; `verify` examines each Word file after GB/T 9704 (see `nonconforming`
    of the results). What must stay inside is not written (`refused`).
    """
    from mzsh.documents.rendering import How
    from mzsh.documents.rendering import render as run
    from mzsh.documents.request import requests

    folder = Path(output) if output is not None else None
    wanted = requests(project, documents, members=members, today=today)
    return run(project, wanted, How(format, draft=draft, verify=verify), output=folder, today=today)
