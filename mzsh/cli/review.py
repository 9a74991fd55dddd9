"""mzsh review."""

from __future__ import annotations

from typing import Annotated

import typer

from mzsh.cli.options import workplace
from mzsh.cli.screen import note, out


def review(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(help="提纲或班子材料，可以一次写几份。", metavar="文件")],
    step: Annotated[
        str, typer.Option("--step", help="报送、书记审阅、上级审定；书记审定、征求四个班子。", metavar="环节")
    ],
    by: Annotated[str, typer.Option("--by", help="谁办的；不写按惯例（报送单位、书记、上级）。", metavar="人")] = "",
    date: Annotated[str, typer.Option("--date", help="哪一天；不写即今天。", metavar="日期")] = "",
    returned: Annotated[bool, typer.Option("--return", help="退改。")] = False,
    keep_status: Annotated[bool, typer.Option("--keep-status", help="不改材料的“状态”。")] = False,
) -> None:
    """记下一步审阅，连同内容的指纹写进 审阅.yml。"""
    from mzsh.cli.check import relative_paths
    from mzsh.cli.options import today_of
    from mzsh.errors import MzshError
    from mzsh.model.examination import Examination
    from mzsh.overview.reviewing import ReviewRequest, default_reviewer, require_materials, require_step
    from mzsh.overview.reviewing import review as record
    from mzsh.workspace.reading import PLACEHOLDER

    require_step(step)
    place = workplace(context)
    project = place.project()
    paths = relative_paths(files, project.root, place.directory)
    require_materials(project, paths)
    for path in paths:
        document = project.document(path)
        usual = default_reviewer(project, document, step) if isinstance(document, Examination) else ""
        if not (by or usual):
            raise MzshError("还没有写是谁办的", hint="加上 --by，写明是谁，如 --by 市委组织部")
        request = ReviewRequest(
            step=step, by=by or usual, day=today_of(date, option="--date"), returned=returned, keep_status=keep_status
        )
        for done in record(project, [path], request):
            status = f"，状态改为“{done.status}”" if done.status else ""
            gaps = document.source.text.count(PLACEHOLDER) if document else 0
            if gaps:
                note(f"注意：{done.path} 里还有 {gaps} 处〔待填〕")
            out(f"{done.path}：{step}{done.verdict}（{request.by}，{request.day}）{status}")
        project = place.project()
    note("已记入 审阅.yml。下一步：mzsh status")
