"""What several items ask of the letters of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mzsh.conformance import standard
from mzsh.conformance.forms import BLANKS
from mzsh.conformance.item import Trace, right, wrong
from mzsh.conformance.word.model import Paragraph, Run
from mzsh.conformance.word.properties import THEME

_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def runs_in(paragraph: Paragraph) -> Iterator[Run]:
    """The runs that say something."""
    return (run for run in paragraph.runs if run.text.strip(BLANKS))


def typeface(paragraph: Paragraph) -> Iterator[Run]:
    """The runs with Chinese characters in a font that is named: a theme's font and a missing one are told elsewhere."""
    for run in runs_in(paragraph):
        font = run.letters.fonts["eastAsia"]
        if font and not font.startswith(THEME) and _CHINESE.search(run.text):
            yield run


def in_family(paragraphs: Iterable[Paragraph], family: str) -> Iterator[Trace]:
    """Whether all Chinese characters are of one typeface."""
    for paragraph in paragraphs:
        for run in typeface(paragraph):
            font = run.letters.fonts["eastAsia"]
            yield right(font) if standard.family(font) == family else wrong(font, paragraph.place)


def in_size(paragraphs: Iterable[Paragraph], points: float) -> Iterator[Trace]:
    """Whether everything is of one size."""
    for paragraph in paragraphs:
        for run in runs_in(paragraph):
            found = standard.sized(run.letters.size)
            yield right(found) if run.letters.size == points else wrong(found, paragraph.place)
