"""The letter that asks for opinions, and its form: of whom, in which areas, until when, and in confidence."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import yaml
from docx.oxml.ns import qn

from mzsh.resources import examples, templates
from tests.documents.rendered import blocks, changed, headings, lines, opened, paragraph_with, results, text
from tests.support.folder import MeetingFolder

UNIT = "市教育局党委"


def rows(written: list[str]) -> list[list[str]]:
    """The rows of the form below its head."""
    return [[cell.strip() for cell in line[2:-2].split(" | ")] for line in written if line.startswith("| ")][2:]


def form(folder: MeetingFolder, member: str = "") -> list[list[str]]:
    (table,) = [one for one in text(folder, "letter", member=member).split("\n\n") if one.startswith("| ")]
    return rows(table.split("\n"))


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "letter")) == [
        "# 关于征求市委常委班子2021年度党史学习教育专题民主生活会意见建议的函",
        "## 一、征求意见的对象",
        "## 二、征求意见的内容",
        "## 三、反馈的方式和时限",
        "## 四、保密说明",
        "# 征求意见表",
    ]


def test_one_for_all_where_an_addressee_is_typed(example: MeetingFolder) -> None:
    written = lines(example, "letter")

    assert [one.request.subject for one in results(example, "letter")] == [""]
    assert written[0] == "望组函〔2021〕36号"
    assert written[2] == "各党委（党组、党工委）："
    assert "现征求各单位对市委常委班子及常委的意见建议。" in paragraph_with(written, "现征求")
    assert written[written.index("附件：征求意见表") + 1 :][:2] == ["望川市委组织部", "2021年12月13日"]


def test_one_for_each_unit_where_none_is(meeting: MeetingFolder) -> None:
    found = results(meeting, "letter")
    asked = yaml.safe_load(meeting.read("会议.yml"))["征求范围"]

    assert [one.request.subject for one in found] == asked
    assert str(found[1]) == "征求意见函（市教育局党委）：征求意见函-市教育局党委.md"
    for unit in asked:
        written = lines(meeting, "letter", member=unit)
        assert written[1] == f"{unit}："
        assert "现征求你单位对" in "".join(written)
        assert not [other for other in asked if other != unit and other in "".join(written)]


def test_each_member_and_each_area_by_name(example: MeetingFolder) -> None:
    written = lines(example, "letter")
    members = yaml.safe_load(example.read("会议.yml"))["出席"]
    areas = yaml.safe_load((templates() / "presets" / "2021.yml").read_text(encoding="utf-8"))["方面"]

    assert paragraph_with(written, "常委：") == (
        "常委：" + "，".join(f"{one['姓名']}（{one['职务']}）" for one in members) + "。"
    )
    assert [line for line in written if re.match("[一二三四五六]是", line)] == [
        f"{ordinal}是{area['全称']}。" for ordinal, area in zip("一二三四五", areas, strict=True)
    ]
    assert "主要征求以下5个方面存在的问题和改进建议" in "".join(written)


def test_the_form(example: MeetingFolder) -> None:
    areas = yaml.safe_load((templates() / "presets" / "2021.yml").read_text(encoding="utf-8"))["方面"]
    names = [one["姓名"] for one in yaml.safe_load(example.read("会议.yml"))["出席"]]
    found = form(example)

    assert [row[0] for row in found] == [
        "市委常委班子",
        "",
        "",
        "",
        "",
        *names,
        "其他",
        "填报单位<br>（盖章）<br>或匿名",
    ]
    assert [row[1].replace("\\", "") for row in found[:5]] == [f"{n}.{one['简称']}" for n, one in enumerate(areas, 1)]
    assert [row[1] for row in found[5:]] == [""] * 7
    assert [row[2] for row in found] == [""] * 11 + ["填报日期：　　　　年　　月　　日"]


def test_rows_to_write_in_on_a_page_of_their_own_behind_the_signature(example: MeetingFolder) -> None:
    document = opened(example, "letter")
    heights = [int(one.get(qn("w:val"), "0")) for one in document.element.body.iter(qn("w:trHeight"))]
    texts = [line for _, line in blocks(document)]

    assert len(heights) == 12
    assert min(heights) > 1300  # twips: 23 mm
    assert texts.index("望川市委组织部", 1) < texts.index("附件") < texts.index("征求意见表")
    assert {line: style for style, line in blocks(document)}["附件"] == "附件"


def test_the_last_day_is_that_of_the_summing_up(example: MeetingFolder) -> None:
    day = date(2022, 1, 18) - timedelta(days=25)

    assert f"于{day.year}年{day.month}月{day.day}日前密封送市委组织部。" in text(example, "letter")


def test_another_day_changes_one_sentence(example: MeetingFolder) -> None:
    def later() -> None:
        example.replace(
            "时间节点.yml", "条款: 3.2-deadline\n    时限: 会前25日", "条款: 3.2-deadline\n    时限: 会前24日"
        )

    sentence = "请组织党员干部群众提出意见建议，填写《征求意见表》（见附件），于2021年12月{}日前密封送市委组织部。"
    assert changed(example, "letter", later) == [f"- {sentence.format(24)}", f"+ {sentence.format(25)}"]


def test_a_milestone_for_the_return_goes_first(meeting: MeetingFolder) -> None:
    milestones = meeting.read("时间节点.yml")
    meeting.write("时间节点.yml", f"{milestones}  - {{名称: 收回征求意见表, 时限: 2021-12-20, 责任: 市委组织部}}\n")

    assert "于2021年12月20日前密封送" in text(meeting, "letter", member=UNIT)


def test_it_promises_that_givers_are_not_told(meeting: MeetingFolder) -> None:
    secrecy = text(meeting, "letter", member=UNIT).split("## 四、保密说明")[1]

    assert "只记类别，不记提意见的单位和个人" in secrecy
    assert "反馈时不透露意见的来源" in secrecy
    assert "不得追查，更不得打击报复" in secrecy


def test_without_a_date_of_the_meeting_none_is_told(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "  日期: 2022-01-18\n", "")
    meeting.replace("时间节点.yml", "条款: 3.2-deadline, 时限: 会前25日", "条款: 3.2-deadline, 时限: 2021-12-24")

    assert "市委常委班子拟于近期召开2021年度" in text(meeting, "letter", member=UNIT)


def test_what_is_missing_is_told_by_name(tmp_path: Path) -> None:
    folder = MeetingFolder(tmp_path)
    folder.write("会议.yml", "预设: 2021\n单位: 河湾县委\n")
    written = text(folder, "letter", draft=True)

    assert str(results(folder, "letter")[0]) == ("征求意见函：还缺 班子、征求范围、出席人员名册、征求意见表送回的时限")
    assert "【待补：征求范围】：" in written
    assert "于【待补：征求意见表送回的时限】前密封送组织部门。" in written
    assert "常委：【待补：出席人员名册】。" in written
    assert not re.search(r"[，、；：。]{2}|None|（）", written)


def test_areas_of_which_only_the_short_form_is_known(meeting: MeetingFolder) -> None:
    preset = (templates() / "presets" / "2021.yml").read_text(encoding="utf-8")
    meeting.write("模板/presets/2021.yml", re.sub("全称: .*", "全称: 〔待填〕", preset))

    assert "三是带头践行以人民为中心的发展思想方面。" in text(meeting, "letter", member=UNIT)


def test_a_party_group(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")
    folder = MeetingFolder(tmp_path / "岚溪")
    written = text(folder, "letter", member="前湾村党支部")

    assert len(results(folder, "letter")) == 8
    assert "党组成员：程望山（党组书记、市人大常委会主任），" in written
    assert "于2021年12月22日前密封送市人大机关党委。" in written
    assert re.findall("(?<!人大)常委(?!会)|市委组织部(?!《)", written) == []
