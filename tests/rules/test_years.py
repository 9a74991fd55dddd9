"""Dates that look like another year's (MZ510)."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.support.folder import MeetingFolder

TALK, MINUTES = "04-谈心谈话/张卫国-李明.md", "08-会议/会议记录.md"
REPORT, CIRCULAR = "09-报告/专题报告.md", "09-报告/情况通报.md"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (TALK, "日期: 2021-12-29", "日期: 2020-12-29", [f"{TALK}:6:5 警告 MZ510 2020-12-29 比会议（2022-01-18）早了385天"]),
        (MINUTES, "日期: 2022-01-18", "日期: 2021-01-18", [f"{MINUTES}:3:5 警告 MZ510 2021-01-18 比会议（2022-01-18）早了365天"]),
        (REPORT, "报送: 2022-01-28", "报送: 2021-01-28", [f"{REPORT}:7:5 警告 MZ510 2021-01-28 比会议（2022-01-18）早了355天"]),
        (CIRCULAR, "印发: 2022-01-27", "印发: 2021-01-27", [f"{CIRCULAR}:6:5 警告 MZ510 2021-01-27 比会议（2022-01-18）早了356天"]),
        (TALK, "日期: 2021-12-29", "日期: 2021-09-29", []),
    ],
)  # fmt: skip
def test_last_years_number(meeting: MeetingFolder, name: str, old: str, new: str, expected: list[str]) -> None:
    meeting.replace(name, old, new)

    assert meeting.check(ignore=("MZ501",)) == expected


def test_the_meetings_own_year_is_told_once(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "召开:\n  日期: 2022-01-18", "召开:\n  日期: 2032-01-18")

    assert meeting.check(select=("MZ510",)) == ["会议.yml:11:7 警告 MZ510 所有的日期都比会议（2032-01-18）早了半年以上"]
