"""mzsh check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import Today, stage_of, today_of, workplace
from mzsh.cli.screen import note, out, print_lines

if TYPE_CHECKING:
    from mzsh.model.project import Project
    from mzsh.rules.finding import Report
    from mzsh.rules.running import CheckOptions
    from mzsh.rules.severity import Severity


def check(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(help="只看这些文件或文件夹。", metavar="路径")] = None,
    stage: Annotated[str, typer.Option(help="按哪个阶段要求齐全：会前、会上、会后。", metavar="阶段")] = "",
    select: Annotated[list[str] | None, typer.Option(help="只用这些规则，如 MZ301 或 MZ3。", metavar="规则")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="不用这些规则。", metavar="规则")] = None,
    fail_on: Annotated[str, typer.Option(help="从哪一级起算不通过：error、warning、info。", metavar="级别")] = "error",
    format: Annotated[str, typer.Option("--format", help="text 或 json。", metavar="格式")] = "text",
    fix: Annotated[bool, typer.Option("--fix", help="改好有唯一改法的：编码、全角标点、写错的键。")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="只看 --fix 会改什么，不写入。")] = False,
    output: Annotated[Path | None, typer.Option(help="写到文件。", metavar="文件")] = None,
    today: Today = "",
) -> None:
    """材料有没有、全不全、对不对，到期的才算差错。"""
    from mzsh.rules.running import CheckOptions
    from mzsh.rules.running import check as run_check

    project = workplace(context).project()
    options = CheckOptions(
        today=today_of(today),
        stage=stage_of(stage),
        select=_rules(select),
        ignore=_rules(ignore),
        paths=relative_paths(paths or [], project.root, workplace(context).directory),
    )
    threshold, wanted = _severity(fail_on), _known_format(format)
    if fix or diff:
        _fix(project, options, write=fix and not diff)
        project = workplace(context).project()
    report = run_check(project, options)
    _show(report, wanted, output)
    raise typer.Exit(report.exit_code(threshold))


def _fix(project: Project, options: CheckOptions, *, write: bool) -> None:
    """Show what can be put right and, unless only asked to show, write it."""
    from mzsh.workspace.edits import difference
    from mzsh.workspace.fixing import apply_fix, fixes

    for one in fixes(project):
        if not options.shows(one.source.path):
            continue
        if write:
            apply_fix(project, one)
        for text in one.done:
            note(f"{'已改' if write else '可改'} {one.source.path} {text}")
        if not write:
            note("\n".join(difference(one.source, one.after)))


FORMATS = ("text", "json")


def _known_format(name: str) -> str:
    from mzsh.errors import MzshError

    if name not in FORMATS:
        raise MzshError(f"没有“{name}”这种格式", hint="可以写：" + "、".join(FORMATS))
    return name


def _show(report: Report, format: str, output: Path | None) -> None:
    from mzsh.reports.as_json import as_json
    from mzsh.reports.as_text import as_text
    from mzsh.workspace.files import write_text

    if format == "text" and output is None:
        print_lines(as_text(report))
        return
    text = as_json(report) if format == "json" else "\n".join(line.text for line in as_text(report))
    if output is None:
        out(text)
    else:
        write_text(output, text + "\n")
        note(f"检查结果写到了 {output}")


def _rules(typed: list[str] | None) -> tuple[str, ...]:
    """Ids as typed, several behind one option allowed; unknown ones are the user's mistake."""
    from mzsh.rules.rule import require_rules

    wanted = tuple(
        part.strip().upper() for text in typed or [] for part in text.replace("，", ",").split(",") if part.strip()
    )
    require_rules(wanted)
    return wanted


def _severity(word: str) -> Severity:
    from mzsh.errors import MzshError
    from mzsh.rules.severity import Severity

    names = {**{s.value: s for s in Severity}, **{s.chinese: s for s in Severity}}
    if word not in names:
        raise MzshError(f"--fail-on 的“{word}”不认识", hint="可以写：error、warning、info")
    return names[word]


def relative_paths(paths: list[str], root: Path, directory: Path) -> tuple[str, ...]:
    """Paths as typed, relative to where the command runs, as paths from the root."""
    from mzsh.errors import MzshError

    relative: list[str] = []
    for typed in paths:
        path = (directory / typed).resolve()
        if not path.exists():
            raise MzshError(f"没有“{typed}”这个文件或文件夹", hint="路径从运行命令的地方写起")
        if not path.is_relative_to(root):
            raise MzshError(f"“{typed}”不在工作文件夹 {root} 里")
        relative.append(path.relative_to(root).as_posix())
    return tuple(relative)
