from __future__ import annotations

import json
import re
from datetime import date

import pytest

from mzsh.cli.running import run
from tests.support.folder import MeetingFolder


def test_status_shows_milestones_people_and_the_next_steps(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting.remove_talk("李明", "王芳")
    meeting.remove("06-发言提纲/王芳.md")
    meeting.replace(
        "时间节点.yml",
        "条款: 3.3-scope1, 时限: 会前12日, 责任: 各位常委, 完成: 2022-01-06",
        "条款: 3.3-scope1, 时限: 会前12日, 责任: 各位常委",
    )
    meeting.replace(
        "时间节点.yml",
        "条款: 3.4-review, 时限: 会前7日, 责任: 市委书记, 完成: 2022-01-10",
        "条款: 3.4-review, 时限: 会前7日, 责任: 市委书记",
    )

    code = run(["-C", str(meeting.root), "status", "--today", "2022-01-04"])

    assert code == 0
    assert capsys.readouterr().out.splitlines() == [
        "临江市委 市委常委班子  2021年度党史学习教育专题民主生活会",
        "今天 2022年1月4日（周二），会前阶段；2022年1月18日（周二）召开，还有 14 天。",
        "",
        "时间节点（19 项，已办 17 项）",
        "  01-06 周四  还有2天  普遍开展谈心谈话      各位常委",
        "  01-11 周二  还有7天  书记审阅个人发言提纲  市委书记",
        "",
        "谁还没交",
        "  姓名    提纲      谈话  听取意见  意见签收  批评  整改清单  双重生活",
        "  张卫国  上级已审  4/4   2/2       已签      2/2   已交      2/2",
        "  李明    上级已审  3/4   2/2       已签      2/2   已交      2/2",
        "  王芳    未交      3/4   2/2       已签      2/2   已交      2/2",
        "  班子对照检查材料：书记已审",
        "",
        "接下来",
        "  1. 李明与王芳还没有谈话记录（1月6日前）",
        "     mzsh new talk 李明 王芳",
        "  2. 开展谈心谈话，谈后登记（1月6日前）",
        "     mzsh check 04-谈心谈话",
        "  3. 还没有王芳的发言提纲（1月7日前）",
        "     mzsh check 06-发言提纲",
    ]


def test_status_as_json(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.remove_talk("李明", "王芳")

    run(["-C", str(meeting.root), "status", "--today", "2022-01-04", "--format", "json"])

    document = json.loads(capsys.readouterr().out)
    assert document["meeting"] == {"org": "临江市委", "body": "市委常委班子", "date": "2022-01-18", "days_left": 14}
    assert document["people"][1]["talks"] == {"done": 3, "expected": 4}
    assert document["next"][0] == {
        "what": "李明与王芳还没有谈话记录",
        "command": "mzsh new talk 李明 王芳",
        "due": "2022-01-06",
        "late": False,
    }


def test_what_is_wrong_comes_before_what_is_late_and_that_before_what_is_to_come(meeting: MeetingFolder) -> None:
    from mzsh.cli.status import current_status

    meeting.remove_talk("李明", "王芳")
    meeting.remove("10-整改/王芳.yml")
    meeting.replace("07-批评意见/李明.md", "对象: 王芳\n", "对象: 王方\n")

    steps = current_status(meeting.load(), date(2022, 1, 20)).steps

    assert [(step.what, step.late) for step in steps[:3]] == [
        ("改好 07-批评意见/李明.md：名册里没有“王方”", True),
        ("李明与王芳还没有谈话记录", True),
        ("还没有王芳的整改清单", False),
    ]


def test_steps_of_review_say_of_how_many_materials_and_by_which_command(meeting: MeetingFolder) -> None:
    from mzsh.cli.status import current_status

    kept = [block for block in meeting.read("审阅.yml").split("  - ") if "上级审定" not in block]
    meeting.write("审阅.yml", "  - ".join(kept))
    for name in ("张卫国", "李明", "王芳"):
        meeting.replace(f"06-发言提纲/{name}.md", "状态: 上级已审", "状态: 书记已审")

    def first(today: date) -> tuple[str, str, date | None]:
        step = current_status(meeting.load(), today).steps[0]
        return step.what, step.command, step.due

    what = "06-发言提纲/张卫国.md等 3 份还没有上级审定"
    command = "mzsh review 06-发言提纲/张卫国.md --step 上级审定"
    assert first(date(2022, 1, 12)) == (what, command, date(2022, 1, 14))
    assert first(date(2022, 1, 20)) == (what, command, None)


def test_what_is_still_to_be_done_is_no_fault_of_the_file_that_would_hold_it(meeting: MeetingFolder) -> None:
    from mzsh.cli.status import current_status

    meeting.replace("03-征求意见/征求意见.yml", "  - {成员: 李明, 对象: 市财政局, 日期: 2021-12-15}\n", "")
    meeting.replace("03-征求意见/意见建议.yml", "  - {成员: 李明, 签收: 2021-12-27}\n", "")
    meeting.replace("03-征求意见/征求意见.yml", "{单位: 桥头镇党委, 类别: 基层党组织, 发出: 1, 收回: 1}", "")

    steps = current_status(meeting.load(), date(2022, 1, 20)).steps

    assert [(step.what, step.command, step.late) for step in steps[:3]] == [
        ("还没有给桥头镇党委发征求意见函", "mzsh new solicitation --all", True),
        ("李明还没有听取市财政局的意见", "mzsh check 03-征求意见", True),
        ("李明还没有签收反馈的意见", "mzsh check 03-征求意见", True),
    ]


def test_text_written_first_is_to_be_filled(meeting: MeetingFolder) -> None:
    from mzsh.cli.status import current_status

    text = meeting.read("06-发言提纲/王芳.md")
    start, end = text.index("对照检查:"), text.index("意见说明:")
    meeting.write("06-发言提纲/王芳.md", text[:start] + text[end:])

    steps = current_status(meeting.load(), date(2022, 3, 20)).steps

    assert (steps[0].what, steps[0].command) == (
        "从 06-发言提纲/王芳.md 的正文里列出问题",
        "mzsh fill 06-发言提纲/王芳.md",
    )


def test_what_was_approved_and_then_changed_is_to_be_approved_again(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting.replace("06-发言提纲/李明.md", "三个人在看手机", "四个人在看手机")

    assert run(["-C", str(meeting.root), "status", "--today", "2022-03-20"]) == 0

    told = capsys.readouterr().out
    assert re.search(r"李明 +改后待审", told)
    assert "改好 06-发言提纲/李明.md：报送、书记审阅、上级审定通过以后又改过" in told


def test_an_approved_material_is_not_to_be_edited_for_a_warning(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting.replace("06-发言提纲/李明.md", "职责: 市财政局\n  - 方面: 3", "职责: 市民政局\n  - 方面: 3")
    meeting.approve()

    assert run(["-C", str(meeting.root), "check", "--today", "2022-03-20"]) == 0
    assert "MZ113" in capsys.readouterr().out
    assert run(["-C", str(meeting.root), "status", "--today", "2022-03-20"]) == 0
    assert "06-发言提纲/李明.md" not in capsys.readouterr().out


def test_an_overdue_milestone_says_since_when_its_records_are_complete(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting.replace("时间节点.yml", "责任: 各位常委, 完成: 2022-01-06}", "责任: 各位常委}")

    assert run(["-C", str(meeting.root), "check", "--today", "2022-03-20"]) == 1
    assert "登记已经齐了，填“完成: 2022-01-06”" in capsys.readouterr().out
