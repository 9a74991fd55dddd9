"""One edit of the example, one finding: the right rule at the right line, and its echoes silent."""

# ruff: noqa: E501

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from mzsh.resources import examples
from mzsh.rules.running import CheckOptions, check
from mzsh.workspace.loading import load
from tests.support.folder import MeetingFolder

TODAY = date(2022, 3, 10)
OUTLINE = "06-发言提纲/丁若楠.md"
TALK = "04-谈心谈话/2021-12-29-沈砚平-丁若楠.md"
REGISTER = "04-谈心谈话/谈话登记.yml"
CRITICISM = "07-批评意见/顾承远.md"
PLAN = "10-整改/丁若楠.yml"
TEAM = "10-整改/班子.yml"
MINUTES = "08-会议/会议记录.md"
OPINIONS = "03-征求意见/意见建议.yml"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(examples() / "望川市委", tmp_path / "望川市委"))


def findings(root: Path) -> list[str]:
    return [f"{f.path}:{f.line} {f.rule} {f.message}" for f in check(load(root), CheckOptions(today=TODAY)).findings]


@pytest.mark.parametrize(
    ("name", "pattern", "new", "expected"),
    [
        pytest.param(OUTLINE, "姓名: 丁若楠", "姓名: 丁若男", f"{OUTLINE}:3 MZ010 名册里没有“丁若男”", id="name of an outline"),
        pytest.param(OUTLINE, "^### （三）.*\n", "", f"{OUTLINE}:39 MZ104 正文缺第3方面的标题", id="area heading deleted"),
        pytest.param(
            OUTLINE, "^### （三）.*$", "### （三）工作作风方面",
            f"{OUTLINE}:51 MZ104 标题不是规定的方面，全称、简称都对不上", id="area heading in neither form",
        ),
        pytest.param(OUTLINE, "^## 二、.*$", "## 二、认识体会", f"{OUTLINE}:1 MZ104 正文缺“原因”部分", id="part renamed"),
        pytest.param(OUTLINE, "^## 一、.*$", "## 一、基本情况", f"{OUTLINE}:1 MZ104 正文缺“问题”部分", id="problem part renamed"),
        pytest.param(OUTLINE, "  - 方面: 3", "  - 方面: 4", f"{OUTLINE}:18 MZ101 第4方面写了两次，第3方面却缺", id="area number"),
        pytest.param(
            TALK, "谈话对象: 丁若楠", "谈话对象: 沈砚平", f"{TALK}:4 MZ303 谈话人和谈话对象都是沈砚平", id="same name twice"
        ),
        pytest.param(
            REGISTER, "谈话对象: 宋启明", "谈话对象: 宋启名",
            f"{REGISTER}:84 MZ010 名册、分管单位负责人和支部代表里没有“宋启名”", id="name of a partner",
        ),
        pytest.param(
            REGISTER, "^    日期: .*\n", "", "会议.yml:29 MZ301 沈砚平与顾承远还没有谈话记录", id="row without a date"
        ),
        pytest.param(CRITICISM, "批评人: 顾承远", "批评人: 顾成远", f"{CRITICISM}:3 MZ010 名册里没有“顾成远”", id="critic"),
        pytest.param(CRITICISM, "对象: 梁晓芸", "对象: 梁小芸", f"{CRITICISM}:11 MZ010 名册里没有“梁小芸”", id="criticised"),
        pytest.param(
            CRITICISM, r"  - 对象: 梁晓芸\n(?:    .*\n)+", "", f"{CRITICISM}:4 MZ604 顾承远没有对梁晓芸提出批评意见",
            id="empty cell",
        ),
        pytest.param(PLAN, "主体: 丁若楠", "主体: 丁若兰", f"{PLAN}:2 MZ010 名册里没有“丁若兰”", id="owner of a list"),
        pytest.param(PLAN, "丁若楠-2-1", "丁若楠-2-9", f"{PLAN}:19 MZ703 来源“丁若楠-2-9”查无出处", id="broken link"),
        pytest.param(PLAN, "责任人: ", "负责人: ", f"{PLAN}:12 MZ005 不认识“负责人”这个键", id="mistyped key"),
        pytest.param(
            TEAM, r"(类别: 协调解决(?:.|\n)*?)责任人: .*", r"\1责任人: 市住建局",
            f"{TEAM}:23 MZ111 整-班子-02的责任人“市住建局”没有落到人", id="owner is a unit",
        ),
        pytest.param(MINUTES, "^出席: .*$", "出席: [沈砚平, 顾承远, 梁晓芸]",
                     f"{MINUTES}:6 MZ601 应到5人，实到3人，不足2/3（至少4人）", id="quorum"),
        pytest.param("会议.yml", "- 姓名: 贺长林", "- 姓名: 贺长霖",
                     "会议.yml:59 MZ010 名册里写“贺长霖”，别处都写“贺长林”", id="name of the roster"),
        pytest.param("会议.yml", "预设: 2021", "预设: 2031", "会议.yml:2 MZ007 没有“2031”这个预设", id="preset"),
        pytest.param("会议.yml", "出席:", "出席: [", "会议.yml:18 MZ002 方括号没有配对", id="syntax of the meeting"),
        pytest.param(OPINIONS, "编号: Y02", "编号: Y01", f"{OPINIONS}:16 MZ013 编号“Y01”用了两次，另一处在 {OPINIONS} 第5行", id="id"),
    ],
)  # fmt: skip
def test_one_defect_one_finding(example: Path, name: str, pattern: str, new: str, expected: str) -> None:
    text = (example / name).read_text(encoding="utf-8")
    changed, count = re.subn(pattern, new, text, count=1, flags=re.MULTILINE)
    assert count == 1
    (example / name).write_text(changed, encoding="utf-8")
    if name == OUTLINE:
        MeetingFolder(example).approve()

    assert findings(example) == [expected]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (OUTLINE, "会议.yml:49 MZ101 还没有丁若楠的发言提纲"),
        ("05-班子材料/班子对照检查材料.md", "会议.yml:5 MZ101 还没有班子对照检查材料"),
        (TALK, "会议.yml:49 MZ301 沈砚平与丁若楠还没有谈话记录"),
        (CRITICISM, "会议.yml:29 MZ604 还没有顾承远对其他成员的批评意见"),
        (MINUTES, "会议.yml:12 MZ603 还没有会议记录"),
        (PLAN, "会议.yml:49 MZ704 还没有丁若楠的整改清单"),
        (TEAM, "会议.yml:5 MZ704 还没有班子的整改清单"),
    ],
)
def test_one_missing_file_one_finding(example: Path, name: str, expected: str) -> None:
    (example / name).unlink()

    assert findings(example) == [expected]


