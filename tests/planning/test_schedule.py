from datetime import date

import pytest

from mzsh.model.examination import Outline, Statement
from mzsh.model.study import Study
from mzsh.planning.clauses import Stage
from mzsh.planning.schedule import Schedule, resolve
from tests.support.folder import MeetingFolder

MEETING = date(2022, 1, 18)
BEFORE = date(2021, 12, 1)


def schedule(meeting: MeetingFolder, today: date = BEFORE, stage: Stage | None = None) -> Schedule:
    return Schedule(meeting.load(), today, stage)


def milestones(meeting: MeetingFolder, *rows: str) -> None:
    meeting.write("时间节点.yml", "节点:\n" + "".join(f"  - {{{row}}}\n" for row in rows))


# Days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-12-20", date(2021, 12, 20)),
        ("会前20日", date(2021, 12, 29)),
        ("会前0日", MEETING),
        ("会前15日", date(2022, 1, 3)),
        ("会后15日", date(2022, 2, 2)),
        ("会前10个工作日", date(2022, 1, 4)),
        ("会后11个工作日", date(2022, 2, 7)),
        ("会前0个工作日", MEETING),
    ],
)
def test_days_counted_from_the_meeting(text: str, day: date) -> None:
    assert resolve(text, MEETING) == day


@pytest.mark.parametrize("text", ["", "年底前", "长期坚持", "2021-02-30"])
def test_what_is_no_day(text: str) -> None:
    assert resolve(text, MEETING) is None


@pytest.mark.parametrize(
    ("text", "day"), [("会前20日", None), ("会后5个工作日", None), ("2021-12-20", date(2021, 12, 20))]
)
def test_a_meeting_whose_day_is_unknown(text: str, day: date | None) -> None:
    assert resolve(text, None) == day


@pytest.mark.parametrize(("text", "held_on"), [("会前20日", date(1, 1, 2)), ("会后5个工作日", date(9999, 12, 31))])
def test_days_that_no_calendar_reaches(text: str, held_on: date) -> None:
    assert resolve(text, held_on) is None


def test_milestones_move_with_the_meeting(meeting: MeetingFolder) -> None:
    milestones(meeting, "名称: 甲, 时限: 会前20日", "名称: 乙, 时限: 2021-12-20", "名称: 丙, 时限: 尽快")
    meeting.replace("会议.yml", "日期: 2022-01-18", "日期: 2022-01-28")

    assert [(milestone.name, day) for milestone, day in schedule(meeting).milestones] == [
        ("甲", date(2022, 1, 8)),
        ("乙", date(2021, 12, 20)),
        ("丙", None),
    ]


# Stages


@pytest.mark.parametrize(
    ("today", "stage"),
    [(date(2022, 1, 17), "会前"), (MEETING, "会上"), (date(2022, 1, 19), "会后")],
    ids=["the day before", "on the day", "the day after"],
)
def test_the_calendar_says_the_stage(meeting: MeetingFolder, today: date, stage: Stage) -> None:
    assert schedule(meeting, today).stage == stage


def test_a_stage_by_hand_goes_before_the_calendar(meeting: MeetingFolder) -> None:
    assert schedule(meeting, date(2022, 3, 1), "会前").stage == "会前"


def test_without_a_day_the_meeting_is_still_to_come(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "日期: 2022-01-18", "日期:")

    assert schedule(meeting, date(2030, 1, 1)).stage == "会前"


# When a clause is due


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        pytest.param("3.2-letter", date(2021, 12, 14), id="its milestone"),
        pytest.param("3.2-detail", date(2021, 12, 29), id="the last milestone of its section"),
        pytest.param("3.3-avoid1", date(2022, 1, 6), id="the only milestone of its section"),
        pytest.param("2-area1", date(2022, 1, 17), id="the last day before the meeting"),
        pytest.param("4-attend", MEETING, id="the meeting's section"),
        pytest.param("5.1-annex", date(2022, 2, 2), id="the last milestone of its section, after the meeting"),
        pytest.param("1-procedure", date(2022, 3, 19), id="of the whole time: the last milestone of all"),
        pytest.param("9-none", date(2022, 1, 17), id="a clause that there is not"),
    ],
)
def test_the_last_day_for_a_clause(meeting: MeetingFolder, clause: str, day: date) -> None:
    assert schedule(meeting).due(clause) == day


def test_the_later_of_two_milestones_of_one_clause(meeting: MeetingFolder) -> None:
    milestones(
        meeting,
        "名称: 甲, 条款: 3.2-letter, 时限: 2021-12-20",
        "名称: 乙, 条款: 3.2-letter, 时限: 2021-12-10",
    )

    assert schedule(meeting).due("3.2-letter") == date(2021, 12, 20)


def test_a_milestone_that_cannot_be_computed_does_not_count(meeting: MeetingFolder) -> None:
    milestones(meeting, "名称: 甲, 条款: 3.2-letter, 时限: 尽快")

    assert schedule(meeting).due("3.2-letter") == date(2022, 1, 17)


