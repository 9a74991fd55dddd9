"""Bare `mzsh`: on a terminal "what now?" with a menu of the next steps, piped the help."""

from __future__ import annotations

import shlex
from datetime import date

import typer

from mzsh.cli.options import workplace
from mzsh.cli.screen import interactive, note, out, print_lines
from mzsh.errors import MzshError


def menu(context: typer.Context) -> None:
    """Show the next steps and run the one that is chosen."""
    if not interactive():
        out(context.get_help())
        return
    try:
        project = workplace(context).project()
    except MzshError as error:
        note(str(error))
        out("  第一次使用：mzsh demo 看一个完整的例子")
        out("  新建自己的：mzsh init 文件夹名")
        out("  全部命令：  mzsh --help")
        return
    from mzsh.cli.status import current_status
    from mzsh.reports.status_text import STEPS_SHOWN, body_of, day, steps_text

    status = current_status(project, date.today())
    meeting = project.meeting
    when = f"，{day(status.held_on)}召开" if status.held_on else "，召开日期未定"
    out(f"{body_of(meeting)}：{status.stage}阶段{when}")
    steps = status.steps[:STEPS_SHOWN]
    print_lines(steps_text(steps))
    out(f"  {len(steps) + 1}. 看全部进度")
    out("     mzsh status")
    commands = [*(step.command for step in steps), "mzsh status"]
    chosen = input(f"办哪一件？输入 1-{len(commands)}，直接回车退出：").strip()
    if not chosen:
        return
    if not chosen.isdigit() or not 1 <= int(chosen) <= len(commands):
        raise MzshError(f"没有第“{chosen}”件")
    _run(context, commands[int(chosen) - 1])


def _run(context: typer.Context, command: str) -> None:
    """Run a step's command here; one that needs more words is shown instead."""
    from mzsh.cli.running import run

    if not command.startswith("mzsh ") or "…" in command:
        out(f"请这样办：{command}")
        return
    directory = str(workplace(context).directory)
    raise typer.Exit(run(["-C", directory, *shlex.split(command)[1:]]))
