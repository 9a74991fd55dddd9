"""mzsh explain."""

from __future__ import annotations

from typing import Annotated

import typer

from mzsh.cli.screen import print_lines


def explain(
    identifier: Annotated[str, typer.Argument(help="规则编号或标题里的词，如 MZ301、301、面对面。", metavar="编号")],
) -> None:
    """解释一条规则：为什么、依据哪一条款、怎么改。"""
    from mzsh.reports.catalogue import find_rule, page

    print_lines(page(find_rule(identifier)))
