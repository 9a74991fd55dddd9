"""主持词: every item and every member in order, with times; what the chair says himself stays open."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.documents.rendered import changed, headings, lines, paragraph_with, results, text
from tests.documents.test_plan import other_year
from tests.support.folder import MeetingFolder

MINUTES = "08-会议/会议记录.md"
MEETING = "会议.yml"


def rows(written: list[str]) -> list[list[str]]:
    """The cells of the timetable's rows, head and rule left out."""
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in written if line.startswith("|")]
    return [row for row in cells if row[0].isdigit()]


def turn(written: list[str], name: str) -> list[str]:
    """What is said from a member's heading to the next."""
    start = next(n for n, line in enumerate(written) if re.fullmatch(f"### （.+）{name}同志", line))
    end = next(n for n, line in enumerate(written[start + 1 :], start + 1) if line.startswith("#"))
    return written[start + 1 : end]


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "script")) == [
        "# 望川市委常委班子2021年度党史学习教育专题民主生活会主持词",
        "## 第一项议程",
        "## 第二项议程",
        "## 第三项议程",
        "### （一）沈砚平同志",
        "### （二）顾承远同志",
        "### （三）梁晓芸同志",
        "### （四）丁若楠同志",
        "### （五）贺长林同志",
        "## 督导组点评",
        "## 第四项议程",
        "## 结束",
        "## 附：时间安排（预计）",
    ]


def test_the_opening(example: MeetingFolder) -> None:
    typed = yaml.safe_load(example.read(MEETING))
    written = lines(example, "script")

    assert written[1:3] == ["（2022年1月18日）", "同志们："]
    assert f"会议的主题是：{typed['主题']}。" in written[3]
    assert written[4] == "出席今天会议的有沈砚平、顾承远、梁晓芸、丁若楠、贺长林同志。应到常委5人，实到5人。"
    assert written[5] == "列席会议的有市人大常委会主任尹思远、市政协主席柏树林同志。"
    assert written[6] == "上级督导组江照明、冉立民、乔雅琴同志到会指导，让我们表示欢迎。"


def test_the_preparation_in_figures(example: MeetingFolder) -> None:
    opinions = yaml.safe_load(example.read("03-征求意见/意见建议.yml"))["意见"]

    assert f"征求到意见建议{len(opinions)}条，" in paragraph_with(lines(example, "script"), "会前，")


def test_each_item_of_the_agenda_is_announced(example: MeetingFolder) -> None:
    items = example.load().preset.agenda
    said = [line for line in lines(example, "script") if line.startswith("现在进行第")]

    assert len(said) == len(items)
    assert said[0] == f"现在进行第一项议程：{items[0].text}。"
    assert said[3] == f"现在进行第四项议程：{items[3].text}。"


def test_the_secretary_in_the_chair(example: MeetingFolder) -> None:
    assert turn(lines(example, "script"), "沈砚平") == [
        "**（预计上午9时30分至9时57分）**",
        "首先，由我作对照检查，请同志们批评帮助。",
        "**（沈砚平同志作对照检查，开展自我批评）**",
        "请同志们对我提出批评意见。请顾承远、梁晓芸、丁若楠、贺长林同志依次发言。",
        "**（顾承远、梁晓芸、丁若楠、贺长林同志依次提出批评意见）**",
    ]


def test_a_member_is_criticised_by_the_chair_first(example: MeetingFolder) -> None:
    assert turn(lines(example, "script"), "丁若楠") == [
        "**（预计上午10时51分至11时18分）**",
        "下面，请丁若楠同志作对照检查。",
        "**（丁若楠同志作对照检查，开展自我批评）**",
        "请同志们对丁若楠同志提出批评意见。我先提出批评意见。",
        "**（主持人提出批评意见，内容由本人定）**",
        "下面，请顾承远、梁晓芸、贺长林同志依次提出批评意见。",
        "**（顾承远、梁晓芸、贺长林同志依次提出批评意见）**",
    ]


