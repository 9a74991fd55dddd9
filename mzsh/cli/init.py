"""mzsh init."""

from __future__ import annotations

import shlex
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import Today, today_of, workplace
from mzsh.cli.questions import ask_preset, asked, confirm_milestones
from mzsh.cli.screen import interactive, note, out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mzsh.overview.opening import Opening
    from mzsh.overview.starting import Started

_HOSTS = ("github", "gitlab", "gitee", "none")


def init(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(help="新建在哪个文件夹。", metavar="文件夹")],
    preset: Annotated[str, typer.Option(help="年度预设（不写为 2021），或自带的 .yml 文件。", metavar="预设")] = "",
    profile: Annotated[str, typer.Option(help="班子类别：常委会、党组、机关、国企、高校、乡镇。", metavar="类别")] = "",
    org: Annotated[str, typer.Option(help="单位，如 望川市委。", metavar="单位")] = "",
    body: Annotated[str, typer.Option(help="班子的名称，如 市委常委班子。", metavar="班子")] = "",
    date: Annotated[str, typer.Option(help="召开日期，如 2022-01-18。", metavar="日期")] = "",
    roster: Annotated[str, typer.Option(help="名册，.xlsx 或 .csv。", metavar="文件")] = "",
    from_: Annotated[str, typer.Option("--from", help="沿用上年度的工作文件夹。", metavar="文件夹")] = "",
    ci: Annotated[str, typer.Option(help="自动检查：github、gitlab、gitee 或 none。", metavar="平台")] = "github",
    git: Annotated[bool, typer.Option(help="建不建 git 仓库（留存历史，不设远程）。")] = True,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不问：用建议的值，其余写〔待填〕。")] = False,
    today: Today = "",
) -> None:
    """新建一次会的工作文件夹：名册、时间节点、该谈的话、每人的提纲，都排好等人来填。"""
    from mzsh.overview.milestones import suggested_milestones
    from mzsh.overview.opening import DEFAULT_PRESET, Opening, choose_preset, known_profile, setting_of, with_last_year
    from mzsh.overview.starting import Beginning, refuse_existing, start

    host, here = _host(ci), workplace(context).directory
    target, asking = here / directory, interactive() and not yes
    refuse_existing(target)
    chosen = ask_preset(target) if asking and not preset else choose_preset(preset or DEFAULT_PRESET, target, here)
    opening = Opening(
        chosen=chosen,
        profile=known_profile(profile) if profile else None,
        org=org,
        group=body,
        held_on=_day(date),
        members=_members(here / roster) if roster else (),
        previous=_last_year(here / from_, chosen.preset.year) if from_ else None,
    )
    opening = with_last_year(opening)
    if asking:
        opening = asked(opening, here, folder_name=target.resolve().name)
    elif not yes:
        _refuse_gaps(opening)
    milestones = suggested_milestones(setting_of(opening))
    if asking:
        milestones = confirm_milestones(milestones, opening.held_on, today_of(today))
    started = start(target, Beginning(opening=opening, milestones=milestones, ci=host, with_git=git))
    _tell(directory, opening, started)
