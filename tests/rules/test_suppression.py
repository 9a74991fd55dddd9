from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mzsh.model.place import Source
from mzsh.rules import running
from mzsh.rules.finding import fingerprint
from mzsh.rules.running import CheckOptions, check
from mzsh.rules.suppression import suppressions
from tests.support.folder import TODAY, MeetingFolder

OUTLINE = "06-发言提纲/李明.md"
REGISTER = "04-谈心谈话/谈话登记.yml"
CRITICISM = "07-批评意见/李明.md"


def test_a_comment_in_yaml_covers_the_next_item(meeting: MeetingFolder) -> None:
    meeting.replace(
        REGISTER,
        "  - 谈话人: 李明\n    谈话对象: 赵志强",
        "  # mzsh: 忽略 MZ304 受疫情管控，上级同意视频谈话\n  - 谈话人: 李明\n    方式: 视频\n    谈话对象: 赵志强",
    )

    assert meeting.check() == []


def test_it_covers_only_that_item(meeting: MeetingFolder) -> None:
    meeting.replace(REGISTER, "条目:\n", "条目:\n  # mzsh: 忽略 MZ304 受疫情管控\n")
    meeting.replace(REGISTER, "    谈话对象: 陈建平", "    谈话对象: 陈建平\n    方式: 视频")
    meeting.replace(REGISTER, "    谈话对象: 赵志强", "    谈话对象: 赵志强\n    方式: 视频")

    assert meeting.check() == [f"{REGISTER}:23:9 错误 MZ304 方式是“视频”，谈心谈话须面对面"]


def test_a_comment_at_the_top_covers_what_is_said_of_the_whole_file(meeting: MeetingFolder) -> None:
    meeting.replace(OUTLINE, "五避免: 全部\n对照检查:", "对照检查:")
    meeting.replace(OUTLINE, "---\n类型: 发言提纲", "---\n# mzsh: 忽略 MZ106 本人出差，回来补签\n类型: 发言提纲")
    meeting.approve()

    assert meeting.check() == []


def test_a_comment_in_markdown_covers_the_next_block(meeting: MeetingFolder) -> None:
    meeting.replace(
        OUTLINE,
        "汛前检查只听汇报。5月12日我带队检查",
        "<!-- mzsh: 忽略 MZ014 原文引用 -->\n\n汛前检查只听汇报。XX月12日我带队检查",
    )
    meeting.approve()

    assert meeting.check() == []


def test_a_comment_without_a_reason_is_a_finding_and_still_works(meeting: MeetingFolder) -> None:
    meeting.replace(CRITICISM, "  - 对象: 王芳\n", "  # mzsh: 忽略 MZ608\n  - 对象: 王芳\n")
    meeting.replace(CRITICISM, "    事例: 2021年4月报到的12名医生，同一份证明补了三回，9月走了一名外科医生。\n", "")

    assert meeting.check() == [f"{CRITICISM}:11:3 警告 MZ017 忽略注释：没有写理由"]


def test_an_unused_comment_is_no_finding_when_only_some_rules_run(meeting: MeetingFolder) -> None:
    meeting.replace(CRITICISM, "意见:\n", "# mzsh: 忽略 MZ608 原话\n意见:\n")

    assert meeting.check(select=("MZ3",)) == []
    assert meeting.check() == [f"{CRITICISM}:4:1 警告 MZ017 忽略注释：MZ608 在这里没有发现问题"]


def test_suppressed_findings_are_listed_with_their_reason(meeting: MeetingFolder) -> None:

    meeting.replace(REGISTER, "条目:\n", "条目:\n  # mzsh: 忽略 MZ304 受疫情管控\n")
    meeting.replace(REGISTER, "    谈话对象: 陈建平", "    谈话对象: 陈建平\n    方式: 视频")

    report = check(meeting.load(), CheckOptions(today=TODAY))

    assert [(one.finding.rule, one.reason) for one in report.suppressed] == [("MZ304", "受疫情管控")]


def test_only_what_was_looked_at_is_listed(meeting: MeetingFolder) -> None:
    meeting.replace(REGISTER, "条目:\n", "条目:\n  # mzsh: 忽略 MZ304 受疫情管控\n")
    meeting.replace(REGISTER, "    谈话对象: 陈建平", "    谈话对象: 陈建平\n    方式: 视频")

    report = check(meeting.load(), CheckOptions(today=TODAY, paths=("06-发言提纲",)))

    assert report.suppressed == ()


def test_what_is_not_due_yet_may_be_suppressed_already(meeting: MeetingFolder) -> None:
    meeting.remove_talk("李明", "王芳")
    meeting.replace(
        "会议.yml", "  - 姓名: 王芳\n", "  # mzsh: 忽略 MZ301 王芳住院，经上级同意会后补谈\n  - 姓名: 王芳\n"
    )

    report = check(meeting.load(), CheckOptions(today=date(2021, 12, 20)))

    assert (report.findings, report.not_due) == ((), ())
    assert meeting.check() == []


