"""mzsh rules."""

from __future__ import annotations

from typing import Annotated

import typer

from mzsh.cli.screen import note, out, print_lines


def rules(
    format: Annotated[str, typer.Option("--format", help="text、md 或 json。", metavar="格式")] = "text",
) -> None:
    """列出全部规则和默认级别。"""
    from mzsh.errors import MzshError
    from mzsh.reports.catalogue import as_json, listing, markdown
    from mzsh.rules.rule import broken

    if format == "text":
        print_lines(listing())
    elif format in ("md", "json"):
        out((markdown() if format == "md" else as_json()).rstrip())
    else:
        raise MzshError(f"没有“{format}”这种格式", hint="可以写：text、md、json")
    for one in broken():
        note(str(one))
