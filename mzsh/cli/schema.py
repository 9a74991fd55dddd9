"""mzsh schema."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import workplace
from mzsh.cli.screen import note, out

if TYPE_CHECKING:
    from mzsh.model.record import Document


def schema(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(help="哪一种材料，写“类型”的中文名或英文名；不写就列出全部。", metavar="类型")
    ] = "",
    output: Annotated[Path | None, typer.Option(help="写到这个文件夹；不写“类型”就写全部。", metavar="文件夹")] = None,
) -> None:
    """各种材料的写法，供编辑器补全和检查（JSON Schema）。"""
    from mzsh.model.kinds import DOCUMENTS
    from mzsh.workspace.editors import COMBINED, schema_text

    wanted = [_kind(kind)] if kind else [*DOCUMENTS, None]
    if output is not None:
        _write(workplace(context).directory / output, wanted)
        note(f"写好了 {len(wanted)} 个文件，在 {output}；怎样交给编辑器用，见说明书的“编辑器”一页")
    elif kind:
        out(schema_text(wanted[0]).rstrip())
    else:
        for cls in DOCUMENTS:
            out(f"{cls.names[0]}  {cls.names[1]}")
        out("  ".join(COMBINED))
        note(f"看一种：mzsh schema {DOCUMENTS[0].names[0]}；全部写到文件夹：mzsh schema --output 文件夹")


def _write(folder: Path, kinds: list[type[Document] | None]) -> None:
    from mzsh.workspace.editors import schema_path, schema_text
    from mzsh.workspace.files import write_text

    for cls in kinds:
        write_text(folder / Path(schema_path(cls)).name, schema_text(cls))


def _kind(typed: str) -> type[Document] | None:
    """The kind of that name; None for all of them in one."""
    from mzsh.errors import MzshError
    from mzsh.model.kinds import BY_NAME
    from mzsh.workspace.editors import COMBINED
    from mzsh.workspace.nearest import nearest

    if typed in COMBINED:
        return None
    if typed not in BY_NAME:
        close = nearest(typed, tuple(BY_NAME), 1)
        hint = f"是不是“{close[0]}”？" if close else "mzsh schema 看全部类型"
        raise MzshError(f"没有“{typed}”这种类型", hint=hint)
    return BY_NAME[typed]
