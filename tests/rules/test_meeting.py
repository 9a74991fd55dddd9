"""The meeting's chapter (MZ6xx): one edit, one finding, at its place."""

# ruff: noqa: E501

from __future__ import annotations

import re
from datetime import date
from itertools import permutations

import pytest

from tests.support.folder import MeetingFolder

MINUTES = "08-会议/会议记录.md"
CRITICISM = "07-批评意见/张卫国.md"
ATTENDED = "出席: [张卫国, 李明, 王芳]"
SPEAKERS = "发言顺序: [张卫国, 李明, 王芳]"
AGENDA = "议程: [通报, 班子对照检查, 逐一对照检查, 总结]"
ENTRY = "{姓名: 王芳, 事由: 住院, 批准: 张卫国, 书面发言: true, 转达: 2022-01-20}"
PAIRS = "".join(
    f"\n  - {{批评人: {critic}, 对象: {about}}}" for critic, about in permutations(["张卫国", "李明", "王芳"], 2)
)


def without(entry: str) -> str:
    return f"出席: [张卫国, 李明]\n缺席: [{ENTRY.replace(entry, '')}]"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(ATTENDED, "出席: [张卫国, 李明]", "6:1 错误 MZ602 王芳没有到会，也没有写请假", id="neither there nor excused"),
        pytest.param(ATTENDED, "出席: [张卫国, 李明]\n缺席: []", "7:1 错误 MZ602 王芳没有到会，也没有写请假", id="empty list of the absent"),
        pytest.param(ATTENDED, without("批准: 张卫国, "), "7:6 错误 MZ602 王芳缺席，没有写批准人", id="no approval"),
        pytest.param(ATTENDED, without("书面发言: true, "), "7:6 错误 MZ602 王芳缺席，没有写书面发言", id="no written speech"),
        pytest.param(ATTENDED, without(", 转达: 2022-01-20"), "7:6 错误 MZ602 王芳缺席，没有写会后转达批评意见的日期", id="not relayed"),
        pytest.param(
            ATTENDED, without("批准: 张卫国, 书面发言: true, 转达: 2022-01-20"),
            "7:6 错误 MZ602 王芳缺席，没有写批准人、书面发言、会后转达批评意见的日期", id="nothing of the three",
        ),
        pytest.param(
            ATTENDED, f"出席: [张卫国, 李明]\n缺席: [{ENTRY.replace('true', 'false')}]",
            "7:38 错误 MZ602 王芳缺席，没有写书面发言", id="written speech false",
        ),
        pytest.param(
            ATTENDED, f"出席: [张卫国, 李明]\n缺席: [{ENTRY.replace('王芳', '王方')}]",
            "7:11 错误 MZ010 名册里没有“王方”", id="name of the absent",
        ),
        pytest.param(
            ATTENDED, f"出席: [张卫国, 李明]\n缺席: [{ENTRY.replace('01-20', '02-30')}]",
            "7:48 错误 MZ008 没有“2022-02-30”这一天", id="impossible day of relaying",
        ),
        pytest.param(ATTENDED, "出席: [张卫国]", "6:1 错误 MZ601 应到3人，实到1人，不足2/3（至少2人）", id="quorum over absences"),
        pytest.param(ATTENDED, "出席: []", "6:1 错误 MZ006 缺“出席”", id="nobody"),
        pytest.param(ATTENDED, "出席: [张卫国, 李明, 王方]", "6:15 错误 MZ010 名册里没有“王方”", id="name of one who came"),
        pytest.param(AGENDA, "议程: [通报, 通报, 班子对照检查, 逐一对照检查, 总结]", "9:10 错误 MZ603 “通报”写了两次", id="item twice"),
        pytest.param(
            AGENDA, "议程: [通报, 通报, 逐一对照检查, 总结]",
            "9:10 错误 MZ603 “通报”写了两次，却缺“班子对照检查”", id="one item for another",
        ),
        pytest.param(
            AGENDA, "议程: [通报, 班子检查, 逐一对照检查, 总结]",
            "9:10 错误 MZ603 规定的议程里没有“班子检查”，却缺“班子对照检查”", id="item renamed",
        ),
        pytest.param(
            AGENDA, "议程: [通报, 班子对照检查, 总结, 逐一对照检查]",
            "9:1 错误 MZ603 议程顺序是通报、班子对照检查、总结、逐一对照检查，应为通报、班子对照检查、逐一对照检查、总结", id="order",
        ),
        pytest.param(AGENDA, "议程: 〔待填〕", "9:1 错误 MZ603 “议程”还没有填写", id="agenda not filled in"),
        pytest.param(
            SPEAKERS, "发言顺序: [李明, 张卫国, 王芳]",
            "10:8 错误 MZ605 第一个作自我批评的是李明，应是书记张卫国", id="secretary second",
        ),
        pytest.param(SPEAKERS, "发言顺序: [李明, 王芳]", "10:1 错误 MZ609 发言顺序里没有张卫国", id="secretary left out"),
        pytest.param(SPEAKERS, "发言顺序: [张卫国, 李明, 李明]", "10:1 错误 MZ609 发言顺序里没有王芳", id="another twice"),
        pytest.param(SPEAKERS, "发言顺序: [张卫过, 李明, 王芳]", "10:8 错误 MZ010 名册里没有“张卫过”", id="name of a speaker"),
        pytest.param("列席: [何树林, 钱学义]\n", "", "1:1 提示 MZ609 应列席的何树林、钱学义一个也没有到会", id="no observers"),
        pytest.param(
            "批评: 全部", "批评:" + PAIRS.replace("\n  - {批评人: 李明, 对象: 王芳}", ""),
            "11:1 错误 MZ604 会上李明没有批评王芳", id="empty cell of the minutes",
        ),
        pytest.param(
            "批评: 全部", "批评:" + PAIRS.replace("\n  - {批评人: 张卫国, 对象: 王芳}", ""),
            "11:1 错误 MZ605 会上张卫国没有批评王芳", id="the secretary's empty cell",
        ),
    ],
)  # fmt: skip
def test_one_edit_of_the_minutes(meeting: MeetingFolder, old: str, new: str, expected: str) -> None:
    meeting.replace(MINUTES, old, new)

    assert meeting.check() == [f"{MINUTES}:{expected}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(ATTENDED, f"出席: [张卫国, 李明]\n缺席: [{ENTRY}]", id="absent with leave"),
        pytest.param("批评: 全部", "批评:" + PAIRS, id="every pair"),
        pytest.param(SPEAKERS + "\n", "", id="order of speakers left out"),
        pytest.param("列席: [何树林, 钱学义]", "列席: [市人大常委会主任何树林]", id="observer with his post"),
        pytest.param(AGENDA + "\n", "", id="agenda told by the headings"),
    ],
)
def test_what_is_in_order(meeting: MeetingFolder, old: str, new: str) -> None:
    meeting.replace(MINUTES, old, new)

    assert meeting.check() == []