def test_a_second_outline_is_one_finding(example: Path) -> None:
    shutil.copy(example / OUTLINE, example / "06-发言提纲/丁若楠-改.md")

    assert findings(example) == [
        "06-发言提纲/丁若楠.md:1 MZ013 丁若楠的发言提纲有两份，另一份是 06-发言提纲/丁若楠-改.md"
    ]


@pytest.mark.parametrize("name", [OUTLINE, TALK, REGISTER, CRITICISM, PLAN, TEAM, MINUTES, OPINIONS, "审阅.yml"])
def test_what_an_unreadable_file_holds_is_not_missed(example: Path, name: str) -> None:
    file = example / name
    file.write_text(file.read_text(encoding="utf-8").replace("类型:", "类型: [", 1), encoding="utf-8")

    assert [line.split(" ")[1] for line in findings(example)] == ["MZ002"]


def test_an_unreadable_file_hides_only_what_it_may_hold(example: Path) -> None:
    (example / CRITICISM).write_text(
        (example / CRITICISM).read_text(encoding="utf-8").replace("意见:", "意见: [", 1), encoding="utf-8"
    )
    (example / "07-批评意见/贺长林.md").unlink()
    (example / "04-谈心谈话/签到.md").write_text("# 签到\n\n沈砚平、顾承远、梁晓芸、丁若楠、贺长林\n", encoding="utf-8")
    (example / TALK).unlink()

    assert [line.split(" ")[:2] for line in findings(example)] == [
        ["04-谈心谈话/签到.md:1", "MZ009"],
        ["07-批评意见/顾承远.md:4", "MZ002"],
        ["会议.yml:49", "MZ301"],
        ["会议.yml:59", "MZ604"],
    ]


def test_a_name_twice_on_the_roster(example: Path) -> None:
    text = (example / "会议.yml").read_text(encoding="utf-8")
    (example / "会议.yml").write_text(text.replace("- 姓名: 贺长林", "- 姓名: 丁若楠"), encoding="utf-8")

    assert "会议.yml:59 MZ013 名册里“丁若楠”写了两次" in findings(example)


def test_a_criticism_of_oneself_is_one_finding(example: Path) -> None:
    text = (example / CRITICISM).read_text(encoding="utf-8")
    (example / CRITICISM).write_text(text.replace("对象: 梁晓芸", "对象: 顾承远"), encoding="utf-8")

    assert findings(example) == [f"{CRITICISM}:11 MZ604 顾承远批评的是本人，批评意见要写别人"]


def test_names_run_together_by_a_full_width_comma_are_one_finding(example: Path) -> None:
    text = (example / MINUTES).read_text(encoding="utf-8")
    (example / MINUTES).write_text(
        re.sub("^出席: .*$", "出席: [沈砚平、顾承远、梁晓芸、丁若楠、贺长林]", text, flags=re.MULTILINE),
        encoding="utf-8",
    )

    assert findings(example) == [f"{MINUTES}:6 MZ003 名单里用了全角的“、”，应为半角逗号"]


@pytest.mark.parametrize(
    ("name", "pattern", "new", "expected"),
    [
        pytest.param(TALK, "^日期: .*\n", "", [f"{TALK}:1 MZ006 缺“日期”"], id="a written record without its day"),
        pytest.param(REGISTER, "地点: .*", "地点: 〔待填〕", [f"{REGISTER}:11 MZ014 还留着占位符“〔待填〕”"], id="blank in a held row"),
        pytest.param(MINUTES, "^出席: .*", "出席: []", [f"{MINUTES}:6 MZ006 缺“出席”"], id="empty list"),
        pytest.param(MINUTES, "^出席: .*", "出席: [〔待填〕]", [f"{MINUTES}:6 MZ006 “出席”还是〔待填〕"], id="still to be filled in"),
        pytest.param(MINUTES, "^记录: .*", "记录: ''", [f"{MINUTES}:5 MZ006 缺“记录”"], id="empty text"),
        pytest.param(MINUTES, "^主持: .*", "主持: 沈彦平", [f"{MINUTES}:4 MZ010 名册里没有“沈彦平”"], id="name of the chair"),
        pytest.param("会议.yml", "姓名: 丁若楠\n    ", "", ["会议.yml:49 MZ006 “出席”第4项缺“姓名”"], id="member without a name"),
    ],
)  # fmt: skip
def test_what_is_empty_is_missing(example: Path, name: str, pattern: str, new: str, expected: list[str]) -> None:
    path = example / name
    text, count = re.subn(pattern, new, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert count
    path.write_text(text, encoding="utf-8")

    assert findings(example) == expected
