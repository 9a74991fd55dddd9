from __future__ import annotations

import pytest

from mzsh.cli.running import run
from tests.support.fingerprint import fingerprint
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
        ("日期: 2021-12-29", "日期: 2021-12-29\n完成人数: 多"),
        ("五避免: 全部", "五避勉: 差不多"),
    ],
    ids=["no-near-key", "impossible-day", "name", "near-nothing-much", "value-of-another-kind"],
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


LETTERS = "03-征求意见/征求意见.yml"
MINUTES = "08-会议/会议记录.md"
OUTLINE = "06-发言提纲/李明.md"
MILESTONES = "时间节点.yml"


def test_one_run_puts_everything_right(meeting: MeetingFolder) -> None:
    before = {name: meeting.read(name) for name in (TALK, MINUTES)}
    meeting.replace(TALK, "地点: 市委谈话室", "地点：“市委谈话室”")
    meeting.replace(TALK, "五避免: 全部", "五避勉：全部")
    meeting.replace(MINUTES, "出席: [张卫国, 李明, 王芳]", "出席：[张卫国，李明，王芳]")

    assert fix(meeting) == 0

    assert {name: meeting.read(name) for name in before} == before


def test_a_second_run_finds_nothing_to_do(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.replace(TALK, "地点: 市委谈话室", "地点：“市委谈话室”")
    fix(meeting)
    assert "已改" in capsys.readouterr().err

    fix(meeting)

    assert capsys.readouterr().err == ""


def test_what_was_done_is_told_line_by_line(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.replace(TALK, "地点: 市委谈话室", "地点：“市委谈话室”")

    fix(meeting)

    assert capsys.readouterr().err.splitlines() == [
        f"已改 {TALK} 第8行：“地点”后面是全角冒号，应为半角冒号加一个空格",
        f"已改 {TALK} 第8行：“市委谈话室”用了全角引号，引号会成为内容的一部分",
    ]


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        (MINUTES, "主持: 张卫国", "主持: 张卫国\n主持: 张卫国"),
        (MINUTES, "主持: 张卫国", "主持: 张卫国\nchair: 张卫国"),
    ],
    ids=["twice", "both-names"],
)
def test_a_key_that_says_the_same_twice_is_said_once(meeting: MeetingFolder, name: str, good: str, bad: str) -> None:
    before = meeting.read(name)
    meeting.replace(name, good, bad)

    assert fix(meeting) == 0

    assert meeting.read(name) == before


@pytest.mark.parametrize(
    "bad",
    [
        "主持: 张卫国\n主持: 李明",
        "主持: 张卫国\nchair: 李明",
        '主持: 张卫国\n主持: "张卫国"',
        "主持: 张卫国\n主持: 张卫国  # 王芳记得也是他",
    ],
    ids=["another value", "another value in English", "quoted", "with a remark"],
)
def test_two_keys_are_left_alone_where_a_person_must_choose(meeting: MeetingFolder, bad: str) -> None:
    meeting.replace(MINUTES, "主持: 张卫国", bad)
    before = meeting.read(MINUTES)

    assert fix(meeting) == 1

    assert meeting.read(MINUTES) == before


def test_two_wrong_keys_that_mean_the_same_are_left_alone(meeting: MeetingFolder) -> None:
    meeting.replace(TALK, "五避免: 全部", "五避勉: 全部\n五避兔: 全部")
    before = meeting.read(TALK)

    assert fix(meeting) == 1

    assert meeting.read(TALK) == before


UNUSED = "  # mzsh: 忽略 MZ502 由上级定\n"


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        (MILESTONES, "节点:\n", f"节点:\n{UNUSED}"),
        (MILESTONES, "节点:\n", f"节点:\n{UNUSED}  # 说明\n"),
        (OUTLINE, "# 个人发言提纲", "<!-- mzsh: 忽略 MZ104 上级同意 -->\n# 个人发言提纲"),
        (OUTLINE, "---\n类型: 发言提纲", "---\n# mzsh: 忽略 MZ106 补签\n类型: 发言提纲"),
    ],
    ids=["YAML", "beside another comment", "Markdown", "front matter"],
)
def test_a_comment_that_silences_nothing_goes(meeting: MeetingFolder, name: str, good: str, bad: str) -> None:
    text = meeting.read(name)
    assert good in text
    meeting.write(name, text.replace(good, bad, 1))

    assert fix(meeting, "--fail-on", "warning") == 0

    kept = "  # 说明\n" if "说明" in bad else ""
    assert meeting.read(name) == text.replace(good, good + kept, 1)