def test_the_timetable_has_every_turn(example: MeetingFolder) -> None:
    """15 minutes a speech, 3 a criticism: 27 for each of five, one after another from 9 o'clock."""
    printed = rows(lines(example, "script"))

    assert [row[2] for row in printed] == [
        "",
        "沈砚平",
        *example.load().meeting.member_names,
        "",
        "沈砚平",
    ]
    assert [int(row[4]) for row in printed] == [15, 15, 27, 27, 27, 27, 27, 15, 15]
    assert printed[3][3] == "沈砚平、梁晓芸、<br>丁若楠、贺长林"
    assert printed[0][5] == "上午9时<br>至9时15分"
    assert printed[7][5] == "上午11时45分<br>至中午12时"
    assert "共需3小时15分钟，预计中午12时15分结束。" in text(example, "script")


def test_the_minutes_of_the_settings_count(example: MeetingFolder) -> None:
    example.replace(MEETING, "\n公文:\n", "\n检查: {阈值: {发言分钟: 20, 批评分钟: 5}}\n公文:\n")
    written = lines(example, "script")

    assert [int(row[4]) for row in rows(written)] == [20, 20, 40, 40, 40, 40, 40, 20, 20]
    assert "按每人发言20分钟、每条批评意见5分钟、其他各项每项20分钟推算，共需4小时40分钟。" in "".join(written)


def test_after_noon_the_chair_sets_the_time(example: MeetingFolder) -> None:
    """What has not begun by noon comes after a break, and nobody typed how long that is."""
    example.replace(MEETING, "\n公文:\n", "\n检查: {阈值: {发言分钟: 20, 批评分钟: 5}}\n公文:\n")
    written = lines(example, "script")

    assert [row[5] for row in rows(written)][-4:] == ["上午11时40分<br>至中午12时20分", "", "", ""]
    assert turn(written, "贺长林")[0] == "**（午间休会，续会时间由主持人定）**"
    assert "".join(written).count("休会") == 1
    assert "时间栏空着的，由主持人定。" in "".join(written)


def test_an_afternoon_that_is_too_short(party_group: MeetingFolder) -> None:
    def shorter() -> None:
        party_group.replace(MEETING, '"14:30-18:00"', '"14:30-16:00"')

    assert changed(party_group, "script", shorter) == [
        "- 按每人发言15分钟、每条批评意见3分钟、其他各项每项15分钟推算，共需2小时3分钟，预计下午4时33分结束。",
        "+ 按每人发言15分钟、每条批评意见3分钟、其他各项每项15分钟推算，共需2小时3分钟，预计下午4时33分结束，"
        "比通知的结束时间晚33分钟。",
    ]


@pytest.mark.parametrize("typed", ["上午九点", ""])
def test_without_a_clock_time_there_are_no_times(meeting: MeetingFolder, typed: str) -> None:
    meeting.replace(MEETING, '"09:00-17:30"', f'"{typed}"')
    written = lines(meeting, "script")

    assert {row[5] for row in rows(written)} == {""}
    assert not [line for line in written if "**（预计" in line]
    assert "共需2小时3分钟。时间栏空着的，由主持人定。" in "".join(written)


def test_the_order_is_that_of_the_minutes(meeting: MeetingFolder) -> None:
    meeting.replace(MINUTES, "发言顺序: [张卫国, 李明, 王芳]", "发言顺序: [王芳, 张卫国, 李明]")
    written = lines(meeting, "script")

    assert [line for line in written if line.startswith("### ")] == [
        "### （一）王芳同志",
        "### （二）张卫国同志",
        "### （三）李明同志",
    ]
    assert "首先，请王芳同志作对照检查。" in written
    assert "下面，由我作对照检查，请同志们批评帮助。" in written


def test_somebody_else_is_in_the_chair(meeting: MeetingFolder) -> None:
    meeting.replace(MINUTES, "主持: 张卫国", "主持: 李明")
    written = lines(meeting, "script")

    assert "请张卫国同志代表班子作对照检查。" in written
    assert "首先，请张卫国同志作对照检查。" in written
    assert "请同志们对王芳同志提出批评意见。请张卫国同志发言，最后由我提出批评意见。" in written


def test_before_the_meeting_the_number_is_left_to_be_said(meeting: MeetingFolder) -> None:
    meeting.remove(MINUTES)
    written = lines(meeting, "script")

    assert "应到常委3人，实到　　人，符合开会的人数要求。" in "".join(written)
    assert "**（宣布前核对人数：不少于2人方可开会；请假的同志由主持人说明）**" in written


