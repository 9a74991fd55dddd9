"""The hook for pre-commit, run by the real pre-commit on a repository of a test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project.checkout import ROOT
from tests.support.folder import MeetingFolder

pytestmark = pytest.mark.slow

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
UNKNOWN_KEY = ("06-发言提纲/李明.md", "本人撰写: true", "本人撰写: true\n本人签名: true")


def run(*command: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run a Python module in a folder; what git and pre-commit keep lies in the test's own place."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {
        **known,
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "PRE_COMMIT_HOME": str(home),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


class Repository:
    """A git repository with the hook, which runs the mzsh of this checkout instead of one that pre-commit installs."""

    def __init__(self, root: Path, home: Path, **changed: Any) -> None:
        self.root, self.home = root, home
        (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
        entry = f'"{sys.executable}" -m {hook["entry"]}'
        local = {**hook, "entry": entry, "language": "system", **changed}
        config = {"repos": [{"repo": "local", "hooks": [local]}]}
        (root / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
        self.git("init", "-q")
        self.git("add", "-A")

    def git(self, *arguments: str) -> None:
        done = run("git", "-c", "user.name=甲", "-c", "user.email=a@b.c", *arguments, folder=self.root, home=self.home)
        assert done.returncode == 0, done.stdout

    def hook(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return run(sys.executable, "-m", "pre_commit", "run", *arguments, folder=self.root, home=self.home)


def test_the_manifest_is_one_and_the_command_is_ours(tmp_path: Path) -> None:
    done = run(
        sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST), folder=tmp_path, home=tmp_path / "家"
    )
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))

    assert done.returncode == 0, done.stdout
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("mzsh-check", "python", False)
    assert (hook["entry"], hook["args"]) == ("mzsh", ["check"])
    assert f"- id: {hook['id']}" in (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def test_a_clean_workspace_may_be_committed_and_a_fault_may_not(meeting: MeetingFolder, tmp_path: Path) -> None:
    repository = Repository(meeting.root, tmp_path / "家", args=["check", "--today", "2022-03-20"])

    clean = repository.hook("--all-files")
    meeting.replace(*UNKNOWN_KEY)
    repository.git("add", "-A")
    faulty = repository.hook("--all-files")

    assert clean.returncode == 0, clean.stdout
    assert "民主生活会材料检查" in clean.stdout
    assert faulty.returncode == 1
    assert "MZ005" in faulty.stdout


def test_other_files_do_not_call_it(meeting: MeetingFolder, tmp_path: Path) -> None:
    repository = Repository(meeting.root, tmp_path / "家")
    meeting.replace(*UNKNOWN_KEY)
    (meeting.root / "照片.jpg").write_bytes(b"jpg")

    done = repository.hook("--files", "照片.jpg")

    assert done.returncode == 0, done.stdout
    assert "Skipped" in done.stdout


def test_the_workspace_may_lie_in_a_folder_of_the_repository(meeting: MeetingFolder, tmp_path: Path) -> None:
    root = tmp_path / "仓库"
    root.mkdir()
    meeting.root.rename(root / "2021年民主生活会")
    inside = MeetingFolder(root / "2021年民主生活会")
    arguments = ["-C", "2021年民主生活会", "check", "--today", "2022-03-20"]
    repository = Repository(root, tmp_path / "家", args=arguments, files="^2021年民主生活会/")
    (root / "readme.md").write_text("别的\n", encoding="utf-8")
    repository.git("add", "-A")

    assert repository.hook("--all-files").returncode == 0
    assert "Skipped" in repository.hook("--files", "readme.md").stdout
    inside.replace(*UNKNOWN_KEY)
    repository.git("add", "-A")
    assert repository.hook("--all-files").returncode == 1
