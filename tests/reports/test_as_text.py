from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

import pytest
from wcwidth import wcswidth

from mzsh.model.place import Span
from mzsh.reports.as_text import as_text
from mzsh.reports.columns import aligned, table
from mzsh.reports.lines import WIDTH, advice, cut, shown, wrapped
from mzsh.rules.finding import Finding, Report
from mzsh.rules.running import CheckOptions, check
from mzsh.rules.severity import Severity
from tests.reports.reporting import HOSTILE, PATH, clean_report, finding, full_report
from tests.support.folder import MeetingFolder


def texts(report: Report, *, statistics: bool = False) -> list[str]:
    return [line.text for line in as_text(report, statistics=statistics)]


def report_of(*findings: Finding) -> Report:
    return replace(clean_report("会议.yml", PATH), findings=findings)


def test_no_line_is_wider_than_the_terminal() -> None:
    text = "征求意见函、座谈、走访、意见箱、热线、谈话、网络；" * 8

    for head in ("", "  ", "  12:34  错误 MZ007  "):
        lines = [line.text for line in wrapped(text, head)]

        assert all(wcswidth(line) <= WIDTH for line in lines)
        assert "".join(line.strip() for line in lines) == (head + text).strip()
        assert not any(line.strip()[0] in "，。；：、！？）”》" for line in lines)


