"""The plan of talks: every pair that must talk, on which day, and how many have."""

from __future__ import annotations

import re
import shutil
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from mzsh.resources import examples
from tests.documents.rendered import changed, headings, lines, paragraph_with, results, text
from tests.support.folder import MeetingFolder

REGISTER = "04-谈心谈话/谈话登记.yml"


def tables(written: str) -> list[list[list[str]]]:
    """The rows of each table below its head."""
    found = [block.strip() for block in written.split("\n\n") if block.startswith("| ")]
    return [[[cell.strip() for cell in line[1:-1].split("|")] for line in one.split("\n")[2:]] for one in found]


def required(folder: MeetingFolder) -> list[set[frozenset[str]]]:
    """The pairs of the roster as it stands in the folder, by the four kinds."""
    members = yaml.safe_load(folder.read("会议.yml"))["出席"]
    secretary = next(one["姓名"] for one in members if one.get("角色") == "书记")
    pairs = [frozenset(pair) for pair in combinations([one["姓名"] for one in members], 2)]
    return [
        {pair for pair in pairs if secretary in pair},
        {pair for pair in pairs if secretary not in pair},
        {frozenset((one["姓名"], unit["负责人"])) for one in members for unit in one["分管"]},
        {frozenset((one["姓名"], one["支部代表"])) for one in members},
    ]


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "talk-plan")) == [
        "# 望川市委常委班子2021年度党史学习教育专题民主生活会谈心谈话安排表",
        "## 一、市委书记与其他常委（4对）",
        "## 二、常委之间（6对）",
        "## 三、常委与分管部门主要负责同志（10对）",
        "## 四、常委与所在党支部党员代表（5对）",
    ]


def test_each_pair_that_the_roster_asks_for_once(example: MeetingFolder) -> None:
    sums, *groups = tables(text(example, "talk-plan"))

    for group, pairs in zip(groups, required(example), strict=True):
        assert len(group) == len(pairs)
        assert {frozenset(row[1:3]) for row in group} == pairs
    assert [int(row[1]) for row in sums] == [len(pairs) for pairs in required(example)]
    assert "应谈25对，已全部谈到。" in text(example, "talk-plan")


def test_the_day_of_a_talk_stands_where_it_was_typed(example: MeetingFolder) -> None:
    typed = yaml.safe_load(example.read(REGISTER))["条目"][0]
    _, first, *_ = tables(text(example, "talk-plan"))
    (row,) = [row for row in first if row[1:3] == [typed["谈话人"], typed["谈话对象"]]]

    assert row[3:] == ["市委副书记、市长", "", f"2021年<br>{typed['日期'].month}月{typed['日期'].day}日"]


def test_a_day_to_come_is_planned(example: MeetingFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.documents.rendered.TODAY", date(2021, 12, 29))
    written = text(example, "talk-plan")
    rows = [row for group in tables(written)[1:] for row in group]
    held = [row for row in rows if row[5]]

    assert all(row[5] in ("2021年<br>12月28日", "2021年<br>12月29日") for row in held)
    assert all(row[4] and row[4] not in ("2021年<br>12月28日", "2021年<br>12月29日") for row in rows if not row[5])
    assert f"应谈25对，已谈{len(held)}对，还有{25 - len(held)}对没有谈。" in written
    assert 0 < len(held) < 25


def test_a_talk_that_is_taken_away_is_still_to_be_held(meeting: MeetingFolder) -> None:
    found = changed(meeting, "talk-plan", lambda: meeting.remove_talk("李明", "王芳"))

    due = "2022年1月6日"  # 会前12日
    assert found == [
        "- 应谈9对，已全部谈到。",
        "+ 应谈9对，已谈8对，还有1对没有谈。",
        f"- | 常委之间 | 1 | 1 | 0 | {due} |",
        f"+ | 常委之间 | 1 | 0 | 1 | {due} |",
        "- | 1 | 李明 | 王芳 | 市委常委、组织部部长 |  | 2022年<br>1月4日 |",
        "+ | 1 | 李明 | 王芳 | 市委常委、组织部部长 |  |  |",
    ]


def test_a_talk_beyond_those_required(meeting: MeetingFolder) -> None:
    register = meeting.read(REGISTER)
    row = (
        "  - {谈话人: 王芳, 谈话对象: 周晓燕, 类别: 支部党员代表, 日期: 2022-01-05, 地点: 市委谈话室, 五避免: 全部,"
        " 内容: 四必谈}\n"
    )
    meeting.write(REGISTER, f"{register.rstrip()}\n{row}")
    written = text(meeting, "talk-plan")

    assert "## 五、其他谈心谈话（1对）" in written
    assert tables(written)[-1] == [["1", "王芳", "周晓燕", "支部党员代表", "", "2022年<br>1月5日"]]
    assert "应谈9对，已全部谈到。" in written


def test_what_is_missing_is_told_by_name(tmp_path: Path) -> None:
    folder = MeetingFolder(tmp_path)
    folder.write("会议.yml", "预设: 2021\n单位: 河湾县委\n")

    assert str(results(folder, "talk-plan")[0]) == "谈心谈话安排表：还缺 出席人员名册"
    written = text(folder, "talk-plan", draft=True)
    assert "【待补：出席人员名册】" in written
    assert not tables(written)


def test_a_party_group(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")
    written = lines(MeetingFolder(tmp_path / "岚溪"), "talk-plan")

    assert headings(written)[1] == "## 一、党组书记与其他党组成员（2对）"
    assert paragraph_with(written, "党组成员与所在党支部党员代表 |")
    assert re.findall("(?<!人大)常委(?!会)", "".join(written)) == []
