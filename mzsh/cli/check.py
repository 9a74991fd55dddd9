"""mzsh check."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import Today, stage_of, today_of, workplace
from mzsh.cli.screen import note, out_document, print_lines

if TYPE_CHECKING:
    from mzsh.model.project import Project
    from mzsh.reports.formats import Wanted
    from mzsh.rules.finding import Report
    from mzsh.rules.severity import Severity


_FORMATS_TOLD = "text、json、sarif、junit、github 或 gitlab。"


def check(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(help="只看这些文件或文件夹。", metavar="路径")] = None,
    stage: Annotated[str, typer.Option(help="按哪个阶段要求齐全：会前、会上、会后。", metavar="阶段")] = "",
    select: Annotated[list[str] | None, typer.Option(help="只用这些规则，如 MZ301 或 MZ3。", metavar="规则")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="不用这些规则。", metavar="规则")] = None,
    fail_on: Annotated[str, typer.Option(help="从哪一级起算不通过：error、warning、info。", metavar="级别")] = "error",
    format: Annotated[str, typer.Option("--format", help=_FORMATS_TOLD, metavar="格式")] = "text",
    statistics: Annotated[bool, typer.Option("--statistics", help="不逐条列，只按规则数一数。")] = False,
    output: Annotated[Path | None, typer.Option(help="结果写到文件，不显示。", metavar="文件")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="改好有唯一改法的：编码、全角标点、写错的键等。")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="只看 --fix 会改什么，不写入。")] = False,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="这份基线里已有的不再列出，只看新的。", metavar="文件")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="把现在的问题记成基线，默认写到 基线.json。")
    ] = False,
    today: Today = "",
) -> None:
    """材料有没有、全不全、对不对，到期的才算差错。"""
    from mzsh.cli.baseline import with_baseline
    from mzsh.cli.fixing import checked
    from mzsh.reports.formats import Wanted, require_format
    from mzsh.rules.running import CheckOptions, require_asked

    place = workplace(context)
    project = place.project()
    options = CheckOptions(
        today=today_of(today),
        stage=stage_of(stage),
        select=rules_typed(select),
        ignore=rules_typed(ignore, chapters=True),
        paths=relative_paths(paths or [], project.root, place.directory),
    )
    wanted = Wanted(fail_on=severity_typed(fail_on), statistics=statistics)
    target, file = (place.directory / path if path else None for path in (output, baseline))
    require_format(format, wanted)
    require_asked(project, options)
    _require_targets(project, target, file, write=write_baseline)
    report = checked(place, project, options, fix=fix, diff=diff)
    report = with_baseline(report, options, file=file, write=write_baseline)
    _show(report, format, wanted, target)
    raise typer.Exit(_finished(report, wanted))


def _require_targets(project: Project, target: Path | None, baseline: Path | None, *, write: bool) -> None:
    """MzshError where the result would overwrite a material, or the baseline cannot be read: before a fix."""
    from mzsh.errors import MzshError
    from mzsh.rules.baseline import read_baseline

    materials = {(project.root / source.path).resolve() for source in project.sources}
    if target is not None and target.resolve() in materials:
        raise MzshError(f"{target.name} 是材料，检查结果不能写在上面", hint="--output 换一个文件名")
    if baseline is not None and (baseline.exists() or not write):
        read_baseline(baseline)


def _show(report: Report, format: str, wanted: Wanted, output: Path | None) -> None:
    from mzsh.reports.as_text import as_text
    from mzsh.reports.formats import FORMATS, TEXT, written
    from mzsh.workspace.files import write_result

    lines = as_text(report, statistics=wanted.statistics) if format == TEXT else None
    if output is not None:
        text = written(report, format, wanted) if lines is None else "\n".join(line.text for line in lines)
        write_result(output, text + "\n")
        note(f"检查结果写到了 {output}")
    elif lines is not None:
        print_lines(lines)
    else:
        out_document(written(report, format, wanted), FORMATS[format].ascii)
        if format == "github":
            _github_summary(report)


def _github_summary(report: Report) -> None:
    """The counts on the page of the run, where GitHub Actions says which file that is."""
    from mzsh.reports.as_github import summary
    from mzsh.workspace.files import append_result

    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if page:
        append_result(Path(page), summary(report))


def _finished(report: Report, wanted: Wanted) -> int:
    """The exit code; what crashed leaves its log."""
    from mzsh.cli.running import tell_bug

    traced = [one for one in report.crashes if one.trace]
    for package in sorted({one.package for one in traced}):
        crashes = [one for one in traced if one.package == package]
        rules = "、".join(dict.fromkeys(one.rule for one in crashes))
        note(f"mzsh：规则 {rules} 出错，{crashes[0].whose}；其余照常检查了。")
        whom = f"写规则包 {package} 的人" if package else "维护者"
        tell_bug("\n\n".join(f"{one.label} {one.path}\n{one.trace}" for one in crashes), whom=whom)
    return report.exit_code(wanted.fail_on)


def rules_typed(typed: list[str] | None, *, chapters: bool = False) -> tuple[str, ...]:
    """Ids as typed, several behind one option allowed; unknown ones are the user's mistake."""
    from mzsh.rules.rule import known_beginnings

    parts = (part for text in typed or [] for part in re.split("[,，、]", text))
    return known_beginnings((part for part in parts if part.strip()), chapters=chapters)


def severity_typed(word: str) -> Severity:
    """The severity that a person typed, in English or Chinese."""
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
