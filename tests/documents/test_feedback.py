"""What a member is told: everything that was said of him and of the team, and nothing of who said it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from mzsh.resources import examples
from tests.documents.rendered import headings, lines, results, text
from tests.support.folder import MeetingFolder

OPINIONS = "03-征求意见/意见建议.yml"


def typed(folder: MeetingFolder) -> dict[str, Any]:
    """The register as it stands in the folder."""
    found: dict[str, Any] = yaml.safe_load(folder.read(OPINIONS))
    return found


def tables(folder: MeetingFolder, member: str) -> list[list[list[str]]]:
    """The tables' rows without their heads; the last is where he signs."""
    found = [block for block in text(folder, "feedback", member=member).split("\n\n") if block.startswith("| ")]
    return [[_cells(line) for line in block.rstrip().split("\n")][2:] for block in found]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line[2:-2].split(" | ")]


def said_of(folder: MeetingFolder, about: str) -> list[str]:
    """The summaries about somebody, by area."""
    found = sorted((one for one in typed(folder)["归并"] if one["对象"] == about), key=lambda one: int(one["方面"]))
    return [one["内容"] for one in found]


def test_each_member_has_what_was_said_of_him_and_of_the_team(example: MeetingFolder) -> None:
    for name in example.load().meeting.member_names:
        own, team, _ = tables(example, name)

        assert [row[2] for row in own] == said_of(example, name)
        assert [row[2] for row in team] == said_of(example, "班子")
        assert [row[0] for row in team] == ["1", "2", "3"]


def test_headings_and_addressee(example: MeetingFolder) -> None:
    written = lines(example, "feedback", member="顾承远")

    assert headings(written) == [
        "# 意见反馈单",
        "## 一、对本人的意见建议（1条）",
        "## 二、对班子的意见建议（3条）",
        "## 三、签收",
    ]
    assert written[1] == "顾承远同志："
    assert "市委组织部征求了对市委常委班子和常委的意见建议" in written[2]


def test_nothing_tells_who_said_it_or_what_was_said_of_another(example: MeetingFolder) -> None:
    register = typed(example)
    names = example.load().meeting.member_names
    inside = {one[key] for one in register["意见"] for key in ("编号", "渠道", "来源", "原话")}
    inside |= {one["编号"] for one in register["归并"]}
    for name in names:
        written = text(example, "feedback", member=name)

        for summary in register["归并"]:
            written = written.replace(summary["内容"], "")
        assert [word for word in inside if word in written] == []
        assert [other for other in names if other != name and other in written] == []
        assert [
            words for other in names if other != name for words in said_of(example, other) if words in written
        ] == []
        assert said_of(example, "其他")[0] not in written


def test_what_must_be_explained(example: MeetingFolder) -> None:
    asked = {one["对象"] for one in typed(example)["意见"] if one.get("需说明")}

    assert asked == {"沈砚平", "丁若楠"}
    for name in example.load().meeting.member_names:
        own, team, _ = tables(example, name)
        assert [row[3] for row in own] == ["本人说明" if name in asked else "否"]
        assert [row[3] for row in team] == ["否"] * 3
        assert ("在民主生活会上向组织作出说明。" in text(example, "feedback", member=name)) == (name in asked)


def test_what_the_team_must_explain(example: MeetingFolder) -> None:
    example.replace(OPINIONS, "    归并: G02\n\n  - 编号: Y05", "    需说明: true\n    归并: G02\n\n  - 编号: Y05")
    own, team, _ = tables(example, "顾承远")

    assert [row[3] for row in own] == ["否"]
    assert [row[3] for row in team] == ["否", "否", "班子说明"]
    assert "向组织作出说明" not in text(example, "feedback", member="顾承远")


def test_an_opinion_in_no_summary_is_told_as_it_was_said(example: MeetingFolder) -> None:
    opinions = {one["编号"]: one for one in typed(example)["意见"]}
    example.replace(OPINIONS, "    归并: G05\n\n  - 编号: Y11", "\n  - 编号: Y11")
    own, _, _ = tables(example, "顾承远")

    assert [row[2] for row in own] == [*said_of(example, "顾承远"), opinions["Y10"]["原话"]]
    assert opinions["Y10"]["原话"] not in text(example, "feedback", member="沈砚平")


