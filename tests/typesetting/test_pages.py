"""Pages as a reader sees them: LibreOffice makes the PDF, poppler tells where each word lies."""

import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from mzsh.typesetting.table import table
from mzsh.typesetting.typeset import Imprint, Layout, Letterhead, Signature, Style, typeset

pytestmark = pytest.mark.visual

MM = 72 / 25.4

# LibreOffice's own substitution would measure some other font: each name of the standard gets a real CJK font.
_ALIASES = {
    "仿宋_GB2312": "Noto Serif CJK SC",
    "楷体_GB2312": "Noto Serif CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
}


@dataclass(frozen=True)
class Character:
    """One character and its box, in points from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class PrintedPage:
    """One page of the PDF."""

    width: float
    height: float
    lines: tuple[tuple[Character, ...], ...]

    @property
    def text(self) -> list[str]:
        return ["".join(character.text for character in line) for line in self.lines]

    @property
    def text_lines(self) -> list[str]:
        return ["".join(character.text for character in line) for line in self.body]

    @property
    def number_text(self) -> str:
        return "".join(character.text for character in self.number)

    @property
    def number(self) -> tuple[Character, ...]:
        """The line with the page number."""
        return next(line for line in self.lines if re.fullmatch(r"—\d+—", "".join(c.text for c in line)))

    @property
    def body(self) -> list[tuple[Character, ...]]:
        return [line for line in self.lines if line is not self.number]


def need_office() -> None:
    """Skip where LibreOffice or poppler is missing; on CI that is a failure."""
    missing = [tool for tool in ("soffice", "pdftotext", "fc-list") if shutil.which(tool) is None]
    if not missing:
        fonts = subprocess.run(["fc-list", ":", "family"], capture_output=True, check=True, text=True).stdout
        missing = [font for font in sorted(set(_ALIASES.values())) if font not in fonts]
    if missing:
        message = f"pages were not measured, missing: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)


def pdf(content: bytes, folder: Path) -> Path:
    """The document as PDF, with the standard's font names answered by Noto."""
    document = folder / "document.docx"
    document.write_bytes(content)
    environment = {**os.environ, "FONTCONFIG_FILE": str(_fontconfig(folder)), "HOME": str(folder)}
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", document.name]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, timeout=180)
    return folder / "document.pdf"


def _fontconfig(folder: Path) -> Path:
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{font}</string></edit></match>'
        for name, font in _ALIASES.items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<cachedir>{folder / 'fontcache'}</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return path


def printed(content: bytes, folder: Path) -> list[PrintedPage]:
    """The pages of a document, line by line."""
    path = pdf(content, folder)
    subprocess.run(["pdftotext", "-bbox", path.name, "words.html"], cwd=folder, check=True)
    text = (folder / "words.html").read_text(encoding="utf-8").replace("\x00", "")
    namespace = "{http://www.w3.org/1999/xhtml}"
    return [
        PrintedPage(
            width=float(page.get("width", 0)),
            height=float(page.get("height", 0)),
            lines=_lines([box for word in page.iter(f"{namespace}word") for box in _boxes(word)]),
        )
        for page in ET.fromstring(text).iter(f"{namespace}page")
    ]


def _boxes(word: ET.Element) -> list[Character]:
    """The characters of a word, each with its share of the word's box."""
    left, top, right, bottom = (float(word.get(side, 0)) for side in ("xMin", "yMin", "xMax", "yMax"))
    text = word.text or ""
    share = (right - left) / max(1, len(text))
    return [Character(one, left + n * share, top, left + (n + 1) * share, bottom) for n, one in enumerate(text)]


def _lines(words: list[Character]) -> tuple[tuple[Character, ...], ...]:
    """Words that stand at one height, from left to right."""
    lines: list[list[Character]] = []
    for word in sorted(words, key=lambda one: (one.bottom, one.left)):
        if lines and abs(lines[-1][-1].bottom - word.bottom) < 4:
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(tuple(sorted(line, key=lambda one: one.left)) for line in lines)


Print = Callable[..., list["PrintedPage"]]


@pytest.fixture
def print_pages(tmp_path: Path) -> Print:
    """Set a text and print it."""
    need_office()

    def set_and_print(text: str, **layout: Any) -> list[PrintedPage]:
        return printed(typeset(text, layout=Layout(**layout)), tmp_path)

    return set_and_print


FULL = "坚持问题导向" * 400


def test_a_full_page_has_22_lines_of_28_characters(print_pages: Print) -> None:
    first, second, *_ = print_pages(FULL)

    assert [len(line) for line in second.text_lines] == [28] * 22
    assert [len(line) for line in first.text_lines] == [26] + [28] * 21


def test_the_text_fills_the_type_area(print_pages: Print) -> None:
    page = print_pages(FULL)[1]
    left, top = 28 * MM, 37 * MM

    assert (page.width, page.height) == pytest.approx((210 * MM, 297 * MM), abs=1)
    for line in page.body:
        assert line[0].left == pytest.approx(left, abs=1)
        assert line[-1].right == pytest.approx(left + 156 * MM, abs=2)
    pitches = {round(after[0].bottom - before[0].bottom, 1) for before, after in pairwise(page.body)}
    assert pitches <= {28.9, 29.0}
    assert page.body[-1][0].bottom < top + 225 * MM + 3  # a glyph's box is higher than its line


