"""A git repository for a new workspace: on branch main, Chinese paths readable, no remote, nobody's name invented."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path

_TIMEOUT = 60
_OF_ANOTHER = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"})
"""Variables by which git, running us from a hook, would point at its own repository."""


def path_in_repository(root: Path) -> str:
    """A workspace's path from the top of its git repository, ending in `/`; empty at the top or without git."""
    top = next((folder for folder in (root, *root.parents) if os.path.lexists(folder / ".git")), root)
    inside = root.relative_to(top).as_posix()
    return "" if inside == "." else f"{inside}/"


class GitStart(Enum):
    """What became of it."""

    COMMITTED = "committed"
    NO_USER = "no user"
    INSIDE_ANOTHER = "inside another"
    NO_GIT = "no git"
    FAILED = "failed"
    NOT_WANTED = "not wanted"


def start_repository(root: Path, paths: Sequence[str], message: str) -> GitStart:
    """Make a repository of a folder and commit the given files, if git knows who commits."""
    try:
        return _start(root, paths, message)
    except FileNotFoundError:
        return GitStart.NO_GIT
    except (OSError, subprocess.SubprocessError):
        return GitStart.FAILED


def _start(root: Path, paths: Sequence[str], message: str) -> GitStart:
    if _git(root, "rev-parse", "--is-inside-work-tree", check=False).returncode == 0:
        return GitStart.INSIDE_ANOTHER
    _git(root, "init", "--quiet")
    _git(root, "symbolic-ref", "HEAD", "refs/heads/main")
    _git(root, "config", "core.quotepath", "false")
    who = [_git(root, "config", "--get", f"user.{key}", check=False).stdout.strip() for key in ("name", "email")]
    if not all(who):
        return GitStart.NO_USER
    _git(root, "add", "--", *paths)
    _git(root, "commit", "--quiet", "-m", message)
    return GitStart.COMMITTED


def earlier_versions(root: Path, path: str, *, limit: int = 200) -> Iterator[bytes]:
    """What a file held in the commits that changed it, the last first; nothing where there is no git or no history."""
    try:
        log = _git(root, "log", f"--max-count={limit}", "--format=%H", "--", path)
        for commit in log.stdout.decode("ascii").split():
            shown = _git(root, "show", f"{commit}:./{path}", check=False)
            if shown.returncode == 0:
                yield shown.stdout
    except (OSError, subprocess.SubprocessError):
        return


def _git(root: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["git", *arguments],
        cwd=root,
        env={name: value for name, value in os.environ.items() if name not in _OF_ANOTHER},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_TIMEOUT,
        check=check,
    )
