"""What was said in a talk, in the words of its record; and the register of all talks, each once."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from docx.oxml.ns import qn

from mzsh.documents.request import requests
from mzsh.resources import examples
from tests.documents.rendered import changed, headings, lines, opened, results, text
from tests.support.folder import MeetingFolder

FOLDER = "04-谈心谈话"
RECORD = f"{FOLDER}/2021-12-28-沈砚平-梁晓芸.md"
PAIR = "沈砚平-梁晓芸"
REGISTER = f"{FOLDER}/谈话登记.yml"


def rows(written: str) -> list[list[str]]:
    """The cells of every row of the tables, heads and rules left out."""
    found = [line for line in written.split("\n") if line.startswith("| ") and not re.fullmatch(r"[| :-]+", line)]
    return [[cell.strip(" ").replace("\\", "") for cell in line[1:-1].split("|")] for line in found]


def register(folder: MeetingFolder, word: str = "谈心谈话登记表") -> list[list[str]]:
    return rows(text(folder, word))[1:]


def body(folder: MeetingFolder, name: str) -> dict[str, list[str]]:
    """The paragraphs of a record below each heading, as they were typed."""
    parts = re.split(r"^## [一二三四五]、(.*)$", folder.read(name), flags=re.MULTILINE)[1:]
    return {title: said.strip().split("\n\n") for title, said in zip(parts[::2], parts[1::2], strict=True)}


def test_the_record_in_its_own_words(example: MeetingFolder) -> None:
    typed = body(example, RECORD)
    found = {row[0]: row for row in rows(text(example, "谈心谈话记录表", member=PAIR))}

    assert len(typed) == 5
    for title, paragraphs in typed.items():
        assert found[title][1].split("<br>") == [f"　　{paragraph}" for paragraph in paragraphs]
    assert found["时间"] == ["时间", "2021年12月28日<br>14:30—15:40", "地点", "市委办公楼沈砚平办公室"]
    assert found["谈话人"][1:] == ["沈砚平<br>（市委书记）", "谈话对象", "梁晓芸<br>（市委常委、组织部部长）"]
    assert found["类别"][1:] == ["书记与常委", "方式", "面对面"]


def test_the_rows_of_the_form(example: MeetingFolder) -> None:
    written = text(example, "谈心谈话记录表", member=PAIR)

    assert headings(written.split("\n")) == ["# 谈心谈话记录表"]
    assert [row[0] for row in rows(written)] == [
        "时间",
        "谈话人",
        "类别",
        "班子集体的问题",
        "自身的问题及整改打算",
        "对方的不足和改进建议",
        "拟在会上开展批评的问题",
        "达成的共识",
        "五避免",
        "备注",
        "谈话人<br>签字",
        "签字日期",
    ]


def test_the_cells_of_the_contents_are_joined_and_may_run_over_pages(example: MeetingFolder) -> None:
    example.write(
        RECORD, example.read(RECORD).replace("沈砚平：这条打中了。", "沈砚平：这条打中了。" + "再说一件事。" * 200)
    )
    (table,) = opened(example, "谈心谈话记录表", member=PAIR).tables
    spans = [[cell.find(f".//{qn('w:gridSpan')}") for cell in row._tr.tc_lst] for row in table.rows]
    (long,) = [row for row in table.rows if "再说一件事" in row.cells[1].text]

    assert [len(cells) for cells in spans] == [4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 4, 4]
    assert long._tr.find(f".//{qn('w:cantSplit')}") is None
    assert long._tr.find(f".//{qn('w:trHeight')}").get(qn("w:hRule")) == "atLeast"


def test_what_is_not_written_stays_empty_and_what_is_written_besides_is_kept(meeting: MeetingFolder) -> None:
    name = f"{FOLDER}/张卫国-李明.md"
    front = meeting.read(name).split("---\n")[1]
    meeting.write(
        name,
        f"---\n{front}在场人数: 3\n---\n# 谈话\n\n开头的话。\n\n## 一、班子和自身的问题\n\n1. 头一条。\n2. 第二条，"
        "\n接着说。\n\n### 打算\n\n改。\n\n## 五、达成的共识\n\n## 六、约定下次\n\n二月再谈。\n",
    )
    found = rows(text(meeting, "谈心谈话记录表", member="张卫国-李明"))

    assert [row[:2] for row in found[3:-2]] == [
        ["班子集体的问题；自身的问题及整改打算", "　　1.头一条。<br>　　2.第二条，接着说。<br>　　打算<br>　　改。"],
        ["对方的不足和改进建议", ""],
        ["拟在会上开展批评的问题", ""],
        ["达成的共识", ""],
        ["其他内容", "　　开头的话。"],
        ["六、约定下次", "　　二月再谈。"],
        ["五避免", "已避免寒暄家常、评功摆好、泛泛而谈、只谈工作、避重就轻"],
        ["备注", "在场3人"],
    ]


def test_one_for_each_record_and_none_for_a_register(example: MeetingFolder) -> None:
    written = {path.stem[11:] for path in example.path(FOLDER).glob("*.md")}

    assert {one.request.subject for one in results(example, "talk-record")} == {"", *written}
    for path in example.path(FOLDER).glob("*.md"):
        path.unlink()
    assert [str(one) for one in results(example, "talk-record")] == ["谈心谈话登记表：谈心谈话登记表.md"]
    assert [one.label for one in requests(example.load(), ["talk-record"])] == ["谈心谈话登记表"]


def test_the_register_has_every_talk_once(example: MeetingFolder) -> None:
    typed = yaml.safe_load(example.read(REGISTER))["条目"]
    records = list(example.path(FOLDER).glob("*.md"))
    written = register(example)

    assert len(written) == len(typed) + len(records)
    assert [row[0] for row in written] == [str(number) for number in range(1, len(written) + 1)]
    assert {(row[4], row[5]) for row in written} == {
        *((one["谈话人"], one["谈话对象"]) for one in typed),
        *(tuple(path.stem[11:].split("-")) for path in records),
    }
    days = [tuple(map(int, re.findall(r"\d+", row[1]))) for row in written]
    assert days == sorted(days)
    assert f"共开展谈心谈话{len(written)}人次。" in text(example, "谈心谈话登记表")


def test_a_talk_in_both_is_one_and_one_to_come_is_none(example: MeetingFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = register(example)
    row = (
        "  - {谈话人: 沈砚平, 谈话对象: 梁晓芸, 类别: 书记与常委, 日期: 2021-12-28, 地点: 市委办公楼沈砚平办公室,"
        " 五避免: 全部, 内容: 四必谈}\n  - {谈话人: 顾承远, 谈话对象: 尹思远, 类别: 常委之间, 日期: }\n"
    )
    example.write(REGISTER, f"{example.read(REGISTER).rstrip()}\n{row}")

    assert register(example) == before
    monkeypatch.setattr("tests.documents.rendered.TODAY", date(2021, 12, 28))
    assert {row[1] for row in register(example)} == {"2021年<br>12月28日"}


def test_ticks(meeting: MeetingFolder) -> None:
    def untick() -> None:
        typed = meeting.read(REGISTER)
        typed = typed.replace("五避免: 全部", "五避免: {寒暄家常: true, 只谈工作: true}", 1)
        meeting.write(REGISTER, typed.replace("内容: 四必谈", "内容: {班子问题: true, 对方不足: true}", 1))

    assert {tuple(row[7:]) for row in register(meeting)} == {("√", "√", "√", "√", "五项均<br>已避免")}
    (taken, given) = changed(meeting, "谈心谈话登记表", untick)
    assert taken.split(" | ")[5:7] == given.split(" | ")[5:7] == ["张卫国", "陈建平"]
    assert given.split(" | ")[8:] == ["√", "", "√", "", "寒暄家常、只谈工作 |"]


def test_the_register_is_told_missing_by_name(tmp_path: Path) -> None:
    folder = MeetingFolder(tmp_path)
    folder.write("会议.yml", "预设: 2021\n单位: 河湾县委\n")

    assert str(results(folder, "talk-record")[0]) == "谈心谈话登记表：还缺 谈心谈话"
    written = text(folder, "talk-record", draft=True)
    assert "【待补：谈心谈话】" in written
    assert rows(written) == []
    assert "0" not in written.split("【待补")[1]


def test_a_party_group_that_keeps_a_register_only(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")
    written = lines(MeetingFolder(tmp_path / "岚溪"), "talk-record")

    assert "党组书记与其他党组成员2对，党组成员之间1对" in "".join(written)
    assert re.findall("(?<!人大)常委(?!会)", "".join(written)) == []
