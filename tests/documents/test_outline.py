"""The outline: a member's own words, none added, none lost."""

from __future__ import annotations

import re

import pytest

from tests.documents.rendered import blocks, headings, lines, opened, text
from tests.support.folder import MeetingFolder

OUTLINE = "06-发言提纲/李明.md"


def own_lines(written: str) -> list[str]:
    """The lines of a body, without comments, marks of lists and headings, and blanks."""
    body = re.sub(r"<!--.*?-->", "", written.split("---\n", 2)[2], flags=re.DOTALL)
    stripped = (re.sub(r"^(?:#+|-|\d+\.)\s*", "", line.strip()).replace("**", "") for line in body.split("\n"))
    return [line for line in stripped if line]


def test_every_word_of_every_outline_is_there(example: MeetingFolder) -> None:
    for member in example.load().meeting.member_names:
        printed = [line.replace("\n", "") for _, line in blocks(opened(example, "outline", member=member)) if line]
        printed = [re.sub(r"^\d+\.(?=\S)", "", line) for line in printed]

        assert printed == own_lines(example.read(f"06-发言提纲/{member}.md"))


def test_headings_and_the_name_below_the_title(example: MeetingFolder) -> None:
    found = blocks(opened(example, "outline", member="丁若楠"))

    assert found[:2] == [("Heading 1", "专题民主生活会个人发言提纲（2021年度）"), ("题下", "丁若楠")]
    assert [line for style, line in found if style == "Heading 2"] == [
        "上年整改情况",
        "一、存在的突出问题",
        "二、原因分析",
        "三、整改措施",
    ]
    assert len([line for style, line in found if style == "Heading 3"]) == 5


def test_comments_are_not_printed_and_a_missing_name_is(meeting: MeetingFolder) -> None:
    front, body = meeting.read(OUTLINE).rsplit("---\n", 1)
    body = (
        "\n##一、问题\n\n<!-- mzsh: 忽略 MZ203 理由 -->\n话。<!-- 给自己看的\n两行 -->后半句。\n\n#### 1.小点\n\n句。"
    )
    meeting.write(OUTLINE, f"{front}---\n{body}")

    assert lines(meeting, "outline", member="李明") == [
        "# 2021年度党史学习教育专题民主生活会个人发言提纲",
        "李明",
        "## 一、问题",
        "话。后半句。",
        "#### 1.小点",
        "句。",
    ]


@pytest.mark.parametrize("line", ["李明", "（李明）", "市委副书记、市长 李明", "李 明"])
def test_a_name_line_is_taken_as_typed(meeting: MeetingFolder, line: str) -> None:
    front, _ = meeting.read(OUTLINE).rsplit("---\n", 1)
    meeting.write(
        OUTLINE, f"{front}---\n# 发言提纲\n\n{line}\n（2022年1月18日）\n\n李明的话，是正文。\n\n## 一、问题\n\n话。\n"
    )
    found = blocks(opened(meeting, "outline", member="李明"))

    assert found[:3] == [("Heading 1", "发言提纲"), ("题下", line), ("题下", "（2022年1月18日）")]
    assert found[3][1] == "李明的话，是正文。"


def test_a_title_that_names_the_member_says_it_once(example: MeetingFolder) -> None:
    styles = [style for style, _ in blocks(opened(example, "outline", member="贺长林"))]

    assert "贺长林" in blocks(opened(example, "outline", member="贺长林"))[0][1]
    assert "题下" not in styles


def test_a_placeholder_in_the_text_is_missing(meeting: MeetingFolder) -> None:
    meeting.write(OUTLINE, meeting.read(OUTLINE) + "\n还有〔待填〕。\n")

    with pytest.raises(AssertionError, match="1处〔待填〕"):
        text(meeting, "outline", member="李明")
    assert "还有〔待填〕。" in text(meeting, "outline", member="李明", draft=True)


def test_the_title_of_an_outline_without_one(meeting: MeetingFolder) -> None:
    meeting.write(OUTLINE, re.sub(r"^# .*$", "", meeting.read(OUTLINE), flags=re.MULTILINE))

    assert headings(lines(meeting, "outline", member="李明"))[0] == "# 2021年度党史学习教育专题民主生活会个人发言提纲"
