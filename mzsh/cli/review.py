"""mzsh review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import Workplace, workplace
from mzsh.cli.screen import note, out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mzsh.model.project import Project
    from mzsh.overview.renewing import CarryRequest
    from mzsh.overview.reviewing import ReviewRequest


def review(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(help="提纲或班子材料，可以一次写几份。", metavar="文件")],
    step: Annotated[
        str,
        typer.Option(
            "--step",
            help="提纲：报送、书记审阅、上级审定；班子材料：书记审定、征求四个班子、班子会审议；方案：方案报批、班子会审议。",
            metavar="环节",
        ),
    ] = "",
    by: Annotated[str, typer.Option("--by", help="谁办的；不写按惯例（报送单位、书记、上级）。", metavar="人")] = "",
    date: Annotated[str, typer.Option("--date", help="哪一天；不写即今天。", metavar="日期")] = "",
    returned: Annotated[bool, typer.Option("--return", help="退改：改好后这一步要重新办。")] = False,
    keep_status: Annotated[bool, typer.Option("--keep-status", help="不改材料的“状态”。")] = False,
    carry: Annotated[
        str | None,
        typer.Option(
            "--carry",
            help="通过以后只改了错字：写明理由，先列出改动，再沿用原来的通过；不写 --step 即沿用全部。",
            metavar="理由",
        ),
    ] = None,
) -> None:
    """记下一步审阅，连同内容的指纹写进 审阅.yml。"""
    from mzsh.cli.check import relative_paths
    from mzsh.cli.options import today_of
    from mzsh.errors import MzshError
    from mzsh.overview.renewing import CarryRequest
    from mzsh.overview.reviewing import ReviewRequest

    place = workplace(context)
    project = place.project()
    day = today_of(date, option="--date")
    paths = relative_paths(files, project.root, place.directory)
    if carry is None:
        request = ReviewRequest(step=step, by=by, day=day, returned=returned, keep_status=keep_status)
        _record(project, paths, request)
        _tell_what_follows(place, paths, returned=step if returned else "")
    elif returned:
        raise MzshError("--carry 和 --return 不能一起用", hint="退改的改好后重新办，不能沿用")
    else:
        _carry(project, paths, CarryRequest(why=carry, day=day, step=step, by=by))
        _tell_what_follows(place, paths)


def _record(project: Project, paths: Sequence[str], request: ReviewRequest) -> None:
    from mzsh.model.place import PLACEHOLDER
    from mzsh.overview.materials import material, misfit, require_step
    from mzsh.overview.reviewing import review as record

    require_step(request.step)
    materials = {path: material(project, path, request.step) for path in paths}
    for done in record(project, paths, request):
        one = materials[done.path]
        if said := misfit(project, one, request.step):
            note(f"注意：{said}")
        if gaps := one.source.text.count(PLACEHOLDER):
            note(f"注意：{done.path} 里还有 {gaps} 处〔待填〕")
        status = f"，状态改为“{done.status}”" if done.status else ""
        out(f"{done.path}：{request.step}{done.verdict}（{done.by}，{request.day}）{status}")


def _carry(project: Project, paths: Sequence[str], request: CarryRequest) -> None:
    from mzsh.overview.renewing import carry

    for done in carry(project, paths, request):
        if not done.labels:
            note(f"{done.path} 通过以后没有改过，用不着沿用")
            continue
        if done.difference is None:
            note(f"{done.path}：git 里没有通过时的那一稿，列不出改了哪里，请自己核对")
        for line in done.difference or ():
            out(line)
        out(f"{done.path}：沿用{'、'.join(done.labels)}的通过（{request.why}，{request.day}）")


def _tell_what_follows(place: Workplace, paths: Sequence[str], *, returned: str = "") -> None:
    from mzsh.overview.materials import what_follows, what_follows_a_return

    project = place.project()
    follows = {}
    for path in dict.fromkeys(paths):
        follows[path] = what_follows_a_return(project, path, returned) if returned else what_follows(project, path)
    if len(follows) == 1:
        (said,) = follows.values()
        note(f"已记入 审阅.yml。下一步：{said or 'mzsh status'}")
        return
    for path, said in follows.items():
        note(f"{path}：{said}" if said else path)
    note("已记入 审阅.yml。下一步：mzsh status")
