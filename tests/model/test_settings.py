"""Settings of 会议.yml: what is declared is read, what is not is told at its line, nothing is silently ignored."""

from __future__ import annotations

from typing import get_args

import pytest

from mzsh.documents.document import collect as documents
from mzsh.model.settings import PAPERS, PITCH_LEAST, PITCH_MOST, BoldLevel
from mzsh.typesetting.standard import LEVELS, Style
from tests.support.folder import MeetingFolder

MEETING = "会议.yml"


def settings(meeting: MeetingFolder, text: str) -> int:
    """Put settings behind the rest of 会议.yml; the line of the first of them."""
    before = meeting.read(MEETING)
    meeting.write(MEETING, before + text)
    return before.count("\n") + 1


@pytest.mark.parametrize(
    ("typed", "share"), [("0.8", 0.8), ("4/5", 0.8), ("80%", 0.8), ("80", 0.8), ("2 / 3", 2 / 3), ("1", 1.0)]
)
def test_a_share_is_written_in_several_ways(meeting: MeetingFolder, typed: str, share: float) -> None:
    settings(meeting, f"检查: {{阈值: {{到会比例: {typed}}}}}\n")

    assert meeting.load().meeting.check.thresholds.quorum == pytest.approx(share)
    assert meeting.check(select=("MZ0",)) == []


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("到会比例", "nan"),
        ("到会比例", "180"),
        ("到会比例", "3/2"),
        ("到会比例", "-0.5"),
        ("到会比例", "1/0"),
        ("发言分钟", ".inf"),
        ("发言分钟", "-15"),
        ("批评分钟", "0"),
        ("每日小时", "9" * 400),
        ("立行立改天数", "一个月"),
    ],
)
def test_a_figure_that_cannot_be_is_told_at_its_line(meeting: MeetingFolder, name: str, typed: str) -> None:
    line = settings(meeting, f"检查:\n  阈值:\n    {name}: {typed}\n") + 2

    assert [one.split(" ")[:3] for one in meeting.check()] == [
        [f"{MEETING}:{line}:{7 + len(name)}", "错误", "MZ007"],
    ]


def test_a_threshold_nobody_knows_is_told_with_the_one_that_was_meant(meeting: MeetingFolder) -> None:
    line = settings(meeting, "检查:\n  阈值: {到会比列: 0.8}\n") + 1

    assert meeting.check() == [f"{MEETING}:{line}:8 错误 MZ005 不认识“到会比列”这个键"]
    (fault,) = meeting.load().meeting.source.faults
    assert fault.hint == "是不是“到会比例”？"
    assert fault.edit is not None


def test_rules_that_are_not_there_are_told(meeting: MeetingFolder) -> None:
    line = settings(meeting, "检查:\n  忽略: [MZ407, MZ999, MZ3]\n  级别:\n    MZ203: 错误\n    MZ888: 提示\n")

    assert meeting.check() == [
        f"{MEETING}:{line + 1}:15 错误 MZ007 没有“MZ999”这条规则",
        f"{MEETING}:{line + 1}:22 错误 MZ007 没有“MZ3”这条规则",
        f"{MEETING}:{line + 4}:5 错误 MZ007 没有“MZ888”这条规则",
    ]


def test_custom_in_typesetting_that_no_page_can_have_is_told(meeting: MeetingFolder) -> None:
    line = settings(meeting, "版式:\n  行距: 80\n  加粗: [一、, 二级]\n  数字字体: Arial\n")

    assert meeting.check() == [
        f"{MEETING}:{line + 1}:7 错误 MZ007 “行距”的值“80”不可用，应在 20 到 40 磅之间，常用 28",
        f"{MEETING}:{line + 2}:12 错误 MZ007 “加粗”不能写“二级”，只能是：一、、（一）、1.、（1）",
    ]
    assert meeting.load().meeting.layout.digit_font == "Arial"


def test_what_is_allowed_can_be_set(meeting: MeetingFolder) -> None:
    settings(meeting, "版式: {行距: 28磅, 加粗: [一、, （一）, 1., （1）]}\n")
    layout = meeting.load().meeting.layout

    assert Style(pitch=layout.pitch or 0, bold=frozenset(layout.bold)).line == 560
    assert meeting.check(select=("MZ0",)) == []


def test_bounds_and_levels_are_those_of_the_pages() -> None:
    assert get_args(BoldLevel) == LEVELS
    assert {Style(pitch=PITCH_LEAST).pitch, Style(pitch=PITCH_MOST).pitch} == {20, 40}


def test_a_document_nobody_knows_is_told(meeting: MeetingFolder) -> None:
    meeting.replace(
        MEETING, "公文:\n", "公文:\n  实施方案: {文号: 临委〔2021〕9号}\n  reprot: {文号: 临委〔2022〕10号}\n"
    )
    line = meeting.read(MEETING).split("\n").index("公文:") + 1

    assert meeting.check() == [f"{MEETING}:{line + 2}:3 错误 MZ005 “公文”下面没有“reprot”"]
    assert meeting.load().meeting.paper("plan").number == "临委〔2021〕9号"


def test_every_document_can_be_named_in_the_settings() -> None:
    assert {one.id for one in documents()} <= set(PAPERS)


def test_a_threshold_holds_as_typed_or_as_declared(meeting: MeetingFolder) -> None:
    settings(meeting, "检查: {阈值: {发言分钟: 20}}\n")
    limits = meeting.load().meeting.check.thresholds

    assert (limits.number("speech_minutes"), limits.number("criticism_minutes")) == (20, 3)
    assert limits.number("day_hours") == 8
    with pytest.raises(KeyError):
        limits.number("quorum")
