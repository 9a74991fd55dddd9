"""mzsh init."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mzsh.cli.options import Today, today_of, workplace
from mzsh.cli.questions import ask_preset, asked, confirm_milestones, show_milestones
from mzsh.cli.screen import interactive, note, out

if TYPE_CHECKING:
    from mzsh.model.deadlines import Milestone
    from mzsh.overview.opening import Opening
    from mzsh.overview.starting import Started

_GIT = {
    "COMMITTED": "git：建了仓库，存了第一版；没有设远程仓库",
    "NO_USER": "git：建了仓库；还不知道您是谁，没有存第一版（git config user.name、user.email 设好后再存）",
    "INSIDE_ANOTHER": "git：这里已经在一个仓库里，没有另建",
    "NO_GIT": "git：这台电脑没有装，历史没有留存；不影响使用",
    "FAILED": "git：仓库没有建成，历史没有留存；不影响使用",
}
EDITOR = ".vscode"
"""The editor's folder, which is not counted among the files that a secretary works with."""
_HOSTS = ("github", "gitlab", "gitee", "none")


def init(
    context: typer.Context,
    directory: Annotated[
        Path | None, typer.Argument(help="新建在哪个文件夹；不写即当前的空文件夹。", metavar="文件夹")
    ] = None,
    preset: Annotated[str, typer.Option(help="年度预设（不写为 2021），或自带的 .yml 文件。", metavar="预设")] = "",
    profile: Annotated[str, typer.Option(help="班子类别：常委会、党组、机关、国企、高校、乡镇。", metavar="类别")] = "",
    org: Annotated[str, typer.Option(help="单位，如 望川市委。", metavar="单位")] = "",
    body: Annotated[str, typer.Option(help="班子的名称，如 市委常委班子。", metavar="班子")] = "",
    date: Annotated[str, typer.Option(help="召开日期，如 2022-01-18。", metavar="日期")] = "",
    roster: Annotated[str, typer.Option(help="名册，.xlsx 或 .csv。", metavar="文件")] = "",
    from_: Annotated[str, typer.Option("--from", help="沿用上年度的工作文件夹。", metavar="文件夹")] = "",
    ci: Annotated[str, typer.Option(help="自动检查：github、gitlab、gitee 或 none。", metavar="平台")] = "github",
    git: Annotated[bool, typer.Option(help="建不建 git 仓库（留存历史，不设远程）。")] = True,
    editor: Annotated[bool, typer.Option(help="备不备 VS Code 的设置（补全、检查），在 .vscode 里。")] = True,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不问：用建议的值，其余写〔待填〕。")] = False,
    today: Today = "",
) -> None:
    """新建一次会的工作文件夹：名册、时间节点、该谈的话、每人的提纲，都排好等人来填。"""
    from mzsh.overview.starting import Beginning, refuse_existing, start

    host, here = _host(ci), workplace(context).directory
    directory = directory or _empty_here(here)
    target, asking = here / directory, interactive() and not yes
    refuse_existing(target)
    typed = _Typed(preset, profile, org, body, date, roster, from_)
    opening = _opening(typed, target, here, asking=asking)
    if not (asking or yes):
        _refuse_gaps(opening)
    milestones = _milestones(opening, today_of(today), asking=asking)
    beginning = Beginning(opening=opening, milestones=milestones, ci=host, with_git=git, editor=editor)
    started = start(target, beginning)
    _tell_made(directory, target, started)
    _tell_open(directory, opening, started)


@dataclass(frozen=True, slots=True)
class _Typed:
    """The options that say what meeting it is, as they were typed."""

    preset: str
    profile: str
    org: str
    body: str
    day: str
    roster: str
    last_year: str


def _empty_here(here: Path) -> Path:
    """The current folder, where it is empty; a folder with other things in it must be named."""
    from mzsh.errors import MzshError

    if any(not path.name.startswith(".") for path in here.iterdir()):
        raise MzshError("当前文件夹里已经有东西", hint="建在新文件夹里：mzsh init 文件夹名；就建在这里：mzsh init .")
    return Path(".")


def _host(ci: str) -> str:
    """The code host whose file is written; empty for none."""
    from mzsh.errors import MzshError

    if ci not in _HOSTS:
        raise MzshError(f"--ci 的“{ci}”不认识", hint="可以写：" + "、".join(_HOSTS))
    return "" if ci == "none" else ci


