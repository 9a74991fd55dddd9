"""The table of opinions: three counts that add up, every summary with what went into it, what is in none behind."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from mzsh.resources import examples
from tests.documents.rendered import changed, headings, lines, opened, page_sizes, paragraph_with, results, text
from tests.support.folder import MeetingFolder

OPINIONS = "03-征求意见/意见建议.yml"


def typed(folder: MeetingFolder) -> dict[str, Any]:
    """The register as it stands in the folder."""
    found: dict[str, Any] = yaml.safe_load(folder.read(OPINIONS))
    return found


def tables(folder: MeetingFolder) -> list[list[list[str]]]:
    """The tables' rows without their heads."""
    found = [block for block in text(folder, "opinion-summary").split("\n\n") if block.startswith("| ")]
    return [[_cells(line) for line in block.rstrip().split("\n")][2:] for block in found]


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\", "") for cell in line[2:-2].split(" | ")]


def division(rows: list[list[str]], place: int) -> dict[str, int]:
    """One of the divisions that stand side by side."""
    return {row[place]: int(row[place + 1]) for row in rows if row[place]}


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "opinion-summary")) == [
        "# 望川市委常委班子2021年度党史学习教育专题民主生活会意见建议汇总表",
        "## 一、条数",
        "## 二、归并后的意见建议",
    ]


def test_the_counts_are_those_of_the_folder(example: MeetingFolder) -> None:
    opinions = typed(example)["意见"]
    counts = tables(example)[0]
    channels, areas, people = (division(counts, place) for place in (0, 2, 4))

    assert channels.pop("合计") == areas.pop("合计") == people.pop("合计") == len(opinions) == 18
    assert channels == Counter(one["渠道"] for one in opinions)
    assert people == Counter(one["对象"] for one in opinions)
    assert areas == {
        "带头牢记“国之大者”、担当作为": sum(one["方面"] == 2 for one in opinions),
        "带头践行以人民为中心的发展思想": sum(one["方面"] == 3 for one in opinions),
        "带头履行全面从严治党主体责任": sum(one["方面"] == 5 for one in opinions),
    }


def test_each_summary_with_its_opinions_in_the_order_of_the_areas(example: MeetingFolder) -> None:
    register = typed(example)
    printed = tables(example)[1]
    ordered = sorted(register["归并"], key=lambda one: int(one["方面"]))

    assert [row[0] for row in printed] == [str(number) for number in range(1, 10)]
    assert [row[2:4] for row in printed] == [[one["内容"], one["对象"]] for one in ordered]
    assert [row[6:] for row in printed] == [[one["处理"], one.get("理由", "")] for one in ordered]
    for row, summary in zip(printed, ordered, strict=True):
        originals = [one["编号"] for one in register["意见"] if one["归并"] == summary["编号"]]
        assert int(row[4]) == len(originals)
        assert row[5].replace("<br>", "、").split("、") == originals


def test_how_they_were_handled(example: MeetingFolder) -> None:
    handled = Counter(one["处理"] for one in typed(example)["归并"])

    assert paragraph_with(lines(example, "opinion-summary"), "从处理看") == (
        "共收到意见建议18条，归并为9条。归并后的意见，从处理看，"
        f"纳入班子{handled['纳入班子']}条、纳入个人{handled['纳入个人']}条、立行立改{handled['立行立改']}条、"
        f"转办{handled['转办']}条。"
    )


def test_another_channel_changes_two_rows(example: MeetingFolder) -> None:
    found = changed(
        example,
        "opinion-summary",
        lambda: example.replace(OPINIONS, "编号: Y01\n    渠道: 座谈", "编号: Y01\n    渠道: 走访"),
    )

    assert [" ".join(one.split()) for one in found] == [
        "- | 座谈 | 6 | 带头践行以人民为中心的发展思想 | 12 | 沈砚平 | 2 |",
        "- | 走访 | 5 | 带头履行全面从严治党主体责任 | 4 | 顾承远 | 2 |",
        "+ | 座谈 | 5 | 带头践行以人民为中心的发展思想 | 12 | 沈砚平 | 2 |",
        "+ | 走访 | 6 | 带头履行全面从严治党主体责任 | 4 | 顾承远 | 2 |",
    ]


def test_opinions_in_no_summary_stand_behind_in_their_own_words(example: MeetingFolder) -> None:
    example.write(OPINIONS, example.read(OPINIONS).replace("归并: G09\n", "归并: G99\n"))
    example.replace(OPINIONS, "    归并: G02\n\n  - 编号: Y05", "\n  - 编号: Y05")
    opinions = {one["编号"]: one for one in typed(example)["意见"]}
    printed = tables(example)

    assert headings(lines(example, "opinion-summary"))[-1] == "## 三、未归并的意见建议"
    assert [row[:3] + row[4:] for row in printed[2]] == [
        ["1", "Y18", "走访", "其他", opinions["Y18"]["原话"]],
        ["2", "Y04", "征求意见函", "班子", opinions["Y04"]["原话"]],
    ]
    assert "共收到意见建议18条，归并为9条，另有2条未归并。" in text(example, "opinion-summary")


def test_an_opinion_without_an_area_has_its_summarys(example: MeetingFolder) -> None:
    example.replace(OPINIONS, "对象: 班子\n    方面: 5\n    原话: 十月里", "对象: 班子\n    原话: 十月里")

    assert division(tables(example)[0], 2)["带头履行全面从严治党主体责任"] == 4


def test_nothing_merged_yet(meeting: MeetingFolder) -> None:
    register = meeting.read(OPINIONS)
    meeting.write(OPINIONS, register[: register.index("归并:\n  - {编号: G01")] + "归并: []\n")
    written = lines(meeting, "opinion-summary")

    assert headings(written)[1:] == ["## 一、条数", "## 二、未归并的意见建议"]
    assert "共收到意见建议16条，尚未归并。" in "".join(written)
    assert len(tables(meeting)[1]) == 16


def test_it_lies_across_and_says_that_it_stays_inside(example: MeetingFolder) -> None:
    assert all(int(width) > int(height) for width, height in page_sizes(opened(example, "opinion-summary")))
    assert "（内部资料，由市委组织部汇总）" in lines(example, "opinion-summary")


def test_without_opinions_it_says_so(meeting: MeetingFolder) -> None:
    meeting.remove(OPINIONS)
    written = text(meeting, "opinion-summary", draft=True)

    assert str(results(meeting, "opinion-summary")[0]) == "意见建议汇总表：还缺 意见建议"
    assert "【待补：意见建议】" in written
    assert "0条" not in written
    assert "|" not in written


def test_a_party_group(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")
    folder = MeetingFolder(tmp_path / "岚溪")

    assert "（内部资料，由市人大机关党委汇总）" in lines(folder, "opinion-summary")
    assert division(tables(folder)[0], 4) == {"班子": 3, "程望山": 1, "何沛霖": 2, "叶蓉": 1, "其他": 1, "合计": 8}


def test_an_id_typed_twice_counts_no_opinion_twice(example: MeetingFolder) -> None:
    opinions = typed(example)["意见"]
    into = Counter(one["归并"] for one in opinions)
    example.replace(OPINIONS, "  - 编号: G02\n", "  - 编号: G01\n")
    merged, left = tables(example)[1:3]

    assert sum(int(row[4]) for row in merged) + len(left) == len(opinions)
    assert sorted(int(row[4]) for row in merged) == sorted([*(into[one] for one in into if one != "G02"), 0])
    assert len(left) == into["G02"]
