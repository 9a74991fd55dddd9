from __future__ import annotations

import json
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
