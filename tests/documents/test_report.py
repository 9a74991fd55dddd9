"""The final report: its sections, its figures against the folder, and what is left out."""

from __future__ import annotations

import re

import yaml

from tests.documents.rendered import changed, headings, lines, paragraph_with, results, text
from tests.support.folder import MeetingFolder

REPORT = "09-报告/专题报告.md"


def raw(folder: MeetingFolder, name: str) -> dict[str, list[dict[str, object]]]:
    """A register as plain YAML, read without the program."""
    found = yaml.safe_load(folder.read(name))
    assert isinstance(found, dict)
    return found


def front(folder: MeetingFolder, pattern: str) -> list[dict[str, list[str]]]:
    """The front matter of all files of a kind."""
    paths = sorted(folder.root.glob(pattern))
    return [yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1]) for path in paths]


def numbers(sentence: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", sentence)]


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "report")) == [
        "# 望川市委关于2021年度党史学习教育专题民主生活会情况的报告",
        "## 一、会前准备情况",
        "### （一）组织学习研讨",
        "### （二）广泛征求意见",
        "### （三）开展谈心谈话",
        "### （四）撰写对照检查材料",
        "## 二、会议召开情况",
        "## 三、查摆的主要问题",
        "### （一）深刻感悟“两个确立”的决定性意义方面",
        "### （二）带头牢记“国之大者”、担当作为方面",
        "### （三）带头践行以人民为中心的发展思想方面",
        "### （四）带头学习运用历史经验、增强本领方面",
        "### （五）带头履行全面从严治党主体责任方面",
        "## 四、开展批评和自我批评情况",
        "## 五、整改措施",
    ]


def test_study(example: MeetingFolder) -> None:
    sessions = front(example, "02-学习研讨/*.md")
    titles = {title for one in sessions for title in one["篇目"]}
    said = paragraph_with(lines(example, "report"), "集中学习研讨")

    assert f"开展集中学习研讨{len(sessions)}次，成员研讨发言{sum(len(one['发言']) for one in sessions)}人次。" in said
    assert f"学习内容{len(titles)}项：" in said
    assert all(title in said for title in titles)


def test_opinions(example: MeetingFolder) -> None:
    asked = raw(example, "03-征求意见/征求意见.yml")
    opinions = raw(example, "03-征求意见/意见建议.yml")
    said = paragraph_with(lines(example, "report"), "征求意见函")

    def by(channel: str) -> int:
        return sum(one["渠道"] == channel for one in opinions["意见"])

    letters = f"向{len(asked['函'])}个单位发出征求意见函{len(asked['函'])}份，收回{len(asked['函'])}份。"
    total = f"共收到意见建议{len(opinions['意见'])}条，其中征求意见函{by('征求意见函')}条、座谈{by('座谈')}条、"
    merged = f"走访{by('走访')}条；归并为{len(opinions['归并'])}条，涉及班子3条，涉及常委个人5条，其他1条。"
    assert letters in said
    assert total + merged in said
    assert "开展座谈2次，听取45人意见；走访2次，听取36人意见。" in said
    assert f"听取意见{len(asked['听取'])}次。" in said
    assert "需要本人说明的2条意见，均已在发言提纲中作出说明。" in said


def test_talks(example: MeetingFolder) -> None:
    files = len(list(example.root.glob("04-谈心谈话/*.md")))
    rows = len(raw(example, "04-谈心谈话/谈话登记.yml")["条目"])
    said = paragraph_with(lines(example, "report"), "共开展谈心谈话")

    assert numbers(said) == [files + rows, 4, 6, 10, 5, 25]
    assert files + rows == 25


def test_problems(example: MeetingFolder) -> None:
    written = lines(example, "report")
    outlines = front(example, "06-发言提纲/*.md")
    own = {one["姓名"]: [p for area in one["对照检查"] for p in area["问题"]] for one in outlines}  # type: ignore[index]
    team = front(example, "05-班子材料/*.md")[0]
    total = paragraph_with(written, "共查摆问题")

    assert f"常委{sum(map(len, own.values()))}个（沈砚平同志{len(own['沈砚平'])}个，" in total  # type: ignore[index]
    for area in team["对照检查"]:
        for problem in area["问题"]:  # type: ignore[index]
            assert f"班子查摆问题1个：{problem['摘要']}。" in "\n".join(written)  # type: ignore[index]
    for problem in (one for problems in own.values() for one in problems):
        assert problem["摘要"] in "\n".join(written)  # type: ignore[index]
    assert sum(int(one) for one in re.findall(r"常委查摆问题(\d+)个", "\n".join(written))) == 31


def test_the_members_stand_in_the_order_of_the_roster(example: MeetingFolder) -> None:
    said = paragraph_with(lines(example, "report"), "第一议题学过之后落到具体任务的偏少")

    assert said.index("读原著常以秘书摘报代替通读") < said.index("讲党史照搬讲稿没有自己的感悟")


