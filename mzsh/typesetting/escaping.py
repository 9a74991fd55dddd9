"""Values that come out as typed: what Markdown would read as markup is escaped, line by line and cell by cell."""

import re
from datetime import date, datetime
from enum import Enum

from mzsh.typesetting.chinese import cn_date, cn_time

LINE_BREAK = "\ue00a"  # a private character that templates/pandoc/official.lua turns into a line break, also in cells
MERGED_LEFT = "\ue00b"  # the whole text of a cell that belongs to the one at its left
MERGED_UP = "\ue00c"  # … to the one above
_PRIVATE = re.compile("[\ue00a-\ue00c]")

_NEWLINE = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_NOT_XML = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_OUTER_SPACES = re.compile(r"^ +| +$| {2,}|(?<=\ue00a) +| +(?=\ue00a)")
_OPENING = re.compile(r"(\\.|&#?\w{1,8};)|([\[`&]|^[ ]{0,3}>)", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"^[ ]{0,3}(?:>[ \t]+)+", re.MULTILINE)
_UNDERLINE = re.compile(r"^(?=[-=]+[ \t]*$)", re.MULTILINE)
_HEADING = re.compile(r"^(?=#{1,5}[ \t])", re.MULTILINE)


class Markdown(str):
    """Text that is Markdown already and is not escaped again; Jinja knows it by `__html__`."""

    __slots__ = ()

    def __html__(self) -> str:
        """The text itself."""
        return self


def escape(value: object) -> Markdown:
    """A value as Markdown that reads exactly like it; a tab becomes a blank and control characters vanish."""
    if hasattr(value, "__html__"):
        return Markdown(value.__html__())
    text = _PRIVATE.sub("", printable(as_text(value))).strip("\n").replace("\n", LINE_BREAK).replace("\t", " ")
    text = _PUNCTUATION.sub(r"\\\g<0>", text)
    return Markdown(_OUTER_SPACES.sub(lambda spaces: "&#32;" * len(spaces[0]), text))


def paragraphs(value: object) -> Markdown:
    """A value of several lines, each a paragraph of its own (分段)."""
    lines = (escape(line.strip()) for line in printable(as_text(value)).split("\n"))
    return Markdown("\n\n".join(line for line in lines if line))


def markdown(value: object, shift: int = 0) -> Markdown:
    """A text that its author wrote as Markdown, its headings moved down by `shift` levels."""
    text = _PRIVATE.sub("", printable(as_text(value))).strip("\n")
    return Markdown(_HEADING.sub("#" * shift, text))


def as_text(value: object) -> str:
    """A value as a document says it: 2022年1月5日, 是, 3; a list has no such form."""
    match value:
        case str():
            return value.value if isinstance(value, Enum) else str(value)
        case bool():
            return "是" if value else "否"
        case datetime():
            return cn_date(value) + cn_time(value)
        case date():
            return cn_date(value)
        case Enum():
            return as_text(value.value)
        case list() | tuple() | set() | frozenset() | dict():
            raise TypeError("是一组值，不能直接写进文中，请用 join 或循环")
        case _:
            return str(value)


def printable(text: str) -> str:
    """The text with one kind of line end and without characters that no XML file may hold."""
    return _NOT_XML.sub("", _NEWLINE.sub("\n", text))


def tame(text: str) -> str:
    """Brackets and backticks as plain characters, and no line turned into a heading by the dashes below it.

    An official document has no links, images, code or quotations; pandoc's search for a link is exponential in nested
    brackets, and what it makes of many `>` or `&` takes the square of their number.
    """
    text = _QUOTED.sub("", text)
    text = _OPENING.sub(lambda found: found[1] or found[2].replace(found[2][-1], f"\\{found[2][-1]}"), text)
    return _UNDERLINE.sub("\n", text)
