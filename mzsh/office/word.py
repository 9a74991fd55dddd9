"""Word files in: the text of a .docx, a line for each paragraph, as its reader sees it."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from mzsh.errors import MzshError
from mzsh.workspace.files import reason_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_MOST = 64 * 1024 * 1024
"""Bytes of XML that are read: a paper has less than a hundredth of it, and a bomb has more."""
_HINT = "用 WPS 或 Word 打开看看，再另存为 .docx；正开着的先关掉"


def read_docx(path: Path) -> str:
    """The paragraphs of a Word file, a line each; what was deleted with tracked changes is left out.

    MzshError where it is no such file, or too large to be a paper.
    """
    from lxml import etree

    try:
        with ZipFile(path) as package:
            if package.getinfo(_MAIN).file_size > _MOST:
                raise MzshError(f"{path.name} 太大，不像是材料", hint="只留文字再试")
            data = package.read(_MAIN)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(data, parser)
    except OSError as error:
        raise MzshError(f"读不了 {path.name}：{reason_of(error)}", hint=_HINT) from None
    except (BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, NotImplementedError) as error:
        raise MzshError(f"{path.name} 不是能读的 .docx 文件", hint=_HINT) from error
    return "\n".join(_text(paragraph) for paragraph in root.iter(f"{_W}p"))


def _text(paragraph: object) -> str:
    from lxml import etree

    assert isinstance(paragraph, etree._Element)
    pieces: list[str] = []
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        owner = next((e for e in element.iterancestors(f"{_W}p")), None)
        if owner is not paragraph:  # a text box within the paragraph is read on its own
            continue
        pieces.append((element.text or "") if element.tag == f"{_W}t" else " ")
    return "".join(pieces)
