"""`review --carry`, the optional steps, and what is said of steps that do not fit."""

from __future__ import annotations

import os
import subprocess

import pytest

from mzsh.cli.running import run
from tests.support.fingerprint import fingerprint
from tests.support.folder import MeetingFolder

OUTLINE = "06-发言提纲/李明.md"
OTHER = "06-发言提纲/王芳.md"
STATEMENT = "05-班子材料/班子材料.md"
PLAN = "01-方案/实施方案.md"
CHANGED = (f"{OUTLINE}:1:1 错误 MZ505 报送、书记审阅、上级审定通过以后又改过",)


def review(meeting: MeetingFolder, *arguments: str) -> int:
    return run(["-C", str(meeting.root), "review", *arguments])


def correct(meeting: MeetingFolder) -> None:
    """A slip in 李明's outline is corrected after everybody has passed it."""
    meeting.replace(OUTLINE, "5月12日我带队检查", "5月13日我带队检查")


def commit(meeting: MeetingFolder) -> None:
    """Everything as it stands, in a git repository of its own."""
    who = {f"GIT_{role}_{what}": "值班员@example.com" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**{k: v for k, v in os.environ.items() if not k.startswith("GIT_")}, **who}
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "审定稿")):
        subprocess.run(["git", *arguments], cwd=meeting.root, env=environment, check=True, capture_output=True)


