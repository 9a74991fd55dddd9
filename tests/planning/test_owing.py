"""Who owes what on a day: each kind of debt by one thing taken out of a meeting where nothing is owed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mzsh.planning.owing import debts_of
from mzsh.planning.owing_offices import office_debts
from mzsh.planning.schedule import Schedule
from tests.support.folder import MeetingFolder

BEFORE = date(2022, 1, 5)
AFTER = date(2022, 3, 20)
HELD_ON = date(2022, 1, 18)

Owed = dict[str, list[tuple[str, date]]]


def owed(folder: MeetingFolder, today: date = BEFORE) -> Owed:
    """By member, those who owe nothing left out."""
    project = folder.load()
    schedule = Schedule(project, today)
    found = {one.name: debts_of(project, schedule, one) for one in project.meeting.members}
    return {name: [(debt.what, debt.due) for debt in debts] for name, debts in found.items() if debts}


def offices(folder: MeetingFolder, today: date = BEFORE) -> Owed:
    project = folder.load()
    found = office_debts(project, Schedule(project, today))
    return {name: [(debt.what, debt.due) for debt in debts] for name, debts in found.items()}


def days_before(count: int) -> date:
    return HELD_ON - timedelta(days=count)


def days_after(count: int) -> date:
    return HELD_ON + timedelta(days=count)


@pytest.mark.parametrize("today", [BEFORE, AFTER])
def test_nobody_owes_anything(meeting: MeetingFolder, today: date) -> None:
    assert owed(meeting, today) == {}
    assert offices(meeting, today) == {}


def test_an_outline_is_asked_of_the_member_and_of_his_office(meeting: MeetingFolder) -> None:
    meeting.remove("06-发言提纲/李明.md")

    assert owed(meeting) == {"李明": [("报送个人发言提纲", days_before(11))]}
    assert offices(meeting) == {"市政府办公室": [("报送李明同志的个人发言提纲", days_before(11))]}


def test_an_outline_that_was_changed_after_its_approval(meeting: MeetingFolder) -> None:
    meeting.write("06-发言提纲/李明.md", meeting.read("06-发言提纲/李明.md") + "\n又添一句。\n")

    assert owed(meeting) == {"李明": [("将改动后的个人发言提纲重新报审", days_before(11))]}


def without_reviews(folder: MeetingFolder, material: str, *steps: str) -> None:
    head, *records = folder.read("审阅.yml").split("  - 材料: ")
    kept = [one for one in records if not (one.startswith(material) and any(f"环节: {step}" in one for step in steps))]
    assert len(records) - len(kept) == len(steps)
    folder.write("审阅.yml", "  - 材料: ".join([head, *kept]))


def test_an_outline_that_waits_is_asked_of_those_it_waits_for(meeting: MeetingFolder) -> None:
    without_reviews(meeting, "06-发言提纲/李明.md", "书记审阅", "上级审定")
    without_reviews(meeting, "06-发言提纲/王芳.md", "上级审定")

    assert owed(meeting) == {"张卫国": [("审阅李明同志的个人发言提纲", days_before(7))]}
    assert offices(meeting) == {"市委组织部": [("将王芳同志的个人发言提纲报省委组织部审定", days_before(4))]}


def test_an_outline_that_was_sent_back_is_the_members_again(meeting: MeetingFolder) -> None:
    without_reviews(meeting, "06-发言提纲/李明.md", "上级审定")
    reviews = meeting.read("审阅.yml").split("  - 材料: ")
    place = next(n for n, one in enumerate(reviews) if one.startswith("06-发言提纲/李明.md") and "书记审阅" in one)
    reviews[place] = reviews[place].replace("结论: 通过", "结论: 退改")
    meeting.write("审阅.yml", "  - 材料: ".join(reviews))

    assert owed(meeting) == {"李明": [("按书记审阅意见修改个人发言提纲，重新报审", days_before(7))]}


def test_the_statement(meeting: MeetingFolder) -> None:
    without_reviews(meeting, "05-班子材料", "书记审定")
    assert owed(meeting) == {"张卫国": [("审定班子对照检查材料", days_before(14))]}

    meeting.remove("05-班子材料/班子材料.md")
    assert offices(meeting) == {"市委政研室": [("起草班子对照检查材料", days_before(18))]}


def test_bodies_whose_opinion_is_still_to_be_asked(meeting: MeetingFolder) -> None:
    without_reviews(meeting, "05-班子材料/班子材料.md\n    环节: 征求四个班子\n    人: 市政协", "征求四个班子")

    assert offices(meeting) == {"市委政研室": [("将班子对照检查材料送市政协征求意见", days_before(11))]}


def test_a_talk_is_owed_by_both_members(meeting: MeetingFolder) -> None:
    meeting.remove_talk("李明", "王芳")

    assert owed(meeting) == {
        "李明": [("与王芳同志谈心谈话", days_before(12))],
        "王芳": [("与李明同志谈心谈话", days_before(12))],
    }


def test_talks_with_heads_and_delegates_are_owed_by_the_member(meeting: MeetingFolder) -> None:
    meeting.remove_talk("李明", "赵志强")
    meeting.remove_talk("李明", "刘文斌")

    assert owed(meeting) == {
        "李明": [
            ("与分管部门主要负责同志赵志强谈心谈话", days_before(12)),
            ("与所在党支部党员代表刘文斌同志谈心谈话", days_before(12)),
        ]
    }


def test_a_criticism_is_due_at_the_meeting(meeting: MeetingFolder) -> None:
    meeting.remove("07-批评意见/王芳.md")

    assert owed(meeting) == {"王芳": [("准备对张卫国、李明同志的批评意见", HELD_ON)]}
    assert owed(meeting, AFTER) == {"王芳": [("补交对张卫国、李明同志的批评意见", HELD_ON)]}


def test_who_was_not_at_the_meeting_is_not_asked(meeting: MeetingFolder) -> None:
    meeting.remove("07-批评意见/王芳.md")
    minutes = meeting.read("08-会议/会议记录.md")
    meeting.write("08-会议/会议记录.md", minutes.replace("出席: [张卫国, 李明, 王芳]", "出席: [张卫国, 李明]"))

    assert owed(meeting, AFTER) == {}


def test_a_hearing_and_the_feedback(meeting: MeetingFolder) -> None:
    meeting.replace("03-征求意见/征求意见.yml", "  - {成员: 李明, 对象: 市财政局, 日期: 2021-12-15}\n", "")
    meeting.replace("03-征求意见/意见建议.yml", "  - {成员: 李明, 签收: 2021-12-27}\n", "")

    assert owed(meeting) == {"李明": [("到市财政局听取意见建议", days_before(25)), ("签收意见反馈单", days_before(20))]}


def test_lists_are_owed_after_the_meeting_only(meeting: MeetingFolder) -> None:
    meeting.remove("10-整改/王芳.yml")
    meeting.remove("10-整改/班子.yml")

    assert owed(meeting) == {}
    assert owed(meeting, AFTER) == {"王芳": [("制定个人整改方案，列出整改清单", days_after(15))]}
    assert offices(meeting, AFTER) == {"市委政研室": [("制定班子整改方案，列出整改清单", days_after(15))]}


def test_an_item_is_owed_once_its_day_is_over(meeting: MeetingFolder) -> None:
    due = date(2022, 3, 31)

    assert owed(meeting, due) == {}
    assert owed(meeting, due + timedelta(days=1)) == {
        "李明": [("办结整改事项“难筹的钱往后推”", due)],
        "王芳": [("办结整改事项“安家费手续多、到账慢”", due)],
    }


def test_an_item_of_the_team_is_owed_by_who_answers_for_it(meeting: MeetingFolder) -> None:
    name = "10-整改/班子.yml"
    meeting.replace(name, "时限: 2022-11-30", "时限: 2022-03-15")
    meeting.replace(name, "时限: 2022-05-31", "时限: 2022-03-16")

    assert owed(meeting, AFTER) == {"李明": [("办结整改事项“防汛预案陈旧”", date(2022, 3, 16))]}
    assert offices(meeting, AFTER) == {"市财政局": [("办结整改事项“旧房改造议而不决”", date(2022, 3, 15))]}


def test_dual_life(meeting: MeetingFolder) -> None:
    meeting.replace("10-整改/双重组织生活.yml", "支部会日期: 2022-01-24, ", "")
    meeting.replace("10-整改/双重组织生活.yml", "指导日期: 2022-02-25, ", "")

    assert owed(meeting) == {}
    assert owed(meeting, AFTER) == {
        "李明": [("参加所在党支部组织生活会并登记", days_after(45))],
        "王芳": [("指导江湾街道党工委民主生活会并登记", days_after(45))],
    }


def test_a_milestone_without_its_day_is_owed_by_its_office(meeting: MeetingFolder) -> None:
    name = "时间节点.yml"
    meeting.write(name, meeting.read(name).replace("责任: 市委组织部, 完成: 2021-12-24}", "责任: 组织部、王芳}"))
    meeting.write(name, meeting.read(name).replace(", 完成: 2022-02-21}", "}"))

    assert offices(meeting) == {"市委组织部": [("办理“梳理汇总意见建议”", days_before(25))]}
    assert ("办理“公示群众关心问题的整改情况”", days_after(60)) in offices(meeting, AFTER)["市委组织部"]


def test_what_the_registers_prove_is_not_asked_for(meeting: MeetingFolder) -> None:
    name = "时间节点.yml"
    meeting.replace(name, "责任: 市委办公室, 完成: 2021-12-30}", "责任: 市委办公室}")
    meeting.replace(name, ", 完成: 2021-12-27}", "}")
    assert offices(meeting) == {}

    meeting.remove("02-学习研讨/2021-12-30-党委会.md")
    meeting.remove("02-学习研讨/2021-12-17-中心组.md")
    assert offices(meeting) == {"市委办公室": [("办理“集中学习研讨”", days_before(15))]}


def test_the_earliest_comes_first(meeting: MeetingFolder) -> None:
    meeting.remove("07-批评意见/李明.md")
    meeting.remove("06-发言提纲/李明.md")
    meeting.remove_talk("李明", "赵志强")
    days = [day for _, day in owed(meeting)["李明"]]

    assert days == [days_before(12), days_before(11), HELD_ON]


def test_without_a_day_nobody_is_pressed(meeting: MeetingFolder) -> None:
    meeting.remove("06-发言提纲/李明.md")
    meeting.remove("时间节点.yml")
    meeting.replace("会议.yml", "  日期: 2022-01-18\n", "")

    assert owed(meeting) == {}
    assert offices(meeting) == {}
