"""Personal data in a text: ID card numbers, telephone numbers, bank cards, e-mail addresses.

Numbers are read as people type them: full-width digits, single blanks or hyphens between groups. A number is never
found inside a longer run of digits, nor glued to Latin letters (a credit code such as 91420100MA4K…).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Kind = Literal["身份证号", "手机号", "电话号码", "银行卡号", "电子邮箱"]


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One number or address: what it is, and where it stands in the text (characters from 0, end exclusive)."""

    kind: Kind
    start: int
    end: int


def masked(text: str) -> str:
    """The text, of the same length, with its numbers and addresses hidden but for what tells them apart."""
    pieces, end = [], 0
    for found in find_personal_data(text):
        pieces += [text[end : found.start], hidden(text[found.start : found.end])]
        end = found.end
    return "".join([*pieces, text[end:]])


def hidden(typed: str) -> str:
    """A number or address of which only the first three and the last two characters are left; of a short one less."""
    first, last = (3, 2) if len(typed) > 8 else (1, 0)
    return typed[:first] + "*" * (len(typed) - first - last) + typed[len(typed) - last :]


class _Group(NamedTuple):
    digits: str
    start: int
    end: int


_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2010: 0x2D, 0x2011: 0x2D}
_SEPARATOR = r"(?:[ -]|[)] ?)"
_RUN = re.compile(rf"[0-9]+(?:{_SEPARATOR}[0-9]+)*(?:{_SEPARATOR}?[Xx])?")
_GROUP = re.compile(r"[0-9]+(?:[ -]?[Xx]$)?")
_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,63}")
"""Bounded as RFC 5321 bounds it, and never begun inside a word: a line of 200,000 letters is read once."""
_MOBILE = re.compile(r"(?:(?:00)?86)?1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"(?:010|02[0-9]|0[3-9][0-9]{2})[1-9][0-9]{6,7}")
_MOBILE_SHAPES = frozenset({(3, 4, 4), (4, 4, 3), (3, 8), (7, 4)})
_AREA_CODE = re.compile(r"010|02[0-9]|0[3-9][0-9]{2}")
_CARD_BEGINNING = re.compile(r"[3-6]|955[89]")
_MOST_GROUPS = 6
_MAY_BE = re.compile(r"[@＠]|[0-9０-９]{3}")
"""Without an @ or three digits in a row there is none: each kind has a group of three, of the six it may come in."""
_LENGTHS = range(10, 22)
"""Characters of the shortest number (a landline with its area code) to the longest (a citizen's, with a blank X)."""


def find_personal_data(text: str) -> Iterator[PersonalData]:
    """Everything in a text that tells who somebody is or how to reach him, in the order of the text."""
    if not _MAY_BE.search(text):
        return iter(())
    typed = text.translate(_HALF_WIDTH)
    found = [PersonalData("电子邮箱", *match.span()) for match in _EMAIL.finditer(typed)]
    ends = [address.end for address in found]
    for run in _RUN.finditer(typed):
        groups = [_Group(m[0], run.start() + m.start(), run.start() + m.end()) for m in _GROUP.finditer(run[0])]
        next_one = bisect_right(ends, run.start())
        inside = next_one < len(ends) and found[next_one].start < run.end()
        found += () if inside else _numbers(typed, groups)
    return iter(sorted(found, key=lambda one: one.start))


def _numbers(typed: str, groups: Sequence[_Group]) -> Iterator[PersonalData]:
    """The numbers that whole neighbouring groups make up; the longest that begins at each group."""
    first = 0
    while first < len(groups):
        for last in range(min(len(groups), first + _MOST_GROUPS), first, -1):
            chosen = groups[first:last]
            start, end = chosen[0].start, chosen[-1].end
            is_long = sum(len(group.digits) for group in chosen) in _LENGTHS
            kind = _kind(chosen) if is_long and not _is_glued(typed, start, end) else None
            if kind:
                yield PersonalData(kind, start, end)
                first = last - 1
                break
        first += 1


def _is_glued(typed: str, start: int, end: int) -> bool:
    """Whether a Latin letter stands right before or behind, or the number is a decimal's part."""
    before, behind = typed[start - 1 : start], typed[end : end + 1]
    decimal = before == "." and typed[start - 2 : start - 1].isdigit()
    return decimal or ((before + behind).isascii() and any(char.isalpha() for char in before + behind))


def _kind(groups: Sequence[_Group]) -> Kind | None:
    number = re.sub(r"[ -]", "", "".join(group.digits for group in groups)).upper()
    shape = tuple(len(group.digits) for group in groups)
    if is_identity_number(number):
        return "身份证号"
    if 16 <= len(number) <= 19 and _is_card_shape(shape) and _CARD_BEGINNING.match(number) and passes_luhn(number):
        return "银行卡号"
    if _MOBILE.fullmatch(number) and (len(shape) == 1 or shape in _MOBILE_SHAPES):
        return "手机号"
    if _LANDLINE.fullmatch(number) and (len(shape) == 1 or _AREA_CODE.fullmatch(groups[0].digits)):
        return "电话号码"
    return None


def _is_card_shape(shape: Sequence[int]) -> bool:
    """One run, groups of four with a shorter last one, or the six digits of the bank before the rest."""
    fours = all(size == 4 for size in shape[:-1]) and shape[-1] <= 4
    return len(shape) == 1 or fours or (len(shape) == 2 and shape[0] == 6)


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def is_identity_number(number: str) -> bool:
    """Whether 18 characters are a citizen's number: a region, a day of birth, the check digit of GB 11643-1999."""
    if not re.fullmatch(r"[1-8][0-9]{16}[0-9X]", number):
        return False
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return "18" <= number[6:8] <= "20" and _CHECKS[total % 11] == number[17]


def passes_luhn(number: str) -> bool:
    """Whether the last digit is the check digit of a bank card's number (ISO/IEC 7812-1, Luhn)."""
    if not number.isdecimal() or len(set(number)) == 1:
        return False
    doubled = (int(digit) * 2 for digit in number[-2::-2])
    plain = (int(digit) for digit in number[::-2])
    return (sum(plain) + sum(twice - 9 * (twice > 9) for twice in doubled)) % 10 == 0