@pytest.mark.parametrize(
    ("clause", "day"),
    [("3.2-letter", date(2022, 1, 17)), ("4-attend", MEETING), ("5.1-report", date(2022, 3, 19))],
    ids=["before", "at", "after: the last that the preset suggests"],
)
def test_the_last_day_of_a_stage_without_milestones(meeting: MeetingFolder, clause: str, day: date) -> None:
    meeting.remove("时间节点.yml")

    assert schedule(meeting).due(clause) == day


@pytest.mark.parametrize(
    ("suggested", "day"),
    [
        pytest.param(
            "[{名称: 报告, 建议: 会后20日, 责任: 办公室}, {名称: 公示, 建议: 会后5日, 责任: 办公室}]",
            date(2022, 2, 7),
            id="largest",
        ),
        pytest.param(
            "[{名称: 发函, 建议: 会前20日, 责任: 办公室}]", date(2022, 3, 19), id="none after the meeting: 60 days"
        ),
        pytest.param("[]", date(2022, 3, 19), id="none at all: 60 days"),
    ],
)
def test_the_last_day_after_the_meeting_is_the_presets(meeting: MeetingFolder, suggested: str, day: date) -> None:
    meeting.remove("时间节点.yml")
    meeting.write("模板/presets/2021.yml", f"类型: 预设\n年度: 2021\n时间节点: {suggested}\n")

    assert [schedule(meeting).due(clause) for clause in ("5.1-report", "5.2-plan", "5.3-branch")] == [day] * 3


def test_one_milestone_after_the_meeting_is_the_last_day_of_the_stage(meeting: MeetingFolder) -> None:
    milestones(meeting, "名称: 报告, 条款: 5.1-report, 时限: 会后10日")

    assert [schedule(meeting).due(clause) for clause in ("5.1-annex", "5.2-plan")] == [date(2022, 1, 28)] * 2


def test_what_nobody_dated_becomes_due_after_the_meeting(meeting: MeetingFolder) -> None:
    meeting.remove("时间节点.yml")

    assert [schedule(meeting, day).is_due("5.1-report") for day in (date(2022, 3, 19), date(2022, 3, 20))] == [
        False,
        True,
    ]


def test_nothing_is_due_where_neither_day_nor_milestones_are_known(meeting: MeetingFolder) -> None:
    meeting.remove("时间节点.yml")
    meeting.replace("会议.yml", "日期: 2022-01-18", "日期:")

    assert [schedule(meeting).due(clause) for clause in ("3.2-letter", "4-attend", "5.1-report")] == [None] * 3


# Whether it is due


@pytest.mark.parametrize(
    ("today", "due"),
    [(date(2021, 12, 13), False), (date(2021, 12, 14), False), (date(2021, 12, 15), True)],
    ids=["the day before", "its last day", "the day after"],
)
def test_a_clause_is_due_when_its_last_day_has_passed(meeting: MeetingFolder, today: date, due: bool) -> None:
    assert schedule(meeting, today).is_due("3.2-letter") is due


@pytest.mark.parametrize(
    ("stage", "due"),
    [
        ("会前", ["2-area1", "3.2-letter"]),
        ("会上", ["2-area1", "3.2-letter", "3.2-explain", "4-attend"]),
        ("会后", ["2-area1", "3.2-letter", "3.2-explain", "4-attend", "5.1-report", "1-procedure"]),
    ],
)
def test_a_stage_by_hand_makes_all_up_to_it_due(meeting: MeetingFolder, stage: Stage, due: list[str]) -> None:
    plan = schedule(meeting, BEFORE, stage)
    clauses = ["2-area1", "3.2-letter", "3.2-explain", "4-attend", "5.1-report", "1-procedure"]

    assert [clause for clause in clauses if plan.is_due(clause)] == due


def test_what_has_no_clause_is_always_due(meeting: MeetingFolder) -> None:
    assert schedule(meeting).any_due([])


def test_one_clause_that_is_due_is_enough(meeting: MeetingFolder) -> None:
    plan = schedule(meeting, date(2021, 12, 15))

    assert plan.any_due(["5.1-report", "3.2-letter"])
    assert not plan.any_due(["5.1-report", "3.3-scope1"])


def test_the_clause_that_is_due_first(meeting: MeetingFolder) -> None:
    assert schedule(meeting).first_due(["5.1-report", "3.2-letter", "4-date"]) == ("3.2-letter", date(2021, 12, 14))


def test_a_clause_without_a_day_comes_last(meeting: MeetingFolder) -> None:
    milestones(meeting, "名称: 甲, 条款: 3.2-letter, 时限: 2021-12-14")

    assert schedule(meeting).first_due(["5.1-report", "3.2-letter"]) == ("3.2-letter", date(2021, 12, 14))


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2021, 12, 31), [False, False, False]),
        (date(2022, 1, 1), [True, False, False]),
        (date(2022, 1, 8), [True, True, False]),
    ],
    ids=["neither", "the statement", "the outlines too"],
)
def test_drafts_that_should_have_been_finished(meeting: MeetingFolder, today: date, due: list[bool]) -> None:
    plan = schedule(meeting, today)

    assert [plan.document_is_due(document) for document in (Statement(), Outline(), Study())] == due
