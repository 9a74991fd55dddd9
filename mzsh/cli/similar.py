"""mzsh similar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import Today, today_of, workplace
from mzsh.cli.screen import note, out_document, print_lines

if TYPE_CHECKING:
    from mzsh.overview.likeness import Likeness

_AGAINST = "也同这个文件夹比：别的工作文件夹，或放着文字材料的文件夹；可以写几次。"
_FORMATS = ("text", "json", "html")


def similar(
    context: typer.Context,
    against: Annotated[list[str] | None, typer.Option("--against", help=_AGAINST, metavar="文件夹")] = None,
    limit: Annotated[int, typer.Option("--limit", help="前几对逐处并排列出；排名里总是全的。", metavar="对数")] = 10,
    format: Annotated[str, typer.Option("--format", help="text、json 或 html。", metavar="格式")] = "text",
    output: Annotated[Path | None, typer.Option("--output", help="结果写到文件，不显示。", metavar="文件")] = None,
    today: Today = "",
) -> None:
    """查重：谁的材料同谁的雷同，两处并排对着看。"""
    from mzsh.errors import MzshError
    from mzsh.overview.likeness import likeness

    place = workplace(context)
    if format not in _FORMATS:
        raise MzshError(f"没有“{format}”这种格式", hint=f"可以写：{'、'.join(_FORMATS)}")
    if limit < 0:
        raise MzshError(f"--limit 不能是 {limit}", hint="写从 0 起的数，如 --limit 20")
    found = likeness(place.project(), today_of(today), against=against or (), directory=place.directory)
    target = place.directory / output if output else None
    if target is not None and target.resolve() in found.files:
        raise MzshError(f"{target.name} 是材料，查重结果不能写在上面", hint="--output 换一个文件名")
    _show(found, format, limit, target)


def _show(found: Likeness, format: str, limit: int, target: Path | None) -> None:
    from mzsh.reports.formats import in_json, in_xml
    from mzsh.reports.likeness_html import likeness_html
    from mzsh.reports.likeness_json import likeness_json
    from mzsh.reports.likeness_text import likeness_text
    from mzsh.workspace.files import write_result

    if format == "text":
        lines = list(likeness_text(found, limit))
        text = "\n".join(line.text for line in lines)
    else:
        lines = []
        text = likeness_json(found) if format == "json" else likeness_html(found)
    if target is not None:
        write_result(target, text + "\n")
        note(f"查重结果写到了 {target}")
    elif lines:
        print_lines(lines)
    else:
        out_document(text, in_json if format == "json" else in_xml)
