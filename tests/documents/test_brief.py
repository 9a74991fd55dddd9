"""How far the preparation has come: the report's figures, as of the day, and what is still open."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from mzsh.resources import examples
from tests.documents.rendered import changed, headings, lines, paragraph_with, results, text
from tests.support.folder import MeetingFolder


def rows(written: str) -> list[list[str]]:
    """The rows of what is open, below the head."""
    found = [line for line in written.split("\n") if line.startswith("| ")]
    return [[cell.strip().replace("\\", "") for cell in line[1:-1].split("|")] for line in found[2:]]


def sentences(written: str) -> set[str]:
    return {one.strip() for one in re.split(r"(?<=。)|\n", written) if one.strip()}


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "brief")) == [
        "# 望川市委常委班子2021年度党史学习教育专题民主生活会会前准备情况汇报",
        "## 一、学习研讨情况",
        "## 二、征求意见情况",
        "## 三、谈心谈话情况",
        "## 四、材料起草和审阅情况",
        "## 五、尚待办理的事项",
    ]


def test_its_figures_are_those_of_the_report(example: MeetingFolder) -> None:
    told, reported = sentences(text(example, "brief")), sentences(text(example, "report"))
    shared = [one for one in told & reported if re.search(r"\d", one)]

    for opening in (
        "班子开展集中学习研讨",
        "学习内容",
        "向12个单位",
        "开展座谈",
        "常委到分管单位",
        "共收到意见建议",
        "共开展谈心谈话",
    ):
        assert [one for one in shared if one.startswith(opening)], opening
    assert "应谈的25对全部谈到。" in paragraph_with(lines(example, "brief"), "共开展谈心谈话")


def test_figures_as_they_stand_in_the_folder(example: MeetingFolder) -> None:
    opinions = yaml.safe_load(example.read("03-征求意见/意见建议.yml"))
    speakers = [
        re.findall(r"发言: \[(.*)\]", path.read_text("utf-8")) for path in example.path("02-学习研讨").glob("*.md")
    ]
    criticisms = [path.read_text("utf-8").count("  - 对象: ") for path in example.path("07-批评意见").glob("*.md")]
    written = text(example, "brief")

    assert f"共收到意见建议{len(opinions['意见'])}条" in written
    assert f"归并为{len(opinions['归并'])}条" in written
    assert f"研讨发言{sum(len(names.split(',')) for found in speakers for names in found)}人次" in written
    assert f"{len(criticisms)}名常委均已准备批评意见，共{sum(criticisms)}条。" in written


def test_when_nothing_is_open_it_says_so(example: MeetingFolder) -> None:
    written = text(example, "brief")

    assert "会前应办的事项已全部办完。" in written
    assert rows(written) == []


def test_what_is_of_a_later_day_has_not_happened(example: MeetingFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.documents.rendered.TODAY", date(2022, 1, 5))
    written = text(example, "brief")
    reviews = yaml.safe_load(example.read("审阅.yml"))["条目"]

    assert min(one["日期"] for one in reviews if one["环节"] == "书记审阅") > date(2022, 1, 5)
    assert "市委书记还没有审阅。" in written
    assert "征求了市委、市政府意见。" in written
    assert "应谈25对，已谈23对。" in written
    assert "距今还有13天。" in written
    assert rows(written) == [
        ["1", "报送个人发言提纲", "沈砚平、顾承远、梁晓芸、丁若楠、贺长林", "2022年1月7日", "还有2天"],
        ["2", "将班子对照检查材料送市人大常委会、市政协征求意见", "市委政研室", "2022年1月7日", "还有2天"],
        ["3", "与所在党支部党员代表罗佳宁同志谈心谈话", "丁若楠", "2022年1月7日", "还有2天"],
        ["4", "与所在党支部党员代表高铁军同志谈心谈话", "贺长林", "2022年1月7日", "还有2天"],
        ["5", "办理“个人发言提纲收集汇总”", "市委组织部", "2022年1月10日", "还有5天"],
    ]


def test_a_pair_that_has_not_talked_is_open_once(meeting: MeetingFolder) -> None:
    found = changed(meeting, "brief", lambda: meeting.remove_talk("李明", "王芳"))

    assert [line for line in found if line.startswith("+ | ") and "---" not in line] == [
        "+ | 序号 | 事项 | 责任 | 时限 | 距时限 |",
        "+ | 1 | 与王芳同志谈心谈话 | 李明 | 2022年1月6日 | 已超过63天 |",
    ]
    assert [line for line in found if "谈心谈话9" in line or "谈心谈话8" in line] == [
        "- 共开展谈心谈话9人次。",
        "+ 共开展谈心谈话8人次。",
    ]
    assert not [line for line in found if "征求意见" in line or "提纲" in line]


def test_what_comes_after_the_meeting_is_not_asked_for(meeting: MeetingFolder) -> None:
    meeting.remove("10-整改/李明.yml")
    meeting.remove("10-整改/双重组织生活.yml")

    assert "整改" not in text(meeting, "brief")
    assert rows(text(meeting, "brief")) == []


def test_a_reading_that_was_not_studied(meeting: MeetingFolder) -> None:
    meeting.replace("02-学习研讨/2021-12-30-党委会.md", "  - 省委全会和市委全会精神\n", "")
    written = text(meeting, "brief")

    assert "必学篇目4项，其中1项还没有集中学习。" in written
    assert rows(written)[0][1:3] == ["集中学习“省委全会和市委全会精神”", "市委常委班子"]


def test_no_giver_and_no_word_of_an_opinion(example: MeetingFolder) -> None:
    register = yaml.safe_load(example.read("03-征求意见/意见建议.yml"))
    written = text(example, "brief")

    assert [one["原话"] for one in register["意见"] if one["原话"] in written] == []
    assert [one["来源"] for one in register["意见"] if one["来源"] in written] == []


def test_an_almost_empty_folder(tmp_path: Path) -> None:
    folder = MeetingFolder(tmp_path)
    folder.write(
        "会议.yml", "预设: 2021\n单位: 河湾县委\n班子: 县委常委班子\n出席: [{姓名: 陈一, 角色: 书记}, {姓名: 吴二}]\n"
    )
    written = text(folder, "brief")

    assert "2021年度党史学习教育专题民主生活会的召开日期还没有定。" in written
    for said in (
        "还没有开展学习研讨。",
        "还没有收到意见建议。",
        "应谈1对，还没有开始。",
        "班子对照检查材料还没有起草。",
    ):
        assert said in written
    assert "常委个人发言提纲应有2份，还没有写出。" in written
    assert ["与吴二同志谈心谈话", "陈一", "", ""] in [row[1:] for row in rows(written)]
    assert not re.search(r"(?<!\d)0[次条份对人]|None|[，、。]{2}|（）", written)


def test_what_is_missing_is_told_by_name(tmp_path: Path) -> None:
    folder = MeetingFolder(tmp_path)
    folder.write("会议.yml", "预设: 2021\n单位: 河湾县委\n班子: 县委常委班子\n")

    assert str(results(folder, "brief")[0]) == "会前准备情况汇报：还缺 出席人员名册"
    assert "【待补：出席人员名册】" in text(folder, "brief", draft=True)


def test_a_party_group(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")
    written = text(MeetingFolder(tmp_path / "岚溪"), "brief")

    assert "党组书记与其他党组成员2对" in written
    assert "3名党组成员均已准备批评意见，共6条。" in written
    assert re.findall("(?<!人大)常委(?!会)", written) == []
