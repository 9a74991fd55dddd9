"""问题清单: everything that was found wrong, its sums, and the item that takes each up."""

from __future__ import annotations

import yaml

from tests.documents.rendered import headings, lines, opened, page_sizes, paragraph_with, results, text
from tests.support.folder import MeetingFolder


def rows(written: list[str], heading: str) -> list[list[str]]:
    """The rows of the table under a heading, without its head."""
    rest = written[written.index(heading) + 1 :]
    cells = [[cell.strip().replace("\\", "") for cell in line.strip("|").split("|")] for line in _until(rest)]
    return [row for row in cells if row[0].isdigit()]


def _until(written: list[str]) -> list[str]:
    end = next((place for place, line in enumerate(written) if line.startswith("#")), len(written))
    return [line for line in written[:end] if line.startswith("|")]


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "problem-list")) == [
        "# 望川市委常委班子2021年度党史学习教育专题民主生活会问题清单",
        "## 一、查摆的问题（36个）",
        "## 二、会上批评指出的问题（20条）",
        "## 三、征求意见归并的问题（8条）",
    ]


def test_every_problem_with_its_items(example: MeetingFolder) -> None:
    found = {row[1]: row for row in rows(lines(example, "problem-list"), "## 一、查摆的问题（36个）")}
    items = [
        (item["编号"], ref)
        for path in example.root.glob("10-整改/*.yml")
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))["条目"]
        for ref in item.get("来源", [])
    ]

    for identifier, row in found.items():
        assert row[6].split("<br>") == [number for number, ref in items if ref == identifier], identifier
    assert found["班子-3-1"][2:] == [
        "对二次供水这类急难愁盼回应太慢",
        "征求意见<br>G01",
        "市委常委班子",
        "带头践行以人民为中心的发展思想",
        "整-班子-03<br>整-班子-04",
    ]


def test_sums(example: MeetingFolder) -> None:
    written = lines(example, "problem-list")
    table = _until(written[1 : written.index("## 一、查摆的问题（36个）")])
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]
    numbers = [[int(cell or 0) for cell in row[1:]] for row in cells]

    assert [row[0] for row in cells] == ["市委常委班子", "沈砚平", "顾承远", "梁晓芸", "丁若楠", "贺长林", "合计"]
    assert all(sum(row[:-1]) == row[-1] for row in numbers)
    assert [sum(column[:-1]) for column in zip(*numbers, strict=True)] == numbers[-1]
    assert numbers[-1][-1] == 36
    assert "共查摆问题36个，其中班子5个，常委31个。" in paragraph_with(written, "以上均已列入整改清单。")


def test_criticisms_come_without_critics(example: MeetingFolder) -> None:
    written = lines(example, "problem-list")
    found = rows(written, "## 二、会上批评指出的问题（20条）")

    assert len(found) == 20
    assert {row[2] for row in found} == {"相互批评"}
    assert ["顾承远", "整-顾承远-02"] in [[row[3], row[5]] for row in found]
    assert "沈砚平-顾承远" not in "".join(written)


def test_before_the_meeting_there_are_no_criticisms(meeting: MeetingFolder) -> None:
    assert "会上批评指出问题6条" in text(meeting, "problem-list")
    meeting.remove("08-会议/会议记录.md")

    assert "批评" not in text(meeting, "problem-list")


def test_what_no_item_takes_up(meeting: MeetingFolder) -> None:
    heading = "## 一、查摆的问题（20个）"
    before = rows(lines(meeting, "problem-list"), heading)
    meeting.replace("10-整改/李明.yml", "来源: [李明-4-1]", "来源: [李明-3-1]")
    written = lines(meeting, "problem-list")
    after = rows(written, heading)

    assert [(old[6], new[6]) for old, new in zip(before, after, strict=True) if old != new] == [
        ("整-李明-3", "整-李明-3<br>整-李明-4"),
        ("整-李明-4", "未列入"),
    ]
    assert "已列入整改清单19个，还没有列入1个。" in paragraph_with(written, "共查摆问题20个")


def test_who_has_no_list_yet_has_empty_cells(meeting: MeetingFolder) -> None:
    meeting.remove("10-整改/李明.yml")
    found = rows(lines(meeting, "problem-list"), "## 一、查摆的问题（20个）")

    assert {row[6] for row in found if row[4] == "李明"} == {""}
    assert "未列入" not in text(meeting, "problem-list")


def test_an_item_of_anothers_list_says_whose(meeting: MeetingFolder) -> None:
    meeting.replace("10-整改/班子.yml", "来源: [班子-2-1]", "来源: [班子-2-1, 李明-2-1]")
    found = {row[1]: row[6] for row in rows(lines(meeting, "problem-list"), "## 一、查摆的问题（20个）")}

    assert set(found["李明-2-1"].split("<br>")) == {"整-李明-2", "班子：整-班子-2"}


def test_opinions_that_ended_elsewhere_are_left_out(example: MeetingFolder) -> None:
    summaries = yaml.safe_load(example.read("03-征求意见/意见建议.yml"))["归并"]
    found = rows(lines(example, "problem-list"), "## 三、征求意见归并的问题（8条）")

    assert [row[1] for row in found] == [one["编号"] for one in summaries if one["处理"] not in ("说明", "转办")]


def test_what_is_missing(meeting: MeetingFolder) -> None:
    meeting.remove("06-发言提纲/李明.md")

    assert [str(one) for one in results(meeting, "problem-list")] == ["问题清单：还缺 李明的发言提纲"]
    assert "【待补：李明的发言提纲】" in text(meeting, "problem-list", draft=True)


def test_it_is_landscape_and_internal(meeting: MeetingFolder) -> None:
    assert page_sizes(opened(meeting, "problem-list")) == [("16838", "11906")]
    assert "（内部资料）" in lines(meeting, "problem-list")
