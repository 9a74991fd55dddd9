"""The ledger: every item once, the team first, as it stands today."""

from __future__ import annotations

import yaml

from tests.documents.rendered import blocks, headings, lines, opened, page_sizes, results, text
from tests.support.folder import MeetingFolder


def rows(written: list[str]) -> list[list[str]]:
    """The cells of the tables' rows, heads and rules left out."""
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in written if line.startswith("|")]
    return [row for row in cells if row[0].isdigit()]


def test_the_team_first_then_the_members(example: MeetingFolder) -> None:
    assert headings(lines(example, "ledger")) == [
        "# 望川市委常委班子及成员2021年度党史学习教育专题民主生活会整改清单",
        "## 一、市委常委班子（6项）",
        "## 二、沈砚平同志（8项）",
        "## 三、顾承远同志（7项）",
        "## 四、梁晓芸同志（9项）",
        "## 五、丁若楠同志（9项）",
        "## 六、贺长林同志（9项）",
    ]


def test_every_item_of_the_folder_stands_there_once(example: MeetingFolder) -> None:
    files = ["班子", *example.load().meeting.member_names]
    typed = [item for name in files for item in yaml.safe_load(example.read(f"10-整改/{name}.yml"))["条目"]]
    printed = rows(lines(example, "ledger"))

    assert [row[0] for row in printed] == [str(number) for number in range(1, 49)]
    assert [row[1] for row in printed] == [item["问题"] for item in typed]
    assert [row[7] for row in printed] == [item["责任人"] for item in typed]
    assert [row[9][:3] for row in printed] == [item["状态"] for item in typed]


def test_when_an_item_was_done(meeting: MeetingFolder) -> None:
    assert [row[9] for row in rows(lines(meeting, "ledger"))][2:5] == ["进行中", "未开始", "已完成<br>2月14日"]


def test_a_row(example: MeetingFolder) -> None:
    assert rows(lines(example, "ledger"))[1] == [
        "2",
        "对老棉纺片区的改造方案反复推敲、久拖不定，围挡影响商户，职工等不到安置答复。",
        "征求意见<br>上级指出",
        "协调解决",
        "组建由产权、安置、资金三组组成的专班；3月31日前公布安置口径，2月拆除影响出入的围挡；9月30日前首批84户签约，"
        "12月20日前开工。",
        "安置口径公开张贴，首批住户签约率95%以上，施工许可证办妥。",
        "市住建局党组",
        "沈砚平",
        "2022年<br>12月20日",
        "进行中<br>3月8日：入户摸底完成286户，分歧集中在面积认定，专班逐户编号。",
    ]


def test_no_id_says_who_criticised_whom(example: MeetingFolder) -> None:
    written = text(example, "ledger")

    assert "相互批评" in written
    for critic in ("丁若楠-沈砚平", "贺长林-沈砚平", "沈砚平-丁若楠"):
        assert critic not in written


def test_what_is_overdue_is_said(meeting: MeetingFolder) -> None:
    plan = "10-整改/班子.yml"
    meeting.write(plan, meeting.read(plan).replace("时限: 2022-05-31", "时限: 2022-03-01"))
    written = text(meeting, "ledger")

    assert "其中已逾期1项。" in written
    assert "未开始（已逾期）" in written


def test_the_pages_lie_on_their_side(example: MeetingFolder) -> None:
    document = opened(example, "ledger")

    assert all(int(width) > int(height) for width, height in page_sizes(document))
    assert len(document.tables) == 6
    assert ("题下", "（截至2022年3月10日）") in blocks(document)


def test_missing_lists_are_told_by_name(meeting: MeetingFolder) -> None:
    meeting.remove("10-整改/王芳.yml")
    meeting.remove("10-整改/班子.yml")
    (found,) = results(meeting, "ledger")
    written = lines(meeting, "ledger", draft=True)

    assert str(found) == "整改清单：还缺 班子的整改清单、王芳的整改清单"
    assert "【待补：班子的整改清单、王芳的整改清单】" in "".join(written)
    assert headings(written)[1].startswith("## 一、张卫国同志")


def test_a_row_without_a_problem_is_no_item_in_any_document(meeting: MeetingFolder) -> None:
    plan = "10-整改/班子.yml"
    typed = yaml.safe_load(meeting.read(plan))["条目"]
    public = next(item for item in typed if item.get("群众关心"))
    meeting.replace(plan, f"    问题: {public['问题']}\n", "")
    left = len(typed) - 1

    assert f"列出整改任务{left}项" in text(meeting, "plan-team")
    assert f"市委常委班子（{left}项）" in text(meeting, "ledger")
    assert f"其中班子{left}项" in text(meeting, "ledger")
    assert f"其中班子{left}项" in text(meeting, "report")
    assert "群众普遍关心" not in text(meeting, "report")
    assert str(results(meeting, "public-notice")[0]) == "整改情况公示：还缺 标明“群众关心”的整改事项"
