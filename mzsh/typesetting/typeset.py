"""One document: Markdown in, the bytes of a Word file after GB/T 9704-2012 out."""

from typing import Final

from mzsh.typesetting.escaping import printable, tame
from mzsh.typesetting.layout import Imprint, Layout, Letterhead, Signature
from mzsh.typesetting.standard import Style

__all__ = ["Imprint", "Layout", "Letterhead", "Signature", "Style", "typeset"]

_LARGEST: Final = 4_000_000  # characters; a long report has 20,000


def typeset(markdown: str, *, layout: Layout) -> bytes:
    """The document as .docx, the same bytes from run to run.

    Headings: `#` title, `##` 一、, `###` （一）, `####` 1., `#####` （1）; bold is set in 楷体. A fenced div names a
    paragraph style (`::: 主送机关`), or says `::: 横排` (landscape pages) or `::: 另页` (a new page).
    """
    from mzsh.errors import MzshError
    from mzsh.resources import templates
    from mzsh.typesetting import pandoc
    from mzsh.typesetting.finishing import finish
    from mzsh.typesetting.reference import reference

    if len(markdown) > _LARGEST:
        raise MzshError(f"文稿有 {len(markdown)} 字，超过排版上限 {_LARGEST} 字", hint="请分成几份")
    files = {
        "document.md": tame(printable(markdown)).encode("utf-8"),
        "reference.docx": reference(layout.style),
        "official.lua": (templates() / "pandoc" / "official.lua").read_bytes(),
    }
    arguments = [
        f"--from={pandoc.READER}",
        "--to=docx",
        "--reference-doc=reference.docx",
        "--lua-filter=official.lua",
        "--columns=1",  # tables take their column widths from their dashes however short the rows are
        "--output=out.docx",
        "document.md",
    ]
    return finish(pandoc.run(arguments, files=files, output="out.docx"), layout=layout)
