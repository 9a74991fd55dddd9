"""mzsh fill."""

from __future__ import annotations

from typing import Annotated

import typer

from mzsh.cli.options import workplace
from mzsh.cli.screen import interactive, note, out


def fill(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(help="提纲或班子材料，或它们的文件夹；可以写几个。", metavar="文件")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不问，直接写入。")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会改什么，不写入。")] = False,
) -> None:
    """从写好的正文里列出方面和问题（对照检查）。"""
    from mzsh.cli.check import relative_paths
    from mzsh.overview.filling import fill as fill_one
    from mzsh.overview.filling import materials_below
    from mzsh.workspace.edits import apply, difference, whole_change

    place = workplace(context)
    project = place.project()
    for relative in materials_below(project, relative_paths(files, project.root, place.directory)):
        path = project.root / relative
        filled = fill_one(project, path)
        for line in difference(filled.source.path, filled.source.text, filled.after):
            out(line)
        for text in filled.notes:
            note(f"{relative}：{text}")
        if not filled.changed:
            note(f"{relative}：没有要补的（正文里认出 {filled.problems} 个问题，都已列出）")
        elif not dry_run and (yes or not interactive() or typer.confirm("写入吗？", default=True)):
            apply(project.root, filled.source, whole_change(filled.source.text, filled.after))
            note(f"{relative}：补写了 {filled.added} 个问题，“来源”待填。下一步：逐个填来源，再 mzsh check {relative}")
