"""mzsh explain."""

from __future__ import annotations

from typing import Annotated

import typer

from mzsh.cli.screen import print_lines


def explain(
    identifier: Annotated[str, typer.Argument(help="规则编号，如 MZ301，也可以只写 301。", metavar="编号")],
) -> None:
    """解释一条规则：为什么、依据哪一条款、怎么改。"""
    from mzsh.errors import MzshError
    from mzsh.reports.catalogue import page
    from mzsh.rules.rule import named

    found = named(identifier)
    if found is None:
        raise MzshError(f"没有“{identifier}”这条规则", hint="mzsh rules 看全部规则")
    print_lines(page(found))