def test_punctuation_stays_inside_the_type_area(print_pages: Print) -> None:
    page = print_pages("对照党章党规党纪，对照初心使命，查摆“四风”问题；" * 60)[1]

    assert len(page.body) == 22
    assert all(len(line) <= 28 and line[-1].left < 28 * MM + 156 * MM for line in page.body)


def test_no_punctuation_is_lost_at_the_end_of_a_line(print_pages: Print) -> None:
    """A comma that would be the 29th character of its line is hung or carried over, never dropped."""
    text = "\n\n".join("一" * length + "，" + "二" * 30 + "。" for length in range(20, 60))

    printed = "".join(line for page in print_pages(text) for line in page.text_lines)

    assert (printed.count("，"), printed.count("。")) == (40, 40)


def test_page_numbers_lie_at_the_outer_edge_of_every_page(print_pages: Print) -> None:
    pages = print_pages(FULL)

    assert [page.number_text for page in pages[:3]] == ["—1—", "—2—", "—3—"]
    for page in pages[0::2]:
        assert page.number[-1].right == pytest.approx(page.width - 26 * MM - 14, abs=4)
    for page in pages[1::2]:
        assert page.number[0].left == pytest.approx(28 * MM + 14, abs=4)
    for page in pages:
        middle = (page.number[0].top + page.number[0].bottom) / 2
        assert middle == pytest.approx(page.height - 35 * MM + 7 * MM, abs=4)


def test_a_wider_pitch_gives_fewer_lines(print_pages: Print) -> None:
    assert len(print_pages(FULL, style=Style(pitch=30))[1].body) == 21


LEDGER = "# 整改台账\n\n" + str(
    table(
        ["序号", "问题", "措施"],
        [(number, "理论学习不够系统深入，学用结合不紧密。" * 4, "措施" * 40) for number in range(1, 13)],
        widths=[1, 4, 4],
        centred=[1],
    )
)


def test_a_landscape_ledger_keeps_all_its_text_and_repeats_its_head(print_pages: Print) -> None:
    pages = print_pages(LEDGER, landscape=True)
    text = "".join("".join(page.text) for page in pages)

    assert len(pages) > 1
    assert all(page.width > page.height for page in pages)
    assert all("序号问题措施" in page.text for page in pages)
    assert text.count("措施") == 12 * 40 + len(pages)
    assert pages[0].number[-1].right > pages[0].width / 2 > pages[1].number[0].left


def test_a_landscape_annex_inside_a_portrait_paper(print_pages: Print) -> None:
    annex = f"::: 横排\n::: 附件\n附件1\n:::\n\n{LEDGER}\n:::"
    pages = print_pages(f"# 报告\n\n正文\n\n{annex}\n\n::: 附件\n附件2\n:::\n\n# 方案\n\n{FULL[:900]}")
    landscape = [page.width > page.height for page in pages]

    assert landscape == [False, *[True] * (len(pages) - 3), False, False]
    assert [page.number_text for page in pages] == [f"—{number}—" for number in range(1, len(pages) + 1)]


def test_the_imprint_stands_at_the_foot_of_the_last_page(print_pages: Print) -> None:
    for lines in (1, 12, 16, 20):
        pages = print_pages("正文\n\n" * lines, imprint=Imprint("省委组织部", "市委办公室", date(2022, 1, 5)))
        # The rule between them is a row of underscores to poppler.
        copies, issued = (line for line in pages[-1].body[-3:] if line[0].text != "_")

        assert "".join(one.text for one in copies) == "抄送：省委组织部。"
        assert 225 * MM - 30 < issued[0].bottom - 37 * MM < 225 * MM + 3
        assert all(line[0].bottom < copies[0].top + 5 for line in pages[-1].body[:-3])


def test_a_long_paper_with_everything_around_it(print_pages: Print) -> None:
    pages = print_pages(
        f"## 一、查摆的问题\n\n{FULL[:700]}",
        title="关于专题民主生活会情况的报告",
        letterhead=Letterhead("中共临江市委文件", "临委〔2022〕5号", signer="张卫国"),
        addressee="省委组织部",
        annexes=("问题清单", "整改方案"),
        signature=Signature("中共临江市委", date(2022, 1, 15)),
    )
    text = pages[0].text

    assert text[:4] == [
        "中共临江市委文件",
        "临委〔2022〕5号签发人：张卫国",
        "关于专题民主生活会情况的报告",
        "省委组织部：",
    ]
    assert pages[-1].text[-4:-1] == ["2.整改方案", "中共临江市委", "2022年1月15日"]
    day = pages[-1].body[-1]
    assert day[-1].right == pytest.approx(pages[-1].width - 26 * MM - 4 * 16, abs=3)
