"""The team's statement: its own words, none added, none lost."""

from __future__ import annotations

import re

import pytest

from tests.documents.rendered import blocks, lines, opened, results, text
from tests.support.folder import MeetingFolder

STATEMENT = "05-班子材料/班子材料.md"


def own_lines(written: str) -> list[str]:
    """The lines of a body, without comments and marks of headings and lists, and blanks."""
    body = re.sub(r"<!--.*?-->", "", written.split("---\n", 2)[2], flags=re.DOTALL)
    stripped = (re.sub(r"^(?:#+|-)\s*", "", line.strip()).replace("**", "") for line in body.split("\n"))
    return [line for line in stripped if line]


def test_every_word_is_there_and_no_other(example: MeetingFolder) -> None:
    printed = [line.replace("\n", "") for _, line in blocks(opened(example, "statement")) if line]

    assert printed == own_lines(example.read("05-班子材料/班子对照检查材料.md"))


def test_headings_by_their_level(example: MeetingFolder) -> None:
    found = blocks(opened(example, "statement"))

    assert found[0] == ("Heading 1", "望川市委常委班子对照检查材料")
    assert [line for style, line in found if style == "Heading 2"] == [
        "上年整改情况",
        "一、存在的突出问题",
        "二、原因分析",
        "三、整改措施",
    ]
    assert len([line for style, line in found if style == "Heading 3"]) == 5


@pytest.mark.parametrize("byline", ["临江市委常委班子", "（市委常委班子）", "中共临江市委"])
def test_a_line_that_names_the_body_is_taken_as_typed(meeting: MeetingFolder, byline: str) -> None:
    front, _ = meeting.read(STATEMENT).rsplit("---\n", 1)
    meeting.write(
        STATEMENT,
        f"{front}---\n# 对照检查材料\n\n{byline}\n（2022年1月18日）\n\n市委班子的话。\n\n## 一、问题\n\n话。\n",
    )

    assert blocks(opened(meeting, "statement"))[:4] == [
        ("Heading 1", "对照检查材料"),
        ("题下", byline),
        ("题下", "（2022年1月18日）"),
        ("Body Text", "市委班子的话。"),
    ]


def test_a_text_without_title_or_name_gets_them(meeting: MeetingFolder) -> None:
    front, _ = meeting.read(STATEMENT).rsplit("---\n", 1)
    meeting.write(STATEMENT, f"{front}---\n## 一、问题\n\n话。<!-- 给自己看的 -->\n")

    assert lines(meeting, "statement") == [
        "# 2021年度党史学习教育专题民主生活会对照检查材料",
        "临江市委常委班子",
        "## 一、问题",
        "话。",
    ]


def test_a_placeholder_is_missing_and_without_a_text_there_is_nothing(meeting: MeetingFolder) -> None:
    meeting.write(STATEMENT, meeting.read(STATEMENT) + "\n还有〔待填〕。\n")
    assert str(results(meeting, "statement")[0]) == "班子对照检查材料：还缺 1处〔待填〕"
    assert "还有〔待填〕。" in text(meeting, "statement", draft=True)

    meeting.remove(STATEMENT)
    assert str(results(meeting, "statement", draft=True)[0]) == "班子对照检查材料：还没有写"
