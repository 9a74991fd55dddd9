"""Findings do not spread what they guard, and are told where nothing else would tell them."""

from __future__ import annotations

import pytest

from mzsh.rules.finding import Finding
from mzsh.rules.running import CheckOptions, check
from tests.support.folder import TODAY, MeetingFolder

CIRCULAR, OPINIONS, CRITICISM = "09-报告/情况通报.md", "03-征求意见/意见建议.yml", "07-批评意见/李明.md"


def findings(meeting: MeetingFolder) -> list[Finding]:
    return list(check(meeting.load(), CheckOptions(today=TODAY)).findings)


def test_the_quote_of_a_giver_is_masked_and_keeps_its_mark(meeting: MeetingFolder) -> None:
    meeting.replace(OPINIONS, "打电话问了几回都说在协调。", "我叫李大柱，打13812345678问了几回都说在协调。")

    (first,), (second,) = findings(meeting), findings(meeting)

    assert (first.rule, first.fingerprint) == ("MZ406", second.fingerprint)
    assert first.message == "意见Y01的原话里有提意见人的姓名、手机号，会暴露提意见的人"
    assert "我叫李**，打138******78问了几回" in first.quote


def test_a_copied_criticism_names_nobody_and_points_to_its_place(meeting: MeetingFolder) -> None:
    words = "同一份证明补了三回，9月走了一名外科医生"
    meeting.replace(CIRCULAR, "班子和个人分别列出整改清单，", f"{words}，班子和个人分别列出整改清单，")

    (finding,) = findings(meeting)

    assert finding.message == "要发出去的文字里照抄了批评意见的话"
    assert [(one.path, meeting.read(one.path).split("\n")[one.span.line - 1].strip()) for one in finding.related] == [
        (CRITICISM, "- 对象: 王芳")
    ]


@pytest.mark.parametrize(
    ("line", "rule", "message"),
    [
        ("主送: 各镇党委（含举报人）", "MZ802", "“举报人”不宜写进对外的文字"),
        ("抄送: [市纪委, 问题线索处置组]", "MZ802", "“问题线索”不宜写进对外的文字"),
        ("附件: [谈话函询情况]", "MZ802", "“谈话函询”不宜写进对外的文字"),
        ("文号: 临发〔2022〕3号（机密★3年）", "MZ803", "标有密级“机密★3年”"),
        ("签发人: 张卫国 13812345678", "MZ801", "有手机号（138******78）"),
    ],
)
def test_the_head_of_the_circular_goes_out_too(meeting: MeetingFolder, line: str, rule: str, message: str) -> None:
    head, rest = meeting.read(CIRCULAR).split("\n---\n", 1)
    key = line.split(":")[0]
    kept = [old for old in head.split("\n") if not old.startswith(key + ":")]
    meeting.write(CIRCULAR, "\n".join([*kept, line]) + "\n---\n" + rest)

    found = [(one.rule, one.line, one.message) for one in findings(meeting) if one.path == CIRCULAR]

    assert found == [(rule, len(kept) + 1, message)]


def test_a_criticism_of_oneself_beside_complete_cells(meeting: MeetingFolder) -> None:
    items = "  - 对象: 李明\n    方面: 4\n    问题: 我下去得少。\n    事例: 2021年只去了两回。\n    建议: 多去。\n"
    meeting.replace(CRITICISM, "意见:\n", "意见:\n" + items)

    line = meeting.read(CRITICISM).split("\n").index("  - 对象: 李明") + 1
    assert [(one.rule, one.line, one.message) for one in findings(meeting) if one.rule.startswith("MZ6")] == [
        ("MZ604", line, "李明批评的是本人，批评意见要写别人")
    ]


@pytest.mark.parametrize("blank", ["", " "])
def test_a_wrong_theme_in_quotation_marks_is_told_once(meeting: MeetingFolder, blank: str) -> None:
    statement = "05-班子材料/班子材料.md"
    text = meeting.read(statement)
    meeting.write(statement, f"{text}\n会议主题：{blank}“深入学习贯彻某某重要思想，紧密联系本地实际”。\n")
    meeting.approve()

    assert [one.rule for one in findings(meeting)].count("MZ108") == 1
