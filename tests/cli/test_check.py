from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from mzsh.cli.running import run
from tests.support.folder import MeetingFolder

TALK = "04-谈心谈话/张卫国-李明.md"
GOLDEN = Path(__file__).parents[1] / "reports" / "golden" / "check.json"
TODAY = ("--today", "2022-03-20")


def broken(meeting: MeetingFolder) -> MeetingFolder:
    """One fault, one thing missing, one suppressed."""
    meeting.replace(TALK, "地点: 市委谈话室", "地点: 市委谈话室\n方式: 电话")
    meeting.remove_talk("李明", "王芳")
    meeting.replace("时间节点.yml", "节点:\n", "节点:\n  # mzsh: 忽略 MZ502 由上级定\n")
    meeting.replace("时间节点.yml", "时限: 2021-12-10, 责任: 市委组织部, ", "时限: 2021-12-10, ")
    return meeting


def test_text_shows_place_passage_reason_and_what_to_do(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(meeting)

    code = run(["-C", str(meeting.root), "check", *TODAY])

    assert code == 1
    assert capsys.readouterr().out.splitlines() == [
        "04-谈心谈话/张卫国-李明.md",
        "  9:5  错误 MZ304  方式是“电话”，谈心谈话须面对面",
        "      电话",
        "      ~~~~",
        "      为什么  谈心谈话须面对面，电话、微信、视频不能算。",
        "      依据    3.3-form 一对一、面对面",
        "",
        "会议.yml",
        "  31:9  错误 MZ301  李明与王芳还没有谈话记录",
        "      王芳",
        "      ~~~~",
        "      → 谈后登记一行，或运行",
        "        mzsh new talk 李明 王芳",
        "      为什么  四必谈的范围：书记与其他成员、成员之间、成员与分管部门主要负责人、",
        "              成员与所在支部党员代表，都要谈到。",
        "      依据    3.3-scope2 常委之间必谈",
        "",
        "会后阶段（以 2022-03-20 为今天）：检查了 30 份文件，另有 1 份不是材料。",
        "按文件里的说明忽略了 1 条：",
        "  时间节点.yml:3 MZ502（由上级定）",
        "错误 2，警告 0，提示 0。",
        "想知道为什么、怎么改：mzsh explain MZ304",
    ]


def test_json_is_the_contract(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    broken(meeting)

    run(["-C", str(meeting.root), "check", *TODAY, "--format", "json"])

    text = capsys.readouterr().out
    assert json.loads(text)["root"] == meeting.root.as_posix()
    assert text.replace(meeting.root.as_posix(), "ROOT") == GOLDEN.read_text(encoding="utf-8")


def test_what_is_not_due_is_listed_apart(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.remove_talk("李明", "王芳")

    code = run(["-C", str(meeting.root), "check", "--today", "2021-12-20"])

    assert code == 0
    assert capsys.readouterr().out.splitlines() == [
        "",
        "还没到期的 1 件（不算差错）",
        "  01-06前  李明与王芳还没有谈话记录",
        "",
        "会前阶段（以 2021-12-20 为今天）：检查了 30 份文件，另有 1 份不是材料。",
        "已有的材料没有发现问题。",
    ]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--fail-on", "warning"], 1),
        (["--select", "MZ502"], 0),
        (["--select", "MZ502", "--fail-on", "warning"], 1),
        (["--ignore", "MZ502", "--fail-on", "info"], 1),
        (["--select", "MZ0,MZ1"], 0),
        (["04-谈心谈话"], 0),
        (["时间节点.yml", "--fail-on", "warning"], 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_exit_code_follows_what_is_asked(meeting: MeetingFolder, arguments: list[str], code: int) -> None:
    meeting.replace("时间节点.yml", "时限: 2021-12-10, 责任: 市委组织部, ", "时限: 2021-12-10, ")
    meeting.remove_talk("李明", "王芳")

    assert run(["-C", str(meeting.root), "check", *TODAY, *arguments]) == code


def test_paths_are_taken_from_where_the_command_runs(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(meeting)

    run(["-C", str(meeting.path("04-谈心谈话")), "check", *TODAY, "张卫国-李明.md"])

    out = capsys.readouterr().out
    assert "MZ304" in out
    assert "MZ301" not in out
    assert "检查了 1 份文件" in out
    assert "别的文件里还有 1 条" in out


def test_output_goes_to_a_file(meeting: MeetingFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "结果.json"

    code = run(["-C", str(meeting.root), "check", *TODAY, "--format", "json", "--output", str(target)])

    assert code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["findings"] == []
    assert capsys.readouterr().out == ""


def test_no_workspace_is_the_users_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["-C", str(tmp_path), "check"])

    assert code == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        f"mzsh：{tmp_path} 和它的上级目录里都没有 会议.yml，不是民主生活会的工作文件夹",
        "  → 新建一个：mzsh init 文件夹名；或者用 -C 指定已有的文件夹",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "--stage", "会间"], "mzsh：--stage 的“会间”不认识"),
        (["check", "--today", "昨天"], "mzsh：--today 的“昨天”不是日期"),
        (["check", "--select", "MZ999"], "mzsh：没有“MZ999”这条规则"),
        (["check", "--format", "xml"], "mzsh：没有“xml”这种格式"),
        (["check", "--fail-on", "致命"], "mzsh：--fail-on 的“致命”不认识"),
        (["check", "没有.md"], "mzsh：没有“没有.md”这个文件或文件夹"),
        (["check", "--nope"], "mzsh：没有“--nope”这个选项"),
        (["chek"], "mzsh：没有“chek”这个命令"),
        (["explain"], "mzsh：还缺参数 编号"),
        (["explain", "MZ999"], "mzsh：没有“MZ999”这条规则"),
        (["check", "--select", "MZ301", "--ignore", "MZ3"], "mzsh：选来选去，没有一条规则可查"),
        (["check", "--select", "MZ017"], "mzsh：MZ017 要和全部规则一起查，单独查不出来"),
        (["check", "--statistics", "--format", "junit"], "mzsh：junit 格式里放不下统计"),
        (["check", "--baseline", "没有.json"], "mzsh：没有 没有.json 这份基线"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_mistakes_are_told_in_chinese(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    code = run(["-C", str(meeting.root), *arguments])

    assert code == 2
    assert capsys.readouterr().err.splitlines()[0] == message


def test_chinese_command_names_work(meeting: MeetingFolder) -> None:
    assert run(["-C", str(meeting.root), "检查", *TODAY]) == 0


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
def test_no_console_makes_the_output_fail(
    meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    broken(meeting)
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))

    code = run(["-C", str(meeting.root), "check", *TODAY])
    sys.stdout.flush()

    assert code == 1
    assert b"MZ304" in raw.getvalue()


def test_a_bug_is_told_with_a_log_file(
    meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from mzsh.rules import running

    def explode(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(running, "check", explode)

    code = run(["-C", str(meeting.root), "check"])

    told = capsys.readouterr().err
    assert code == 3
    assert told.splitlines()[0] == "mzsh：程序出错了，这是 mzsh 的缺陷。"
    log = Path(told.strip().rsplit("：", 1)[1])
    assert "boom" in log.read_text(encoding="utf-8")
    log.unlink()


def test_an_interruption_has_its_own_code(
    meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from mzsh.rules import running

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "check", interrupt)

    assert run(["-C", str(meeting.root), "check"]) == 130
    assert "已中断" in capsys.readouterr().err


def test_nothing_is_fixed_or_overwritten_after_a_slip_in_the_options(meeting: MeetingFolder) -> None:
    outline = "06-发言提纲/李明.md"
    meeting.replace(outline, "本人撰写: true", "本人撰写：true")
    before = meeting.read(outline)

    for options in (["--output", str(meeting.path(outline))], ["--baseline", str(meeting.path("没有.json"))]):
        assert run(["-C", str(meeting.root), "check", "--fix", *options]) == 2

    assert meeting.read(outline) == before


@pytest.mark.parametrize("typed", ["301", "mz301", "MZ301", " ３０１ ", "MZ304、301", "mz3", "3"])
def test_ids_are_read_as_people_type_them(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    meeting.remove_talk("李明", "王芳")

    assert run(["-C", str(meeting.root), "check", *TODAY, "--select", typed]) == 1
    assert "MZ301" in capsys.readouterr().out
    assert run(["-C", str(meeting.root), "check", *TODAY, "--ignore", typed]) == 0


def test_a_chapter_without_rules_can_be_left_out_but_not_asked_for(
    meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mzsh.rules import rule

    rules = tuple(one for one in rule.collect() if not one.id.startswith("MZ2"))
    monkeypatch.setattr(rule, "collect", lambda: rules)

    assert run(["-C", str(meeting.root), "check", *TODAY, "--ignore", "MZ2"]) == 0
    assert run(["-C", str(meeting.root), "check", *TODAY, "--select", "MZ2"]) == 2
    assert run(["-C", str(meeting.root), "check", *TODAY, "--ignore", "MZ9"]) == 2


def test_a_comment_in_a_file_whose_form_is_to_be_mended_stays(meeting: MeetingFolder) -> None:
    """A comment may cover what is said only after the form is put right: --fix --diff takes it out of no such file."""
    from mzsh.cli.fixing import _comment_fixes
    from mzsh.rules.running import CheckOptions, check

    comment = "# mzsh: 忽略 MZ304 无此事\n"
    meeting.replace(TALK, "类型: 谈话记录\n", f"类型: 谈话记录\n{comment}")
    options = CheckOptions(today=date(2022, 3, 20))
    project = meeting.load()
    assert [one.source.path for one in _comment_fixes(project, check(project, options), options)] == [TALK]

    meeting.replace(TALK, "类型: 谈话记录\n", "类型：谈话记录\n")
    project = meeting.load()
    report = check(project, options)
    assert any(one.fixable and one.rule != "MZ017" for one in report.findings)
    assert any(one.rule == "MZ017" and one.edits for one in report.findings)
    assert _comment_fixes(project, report, options) == []
