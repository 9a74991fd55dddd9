"""What `init` asks at the terminal: few questions, each with an answer that Enter accepts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mzsh.cli.screen import out

if TYPE_CHECKING:
    from mzsh.model.deadlines import Milestone
    from mzsh.model.meeting import Member, Profile
    from mzsh.overview.milestones import DatedMilestone
    from mzsh.overview.opening import ChosenPreset, Opening

_WEEKDAYS = "一二三四五六日"


def ask(question: str, default: str = "") -> str:
    """An answer, or what stands in square brackets when Enter alone is typed."""
    from mzsh.office.sheets import cleaned

    shown = f"{question} [{default}]：" if default else f"{question}："
    return cleaned(input(shown).encode("utf-8", "replace").decode()) or default


def ask_preset(root: Path, here: Path) -> ChosenPreset:
    """This year's preset."""
    from mzsh.errors import MzshError
    from mzsh.overview.opening import DEFAULT_PRESET, choose_preset
    from mzsh.workspace.presets import available_presets

    out("年度预设（当年的主题、方面、议程）：")
    for listing in available_presets(root):
        out(f"  {listing.name:<8}{listing.preset.title}")
    while True:
        try:
            return choose_preset(ask("用哪一个，也可以写自带的 .yml 文件", DEFAULT_PRESET), root, here=here)
        except MzshError as error:
            out(f"  {error}。{error.hint}")


def asked(opening: Opening, directory: Path, *, folder_name: str) -> Opening:
    """The opening with what was missing, as the secretary answers."""
    from mzsh.overview.opening import likely_group, likely_profile, usual_post

    org = opening.org or ask("单位，如 望川市委", folder_name if _is_chinese(folder_name) else "")
    profile = opening.profile or ask_profile(likely_profile(org))
    return replace(
        opening,
        org=org,
        profile=profile,
        group=opening.group or ask("班子名称", likely_group(org, profile)),
        held_on=opening.held_on or ask_day(),
        members=opening.members or ask_members(directory, usual_post(profile, org)),
    )


def _is_chinese(text: str) -> bool:
    return bool(text) and all("\u4e00" <= char <= "\u9fff" for char in text)


def ask_profile(default: Profile) -> Profile:
    """The kind of body."""
    from mzsh.errors import MzshError
    from mzsh.overview.opening import PROFILES, known_profile

    while True:
        try:
            return known_profile(ask(f"班子类别（{'、'.join(PROFILES)}）", default))
        except MzshError as error:
            out(f"  {error}。{error.hint}")


def ask_day() -> date | None:
    """The day of the meeting; None for not yet."""
    from mzsh.model.values import parse_day

    while True:
        answer = ask("召开日期，如 2022-01-18", "以后再定")
        if answer == "以后再定":
            return None
        try:
            return parse_day(answer)
        except ValueError as error:
            wrong = f"没有“{answer}”这一天" if error.args[0] == "impossible_date" else f"“{answer}”不是日期"
            out(f"  {wrong}。写成 2022-01-18 或 2022年1月18日；没定就直接回车。")


def ask_members(directory: Path, post: str) -> tuple[Member, ...]:
    """The roster from a file, or typed one person a line; empty for later. `post` is an example."""
    from mzsh.errors import MzshError
    from mzsh.office.roster import read_roster

    out("名册可以从 .xlsx、.csv 表里读（姓名、职务、分管单位、负责人……），也可以一人一行输入。")
    while True:
        answer = ask("名册文件", "一人一行输入")
        if answer == "一人一行输入":
            return _typed_members(post)
        try:
            return read_roster(directory / Path(answer.strip("'\"")).expanduser())
        except MzshError as error:
            out(f"  {error}。{error.hint}")


def _typed_members(post: str) -> tuple[Member, ...]:
    from mzsh.office.roster import typed_member, with_secretary

    out(f"一人一行，姓名 职务，如：张卫国 {post}。输完了直接回车；以后再填也直接回车。")
    members: dict[str, Member] = {}
    while True:
        member = typed_member(ask(f"  第{len(members) + 1}人"))
        if member is None:
            return with_secretary(list(members.values()))
        if member.name in members:
            out(f"  “{member.name}”已经写过了；同名的请加注，如 {member.name}（甲）。")
        else:
            members[member.name] = member


def show_milestones(milestones: Sequence[DatedMilestone], *, write: Callable[[str], None] = out) -> None:
    """The milestones as a table: number, what, when, the day with its weekday, what to notice."""
    from mzsh.reports.columns import table

    for line in table([_row(number, one) for number, one in enumerate(milestones, 1)]):
        write(line)
    late = sum(one.is_past for one in milestones)
    if late:
        write(f"  注意：有 {late} 项的日期已经过了，能补的抓紧补，也可以改时限。")


def _row(number: int, one: DatedMilestone) -> tuple[str, ...]:
    day = f"{one.day} 周{_WEEKDAYS[one.day.weekday()]}" if one.day else "日期待定"
    return (f"{number:>2}", one.milestone.name, one.milestone.due, day, "，".join(one.remarks))


def confirm_milestones(milestones: Sequence[Milestone], held_on: date | None, today: date) -> tuple[Milestone, ...]:
    """The milestones as the secretary wants them: Enter takes them, a number changes one."""
    from mzsh.overview.milestones import dated

    wanted = list(milestones)
    if wanted:
        out("\n时间节点（倒数的天数是建议，以上级通知为准）：")
        show_milestones(dated(wanted, held_on, today))
    while wanted:
        answer = ask("都行就直接回车；要改哪一项，输入序号", "")
        if not answer:
            break
        if not answer.isdecimal() or not 1 <= int(answer) <= len(wanted):
            out(f"  序号是 1 到 {len(wanted)}。")
            continue
        index = int(answer) - 1
        wanted[index] = wanted[index].model_copy(update={"due": _ask_due(wanted[index])})
        out("  " + "  ".join(_row(index + 1, dated([wanted[index]], held_on, today)[0])).rstrip())
    return tuple(wanted)


def _ask_due(milestone: Milestone) -> str:
    from mzsh.model.values import parse_due

    while True:
        answer = ask(f"  “{milestone.name}”的时限（日期，或 会前20日、会后5个工作日）", milestone.due)
        if parse_due(answer) is not None:
            return answer
        out(f"  “{answer}”不是时限。")