def test_an_opinion_merged_into_one_about_another_is_not_lost(example: MeetingFolder) -> None:
    opinions = {one["编号"]: one for one in typed(example)["意见"]}
    example.replace(OPINIONS, "    归并: G05\n\n  - 编号: Y11", "    归并: G09\n\n  - 编号: Y11")
    example.replace(OPINIONS, "    归并: G05\n\n  - 编号: Y12", "    归并: G01\n\n  - 编号: Y12")
    own, team, _ = tables(example, "顾承远")

    assert opinions["Y10"]["原话"] in [row[2] for row in own]  # G09 is of nobody whom he reads about
    assert opinions["Y11"]["原话"] not in [row[2] for row in own]  # G01 is the team's, and there he reads it
    assert said_of(example, "班子")[1] in [row[2] for row in team]


def test_of_whom_nothing_was_said(example: MeetingFolder) -> None:
    register = example.read(OPINIONS)
    example.write(OPINIONS, register.replace("对象: 顾承远", "对象: 其他"))
    written = lines(example, "feedback", member="顾承远")

    assert headings(written)[1] == "## 一、对本人的意见建议"
    assert "这次征求意见，没有收到对本人的意见建议。" in written
    assert headings(written)[-1] == "## 三、签收"
    assert "对班子的意见建议（3条）" in "".join(written)


def test_signing(example: MeetingFolder) -> None:
    assert tables(example, "丁若楠")[-1] == [["本人签收", "", "签收日期", "2021年12月28日"]]

    example.replace(OPINIONS, "  - {成员: 丁若楠, 签收: 2021-12-28}", "  - {成员: 丁若楠, 签收: 〔待填〕}")
    assert tables(example, "丁若楠")[-1] == [["本人签收", "", "签收日期", "年　　月　　日"]]
    assert tables(example, "贺长林")[-1] == [["本人签收", "", "签收日期", "2021年12月27日"]]


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("回的都是“已转办”三个字", "回的都是“已转办”三个字，打我13800001111也行", "MZ406"),
        ("来源: 党员干部\n    日期: 2021-12-16\n    对象: 王芳\n    方面: 4\n    原话: 考核组",
         "来源: 民主党派\n    日期: 2021-12-16\n    对象: 王芳\n    方面: 4\n    原话: 考核组", "MZ407"),
    ],
)  # fmt: skip
def test_nothing_is_told_while_a_giver_can_be_known(meeting: MeetingFolder, before: str, after: str, rule: str) -> None:
    assert all(one.is_written for one in results(meeting, "feedback"))
    meeting.replace(OPINIONS, before, after)
    found = results(meeting, "feedback", draft=True)

    assert [one.is_written for one in found] == [False] * 3
    assert all(rule in reason for one in found for reason in one.refused)
    assert str(found[0]) == "张卫国的意见反馈单：有不能发出去的内容，没有出"


def test_without_opinions_nobody_is_told_that_there_are_none(meeting: MeetingFolder) -> None:
    meeting.remove(OPINIONS)
    written = text(meeting, "feedback", draft=True, member="李明")

    assert [str(one) for one in results(meeting, "feedback")][1] == "李明的意见反馈单：还缺 意见建议"
    assert "【待补：意见建议】" in written
    assert "没有收到" not in written
    assert [line for line in written.split("\n") if line.startswith("## ")] == ["## 一、签收"]


def test_a_party_group(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")
    folder = MeetingFolder(tmp_path / "岚溪")
    written = text(folder, "feedback", member="何沛霖")

    assert [row[2:] for row in tables(folder, "何沛霖")[0]] == [
        ["河道排水口没有改好就报了整改到位", "本人说明"],
        ["审查决算不追问", "否"],
    ]
    assert "市人大机关党委征求了对市人大常委会党组班子和党组成员的意见建议" in written
    assert re.findall("(?<!人大)常委(?!会)", written) == []