def test_rectification_as_it_stood_on_the_day_of_the_report(example: MeetingFolder) -> None:
    items = [item for path in sorted(example.root.glob("10-整改/*.yml")) for item in raw(example, str(path))["条目"]]
    items = [item for item in items if "措施" in item]
    done = [item for item in items if item["状态"] == "已完成" and str(item["完成"]) <= "2022-01-28"]
    waiting = [item for item in items if item["状态"] == "未开始"]
    said = paragraph_with(lines(example, "report"), "整改清单6份")

    kinds = "、".join(
        f"{kind}{sum(item['类别'] == kind for item in items)}项" for kind in ("立行立改", "限期整改", "协调解决")
    )
    running = len(items) - len(done) - len(waiting)
    assert f"整改事项{len(items)}项，其中班子6项" in said
    assert f"按类别分，{kinds}。" in said
    assert f"截至2022年1月28日，已完成{len(done)}项、进行中{running}项、未开始{len(waiting)}项。" in said


def test_one_talk_less(example: MeetingFolder) -> None:
    assert changed(example, "report", lambda: example.remove_talk("顾承远", "贺长林")) == [
        "- 共开展谈心谈话25人次。",
        "- 其中，市委书记与其他常委4对，常委之间6对，常委与分管部门主要负责同志10对，"
        "常委与所在党支部党员代表5对，应谈的25对全部谈到。",
        "+ 共开展谈心谈话24人次。",
        "+ 其中，市委书记与其他常委4对，常委之间5对，常委与分管部门主要负责同志10对，"
        "常委与所在党支部党员代表5对，应谈25对，已谈24对。",
    ]


def test_one_opinion_less(example: MeetingFolder) -> None:
    name = "03-征求意见/意见建议.yml"
    opinion = example.read(name).split("  - 编号: Y14\n")[1].split("  - 编号: Y15\n")[0]

    assert changed(example, "report", lambda: example.replace(name, f"  - 编号: Y14\n{opinion}", "")) == [
        "- 共收到意见建议18条，其中征求意见函7条、座谈6条、走访5条；归并为9条，涉及班子3条，涉及常委个人5条，其他1条。",
        "+ 共收到意见建议17条，其中征求意见函7条、座谈6条、走访4条；归并为9条，涉及班子3条，涉及常委个人5条，其他1条。",
        "- 需要本人说明的2条意见，均已在发言提纲中作出说明。",
        "+ 需要本人说明的1条意见，已在发言提纲中作出说明。",
    ]


def test_one_criticism_less(example: MeetingFolder) -> None:
    name = "07-批评意见/丁若楠.md"
    criticism = "  - 对象: 贺长林\n" + example.read(name).split("  - 对象: 贺长林\n")[1].split("---\n")[0]

    assert changed(example, "report", lambda: example.replace(name, criticism, "")) == [
        "- 每名常委发言后，其他常委逐一提出批评意见，共提出20条，其中市委书记提出4条。",
        "- 从批评对象看，沈砚平、顾承远、梁晓芸、丁若楠、贺长林同志各4条。",
        "+ 每名常委发言后，其他常委提出批评意见，共提出19条，其中市委书记提出4条。",
        "+ 从批评对象看，沈砚平、顾承远、梁晓芸、丁若楠同志各4条，贺长林同志3条。",
    ]


def test_one_item_less(example: MeetingFolder) -> None:
    name = "10-整改/顾承远.yml"
    item = "  - 编号: 整-顾承远-07\n" + example.read(name).split("  - 编号: 整-顾承远-07\n")[1]

    assert [line[:20] for line in changed(example, "report", lambda: example.replace(name, item, ""))] == [
        "- 会后，班子和常委列出整改清单6份、整",
        "- 按类别分，立行立改10项、限期整改3",
        "+ 会后，班子和常委列出整改清单6份、整",
        "+ 按类别分，立行立改10项、限期整改3",
        "- 截至2022年1月28日，已完成1项",
        "+ 截至2022年1月28日，已完成1项",
    ]


def test_an_unapproved_outline(example: MeetingFolder) -> None:
    reviews = example.read("审阅.yml")
    last = "  - 材料: 06-发言提纲/贺长林.md\n    环节: 上级审定\n"

    found = changed(example, "report", lambda: example.write("审阅.yml", reviews[: reviews.index(last)]))

    assert found[-1].endswith("经市委书记逐一审阅，省委组织部已审定4份。")


