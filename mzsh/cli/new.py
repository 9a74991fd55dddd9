"""mzsh new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.init import day_of
from mzsh.cli.options import workplace
from mzsh.cli.screen import note, out

if TYPE_CHECKING:
    from mzsh.overview.drafting import Drafted


def new(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="什么材料，如 talk 谈话、outline 提纲。", metavar="种类")] = "",
    names: Annotated[list[str] | None, typer.Argument(help="谁的。", metavar="姓名")] = None,
    every: Annotated[bool, typer.Option("--all", help="每人一份；不写种类则缺什么补什么。")] = False,
    date: Annotated[str, typer.Option(help="哪一天（谈话、学习）。", metavar="日期")] = "",
) -> None:
    """起草一份材料的空架子：标题、提示都有，字由人来写；已有的文件不动。"""
    from mzsh.errors import MzshError
    from mzsh.overview.drafting import KINDS, Wanted, draft, draft_missing, kind_named
    from mzsh.reports.columns import table

    if not kind and not every:
        for line in table([(one.chinese[0], one.usage) for one in KINDS]):
            out(line)
        raise MzshError("还没有写是什么材料", hint="照上面写一种；缺什么补什么：mzsh new --all")
    project = workplace(context).project()
    if not kind:
        _tell(draft_missing(project), kept_by_name=False)
        return
    wanted = Wanted(names=tuple(names or ()), every=every, day=day_of(date))
    _tell(draft(project, kind_named(kind), wanted), kept_by_name=True)


def _tell(drafted: Drafted, *, kept_by_name: bool) -> None:
    """What was written, what was there already, and the one next step."""
    for path in drafted.made:
        out(f"新建 {path}")
    for path, count in drafted.rows:
        out(f"{path} 补了 {count} 项")
    if kept_by_name:
        for path in drafted.kept:
            out(f"已有 {path}，没有改动")
    if drafted.made:
        note(f"下一步：打开 {drafted.made[0]} 来写，写好运行 mzsh check")
    elif drafted.rows:
        note("下一步：mzsh status")
    elif not kept_by_name:
        note("名册要的材料都有了，没有要补的。下一步：mzsh status")
