"""The plan: the founding plan's structure, with this year's data and real dates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mzsh.resources import templates
from tests.documents.rendered import headings, lines, paragraph_with, text
from tests.support.folder import MeetingFolder

MINIMAL = """\
预设: 2021
单位: 河湾县委
班子: 县委常委班子
年度: 2021
主题: 大力弘扬伟大建党精神
召开: {日期: 2022-01-18}
依据: {通知: 〔待填〕, 文号: 〔待填〕}
出席: 〔待填〕
督导组: {组长: 〔待填〕}
承办: {组织部: 〔待填〕}
"""


@pytest.fixture
def minimal(tmp_path: Path) -> MeetingFolder:
    """A workspace of which only the necessary is typed."""
    folder = MeetingFolder(tmp_path)
    folder.write("会议.yml", MINIMAL)
    return folder


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "plan")) == [
        "# 望川市委常委班子2021年度党史学习教育专题民主生活会实施方案",
        "## 一、会议主题",
        "## 二、深入查找突出问题",
        "## 三、从严从实组织实施",
        "### （一）精心组织学习研讨",
        "### （二）广泛征求意见建议",
        "### （三）普遍开展谈心谈话",
        "### （四）撰写领导班子对照检查材料和个人发言提纲",
        "## 四、会议安排",
        "## 五、会后工作",
        "### （一）报告会议情况",
        "### （二）抓好整改落实",
        "### （三）发挥表率作用",
    ]


def test_the_areas_stand_in_full(example: MeetingFolder) -> None:
    written = lines(example, "plan")
    preset = example.load().preset

    assert [line for line in written if re.match("[一二三四五六]是在", line)] == [
        f"{ordinal}是{area.full}。" for ordinal, area in zip("一二三四五", preset.areas, strict=True)
    ]
    assert "重点从以下5个方面进行对照检查。" in "".join(written)
    assert "、".join(preset.substitutions) + "。" in "".join(written)


@pytest.mark.parametrize(
    "sentence",
    [
        "集中学习研讨于2021年12月31日前完成。",
        "听取意见工作于2021年12月24日前完成。",
        "由市委组织部负责组织，于2021年12月14日前向市直机关工委等12个单位印发征求意见函",
        "12月24日前市委组织部梳理汇总后，于12月29日前如实向市委常委班子及常委本人反馈。",
        "需谈心谈话25对，于2022年1月7日前完成。",
        "由市委政研室起草，于2021年12月31日前完成初稿，于2022年1月5日前报市委书记审定后，于1月7日前在市委、"
        "市人大常委会、市政府、市政协范围内征求意见。",
        "2022年1月7日前，常委个人发言提纲由本人所在单位办公室报市委组织部。市委组织部收集汇总，于1月11日前报市委书记"
        "逐一审阅把关后，于1月14日前报省委组织部审定。",
        "拟于2022年1月18日在市委常委会议室召开，会期1天。出席人员为市委常委班子成员5人，列席人员为市人大常委会主任、"
        "市政协主席。上级督导组对民主生活会进行全程指导。",
        "连同会议相关材料于2022年1月30日前报省委组织部。采取下发文件的方式，于1月28日前向市级各班子，",
        "制定整改方案，于2022年1月28日前完成。班子的整改方案由市委政研室负责制定",
        "市人大常委会、市政府、市政协党组及成员参照本方案执行。",
    ],
)
def test_dates_people_and_offices(example: MeetingFolder, sentence: str) -> None:
    assert sentence in text(example, "plan")


def test_the_agenda(example: MeetingFolder) -> None:
    assert paragraph_with(lines(example, "plan"), "会议议程有") == (
        "会议议程有4项。一是书面通报上年度民主生活会整改措施落实情况及本次民主生活会征求意见情况。"
        "二是市委书记代表市委常委班子作对照检查。三是每位常委逐一进行对照检查，作自我批评；每人发言后，"
        "其他常委逐一对其提出批评意见。四是总结会议情况，提出整改工作要求。"
    )


def test_what_the_paper_carries(example: MeetingFolder) -> None:
    written = lines(example, "plan")

    assert written[0] == "望发〔2021〕52号"  # a paper to those below shows no signer
    assert written[2] == "各党委（党组、党工委）："
    assert written[-2:] == ["望川市委", "2021年12月10日"]


def test_a_minimal_meeting_leaves_no_dangling_phrase(minimal: MeetingFolder) -> None:
    written = text(minimal, "plan")

    assert not re.search(
        r"[，、；：。（“]{2}|[（“《][）”》]|[，、；：][）。]|^[，、；。]|None|待填|待补|于前|由负责|\s$\S", written
    )
    assert "为认真开好2021年度党史学习教育专题民主生活会，结合实际，制定本方案。" in written
    assert "县委常委班子民主生活会拟于2022年1月18日召开，会期1天。出席人员为县委常委班子成员。\n" in written
    for word in ("督导组", "列席", "市委组织部", "参照本方案", "对，于", "前完成"):
        assert word not in written


def test_a_minimal_meeting_is_no_issued_paper(minimal: MeetingFolder) -> None:
    written = lines(minimal, "plan")

    assert written[0].startswith("# ")
    assert written[-1].startswith("各位常委")


OTHER_YEAR = """\
类型: 预设
年度: 2030
会议名称: 2030年度民主生活会
主题: 求真务实
方面:
  - {简称: 甲方面的事, 全称: 带头做好甲方面的事方面}
  - {简称: 乙, 全称: 带头乙方面}
  - {简称: 丙, 全称: 带头丙方面}
  - {简称: 丁, 全称: 带头丁方面}
  - {简称: 戊, 全称: 带头戊方面}
  - {简称: 己, 全称: 带头己方面}