def test_the_absent_owe_no_speech_and_no_criticism(meeting: MeetingFolder) -> None:
    meeting.replace(MINUTES, ATTENDED, f"出席: [张卫国, 李明]\n缺席: [{ENTRY}]")
    meeting.replace(MINUTES, SPEAKERS, "发言顺序: [张卫国, 李明]")
    for name in ("张卫国", "李明"):
        text = meeting.read(f"07-批评意见/{name}.md")
        meeting.write(f"07-批评意见/{name}.md", re.sub(r"  - 对象: 王芳\n(?:    .*\n)+", "", text))
    meeting.remove("07-批评意见/王芳.md")

    assert meeting.check(select=("MZ6",)) == []


def test_the_criticisms_are_relayed_after_the_meeting(meeting: MeetingFolder) -> None:
    meeting.replace(MINUTES, ATTENDED, without(", 转达: 2022-01-20"))

    assert meeting.check(today=date(2022, 1, 18), select=("MZ602",)) == []
    assert meeting.check(today=date(2022, 1, 18), stage="会上", select=("MZ602",)) == []
    assert len(meeting.check(today=date(2022, 1, 19), select=("MZ602",))) == 1


def test_a_criticism_that_the_secretary_left_out(meeting: MeetingFolder) -> None:
    text = meeting.read(CRITICISM)
    meeting.write(CRITICISM, re.sub(r"  - 对象: 王芳\n(?:    .*\n)+", "", text))

    assert [line.split(" ", 1)[1] for line in meeting.check(select=("MZ6",))] == [
        "错误 MZ605 张卫国没有对王芳提出批评意见"
    ]


def test_without_a_secretary_all_cells_are_alike(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "角色: 书记", "角色: 成员")
    meeting.remove(CRITICISM)

    assert meeting.check(select=("MZ6",)) == ["会议.yml:15:9 错误 MZ604 还没有张卫国对其他成员的批评意见"]


def test_detailed_minutes_lack_the_remarks_even_where_no_team_is_named(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "督导组:\n  组长: 郭振华\n  成员: [田立新, 范秀英]\n", "")
    meeting.remove("08-会议/督导.yml")
    text = meeting.read(MINUTES)
    meeting.write(MINUTES, re.sub("^督导: .*\n", "", text, flags=re.MULTILINE))

    assert meeting.check() == [f"{MINUTES}:1:1 错误 MZ606 没有写督导组的点评"]


def test_remarks_that_stand_in_the_log_only(meeting: MeetingFolder) -> None:
    text = meeting.read(MINUTES)
    meeting.write(MINUTES, re.sub("^督导: .*\n", "", text, flags=re.MULTILINE))

    assert meeting.check() == [f"{MINUTES}:1:1 错误 MZ606 督导组的点评只在督导登记里，没有写进会议记录"]


