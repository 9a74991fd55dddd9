"""mzsh render."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import Today, today_of, workplace
from mzsh.cli.screen import note, print_lines, progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mzsh.documents.rendering import Format, How, Rendered
    from mzsh.model.project import Project


def render(
    context: typer.Context,
    documents: Annotated[
        list[str] | None, typer.Argument(help="要出的文书，写 id 或中文名，如 plan、专题报告。", metavar="文书")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="材料齐的全部都出。")] = False,
    member: Annotated[list[str] | None, typer.Option(help="只出这个人的，可写几次。", metavar="姓名")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="材料不齐也出，缺的地方标【待补】。")] = False,
    verify: Annotated[bool, typer.Option("--verify", help="出好的每一份，逐项对照公文格式国标。")] = False,
    listing: Annotated[bool, typer.Option("--list", help="看有哪些文书、模板出自哪里、还缺什么。")] = False,
    format: Annotated[str, typer.Option("--format", help="docx、pdf 或 md。", metavar="格式")] = "docx",
    output: Annotated[Path | None, typer.Option(help="写到哪个文件夹；不写即 输出/。", metavar="文件夹")] = None,
    jobs: Annotated[int, typer.Option("--jobs", help="最多几个排版进程同时做；不写看机器。", metavar="N", min=0)] = 0,
    today: Today = "",
) -> None:
    """按国标格式出文书：方案、通知、议程、主持词、发言提纲、会议记录、专题报告、整改清单等。

    不写文书名，就列出有哪些、哪些可以出、还缺什么。所要的都写好了，退出码是 0；有的没有写成、有的不合格式是 1；
    一份也没有写成是 2。
    """
    from mzsh.documents.rendering import How, exit_code
    from mzsh.documents.rendering import render as run_render
    from mzsh.documents.request import requests
    from mzsh.reports.render_text import results_text

    project = workplace(context).project()
    day = today_of(today)
    if listing or not (documents or every or member):
        _list(project, day)
        return
    how = How(_known_format(format, verify=verify), draft=draft, verify=verify, jobs=jobs)
    wanted = requests(project, _chosen(documents or [], every=every), members=member or [], today=day)
    target = workplace(context).directory / output if output else None
    with progress(len(wanted), "排版") as advance:
        results = run_render(project, wanted, how, output=target, today=day, finished=lambda _: advance())
    print_lines(results_text(results))
    _close(results, workplace(context).directory, how)
    if crash := next((one.crash for one in results if one.crash), None):
        raise crash
    raise typer.Exit(exit_code(results))


def _chosen(documents: list[str], *, every: bool) -> list[str]:
    from mzsh.errors import MzshError

    if documents and every:
        raise MzshError("--all 已是全部文书，不用再写文书名", hint="只写 --all，或者只写要出的文书")
    return documents


def _known_format(name: str, *, verify: bool) -> Format:
    from mzsh.documents.rendering import FORMATS
    from mzsh.errors import MzshError

    found = next((one for one in FORMATS if one == name.lower()), None)
    if found is None:
        raise MzshError(f"没有“{name}”这种格式", hint="可以写：" + "、".join(FORMATS))
    if verify and found == "md":
        raise MzshError("md 只是文字，没有版式可对照", hint="去掉 --verify，或者改成 --format docx")
    return found


def _list(project: Project, day: date) -> None:
    """Every document with its stage, its template's origin and whether it can be rendered now."""
    from mzsh.documents.readiness import readiness
    from mzsh.reports.render_text import list_text

    print_lines(list_text(readiness(project, day)))
    note("\n出一种：mzsh render 专题报告；全部：mzsh render --all；材料不齐先出带空的稿子：加 --draft")


def _close(results: Sequence[Rendered], directory: Path, how: How) -> None:
    """How many were written and where, and the one next step."""
    written = [one for one in results if one.path is not None]
    if written and written[0].path is not None:
        note(f"写好 {len(written)} 份，在 {_shown(written[0].path.parent, directory)}")
    faulty = sum(bool(one.nonconforming) for one in written)
    if how.verify and written and not faulty:
        note("逐项对照了公文格式，没有不合的")
    if how.format == "pdf" and written:
        _warn_of_fonts()
    if any(one.missing for one in written):
        note("下一步：补齐标着【待补】的材料，再出一遍")
    elif any(one.refused for one in results):
        note("下一步：照上面的原因改材料，再出一遍")
    elif any(one.missing for one in results):
        note("下一步：补齐所缺的材料再出；急用可加 --draft，先出标明缺处的稿子")
    elif faulty:
        note(f"{faulty} 份不合公文格式；看全部项目：mzsh conform 文件名")
    elif written:
        note("下一步：用 Word 或 WPS 打开核对，盖章、签字后归档")


def _warn_of_fonts() -> None:
    """Say so where the pages are not set in the fonts of the standard."""
    from mzsh.overview.health import missing_fonts

    if lacking := missing_fonts():
        note(f"这台电脑没有{'、'.join(lacking)}，PDF 里用相近的字体代替；正式印发请在装有公文字体的电脑上出")


def _shown(folder: Path, directory: Path) -> str:
    """The folder as seen from where the command runs."""
    resolved, here = folder.resolve(), directory.resolve()
    return resolved.relative_to(here).as_posix() if resolved.is_relative_to(here) else resolved.as_posix()
