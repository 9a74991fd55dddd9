"""会议记录: people, items in their order, the recorder's words and the criticisms in their places; 纪要."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from tests.documents.rendered import blocks, changed, headings, lines, opened, paragraph_with, results, text
from tests.support.folder import MeetingFolder

MINUTES = "08-会议/会议记录.md"


def after(written: list[str], heading: str) -> list[str]:
    """The paragraphs under one heading."""
    rest = written[written.index(heading) + 1 :]
    return rest[: next((place for place, line in enumerate(rest) if line.startswith("#")), len(rest))]


def test_headings_follow_the_recorder_and_the_speakers(example: MeetingFolder) -> None:
    assert headings(lines(example, "minutes")) == [
        "# 市委常委班子2021年度民主生活会记录",
        "## 一、书面通报",
        "## 二、班子对照检查",
        "## 三、逐一对照检查和相互批评",
        "### （一）沈砚平",
        "### （二）顾承远",
        "### （三）梁晓芸",
        "### （四）丁若楠",
        "### （五）贺长林",
        "## 四、督导组点评",
        "## 五、总结",
    ]


def test_who_was_there(example: MeetingFolder) -> None:
    front = yaml.safe_load(example.read(MINUTES).split("---\n")[1])
    written = lines(example, "minutes")

    assert "时间：2022年1月18日上午9时至下午5时30分" in written
    assert "地点：市委常委会议室" in written
    assert f"主持：{front['主持']}" in written
    assert f"记录：{front['记录']}" in written
    assert f"出席：{'　'.join(front['出席'])}" in written
    assert "到会：应到常委5人，实到5人" in written
    assert "列席：市人大常委会主任尹思远　市政协主席柏树林" in written
    assert "督导组：江照明（组长）　冉立民　乔雅琴" in written
    assert written[-1] == "| 主持人签名 |  | 记录人签名 |  |"


def test_each_item_has_what_the_preset_says_and_what_the_recorder_wrote(example: MeetingFolder) -> None:
    written = lines(example, "minutes")

    assert after(written, "## 一、书面通报")[:2] == [
        "书面通报上年度民主生活会整改措施落实情况及本次民主生活会征求意见情况。",
        "两份书面通报前一天已送到每个人手上，会上留十五分钟核对，没有异议。",
    ]
    assert after(written, "## 二、班子对照检查")[0] == "市委书记代表市委常委班子作对照检查。"
    assert "发言顺序为：沈砚平、顾承远、梁晓芸、丁若楠、贺长林。" in after(written, "## 三、逐一对照检查和相互批评")[0]
    assert after(written, "## 五、总结")[0] == "总结会议情况，提出整改工作要求。"


def test_criticisms_stand_word_for_word_under_whom_they_were_made_to(meeting: MeetingFolder) -> None:
    written = lines(meeting, "minutes")

    for path in sorted(meeting.root.glob("07-批评意见/*.md")):
        front = yaml.safe_load(Path(path).read_text(encoding="utf-8").split("---\n")[1])
        for item in front["意见"]:
            place = next(line for line in headings(written) if line.endswith(f"）{item['对象']}同志"))
            said = paragraph_with(after(written, place), f"**{front['批评人']}**：")
            assert said.endswith(f"{item['问题']}{item['事例']}建议：{item['建议']}")
    assert [line[4:] for line in headings(written) if line.startswith("###")] == [
        "（一）张卫国同志",
        "（二）李明同志",
        "（三）王芳同志",
    ]


def test_the_speaking_order_of_the_minutes(meeting: MeetingFolder) -> None:
    found = changed(
        meeting,
        "minutes",
        lambda: meeting.replace(MINUTES, "发言顺序: [张卫国, 李明, 王芳]", "发言顺序: [张卫国, 王芳, 李明]"),
    )

    assert "- 发言顺序为：张卫国、李明、王芳。" in found
    assert "+ 发言顺序为：张卫国、王芳、李明。" in found
    assert [line for line in headings(lines(meeting, "minutes")) if line.startswith("###")] == [
        "### （一）张卫国同志",
        "### （二）王芳同志",
        "### （三）李明同志",
    ]


def test_an_absent_member(meeting: MeetingFolder) -> None:
    meeting.replace(
        MINUTES,
        "出席: [张卫国, 李明, 王芳]",
        "出席: [张卫国, 李明]\n缺席: [{姓名: 王芳, 事由: 住院, 批准: 张卫国, 书面发言: true, 转达: 2022-01-20}]",
    )
    meeting.replace(MINUTES, "发言顺序: [张卫国, 李明, 王芳]", "发言顺序: [张卫国, 李明]")
    meeting.remove("07-批评意见/王芳.md")
    written = lines(meeting, "minutes")

    assert "到会：应到常委3人，实到2人" in written
    assert "缺席：王芳（住院，经张卫国批准，提交书面发言，2022年1月20日转达批评意见）" in written
    assert [line for line in headings(written) if line.startswith("###")][-1] == "### （三）王芳同志（缺席）"


def test_a_criticism_that_nobody_wrote_down(meeting: MeetingFolder) -> None:
    meeting.write(
        "07-批评意见/王芳.md", re.sub(r"  - 对象: 李明\n(?:    .*\n)+", "", meeting.read("07-批评意见/王芳.md"))
    )
    meeting.replace(
        MINUTES, "批评: 全部\n", "批评:\n  - {批评人: 张卫国, 对象: 李明}\n  - {批评人: 王芳, 对象: 李明}\n"
    )
    said = after(lines(meeting, "minutes"), "### （一）李明同志")

    assert said[0] == "对李明同志的批评意见（2条，照书面原文）："
    assert said[-1] == "2.**王芳**提出了批评，没有书面原文。"


def test_what_was_sent_in_writing_is_told_as_such(meeting: MeetingFolder) -> None:
    meeting.replace(MINUTES, "出席: [张卫国, 李明, 王芳]", "出席: [张卫国, 李明]\n缺席: [{姓名: 王芳, 书面发言: true}]")
    said = after(lines(meeting, "minutes"), "### （二）李明同志")

    assert [line.split("：")[0] for line in said if "**" in line] == ["1.**张卫国**", "2.**王芳**（书面提出）"]


def test_a_heading_of_the_members_turns_that_begins_with_the_body(meeting: MeetingFolder) -> None:
    meeting.replace(MINUTES, "## 三、逐一对照检查和相互批评", "## 三、班子成员逐一发言、相互批评")
    written = headings(lines(meeting, "minutes"))

    assert written[written.index("## 三、班子成员逐一发言、相互批评") + 1 :][:3] == [
        "### （一）张卫国同志",
        "### （二）李明同志",
        "### （三）王芳同志",
    ]


def test_sections_of_other_names_and_remarks_keep_their_words(meeting: MeetingFolder) -> None:
    meeting.replace(MINUTES, "## 四、总结", "## 会场情况\n\n会场的话。\n\n## 督导组意见\n\n督导的话。\n\n## 四、总结")
    written = lines(meeting, "minutes")

    assert after(written, "## 六、会场情况") == ["会场的话。", "|  |  |  |  |", *written[-2:]]
    assert after(written, "## 四、督导组意见") == [
        yaml.safe_load(meeting.read(MINUTES).split("---\n")[1])["督导"],
        "督导的话。",
    ]


def test_short_minutes_take_their_items_from_the_recorders_headings(meeting: MeetingFolder) -> None:
    meeting.replace(MINUTES, "议程: [通报, 班子对照检查, 逐一对照检查, 总结]\n", "")
    written = lines(meeting, "minutes")

    assert [line for line in headings(written) if line.startswith("## ")] == [
        "## 一、书面通报",
        "## 二、班子对照检查",
        "## 三、逐一对照检查和相互批评",
        "## 四、督导组点评",
        "## 五、总结",
    ]
    assert after(written, "## 一、书面通报") == ["两份通报会前一天已发到各人手里，会上没有异议。"]


def test_nothing_is_said_of_what_is_not_there(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "  地点: 市委常委会议室\n", "")
    minutes = re.sub(r"^(?:督导|列席): .*\n", "", meeting.read(MINUTES), flags=re.MULTILINE)
    meeting.write(MINUTES, minutes)
    written = text(meeting, "minutes")

    for word in ("地点", "列席", "督导", "缺席", "None", "【"):
        assert word not in written


def test_as_a_summary_where_it_has_a_number(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "公文:\n", "公文:\n  minutes: {文号: 临纪〔2022〕2号, 印发: 2022-01-20}\n")
    written = lines(meeting, "minutes")
    found = blocks(opened(meeting, "minutes"))
    lists = [text_ for style, text_ in found if style == "名单"]

    assert written[:3] == [
        "临纪〔2022〕2号",
        "# 临江市委常委班子2021年度党史学习教育专题民主生活会会议纪要",
        "2022年1月18日上午9时至下午5时30分，张卫国同志在市委常委会议室主持召开临江市委常委班子2021年度党史学习教育"
        f"专题民主生活会。会议主题是：{written[2].split('会议主题是：')[1]}",
    ]
    assert written[2].endswith("现将会议情况纪要如下。")
    assert lists == [
        "出席：张卫国　李明　王芳",
        "列席：市人大常委会主任何树林　市政协主席钱学义",
        "督导组：郭振华　田立新　范秀英",
    ]
    assert "主持人签名" not in "".join(written)


def test_what_is_missing(meeting: MeetingFolder) -> None:
    meeting.remove("07-批评意见/王芳.md")
    assert [str(one) for one in results(meeting, "minutes")] == ["会议记录：还缺 王芳的批评意见"]
    assert "【待补：王芳的批评意见】" in text(meeting, "minutes", draft=True)

    meeting.remove(MINUTES)
    assert [str(one) for one in results(meeting, "minutes", draft=True)] == ["会议记录：还缺 会议记录、王芳的批评意见"]


def test_a_record_without_its_recorder_has_no_empty_line(meeting: MeetingFolder) -> None:
    meeting.replace(MINUTES, "记录: 方晓东\n", "")
    written = lines(meeting, "minutes")

    assert not [line for line in written if line.startswith("记录")]
    assert "主持：张卫国" in written