def _opening(typed: _Typed, target: Path, here: Path, *, asking: bool) -> Opening:
    """What is known of the meeting from the options, last year's folder and, at a terminal, the answers."""
    from mzsh.office.roster import read_roster
    from mzsh.overview.carrying import last_year
    from mzsh.overview.opening import DEFAULT_PRESET, Opening, choose_preset, known_profile, with_last_year

    if asking and not typed.preset:
        chosen = ask_preset(target, here)
    else:
        chosen = choose_preset(typed.preset or DEFAULT_PRESET, target, here=here)
    opening = Opening(
        chosen=chosen,
        profile=known_profile(typed.profile) if typed.profile else None,
        org=typed.org,
        group=typed.body,
        held_on=day_of(typed.day),
        members=read_roster(here / typed.roster) if typed.roster else (),
        previous=last_year(here / typed.last_year, chosen.preset.year) if typed.last_year else None,
    )
    opening = with_last_year(opening)
    return asked(opening, here, folder_name=target.resolve().name) if asking else opening


def day_of(typed: str) -> date | None:
    """The day that --date names; None where it was not typed."""
    from mzsh.errors import MzshError
    from mzsh.model.values import parse_day

    try:
        return parse_day(typed) if typed else None
    except ValueError:
        raise MzshError(f"--date 的“{typed}”不是日期", hint="写成 --date 2022-01-18 这样") from None


def _refuse_gaps(opening: Opening) -> None:
    """Nobody can be asked: name the options that are missing."""
    from mzsh.errors import MzshError

    gaps = {"--org": opening.org, "--date": opening.held_on, "--roster": opening.members}
    missing = [option for option, value in gaps.items() if not value]
    if missing:
        hint = "补上这些选项；或者加 --yes，没有的写〔待填〕，以后在 会议.yml 里填"
        raise MzshError(f"这里没有人可问，还缺 {'、'.join(missing)}", hint=hint)


def _milestones(opening: Opening, today: date, *, asking: bool) -> tuple[Milestone, ...]:
    """The preset's milestones, shown in any case and confirmed by the secretary at a terminal."""
    from mzsh.overview.milestones import dated, in_time, suggested_milestones
    from mzsh.overview.opening import setting_of

    suggested = suggested_milestones(setting_of(opening))
    milestones = in_time(suggested, opening.held_on, today)
    if milestones != suggested and opening.held_on:
        note(f"离召开只有 {(opening.held_on - today).days} 天，会前各项的天数按比例缩短了")
    if asking:
        return confirm_milestones(milestones, opening.held_on, today)
    if opening.held_on is None:
        return milestones
    note("时间节点用的是建议的天数，可在 时间节点.yml 里改：")
    show_milestones(dated(milestones, opening.held_on, today), write=note)
    return milestones


def _tell_made(directory: Path, target: Path, started: Started) -> None:
    """What was made, in figures."""
    made = [path for path in started.written.made if not path.startswith(EDITOR)]
    out(f"建好了 {directory if directory.name else target.resolve().name}（{len(made)} 个文件）：")
    if started.members:
        out(f"  名册 {started.members} 人，必须谈的话 {started.talks} 次，时间节点 {started.milestones} 项")
        out(f"  班子材料 1 份，发言提纲、批评意见各 {started.members} 份，都空着等人来写")
    else:
        out(f"  时间节点 {started.milestones} 项；名册还没有填")
    if started.past_items or started.past_files:
        out(f"  从上年度带来整改事项 {started.past_items} 条、材料 {started.past_files} 份，在 11-往年")
    if started.written.kept:
        out(f"  原来就有的没有动：{'、'.join(started.written.kept)}")
    if len(made) < len(started.written.made):
        out(f"  编辑器：{EDITOR} 里备好了 VS Code 的补全和检查，打开这个文件夹就用上")
    if started.git.name in _GIT:
        out(f"  {_GIT[started.git.name]}")


def _tell_open(directory: Path, opening: Opening, started: Started) -> None:
    """What is still to be filled in, and the one next step."""
    if started.unfilled:
        note(f"会议.yml 里还有〔待填〕：{'、'.join(started.unfilled)}")
    if opening.chosen.to_type:
        note(f"还要照当年通知录入 模板/presets/{opening.chosen.name}.yml：")
        for one in opening.chosen.to_type:
            note(f"  - {one}")
    place = f'"{directory}"' if " " in str(directory) else str(directory)
    change = "" if directory == Path(".") else f"cd {place}，"
    if started.members:
        note(f"下一步：{change}再运行 mzsh status")
    else:
        note(f"下一步：{change}填好 会议.yml 的“出席”，再运行 mzsh new --all")