def test_a_carried_approval_shows_the_change_and_counts_again(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(meeting)
    correct(meeting)
    before = meeting.read("审阅.yml")
    assert tuple(meeting.check()) == CHANGED

    code = review(meeting, OUTLINE, "--carry", "改正一个日子", "--date", "2022-01-15")

    printed = capsys.readouterr().out.splitlines()
    assert code == 0
    assert printed[0] == f"--- {OUTLINE}（原来）"
    assert [line[0] for line in printed[3:-1]] == [" ", " ", "-", "+", " ", " "]
    assert "5月12日" in printed[5]
    assert "5月13日" in printed[6]
    assert printed[-1] == f"{OUTLINE}：沿用报送、书记审阅、上级审定的通过（改正一个日子，2022-01-15）"
    added = meeting.read("审阅.yml").removeprefix(before.rstrip("\n"))
    assert added.count(f"指纹: {fingerprint(meeting.read(OUTLINE))}\n    沿用: 改正一个日子\n") == 3
    assert [line.strip() for line in added.splitlines() if "人:" in line] == [
        "人: 市政府办公室",
        "人: 张卫国",
        "人: 省委组织部",
    ]
    assert meeting.check() == []


def test_without_git_it_is_said_that_the_change_cannot_be_shown(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    correct(meeting)

    code = review(meeting, OUTLINE, "--carry", "改正一个日子")

    assert code == 0
    assert f"{OUTLINE}：git 里没有通过时的那一稿，列不出改了哪里，请自己核对" in capsys.readouterr().err.splitlines()
    assert meeting.check() == []


def test_one_step_alone_is_carried_over(meeting: MeetingFolder) -> None:
    correct(meeting)

    review(meeting, OUTLINE, "--step", "报送", "--carry", "改正一个日子")

    assert meeting.check() == [f"{OUTLINE}:1:1 错误 MZ505 书记审阅、上级审定通过以后又改过"]


def test_each_of_the_bodies_that_were_asked_is_carried_over(meeting: MeetingFolder) -> None:
    meeting.replace(STATEMENT, "班子看过三期", "班子看过四期")

    review(meeting, STATEMENT, "--carry", "改正一个数")

    assert meeting.check() == []
    assert meeting.read("审阅.yml").count("沿用: 改正一个数") == 5


def test_a_carried_approval_keeps_its_place_in_the_chain(meeting: MeetingFolder) -> None:
    correct(meeting)
    review(meeting, OUTLINE, "--step", "书记审阅", "--carry", "改正一个日子", "--date", "2022-01-16")
    review(meeting, OUTLINE, "--carry", "改正一个日子", "--date", "2022-01-15")

    assert meeting.check() == []


def test_what_was_changed_is_carried_and_what_was_not_is_said(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    correct(meeting)

    review(meeting, OTHER, OUTLINE, "--carry", "改正一个日子")

    assert f"{OTHER} 通过以后没有改过，用不着沿用" in capsys.readouterr().err
    assert meeting.read("审阅.yml").count("沿用: ") == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((OTHER, "--carry", "改正错字"), "通过以后没有改过，用不着沿用"),
        ((OUTLINE, "--carry", " "), "沿用要写明理由"),
        ((OUTLINE, "--carry", "改正错字", "--return"), "--carry 和 --return 不能一起用"),
        ((OUTLINE, "--carry", "改正错字", "--step", "班子会审议"), f"{OUTLINE} 没有通过的记录，谈不上沿用"),
        ((OUTLINE,), "还没有写办的是哪一步"),
        ((PLAN, "--step", "报送"), f"{PLAN} 不是发言提纲或班子材料"),
        (("08-会议/会议记录.md", "--step", "班子会审议"), "08-会议/会议记录.md 不是方案，也不是整改清单"),
        (("01-方案/方案.docx", "--step", "方案报批"), "01-方案/方案.docx 读不了，记不了内容的指纹"),
    ],
    ids=["unchanged", "no reason", "returned", "never passed", "no step", "step of a plan", "minutes", "Word"],
)
def test_mistakes_write_nothing(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    meeting.write(PLAN, "# 实施方案\n")
    meeting.write_bytes("01-方案/方案.docx", b"PK\3\4\0\0")
    correct(meeting)
    before = meeting.read("审阅.yml")

    code = review(meeting, *arguments)

    assert code == 2
    assert capsys.readouterr().err.splitlines()[0] == f"mzsh：{message}"
    assert meeting.read("审阅.yml") == before


def test_the_plan_is_submitted_and_deliberated(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.write(PLAN, "# 实施方案\n\n一、总体要求\n")

    review(meeting, PLAN, "--step", "班子会审议", "--date", "2021-12-08")
    review(meeting, PLAN, "--step", "方案报批", "--date", "2021-12-09")
    review(meeting, "会议.yml", "--step", "方案报批", "--date", "2021-12-09")
    review(meeting, STATEMENT, "--step", "班子会审议", "--date", "2022-01-05")

    assert capsys.readouterr().out.splitlines() == [
        f"{PLAN}：班子会审议通过（市委常委班子，2021-12-08）",
        f"{PLAN}：方案报批通过（省委组织部，2021-12-09）",
        "会议.yml：方案报批通过（省委组织部，2021-12-09）",
        f"{STATEMENT}：班子会审议通过（市委常委班子，2022-01-05）",
    ]
    assert f"指纹: {fingerprint(meeting.read(PLAN))}" in meeting.read("审阅.yml")
    assert meeting.check() == []


def test_a_statement_changed_after_the_body_deliberated_it(meeting: MeetingFolder) -> None:
    review(meeting, STATEMENT, "--step", "班子会审议")
    meeting.replace(STATEMENT, "班子看过三期", "班子看过四期")

    (found,) = meeting.check()

    assert found.endswith("征求市政协意见、班子会审议通过以后又改过")


def test_a_step_that_does_not_fit_is_recorded_and_noted(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    code = review(meeting, STATEMENT, "--step", "上级审定", "--date", "2022-01-14")

    printed = capsys.readouterr()
    assert code == 0
    assert printed.out == f"{STATEMENT}：上级审定通过（省委组织部，2022-01-14），状态改为“上级已审”\n"
    assert printed.err.splitlines()[0] == (
        f"注意：{STATEMENT} 是班子材料，照规定办的是书记审定、征求四个班子；“上级审定”照记，不能代替其中哪一步"
    )
    assert meeting.check() == []


def test_what_follows_is_said(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    def after(*arguments: str) -> str:
        review(meeting, OUTLINE, "--date", "2022-01-15", *arguments)
        (line,) = capsys.readouterr().err.splitlines()
        return line.removeprefix("已记入 审阅.yml。下一步：")

    returned = after("--step", "书记审阅", "--return")
    correct(meeting)
    resubmitted = after("--step", "报送")
    passed = after("--step", "书记审阅")
    done = after("--step", "上级审定")

    assert returned == "改好以后重新办报送、书记审阅"
    assert resubmitted == f"书记审阅（后面还有上级审定），办后：mzsh review {OUTLINE} --step 书记审阅"
    assert passed == (
        f"上级审定，办后：mzsh review {OUTLINE} --step 上级审定"
        f"；以前通过的是改以前的稿子，只改了错字的：mzsh review {OUTLINE} --carry 改正错字"
    )
    assert done == "要办的审阅都办完了，看全局：mzsh status"
    assert meeting.check() == []


def test_what_follows_is_said_of_each_of_several(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    review(meeting, OUTLINE, OTHER, "--step", "书记审阅", "--return")

    assert capsys.readouterr().err.splitlines() == [
        f"{OUTLINE}：改好以后重新办报送、书记审阅",
        f"{OTHER}：改好以后重新办报送、书记审阅",
        "已记入 审阅.yml。下一步：mzsh status",
    ]
