"""A member's plan: his own list, word for word, to be signed by himself."""

from __future__ import annotations

import yaml

from tests.documents.rendered import headings, lines, opened, results, text
from tests.support.folder import MeetingFolder


def test_one_for_each_member(meeting: MeetingFolder) -> None:
    meeting.remove("10-整改/王芳.yml")

    assert [str(one) for one in results(meeting, "plan-member")] == [
        "张卫国的个人整改方案：个人整改方案-张卫国.md",
        "李明的个人整改方案：个人整改方案-李明.md",
        "王芳的个人整改方案：还缺 王芳的整改清单",
    ]


def test_the_rows_are_the_members_own(example: MeetingFolder) -> None:
    typed = yaml.safe_load(example.read("10-整改/丁若楠.yml"))["条目"]
    written = lines(example, "plan-member", member="丁若楠")
    rows = [line.strip("| ").split(" | ") for line in written if line.startswith("| ") and line[2].isdigit()]

    assert headings(written) == ["# 2021年度党史学习教育专题民主生活会个人整改方案"]
    assert written[1] == "丁若楠（市委常委、宣传部部长）"
    assert [row[1] for row in rows] == [item["问题"].rstrip("。") for item in typed]
    assert [row[5] for row in rows] == [item["成果"].rstrip("。") for item in typed]
    assert [row[0] for row in rows if row[4] == "√"] == ["5"]
    assert rows[4][2].endswith("会议结果在街面张贴<br>（责任人：石建峰）")
    assert rows[3][2].endswith("<br>（牵头：市委宣传部）")
    assert rows[0][3] == "2022年<br>5月31日"


def test_that_he_made_it_himself_is_said_where_he_says_so(meeting: MeetingFolder) -> None:
    before = text(meeting, "plan-member", member="李明")
    meeting.replace("10-整改/李明.yml", "本人制定: true", "本人制定: false")

    assert before.replace("本方案由本人制定。\n\n", "") == text(meeting, "plan-member", member="李明") != before


def test_it_is_signed_by_hand(meeting: MeetingFolder) -> None:
    signing = opened(meeting, "plan-member", member="李明").tables[-1]

    assert [cell.text for cell in signing.rows[0].cells] == ["本人签名", "", "日期", "年　　月　　日"]


def test_what_changes_with_a_mark(meeting: MeetingFolder) -> None:
    before = lines(meeting, "plan-member", member="张卫国")
    meeting.replace("10-整改/张卫国.yml", "    重点: true\n", "")
    after = lines(meeting, "plan-member", member="张卫国")

    assert [(one, two) for one, two in zip(before, after, strict=True) if one != two] == [
        (before[2], before[2].replace("，其中重点1项", "")),
        (before[7], before[7].replace("√", "")),
    ]


def test_no_critic_is_named(example: MeetingFolder) -> None:
    written = text(example, "plan-member", member="丁若楠")

    assert not [name for name in ("沈砚平", "顾承远", "梁晓芸", "贺长林") if name in written]
