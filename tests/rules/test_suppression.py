from __future__ import annotations

from dataclasses import replace
from datetime import date

from mzsh.model.place import Source
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