def test_windows_line_ends_stay_where_a_comment_goes(meeting: MeetingFolder) -> None:
    text = meeting.read(MILESTONES).replace("\n", "\r\n")
    meeting.write_bytes(MILESTONES, text.replace("节点:\r\n", "节点:\r\n  # mzsh: 忽略 MZ502 由上级定\r\n").encode())

    assert fix(meeting, "--fail-on", "warning") == 0

    assert meeting.path(MILESTONES).read_bytes() == text.encode()


def test_a_comment_of_which_one_rule_is_used_is_narrowed(meeting: MeetingFolder) -> None:
    meeting.replace(MILESTONES, "时限: 2021-12-10, 责任: 市委组织部, ", "时限: 2021-12-10, ")
    meeting.replace(MILESTONES, "节点:\n", "节点:\n  # mzsh: 忽略 MZ501、MZ502 由上级定\n")

    assert fix(meeting, "--fail-on", "warning") == 0

    assert "节点:\n  # mzsh: 忽略 MZ502 由上级定\n" in meeting.read(MILESTONES)


@pytest.mark.parametrize(
    "comment",
    [
        "  # mzsh: 忽略 MZ502\n",
        "  # mzsh: 忽略 由上级定\n",
        "  # 另见函件。mzsh: 忽略 MZ502 由上级定\n",
    ],
    ids=["without a reason", "without a rule", "other words before it"],
)
def test_a_comment_that_a_person_should_look_at_stays(meeting: MeetingFolder, comment: str) -> None:
    meeting.replace(MILESTONES, "节点:\n", f"节点:\n{comment}")
    before = meeting.read(MILESTONES)

    fix(meeting)

    assert meeting.read(MILESTONES) == before


@pytest.mark.parametrize(
    "part", [("--select", "MZ0"), ("--ignore", "MZ7"), (MILESTONES,)], ids=["select", "ignore", "path"]
)
def test_comments_stay_where_only_a_part_was_checked(meeting: MeetingFolder, part: tuple[str, ...]) -> None:
    meeting.replace(MILESTONES, "节点:\n", f"节点:\n{UNUSED}")
    before = meeting.read(MILESTONES)

    fix(meeting, *part)

    assert meeting.read(MILESTONES) == before


def test_an_approval_outlives_the_comment(meeting: MeetingFolder) -> None:
    meeting.replace(OUTLINE, "# 个人发言提纲", "<!-- mzsh: 忽略 MZ104 上级同意 -->\n\n# 个人发言提纲")
    meeting.approve()
    approved = fingerprint(meeting.read(OUTLINE))

    fix(meeting)

    assert "忽略" not in meeting.read(OUTLINE)
    assert fingerprint(meeting.read(OUTLINE)) == approved


def test_diff_shows_comments_too_and_writes_nothing(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.replace(MILESTONES, "节点:\n", f"节点:\n{UNUSED}")
    before = meeting.read(MILESTONES)

    fix(meeting, "--diff")

    assert meeting.read(MILESTONES) == before
    assert "-  # mzsh: 忽略 MZ502 由上级定" in capsys.readouterr().err


def test_what_was_not_asked_for_stays(meeting: MeetingFolder) -> None:
    meeting.replace(TALK, "地点: 市委谈话室", "地点：市委谈话室")

    for options in (("--ignore", "MZ003"), ("--select", "MZ301")):
        fix(meeting, *options)
        assert "地点：市委谈话室" in meeting.read(TALK)


def test_what_a_comment_silences_stays(meeting: MeetingFolder) -> None:
    meeting.replace(MILESTONES, "节点:\n", "# mzsh: 忽略 MZ005 外单位的模板\n节单: []\n节点:\n")

    fix(meeting)

    assert "节单: []" in meeting.read(MILESTONES)


def test_a_comment_that_will_be_needed_stays(meeting: MeetingFolder) -> None:
    comment = "  # mzsh: 忽略 MZ501 年后补办\n"
    row = "  - {名称: 双重组织生活"
    meeting.replace(MILESTONES, row, comment + row)
    meeting.replace(MILESTONES, "责任: 各位常委, 完成: 2022-02-25}", "责任: 各位常委}")

    run(["-C", str(meeting.root), "check", "--today", "2022-01-20", "--fix"])

    assert comment in meeting.read(MILESTONES)


def test_a_key_that_may_mean_something_else_is_left_alone(meeting: MeetingFolder) -> None:
    meeting.replace(OUTLINE, "        思想根源: 把主持学习当成差事", "        成因: 把主持学习当成差事")

    fix(meeting)

    assert "        成因: 把主持学习当成差事" in meeting.read(OUTLINE)


def test_a_lost_first_line_is_put_back(meeting: MeetingFolder) -> None:
    text = meeting.read(OUTLINE)
    meeting.write(OUTLINE, text.removeprefix("---\n"))

    fix(meeting)

    assert meeting.read(OUTLINE) == text
