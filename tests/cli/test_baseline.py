"""check --baseline and --write-baseline as a person uses them."""

from __future__ import annotations

import json

import pytest

from mzsh.cli.running import run
from tests.support.folder import MeetingFolder

TALK = "04-谈心谈话/张卫国-李明.md"
REGISTER = "04-谈心谈话/谈话登记.yml"
PHONE = ("地点: 市委谈话室", "地点: 市委谈话室\n方式: 电话")


def check(meeting: MeetingFolder, *more: str) -> int:
    return run(["-C", str(meeting.root), "check", "--today", "2022-03-20", *more])


def entries(meeting: MeetingFolder, name: str = "基线.json") -> list[tuple[str, str]]:
    return [(one["path"], one["rule"]) for one in json.loads(meeting.read(name))["entries"]]


@pytest.fixture
def known(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> MeetingFolder:
    """A meeting with one error, which is written into the baseline."""
    meeting.replace(TALK, *PHONE)
    assert check(meeting, "--write-baseline") == 0
    capsys.readouterr()
    return meeting


def test_writing_tells_what_was_written_and_where(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.replace(TALK, *PHONE)

    assert check(meeting, "--write-baseline") == 0

    told = capsys.readouterr()
    assert told.err.splitlines() == [
        "写好了基线 基线.json：新增 1 条，保留 0 条，去掉 0 条",
        "以后只看新的：mzsh check --baseline 基线.json",
    ]
    assert told.out.splitlines()[-2:] == ["基线 基线.json 里已有的 1 条没有列出。", "没有发现新的问题。"]
    assert entries(meeting) == [(TALK, "MZ304")]


def test_without_the_option_a_baseline_hides_nothing(known: MeetingFolder) -> None:
    assert check(known) == 1


def test_only_what_is_new_is_told(known: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    known.remove_talk("李明", "王芳")

    assert check(known, "--baseline", "基线.json", "--format", "json") == 1

    document = json.loads(capsys.readouterr().out)
    assert [one["rule"] for one in document["findings"]] == ["MZ301"]
    assert (document["summary"]["error"], document["summary"]["baselined"]) == (1, 1)


def test_a_finding_is_known_wherever_it_moves(known: MeetingFolder) -> None:
    known.replace(TALK, "类型: 谈话记录", "类型: 谈话记录\n# 电话谈的")
    known.path(TALK).rename(known.path("04-谈心谈话/改了名.md"))

    assert check(known, "--baseline", "基线.json") == 0


def test_of_equal_passages_the_one_with_new_words_is_told(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting.remove_talk("李明", "王芳")
    check(meeting, "--write-baseline")
    capsys.readouterr()
    meeting.remove_talk("张卫国", "王芳")

    check(meeting, "--baseline", "基线.json", "--format", "json")

    document = json.loads(capsys.readouterr().out)
    assert [one["message"] for one in document["findings"]] == ["张卫国与王芳还没有谈话记录"]
    assert document["summary"]["baselined"] == 1


def test_another_fault_of_the_same_rule_is_new(known: MeetingFolder) -> None:
    known.replace(TALK, "方式: 电话", "方式: 视频")

    assert check(known, "--baseline", "基线.json") == 1


def test_an_entry_that_no_longer_matches_is_told(known: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    known.replace(TALK, "\n方式: 电话", "")

    assert check(known, "--baseline", "基线.json") == 0

    assert capsys.readouterr().out.splitlines()[-4:] == [
        "基线 基线.json 里已有的 0 条没有列出。",
        "基线里 1 条已经过时（不再出现，重写基线时去掉）：",
        f"  {TALK} MZ304 方式是“电话”，谈心谈话须面对面",
        "没有发现问题。",
    ]


def test_writing_again_adds_keeps_and_drops(known: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    known.remove_talk("李明", "王芳")
    check(known, "--write-baseline")
    assert "新增 1 条，保留 1 条，去掉 0 条" in capsys.readouterr().err

    known.replace(TALK, "\n方式: 电话", "")
    check(known, "--write-baseline")

    assert "新增 0 条，保留 1 条，去掉 1 条" in capsys.readouterr().err
    assert entries(known) == [("会议.yml", "MZ301")]


@pytest.mark.parametrize("part", [("--select", "MZ301"), ("06-发言提纲",)], ids=["rules", "files"])
def test_what_was_not_looked_at_is_neither_stale_nor_dropped(
    known: MeetingFolder, capsys: pytest.CaptureFixture[str], part: tuple[str, ...]
) -> None:
    known.replace(TALK, "\n方式: 电话", "")

    check(known, *part, "--baseline", "基线.json", "--write-baseline")

    told = capsys.readouterr()
    assert "过时" not in told.out
    assert "新增 0 条，保留 1 条，去掉 0 条" in told.err


def test_a_file_of_ones_own_is_taken_from_where_the_command_runs(meeting: MeetingFolder) -> None:
    meeting.replace(TALK, *PHONE)
    folder = meeting.path("04-谈心谈话")

    assert (
        run(["-C", str(folder), "check", "--today", "2022-03-20", "--baseline", "旧账.json", "--write-baseline"]) == 0
    )

    assert entries(meeting, "04-谈心谈话/旧账.json") == [(TALK, "MZ304")]


def test_each_entry_has_a_line_and_they_are_sorted(meeting: MeetingFolder) -> None:
    for name in ("陈建平", "赵志强"):
        meeting.replace(REGISTER, f"    谈话对象: {name}", f"    谈话对象: {name}\n    方式: 电话")
    meeting.replace(TALK, *PHONE)

    check(meeting, "--write-baseline")

    lines = [line.strip() for line in meeting.read("基线.json").splitlines() if "fingerprint" in line]
    assert len(lines) == 3
    assert lines == sorted(lines)
    first = meeting.read("基线.json")
    check(meeting, "--write-baseline")
    assert meeting.read("基线.json") == first


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"version": 1}',
        '{"version": 1, "entries": [1]}',
        '{"version": 1, "entries": [{"rule": "MZ301"}]}',
        "[" * 100_000,
        "\0",
    ],
)
@pytest.mark.parametrize("write", [(), ("--write-baseline",)], ids=["read", "write"])
def test_what_is_no_baseline_is_the_users_mistake(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], text: str, write: tuple[str, ...]
) -> None:
    meeting.write("基线.json", text)

    assert check(meeting, "--baseline", "基线.json", *write) == 2

    assert capsys.readouterr().err.startswith("mzsh：基线.json 不是 mzsh 写的基线，或者已经损坏")
    assert meeting.read("基线.json") == text


def test_a_baseline_of_another_version_is_refused(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.write("基线.json", '{"version": 2, "entries": []}')

    assert check(meeting, "--baseline", "基线.json") == 2
    assert "另一个版本" in capsys.readouterr().err


def test_no_folder_is_made_for_a_baseline(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(meeting, "--baseline", "没有的/基线.json", "--write-baseline") == 2

    assert "这个文件夹" in capsys.readouterr().err
    assert not meeting.path("没有的").exists()


def test_after_a_crash_no_baseline_is_written(
    known: MeetingFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from mzsh.rules import running

    def explode(*_: object) -> None:
        raise RuntimeError("boom")

    before = known.read("基线.json")
    monkeypatch.setattr(running, "severity_of", explode)

    assert check(known, "--write-baseline") == 3
    assert "没有写基线" in capsys.readouterr().err
    assert known.read("基线.json") == before


OUTLINE = "06-发言提纲/李明.md"
OPINIONS = "03-征求意见/意见建议.yml"
RECTIFICATION = "10-整改/李明.yml"


def told(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What is new beside the baseline."""
    capsys.readouterr()
    check(meeting, "--baseline", "基线.json", "--format", "json")
    return [one["message"] for one in json.loads(capsys.readouterr().out)["findings"]]


def test_another_pair_of_the_same_name_is_new(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    row = meeting.read("04-谈心谈话/李明-王芳.md")
    meeting.remove_talk("李明", "王芳")
    check(meeting, "--write-baseline")
    meeting.write("04-谈心谈话/李明-王芳.md", row)
    meeting.remove_talk("张卫国", "王芳")

    assert told(meeting, capsys) == ["张卫国与王芳还没有谈话记录"]


@pytest.mark.parametrize(
    ("rule", "name", "first", "second", "message"),
    [
        (
            "MZ104",
            OUTLINE,
            ("## 二、原因剖析", "## 二、感想"),
            ("## 三、努力方向和整改措施", "## 三、几点体会"),
            "措施",
        ),
        ("MZ101", OUTLINE, ("  - 方面: 2\n", "  - 方面: 7\n"), ("  - 方面: 3\n", "  - 方面: 8\n"), "第8个方面"),
        ("MZ006", "08-会议/会议记录.md", ("主持: 张卫国\n", ""), ("记录: 方晓东\n", ""), "缺“记录”"),
        (
            "MZ109",
            RECTIFICATION,
            ("时限: 2022-05-31", "时限: 长期坚持"),
            ("时限: 2022-03-10", "时限: 长期坚持"),
            "长期坚持",
        ),
        ("MZ603", "08-会议/会议记录.md", ("议程: [通报, ", "议程: ["), (", 总结]", "]"), "议程缺“总结”一项"),
        (
            "MZ404",
            OPINIONS,
            ("  - {成员: 李明, 签收: 2021-12-27}\n", ""),
            ("  - {成员: 王芳, 签收: 2021-12-27}\n", ""),
            "",
        ),
    ],
)
def test_another_fault_at_the_same_place_is_new(
    meeting: MeetingFolder,
    capsys: pytest.CaptureFixture[str],
    rule: str,
    name: str,
    first: tuple[str, str],
    second: tuple[str, str],
    message: str,
) -> None:
    whole = meeting.read(name)
    fingerprints = []
    for good, bad in (first, second):
        assert good in whole, (name, good)
        meeting.write(name, whole.replace(good, bad, 1))
        capsys.readouterr()
        check(meeting, "--select", rule, "--format", "json")
        fingerprints.append({one["fingerprint"]: one for one in json.loads(capsys.readouterr().out)["findings"]})

    assert fingerprints[0], "the first fault is one"
    assert fingerprints[1], "the second fault is one"
    assert not fingerprints[0].keys() & fingerprints[1].keys()
    assert any(message in one["message"] for one in fingerprints[1].values())


def test_a_fault_in_another_file_of_a_kind_without_owners_is_new(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    study = meeting.read("02-学习研讨/2021-12-30-党委会.md")
    wrong = study.replace("形式: 党委会", "形式: 碰头会")
    meeting.write("02-学习研讨/甲.md", wrong)
    check(meeting, "--write-baseline")
    meeting.write("02-学习研讨/甲.md", study)
    meeting.write("02-学习研讨/乙.md", wrong)

    assert [message for message in told(meeting, capsys) if "碰头会" in message]


def test_a_talks_fault_is_known_by_its_two_names_in_whatever_file(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (TALK, "04-谈心谈话/李明-王芳.md"):
        meeting.replace(name, "类型: 谈话记录\n", "类型: 谈话记录\n方式: 电话\n")

    check(meeting, "--select", "MZ304", "--format", "json")
    before = [one["fingerprint"] for one in json.loads(capsys.readouterr().out)["findings"]]
    meeting.path(TALK).rename(meeting.path("04-谈心谈话/零.md"))
    check(meeting, "--select", "MZ304", "--format", "json")
    after = [one["fingerprint"] for one in json.loads(capsys.readouterr().out)["findings"]]

    assert len(set(before)) == 2
    assert set(before) == set(after)


def test_what_is_not_due_yet_is_neither_stale_nor_dropped(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting.remove_talk("李明", "王芳")
    check(meeting, "--write-baseline")
    capsys.readouterr()

    early = ["-C", str(meeting.root), "check", "--today", "2021-12-01", "--select", "MZ301", "--baseline", "基线.json"]
    assert run([*early, "--write-baseline"]) == 0

    said = capsys.readouterr()
    assert "过时" not in said.out
    assert "去掉 0 条" in said.err
    assert ("会议.yml", "MZ301") in entries(meeting)
