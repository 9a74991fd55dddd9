"""The letter that submits the papers: to whom, what, and how far each had come when it went out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

from mzsh.resources import examples
from tests.documents.rendered import blocks, changed, headings, lines, opened, paragraph_with, results, text
from tests.support.folder import MeetingFolder

REVIEWS = "审阅.yml"


def rows(folder: MeetingFolder) -> list[list[str]]:
    """The rows of the list below its head."""
    found = [line for line in text(folder, "submission").split("\n") if line.startswith("| ")]
    return [[cell.strip().replace("\\", "") for cell in line[1:-1].split("|")] for line in found[2:]]


def recorded(folder: MeetingFolder, material: str, step: str) -> str:
    """The last day of a step, as 审阅.yml has it."""
    found = [
        one for one in yaml.safe_load(folder.read(REVIEWS))["条目"] if one["材料"] == material and one["环节"] == step
    ]
    day = found[-1]["日期"]
    return f"{day.year}年{day.month}月{day.day}日"


def test_head_title_and_end(example: MeetingFolder) -> None:
    written = lines(example, "submission")

    assert headings(written) == [
        "# 望川市委组织部关于报审市委常委班子2021年度党史学习教育专题民主生活会材料的函",
        "# 报审材料清单",
    ]
    assert written[0].startswith("望组函〔2022〕3号")
    assert written[2] == "省委组织部："
    assert "现将市委常委班子对照检查材料和常委个人发言提纲共6份报上（目录见附件1），请予审定。" in written
    end = written.index("附件：1.报审材料清单")
    assert written[end : end + 6] == [
        "附件：1.报审材料清单",
        "2.市委常委班子对照检查材料",
        "3.常委个人发言提纲（5份）",
        "望川市委组织部",
        "2022年1月12日",
        "附件1",
    ]


def test_each_paper_with_its_steps_as_they_are_recorded(example: MeetingFolder) -> None:
    members = [one["姓名"] for one in yaml.safe_load(example.read("会议.yml"))["出席"]]
    team, *outlines, total = rows(example)
    approved = recorded(example, "05-班子材料/班子对照检查材料.md", "书记审定")

    assert team == [
        "1",
        "市委常委班子对照检查材料",
        "1",
        f"{approved}市委书记审定；<br>已征求市委、市人大常委会、市政府、市政协意见",
    ]
    assert outlines == [
        [
            str(number),
            f"{name}同志个人发言提纲",
            "1",
            f"{recorded(example, f'06-发言提纲/{name}.md', '报送')}报送；"
            f"<br>{recorded(example, f'06-发言提纲/{name}.md', '书记审阅')}市委书记审阅",
        ]
        for number, name in enumerate(members, 2)
    ]
    assert total == ["合计", "", "6", ""]


def test_what_came_after_its_own_day_is_not_told(example: MeetingFolder) -> None:
    assert "审定" not in "".join(row[3] for row in rows(example)[1:])
    example.replace("会议.yml", "    印发: 2022-01-12\n", "    印发: 2022-01-10\n")
    statuses = {row[1]: row[3] for row in rows(example)}

    assert statuses["丁若楠同志个人发言提纲"].endswith("2022年1月10日市委书记审阅，退改")
    assert statuses["顾承远同志个人发言提纲"] == "2022年1月7日报送；尚未经市委书记审阅"
    assert "书记逐一审阅" not in text(example, "submission")


def test_a_change_after_the_review_is_told(example: MeetingFolder) -> None:
    name = "06-发言提纲/贺长林.md"
    found = changed(example, "submission", lambda: example.write(name, f"{example.read(name)}\n又添一句。\n"))

    assert [line for line in found if "贺长林" in line][-1].endswith(
        "2022年1月7日报送，其后又有改动；<br>2022年1月11日市委书记审阅，其后又有改动 |"
    )
    assert [line for line in found if "贺长林" not in line] == [
        "- 常委个人发言提纲共5份，均由本人动手撰写，由市委组织部收集汇总，经市委书记逐一审阅。",
        "+ 常委个人发言提纲共5份，均由本人动手撰写，由市委组织部收集汇总，市委书记已审阅4份。",
    ]


def test_the_list_stands_on_a_page_of_its_own(example: MeetingFolder) -> None:
    found = blocks(opened(example, "submission"))

    assert {line: style for style, line in found}["附件1"] == "附件"
    assert ("Heading 1", "报审材料清单") in found


def test_no_word_of_the_papers_and_no_mark_of_secrecy(example: MeetingFolder) -> None:
    written = text(example, "submission")
    summaries = re.findall(r"摘要: ([^,，}\n]+)", example.read("06-发言提纲/贺长林.md"))

    assert summaries
    assert [one for one in summaries if one in written] == []
    assert not re.search("[秘机绝]密|密级", written)


def test_without_number_it_goes_to_whose_notice_it_follows(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "    主送: 省委组织部\n", "")
    written = lines(meeting, "submission")

    assert written[1] == "省委组织部："  # of 省委组织部《关于认真开好…》
    assert written[written.index("附件1") - 1] == "临江市委组织部"


def test_what_is_missing_is_told_by_name(meeting: MeetingFolder) -> None:
    meeting.remove("06-发言提纲/李明.md")
    meeting.remove("05-班子材料/班子材料.md")
    written = text(meeting, "submission", draft=True)

    assert str(results(meeting, "submission")[0]) == "报审函：还缺 班子对照检查材料、李明的发言提纲"
    assert "【待补：班子对照检查材料】【待补：李明的发言提纲】" in written
    assert "现将常委个人发言提纲共2份报上" in written
    assert not re.search(r"[，、；：。]{2}|None|（）", written)


def test_nothing_there_yet(tmp_path: Path) -> None:
    folder = MeetingFolder(tmp_path)
    folder.write("会议.yml", "预设: 2021\n单位: 河湾县委\n")
    written = text(folder, "submission", draft=True)

    assert "【待补：报审函的主送机关】：" in written
    assert "报审材料清单" not in paragraph_with(written.split("\n"), "【待补：出席人员名册】")
    assert "0份" not in written


def test_a_party_group(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")
    written = text(MeetingFolder(tmp_path / "岚溪"), "submission")

    assert "党组成员个人发言提纲共3份" in written
    assert "党组书记逐一审阅" in written
    assert re.findall("(?<!人大)常委(?!会)", written.replace("市委常委会", "")) == []
