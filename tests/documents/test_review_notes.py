"""What a leader's office may hand to him: his own passages, what to add, and nothing else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from mzsh.documents.rewording import advice
from mzsh.resources import examples
from mzsh.rules.rule import Example, Rule, collect
from mzsh.rules.running import CheckOptions, check
from tests.documents.rendered import TODAY, blocks, headings, lines, opened, results, text
from tests.support.folder import MeetingFolder

NAMES = ("张卫国", "李明", "王芳")
OUTLINE = "06-发言提纲/李明.md"
WRITTEN = ("06-发言提纲/", "07-批评意见/", "04-谈心谈话/")
FORBIDDEN = re.compile(
    r"MZ\d|mzsh|\.ya?ml|\.md|错误|警告|提示|规则|共\d+句|\d+字|\d+%|None|〔|true|false|“意见说明”|“依据”"
)
SECRETARYS = {
    "MZ114",  # of 应说明事项; of an opinion it is told, see below
    "MZ105",  # the list at the head of an outline is made from its body
    "MZ120",  # of the statement
    "MZ231",  # says again what was said of the passages
    "MZ301",  # who is to talk is told by the plan of talks and the reminder
    "MZ309",  # of the register
}


@pytest.fixture
def sick(tmp_path: Path) -> MeetingFolder:
    """The example in which every rule finds something."""
    root = tmp_path / "带病样例"
    shutil.copytree(examples() / "带病样例", root)
    return MeetingFolder(root)


def rows(written: str) -> list[list[str]]:
    """位置 原文 需要补充或修改之处, of all tables."""
    found = [line for line in written.split("\n") if line.startswith("| ")]
    cells = [[cell.strip().replace("\\", "") for cell in line[1:-1].split("|")] for line in found]
    return [row for row in cells if row[0] != "位置" and not re.fullmatch("[:-]+", row[0])]


def lines_without_tables(written: str) -> list[str]:
    return [line for line in written.split("\n") if not line.startswith("| ")]


def broken(meeting: MeetingFolder, example: Example) -> None:
    """Put a rule's bad passage into the meeting."""
    if example.removed:
        meeting.remove(example.file)
    else:
        meeting.replace(example.file, example.good, example.bad)


def _of_members_papers() -> list[Rule]:
    """The rules about materials, words, talks and criticisms, and all others that speak of what a member wrote."""
    return [
        rule
        for rule in collect()
        if rule.id[:3] in ("MZ1", "MZ2", "MZ3") or rule.id in ("MZ014", "MZ604", "MZ605", "MZ608", "MZ708", "MZ801")
    ]


def test_nothing_to_revise(example: MeetingFolder) -> None:
    for name in example.load().meeting.member_names:
        written = lines(example, "review-notes", member=name)

        assert headings(written) == ["# 材料修改意见单"]
        assert written[1] == f"{name}同志："
        assert written[2].endswith("未发现需要修改之处。")
        assert rows("\n".join(written)) == []


def test_a_vague_passage_with_its_place_and_what_is_asked(meeting: MeetingFolder) -> None:
    vague = "对财政局干部管得宽。履行管党治党责任还不够有力，存在好人主义思想，压力传导不够到位，还有一定差距。"
    passage = re.search(r"对财政局干部管得宽。8月.*\n", meeting.read(OUTLINE))
    assert passage is not None
    meeting.replace(OUTLINE, passage[0], f"{vague}\n")
    written = text(meeting, "review-notes", member="李明")
    (place, quoted, asked) = rows(written)[0]

    assert headings(written.split("\n")) == ["# 材料修改意见单", "## 一、个人发言提纲"]
    assert re.fullmatch("一、存在的问题 · 第5方面 · 第1个问题", place)
    assert all(one in vague for one in quoted.split("<br>"))
    assert asked == "请补充具体的时间、地点、人和事，写明本人做了什么、没有做什么，造成了什么后果。"
    assert "未发现" not in written


