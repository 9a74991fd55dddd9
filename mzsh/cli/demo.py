"""mzsh demo."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mzsh.cli.screen import note, out, print_lines

EXAMPLE = "望川市委"
TODAY = "2022-03-10"


def demo(
    directory: Annotated[Path | None, typer.Argument(help="放到哪个文件夹。", metavar="[文件夹]")] = None,
) -> None:
    """复制一个完整的例子，检查、看进度、出齐文书。"""
    from datetime import date

    from mzsh.cli.status import current_status
    from mzsh.documents.rendering import exit_code, render
    from mzsh.overview.demonstration import copy_example, free_folder
    from mzsh.reports.as_text import as_text
    from mzsh.reports.render_text import results_text
    from mzsh.reports.status_text import status_text
    from mzsh.rules.running import CheckOptions, check
    from mzsh.rules.severity import Severity
    from mzsh.workspace.loading import load

    today = date.fromisoformat(TODAY)
    directory = directory or free_folder(Path("mzsh-演示"))
    files = copy_example(EXAMPLE, directory)
    out(f"复制了例子“{EXAMPLE}”（虚构的城市和人物，{files} 份文件）到 {directory}")
    project = load(directory)
    out(f"\n$ mzsh check --today {TODAY}")
    report = check(project, CheckOptions(today=today))
    print_lines(as_text(report))
    out(f"\n$ mzsh status --today {TODAY}")
    print_lines(status_text(current_status(project, today)))
    out("\n$ mzsh render --all")
    rendered = render(project, today=today)
    print_lines(results_text(rendered))
    note(f"\n都在 {directory} 里；用 Word 或 WPS 打开 {(directory / '输出').as_posix()} 下的文件看看。")
    note("下一步，建自己的：mzsh init 文件夹名")
    raise typer.Exit(exit_code(rendered) or report.exit_code(Severity.ERROR))