def test_own_sections_stand_at_their_place(meeting: MeetingFolder) -> None:
    text_ = meeting.read(REPORT)
    body = text_[: text_.index("## 会前准备情况")] + (
        "报告开头的话。\n\n## 一、会前准备工作\n\n<!-- 给同事看的 -->\n准备的话。\n\n"
        "## 督导意见落实情况\n\n落实的话。\n\n### （一）小节\n\n小节的话。\n\n"
        "## 相互批评情况\n\n批评的话。\n\n##会议召开情况\n\n"
    )
    meeting.write(REPORT, body)
    written = lines(meeting, "report")

    assert written[written.index("## 一、会前准备情况") - 1 :][:3] == [
        "报告开头的话。",
        "## 一、会前准备情况",
        "准备的话。",
    ]
    assert written[written.index("## 五、整改措施") - 1] == "批评的话。"
    closing = written.index("特此报告。")
    assert written[closing - 4 : closing] == ["## 六、督导意见落实情况", "落实的话。", "### （一）小节", "小节的话。"]
    assert "给同事看的" not in "\n".join(written)


def test_a_section_about_last_year_is_not_about_this_years_measures(meeting: MeetingFolder) -> None:
    meeting.replace(REPORT, "## 整改措施", "## 上年度整改措施落实情况\n\n都已落实。\n\n## 整改措施")
    written = lines(meeting, "report")

    assert written[written.index("特此报告。") - 2 :][:2] == ["## 六、上年度整改措施落实情况", "都已落实。"]


def test_a_title_of_ones_own(meeting: MeetingFolder) -> None:
    meeting.replace(REPORT, "## 会前准备情况", "# 关于民主生活会情况的报告\n\n## 会前准备情况")

    assert headings(lines(meeting, "report"))[0] == "# 关于民主生活会情况的报告"


def test_what_the_paper_carries(meeting: MeetingFolder) -> None:
    written = lines(meeting, "report")

    assert written[:3] == [
        "临组〔2022〕6号　　签发人：张卫国",
        "# 临江市委关于2021年度党史学习教育专题民主生活会情况的报告",
        "省委组织部：",
    ]
    assert written[-9:] == [
        "附件：1.实施方案",
        "2.征求意见建议汇总表",
        "3.班子对照检查材料",
        "4.个人发言提纲",
        "5.会议记录",
        "6.班子和个人整改方案",
        "临江市委",
        "2022年1月28日",
        "抄送：省委督导组。",
    ]


def test_without_the_file_the_paper_comes_from_the_meeting(meeting: MeetingFolder) -> None:
    meeting.remove(REPORT)
    meeting.replace("会议.yml", "印发: 2022-01-28", "印发: 2022-02-05")
    written = lines(meeting, "report")

    assert written[0] == "临组〔2022〕6号　　签发人：张卫国"
    assert written[-3:] == ["特此报告。", "临江市委", "2022年2月5日"]


def test_the_full_name_of_a_party_committee_is_not_doubled(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "单位: 临江市委", "单位: 中共临江市委")
    written = text(meeting, "report")

    assert "# 中共临江市委关于2021年度" in written
    assert "中共临江市委常委班子于2022年1月18日召开" in written
    assert "中共中共" not in written


def test_nothing_is_said_of_what_is_not_there(meeting: MeetingFolder) -> None:
    before = text(meeting, "report")
    meeting.replace("会议.yml", "督导组:\n  组长: 郭振华\n  成员: [田立新, 范秀英]\n", "")
    meeting.replace("会议.yml", "  地点: 市委常委会议室\n", "")
    minutes = meeting.read("08-会议/会议记录.md")
    minutes = re.sub(r"^(?:督导|列席): .*\n", "", minutes, flags=re.MULTILINE)
    meeting.write("08-会议/会议记录.md", minutes)
    meeting.remove("11-往年/上年整改.yml")
    after = text(meeting, "report").split("抄送")[0]

    assert "督导组" in before
    assert "会议于2022年1月18日召开，会期1天，由张卫国同志主持。应到常委3人，实到3人。\n" in after
    for word in ("督导组", "列席", "上年度整改事项"):
        assert word not in after


def test_an_absent_member(meeting: MeetingFolder) -> None:
    minutes = "08-会议/会议记录.md"
    meeting.write(minutes, re.sub(r"^出席: .*$", "出席: [张卫国, 李明]", meeting.read(minutes), flags=re.MULTILINE))
    meeting.write(minutes, meeting.read(minutes).replace("列席:", "缺席: [{姓名: 王芳, 事由: 出差}]\n列席:", 1))

    assert "应到常委3人，实到2人，王芳同志请假。" in text(meeting, "report")


