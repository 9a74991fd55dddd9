"""会议议程: the preset's items, the bulletins and the order of speaking."""

from __future__ import annotations

import yaml

from tests.documents.rendered import changed, headings, lines, paragraph_with, results
from tests.documents.test_plan import other_year
from tests.support.folder import MeetingFolder

MINUTES = "08-会议/会议记录.md"


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "agenda")) == [
        "# 望川市委常委班子2021年度党史学习教育专题民主生活会议程",
        "## 一、书面通报上年度民主生活会整改措施落实情况及本次民主生活会征求意见情况",
        "## 二、市委书记代表市委常委班子作对照检查",
        "## 三、每位常委逐一进行对照检查，作自我批评；每人发言后，其他常委逐一对其提出批评意见",
        "## 四、总结会议情况，提出整改工作要求",
    ]


def test_when_where_and_who(example: MeetingFolder) -> None:
    typed = yaml.safe_load(example.read("会议.yml"))

    assert [line for line in lines(example, "agenda") if line.startswith("**")] == [
        "**时间：**2022年1月18日（星期二）上午9时至下午5时30分",
        f"**地点：**{typed['召开']['地点']}",
        f"**主题：**{typed['主题']}",
        "**主持：**沈砚平",
        f"**出席：**{'、'.join(one['姓名'] for one in typed['出席'])}",
        f"**列席：**{'、'.join(one['职务'] + one['姓名'] for one in typed['列席'])}",
        "**督导：**江照明、冉立民、乔雅琴",
    ]


def test_the_bulletins_stand_under_their_item(example: MeetingFolder) -> None:
    written = lines(example, "agenda")
    below = written[written.index(headings(written)[1]) + 1 :]

    assert below[:2] == ["1.上年度民主生活会整改措施落实情况", "2.本次民主生活会征求意见情况"]


def test_the_order_is_that_of_the_minutes(meeting: MeetingFolder) -> None:
    def reordered() -> None:
        meeting.replace(MINUTES, "发言顺序: [张卫国, 李明, 王芳]", "发言顺序: [张卫国, 王芳, 李明]")

    assert changed(meeting, "agenda", reordered) == [
        "- 发言顺序：张卫国、李明、王芳",
        "+ 发言顺序：张卫国、王芳、李明",
    ]


def test_before_there_are_minutes_the_secretary_speaks_first(meeting: MeetingFolder) -> None:
    meeting.remove(MINUTES)
    meeting.replace("会议.yml", "    角色: 书记\n", "")
    meeting.replace("会议.yml", "组织部部长\n    角色: 成员", "组织部部长\n    角色: 书记")
    written = lines(meeting, "agenda")

    assert paragraph_with(written, "发言顺序") == "发言顺序：王芳、张卫国、李明"
    assert "**主持：**王芳" in written


def test_only_the_beginning_is_known(meeting: MeetingFolder) -> None:
    def no_end() -> None:
        meeting.replace("会议.yml", '"09:00-17:30"', '"14:30"')

    assert changed(meeting, "agenda", no_end) == [
        "- **时间：**2022年1月18日（星期二）上午9时至下午5时30分",
        "+ **时间：**2022年1月18日（星期二）下午2时30分，会期1天",
    ]


def test_another_year(meeting: MeetingFolder) -> None:
    written = lines(other_year(meeting), "agenda")

    assert headings(written)[1:] == [
        "## 一、书面通报有关情况",
        "## 二、市委书记代表市委常委班子作对照检查",
        "## 三、每位常委逐一对照检查",
        "## 四、督导组点评",
        "## 五、总结会议情况",
    ]
    assert "1.整治形式主义为基层减负情况" in written


def test_what_is_missing(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "  日期: 2022-01-18\n", "")
    (found,) = results(meeting, "agenda")

    assert str(found) == "会议议程：还缺 召开日期"
    written = lines(meeting, "agenda", draft=True)
    assert "**时间：**【待补：召开日期】上午9时至下午5时30分" in written


def test_a_party_group(party_group: MeetingFolder) -> None:
    written = lines(party_group, "agenda")

    assert headings(written)[2] == "## 二、党组书记代表市人大常委会党组班子作对照检查"
    assert "**时间：**2022年1月14日（星期五）下午2时30分至6时" in written
