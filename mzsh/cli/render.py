"""mzsh render."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import Today, today_of, workplace
from mzsh.cli.screen import note, out, print_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mzsh.documents.rendering import Format, Rendered
    from mzsh.model.project import Project


def render(
    context: typer.Context,
    documents: Annotated[
        list[str] | None, typer.Argument(help="要出的文书，写 id 或中文名，如 plan、专题报告。", metavar="文书")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="材料齐的全部都出。")] = False,
    member: Annotated[list[str] | None, typer.Option(help="只出这个人的，可写几次。", metavar="姓名")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="材料不齐也出，缺的地方标【待补】。")] = False,
    listing: Annotated[bool, typer.Option("--list", help="看有哪些文书、模板出自哪里、还缺什么。")] = False,
    format: Annotated[str, typer.Option("--format", help="docx 或 md。", metavar="格式")] = "docx",
    output: Annotated[Path | None, typer.Option(help="写到哪个文件夹；不写即 输出/。", metavar="文件夹")] = None,
    today: Today = "",
) -> None:
    """按国标格式出文书：实施方案、发言提纲、专题报告、整改清单等。

    不写文书名，就列出有哪些、哪些可以出、还缺什么。所要的都写好了，退出码是 0；有的没有写成是 1；一份也没有写成是 2。
    """
    from mzsh.documents.rendering import exit_code
    from mzsh.documents.rendering import render as run_render
    from mzsh.documents.request import requests

    project = workplace(context).project()
    if listing or not (documents or every or member):
        _list(project, today_of(today))
        return
    wanted = requests(project, _chosen(documents or [], every=every), members=member or [], today=today_of(today))
    results = run_render(
        project,
        wanted,
        output=workplace(context).directory / output if output else None,
        draft=draft,
        format=_known_format(format),
        today=today_of(today),
    )
    _show(results, workplace(context).directory)
    if crash := next((one.crash for one in results if one.crash), None):
        raise crash
    raise typer.Exit(exit_code(results))


def _chosen(documents: list[str], *, every: bool) -> list[str]:
    from mzsh.errors import MzshError

    if documents and every:
        raise MzshError("--all 已是全部文书，不用再写文书名", hint="只写 --all，或者只写要出的文书")
    return documents


def _known_format(name: str) -> Format:
    from mzsh.documents.rendering import FORMATS
    from mzsh.errors import MzshError

    found = next((one for one in FORMATS if one == name), None)
    if found is None:
        pdf = "PDF 还不能直接出：先出 docx，再用 Word 或 WPS 另存为 PDF" if name.lower() == "pdf" else ""
        raise MzshError(f"没有“{name}”这种格式", hint=pdf or "可以写：" + "、".join(FORMATS))
    return found


def _list(project: Project, day: date) -> None:
    """Every document with its stage, its template's origin and whether it can be rendered now."""
    from mzsh.documents.document import collect
    from mzsh.documents.rendering import engine, missing
    from mzsh.documents.request import Request
    from mzsh.planning.schedule import Schedule
    from mzsh.reports.columns import padded
    from mzsh.reports.lines import wrapped

    templates = engine(project)
    schedule = Schedule(project, day)
    for document in collect():
        lacking = [missing(project, Request(document, subject)) for subject in document.subjects(project, schedule)]
        ready = sum(not names for names in lacking)
        origin = "程序" if templates.source_of(document.template).own else f"模板/documents/{document.template}"
        state = "可以出" if ready == 1 else f"可以出 {ready} 份" if ready else "还不能出"
        out(f"{padded(document.id, 10)}{padded(document.name, 12)}{document.stage}  {padded(state, 14)}模板：{origin}")
        names = tuple(dict.fromkeys(name for one in lacking for name in one)) if lacking else ("出席人员名册",)
        if names:
            print_lines(wrapped("、".join(names), f"{' ' * 10}还缺："))
    note("出一种：mzsh render 专题报告；全部：mzsh render --all；材料不齐先出带空的稿子：加 --draft")


def _show(results: Sequence[Rendered], directory: Path) -> None:
    """What was written and where, what was not and why, and the one next step."""
    for one in results:
        out(str(one))
        if one.error is not None and one.error.hint:
            out(f"  → {one.error.hint}")
    written = [one for one in results if one.path is not None]
    if written and written[0].path is not None:
        note(f"写好 {len(written)} 份，在 {_shown(written[0].path.parent, directory)}")
    if any(one.missing for one in written):
        note("下一步：补齐标着【待补】的材料，再出一遍")
    elif any(one.missing for one in results):
        note("下一步：补齐所缺的材料再出；急用可加 --draft，先出标明缺处的稿子")
    elif written:
        note("下一步：用 Word 或 WPS 打开核对，盖章、签字后归档")


def _shown(folder: Path, directory: Path) -> str:
    """The folder as seen from where the command runs."""
    resolved, here = folder.resolve(), directory.resolve()
    return resolved.relative_to(here).as_posix() if resolved.is_relative_to(here) else resolved.as_posix()
