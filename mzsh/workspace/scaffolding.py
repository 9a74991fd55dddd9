"""A new workspace: which files it has, computed purely; and writing new files, which never overwrites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mzsh.errors import MzshError
from mzsh.model.deadlines import Milestone
from mzsh.workspace import scaffold_materials as materials
from mzsh.workspace import scaffold_registers as registers
from mzsh.workspace.editors import editor_files
from mzsh.workspace.files import write_text
from mzsh.workspace.scaffold_materials import PlannedTalk, Setting
from mzsh.workspace.scaffold_registers import PastItem
from mzsh.workspace.scaffold_text import NewFile, render, source_of
from mzsh.workspace.walking import ROOT_FILE

CI_FILES = {
    "github": ".github/workflows/check.yml",
    "gitlab": ".gitlab-ci.yml",
    "gitee": ".workflow/check.yml",
}
"""Where each code host looks for what it is to run."""

_EMPTY_FOLDERS = ("01-方案", "02-学习研讨", "08-会议", "09-报告", "11-往年/提纲", "收件箱")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All that a new workspace is made from.

    `talks` are the required ones; `past_items` and `past_files` come from last year's workspace, `carried` are
    last year's settings as they stand there; `ci` is a code host of CI_FILES or empty; `editor` asks for VS Code's
    settings.
    """

    setting: Setting
    milestones: tuple[Milestone, ...] = ()
    talks: tuple[PlannedTalk, ...] = ()
    past_items: tuple[PastItem, ...] = ()
    past_files: tuple[NewFile, ...] = ()
    carried: str = ""
    own_preset: NewFile | None = None
    ci: str = ""
    editor: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """The paths that were written, and those that were there already and were left as they are."""

    made: tuple[str, ...]
    kept: tuple[str, ...]


def workspace_files(answers: Answers) -> tuple[NewFile, ...]:
    """Every file of the new workspace; 会议.yml, which makes a folder a workspace, comes last."""
    setting = answers.setting
    members = [member for member in setting.meeting.members if member.name]
    return (
        *_plain_files(answers),
        registers.deadlines(answers.milestones),
        registers.solicitation(setting),
        registers.opinions(setting),
        registers.talk_register(answers.talks),
        materials.statement(setting),
        *(materials.outline(setting, member) for member in members),
        *(materials.criticism(setting, member.name) for member in members),
        registers.dual_life(setting),
        registers.last_year(answers.past_items),
        registers.superior_issues(),
        *answers.past_files,
        registers.meeting_file(setting, answers.carried),
    )


def _plain_files(answers: Answers) -> tuple[NewFile, ...]:
    """What is the same for every meeting."""
    ci = [NewFile(CI_FILES[answers.ci], source_of(f"ci/{answers.ci}.yml"))] if answers.ci else []
    return (
        NewFile("说明.md", render("guide.md", title=answers.setting.title)),
        git_ignores(),
        NewFile("模板/说明.md", source_of("overrides.md")),
        *([answers.own_preset] if answers.own_preset else []),
        *(NewFile(f"{folder}/.gitkeep", "") for folder in _EMPTY_FOLDERS),
        *ci,
        *(editor_files() if answers.editor else ()),
    )


def git_ignores() -> NewFile:
    """What git leaves out: rendered papers, 应说明事项, the temporary files of editors."""
    return NewFile(".gitignore", source_of("gitignore"))


def write_new(root: Path, files: Iterable[NewFile]) -> Written:
    """Write the files that are not there yet. Where one cannot be written, those of this call are taken back."""
    made: list[str] = []
    kept: list[str] = []
    missing_folders = _missing_folders(root)
    try:
        for file in files:
            target = root / file.path
            if target.exists() or target.is_symlink():
                kept.append(file.path)
                continue
            missing_folders += _missing_folders(target.parent)
            write_text(target, file.text)
            made.append(file.path)
    except MzshError:
        _take_back([root / path for path in made], missing_folders)
        raise
    return Written(tuple(made), tuple(kept))


def is_workspace(root: Path) -> bool:
    """Whether the folder itself is a workspace."""
    return (root / ROOT_FILE).exists()


def _missing_folders(folder: Path) -> list[Path]:
    """The folder and those above it that do not exist, the outer ones first."""
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    return missing[::-1]


def _take_back(files: Iterable[Path], folders: Iterable[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
    for folder in sorted(set(folders), key=lambda path: len(path.parts), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