def test_a_party_group(meeting: MeetingFolder) -> None:
    meeting.replace(
        "会议.yml", "单位: 临江市委\n班子: 市委常委班子", "班子类别: 党组\n单位: 临江市财政局党组\n班子: 党组班子"
    )
    meeting.replace("会议.yml", "职务: 市委书记", "职务: 市财政局党组书记、局长")
    written = text(meeting, "report")

    assert "临江市财政局党组班子于2022年1月18日召开" in written
    assert "市财政局党组书记与其他党组成员2对，党组成员之间1对" in written
    assert "应到党组成员3人" in written
    assert "常委" not in written.replace("市委常委会议室", "").replace("常委会", "")


def test_minutes_that_list_the_criticisms(meeting: MeetingFolder) -> None:
    pairs = "批评: [{批评人: 张卫国, 对象: 李明}, {批评人: 李明, 对象: 张卫国}]"
    meeting.replace("08-会议/会议记录.md", "批评: 全部", pairs)

    assert "其他常委提出批评意见，共提出2条，其中市委书记提出1条。从批评对象看，张卫国、李明同志各1条。" in text(
        meeting, "report"
    )


MINUTES = "08-会议/会议记录.md"
ROW = "批评: 全部\n"


def absent(folder: MeetingFolder, *, written: bool) -> None:
    """王芳 was not there."""
    speech = ", 书面发言: true" if written else ""
    there = f"出席: [张卫国, 李明]\n缺席: [{{姓名: 王芳, 事由: 住院{speech}}}]"
    folder.replace(MINUTES, "出席: [张卫国, 李明, 王芳]", there)
    folder.replace(MINUTES, "发言顺序: [张卫国, 李明, 王芳]", "发言顺序: [张卫国, 李明]")


def test_who_was_not_there_criticised_nobody(meeting: MeetingFolder) -> None:
    absent(meeting, written=False)
    said = paragraph_with(lines(meeting, "report"), "共提出")

    assert "每名常委发言后，其他常委逐一提出批评意见，共提出4条，其中市委书记提出2条。" in said
    assert said.endswith("从批评对象看，张卫国、李明同志各1条，王芳同志2条。")
    assert "应到常委3人，实到2人，王芳同志请假。" in text(meeting, "report")


def test_what_he_sent_in_writing_counts(meeting: MeetingFolder) -> None:
    absent(meeting, written=True)
    said = paragraph_with(lines(meeting, "report"), "共提出")

    assert "共提出6条，其中市委书记提出2条，请假的王芳同志书面提出2条。" in said


def test_who_was_not_there_owes_no_criticism(meeting: MeetingFolder) -> None:
    absent(meeting, written=False)
    meeting.remove("07-批评意见/王芳.md")

    for name in ("report", "circular", "minutes", "相互批评意见汇总表", "批评意见反馈单"):
        assert [str(one) for one in results(meeting, name) if not one.is_written] == []
    assert "其他常委逐一提出批评意见，共提出4条" in text(meeting, "report")


def test_everyone_is_not_said_where_one_who_was_there_left_one_out(meeting: MeetingFolder) -> None:
    absent(meeting, written=False)
    meeting.replace(MINUTES, ROW, "批评:\n  - {批评人: 张卫国, 对象: 李明}\n")

    assert "其他常委提出批评意见，共提出1条" in text(meeting, "report")


def test_all_documents_count_the_criticisms_alike(meeting: MeetingFolder) -> None:
    """A pair typed twice is one, two written items of a pair are two, a pair of which nothing was written is one."""
    wrote = "07-批评意见/李明.md"
    meeting.write(wrote, meeting.read(wrote).replace("  - 对象: 王芳\n", f"{SECOND}  - 对象: 王芳\n"))
    pairs = [("张卫国", "李明"), ("张卫国", "李明"), ("李明", "张卫国"), ("王芳", "张卫国"), ("", "李明")]
    rows = "".join(f"  - {{批评人: {critic or chr(34) * 2}, 对象: {about}}}\n" for critic, about in pairs)
    meeting.replace(MINUTES, ROW, f"批评:\n{rows}")
    less = "07-批评意见/王芳.md"
    meeting.write(less, re.sub(r"  - 对象: 张卫国\n(?:    .*\n)+", "", meeting.read(less)))

    found = {
        name: [int(count) for count in re.findall(pattern, text(meeting, name))]
        for name, pattern in (
            ("report", r"批评意见，共提出(\d+)条"),
            ("circular", r"相互提出批评意见(\d+)条"),
            ("相互批评意见汇总表", r"会上共提出批评意见(\d+)条"),
            ("problem-list", r"会上批评指出问题(\d+)条"),
            ("minutes", r"批评意见（(\d+)条"),
        )
    }
    assert found == {
        "report": [4],
        "circular": [4],
        "相互批评意见汇总表": [4],
        "problem-list": [4],
        "minutes": [3, 1],
    }
    assert "（会上提出，没有书面原文）" in text(meeting, "problem-list")


SECOND = "  - 对象: 张卫国\n    问题: 第二条。\n    事例: 2021年5月的一次会。\n"