def test_words_numbers_and_commands_are_not_broken() -> None:
    lines = [line.text for line in wrapped("改" * 33 + "成半角 mzsh check --fix，再查 2022-01-10", "  ")]

    assert lines == ["  " + "改" * 33 + "成半角", "  mzsh check --fix，再查 2022-01-10"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    lines = [line.text for line in wrapped("x" * 200, "  ")]

    assert [len(line) for line in lines] == [78, 78, 50]


def test_a_passage_is_cut_to_its_display_width() -> None:
    assert cut("对照检查材料", 12) == "对照检查材料"
    assert cut("对照检查材料", 11) == "对照检查…"


def test_columns_of_chinese_and_latin_text_align() -> None:
    assert table([("姓名", "提纲", "谈话"), ("李明", "已报送", "3/4"), ("欧阳志远", "未交", "10/14")]) == [
        "  姓名      提纲    谈话",
        "  李明      已报送  3/4",
        "  欧阳志远  未交    10/14",
    ]
    assert aligned([("规则", "错误"), ("MZ301", "12"), ("MZ1", "-")], right=(1,)) == [
        "  规则   错误",
        "  MZ301    12",
        "  MZ1       -",
    ]


@pytest.mark.parametrize(
    ("hint", "lines"),
    [
        ("请核对年月日", ["→ 请核对年月日"]),
        ("运行 mzsh new minutes", ["→ mzsh new minutes"]),
        ("登记一行，或运行 mzsh new talk 李明 王芳", ["→ 登记一行，或运行", "  mzsh new talk 李明 王芳"]),
        (
            "改正文；或重新列出：mzsh fill；还不行的，先看 mzsh explain MZ105。",
            ["→ 改正文；或重新列出：", "  mzsh fill", "  还不行的，先看", "  mzsh explain MZ105"],
        ),
        ("mzsh status", ["→ mzsh status"]),
    ],
)
def test_a_command_stands_on_a_line_of_its_own(hint: str, lines: list[str]) -> None:
    assert [line.text for line in advice(hint, "→ ")] == lines


def test_a_long_command_stays_whole() -> None:
    command = "mzsh review 05-班子材料/" + "班子" * 40 + ".md --step 征求四个班子 --by 县政协"

    assert [line.text for line in advice(f"办后运行 {command}", "→ ")] == ["→ 办后运行", f"  {command}"]


def test_nothing_moves_the_cursor() -> None:
    assert shown("甲\t乙\x1b[31m\r\n\u2028\u3000丙\ud800") == "甲 乙?[31m???\u3000丙?"
    assert len(shown(HOSTILE)) == len(HOSTILE)
    assert not [line for line in texts(full_report()) if set(line) & set("\x00\x1b\x07\r\n\ud800")]


def test_the_marker_stands_under_its_passage() -> None:
    line = "- 单位：白鹭乡党委"
    one = replace(finding(), span=Span(7, 5, 7, 6), quote=line)
    far = "甲" * 60 + "坏了" + "乙" * 60
    two = replace(finding("MZ006"), span=Span(8, 61, 8, 63), quote=far)

    lines = texts(report_of(one, two))

    at = lines.index(f"      {line}")
    assert lines[at + 1] == "      " + " " * wcswidth("- 单位") + "~~"
    passage = next(text for text in lines if "坏了" in text)
    marker = lines[lines.index(passage) + 1]
    assert wcswidth(passage) <= WIDTH
    assert wcswidth(passage[: passage.index("坏了")]) == marker.index("~")
    assert marker.strip() == "~~~~"


def test_a_wall_of_one_rule_is_shown_in_brief() -> None:
    wall = [replace(finding("MZ109", Severity.INFO), span=Span(n, 1, n, 3), quote="长期") for n in range(10, 50)]

    lines = texts(report_of(*wall, finding()))

    assert lines[1].startswith("  9:5  错误 MZ304")
    assert sum(line.startswith("  ") and "提示 MZ109" in line for line in lines) == 10
    assert "  ……同样的还有 30 处：第 20、21、22、23、24、25、26、27、28、29、30、31…… 行" in lines
    assert f"      mzsh check --select MZ109 {PATH}" in lines
    assert len(lines) < 40


def test_what_stands_alone_is_shown_whole() -> None:
    wall = [replace(finding(), span=Span(n, 1, n, 3), hint=f"看第{n}行") for n in range(10, 50)]

    lines = texts(report_of(*wall))

    assert sum("错误 MZ304" in line for line in lines) == 40
    assert sum("→ 看第" in line for line in lines) == 40


def test_files_with_errors_come_first() -> None:
    info = replace(finding("MZ109", Severity.INFO), path="01-方案/方案.md")

    lines = texts(report_of(info, finding()))

    assert lines.index(PATH) < lines.index("01-方案/方案.md")


def test_why_and_clause_are_said_once_a_rule() -> None:
    lines = texts(report_of(finding(), replace(finding(), span=Span(12, 1, 12, 3)), finding("MZ305")))

    assert sum(line.startswith("      为什么") for line in lines) == 2
    assert lines.count("      依据    3.3-form 一对一、面对面") == 2


def test_statistics_are_a_table_that_adds_up() -> None:
    more = [replace(finding("MZ109", Severity.INFO), title="措施落不了地") for _ in range(12)]

    assert texts(report_of(finding(), *more), statistics=True)[:4] == [
        "  规则   标题                错误  警告  提示  合计",
        "  MZ304  谈心谈话不是面对面     1     -     -     1",
        "  MZ109  措施落不了地           -     -    12    12",
        "  合计                          1     -    12    13",
    ]


def test_no_line_of_the_damaged_example_is_too_wide_but_commands() -> None:
    from mzsh.resources import examples
    from mzsh.workspace.loading import load

    report = check(load(examples() / "带病样例"), CheckOptions(today=date(2022, 3, 31)))

    wide = [line for line in texts(report) if wcswidth(line) > WIDTH]

    assert [line for line in wide if not line.strip().startswith("mzsh ")] == []
    assert len(texts(report)) > 100


class _Screen:
    """A terminal that keeps what is written to it."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


@pytest.mark.parametrize(("variable", "value", "bold"), [("NO_COLOR", "1", False), ("NO_COLOR", "", True)])
def test_a_terminal_shows_colours_unless_they_are_not_wanted(
    meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, bold: bool
) -> None:
    from mzsh.cli.screen import print_lines

    screen = _Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv(variable, value)

    print_lines(as_text(report_of(finding())))

    assert ("\x1b[" in screen.text) is bold
    assert "MZ304" in screen.text
