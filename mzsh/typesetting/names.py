"""Lists of names (出席、请假、列席名单) below minutes: a label in 黑体, the names behind it in 仿宋."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Final

from mzsh.typesetting.chinese import characters
from mzsh.typesetting.ends import indent
from mzsh.typesetting.standard import HEI, Style
from mzsh.typesetting.stylesheet import fonts
from mzsh.typesetting.wordml import Element, child, name, set_property, style_of, text_of, w

STYLE: Final = "NameList"
_COLON: Final = "："
_LEFT: Final = 2
_LONGEST_LABEL: Final = 12  # characters; what is longer before a colon is no label


def set_names(blocks: Iterable[Element], *, style: Style) -> None:
    """Set every list of names: one blank line above the first, further lines of names below the first name."""
    before = None
    for block in blocks:
        if style_of(block) == STYLE:
            if before is not None and style_of(before) != STYLE:
                set_property(block, w("spacing", before=style.line))
            _set(block, style)
        before = block


def _set(paragraph: Element, style: Style) -> None:
    label, colon, _ = text_of(paragraph).partition(_COLON)
    width = characters(label + colon)
    if not colon or width > _LONGEST_LABEL:
        return
    set_property(paragraph, indent(left=_LEFT + width, hanging=width))
    left = len(label)
    for one in paragraph.findall(name("r")):
        if left <= 0:
            break
        length = len(text_of(one))
        if length > left:
            _cut(one, left)
        properties = child(one, "rPr")
        for old in properties.findall(name("rFonts")):
            properties.remove(old)
        properties.insert(1 if properties.find(name("rStyle")) is not None else 0, fonts(HEI, style.digit_font))
        left -= length


def _cut(one: Element, length: int) -> None:
    """Part a run in two, the first of that many characters."""
    text = text_of(one)
    rest = deepcopy(one)
    for half, wanted in ((one, text[:length]), (rest, text[length:])):
        first, *others = half.findall(name("t"))
        first.text = wanted
        for other in others:
            half.remove(other)
    one.addnext(rest)
