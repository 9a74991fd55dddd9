from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from mzsh.model.values import Clock, ClockTime, Count, Counted, Day, DueText, Flag, Year, parse_day, parse_due


def value(kind: Any, text: str) -> object:
    return TypeAdapter(kind).validate_python(text)


def refusal(kind: Any, text: str) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(text)
    [error] = caught.value.errors()
    return error["type"], error["msg"]


@pytest.mark.parametrize(
    "text",
    ["2021-12-05", "2021-12-5", " 2021-12-05 ", "2021/12/5", "2021.12.05", "2021年12月5日", "２０２１-１２-０５"],
)
def test_days_as_they_are_written(text: str) -> None:
    assert parse_day(text) == value(Day, text) == date(2021, 12, 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12月5日",
        "2021-12",
        "2021年12月",
        "21-12-05",
        "2021-12.05",
        "2021-12-05 09:00",
        "二〇二一年十二月五日",
        "明天",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert refusal(Day, text) == ("wrong_value", f"“{text}”不是日期，应写成 2021-12-05 这样")


@pytest.mark.parametrize("text", ["2021-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "0000-01-01"])
def test_days_that_the_calendar_does_not_know(text: str) -> None:
    assert refusal(Day, text) == ("impossible_date", f"没有“{text}”这一天")


def test_the_leap_day() -> None:
    assert parse_day("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize("text", ["true", "TRUE", "yes", "on", "是", "有", "√", "✓", " 是 "])
def test_yes(text: str) -> None:
    assert value(Flag, text) is True


@pytest.mark.parametrize("text", ["false", "False", "no", "off", "否", "无", "×"])
def test_no(text: str) -> None:
    assert value(Flag, text) is False


@pytest.mark.parametrize("text", ["", "对", "1", "已避免", "?"])
def test_neither_yes_nor_no(text: str) -> None:
    assert refusal(Flag, text) == ("wrong_value", f"“{text}”应为 true（是）或 false（否）")


@pytest.mark.parametrize(("text", "number"), [("2", 2), (" 12 ", 12), ("0", 0), ("007", 7), ("１２", 12)])
def test_counts(text: str, number: int) -> None:
    assert value(Count, text) == number


@pytest.mark.parametrize("text", ["", "二", "2.0", "-1", "2人", "9" * 10, "1_000"])
def test_what_is_no_count(text: str) -> None:
    assert refusal(Count, text) == ("wrong_value", f"“{text}”应为整数")


@pytest.mark.parametrize("text", ["2021", "2021年", "2021年度"])
def test_years(text: str) -> None:
    assert value(Year, text) == 2021


@pytest.mark.parametrize("text", ["21", "二〇二一", "2021-2022", "2021届"])
def test_what_is_no_year(text: str) -> None:
    assert refusal(Year, text) == ("wrong_value", f"“{text}”应为四位年份")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("14:30", "14:30-15:30"),
        ("9:00", "09:00-10:00"),
        ("00:00", "00:00-01:00"),
        ("23:30", "23:30-24:30"),
        ("14:30-15:10", "14:30-15:10"),
        ("14：30—15：10", "14:30-15:10"),
        ("14:30 ～ 15:10", "14:30-15:10"),
        ("14:30至15:10", "14:30-15:10"),
        ("22:00-24:00", "22:00-24:00"),
    ],
)
def test_times_of_day(text: str, shown: str) -> None:
    assert str(value(ClockTime, text)) == shown


@pytest.mark.parametrize(
    "text", ["", "14", "14:3", "14:60", "24:00", "25:00", "15:30-14:30", "14:30-14:30", "下午两点"]
)
def test_what_is_no_time(text: str) -> None:
    assert refusal(ClockTime, text) == ("wrong_value", f"“{text}”不是时间，应写成 14:30 或 14:30-15:30")


@pytest.mark.parametrize(
    ("other", "overlap"),
    [
        pytest.param(Clock(540, 600), False, id="before"),
        pytest.param(Clock(540, 601), True, id="its end within"),
        pytest.param(Clock(620, 630), True, id="within"),
        pytest.param(Clock(600, 660), True, id="the same"),
        pytest.param(Clock(500, 700), True, id="around"),
        pytest.param(Clock(660, 720), False, id="right after"),
    ],
)
def test_two_stretches_of_time(other: Clock, overlap: bool) -> None:
    ten_o_clock = Clock(600, 660)

    assert (ten_o_clock.overlaps(other), other.overlaps(ten_o_clock)) == (overlap, overlap)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2021-12-20", date(2021, 12, 20)),
        ("2021年12月20日", date(2021, 12, 20)),
        ("会前20日", Counted(-20, workdays=False)),
        ("会前20天", Counted(-20, workdays=False)),
        ("会前 20 日", Counted(-20, workdays=False)),
        ("会前10个工作日", Counted(-10, workdays=True)),
        ("会前10工作日", Counted(-10, workdays=True)),
        ("会后15日", Counted(15, workdays=False)),
        ("会后5个工作日", Counted(5, workdays=True)),
        ("会前0日", Counted(0, workdays=False)),
    ],
)
def test_due_dates(text: str, due: date | Counted) -> None:
    assert parse_due(text) == due


@pytest.mark.parametrize("text", ["", "长期坚持", "年底前", "会前", "会前二十日", "会中", "2021-02-30", "XX日"])
def test_what_is_no_due_date(text: str) -> None:
    assert parse_due(text) is None


@pytest.mark.parametrize("text", ["长期坚持", "会前20日", "XX日", "立即"])
def test_words_of_a_due_date_are_kept_as_typed(text: str) -> None:
    assert value(DueText, text) == text


def test_an_impossible_due_day_is_refused() -> None:
    assert refusal(DueText, "2021-02-30") == ("impossible_date", "没有“2021-02-30”这一天")
