from datetime import date

import pytest

from mzsh.planning.workdays import add_workdays, calendar_knows, is_workday

MEETING = date(2022, 1, 18)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        pytest.param(date(2022, 1, 18), True, id="a Tuesday"),
        pytest.param(date(2022, 1, 22), False, id="a Saturday"),
        pytest.param(date(2022, 1, 29), True, id="a Saturday made up for (调休)"),
        pytest.param(date(2022, 1, 30), True, id="a Sunday made up for (调休)"),
        pytest.param(date(2022, 1, 31), False, id="New Year's Eve, a Monday"),
        pytest.param(date(2022, 1, 3), False, id="New Year's Day moved to Monday"),
    ],
)
def test_days_of_the_state_councils_calendar(day: date, worked: bool) -> None:
    assert is_workday(day) is worked


@pytest.mark.parametrize(
    ("day", "worked"),
    [(date(1999, 10, 1), True), (date(1999, 10, 2), False), (date(2190, 1, 1), True), (date(2190, 1, 2), False)],
)
def test_monday_to_friday_in_years_the_calendar_does_not_know(day: date, worked: bool) -> None:
    assert (calendar_knows(day), is_workday(day)) == (False, worked)


def test_the_calendar_knows_the_year_of_the_meeting() -> None:
    assert calendar_knows(MEETING)


@pytest.mark.parametrize(
    ("count", "day"),
    [
        pytest.param(0, date(2022, 1, 18), id="none: the day itself"),
        pytest.param(1, date(2022, 1, 19), id="the day itself is not counted"),
        pytest.param(4, date(2022, 1, 24), id="over a weekend"),
        pytest.param(10, date(2022, 1, 30), id="a weekend made up for"),
        pytest.param(11, date(2022, 2, 7), id="over the Spring Festival"),
        pytest.param(-1, date(2022, 1, 17), id="back"),
        pytest.param(-2, date(2022, 1, 14), id="back over a weekend"),
        pytest.param(-11, date(2021, 12, 31), id="back over New Year's Day"),
    ],
)
def test_workdays_are_counted_without_the_first_day(count: int, day: date) -> None:
    assert add_workdays(MEETING, count) == day


def test_counting_from_a_day_off() -> None:
    assert add_workdays(date(2022, 2, 1), 1) == date(2022, 2, 7)


def test_counting_into_years_the_calendar_does_not_know() -> None:
    assert add_workdays(date(2190, 1, 1), 5) == date(2190, 1, 8)
