"""`init`: a new workspace from the secretary's answers, written without overwriting anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mzsh.errors import MzshError
from mzsh.model.deadlines import Milestone
from mzsh.model.meeting import Meeting
from mzsh.model.record import Record
from mzsh.overview.carrying import carried_settings, past_files, past_items
from mzsh.overview.opening import Opening, setting_of
from mzsh.planning.duties import required_talks
from mzsh.workspace.fields import fields_of
from mzsh.workspace.loading import load
from mzsh.workspace.repository import GitStart, start_repository
from mzsh.workspace.scaffold_materials import PlannedTalk, Setting
from mzsh.workspace.scaffolding import Answers, Written, is_workspace, workspace_files, write_new


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """All that is settled before a new workspace is written; `ci` is a code host or empty."""

    opening: Opening
    milestones: tuple[Milestone, ...]
    ci: str = ""
    with_git: bool = True
    editor: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """What was made: the files, what became of git, how many talks are due, and what 会议.yml still lacks."""

    written: Written
    git: GitStart
    members: int
    talks: int
    milestones: int
    past_items: int
    past_files: int
    unfilled: tuple[str, ...]


def refuse_existing(directory: Path) -> None:
    """MzshError where the folder is a workspace already, or no folder."""
    if is_workspace(directory):
        raise MzshError(
            f"{directory} 已经是工作文件夹（里面有 会议.yml），没有改动",
            hint=f"接着用：mzsh -C {directory} status；补缺的文件：mzsh -C {directory} new --all",
        )
    if directory.exists() and not directory.is_dir():
        raise MzshError(f"{directory} 是一个文件，不是文件夹", hint="换一个文件夹名")


def start(directory: Path, beginning: Beginning) -> Started:
    """Write the new workspace and put it under git. MzshError where a file cannot be written: then nothing stays."""
    refuse_existing(directory)
    previous = beginning.opening.previous
    items = past_items(previous) if previous else ()
    setting = setting_of(beginning.opening, frozenset(item.owner for item in items))
    talks = planned_talks(setting)
    answers = Answers(
        setting=setting,
        milestones=beginning.milestones,
        talks=talks,
        past_items=items,
        past_files=past_files(previous) if previous else (),
        carried=carried_settings(previous.meeting) if previous else "",
        own_preset=beginning.opening.chosen.copy,
        ci=beginning.ci,
        editor=beginning.editor,
    )
    written = write_new(directory, workspace_files(answers))
    git = GitStart.NOT_WANTED
    if beginning.with_git:
        git = start_repository(directory, written.made, f"新建：{setting.title}")
    return Started(
        written=written,
        git=git,
        members=len(setting.meeting.member_names),
        talks=len(talks),
        milestones=len(beginning.milestones),
        past_items=len(items),
        past_files=len(answers.past_files),
        unfilled=tuple(_unfilled(load(directory).meeting)),
    )


def planned_talks(setting: Setting) -> tuple[PlannedTalk, ...]:
    """The talks that must take place, as rows of the register name them."""
    return tuple(
        PlannedTalk(required.first.name, required.partner, required.relation)
        for required in required_talks(setting.meeting, setting.profile)
    )


def _unfilled(meeting: Meeting) -> Iterator[str]:
    """The keys of 会议.yml that still say 〔待填〕, those below a key in brackets behind it."""
    for info in dict.fromkeys(fields_of(Meeting).values()):
        if info.name in meeting.at.pending:
            yield info.chinese
            continue
        value = getattr(meeting, info.name)
        below = dict.fromkeys(_pending(value))
        if below:
            yield f"{info.chinese}（{'、'.join(below)}）"


def _pending(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _pending(item)
    elif isinstance(value, Record):
        for info in dict.fromkeys(fields_of(type(value)).values()):
            if info.name in value.at.pending:
                yield info.chinese
            else:
                yield from _pending(getattr(value, info.name))
