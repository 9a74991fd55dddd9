"""The reminder: one for everybody who owes something on the day, in the order of the days, politely."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from mzsh.documents.rendering import How, render
from mzsh.documents.request import requests
from mzsh.errors import MzshError
from mzsh.resources import examples
from tests.support.folder import MeetingFolder


def reminders(folder: MeetingFolder, today: date) -> dict[str, list[str]]:
    """The paragraphs of each reminder, by whom it is for."""
    project = folder.load()
    found = render(project, requests(project, ["reminder"], today=today), How("md"), today=today)
    return {
        one.request.subject: [line for line in one.path.read_text(encoding="utf-8").split("\n") if line]
        for one in found
        if one.path
    }


def rows(written: list[str]) -> list[list[str]]:
    return [line.strip("| ").split(" | ") for line in written if line.startswith("| ") and line[2].isdigit()]


def test_what_by_when_and_how_late(meeting: MeetingFolder) -> None:
    meeting.remove("06-发言提纲/李明.md")
    meeting.remove("07-批评意见/李明.md")
    meeting.remove_talk("李明", "赵志强")
    written = reminders(meeting, date(2022, 1, 7))["李明"]

    assert written[:2] == ["# 2021年度党史学习教育专题民主生活会催办单", "李明同志："]
    assert written[2].endswith("截至2022年1月7日尚有3项需要您办理，其中1项已超过时限，现予提醒。")
    assert rows(written) == [
        ["1", "请尽快与分管部门主要负责同志赵志强谈心谈话", "2022年1月6日", "已超过1天"],
        ["2", "请于1月7日前报送个人发言提纲", "2022年1月7日", "今天到期"],
        ["3", "请于1月18日前准备对张卫国、王芳同志的批评意见", "2022年1月18日", "还有11天"],
    ]
    assert written[-2:] == ["市委组织部", "2022年1月7日"]


def test_members_come_before_offices(meeting: MeetingFolder) -> None:
    meeting.remove("06-发言提纲/李明.md")
    found = reminders(meeting, date(2022, 1, 5))

    assert list(found) == ["李明", "市政府办公室"]
    assert found["市政府办公室"][1] == "市政府办公室："
    assert "尚有1项需要贵单位办理，现予提醒。" in found["市政府办公室"][2]
    assert "请按时限办理。办结后请告知市委组织部，以便登记；确有困难的，请及时说明。" in found["市政府办公室"]


def test_nobody_owes_anything(meeting: MeetingFolder) -> None:
    with pytest.raises(MzshError, match="没有人有应办未办的事项，出不了催办单"):
        requests(meeting.load(), ["reminder"], today=date(2022, 3, 10))


def test_one_more_day(meeting: MeetingFolder) -> None:
    meeting.remove("06-发言提纲/李明.md")
    first, second = (reminders(meeting, date(2022, 1, day))["李明"] for day in (5, 6))
    changed = [(one, two) for one, two in zip(first, second, strict=True) if one != two]

    assert [(one.replace("1月5日", "1月6日").replace("还有2天", "还有1天"), two) for one, two in changed] == [
        (two, two) for _, two in changed
    ]
    assert len(changed) == 3


def test_one_member_is_not_told_what_another_owes(meeting: MeetingFolder) -> None:
    meeting.remove("06-发言提纲/李明.md")
    meeting.remove("07-批评意见/王芳.md")
    found = reminders(meeting, date(2022, 1, 5))

    assert not [line for line in found["李明"] if "王芳" in line]
    assert [row[1] for row in rows(found["王芳"])] == ["请于1月18日前准备对张卫国、李明同志的批评意见"]


def test_what_must_be_explained_is_never_said(meeting: MeetingFolder) -> None:
    meeting.remove("06-发言提纲/李明.md")
    before = reminders(meeting, date(2022, 1, 5))
    meeting.remove("03-征求意见/应说明事项.yml")

    assert reminders(meeting, date(2022, 1, 5)) == before


def test_a_party_group(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")
    found = reminders(MeetingFolder(tmp_path / "岚溪"), date(2022, 4, 10))

    assert set(found) <= {"程望山", "何沛霖", "叶蓉"}
    assert found["何沛霖"][-2:] == ["市人大机关党委", "2022年4月10日"]