def test_one_members_fault_changes_only_his_slip(meeting: MeetingFolder) -> None:
    before = {name: text(meeting, "review-notes", member=name) for name in NAMES}
    meeting.replace(OUTLINE, "汛前检查只听汇报。5月12日", "汛前检查只听汇报。XX月12日")
    after = {name: text(meeting, "review-notes", member=name) for name in NAMES}

    assert {name for name in NAMES if before[name] != after[name]} == {"李明"}
    ((place, quoted, asked),) = rows(after["李明"])
    assert place == "一、存在的问题 · 第4方面 · 第1个问题"
    assert quoted.startswith("XX月12日我带队检查")
    assert asked == "此处还留有“XX”，请补充完整。"


def test_what_is_found_in_the_front_matter_is_told_by_the_problem(meeting: MeetingFolder) -> None:
    meeting.replace(OUTLINE, "职责: 市财政局\n  - 方面: 3", "职责: 市民政局\n  - 方面: 3")

    assert [row[2] for row in rows(text(meeting, "review-notes", member="李明"))] == [
        "“市民政局”不在本人分管范围之内，请核对。"
    ]
    (row,) = rows(text(meeting, "review-notes", member="李明"))
    assert row[0] == "一、存在的问题 · 第2方面 · 第1个问题"
    assert f"摘要: {row[1]}" in meeting.read(OUTLINE)


def test_several_things_of_one_passage_stand_together(sick: MeetingFolder) -> None:
    (row,) = [row for row in rows(text(sick, "review-notes", member="严柏舟")) if row[1] == "防冻的请示压着没有批"]

    assert row[2].split("<br>") == [
        "请在原因部分补写产生这个问题的思想根源。",
        "“县水务局”不在本人分管范围之内，请核对。",
    ]


def test_of_the_sick_example_nothing_but_place_passage_and_request(sick: MeetingFolder) -> None:
    names = sick.load().meeting.member_names
    for name in names:
        written = text(sick, "review-notes", member=name)

        found = rows(written)
        asked = [part for row in found for part in row[2].split("<br>")]
        assert len(found) > 5
        assert FORBIDDEN.findall("".join((*lines_without_tables(written), *(row[0] for row in found), *asked))) == []
        assert [one for one in asked if "请" not in one or not one.endswith("。")] == []


def test_a_copy_does_not_tell_from_whom(sick: MeetingFolder) -> None:
    project = sick.load()
    report = check(project, CheckOptions(today=TODAY))
    copies = [one for one in report.findings if one.rule in ("MZ241", "MZ244", "MZ245")]

    assert {one.rule for one in copies} == {"MZ241", "MZ244", "MZ245"}
    for finding in copies:
        others = [name for name in project.meeting.member_names if name in finding.message]
        assert others
        assert not any(name in advice(finding) for name in others)
    slip = "".join(row[2] for row in rows(text(sick, "review-notes", member="骆明轩")))
    assert "严柏舟" not in slip
    assert "这一段与其他材料的内容相近" in slip


def test_of_his_own_papers_only(sick: MeetingFolder) -> None:
    written = text(sick, "review-notes", member="程雨禾")

    assert headings(written.split("\n"))[1:] == ["## 一、个人发言提纲", "## 二、批评意见", "## 三、谈话记录"]
    assert "与严柏舟同志的谈话" not in written  # 严柏舟 asked for it and wrote it up
    assert "对程雨禾同志" not in written


@pytest.mark.parametrize("rule", _of_members_papers(), ids=lambda rule: rule.id)
def test_every_rule_about_what_a_member_wrote_has_words_for_him(rule: Rule, meeting: MeetingFolder) -> None:
    for example in rule.examples:
        broken(meeting, example)
        report = check(meeting.load(), CheckOptions(today=TODAY, select=(rule.id,)))
        found = [one for one in report.findings if one.path.startswith(WRITTEN) and one.path.endswith(".md")]
        for finding in found:
            asked = advice(finding)
            assert bool(asked) == (rule.id not in SECRETARYS), finding
            assert FORBIDDEN.findall(asked) == []
            assert not asked or ("请" in asked and asked.endswith("。"))


@pytest.mark.parametrize("identifier", ["MZ005", "MZ003", "MZ007", "MZ504", "MZ505", "MZ506"])
def test_form_and_approvals_are_the_secretarys(identifier: str, sick: MeetingFolder) -> None:
    report = check(sick.load(), CheckOptions(today=TODAY, select=(identifier,)))

    assert report.findings
    assert {advice(finding) for finding in report.findings} == {""}


