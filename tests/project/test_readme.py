"""The README does what it says: its walk is walked, its commands are the ones that CI runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from mzsh.cli.app import COMMANDS
from tests.project.checkout import ROOT
from tests.project.walk import Deed, Walker, agrees, steps

CHINESE = (ROOT / "README.md").read_text(encoding="utf-8")
ENGLISH = (ROOT / "README.en.md").read_text(encoding="utf-8")
SET_UP = re.compile(r"^(?:python3 -m venv|cmd /c \"py -m venv) .*$", re.MULTILINE)


def test_the_walk_prints_what_is_shown(tmp_path: Path) -> None:
    folder = tmp_path / "空文件夹"
    folder.mkdir()
    walker = Walker(folder)

    for step in steps(CHINESE):
        if isinstance(step, Deed):
            walker.do(step)
        else:
            printed = walker.run(step.command)
            assert agrees(printed, step.lines), f"$ {step.command}\n" + "\n".join(printed)

    assert sorted(path.name for path in folder.rglob("输出/*")) == ["专题报告.docx", "发言提纲-李明.docx"]


def test_the_walk_is_there() -> None:
    commands = [step.command.split()[1] for step in steps(CHINESE) if not isinstance(step, Deed)]

    assert commands == ["init", "临江", "status", "fill", "check", "check", "review", "render", "render", "render"]


def test_two_commands_and_their_windows_forms() -> None:
    commands = SET_UP.findall(CHINESE)

    assert [command.startswith("python3") for command in commands] == [True, False, True, False]
    assert SET_UP.findall(ENGLISH) == commands
    for posix, windows in zip(commands[::2], commands[1::2], strict=True):
        assert _as_posix(windows) == posix.replace("'", "")


def _as_posix(windows: str) -> str:
    """The Windows form said in the other's words."""
    inside = windows.removeprefix('cmd /c "').removesuffix('"').replace("py -m venv", "python3 -m venv")
    return inside.replace("\\", "/").replace("/Scripts/", "/bin/")


@pytest.mark.skipif(sys.platform == "win32", reason="CI runs bash")
def test_ci_runs_the_test_command_of_the_readme() -> None:
    shown = subprocess.run(["bash", ".ci/run", "--show"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")

    assert shown.stdout.strip() == SET_UP.findall(CHINESE)[2]
    assert "pytest" in shown.stdout


@pytest.mark.parametrize(("name", "alias"), COMMANDS)
def test_every_command_is_listed(name: str, alias: str) -> None:
    assert re.search(rf"^\| `mzsh {name}\b.*\| `mzsh {alias}` \|", CHINESE, re.MULTILINE)
    assert f"`mzsh {name}" in ENGLISH


def test_links_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "README.en.md", *(ROOT / "docs").rglob("*.md")]
    missing = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert missing == []
