"""Each single change of a clean file fails its own item and no other."""

from __future__ import annotations

import re

import pytest

from mzsh.conformance import State, examine
from mzsh.conformance.item import descriptions
from tests.conformance.files import edited, failing, packed, produced, unpacked
from tests.conformance.handmade import BIAO, FANG, HEI, KAI, SONG, handmade
from tests.conformance.mutants import DOCUMENT, HANDMADE, PRODUCED, STYLES, Mutant


def _carried_out(content: bytes, mutant: Mutant) -> bytes:
    part, _, where = mutant.part.partition("#")
    if not where:
        return edited(content, part, mutant.old, mutant.new, mutant.times)
    return _in_style(content, where, mutant) if part == STYLES else _in_run(content, where, mutant.new)


def _in_style(content: bytes, identifier: str, mutant: Mutant) -> bytes:
    parts = unpacked(content)
    found = re.search(rf'<w:style [^>]*w:styleId="{identifier}".*?</w:style>', parts[STYLES], re.DOTALL)
    assert found is not None
    assert found[0].count(mutant.old) == 1, found[0]
    parts[STYLES] = parts[STYLES].replace(found[0], found[0].replace(mutant.old, mutant.new))
    return packed(parts)


def _in_run(content: bytes, words: str, properties: str) -> bytes:
    """Direct formatting on the run that begins with those words."""
    parts = unpacked(content)
    pattern = rf'<w:r><w:rPr>(?:<w:rFonts w:hint="eastAsia"\s*/>)?</w:rPr>(?=<w:t [^>]*>{words})'
    hint = "" if "w:rFonts" in properties and "hint" in properties else '<w:rFonts w:hint="eastAsia"/>'
    if "w:rFonts" in properties and hint:
        hint, properties = "", properties.replace("<w:rFonts", '<w:rFonts w:hint="eastAsia"')
    changed, count = re.subn(pattern, f"<w:r><w:rPr>{hint}{properties}</w:rPr>", parts[DOCUMENT])
    assert count == 1
    parts[DOCUMENT] = changed
    return packed(parts)


def test_both_files_are_clean() -> None:
    assert failing(produced()) == {}
    assert failing(handmade()) == {}


@pytest.mark.parametrize("mutant", PRODUCED, ids=str)
def test_of_what_the_program_makes(mutant: Mutant) -> None:
    assert list(failing(_carried_out(produced(), mutant))) == [mutant.item]


@pytest.mark.parametrize("mutant", HANDMADE, ids=str)
def test_of_what_is_typed_in_word(mutant: Mutant) -> None:
    assert list(failing(_carried_out(handmade(), mutant))) == [mutant.item]


_LETTERS = {
    "望川市委文件": (BIAO, 'w:sz w:val="96"', "mark-font", "mark-size"),
    "关于认真": (BIAO, 'w:sz w:val="44"', "title-font", "title-size"),
    "各区县委": (FANG, 'w:sz w:val="32"', "body-font", "body-size"),
    "整改情况随时": (FANG, 'w:sz w:val="32"', "body-font", "body-size"),
    "一、总体": (HEI, 'w:sz w:val="32"', "level-1-font", "level-size"),
    "（一）列出": (KAI, 'w:sz w:val="32"', "level-2-font", "level-size"),
    "1.分清": (FANG, 'w:sz w:val="32"', "level-3-font", "level-size"),
    "（1）领导": (FANG, 'w:sz w:val="32"', "level-3-font", "level-size"),
    "附件：整": (FANG, 'w:sz w:val="32"', "body-font", "body-size"),
    "中共望川": (FANG, 'w:sz w:val="32"', "body-font", "body-size"),
    "附件<": (HEI, 'w:sz w:val="32"', "annex", "annex"),
    "抄送": (FANG, 'w:sz w:val="28"', "imprint-font", "imprint-size"),
    "丁若楠": (FANG, 'w:sz w:val="24"', "cell-font", "cell-size"),
}
"""Words of the typed paper: font, size, and the items that look at them."""


