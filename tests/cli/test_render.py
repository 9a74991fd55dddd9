from __future__ import annotations

from dataclasses import replace

import pytest
from wcwidth import wcswidth

from mzsh.cli.running import run
from mzsh.typesetting.standard import PORTRAIT
from tests.support.folder import MeetingFolder

TODAY = ("--today", "2022-03-20")


def test_what_was_written_where_and_what_next(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["-C", str(meeting.root), "render", "plan", "整改清单", *TODAY])
    said = capsys.readouterr()

    assert code == 0
    assert said.out.splitlines() == ["实施方案：实施方案.docx", "整改清单：整改清单.docx"]
    assert said.err.splitlines() == ["写好 2 份，在 输出", "下一步：用 Word 或 WPS 打开核对，盖章、签字后归档"]
    assert meeting.path("输出/整改清单.docx").is_file()


def test_what_is_missing_and_what_next(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.remove("06-发言提纲/李明.md")

    code = run(["-C", str(meeting.root), "render", "--all", "--format", "md", *TODAY])
    said = capsys.readouterr()

    assert code == 1
    assert "李明的发言提纲：还没有写" in said.out
    assert "专题报告：还缺 李明的发言提纲" in said.out
    assert said.err.splitlines()[-1] == "下一步：补齐所缺的材料再出；急用可加 --draft，先出标明缺处的稿子"


def test_nothing_written_is_no_success(meeting: MeetingFolder) -> None:
    meeting.remove("08-会议/会议记录.md")

    assert run(["-C", str(meeting.root), "render", "report", *TODAY]) == 2
    assert run(["-C", str(meeting.root), "render", "report", "--draft", *TODAY]) == 0


@pytest.mark.parametrize("arguments", [["--list"], []])
def test_the_list(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    meeting.remove("06-发言提纲/李明.md")
    meeting.write("模板/documents/plan.md.j2", "# {{ title }}\n")

    code = run(["-C", str(meeting.root), "render", *arguments, *TODAY])
    said = capsys.readouterr().out.splitlines()

    assert code == 0
    for line in (
        "  plan              实施方案                    可以出        自己的模板",
        "                    用的是 模板/documents/plan.md.j2",
        "  outline           发言提纲                    可以出 2 份   程序的模板",
        "  ledger            整改清单                    可以出        程序的模板",
        "  report            专题报告                    还不能出      程序的模板",
        "                    还缺：李明的发言提纲",
    ):
        assert line in said
    assert [line for line in said if line and not line.startswith(" ")] == ["会前", "会上", "会后"]
    assert all(wcswidth(line) <= 80 for line in said)
    assert not meeting.path("输出").exists()


def test_one_member_and_another_folder(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["-C", str(meeting.root), "render", "--member", "李明", "--output", "送审", "--format", "md"])

    assert code == 0
    written = capsys.readouterr().out.splitlines()
    assert "李明的发言提纲：发言提纲-李明.md" in written
    assert not [line for line in written if "张卫国的" in line]
    assert meeting.path("送审/发言提纲-李明.md").is_file()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["report", "--format", "odt"], "可以写：docx、pdf、md"),
        (["report", "--format", "md", "--verify"], "md 只是文字"),
        (["report", "--jobs", "-1"], "--jobs"),
        (["report", "--all"], "--all 已是全部文书"),
        (["报告书"], "是不是“专题报告”？"),
    ],
)
def test_mistakes(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str) -> None:
    code = run(["-C", str(meeting.root), "render", *arguments])

    assert code == 2
    assert told in capsys.readouterr().err


def test_a_bug_is_reported_after_the_others_are_written(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("mzsh.documents.figures.preparing.talks", broken)

    code = run(["-C", str(meeting.root), "render", "report", "plan", "--format", "md"])

    assert code == 3
    assert "实施方案：实施方案.md" in capsys.readouterr().out


def test_what_must_stay_inside_is_told_with_its_place(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    circular = meeting.read("09-报告/情况通报.md")
    meeting.write("09-报告/情况通报.md", circular + "\n联系人电话13812345678。\n")

    code = run(["-C", str(meeting.root), "render", "circular", *TODAY])
    said = capsys.readouterr()

    assert code == 2
    assert said.out.startswith("情况通报：有不能发出去的内容，没有出\n  · 09-报告/情况通报.md 第")
    assert "13812345678" not in said.out
    assert said.err.splitlines()[-1] == "下一步：照上面的原因改材料，再出一遍"
    assert not meeting.path("输出").exists()


def test_what_is_verified_and_what_is_wrong(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["-C", str(meeting.root), "render", "plan", "--verify", *TODAY]

    assert run(arguments) == 0
    assert "逐项对照了公文格式，没有不合的" in capsys.readouterr().err

    monkeypatch.setattr("mzsh.typesetting.standard.PORTRAIT", replace(PORTRAIT, left=20))
    assert run(arguments) == 1
    said = capsys.readouterr()
    assert "  ✗ " in said.out
    assert "1 份不合公文格式" in said.err
    assert meeting.path("输出/实施方案.docx").is_file()
