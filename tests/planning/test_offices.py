"""One office under the names that people give it, and never an office with its superior body."""

from __future__ import annotations

import pytest

from mzsh.planning.offices import drafting_office, same_office
from tests.support.folder import MeetingFolder


@pytest.mark.parametrize("typed", ["政研室", "市委政研室", "临江市委政策研究室", "市委政研室王强"])
def test_one_office(typed: str) -> None:
    assert same_office(typed, "市委政研室")


@pytest.mark.parametrize("typed", ["市委", "室", "委", "市委办公室", "市委组织部", ""])
def test_another_or_none(typed: str) -> None:
    assert not same_office(typed, "市委政研室")


def test_who_drafts_in_a_county(meeting: MeetingFolder) -> None:
    assert drafting_office(meeting.load()) == "市委政研室"

    meeting.replace("会议.yml", "  政研室: 市委政研室\n", "")
    meeting.write("会议.yml", meeting.read("会议.yml").replace("单位: 临江市委", "单位: 河湾县委"))

    assert drafting_office(meeting.load()) == "县委政研室"