@pytest.mark.parametrize("words", _LETTERS)
def test_fonts_and_sizes_set_directly(words: str) -> None:
    font, size, of_font, of_size = _LETTERS[words]
    paragraph = _run_with(words)
    chinese = paragraph.replace(f'w:eastAsia="{font}"', 'w:eastAsia="微软雅黑"')
    small = paragraph.replace(size, 'w:sz w:val="12"')
    latin = paragraph.replace(f'w:ascii="{font}"', 'w:ascii="Arial"')

    assert list(failing(edited(handmade(), DOCUMENT, paragraph, chinese, 0))) == [of_font]
    assert list(failing(edited(handmade(), DOCUMENT, paragraph, small, 0))) == [of_size]
    assert list(failing(edited(handmade(), DOCUMENT, paragraph, latin, 0))) == ["latin-font"]


def _run_with(words: str) -> str:
    found = re.search(rf"<w:r><w:rPr>(?:(?!</w:rPr>).)*</w:rPr><w:t [^>]*>{words}", unpacked(handmade())[DOCUMENT])
    assert found is not None
    return found[0]


_LINES = {
    "整改情况随时": ("first-line-indent", "line-pitch"),
    "一、总体": ("first-line-indent", "line-pitch"),
    "（一）列出": ("first-line-indent", "line-pitch"),
    "1.分清": ("first-line-indent", "line-pitch"),
    "附件：整": ("annex-note", "line-pitch"),
    "中共望川": ("signature", "line-pitch"),
    "2022年1月20日<": ("signature", "line-pitch"),
}
"""Words of the typed paper, and the items that look at the indent and the pitch of their lines."""


@pytest.mark.parametrize("words", _LINES)
def test_lines_set_directly(words: str) -> None:
    of_indent, of_pitch = _LINES[words]
    paragraph = _paragraph_with(words)
    flush = re.sub(r"<w:ind [^>]*/>", "", paragraph)
    auto = paragraph.replace('w:lineRule="exact"', 'w:lineRule="auto"')
    small = paragraph.replace('w:line="560"', 'w:line="400"')
    unset = re.sub(r"<w:spacing w:line[^>]*/>", "", paragraph)

    assert list(failing(edited(handmade(), DOCUMENT, paragraph, flush))) == [of_indent]
    for changed in (auto, small, unset):
        assert list(failing(edited(handmade(), DOCUMENT, paragraph, changed))) == [of_pitch]


def _paragraph_with(words: str) -> str:
    found = re.search(rf"<w:p><w:pPr>(?:(?!<w:p>).)*?<w:t [^>]*>{words}", unpacked(handmade())[DOCUMENT])
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("old", "new", "item"),
    [
        ('w:line="560"', 'w:line="600"', "line-pitch"),
        ('w:line="560"', 'w:line="520"', "line-pitch"),
        (f'w:eastAsia="{BIAO}"', 'w:eastAsia="华文中宋"', "title-font"),
        ('w:ascii="仿宋_GB2312"', 'w:ascii="Times New Roman"', "latin-font"),
        (">1.分清", ">1．分清", "numbering"),
        ('<w:ind w:firstLine="640"/></w:pPr>', "</w:pPr><w:r><w:t>　　</w:t></w:r>", "first-line-indent"),
        ('w:linePitch="579"', 'w:linePitch="600"', "grid"),
        ('w:footer="1418"', 'w:footer="992"', "page-number-height"),
        ('w:space="11" w:color="FF0000"', 'w:space="1" w:color="FF0000"', "red-rule"),
        ('w:val="single" w:sz="8"', 'w:val="single" w:sz="12"', "imprint-rules"),
    ],
)
def test_local_custom_is_no_fault(old: str, new: str, item: str) -> None:
    content = edited(handmade(), DOCUMENT, old, new, 0)
    states = {one.id: one.state for one in examine(content).items}

    assert states[item] is State.CUSTOM
    assert failing(content).keys() <= {"quote-font", "body-size", "body-font", "annex-note"}


def test_every_item_is_met_by_a_mutant() -> None:
    met = {mutant.item for mutant in (*PRODUCED, *HANDMADE)} | {item for row in _LETTERS.values() for item in row[2:]}

    # What only a letter has, what never fails, and what is tested in test_word_files.
    assert {one.id for one in descriptions()} - met == {
        *("letter-rules", "blank-paragraphs", "title", "font-attributes", "doc-number-place"),
    }
    assert SONG not in met