def test_of_a_row_of_comments_each_covers_the_same_next_block(meeting: MeetingFolder) -> None:
    text = meeting.read(OUTLINE)
    source = Source(OUTLINE, f"{text}\n<!-- mzsh: 忽略 MZ201 甲 -->\n\n<!-- mzsh: 忽略 MZ202 乙 -->\n末段。\n续。\n")
    first = source.lines.index("末段。") + 1

    covered = [(one.first, one.last) for one in suppressions(replace(source, body_line=2), None)]

    assert covered == [(first, first + 1), (first, first + 1)]


def test_a_comment_after_which_nothing_stands_covers_its_own_line(meeting: MeetingFolder) -> None:
    source = Source("审阅.yml", "类型: 审阅\n# mzsh: 忽略 MZ504 丙\n\n")

    assert [(one.first, one.last) for one in suppressions(source, None)] == [(2, 2)]


def test_of_two_rules_only_the_unused_one_is_named(meeting: MeetingFolder) -> None:
    meeting.replace("时间节点.yml", "时限: 2021-12-10, 责任: 市委组织部, ", "时限: 2021-12-10, ")
    meeting.replace("时间节点.yml", "节点:\n", "节点:\n  # mzsh: 忽略 MZ501、MZ502 由上级定\n")

    assert meeting.check() == ["时间节点.yml:2:3 警告 MZ017 忽略注释：MZ501 在这里没有发现问题"]


@pytest.mark.parametrize("setting", ["忽略: [MZ608]", "级别: {MZ608: 关闭}"])
def test_of_a_rule_that_is_turned_off_nothing_is_said(meeting: MeetingFolder, setting: str) -> None:
    meeting.write("会议.yml", f"{meeting.read('会议.yml')}检查: {{{setting}}}\n")
    meeting.replace(CRITICISM, "意见:\n", "# mzsh: 忽略 MZ608 原话\n意见:\n")

    assert meeting.check() == []


def test_of_a_file_that_cannot_be_read_nothing_is_said(meeting: MeetingFolder) -> None:
    meeting.replace("时间节点.yml", "节点:\n", "# mzsh: 忽略 MZ502 由上级定\n节点: [\n")

    assert [line.split()[2] for line in meeting.check()] == ["MZ002"]


def test_of_a_rule_that_crashed_nothing_is_said(meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    judged = running.severity_of

    def sometimes(rule: running.Rule, *rest: Any) -> Any:
        if rule.id == "MZ304":
            raise RuntimeError("boom")
        return judged(rule, *rest)

    monkeypatch.setattr(running, "severity_of", sometimes)
    meeting.replace(REGISTER, "条目:\n", "条目:\n  # mzsh: 忽略 MZ304 受疫情管控\n")
    meeting.replace(REGISTER, "    谈话对象: 陈建平", "    谈话对象: 陈建平\n    方式: 视频")
    report = check(meeting.load(), CheckOptions(today=TODAY))

    assert [crash.rule for crash in report.crashes] == ["MZ304"]
    assert "RuntimeError: boom" in report.crashes[0].trace
    assert report.findings == ()


def test_twenty_thousand_comments_are_read_in_no_time(meeting: MeetingFolder) -> None:
    row = "  # mzsh: 忽略 MZ502、MZ501 由上级定\n  - {名称: 第%d次, 时限: 2021-12-10}\n"
    rows = "".join(row % number for number in range(4_000))
    meeting.write("时间节点.yml", f"类型: 时间节点\n节点:\n{rows}")
    meeting.write(OUTLINE, meeting.read(OUTLINE) + "<!-- mzsh: 忽略 MZ101 甲 -->\n段。\n" * 16_000)
    project = meeting.load()
    start = time.process_time()

    report = check(project, CheckOptions(today=TODAY))

    assert time.process_time() - start < 8
    assert len(report.suppressed) == 8_000
    assert sum(finding.rule == "MZ017" for finding in report.findings) == 16_000


def test_a_fingerprint_is_made_of_half_characters_too() -> None:
    assert len(fingerprint("MZ304", "谈话记录:\ud83d", "\ud83d", 1)) == 64


def test_findings_that_differ_in_punctuation_only_have_fingerprints_of_their_own(meeting: MeetingFolder) -> None:
    meeting.replace(REGISTER, "    谈话对象: 陈建平", "    谈话对象: 陈建平\n    方式: 电话，视频")
    meeting.replace(REGISTER, "    谈话对象: 赵志强", "    谈话对象: 赵志强\n    方式: 电话、视频")

    report = check(meeting.load(), CheckOptions(today=TODAY, select=("MZ304",)))

    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings) == 2
