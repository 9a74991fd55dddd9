"""任务分工和时间表: every milestone once, by stage and day, and how it stands today."""

from __future__ import annotations

from datetime import date

import yaml

from mzsh.documents.rendering import How, render
from mzsh.documents.request import requests
from tests.documents.rendered import changed, headings, lines, opened, page_sizes, results
from tests.support.folder import MeetingFolder

REGISTER = "时间节点.yml"


def rows(written: list[str]) -> list[list[str]]:
    """The cells of the tables' rows, heads and rules left out."""
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in written if line.startswith("|")]
    return [row for row in cells if row[0].isdigit()]


def on(folder: MeetingFolder, day: date) -> list[str]:
    """The paragraphs as they are on one day."""
    project = folder.load()
    (found,) = render(project, requests(project, ["schedule"]), how=How("md"), today=day)
    assert found.path is not None, found
    return [line for line in found.path.read_text(encoding="utf-8").split("\n") if line]


def test_the_stages_in_their_order(meeting: MeetingFolder) -> None:
    assert headings(lines(meeting, "schedule")) == [
        "# 临江市委常委班子2021年度党史学习教育专题民主生活会任务分工和时间表",
        "## 一、会前（13项）",
        "## 二、会上（1项）",
        "## 三、会后（5项）",
    ]


def test_every_milestone_of_the_folder_stands_there_once(example: MeetingFolder) -> None:
    typed = yaml.safe_load(example.read(REGISTER))["节点"]
    printed = rows(lines(example, "schedule"))

    assert [row[0] for row in printed] == [str(number) for number in range(1, len(typed) + 1)]
    assert {(row[1], row[2], row[6].replace("\\", "")) for row in printed} == {
        (one["名称"], one["责任"], one["凭据"].removesuffix(".yml").removesuffix(".md")) for one in typed
    }


def test_a_due_day_is_counted_from_the_meeting(meeting: MeetingFolder) -> None:
    row = next(row for row in rows(lines(meeting, "schedule")) if row[1] == "印发征求意见单")

    assert row[:6] == ["2", "印发征求意见单", "市委组织部", "2021年<br>12月14日", "会前35天", "已完成<br>12月13日"]


def test_workdays_are_shown_as_the_day_and_the_calendar_days(example: MeetingFolder) -> None:
    row = next(row for row in rows(lines(example, "schedule")) if row[1] == "报送专题报告")

    assert row[3:5] == ["2022年<br>1月30日", "会后12天"]  # 会后10个工作日: 30 January was worked on


def test_the_days_run_forwards_in_each_stage(example: MeetingFolder) -> None:
    after = [row[4] for row in rows(lines(example, "schedule"))][21:]

    assert [int(cell.removeprefix("会后").removesuffix("天")) for cell in after] == [7, 8, 10, 10, 12, 35, 38, 38, 51]


def test_what_is_prepared_the_day_before_is_before(example: MeetingFolder) -> None:
    printed = rows(lines(example, "schedule"))

    assert printed[19][1::3] == ["两项书面通报印送参会人员", "会前1天"]
    assert printed[20][1:6] == [
        "召开民主生活会",
        "市委常委会",
        "2022年<br>1月20日",
        "定于<br>1月18日",
        "已完成<br>1月18日",
    ]


def test_one_task_is_done_later(meeting: MeetingFolder) -> None:
    def late() -> None:
        meeting.replace(REGISTER, "责任: 市委书记, 完成: 2022-01-10", "责任: 市委书记, 完成: 2022-01-13")

    assert changed(meeting, "schedule", late) == [
        "- 共19项任务，已全部完成。",
        "+ 共19项任务，已全部完成（其中迟于时限1项）。",
        "- | 12 | 书记审阅个人发言提纲 | 市委书记 | 2022年<br>1月11日 | 会前7天 | 已完成<br>1月10日 |  |",
        "+ | 12 | 书记审阅个人发言提纲 | 市委书记 | 2022年<br>1月11日 | 会前7天 | 已完成<br>1月13日，迟2天 |  |",
    ]


def test_seen_from_a_day_before_the_meeting(meeting: MeetingFolder) -> None:
    meeting.replace(REGISTER, "责任: 市委政研室, 完成: 2022-01-06", "责任: 市委政研室")
    written = on(meeting, date(2022, 1, 9))
    states = {row[1]: row[5] for row in rows(written)}

    assert "共19项任务，已完成10项，已逾期未完成1项。" in written
    assert states["班子材料征求意见"] == "未完成<br>已逾期2天"
    assert states["书记审阅个人发言提纲"] == "未完成<br>还有2天"  # done on the 10th, which is tomorrow
    assert states["报送个人发言提纲"] == "已完成<br>1月7日"


def test_a_task_due_today(meeting: MeetingFolder) -> None:
    states = {row[1]: row[5] for row in rows(on(meeting, date(2022, 1, 18)))}
    assert states["召开民主生活会"] == "已完成<br>1月18日"

    meeting.replace(REGISTER, "责任: 市委常委班子, 完成: 2022-01-18", "责任: 市委常委班子")
    states = {row[1]: row[5] for row in rows(on(meeting, date(2022, 1, 18)))}
    assert states["召开民主生活会"] == "未完成<br>当日到期"


def test_offices_stand_where_the_preset_leaves_their_place(meeting: MeetingFolder) -> None:
    meeting.replace(REGISTER, "时限: 会前35日, 责任: 市委组织部", '时限: 会前35日, 责任: "{组织部}、各位{成员}"')
    row = next(row for row in rows(lines(meeting, "schedule")) if row[1] == "印发征求意见单")

    assert row[2] == "市委组织部、各位常委"


def test_it_lies_across(meeting: MeetingFolder) -> None:
    ((width, height),) = page_sizes(opened(meeting, "schedule"))

    assert int(width) > int(height)


def test_without_milestones_it_says_so(meeting: MeetingFolder) -> None:
    meeting.remove(REGISTER)
    (found,) = results(meeting, "schedule")

    assert str(found) == "任务分工和时间表：还缺 时间节点"
    written = lines(meeting, "schedule", draft=True)
    assert [line for line in written if "待补" in line] == ["【待补：时间节点】"]
    assert not [line for line in written if line.startswith("|") or "项任务" in line]


def test_without_the_day_nothing_is_counted(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "  日期: 2022-01-18\n", "")
    (found,) = results(meeting, "schedule")
    assert found.missing == ("召开日期",)

    printed = {row[1]: row[3:6] for row in rows(lines(meeting, "schedule", draft=True))}
    assert printed["印发征求意见单"] == ["会前35日", "", "已完成<br>2021年<br>12月13日"]
    assert printed["制定实施方案"] == ["2021年<br>12月10日", "", "已完成<br>12月9日"]


def test_a_party_group(party_group: MeetingFolder) -> None:
    printed = rows(lines(party_group, "schedule"))

    assert {row[2] for row in printed} >= {"市人大机关党委", "各位党组成员", "程望山"}