def test_remarks_of_the_team_are_due(meeting: MeetingFolder) -> None:
    meeting.remove("08-会议/督导.yml")
    text = meeting.read(MINUTES)
    meeting.write(MINUTES, re.sub("^督导: .*$", "督导: 〔待填〕", text, flags=re.MULTILINE))

    assert meeting.check() == [f"{MINUTES}:8:1 错误 MZ606 没有写督导组的点评"]


def test_a_plan_later_than_the_set_day_is_said_once(meeting: MeetingFolder) -> None:
    meeting.replace("时间节点.yml", "条款: 4-date, 时限: 会前0日", "条款: 4-date, 时限: 2022-01-17")

    assert meeting.check(select=("MZ607",)) == ["会议.yml:11:7 错误 MZ607 定在2022-01-18召开，晚于规定的2022-01-17"]


def test_a_due_date_counted_from_the_meeting_sets_no_day(meeting: MeetingFolder) -> None:
    meeting.replace("时间节点.yml", "条款: 4-date, 时限: 会前0日", "条款: 4-date, 时限: 会前3日")

    assert meeting.check(select=("MZ607",)) == []


@pytest.mark.parametrize(
    ("setting", "days", "expected"),
    [
        ("发言分钟: 120, 批评分钟: 30", 1, ["会议.yml:13:7 错误 MZ607 3人发言、6条批评约需9.0小时，会期1天排不下"]),
        ("发言分钟: 120, 批评分钟: 30", 2, []),
        ("发言分钟: 120, 批评分钟: 30, 每日小时: 9", 1, []),
    ],
)
def test_what_fits_into_a_day(meeting: MeetingFolder, setting: str, days: int, expected: list[str]) -> None:
    meeting.replace("会议.yml", '  时间: "09:00-17:30"\n', f'  时间: "09:00-17:30"\n  会期: {days}\n')
    meeting.replace("会议.yml", "公文:\n", f"检查: {{阈值: {{{setting}}}}}\n公文:\n")

    assert meeting.check(select=("MZ607",)) == expected


def test_a_length_that_nobody_typed_is_one_day(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "公文:\n", "检查: {阈值: {批评分钟: 90}}\n公文:\n")

    assert meeting.check(select=("MZ607",)) == ["会议.yml:10:1 错误 MZ607 3人发言、6条批评约需9.8小时，会期1天排不下"]


def test_short_minutes_count(meeting: MeetingFolder) -> None:
    meeting.write(MINUTES, f"---\n类型: 会议记录\n日期: 2022-01-18\n主持: 张卫国\n记录: 方晓东\n{ATTENDED}\n---\n")

    assert meeting.check(select=("MZ0", "MZ6", "MZ7"), ignore=("MZ606", "MZ609")) == [
        f"{MINUTES}:1:1 提示 MZ603 没有写“议程”，看不出这几项是否进行：通报、班子对照检查、逐一对照检查、总结"
    ]


def test_a_scaffold_is_no_minutes_yet(meeting: MeetingFolder) -> None:
    meeting.write(
        MINUTES,
        f"---\n类型: 会议记录\n日期: 2022-01-18\n主持: 张卫国\n记录: 方晓东\n{ATTENDED}\n议程: 〔待填〕\n---\n",
    )

    assert meeting.check(select=("MZ6",)) == ["会议.yml:10:1 错误 MZ603 还没有会议记录"]


def test_short_minutes_without_a_team_need_no_remarks(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "督导组:\n  组长: 郭振华\n  成员: [田立新, 范秀英]\n", "")
    meeting.write(MINUTES, f"---\n类型: 会议记录\n日期: 2022-01-18\n主持: 张卫国\n记录: 方晓东\n{ATTENDED}\n---\n")

    assert [line for line in meeting.check(select=("MZ606",)) if " 提示 " not in line] == []


def test_an_empty_order_of_speakers(meeting: MeetingFolder) -> None:
    meeting.replace(MINUTES, "发言顺序: [张卫国, 李明, 王芳]", "发言顺序: []")

    assert meeting.check() == [f"{MINUTES}:10:1 错误 MZ609 “发言顺序”是空的"]


def test_the_roster_names_one_secretary(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "职务: 市委副书记、市长\n    角色: 成员", "职务: 市委副书记、市长\n    角色: 书记")
    assert meeting.check(select=("MZ0",)) == ["会议.yml:25:9 错误 MZ013 名册里写了两个书记"]

    meeting.write("会议.yml", meeting.read("会议.yml").replace("角色: 书记", "角色: 成员"))
    assert meeting.check(select=("MZ0",)) == ["会议.yml:14:1 错误 MZ006 名册里没有写谁是书记"]
