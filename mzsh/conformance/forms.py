"""What text looks like: numbers of levels and of documents, dates, names of parts; right ones and wrong ones.

No pattern has two repetitions of blanks side by side: on a line of blanks that would take for ever.
"""

from __future__ import annotations

import re
from typing import Final

_CN: Final = "一二三四五六七八九十"
BLANKS: Final = " \t\n\f　\u00a0"
CJK: Final = "\u3400-\u9fff"

LEVELS: Final = (
    re.compile(rf"[{_CN}]{{1,3}}\s*[、.．,，](?!\d)"),
    re.compile(rf"[（(]\s*[{_CN}]{{1,3}}\s*[）)]\s*[、.．,，：:]?"),
    re.compile(r"\d{1,2}\s*[.．、,，)）](?!\d)"),
    re.compile(r"[（(]\s*\d{1,2}\s*[）)]\s*[、.．,，]?"),
)
"""The four levels as they are typed, also wrongly."""
RIGHT_LEVELS: Final = (
    re.compile(rf"[{_CN}]{{1,3}}、"),
    re.compile(rf"（[{_CN}]{{1,3}}）(?![、.．,，：:])"),
    re.compile(r"\d{1,2}\."),
    re.compile(r"（\d{1,2}）(?![、.．,，])"),
)
WIDE_DOT: Final = re.compile(r"\d{1,2}．")

_OPEN, _CLOSE = r"[〔\[（(【［﹝〖]", r"[〕\]）)】］﹞〗]"
NUMBER: Final = re.compile(rf"{_OPEN}\s*\d{{2,4}}\s*(?:年\s*)?{_CLOSE}\s*(?:第\s*)?\d+\s*号")
RIGHT_NUMBER: Final = re.compile(r"〔\d{4}〕[1-9]\d*号")
NUMBER_LINE: Final = re.compile(rf"[{CJK}A-Za-z]{{1,16}}\s*{NUMBER.pattern}|[（(]?第\s*\d{{1,3}}\s*期[）)]?")

_YEAR = r"(?:\d{2,4}|[〇○零ＯO0一二三四五六七八九]{2,4})"
_PART = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE_ALONE: Final = re.compile(
    rf"(?:{_YEAR}\s*)?年\s*(?:{_PART}\s*)?月(?:\s*{_PART})?(?:\s*日)?[。.，]?|\d{{2,4}}\s*[-/.．－—]\s*\d{{1,2}}\s*[-/.．－—]\s*\d{{1,2}}"
)
RIGHT_DATE: Final = re.compile(r"[12]\d{3}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")

ANNEX: Final = re.compile(rf"附\s*件\s*(?:(?:\d{{1,2}}|[{_CN}]{{1,3}})\s*)?[：:.．、。]?")
RIGHT_ANNEX: Final = re.compile(r"附件\d{0,2}")
ANNEX_NOTE: Final = re.compile(r"附\s*件\s*(?:\d{1,2}\s*)?[：:]\s*\S|附件[ 　]+[^\s。]{2,40}$")
RIGHT_ANNEX_NOTE: Final = re.compile(r"附件：\S")
NEXT_ANNEX: Final = re.compile(r"\d{1,2}\s*[.．、]\s*\S")

COPIES: Final = re.compile(r"抄\s*送\s*[：:]")
ISSUED: Final = re.compile(r".*\d\s*日\s*印\s*发\s*[。]?")
SECRECY: Final = re.compile(r"(?:绝密|机密|秘密)\S{0,12}")
RIGHT_SECRECY: Final = re.compile(r"(?:绝密|机密|秘密)(?:★(?:\d{1,2}年|\d{1,2}个月|长期|.*解密))?")
URGENCY: Final = re.compile(r"(?:特\s*急|加\s*急|特\s*提|平\s*急)")
COPY_NUMBER: Final = re.compile(r"\d{1,8}")
BODY_NAME: Final = re.compile(
    r".*(?:单位|部门|机关|委|局|部|厅|办|室|院|校|公司|党组|支部|政府|同志|组|中心|企业|协会)[。；，、;,.]"
)
"""Names of bodies that end with a mark of their own."""
LABELLED: Final = re.compile(rf"[{CJK}　 ]{{2,10}}[：:]")
SIGNER: Final = re.compile(r"签\s*发\s*人\s*[：:]?")

_FIGURES: Final = {char: at for at, char in enumerate(_CN, 1)}


def level(text: str) -> int:
    """The level (1 to 4) whose number a text begins with; 0 for none."""
    return next((at for at, pattern in enumerate(LEVELS, 1) if pattern.match(text)), 0)


def counted(text: str) -> int:
    """The figure of a level's number: 十二、 is 12; 0 where it has none."""
    digits = re.search(r"\d+", text)
    if digits:
        return int(digits[0])
    figures = [char for char in text if char in _FIGURES]
    if not figures:
        return 0
    tens, _, ones = "".join(figures).partition("十")
    if "十" not in figures:
        return _FIGURES[figures[0]]
    return (_FIGURES[tens] if tens else 1) * 10 + (_FIGURES[ones[0]] if ones else 0)


def characters(text: str) -> float:
    """The width of a text in full-width characters (字)."""
    return sum(0.5 if ord(char) < 0x2000 and char not in "·×÷" else 1.0 for char in text)
