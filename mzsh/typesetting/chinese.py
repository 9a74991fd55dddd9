"""Chinese dates, ordinals and widths as official documents (公文) write them."""

import unicodedata
from datetime import date, datetime, time


def cn_date(day: date) -> str:
    """Arabic digits, the full year, nothing padded: 2022年1月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def cn_month_day(day: date) -> str:
    """The date inside a year already named: 1月5日."""
    return f"{day.month}月{day.day}日"


def cn_time(moment: time | datetime) -> str:
    """The hour of the day: 上午9时, 下午2时30分."""
    half = "上午" if moment.hour < 12 else "下午"
    hour = moment.hour - 12 if moment.hour > 12 else moment.hour
    return f"{half}{hour}时" + (f"{moment.minute}分" if moment.minute else "")


def characters(text: str) -> float:
    """The width of a text in full-width characters (字): a digit or Latin letter takes half of one."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)
