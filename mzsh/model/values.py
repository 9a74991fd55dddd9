"""The kinds of value that secretaries type: days, yes and no, clock times, due dates."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True)
class Written:
    """How a kind of value is typed, as an editor is told: JSON's type beside text, the text's pattern, what to write.

    Written from what the reader accepts; `least` and `most` bound a number.
    """

    plain: Literal["", "boolean", "integer", "number"]
    pattern: str
    told: str
    least: float = 0
    most: float | None = None


TEAM = "班子"
"""The leading body as the owner of problems, plans and opinions, beside its members."""
_DAY = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)"
)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?:-(\d{1,2}):(\d{2}))?")
_MONTH = re.compile(r"(20\d\d)(?:-(?=\d{1,2}$)|年)(\d{1,2})(?:月(?:底|末)?(?:前|以前|之前)?)?")
_COUNTED = re.compile(r"会(前|后)\s*(\d{1,4})\s*(?:个)?\s*(工作日|日|天)")
_CLOCK_TEXT = r"\s*\d{1,2}\s*[:：]\s*\d{2}\s*(?:[-—–－~～至]+\s*\d{1,2}\s*[:：]\s*\d{2}\s*)?"
_YES = frozenset({"true", "yes", "on", "是", "有", "√", "✓"})
_NO = frozenset({"false", "no", "off", "否", "无", "×"})


def parse_day(text: str) -> date:
    """Read a day (2021-12-05, 2021-12-5, 2021年12月5日). ValueError: no date; its argument says if impossible."""
    match = _DAY.fullmatch(text.strip())
    if not match:
        raise ValueError("not_a_date")
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("impossible_date") from None


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return parse_day(value)
    except ValueError as error:
        if error.args[0] == "impossible_date":
            raise PydanticCustomError("impossible_date", "没有“{value}”这一天", {"value": value}) from None
        raise PydanticCustomError(
            "wrong_value", "“{value}”不是日期，应写成 2021-12-05 这样", {"value": value}
        ) from None


def _flag(value: object) -> object:
    if not isinstance(value, str):
        return value
    word = value.strip().lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise PydanticCustomError("wrong_value", "“{value}”应为 true（是）或 false（否）", {"value": value})


def _count(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"\d{1,9}", value.strip()):
        raise PydanticCustomError("wrong_value", "“{value}”应为整数", {"value": value})
    return int(value) if isinstance(value, str) else value


def _year(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}年?度?", value.strip()):
        raise PydanticCustomError("wrong_value", "“{value}”应为四位年份", {"value": value})
    return int(value.strip()[:4]) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day or a stretch of it, in minutes from midnight; a bare start lasts one hour."""

    start: int
    end: int

    def overlaps(self, other: Clock) -> bool:
        """Whether the two share a minute."""
        return self.start < other.end and other.start < self.end

    def __str__(self) -> str:
        return "-".join(f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in (self.start, self.end))


def _clock(value: object) -> object:
    if not isinstance(value, str):
        return value
    plain = re.sub(r"\s", "", value.replace("：", ":"))
    match = _CLOCK.fullmatch(re.sub(r"[—–－~～至]+", "-", plain))
    if match:
        hours = [int(part) for part in match.groups() if part is not None]
        start = hours[0] * 60 + hours[1]
        end = hours[2] * 60 + hours[3] if len(hours) == 4 else start + 60
        if max(hours[1::2]) < 60 and start < end and end <= 25 * 60 and start < 24 * 60:
            return Clock(start, end)
    raise PydanticCustomError("wrong_value", "“{value}”不是时间，应写成 14:30 或 14:30-15:30", {"value": value})


def _any_case(words: Iterable[str]) -> str:
    """A pattern of words that takes capitals too; JavaScript's patterns have no flag for it in a schema."""
    return "|".join("".join(f"[{c}{c.upper()}]" if c.isascii() else c for c in word) for word in sorted(words))


Day: TypeAlias = Annotated[date, BeforeValidator(_day), Written("", _DAY.pattern, "应写成 2021-12-05 这样")]
Flag: TypeAlias = Annotated[
    bool, BeforeValidator(_flag), Written("boolean", _any_case(_YES | _NO), "应为 true（是）或 false（否）")
]
Count: TypeAlias = Annotated[int, BeforeValidator(_count), Written("integer", r"\d{1,9}", "应为整数", most=999_999_999)]
Year: TypeAlias = Annotated[
    int, BeforeValidator(_year), Written("integer", r"\d{4}年?度?", "应为四位年份", least=1000, most=9999)
]
ClockTime: TypeAlias = Annotated[
    Clock,
    BeforeValidator(_clock),
    Field(json_schema_extra={"type": "string"}),
    Written("", _CLOCK_TEXT, "应写成 14:30 或 14:30-15:30"),
]
Names: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A due date counted from the meeting: 会前20日, 会后5个工作日. `days` is negative before the meeting."""

    days: int
    workdays: bool


def _due(value: object) -> object:
    """Refuse only an impossible day: words that are no date are for MZ109 and MZ509 to judge."""
    if isinstance(value, str) and _DAY.fullmatch(value.strip()):
        _day(value)
    return value


DueText: TypeAlias = Annotated[str, BeforeValidator(_due)]


def _share(value: object) -> object:
    """A share as a fraction: 2/3, 0.9 or 90%."""
    if not isinstance(value, str):
        return value
    text = value.strip().replace("％", "%")
    match = re.fullmatch(r"(\d{1,3})/(\d{1,3})|(\d(?:\.\d{1,4})?)|(\d{1,3})%", text)
    if match and not (match[2] and int(match[2]) == 0):
        share = Fraction(text.removesuffix("%")) / (100 if match[4] else 1)
        if 0 < share <= 1:
            return str(share)
    raise PydanticCustomError("wrong_value", "“{value}”不是比例，应写成 2/3、0.9 或 90% 这样", {"value": value})


ShareText: TypeAlias = Annotated[str, BeforeValidator(_share)]


def parse_due(text: str) -> date | Counted | None:
    """Read a 时限: a day, a month (its last day), or one counted from the meeting; None where it is none of these."""
    month = _MONTH.fullmatch(text.strip())
    if month and 1 <= int(month[2]) <= 12:
        return date(int(month[1]), int(month[2]), monthrange(int(month[1]), int(month[2]))[1])
    counted = _COUNTED.fullmatch(text.strip())
    if counted:
        days = int(counted[2]) * (-1 if counted[1] == "前" else 1)
        return Counted(days, workdays=counted[3] == "工作日")
    try:
        return parse_day(text)
    except ValueError:
        return None


Status: TypeAlias = Literal["草稿", "已报送", "书记已审", "上级已审"]
STATUS_RANKS: Mapping[str, int] = {"草稿": 0, "已报送": 1, "书记已审": 2, "上级已审": 3}
MeasureClass: TypeAlias = Literal["立行立改", "限期整改", "协调解决"]
