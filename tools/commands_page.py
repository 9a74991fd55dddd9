"""Print docs/commands.md, made from the command line's own declarations.

python tools/commands_page.py > docs/commands.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mzsh.cli.app import COMMANDS, command_line  # noqa: E402

EXIT_CODES = (
    "| 退出码 | 含义 |",
    "|---|---|",
    "| 0 | 没有达到 `--fail-on`（默认 error）的问题 |",
    "| 1 | 查出了问题；要的文书有的没有写成 |",
    "| 2 | 写法不对，文件夹不能用，或者什么也没有检查 |",
    "| 3 | 程序的缺陷（留有记录文件，写明怎样报告） |",
    "| 130 | 中途按了 Ctrl+C |",
)


def page() -> str:
    """The whole page."""
    group = command_line()
    lines = [
        "# 命令和选项",
        "",
        "本页由 `python tools/commands_page.py > docs/commands.md` 从程序的声明生成，请勿手改。",
        "",
        "| 命令 | 中文 | 做什么 |",
        "|---|---|---|",
        *(f"| [`{name}`](#{name}) | `{alias}` | {_summary(group.commands[name])} |" for name, alias in COMMANDS),
        "",
        "## 各命令共有",
        "",
        "`-C` 写在命令前面：`mzsh -C 文件夹 check`。",
        "",
        *_table(group.params),
        "",
        *EXIT_CODES,
    ]
    for name, alias in COMMANDS:
        lines += ["", f"## {name}", "", *_command(name, alias, group.commands[name])]
    return "\n".join(lines) + "\n"


def _command(name: str, alias: str, command: Any) -> Iterator[str]:
    arguments = "".join(f" {_usage(param)}" for param in command.params if not _is_option(param))
    options = " [选项]" if any(map(_is_option, command.params)) else ""
    yield f"`mzsh {name}{arguments}{options}`，也可以写 `mzsh {alias}`。"
    for paragraph in _paragraphs(command.help):
        yield ""
        yield paragraph
    if command.params:
        yield ""
        yield from _table(command.params)


def _paragraphs(text: str) -> list[str]:
    """The help without its last paragraph, which only names the alias; each paragraph on one line."""
    joined = ["".join(line.strip() for line in part.split("\n")) for part in text.split("\n\n")]
    return [part for part in joined if part and not part.startswith("也可以写：")]


def _summary(command: Any) -> str:
    return _paragraphs(command.help)[0]


def _table(params: list[Any]) -> Iterator[str]:
    yield "| 写法 | 作用 |"
    yield "|---|---|"
    for param in params:
        yield f"| {_spelling(param)} | {_told(param)} |"


def _is_option(param: Any) -> bool:
    return bool(param.opts[0].startswith("-"))


def _usage(param: Any) -> str:
    word = _word(param)
    word = f"{word}…" if param.nargs == -1 else word
    return word if param.required else f"[{word}]"


def _word(param: Any) -> str:
    return (param.metavar or param.name).strip("[].")


def _spelling(param: Any) -> str:
    if not _is_option(param):
        return f"`{_usage(param)}`"
    value = f" {_word(param)}" if param.metavar else ""
    names = ", ".join(f"`{name}{value}`" for name in param.opts)
    return names + "".join(f" / `{name}`" for name in param.secondary_opts)


def _told(param: Any) -> str:
    default = param.default if isinstance(param.default, str) and param.default else ""
    added = [text for text in ("必填" if param.required else "", f"默认 `{default}`" if default else "") if text]
    return _in_chinese(param.help or "") + (f"（{'，'.join(added)}）" if added else "")


def _in_chinese(text: str) -> str:
    from mzsh.cli.chinese_help import in_chinese

    return in_chinese(text).strip()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
