from datetime import date, time

import pytest

from mzsh.numerals import cn_ordinal
from mzsh.typesetting.chinese import characters, cn_date, cn_month_day, cn_time


def test_dates_are_not_padded() -> None:
    assert cn_date(date(2022, 1, 5)) == "2022年1月5日"
    assert cn_month_day(date(2022, 12, 31)) == "12月31日"


@pytest.mark.parametrize(
    ("moment", "said"),
    [(time(9), "上午9时"), (time(12, 0), "下午12时"), (time(14, 30), "下午2时30分"), (time(8, 5), "上午8时5分")],
)
def test_hours(moment: time, said: str) -> None:
    assert cn_time(moment) == said


@pytest.mark.parametrize(
    ("number", "said"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (99, "九十九")]
)
def test_ordinals(number: int, said: str) -> None:
    assert cn_ordinal(number) == said


@pytest.mark.parametrize("number", [0, 100])
def test_ordinals_end_at_99(number: int) -> None:
    with pytest.raises(ValueError, match="不在 1 到 99 之间"):
        cn_ordinal(number)


def test_a_digit_is_half_a_character_wide() -> None:
    assert characters("2022年1月5日") == 6
