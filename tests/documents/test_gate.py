"""What goes out: refused while it, or what it is taken from, names what must stay inside; nothing else is."""

from __future__ import annotations

import pytest

from mzsh.documents.document import collect
from mzsh.documents.readiness import readiness
from tests.documents.rendered import TODAY, results, text
from tests.support.folder import MeetingFolder

OUTWARD = ("circular", "public-notice", "opinion-bulletin", "feedback", "plan-team")
CIRCULAR = "09-报告/情况通报.md"
OPINIONS = "03-征求意见/意见建议.yml"
TEAM_PLAN = "10-整改/班子.yml"


def refused(folder: MeetingFolder, *words: str) -> set[str]:
    """The ids of the documents that the gate holds back."""
    return {one.request.document.id for one in results(folder, *(words or OUTWARD)) if one.refused}


def test_the_documents_that_have_a_gate() -> None:
    assert {one.id for one in collect() if one.gate} == set(OUTWARD)


def test_a_clean_folder_lets_all_out(meeting: MeetingFolder, example: MeetingFolder) -> None:
    for folder in (meeting, example):
        assert [str(one) for one in results(folder, *OUTWARD) if not one.is_written] == []


def add_to_circular(folder: MeetingFolder, words: str) -> None:
    folder.write(CIRCULAR, f"{folder.read(CIRCULAR)}\n{words}\n")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("联系人电话13812345678。", "手机号"),
        ("收到的问题线索一并移交。", "问题线索"),
        ("（机密★3年）", "密级"),
        ("王芳批评了李明轮岗慢的事。", "批评人"),
    ],
)
def test_what_the_circular_may_not_say(meeting: MeetingFolder, words: str, reason: str) -> None:
    add_to_circular(meeting, words)
    found = {one.request.document.id: one for one in results(meeting, *OUTWARD)}

    assert reason in "".join(found["circular"].refused)
    assert found["circular"].path is None
    assert f"{CIRCULAR} 第" in found["circular"].refused[0]
    # MZ702 speaks of both that go out; of the slips and the bulletin to the meeting it says nothing.
    assert found["opinion-bulletin"].is_written
    assert found["feedback"].is_written


def test_a_number_in_an_outline_does_not_hold_the_notice_back(meeting: MeetingFolder) -> None:
    meeting.write("06-发言提纲/李明.md", meeting.read("06-发言提纲/李明.md") + "\n电话13812345678。\n")

    assert refused(meeting) == set()


def test_a_formality_of_the_notice(meeting: MeetingFolder) -> None:
    meeting.replace(TEAM_PLAN, "  保密审查: 陈建平\n", "")

    assert refused(meeting) == {"circular", "public-notice"}


def test_the_plan_that_is_issued_is_looked_at_too(meeting: MeetingFolder) -> None:
    """Also what is not marked 群众关心 is printed there."""
    text = meeting.read(TEAM_PLAN)
    (item,) = [line for line in text.split("\n") if line.startswith("    措施:")][-1:]
    meeting.write(TEAM_PLAN, text.replace(item, f"{item}；联系电话13800001111", 1))
    assert "plan-team" in refused(meeting)

    meeting.write(TEAM_PLAN, text.replace(item, "    措施: 李明批评张卫国定事慢，今后一月一查", 1))
    assert "plan-team" in refused(meeting)


def test_a_giver_in_the_register_holds_back_what_is_made_of_opinions(meeting: MeetingFolder) -> None:
    meeting.replace(OPINIONS, "回的都是“已转办”三个字，", "回的都是“已转办”三个字，打我13800001111也行，")

    assert refused(meeting) == {"opinion-bulletin", "feedback"}


def test_a_draft_is_held_back_too(meeting: MeetingFolder) -> None:
    add_to_circular(meeting, "联系人电话13812345678。")
    (found,) = results(meeting, "circular", draft=True)

    assert found.refused
    assert not meeting.path("输出").exists()


def test_what_was_silenced_with_a_reason_may_go_out(meeting: MeetingFolder) -> None:
    add_to_circular(meeting, "<!-- mzsh: 忽略 MZ802 上级要求写明 -->\n收到的问题线索一并移交。")
    assert refused(meeting, "circular") == set()

    add_to_circular(meeting, "收到的举报信一并移交。")
    assert refused(meeting, "circular") == {"circular"}


@pytest.mark.parametrize(
    ("document", "template", "reason"),
    [
        ("circular", "# {{ title }}\n\n联系人电话１３８１２３４５６７８\n", "手机号"),
        ("circular", "# {{ title }}\n\n王芳批评了李明轮岗慢的事。\n", "批评人"),
        ("circular", "# {{ title }}\n\n桥头镇党委反映路灯不亮。\n", "提意见的单位"),
        ("public-notice", "# {{ title }}\n\n涉及问题线索。\n", "问题线索"),
        ("opinion-bulletin", "# {{ title }}\n\n居民王大力反映路灯不亮。\n", "姓名"),
        ("feedback", "# {{ title }}\n\n反映人邮箱 a.b@example.com\n", "电子邮箱"),
    ],
)
def test_a_template_of_the_users_passes_the_same_gate(
    meeting: MeetingFolder, document: str, template: str, reason: str
) -> None:
    meeting.write(f"模板/documents/{document}.md.j2", template)
    found = results(meeting, document)

    assert all(one.refused for one in found)
    assert reason in "".join(found[0].refused)
    assert "13812345678" not in "".join(found[0].refused)


def test_whom_to_tell_is_no_giver(meeting: MeetingFolder) -> None:
    meeting.write("模板/documents/public-notice.md.j2", "# {{ title }}\n\n如有意见，请向桥头镇党委反映。\n")

    assert refused(meeting, "public-notice") == set()


@pytest.mark.parametrize("words", ["电话138\n0013\n8000，", "电话138**0013**8000，", "电话138\\-0013\\-8000，"])
def test_a_number_is_seen_however_it_is_broken(meeting: MeetingFolder, words: str) -> None:
    meeting.write("模板/documents/circular.md.j2", f"# {{{{ title }}}}\n\n{words}\n")

    assert refused(meeting, "circular") == {"circular"}


def test_no_setting_opens_the_gate(meeting: MeetingFolder) -> None:
    meeting.replace(TEAM_PLAN, "  保密审查: 陈建平\n", "")
    add_to_circular(meeting, "收到的问题线索一并移交。")
    meeting.write("会议.yml", meeting.read("会议.yml") + "检查: {忽略: [MZ710, MZ802], 级别: {MZ702: 关闭}}\n")

    assert refused(meeting) == {"circular", "public-notice"}


def test_a_rule_that_fails_lets_nothing_out(meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("mzsh.rules.outward._formalities", broken)
    found = results(meeting, "public-notice")

    assert "规则 MZ710 出错，没有查成" in found[0].refused


def test_what_is_held_back_is_neither_ready_nor_in_the_archive(meeting: MeetingFolder) -> None:
    assert "情况的通报" in text(meeting, "contents")
    add_to_circular(meeting, "联系人电话13812345678。")
    ready = {one.document.id: one for one in readiness(meeting.load(), TODAY)}

    assert "手机号" in "".join(ready["circular"].held)
    assert ready["feedback"].held == ()
    assert "情况的通报" not in text(meeting, "contents")


def test_a_gap_of_a_draft_is_nobodys_word(meeting: MeetingFolder) -> None:
    meeting.remove("07-批评意见/王芳.md")
    (found,) = results(meeting, "circular", draft=True)

    assert found.refused == ()
    assert "王芳的批评意见" in text(meeting, "circular", draft=True)