def test_who_was_not_there_is_not_called(meeting: MeetingFolder) -> None:
    absent = "出席: [张卫国, 李明]\n缺席: [{姓名: 王芳, 事由: 住院, 批准: 张卫国, 书面发言: true}]"
    meeting.replace(MINUTES, "出席: [张卫国, 李明, 王芳]", absent)
    written = lines(meeting, "script")

    assert "应到常委3人，实到2人。王芳同志因住院请假。" in "".join(written)
    assert [line for line in written if line.startswith("### ")] == ["### （一）张卫国同志", "### （二）李明同志"]
    assert paragraph_with(written, "现在宣读") == (
        "王芳同志请假，提交了书面发言和书面批评意见，现在宣读。"
        "对王芳同志的批评意见，请同志们提出来，会后由主持人转告本人。"
    )
    assert not [line for line in turn(written, "张卫国") if "王芳" in line]


def test_who_was_not_there_and_sent_nothing_is_criticised_all_the_same(meeting: MeetingFolder) -> None:
    meeting.replace(MINUTES, "出席: [张卫国, 李明, 王芳]", "出席: [张卫国, 李明]")
    written = lines(meeting, "script")

    assert "对王芳同志的批评意见，请同志们提出来，会后由主持人转告本人。" in written
    # Nobody wrote that she asked for leave, or that there was anything to be read out.
    assert "请假" not in "".join(written)
    assert "宣读人由主持人定" not in "".join(line for line in written if "书面发言" in line)


def test_without_a_supervision_team_nobody_remarks(meeting: MeetingFolder) -> None:
    meeting.replace(MEETING, "督导组:\n  组长: 郭振华\n  成员: [田立新, 范秀英]\n", "")

    assert "督导" not in text(meeting, "script")


def test_another_year_has_an_item_for_the_remarks(meeting: MeetingFolder) -> None:
    written = lines(other_year(meeting), "script")

    assert [line for line in headings(written) if line.startswith("## ")] == [
        "## 第一项议程",
        "## 第二项议程",
        "## 第三项议程",
        "## 第四项议程",
        "## 第五项议程",
        "## 结束",
        "## 附：时间安排（预计）",
    ]
    assert "下面，请督导组组长郭振华同志点评。大家欢迎。" in written
    assert "请同志们审阅通报材料：整治形式主义为基层减负情况、上年度整改落实情况。" in "".join(written)


def test_what_follows_by_its_day(meeting: MeetingFolder) -> None:
    def later() -> None:
        meeting.replace("时间节点.yml", "条款: 5.1-report, 时限: 会后15日", "条款: 5.1-report, 时限: 会后10日")

    assert changed(meeting, "script", later) == [
        "- 会后的几件事，请按时办好：2月2日前，列出整改清单、制定整改方案，报送专题报告，通报会议情况。",
        "+ 会后的几件事，请按时办好：1月28日前，报送专题报告；2月2日前，列出整改清单、制定整改方案，通报会议情况。",
    ]


def test_no_word_of_the_members_is_in_it(example: MeetingFolder) -> None:
    """The program lends the chair no speech and tells nothing of what was written or criticised."""
    written = text(example, "script").replace("\\", "")
    criticisms = [item.problem for one in example.load().criticisms for item in (one.item,)]
    opinions = [one.text for one in example.load().opinions]

    assert len(criticisms) == 20
    assert [said for said in (*criticisms, *opinions) if said and said[:12] in written] == []
    assert all(f"（{part}）" in written for part in ("会议情况", "不足之处", "整改要求"))


def test_what_is_missing(meeting: MeetingFolder) -> None:
    typed = meeting.read(MEETING)
    meeting.write(MEETING, typed[: typed.index("出席:")] + typed[typed.index("列席:") :])
    (found,) = results(meeting, "script")

    assert str(found) == "主持词：还缺 出席人员名册"
    written = lines(meeting, "script", draft=True)
    assert [line for line in written if "待补" in line] == ["【待补：出席人员名册】"]
    assert not [line for line in written if line.startswith("|")]


def test_a_party_group(party_group: MeetingFolder) -> None:
    written = lines(party_group, "script")

    assert "现在进行第二项议程：党组书记代表市人大常委会党组班子作对照检查。" in written
    assert "应到党组成员3人，实到3人。" in written[4]
    assert "3名党组成员的对照检查和相互批评到此结束。" in written
    assert "下面，请督导组组长葛长青同志点评。大家欢迎。" in written
