"""Pages as a reader sees them: LibreOffice makes the PDF, poppler tells where each word and each line lies."""

import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from mzsh.typesetting.pdf import to_pdf

MM = 72 / 25.4
_DPI = 150
_NUMBER = re.compile(r"—\d+—")
_LANDSCAPE_LEFT = 35 * MM

_FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC")
"""What stands in for the standard's fonts where these are not installed."""


@dataclass(frozen=True)
class Character:
    """One character and its box, in points from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


Line = tuple[Character, ...]


def words(line: Line) -> str:
    return "".join(character.text for character in line)


@dataclass(frozen=True)
class PrintedPage:
    """One page of the PDF; `turned` is what runs downwards in the margin of a landscape page."""

    width: float
    height: float
    lines: tuple[Line, ...]
    turned: Line
    pdf: Path
    place: int

    @property
    def text(self) -> list[str]:
        return [words(line) for line in self.lines]

    @property
    def text_lines(self) -> list[str]:
        return [words(line) for line in self.body]

    @property
    def number_text(self) -> str:
        return words(self.number)

    @property
    def number(self) -> Line:
        """The line with the page number, empty where there is none."""
        return self.turned or next((line for line in self.lines if _NUMBER.fullmatch(words(line))), ())

    @property
    def body(self) -> list[Line]:
        return [line for line in self.lines if line is not self.number]

    def line(self, text: str) -> Line:
        """The line that begins so."""
        return next(line for line in self.lines if words(line).startswith(text))

    def rows(self, *, red: bool = False, wide: float = 0) -> list[tuple[float, float]]:
        """Where there is black or red ink, as runs of rows from and to, in millimetres from the page's top.

        Only rows with that many millimetres of it (`wide`), as a rule has.
        """
        width, picture = _picture(self.pdf, self.place)
        least = max(1, wide * _DPI / 25.4)
        size = 3 * width
        rows = [picture[start : start + size] for start in range(0, len(picture), size)]
        return _runs([y for y, row in enumerate(rows) if len(_inked(row, red=red)) >= least])

    def across(self, row: float, *, red: bool = False) -> tuple[float, float]:
        """From where to where a row has ink, in millimetres; `row` is one too."""
        width, picture = _picture(self.pdf, self.place)
        start = round(row * _DPI / 25.4) * 3 * width
        inked = _inked(picture[start : start + 3 * width], red=red)
        return min(inked) * 25.4 / _DPI, (max(inked) + 1) * 25.4 / _DPI


def _inked(row: bytes, *, red: bool) -> list[int]:
    """The pixels of a row that are dark, or red."""
    pixels = zip(row[0::3], row[1::3], row[2::3], strict=True)
    return [x for x, (r, g, b) in enumerate(pixels) if g < 128 and b < 128 and (r > 150) is red]


def _runs(rows: list[int]) -> list[tuple[float, float]]:
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return [(first * 25.4 / _DPI, (last + 1) * 25.4 / _DPI) for first, last in runs]


def _picture(pdf: Path, page: int) -> tuple[int, bytes]:
    """The page's width in pixels and its pixels, row by row (PPM)."""
    command = ["pdftoppm", "-r", str(_DPI), "-f", str(page), "-l", str(page), pdf.name]
    content = subprocess.run(command, cwd=pdf.parent, check=True, capture_output=True).stdout
    _, size, _, pixels = content.split(b"\n", 3)
    return int(size.split()[0]), pixels


def need_office() -> None:
    """Skip where LibreOffice or poppler is missing; on CI that is a failure."""
    missing = [tool for tool in ("soffice", "pdftotext", "pdftoppm", "fc-list") if shutil.which(tool) is None]
    if not missing:
        fonts = subprocess.run(["fc-list", ":", "family"], capture_output=True, check=True, text=True).stdout
        missing = [font for font in _FONTS if font not in fonts]
    if missing:
        message = f"pages were not measured, missing: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)


def printed(documents: Mapping[str, bytes], folder: Path) -> dict[str, list[PrintedPage]]:
    """The pages of each document, line by line."""
    names = list(documents)
    pages = {}
    for number, content in to_pdf(list(documents.values())):
        assert isinstance(content, bytes), content
        path = folder / f"{names[number]}.pdf"
        path.write_bytes(content)
        pages[names[number]] = _pages(path)
    return pages


def _pages(pdf: Path) -> list[PrintedPage]:
    command = ["pdftotext", "-bbox", pdf.name, "-"]
    content = subprocess.run(command, cwd=pdf.parent, check=True, capture_output=True).stdout
    namespace = "{http://www.w3.org/1999/xhtml}"
    root = ET.fromstring(content.decode("utf-8").replace("\x00", ""))
    return [
        _page(page, list(page.iter(f"{namespace}word")), pdf, n)
        for n, page in enumerate(root.iter(f"{namespace}page"), 1)
    ]


def _page(page: ET.Element, found: list[ET.Element], pdf: Path, place: int) -> PrintedPage:
    width, height = float(page.get("width", 0)), float(page.get("height", 0))
    in_margin = [one for one in found if width > height and float(one.get("xMax", 0)) < _LANDSCAPE_LEFT]
    turned = [box for one in in_margin for box in _boxes(one, downwards=True)]
    return PrintedPage(
        width=width,
        height=height,
        lines=_lines([box for one in found if one not in in_margin for box in _boxes(one)]),
        turned=tuple(sorted(turned, key=lambda one: one.top)),
        pdf=pdf,
        place=place,
    )


def _boxes(word: ET.Element, *, downwards: bool = False) -> list[Character]:
    """The characters of a word, each with its share of the word's box."""
    left, top, right, bottom = (float(word.get(side, 0)) for side in ("xMin", "yMin", "xMax", "yMax"))
    text = word.text or ""
    share = ((bottom - top) if downwards else (right - left)) / max(1, len(text))
    if downwards:
        return [Character(one, left, top + n * share, right, top + (n + 1) * share) for n, one in enumerate(text)]
    return [Character(one, left + n * share, top, left + (n + 1) * share, bottom) for n, one in enumerate(text)]


def _lines(characters: list[Character]) -> tuple[Line, ...]:
    """Characters that stand at one height, from left to right."""
    lines: list[list[Character]] = []
    for one in sorted(characters, key=lambda one: (one.bottom, one.left)):
        if lines and abs(lines[-1][-1].bottom - one.bottom) < 4:
            lines[-1].append(one)
        else:
            lines.append([one])
    return tuple(tuple(sorted(line, key=lambda one: one.left)) for line in lines)


def pitches(page: PrintedPage) -> set[float]:
    """The distances from line to line."""
    return {round(after[0].bottom - before[0].bottom, 1) for before, after in pairwise(page.body)}


Print = Callable[..., list[PrintedPage]]
PrintAll = Callable[[Mapping[str, bytes]], dict[str, list[PrintedPage]]]