摆进去: [自己]
议程:
  - {名称: 通报, 性质: 通报, 内容: 书面通报有关情况}
  - {名称: 班子对照检查, 性质: 班子, 内容: "{书记}代表{班子}作对照检查"}
  - {名称: 逐一对照检查, 性质: 个人, 内容: "每位{成员}逐一对照检查"}
  - {名称: 督导点评, 内容: 督导组点评}
  - {名称: 总结, 性质: 总结, 内容: 总结会议情况}
通报事项: [整治形式主义为基层减负情况, 上年度整改落实情况]
附加部分:
  - {名称: 反面典型案例剖析, 适用: 全部}
  - {名称: 个人有关事项, 适用: 个人}
必学篇目: [某一篇重要讲话]
报告附件: [实施方案]
"""


def other_year(folder: MeetingFolder) -> MeetingFolder:
    """The folder turned into a meeting of another year: six areas, five items, an extra section."""
    folder.write("模板/presets/2030.yml", OTHER_YEAR)
    meeting = re.sub(r"^必学篇目:\n(?:  - .*\n)+", "", folder.read("会议.yml"), flags=re.MULTILINE)
    meeting = meeting.replace("预设: 2021", "预设: 2030").replace("年度: 2021", "年度: 2030")
    folder.write("会议.yml", re.sub(r"^主题: .*$", "主题: 求真务实", meeting, flags=re.MULTILINE))
    outline = folder.read("06-发言提纲/李明.md")
    folder.write("06-发言提纲/李明.md", f"{outline}\n## 四、反面典型案例剖析\n\n案例剖析的话。\n")
    minutes = folder.read("08-会议/会议记录.md")
    minutes = re.sub(
        r"^议程: .*$", "议程: [通报, 班子对照检查, 逐一对照检查, 督导点评, 总结]", minutes, flags=re.MULTILINE
    )
    folder.write("08-会议/会议记录.md", minutes)
    return folder


def test_the_plan_of_another_year(meeting: MeetingFolder) -> None:
    written = lines(other_year(meeting), "plan")

    assert headings(written)[0] == "# 临江市委常委班子2030年度民主生活会实施方案"
    assert "六是带头己方面。" in written
    assert "重点从以下6个方面进行对照检查。" in "".join(written)
    assert paragraph_with(written, "会议议程有") == (
        "会议议程有5项。一是书面通报有关情况。二是市委书记代表市委常委班子作对照检查。三是每位常委逐一对照检查。"
        "四是督导组点评。五是总结会议情况。会上通报的事项有：整治形式主义为基层减负情况、上年度整改落实情况。"
    )
    assert "班子材料还要写好“反面典型案例剖析”部分。" in "".join(written)
    assert "个人发言提纲还要写好“反面典型案例剖析”、“个人有关事项”部分。" in "".join(written)
    assert "认真学习某一篇重要讲话，" in "".join(written)


def test_the_outline_and_the_report_of_another_year(meeting: MeetingFolder) -> None:
    other_year(meeting)
    report = text(meeting, "report")
    outline = lines(meeting, "outline", member="李明")

    assert outline[-2:] == ["## 四、反面典型案例剖析", "案例剖析的话。"]
    assert "# 临江市委关于2030年度民主生活会情况的报告" in report
    assert "### （一）甲方面的事方面" in report
    assert "会议依次进行了5项议程。" in report
    assert "会上通报的事项有：整治形式主义为基层减负情况、上年度整改落实情况。" in report
    assert "按照要求写了“反面典型案例剖析”部分的材料1份。" in report


def test_areas_that_must_still_be_typed_are_missing(meeting: MeetingFolder) -> None:
    preset = OTHER_YEAR.replace("全称: 带头丙方面", "全称: 〔待填〕")
    other_year(meeting).write("模板/presets/2030.yml", preset)

    with pytest.raises(AssertionError, match="第3方面的全称"):
        text(meeting, "plan")
    assert "\n三是【待补：第3方面的全称】。\n" in text(meeting, "plan", draft=True)


@pytest.mark.parametrize("path", sorted((templates() / "documents").iterdir()), ids=lambda path: path.name)
def test_no_template_speaks_of_one_year(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    of_2021 = (
        "党史",
        "两个确立",
        "五个带头",
        "国之大者",
        "疫情",
        "建党",
        "百年",
        "赶考",
        "望川",
        "临江",
        "省委",
        "市委",
    )

    assert not re.search(r"\d{4}", written)
    assert [word for word in of_2021 if word in written] == []
