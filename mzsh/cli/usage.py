"""What Typer says of a mistyped command line, in Chinese."""

from __future__ import annotations

import difflib
import re

from typer.exceptions import Abort, Exit, TyperException

__all__ = ["Abort", "Exit", "TyperException", "told"]

_WORDS = (
    (r"No such option: (\S+)", "没有“{0}”这个选项"),
    (r"No such command '(.+?)'", "没有“{0}”这个命令"),
    (r"Missing argument '(.+?)'", "还缺参数 {0}"),
    (r"Missing option '(.+?)'", "还缺选项 {0}"),
    (r"Missing command", "还没有写命令"),
    (r"Option '(.+?)' requires an argument", "选项 {0} 后面要写上内容"),
    (r"Got unexpected extra arguments? \((.+?)\)", "多出了参数：{0}"),
    (r"Invalid value for '(.+?)': '?(.+?)'? is not one of (.+)", "{0} 不能是“{1}”，可以是：{2}"),
    (r"Invalid value for '(.+?)': '?(.+?)'? is not a valid (?:integer|int).*", "{0} 应为整数，不能是“{1}”"),
    (r"Invalid value for '?(.+?)'?: (.*)", "{0}：{1}"),
)


def told(error: TyperException) -> tuple[str, str]:
    """The message and the one next step."""
    english = re.sub(r"\s+", " ", error.format_message()).strip()
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "mzsh"
    for pattern, chinese in _WORDS:
        match = re.match(pattern, english)
        if match:
            return chinese.format(*match.groups()).replace("'", ""), _next(error, match, path)
    return english, f"{path} --help 看用法"


def _next(error: TyperException, match: re.Match[str], path: str) -> str:
    context = getattr(error, "ctx", None)
    known: list[str] = []
    if match.re.pattern.startswith("No such command"):
        known = list(getattr(getattr(context, "command", None), "commands", {}))
    elif match.re.pattern.startswith("No such option"):
        known = [name for param in getattr(getattr(context, "command", None), "params", []) for name in param.opts]
    close = difflib.get_close_matches(match[1], known, 5, 0.5) if match.groups() and known else []
    close.sort(key=lambda name: name[:1] != match[1][:1])
    return f"是不是“{close[0]}”？{path} --help 看全部" if close else f"{path} --help 看用法"
