"""A workspace's own preset and profile in 模板/: what `check` says of them and what `--fix` mends."""

import re

import pytest

from mzsh.cli.running import run
from tests.support.folder import MeetingFolder

PROFILE = "模板/profiles/常委会.yml"
PRESET = "模板/presets/2021.yml"
TODAY = ("--today", "2022-03-20")


def check(meeting: MeetingFolder, *options: str) -> int:
    return run(["-C", str(meeting.root), "check", *TODAY, *options])


def test_a_broken_preset_is_one_finding_and_the_others_still_come(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting.write(PRESET, "类型: 预设\n方面: [\n")
    meeting.remove_talk("李明", "王芳")

    assert check(meeting) == 1

    told = capsys.readouterr()
    assert sorted(re.findall(r"错误 (MZ\d{3})", told.out)) == ["MZ002", "MZ301"]
    assert PRESET in told.out.splitlines()
    assert told.err == ""


def test_a_broken_profile_stops_no_command(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.write(PROFILE, "- 常委会\n")

    assert run(["-C", str(meeting.root), "status", *TODAY]) == 0
    assert run(["-C", str(meeting.root), "render", "plan", "--format", "md"]) == 0
    assert check(meeting) == 1
    assert f"{PROFILE}\n  1:1  错误 MZ012  文件是空的，或者不是“键: 值”的写法" in capsys.readouterr().out


def test_what_can_be_mended_is_mended(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.write(PROFILE, "类型: 班子类别\n通报范围: [市级班子、基层党委]  # 照旧\n")

    assert check(meeting, "--fix") == 0

    assert meeting.read(PROFILE) == "类型: 班子类别\n通报范围: [市级班子, 基层党委]  # 照旧\n"
    assert check(meeting) == 0
    capsys.readouterr()


def test_an_own_share_decides_how_many_must_come(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.write(PROFILE, "类型: 班子类别\n到会比例: 90%\n")
    meeting.replace("08-会议/会议记录.md", "出席: [张卫国, 李明, 王芳]", "出席: [张卫国, 李明]")

    assert check(meeting, "--select", "MZ601") == 1

    assert "应到3人，实到2人，不足9/10（至少3人）" in capsys.readouterr().out
