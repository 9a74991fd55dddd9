"""The command line as one Typer application; every command has its Chinese name too."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from mzsh.cli.chinese_help import ChineseCommand, ChineseGroup
from mzsh.cli.options import Workplace

COMMANDS: tuple[tuple[str, str], ...] = (
    ("demo", "演示"),
    ("init", "新建"),
    ("new", "起草"),
    ("fill", "补写"),
    ("check", "检查"),
    ("similar", "查重"),
    ("lint", "文字"),
    ("review", "审阅"),
    ("status", "进度"),
    ("render", "出文"),
    ("conform", "验格式"),
    ("explain", "解释"),
    ("rules", "规则"),
    ("schema", "格式"),
    ("doctor", "自检"),
)
"""Command and Chinese alias, in the order of help. Each is a function of its name in a module of its name."""


def command_line() -> Any:
    """The whole application as a click command."""
    app = typer.Typer(
        name="mzsh",
        cls=ChineseGroup,
        help="民主生活会：从上级通知到整改销号。命令可写英文，也可写中文（mzsh 检查）。",
        no_args_is_help=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog="第一次使用：mzsh demo 看一个完整的例子；mzsh init 文件夹名 新建自己的。",
    )
    app.callback(invoke_without_command=True)(_root)
    for name, alias in COMMANDS:
        function = _function(name)
        text = (function.__doc__ or "").strip()
        summary = text.split("\n")[0]
        app.command(
            name, cls=ChineseCommand, help=f"{text}\n\n也可以写：mzsh {alias}", short_help=f"{alias}  {summary}"
        )(function)
        app.command(alias, cls=ChineseCommand, help=text, hidden=True)(function)
    return typer.main.get_command(app)


def _function(name: str) -> Callable[..., Any]:
    function: Callable[..., Any] = getattr(importlib.import_module(f"mzsh.cli.{name}"), name)
    return function


def _root(
    context: typer.Context,
    directory: Annotated[Path, typer.Option("-C", help="在哪个文件夹里运行。", metavar="文件夹")] = Path("."),
    version: Annotated[bool, typer.Option("--version", "-V", help="显示版本。")] = False,
) -> None:
    context.obj = Workplace(directory)
    if version:
        from mzsh.version import VERSION

        typer.echo(f"mzsh {VERSION}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from mzsh.cli.menu import menu

        menu(context)
