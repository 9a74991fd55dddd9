from __future__ import annotations

import pytest

from mzsh.cli.running import run
from tests.support.folder import MeetingFolder

TALK = "04-谈心谈话/张卫国-李明.md"
TODAY = ("--today", "2022-03-20")


def fix(meeting: MeetingFolder, *more: str) -> int:
    return run(["-C", str(meeting.root), "check", *TODAY, "--fix", *more])


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("地点: 市委谈话室", "地点：市委谈话室"),
        ("谈话人: 张卫国", "谈话人: “张卫国”"),
        ("五避免: 全部", "五避勉: 全部"),
    ],
    ids=["colon", "quotes", "key"],
)
def test_what_has_one_right_form_is_put_right(meeting: MeetingFolder, good: str, bad: str) -> None:
    before = meeting.read(TALK)
    meeting.replace(TALK, good, bad)

    assert fix(meeting) == 0

    assert meeting.read(TALK) == before


def test_a_gbk_file_becomes_utf8_and_keeps_its_line_ends(meeting: MeetingFolder) -> None:
    text = meeting.read(TALK)
    meeting.write_bytes(TALK, text.replace("\n", "\r\n").encode("gb18030"))

    assert fix(meeting) == 0

    assert meeting.path(TALK).read_bytes() == text.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("地点: 市委谈话室", "地点: 市委谈话室\n心情: 好"),
        ("日期: 2021-12-29", "日期: 2021-12-32"),
        ("谈话对象: 李明", "谈话对象: 李朋"),
    ],
    ids=["no-near-key", "impossible-day", "name"],
)
def test_what_has_no_one_right_form_is_left_alone(meeting: MeetingFolder, good: str, bad: str) -> None:
    meeting.replace(TALK, good, bad)
    before = meeting.path(TALK).read_bytes()

    assert fix(meeting) == 1

    assert meeting.path(TALK).read_bytes() == before


def test_text_in_the_body_is_never_touched(meeting: MeetingFolder) -> None:
    meeting.replace(TALK, "# 谈话记录：张卫国—李明", "# 谈话记录：张卫国—李明\n\n地点：“市委”")
    before = meeting.path(TALK).read_bytes()

    assert fix(meeting) == 0

    assert meeting.path(TALK).read_bytes() == before


def test_diff_only_shows(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.replace(TALK, "地点: 市委谈话室", "地点：市委谈话室")
    before = meeting.path(TALK).read_bytes()

    assert fix(meeting, "--diff") == 1

    assert meeting.path(TALK).read_bytes() == before
    assert "-地点：市委谈话室\n+地点: 市委谈话室" in capsys.readouterr().err


def test_only_the_paths_that_were_asked_for(meeting: MeetingFolder) -> None:
    meeting.replace(TALK, "地点: 市委谈话室", "地点：市委谈话室")

    fix(meeting, "06-发言提纲")

    assert "地点：市委谈话室" in meeting.read(TALK)
