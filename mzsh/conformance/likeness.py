"""What a paragraph looks like, whatever its style is called: a title, an addressee, a signature, a line of its own."""

from __future__ import annotations

from typing import Final

from mzsh.conformance import forms, standard
from mzsh.conformance.forms import BLANKS
from mzsh.conformance.paper import first_line, left_gap, side_indents
from mzsh.conformance.word.model import Paragraph
from mzsh.conformance.word.runs import red

_TITLE_LIKE_PT: Final = 20.0
_LONGEST_ADDRESSEE: Final = 200
_LONGEST_LINE: Final = 40
_REPORTING: Final = ("如下", "方案", "意见", "通知", "报告", "情况", "事项", "安排", "以下", "是")


def looks_like_title(paragraph: Paragraph) -> bool:
    """Two of three: centred, in a title's size, in a title's font."""
    if paragraph.style.lower() in ("title", "标题", "公文标题"):
        return True
    if not paragraph.runs or (paragraph.words.endswith("。") and len(paragraph.words) > _LONGEST_LINE):
        return False
    shown = max(paragraph.runs, key=lambda run: len(run.text)).letters
    font = shown.fonts["eastAsia"]
    fits = (
        paragraph.lines.align == "center",
        shown.size >= _TITLE_LIKE_PT,
        standard.family(font) == standard.BIAO or standard.is_title_custom(font),
    )
    return sum(fits) >= 2


def names_heading_1(paragraph: Paragraph) -> bool:
    """Whether its style is that of the first heading."""
    return paragraph.style.lower().replace(" ", "") in ("heading1", "标题1")


def stands_free(paragraph: Paragraph) -> bool:
    """Not text: like a title, centred, or named a title."""
    return looks_like_title(paragraph) or paragraph.lines.align == "center" or names_heading_1(paragraph)


def is_head_mark(paragraph: Paragraph) -> bool:
    """份号、密级 or 紧急程度."""
    patterns = (forms.COPY_NUMBER, forms.SECRECY, forms.URGENCY)
    return any(pattern.fullmatch(paragraph.words) for pattern in patterns)


def is_red(paragraph: Paragraph) -> bool:
    """Whether anything in it is red."""
    return any(red(run.letters.color) for run in paragraph.runs if run.text.strip(BLANKS))


def names_addressee(paragraph: Paragraph) -> bool:
    """Whether it names the bodies that a paper goes to, and not what is reported."""
    words = paragraph.words
    if forms.level(words) or len(words) > _LONGEST_ADDRESSEE or "。" in words[:-1] or forms.ANNEX_NOTE.match(words):
        return False
    if words.endswith(("。", "；", "，", ";", ",", ".")):
        return len(words) <= _LONGEST_LINE and left_gap(paragraph) < 1 and bool(forms.BODY_NAME.fullmatch(words))
    if forms.LABELLED.match(words) and not words.endswith(("：", ":")):
        return False
    if paragraph.lines.align in ("center", "right"):
        return words.endswith(("：", ":")) and not words.rstrip("：:").endswith(_REPORTING)
    flush = left_gap(paragraph) < 1
    if words.endswith(("：", ":")):
        return not words.rstrip("：:").endswith(_REPORTING) or flush
    return flush and not words.endswith(tuple("；，！？")) and len(words) <= 2 * _LONGEST_LINE


def names_agency(paragraph: Paragraph) -> bool:
    """Whether it can be the body that signs."""
    words = paragraph.words
    return (
        len(words) <= _LONGEST_LINE
        and not forms.level(words)
        and not words.endswith(tuple("。；：，！？:;,"))
        and not forms.DATE_ALONE.fullmatch(words)
    )


def is_short(paragraph: Paragraph) -> bool:
    """A line, no sentence."""
    return len(paragraph.words) <= _LONGEST_LINE and "。" not in paragraph.words


def is_flush(paragraph: Paragraph) -> bool:
    """A form of address, or a line that begins with its label (时间：…), at the left edge or hanging from it."""
    words = paragraph.words
    if first_line(paragraph) < 0 and forms.LABELLED.match(words):
        return True
    if left_gap(paragraph) >= 1 or side_indents(paragraph)[1] > 0:
        return False
    address = words.endswith(("：", "！")) and len(words) <= _LONGEST_LINE
    return address or bool(forms.LABELLED.match(words))
