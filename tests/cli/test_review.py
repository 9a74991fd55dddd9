from __future__ import annotations

import pytest

from mzsh.cli.running import run
from mzsh.planning.approvals import fingerprint_of
from tests.support.folder import MeetingFolder

OUTLINE = "06-发言提纲/李明.md"
OTHER = "06-发言提纲/王芳.md"


def draft(meeting: MeetingFolder) -> MeetingFolder:
    """李明's outline before it was submitted: a draft of which nothing is recorded."""
    meeting.replace(OUTLINE, "状态: 上级已审", "状态: 草稿 # 待报")
    kept = [block for block in meeting.read("审阅.yml").split("  - ") if "李明.md" not in block]
    meeting.write("审阅.yml", "  - ".join(kept))
    return meeting


def test_an_approval_is_recorded_and_the_status_follows(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    draft(meeting)
    before = meeting.read("审阅.yml")
    outline = meeting.read(OUTLINE)

    code = run(["-C", str(meeting.root), "review", OUTLINE, "--step", "报送", "--date", "2022-01-07"])

    mark = fingerprint_of(meeting.load().outline("李明").source)  # type: ignore[union-attr]
    assert code == 0
    assert meeting.read("审阅.yml") == before.rstrip("\n") + (
        f"\n  - 材料: {OUTLINE}\n    环节: 报送\n    人: 市政府办公室\n    日期: 2022-01-07\n"
        f"    结论: 通过\n    指纹: {mark}\n"
    )
    assert meeting.read(OUTLINE) == outline.replace("状态: 草稿 # 待报", "状态: 已报送 # 待报")
    assert capsys.readouterr().out == f"{OUTLINE}：报送通过（市政府办公室，2022-01-07），状态改为“已报送”\n"


def test_all_steps_in_order_leave_nothing_open(meeting: MeetingFolder) -> None:
    draft(meeting)
    for step in ("报送", "书记审阅", "上级审定"):
        run(["-C", str(meeting.root), "review", OUTLINE, "--step", step, "--date", "2022-01-10"])

    assert meeting.check() == []
    assert "状态: 上级已审" in meeting.read(OUTLINE)


def test_a_return_makes_it_a_draft_again(meeting: MeetingFolder) -> None:
    run(["-C", str(meeting.root), "review", OUTLINE, "--step", "书记审阅", "--return"])

    assert "状态: 草稿" in meeting.read(OUTLINE)
    assert meeting.check() == [f"{OUTLINE}:1:1 错误 MZ504 还没有书记审阅"]


def test_a_later_approval_never_lowers_the_status(meeting: MeetingFolder) -> None:
    run(["-C", str(meeting.root), "review", OUTLINE, OTHER, "--step", "报送"])

    assert "状态: 上级已审" in meeting.read(OUTLINE)
    assert "状态: 上级已审" in meeting.read(OTHER)


def test_the_register_is_made_where_there_is_none(meeting: MeetingFolder) -> None:
    meeting.remove("审阅.yml")

    run(["-C", str(meeting.root), "review", OUTLINE, "--step", "报送", "--date", "2022-01-07"])

    assert meeting.read("审阅.yml").startswith(
        "# 审阅记录：只增不改，由 mzsh review 追加。\n类型: 审阅\n条目:\n  - 材料: "
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([OUTLINE, "--step", "审核"], "没有“审核”这个环节"),
        (["08-会议/会议记录.md", "--step", "报送", "--by", "办公室"], "08-会议/会议记录.md 不是发言提纲或班子材料"),
        ([OUTLINE, "--step", "征求四个班子"], "还没有写是谁办的"),
    ],
    ids=["step", "kind", "by"],
)
def test_mistakes_write_nothing(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    before = meeting.read("审阅.yml")

    code = run(["-C", str(meeting.root), "review", *arguments])

    assert code == 2
    assert capsys.readouterr().err.splitlines()[0] == f"mzsh：{message}"
    assert meeting.read("审阅.yml") == before


def test_a_renamed_file_is_known_by_its_fingerprint(meeting: MeetingFolder) -> None:
    meeting.path(OUTLINE).rename(meeting.path("06-发言提纲/提纲二.md"))

    assert meeting.check() == []
