"""Ordinary office wordings that are no fault, and the faults beside them that still are."""

from __future__ import annotations

from datetime import date

import pytest

from mzsh.model.values import parse_due
from mzsh.wording.critics import critics_in
from mzsh.wording.measures import has_date
from tests.support.folder import MeetingFolder

MEMBERS = ("高兴", "和平", "李明", "杨光", "杨光明")


@pytest.mark.parametrize(
    "text",
    [
        "与会同志高兴而来、坦诚批评。",
        "大家高兴地看到，批评是善意的。",
        "和平路施工被群众批评。",
        "督导组成员李明远同志批评了个别提纲偏虚。",
        "李明同志带头开展批评。",
        "李明同志诚恳听取其他同志的批评意见。",
        "李明同志代表大家感谢省委督导组的批评指正。",
    ],
)
def test_nobody_is_named_as_a_critic(text: str) -> None:
    assert list(critics_in(text, MEMBERS)) == []


@pytest.mark.parametrize(
    ("text", "name"), [("会上，杨光明同志批评了作风问题。", "杨光明"), ("李明批评了财政局轮岗慢的事。", "李明")]
)
def test_a_critic_is_named(text: str, name: str) -> None:
    assert [told.name for told in critics_in(text, MEMBERS)] == [name]


@pytest.mark.parametrize("text", ["“七一”前讲一堂党课", "清明前走访一遍", "秋季开学前修好", "下次常委会上说明"])
def test_a_day_by_its_name_is_a_date(text: str) -> None:
    assert has_date(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022年6月底前", date(2022, 6, 30)),
        ("2022年2月", date(2022, 2, 28)),
        ("2022-06", date(2022, 6, 30)),
        ("长期坚持", None),
        ("2022年13月", None),
    ],
)
def test_a_month_is_due_on_its_last_day(text: str, day: date | None) -> None:
    assert parse_due(text) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按照紧扣“大力弘扬伟大建党精神”的主题要求，我对照初心使命查自己", 0),
        ("支部主题党日的主题是：学党史办实事，我对照初心使命查自己", 0),
        ("按照“学思想、强党性、重实践、建新功”的会议主题，我对照初心使命查自己", 1),
    ],
)
def test_a_theme_that_is_only_touched_upon(meeting: MeetingFolder, text: str, expected: int) -> None:
    meeting.replace("06-发言提纲/李明.md", "我对照初心使命查自己", text)

    assert len(meeting.check(select=("MZ108",))) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("习近平总书记在中共中央政治局（党史学习教育）专题民主生活会上的重要讲话（2021年12月28日）", 0),
        ("习近平总书记在中央党校的讲话", 1),
    ],
)
def test_a_reading_in_slightly_other_words(meeting: MeetingFolder, title: str, expected: int) -> None:
    reading = "习近平总书记在中央政治局民主生活会上的重要讲话精神"
    for name in ("2021-12-17-中心组", "2021-12-30-党委会"):
        path = f"02-学习研讨/{name}.md"
        meeting.write(path, meeting.read(path).replace(reading, title))

    assert len(meeting.check(select=("MZ507",))) == expected


@pytest.mark.parametrize(("duty", "expected"), [("分管财政", 0), ("一岗双责", 0), ("民政", 1)])
def test_a_duty_in_other_words(meeting: MeetingFolder, duty: str, expected: int) -> None:
    meeting.replace("06-发言提纲/李明.md", "职责: 市财政局\n  - 方面: 3", f"职责: {duty}\n  - 方面: 3")

    assert len(meeting.check(select=("MZ113",))) == expected
