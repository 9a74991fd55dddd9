"""Typer's help in Chinese: the headings and fixed phrases that the library writes itself."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

_PHRASES = (
    (r"^Usage: ", "用法："),
    (r"\[OPTIONS\]", "[选项]"),
    (r"COMMAND \[ARGS\]\.\.\.", "命令 [参数]..."),
    (r"^Options:$", "选项："),
    (r"^Arguments:$", "参数："),
    (r"^Commands:$", "命令："),
    (r"\[default: (.*?)\]", r"[默认：\1]"),
    (r"\[required\]", "[必填]"),
    (r" <(?:list\[)?(?:str|Path|path|text)\]?>", ""),
    (r"Show this message and exit\.", "显示这段说明。"),
    (r"Install completion for the current shell\.", "为当前终端安装命令补全。"),
    (r"Show completion for the current shell, to copy it or\s+customize the installation\.", "显示补全脚本。"),
)


def in_chinese(help_text: str) -> str:
    """A help text with the library's own English replaced."""
    for english, chinese in _PHRASES:
        help_text = re.sub(english, chinese, help_text, flags=re.MULTILINE)
    return help_text


class ChineseCommand(TyperCommand):
    """A command whose help is Chinese throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return in_chinese(super().get_help(ctx))


class ChineseGroup(TyperGroup):
    """The root command whose help is Chinese throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return in_chinese(super().get_help(ctx))
