"""Documents: Markdown in, the bytes of Word files after GB/T 9704-2012 out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mzsh.errors import MzshError
from mzsh.typesetting.escaping import printable, tame
from mzsh.typesetting.layout import Imprint, Layout, Letterhead, Signature
from mzsh.typesetting.standard import Style

__all__ = ["Imprint", "Layout", "Letterhead", "Signature", "Style", "Worded", "typeset", "typeset_all"]

_LARGEST: Final = 4_000_000  # characters; a long report has 20,000
_FILTERS: Final = ("batch.lua", "official.lua")
_MOST_JOBS: Final = 4  # a pandoc may take a gigabyte


@dataclass(frozen=True)
class Worded:
    """A document in words, and how it is to be set."""

    markdown: str
    layout: Layout


def typeset(markdown: str, *, layout: Layout) -> bytes:
    """The document as .docx, the same bytes from run to run. MzshError where it cannot be set.

    Headings: `#` title, `##` 一、, `###` （一）, `####` 1., `#####` （1）; bold is set in 楷体. A fenced div names a
    paragraph style (`::: 主送机关`), or says `::: 横排` (landscape pages), `::: 另页` (a new page) or `::: 行高12` (the
    least height in millimetres of a table's rows).
    """
    ((_, result),) = typeset_all([Worded(markdown, layout)])
    if isinstance(result, Exception):
        raise result
    return result


def typeset_all(documents: Sequence[Worded], *, jobs: int = 0) -> Iterator[tuple[int, bytes | Exception]]:
    """Each document's number with its bytes, or with why there are none, as they are finished.

    `jobs` is the most processes at a time; by default as many as the machine has for us, at most four.
    """
    jobs = jobs or min(_MOST_JOBS, os.cpu_count() or 1)
    sound: list[int] = []
    for number, document in enumerate(documents):
        if len(document.markdown) > _LARGEST:
            told = f"文稿有 {len(document.markdown)} 字，超过排版上限 {_LARGEST} 字"
            yield number, MzshError(told, hint="请分成几份")
        else:
            sound.append(number)
    for style in dict.fromkeys(documents[number].layout.style for number in sound):
        alike = [number for number in sound if documents[number].layout.style == style]
        yield from _set_alike(documents, alike, style=style, jobs=jobs)


def _set_alike(
    documents: Sequence[Worded], numbers: Sequence[int], *, style: Style, jobs: int
) -> Iterator[tuple[int, bytes | Exception]]:
    """Documents of one style, whose reference document they share."""
    from mzsh.resources import templates
    from mzsh.typesetting.batch import convert
    from mzsh.typesetting.finishing import finish
    from mzsh.typesetting.reference import reference

    files = {name: (templates() / "pandoc" / name).read_bytes() for name in _FILTERS}
    files["reference.docx"] = reference(style)
    texts = [tame(printable(documents[number].markdown)).encode("utf-8") for number in numbers]
    for place, converted in convert(texts, files=files, jobs=jobs):
        number = numbers[place]
        if isinstance(converted, MzshError):
            yield number, converted
            continue
        try:
            yield number, finish(converted, layout=documents[number].layout)
        except Exception as error:  # a bug in one document: the others still come out
            yield number, error