def test_an_area_that_only_the_front_matter_lacks_is_not_asked_for(meeting: MeetingFolder) -> None:
    front = meeting.read(OUTLINE)
    found = re.search(r"  - 方面: 4\n(?:    .*\n)+", front)
    assert found is not None
    meeting.write(OUTLINE, front.replace(found[0], ""))

    assert "第4方面" not in "".join(row[2] for row in rows(text(meeting, "review-notes", member="李明")))
    section = re.search(r"### 在带头学习运用党在.*\n\n.*\n", meeting.read(OUTLINE))
    assert section is not None
    meeting.replace(OUTLINE, section[0], "")
    assert "请对照第4方面（带头学习运用历史经验、增强本领）查摆，补写这一方面的问题。" in "".join(
        row[2] for row in rows(text(meeting, "review-notes", member="李明"))
    )


def test_what_must_stay_with_the_organisation_is_not_told(meeting: MeetingFolder) -> None:
    explained = "  - 意见: S01\n    说明: 有关情况已向组织作过书面说明，会上我再向各位同志讲清楚经过和我应负的责任。\n"
    meeting.replace("06-发言提纲/王芳.md", explained, "")
    report = check(meeting.load(), CheckOptions(today=TODAY, select=("MZ114",)))

    assert len(report.findings) == 1
    assert "说明" not in "".join(row[2] for row in rows(text(meeting, "review-notes", member="王芳")))

    opinion = re.search("  - 意见: Y06\n.*\n", meeting.read("06-发言提纲/王芳.md"))
    assert opinion is not None
    meeting.replace("06-发言提纲/王芳.md", opinion[0], "")
    asked = [row[2] for row in rows(text(meeting, "review-notes", member="王芳"))]
    assert asked == ["征求到的意见中有需要本人说明的，还没有说明，请在提纲中写明有关情况。"]


def test_who_handed_in_nothing(meeting: MeetingFolder) -> None:
    meeting.remove(OUTLINE)

    assert [str(one) for one in results(meeting, "review-notes", draft=True)][
        1
    ] == "李明的材料修改意见单：还缺 李明的发言提纲"


def test_a_mark_to_be_filled_in_does_not_hold_the_slip_back(meeting: MeetingFolder) -> None:
    meeting.write(OUTLINE, meeting.read(OUTLINE).replace("5月12日我带队检查", "〔待填〕我带队检查"))
    (row,) = [one for one in rows(text(meeting, "review-notes", member="李明")) if "带队检查" in one[1]]

    assert row[1].startswith("（待填）我带队检查")
    assert "此处还留有“（待填）”，请补充完整。" in row[2]


def test_a_day_to_sign_and_a_table_in_word(sick: MeetingFolder) -> None:
    found = blocks(opened(sick, "review-notes", member="骆明轩"))

    assert ("主送机关", "骆明轩同志：") in found
    assert [line for _, line in found if line][-2:] == ["县委组织部", "2022年3月10日"]


def test_a_criticism_that_is_taken_back_to_the_point(meeting: MeetingFolder) -> None:
    name = "07-批评意见/李明.md"
    (rule,) = [one for one in collect() if one.id == "MZ222"]
    before = rows(text(meeting, "review-notes", member="李明"))
    broken(meeting, rule.examples[0])
    (row,) = [one for one in rows(text(meeting, "review-notes", member="李明")) if one not in before]

    assert row[0] == "对王芳同志的批评意见"
    assert all(part.removesuffix("……") in meeting.read(name) for part in row[1].split("<br>"))
    assert row[2] == "请先点明对方的问题和事例，工作建议放在后面。"


def test_what_was_said_in_talks_and_will_be_criticised_is_not_quoted(sick: MeetingFolder) -> None:
    written = text(sick, "review-notes", member="程雨禾")
    talk = [row for row in rows(written.partition("谈话记录")[2]) if row]

    assert talk
    assert all(row[1] == "" for row in talk)
    assert "清淤的事议了四回" not in written
