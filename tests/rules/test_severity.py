"""When a rule speaks and how loud: stage, milestones, 状态 and settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mzsh.model.talks import Talk
from mzsh.rules import running
from mzsh.rules.finding import Report
from mzsh.rules.rule import collect
from mzsh.rules.running import CheckOptions, check
from tests.support.folder import MeetingFolder

OUTLINE = "06-发言提纲/李明.md"
MISSING_TALK = "会议.yml:31:9 错误 MZ301 李明与王芳还没有谈话记录"
BEFORE_THE_TALKS = date(2021, 12, 20)


def _broken(talk: Talk) -> None:
    raise RuntimeError("boom")


def report(meeting: MeetingFolder, today: date) -> Report:
    return check(meeting.load(), CheckOptions(today=today))


def test_what_is_missing_is_an_open_item_until_its_milestone_has_passed(meeting: MeetingFolder) -> None:
    meeting.remove_talk("李明", "王芳")

    early = report(meeting, BEFORE_THE_TALKS)

    assert early.findings == ()
    assert [(item.clause, item.due, item.what) for item in early.not_due] == [
        ("3.3-scope2", date(2022, 1, 6), "李明与王芳还没有谈话记录")
    ]
    assert meeting.check(today=date(2022, 1, 6)) == []
    assert meeting.check(today=date(2022, 1, 7)) == [MISSING_TALK]


def test_a_stage_by_hand_makes_everything_up_to_it_due(meeting: MeetingFolder) -> None:
    meeting.remove_talk("李明", "王芳")
    meeting.remove("08-会议/会议记录.md")

    assert meeting.check(today=BEFORE_THE_TALKS, stage="会前") == [MISSING_TALK]
    assert meeting.check(today=BEFORE_THE_TALKS, stage="会上") == [
        "会议.yml:10:1 错误 MZ603 还没有会议记录",
        MISSING_TALK,
    ]


def test_without_a_milestone_the_section_and_then_the_stage_decide(meeting: MeetingFolder) -> None:
    meeting.remove_talk("李明", "王芳")
    meeting.replace(
        "时间节点.yml",
        "  - {名称: 普遍开展谈心谈话, 条款: 3.3-scope1, 时限: 会前12日, 责任: 各位常委, 完成: 2022-01-06}\n",
        "",
    )

    assert meeting.check(today=date(2022, 1, 17)) == []
    assert meeting.check(today=date(2022, 1, 18)) == [MISSING_TALK]


def test_a_fault_in_what_exists_speaks_whatever_the_date(meeting: MeetingFolder) -> None:
    meeting.replace("04-谈心谈话/张卫国-李明.md", "地点: 市委谈话室", "地点: 市委谈话室\n方式: 电话")

    assert meeting.check(today=date(2021, 12, 1)) == [
        "04-谈心谈话/张卫国-李明.md:9:5 错误 MZ304 方式是“电话”，谈心谈话须面对面"
    ]


def test_a_draft_that_is_not_due_gets_hints_only(meeting: MeetingFolder) -> None:
    meeting.replace(OUTLINE, "状态: 上级已审", "状态: 草稿")
    meeting.replace(OUTLINE, "## 三、努力方向和整改措施", "## 三、几点体会")
    meeting.approve()

    assert meeting.check(today=date(2022, 1, 7)) == [f"{OUTLINE}:1:1 提示 MZ104 正文缺“措施”部分"]
    assert meeting.check(today=date(2022, 1, 8)) == [f"{OUTLINE}:1:1 错误 MZ104 正文缺“措施”部分"]


def test_form_rules_speak_at_full_voice_on_drafts(meeting: MeetingFolder) -> None:
    meeting.replace(OUTLINE, "状态: 上级已审", "状态: 草稿\n备注: 未完")
    meeting.approve()

    found = meeting.check(today=BEFORE_THE_TALKS)

    assert found == [f"{OUTLINE}:5:1 错误 MZ005 不认识“备注”这个键"]


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("检查:\n  级别: {MZ304: 提示}\n", ["提示"]),
        ("检查:\n  级别: {MZ304: 关闭}\n", []),
        ("检查:\n  忽略: [MZ304]\n", []),
    ],
)
def test_the_user_decides_how_loud_a_rule_is(meeting: MeetingFolder, setting: str, expected: list[str]) -> None:
    meeting.replace("04-谈心谈话/张卫国-李明.md", "地点: 市委谈话室", "地点: 市委谈话室\n方式: 电话")
    meeting.write("会议.yml", meeting.read("会议.yml") + setting)

    assert [line.split(" ")[1] for line in meeting.check()] == expected


def test_a_stub_counts_as_absent(meeting: MeetingFolder) -> None:
    meeting.write(
        OUTLINE,
        "---\n类型: 发言提纲\n姓名: 李明\n状态: 草稿\n本人撰写: 〔待填〕\n对照检查: []\n五避免: 〔待填〕\n---\n\n"
        "# 个人发言提纲\n\n## 一、存在的问题\n\n<!-- 写什么？ -->\n\n## 二、原因分析\n\n## 三、整改措施\n",
    )

    early = report(meeting, BEFORE_THE_TALKS)

    assert [finding.message for finding in early.findings] == []
    assert [item.what for item in early.not_due] == ["还没有李明的发言提纲"]


def test_placeholders_are_open_items_on_a_draft_and_faults_from_submission_on(meeting: MeetingFolder) -> None:
    meeting.replace(OUTLINE, "本人撰写: true", "本人撰写: 〔待填〕")
    meeting.approve()

    assert meeting.check() == [f"{OUTLINE}:5:7 错误 MZ014 还留着占位符“〔待填〕”"]


def test_a_crash_in_one_rule_is_named_and_the_rest_goes_on(
    meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tuple(replace(one, function=_broken) if one.id == "MZ303" else one for one in collect())
    meeting.replace("04-谈心谈话/张卫国-李明.md", "地点: 市委谈话室", "地点: 市委谈话室\n方式: 电话")
    monkeypatch.setattr(running, "collect", lambda: rules)

    found = report(meeting, date(2022, 3, 20))

    assert [finding.rule for finding in found.findings] == ["MZ304"]
    assert found.crashes[0].rule == "MZ303"
    assert found.exit_code(found.findings[0].severity) == 3
