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


def test_two_faults_on_one_line_are_fixed_one_after_the_other(meeting: MeetingFolder) -> None:
    before = meeting.read("08-会议/会议记录.md")
    meeting.replace("08-会议/会议记录.md", "主持: 张卫国", "主持：“张卫国”")
    meeting.replace("08-会议/会议记录.md", "出席: [张卫国, 李明, 王芳]", "出席: [“张卫国、李明”, 王芳]")

    for _ in range(3):
        run(["-C", str(meeting.root), "check", "--fix", "--today", "2022-03-20"])
        assert meeting.read("08-会议/会议记录.md").count("\n") == before.count("\n")

    assert "主持: 张卫国\n记录: 方晓东\n" in meeting.read("08-会议/会议记录.md")
    assert "王芳]\n" in meeting.read("08-会议/会议记录.md")


@pytest.mark.parametrize(
    "arguments", [["review", OUTLINE, "--step", "报送"], ["fill", OUTLINE]], ids=["review", "fill"]
)
def test_a_file_with_repaired_punctuation_is_not_written(meeting: MeetingFolder, arguments: list[str]) -> None:
    meeting.replace(OUTLINE, "状态: 上级已审", "状态：草稿")
    before = meeting.path(OUTLINE).read_bytes()
    reviews = meeting.read("审阅.yml")

    assert run(["-C", str(meeting.root), *arguments]) == 2

    assert meeting.path(OUTLINE).read_bytes() == before
    assert meeting.read("审阅.yml") == reviews


def test_an_empty_rule_id_ignores_nothing(meeting: MeetingFolder) -> None:
    meeting.remove_talk("李明", "王芳")

    assert run(["-C", str(meeting.root), "check", "--ignore", "MZ306, ", "--today", "2022-03-20"]) == 1


def test_a_member_without_a_name_is_no_second_of_another(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "  - 姓名: 张卫国\n", "  - 姓名: 〔待填〕\n")

    assert [line for line in meeting.check() if "写了两次" in line] == []
