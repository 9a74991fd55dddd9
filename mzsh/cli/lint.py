"""mzsh lint."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import workplace
from mzsh.cli.screen import note, out, out_document, print_lines

if TYPE_CHECKING:
    from mzsh.overview.gathering import Gathered
    from mzsh.reports.formats import Wanted
    from mzsh.rules.finding import Report
    from mzsh.rules.rule import Rule
    from mzsh.wording.judging.roles import Kind

_KINDS: Mapping[str, Kind] = {
    "outline": "outline",
    "提纲": "outline",
    "发言提纲": "outline",
    "talk": "talk",
    "谈话": "talk",
    "谈话记录": "talk",
    "criticism": "criticism",
    "批评": "criticism",
    "批评意见": "criticism",
}
_FORMATS_TOLD = "text、json、sarif、junit、github、gitlab；csv、xlsx 是一张表，一份材料一行。"


def lint(
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(help=".docx、.md、.txt 文件或文件夹；- 是标准输入。", metavar="路径")
    ] = None,
    kind: Annotated[
        str, typer.Option(help="是什么材料：outline 提纲、talk 谈话、criticism 批评；不写就看文件名。", metavar="材料")
    ] = "",
    select: Annotated[list[str] | None, typer.Option(help="只用这些规则，如 MZ203。", metavar="规则")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="不用这些规则。", metavar="规则")] = None,
    fail_on: Annotated[str, typer.Option(help="从哪一级起算不通过：error、warning、info。", metavar="级别")] = "error",
    format: Annotated[str, typer.Option("--format", help=_FORMATS_TOLD, metavar="格式")] = "text",
    statistics: Annotated[bool, typer.Option("--statistics", help="不逐条列，只按规则数一数。")] = False,
    output: Annotated[Path | None, typer.Option(help="结果写到文件，不显示。", metavar="文件")] = None,
) -> None:
    """不用工作文件夹，直接看材料的文字：空话、套话、绕着问题走的话。"""
    from mzsh.cli.check import rules_typed, severity_typed
    from mzsh.errors import MzshError
    from mzsh.reports.formats import Wanted
    from mzsh.rules.linting import lint as run
    from mzsh.rules.linting import word_rules
    from mzsh.rules.running import CheckOptions

    place = workplace(context)
    wanted = Wanted(fail_on=severity_typed(fail_on), statistics=statistics)
    _require(format, wanted, output)
    today = date.today()
    asked = CheckOptions(today=today, select=rules_typed(select), ignore=rules_typed(ignore, chapters=True))
    rules = [rule for rule in word_rules() if asked.wants(rule.id)]
    if not rules:
        raise MzshError("选来选去，没有一条规则可用", hint="lint 用的是 MZ2 里不需要工作文件夹的规则：mzsh rules")
    gathered = _gathered(paths or [], place.directory, kind)
    target = place.directory / output if output else None
    if target is not None and target.resolve() in gathered.files:
        raise MzshError(f"{target.name} 是材料，检查结果不能写在上面", hint="--output 换一个文件名")
    report = run(gathered.papers, rules, root=place.directory.resolve(), today=today, notes=gathered.notes)
    _show(gathered, report, rules, format, wanted, target)
    raise typer.Exit(report.exit_code(wanted.fail_on))


def _kind(typed: str) -> Kind | None:
    from mzsh.errors import MzshError

    if typed and typed not in _KINDS:
        raise MzshError(f"--kind 的“{typed}”不认识", hint="可以写：outline（提纲）、talk（谈话）、criticism（批评）")
    return _KINDS.get(typed)


def _gathered(paths: list[str], directory: Path, kind: str) -> Gathered:
    """The papers that were named; with `-` what comes from standard input."""
    from mzsh.errors import MzshError
    from mzsh.overview.gathering import gather, gather_input
    from mzsh.workspace.files import MAX_BYTES

    wanted = _kind(kind)
    if not any(paths):
        raise MzshError("没有写要看哪些材料", hint="例如：mzsh lint 发言提纲.docx，或者 mzsh lint 一个文件夹")
    if "-" not in paths:
        return gather(paths, directory, kind=wanted)
    if paths != ["-"]:
        raise MzshError("- 是标准输入，不能和文件一起写")
    return gather_input(sys.stdin.buffer.read(MAX_BYTES + 1), kind=wanted)


def _require(format: str, wanted: Wanted, output: Path | None) -> None:
    """MzshError where the format cannot be had so."""
    from mzsh.errors import MzshError
    from mzsh.reports.formats import NAMES, require_format
    from mzsh.reports.lint_table import TABLES

    if format in TABLES:
        if format == "xlsx" and output is None:
            raise MzshError("xlsx 要写到文件里", hint="加上 --output 一览表.xlsx")
        if wanted.statistics:
            raise MzshError(f"{format} 已经是一张表", hint="去掉 --statistics")
        return
    if format not in NAMES:
        raise MzshError(f"没有“{format}”这种格式", hint="可以写：" + "、".join((*NAMES, *TABLES)))
    require_format(format, wanted)


def _show(
    gathered: Gathered, report: Report, rules: list[Rule], format: str, wanted: Wanted, output: Path | None
) -> None:
    from mzsh.reports.as_text import as_text
    from mzsh.reports.formats import FORMATS, TEXT, written
    from mzsh.reports.lint_table import TABLES, as_csv, table
    from mzsh.workspace.files import write_bytes, write_result

    if format == TEXT and output is None:
        print_lines(as_text(report, statistics=wanted.statistics))
        return
    if format in TABLES:
        rows = table(gathered.papers, report, rules)
        if format == "xlsx" and output is not None:
            from mzsh.office.sheets import excel_bytes

            write_bytes(output, excel_bytes(rows, "文字检查"))
        elif output is not None:
            write_bytes(output, as_csv(rows).encode("utf-8-sig", "backslashreplace"))
        else:
            out(as_csv(rows).rstrip("\n"))
        for told in gathered.notes:
            note(told)
    else:
        text = "\n".join(line.text for line in as_text(report, statistics=wanted.statistics)) if format == TEXT else ""
        text = text or written(report, format, wanted)
        if output is None:
            out_document(text, FORMATS[format].ascii)
        else:
            write_result(output, text + "\n")
    if output is not None:
        note(f"看了 {report.checked} 份材料，结果写到了 {output}")
