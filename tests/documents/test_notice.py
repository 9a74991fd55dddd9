"""会议通知: when, where, who and what to prepare; a letter where its number says so."""

from __future__ import annotations

import yaml

from tests.documents.rendered import blocks, changed, headings, lines, opened, paragraph_with, results, text
from tests.support.folder import MeetingFolder


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "notice")) == [
        "# 望川市委办公室关于召开市委常委班子2021年度党史学习教育专题民主生活会的通知",
        "## 一、会议时间和地点",
        "## 二、会议主题",
        "## 三、参加人员",
        "## 四、会议议程",
        "## 五、材料准备",
        "## 六、有关要求",
    ]


def test_what_the_paper_carries(example: MeetingFolder) -> None:
    typed = yaml.safe_load(example.read("会议.yml"))["公文"]["notice"]
    written = lines(example, "notice")

    assert written[0] == typed["文号"]  # a notice goes out without 签发人
    assert written[2] == f"{typed['主送']}："
    assert written[-4:] == ["特此通知。", "望川市委办公室", "2022年1月13日", "抄送：省委督导组。"]


def test_a_number_with_han_makes_a_letter(example: MeetingFolder) -> None:
    styled = blocks(opened(example, "notice"))
    example.replace("会议.yml", "望办函〔2022〕2号", "望办〔2022〕2号")
    as_file = blocks(opened(example, "notice"))

    assert ("发文机关标志", "望川市委办公室") in styled
    assert ("发文机关标志", "望川市委办公室文件") in as_file


def test_the_day_the_place_and_the_people(example: MeetingFolder) -> None:
    written = lines(example, "notice")

    assert "时间：2022年1月18日（星期二）上午9时至下午5时30分。" in written
    assert "地点：市委常委会议室。" in written
    assert "出席：沈砚平、顾承远、梁晓芸、丁若楠、贺长林，共5人。" in written
    assert "列席：市人大常委会主任尹思远、市政协主席柏树林。" in written
    assert "督导：上级督导组江照明、冉立民、乔雅琴同志到会指导。" in written


def test_the_meeting_moves(example: MeetingFolder) -> None:
    def moved() -> None:
        example.replace("会议.yml", "  日期: 2022-01-18\n", "  日期: 2022-01-19\n")

    assert changed(example, "notice", moved) == [
        "- 按照省委组织部《关于认真开好2021年度党史学习教育专题民主生活会的通知》（省组通〔2021〕71号）要求，"
        "定于2022年1月18日召开市委常委班子2021年度党史学习教育专题民主生活会。",
        "+ 按照省委组织部《关于认真开好2021年度党史学习教育专题民主生活会的通知》（省组通〔2021〕71号）要求，"
        "定于2022年1月19日召开市委常委班子2021年度党史学习教育专题民主生活会。",
        "- 时间：2022年1月18日（星期二）上午9时至下午5时30分。",
        "+ 时间：2022年1月19日（星期三）上午9时至下午5时30分。",
        "- 由市委组织部于1月17日前印送参会人员。",
        "+ 由市委组织部于1月18日前印送参会人员。",
    ]


def test_a_day_that_is_over_is_not_set(example: MeetingFolder) -> None:
    """The notice of 13 January asks for no outline by 7 January; one of 5 January does."""

    def earlier() -> None:
        example.replace("会议.yml", "印发: 2022-01-13", "印发: 2022-01-05")

    assert changed(example, "notice", earlier)[:1] == [
        "+ 发言提纲于1月7日前由本人所在单位办公室报市委组织部。",
    ]


def test_how_many_must_come(example: MeetingFolder) -> None:
    assert "到会常委不少于4人方可开会。" in text(example, "notice")
    example.replace("会议.yml", "\n公文:\n", "\n检查: {阈值: {到会比例: 0.9}}\n公文:\n")
    assert "到会常委不少于5人方可开会。" in text(example, "notice")


def test_without_an_addressee_it_goes_to_those_who_come(meeting: MeetingFolder) -> None:
    written = lines(meeting, "notice")

    assert written[:2] == [
        "# 临江市委办公室关于召开市委常委班子2021年度党史学习教育专题民主生活会的通知",
        "各位常委，市人大常委会主任、市政协主席：",
    ]
    assert written[-2:] == ["特此通知。", "临江市委办公室"]


def test_nothing_is_said_of_what_is_not_there(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", '  时间: "09:00-17:30"\n', "")
    meeting.replace("会议.yml", "督导组:\n  组长: 郭振华\n  成员: [田立新, 范秀英]\n", "")
    written = lines(meeting, "notice")

    assert "时间：2022年1月18日（星期二），会期1天。" in written
    assert not [line for line in written if line.startswith("督导") or "印送" in line]


def test_a_notice_says_where(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "  地点: 市委常委会议室\n", "")
    (found,) = results(meeting, "notice")

    assert str(found) == "会议通知：还缺 会议地点"
    assert "地点：【待补：会议地点】。" in lines(meeting, "notice", draft=True)


def test_what_is_missing(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "  日期: 2022-01-18\n", "")
    meeting.replace("会议.yml", "单位: 临江市委\n", "")
    (found,) = results(meeting, "notice")

    assert str(found) == "会议通知：还缺 单位、召开日期"
    written = lines(meeting, "notice", draft=True)
    assert written[0].startswith("# 【待补：单位】关于召开")
    assert paragraph_with(written, "定于").count("【待补：召开日期】") == 1


def test_a_party_group(party_group: MeetingFolder) -> None:
    written = lines(party_group, "notice")

    assert written[0] == "# 岚溪市人大常委会办公室关于召开市人大常委会党组班子2021年度党史学习教育专题民主生活会的通知"
    assert written[1] == "各位党组成员，市人大机关党委专职副书记："
    assert "到会党组成员不少于2人方可开会。" in paragraph_with(written, "须事先向党组书记书面请假")
