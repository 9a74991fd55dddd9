"""mzsh status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import Today, today_of, workplace
from mzsh.cli.screen import out, print_lines

if TYPE_CHECKING:
    from datetime import date

    from mzsh.model.project import Project
    from mzsh.overview.progress import Status


def status(
    context: typer.Context,
    format: Annotated[str, typer.Option("--format", help="text 或 json。", metavar="格式")] = "text",
    today: Today = "",
) -> None:
    """还有几天、谁还没交什么、接下来做哪三件事。"""
    from mzsh.errors import MzshError
    from mzsh.reports.status_json import status_object
    from mzsh.reports.status_text import status_text

    if format not in ("text", "json"):
        raise MzshError(f"没有“{format}”这种格式", hint="可以写：text、json")
    found = current_status(workplace(context).project(), today_of(today))
    if format == "json":
        out(json.dumps(status_object(found), ensure_ascii=False, indent=2))
    else:
        print_lines(status_text(found))


def current_status(project: Project, today: date) -> Status:
    """The status of a workspace on a day."""
    from mzsh.overview.progress import status as find_status
    from mzsh.rules.running import CheckOptions, check

    return find_status(project, check(project, CheckOptions(today=today)))
