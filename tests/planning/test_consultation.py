"""Whose opinion the team's statement needs: 会议.yml's 四个班子, else the profile's, which is only assumed."""

import pytest

from mzsh.planning.approvals import CONSULTATION, required_steps
from tests.support.folder import MeetingFolder

BODIES = "四个班子: [市委, 市人大常委会, 市政府, 市政协]"


def asked(meeting: MeetingFolder) -> list[tuple[str, bool]]:
    project = meeting.load()
    assert project.statement is not None
    steps = required_steps(project.statement, project)
    return [(step.by, step.assumed) for step in steps if step.step == CONSULTATION]


def without_consultation(meeting: MeetingFolder) -> None:
    head, *rows = meeting.read("审阅.yml").split("  - 材料:")
    meeting.write("审阅.yml", "  - 材料:".join([head, *(row for row in rows if CONSULTATION not in row)]))


def test_the_bodies_that_the_meeting_names(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", BODIES, "四个班子: [市委, 市政府]")

    assert asked(meeting) == [("市委", False), ("市政府", False)]


@pytest.mark.parametrize("typed", ["", "四个班子: 〔待填〕"], ids=["no key", "still to be filled in"])
def test_where_the_meeting_names_none_the_profiles_are_assumed(meeting: MeetingFolder, typed: str) -> None:
    meeting.replace("会议.yml", BODIES, typed)
    meeting.replace("会议.yml", "单位: 临江市委", "单位: 临江县委")

    assert asked(meeting) == [(body, True) for body in ("县委", "县人大常委会", "县政府", "县政协")]


def test_an_empty_list_names_none(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", BODIES, "四个班子: []")
    without_consultation(meeting)

    assert asked(meeting) == []
    assert meeting.check() == []


def test_a_profile_without_bodies_has_no_such_step(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", BODIES, "班子类别: 机关")
    without_consultation(meeting)

    assert asked(meeting) == []
    assert meeting.check() == []


def test_what_is_only_assumed_is_only_worth_a_look(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", BODIES + "\n", "")
    without_consultation(meeting)

    assert meeting.check() == [
        f"05-班子材料/班子材料.md:1:1 提示 MZ504 还没有征求{body}意见"
        for body in ("市委", "市人大常委会", "市政府", "市政协")
    ]


def test_what_the_meeting_names_is_due(meeting: MeetingFolder) -> None:
    without_consultation(meeting)

    assert [finding.split(" ")[1] for finding in meeting.check()] == ["错误"] * 4
