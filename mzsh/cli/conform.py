"""mzsh conform."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import workplace
from mzsh.cli.screen import note, out_document, print_lines

if TYPE_CHECKING:
    from mzsh.conformance.result import Conformity
    from mzsh.errors import MzshError

_UNREADABLE = 2


def conform(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(help="Word 文件（.docx），可写几个。", metavar="文件")],
    every: Annotated[bool, typer.Option("--all", help="符合的、不涉及的也逐项列出。")] = False,
    format: Annotated[str, typer.Option("--format", help="text 或 json。", metavar="格式")] = "text",
    output: Annotated[Path | None, typer.Option(help="结果写到文件，不显示。", metavar="文件")] = None,
) -> None:
    """逐项验 Word 文件的格式合不合 GB/T 9704：查到什么，标准怎么说，在哪里，怎么改。

    谁排的都行：本程序出的，Word、WPS 里打的，别处来的。都符合，退出码是 0；有不符合的是 1；
    有的文件验不了是 2。
    """
    from mzsh.errors import MzshError

    if format not in ("text", "json"):
        raise MzshError(f"没有“{format}”这种格式", hint="可以写：text、json")
    place = workplace(context).directory
    target = place / output if output else None
    if target is not None and target.resolve() in {(place / name).resolve() for name in files}:
        raise MzshError(f"{target.name} 是要验的文件，结果不能写在上面", hint="--output 换一个文件名")
    results = [(name, _examined(place / name)) for name in dict.fromkeys(files)]
    for name, result in results:
        if isinstance(result, MzshError):
            note(f"mzsh：{Path(name).name or name} 验不了：{result}")
            if result.hint:
                note(f"  → {result.hint}")
    _show(results, format, target, every=every)
    raise typer.Exit(_exit_code([result for _, result in results]))


def _examined(path: Path) -> Conformity | MzshError:
    from mzsh.conformance import examine
    from mzsh.conformance.opening import read_file
    from mzsh.errors import MzshError

    try:
        return examine(read_file(path))
    except MzshError as error:
        return error


def _show(results: list[tuple[str, Conformity | MzshError]], format: str, target: Path | None, *, every: bool) -> None:
    from mzsh.errors import MzshError
    from mzsh.reports.conform_json import conform_object
    from mzsh.reports.conform_text import conform_text
    from mzsh.reports.formats import in_json, json_text
    from mzsh.workspace.files import write_result

    lines = list(conform_text([(n, one) for n, one in results if not isinstance(one, MzshError)], every=every))
    text = json_text(conform_object(results)) if format == "json" else "\n".join(line.text for line in lines)
    if target is not None:
        write_result(target, text + "\n")
        note(f"验了 {len(results)} 个文件，结果写到了 {target}")
    elif format == "json":
        out_document(text, in_json)
    else:
        print_lines(lines)


def _exit_code(results: list[Conformity | MzshError]) -> int:
    from mzsh.errors import MzshError

    if any(isinstance(one, MzshError) for one in results):
        return _UNREADABLE
    return int(any(one.failed for one in results if not isinstance(one, MzshError)))
