"""Last year's promises: how many, whose, what became of each, and why some are still open."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from mzsh.resources import examples
from tests.documents.rendered import changed, headings, lines, opened, page_sizes, paragraph_with, results, text
from tests.support.folder import MeetingFolder

REGISTER = "11-往年/上年整改.yml"
DONE_3 = "    状态: 已完成\n    完成: 2021-11-26\n    证据: 化解协议8份、法院受理通知书1份\n"
OUTCOME_3 = "    结果: 化解8件，另1件当事双方同意走诉讼，已转入司法程序\n"


def typed(folder: MeetingFolder) -> list[dict[str, Any]]:
    """The items as they stand in the folder."""
    found: list[dict[str, Any]] = yaml.safe_load(folder.read(REGISTER))["条目"]
    return found


def rows(folder: MeetingFolder) -> list[list[str]]:
    """The rows of the table."""
    (table,) = [one for one in text(folder, "last-year").split("\n\n") if one.startswith("| ")]
    return [[cell.strip() for cell in line[2:-2].split(" | ")] for line in table.strip().split("\n")[2:]]


def reopen(folder: MeetingFolder, *, reason: str = "有一户在外地，约好春节回来签") -> None:
    """The third item is still running."""
    folder.replace(REGISTER, DONE_3, "    状态: 进行中\n    进展:\n      - {日期: 2021-12-20, 内容: 化解7件}\n")
    folder.replace(REGISTER, OUTCOME_3, f"    结果: {reason}\n" if reason else "")


def test_what_last_year_is_called_follows_from_the_meeting(example: MeetingFolder) -> None:
    assert headings(lines(example, "last-year")) == [
        "# 望川市委常委班子2020年度民主生活会整改措施落实情况通报",
        "# 2020年度民主生活会整改措施落实情况表",
    ]
    example.replace("会议.yml", "年度: 2021\n", "年度: 2022\n")
    assert headings(lines(example, "last-year"))[1] == "# 2021年度民主生活会整改措施落实情况表"


def test_how_many_and_whose(example: MeetingFolder) -> None:
    owners = [item["主体"] for item in typed(example)]
    members = [name for name in owners if name != "班子"]

    assert paragraph_with(lines(example, "last-year"), "共列出整改事项") == (
        f"2020年度民主生活会后，市委常委班子和常委共列出整改事项{len(owners)}项，其中班子{owners.count('班子')}项，"
        f"常委个人{len(members)}项（{'、'.join(members)}同志各1项）。目前，已全部完成。"
    )


def test_it_agrees_with_the_report(example: MeetingFolder) -> None:
    reopen(example)

    assert "会上通报的上年度整改事项共8项，已完成7项。" in text(example, "report")
    assert "共列出整改事项8项，" in text(example, "last-year")
    assert "目前，已完成7项、进行中1项。" in text(example, "last-year")


def test_every_item_with_what_became_of_it(example: MeetingFolder) -> None:
    items, printed = typed(example), rows(example)

    assert [row[0] for row in printed] == [str(number) for number in range(1, 9)]
    assert [row[2] for row in printed] == [item["问题"] for item in items]
    assert [row[3] for row in printed] == [item["措施"] for item in items]
    assert [row[4].split("<br>")[1] for row in printed] == [item["结果"] for item in items]
    assert [row[5] for row in printed] == [item["证据"] for item in items]
    assert [row[6] for row in printed] == [""] * 8
    assert printed[0][4].split("<br>")[0] == "2021年6月28日完成"


def test_the_team_first_then_the_roster_then_who_has_left(example: MeetingFolder) -> None:
    first, *others = re.split(r"^(?=  - )", example.read(REGISTER), flags=re.MULTILINE)
    example.write(REGISTER, first + "".join(reversed(others)).replace("主体: 顾承远", "主体: 许世安"))

    assert [row[1] for row in rows(example)] == [
        "市委常委班子",
        "",
        "",
        "沈砚平",
        "梁晓芸",
        "丁若楠",
        "贺长林",
        "许世安",
    ]


def test_one_owner_for_the_whole_register(example: MeetingFolder) -> None:
    register = re.sub("    主体: .*\n", "", example.read(REGISTER))
    example.write(REGISTER, register.replace("条目:", "主体: 班子\n条目:"))

    assert "共列出整改事项8项，其中班子8项。" in text(example, "last-year")


def test_why_one_is_still_open(example: MeetingFolder) -> None:
    reopen(example)

    assert rows(example)[2][4:] == [
        "进行中<br>2021年12月20日：化解7件",
        "",
        "有一户在外地，约好春节回来签<br>原定2021年11月30日前完成",
    ]
    example.replace(REGISTER, "时限: 2021-11-30", "时限: 2022-06-30")
    assert rows(example)[2][6] == "有一户在外地，约好春节回来签<br>计划2022年6月30日前完成"


def test_an_open_item_changes_its_row_and_the_state(example: MeetingFolder) -> None:
    found = changed(example, "last-year", lambda: reopen(example))

    assert [one for one in found if "|" not in one] == [
        "- 目前，已全部完成。",
        "+ 目前，已完成7项、进行中1项。",
        "+ 没有完成的事项，原因和下一步计划见附件。",
    ]
    assert [one[:5] for one in found if "|" in one] == ["- | 3", "+ | 3"]


def test_why_it_is_open_must_be_told(example: MeetingFolder) -> None:
    reopen(example, reason="")
    written = text(example, "last-year", draft=True)

    assert str(results(example, "last-year")[0]) == (
        "上年度整改措施落实情况通报：还缺 上年整改“上年-03”的结果（未完成的原因和计划）"
    )
    assert "【待补：原因和计划】<br>原定2021年11月30日前完成" in written
    assert written.count("待补") == 1


def test_the_table_is_an_annex_that_lies_across(example: MeetingFolder) -> None:
    sizes = page_sizes(opened(example, "last-year"))

    assert [int(width) > int(height) for width, height in sizes] == [False, True]
    assert "附件：2020年度民主生活会整改措施落实情况表" in lines(example, "last-year")


def test_without_a_register_it_says_so(meeting: MeetingFolder) -> None:
    meeting.remove(REGISTER)
    written = text(meeting, "last-year", draft=True)

    assert str(results(meeting, "last-year")[0]) == "上年度整改措施落实情况通报：还缺 上年整改"
    assert "【待补：上年整改】" in written
    assert not re.search("附件|0项|\\|", written)


def test_who_checked_it_stays_inside(example: MeetingFolder) -> None:
    written = text(example, "last-year")

    assert [item["核验人"] for item in typed(example) if item["核验人"] in written] == []
    assert "2020-" not in written


def test_a_party_group(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")
    written = text(MeetingFolder(tmp_path / "岚溪"), "last-year")

    assert "其中班子1项，党组成员个人3项（程望山、何沛霖、叶蓉同志各1项）。" in written
    assert re.findall("(?<!人大)常委(?!会)", written) == []
