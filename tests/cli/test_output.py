"""Where results go, and what happens when they cannot go there."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from mzsh.cli.running import run
from tests.support.folder import MeetingFolder

ROOT = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no /dev")


def check(meeting: MeetingFolder, *more: str) -> int:
    return run(["-C", str(meeting.root), "check", "--today", "2022-03-20", *more])


def command(meeting: MeetingFolder, *more: str) -> list[str]:
    return [sys.executable, "-m", "mzsh", "-C", str(meeting.root), "check", "--today", "2022-03-20", *more]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.mark.parametrize("name", ["text", "json", "sarif", "junit", "github", "gitlab"])
def test_every_format_goes_to_a_file_and_nothing_to_the_screen(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    meeting.remove_talk("李明", "王芳")

    assert check(meeting, "--format", name, "--output", "结果") == 1

    assert "MZ301" in meeting.read("结果")
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[0] == f"检查结果写到了 {meeting.root / '结果'}"


def test_no_folder_is_made_for_the_output(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(meeting, "--output", "没有的/结果.txt") == 2

    assert "这个文件夹，没有写 结果.txt" in capsys.readouterr().err
    assert not meeting.path("没有的").exists()


@POSIX
def test_a_full_disk_is_told(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(meeting, "--output", "/dev/full") == 2

    assert capsys.readouterr().err.splitlines()[0] == "mzsh：写不了 /dev/full：磁盘满了"
    assert not Path("/dev/full").is_file()


@POSIX
def test_standard_output_on_a_full_disk_is_told(meeting: MeetingFolder) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(command(meeting), stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)

    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "mzsh：结果写不出去：磁盘满了，或者不能写",
        "  → 腾出空间，或用 --output 写到别处",
    ]


_LONG = "长" * 100


@POSIX
@pytest.mark.parametrize(
    "arguments",
    [
        ["demo", _LONG], ["init", _LONG, "--yes"], ["init", "甲", "--yes", "--roster", f"{_LONG}.csv"],
        ["-C", _LONG, "check"], ["check", _LONG], ["check", "--output", _LONG], ["check", "--baseline", _LONG],
        ["fill", f"{_LONG}.md"], ["review", f"{_LONG}.md", "--step", "报送"],
    ],
)  # fmt: skip
def test_a_name_that_no_disk_takes_is_no_bug(
    meeting: MeetingFolder, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(meeting.root)

    assert run(arguments) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"mzsh：打不开 {'长' * 24}……：文件名太长",
        "  → 请检查名字和目录权限",
    ]


@POSIX
def test_an_example_that_cannot_be_copied_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("甲").touch()
    assert run(["demo", "甲/乙"]) == 2
    assert capsys.readouterr().err.splitlines()[0] == "mzsh：复制不到 甲/乙：上一级是文件，不是文件夹"

    def fill_the_disk(*_: object, **__: object) -> None:
        raise shutil.Error([("a", "b", "[Errno 28] No space left on device"), ("c", "d", "…")])

    monkeypatch.setattr(shutil, "copytree", fill_the_disk)
    assert run(["demo"]) == 2
    assert capsys.readouterr().err.splitlines()[0] == "mzsh：复制不到 mzsh-演示：有 2 份文件没有复制过去"


@POSIX
def test_a_reader_that_went_away_is_no_fault(meeting: MeetingFolder) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        done = subprocess.run(
            command(meeting, "--format", "json"), stdout=closed, stderr=subprocess.PIPE, env=environment(), check=False
        )

    assert (done.returncode, done.stderr) == (0, b"")


@POSIX
@pytest.mark.parametrize("module", ["mzsh.cli.running", "mzsh.cli.screen", "mzsh.rules.running"])
def test_an_interruption_is_130_in_every_phase(meeting: MeetingFolder, tmp_path: Path, module: str) -> None:
    """The process interrupts itself while it imports a module: at the very start, and in the middle."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n",
        encoding="utf-8",
    )
    env = {**environment(), "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}

    done = subprocess.run(command(meeting), capture_output=True, env=env, check=False)

    assert done.returncode == 130
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
@pytest.mark.parametrize("name", ["json", "sarif", "junit", "github", "gitlab"])
def test_no_console_makes_a_format_fail(
    meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch, encoding: str, name: str
) -> None:
    meeting.remove_talk("李明", "王芳")
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))

    code = check(meeting, "--format", name)
    sys.stdout.flush()

    text = raw.getvalue().decode("utf-8" if name == "github" else encoding)
    assert code == 1
    if name == "junit":
        assert "李明与王芳还没有谈话记录" in etree.fromstring(text.encode())[0][0][0].get("message", "")
    elif name == "github":
        assert "::李明与王芳还没有谈话记录%0A" in text
    else:
        assert "李明与王芳还没有谈话记录" in json.dumps(json.loads(text), ensure_ascii=False)


def test_half_a_character_in_a_file_makes_nothing_fail(meeting: MeetingFolder) -> None:
    meeting.replace("08-会议/会议记录.md", "主持: 张卫国", 'chair: "\\ud83d 张"\n主持: 张卫国')

    for name in ("text", "json", "sarif", "junit", "github", "gitlab"):
        assert check(meeting, "--format", name, "--output", "结果") in (0, 1)


def test_a_crash_in_one_rule_leaves_a_log_and_the_rest_runs(
    meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from mzsh.rules import running

    judged = running.severity_of

    def sometimes(rule: running.Rule, *rest: object) -> object:
        if rule.id == "MZ304":
            raise RuntimeError("boom")
        return judged(rule, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "severity_of", sometimes)
    meeting.replace("04-谈心谈话/张卫国-李明.md", "地点: 市委谈话室", "地点: 市委谈话室\n方式: 电话")
    meeting.remove_talk("李明", "王芳")

    assert check(meeting) == 3

    told = capsys.readouterr()
    assert "MZ301" in told.out
    assert "规则 MZ304 出错（04-谈心谈话/张卫国-李明.md）：RuntimeError: boom" in re.sub(r"\n\s*", "", told.out)
    log = Path(told.err.strip().rsplit("：", 1)[1])
    assert "RuntimeError: boom" in log.read_text(encoding="utf-8")
    assert "Traceback" in log.read_text(encoding="utf-8")
    log.unlink()


def test_github_actions_gets_a_page_with_the_counts(
    meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("前一步写的\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    meeting.remove_talk("李明", "王芳")

    check(meeting, "--format", "json")
    check(meeting, "--format", "github")

    assert page.read_text(encoding="utf-8").splitlines() == [
        "前一步写的",
        "### 民主生活会材料检查（会后，2022-03-20，30 份文件）",
        "",
        "| 规则 | 错误 | 警告 | 提示 |",
        "|---|---:|---:|---:|",
        "| MZ301 该谈的还没有谈 | 1 | 0 | 0 |",
    ]
