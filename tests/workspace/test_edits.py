from __future__ import annotations

import pytest

from mzsh.cli.running import run
from mzsh.errors import MzshError
from mzsh.workspace.edits import apply, set_value
from tests.support.folder import MeetingFolder

OUTLINE = "06-发言提纲/李明.md"
TALK = "04-谈心谈话/张卫国-李明.md"


def test_a_file_changed_since_it_was_read_is_left_alone(meeting: MeetingFolder) -> None:
    outline = meeting.load().outline("李明")
    assert outline is not None
    meeting.replace(OUTLINE, "---\n类型: 发言提纲", "---\n# 新加的一行\n类型: 发言提纲")
    before = meeting.path(OUTLINE).read_bytes()

    with pytest.raises(MzshError, match="刚被别处改过，没有写入"):
        apply(meeting.root, outline.source, [set_value(outline.at, "status", "状态", "草稿")])

    assert meeting.path(OUTLINE).read_bytes() == before


def test_a_wrong_option_is_refused_before_anything_is_fixed(meeting: MeetingFolder) -> None:
    meeting.replace(TALK, "地点: 市委谈话室", "地点：市委谈话室")
    before = meeting.path(TALK).read_bytes()

    assert run(["-C", str(meeting.root), "check", "--fix", "--format", "xml"]) == 2
    assert meeting.path(TALK).read_bytes() == before


def test_the_whole_folder_may_be_named_by_a_dot(meeting: MeetingFolder) -> None:
    meeting.replace(TALK, "地点: 市委谈话室", "地点：市委谈话室")

    assert run(["-C", str(meeting.root), "check", ".", "--fix", "--today", "2022-03-20"]) == 0
    assert "地点: 市委谈话室" in meeting.read(TALK)


def test_one_file_that_is_no_material_stops_the_whole_review(meeting: MeetingFolder) -> None:
    before = meeting.read("审阅.yml")

    assert run(["-C", str(meeting.root), "review", OUTLINE, "08-会议/会议记录.md", "--step", "报送"]) == 2
    assert meeting.read("审阅.yml") == before


def test_the_api_refuses_rules_that_are_not_there(meeting: MeetingFolder) -> None:
    import mzsh

    with pytest.raises(MzshError, match="没有“MZ999”这条规则"):
        mzsh.check(meeting.load(), select=["MZ999"])
