"""Options that several commands share, and the state that the root command hands down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from mzsh.model.project import Project
    from mzsh.planning.clauses import Stage


@dataclass(frozen=True)
class Workplace:
    """Where the command runs (-C)."""

    directory: Path

    def project(self) -> Project:
        """The workspace at or above the directory."""
        from mzsh.workspace.loading import load

        return load(self.directory)


def workplace(context: typer.Context) -> Workplace:
    """The state of the root command."""
    found = context.find_object(Workplace)
    return found or Workplace(Path.cwd())


def _parse_day(text: str, option: str) -> date:
    from mzsh.errors import MzshError
    from mzsh.model.values import parse_day

    try:
        return parse_day(text)
    except ValueError:
        raise MzshError(f"{option} 的“{text}”不是日期", hint=f"写成 {option} 2022-01-10 这样") from None


Today = Annotated[
    str,
    typer.Option("--today", help="以哪一天为“今天”，如 2022-01-10；不写即当天。", metavar="日期", show_default=False),
]


def today_of(text: str, *, option: str = "--today") -> date:
    """The day that --today names, or the calendar's."""
    return _parse_day(text, option) if text else date.today()


def stage_of(text: str) -> Stage | None:
    """会前|会上|会后 or before|meeting|after, as the Chinese name."""
    from mzsh.errors import MzshError

    names: dict[str, Stage] = {
        "before": "会前",
        "meeting": "会上",
        "after": "会后",
        "会前": "会前",
        "会上": "会上",
        "会后": "会后",
    }
    if not text:
        return None
    if text not in names:
        raise MzshError(f"--stage 的“{text}”不认识", hint="可以写：会前、会上、会后（before、meeting、after）")
    return names[text]
