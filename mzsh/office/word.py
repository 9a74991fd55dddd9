"""Word files in: the text of a .docx as its reader sees it, a line for each paragraph, headings marked with #."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from mzsh.errors import MzshError
from mzsh.workspace.files import reason_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MOST = 16 * 1024 * 1024
"""Bytes of XML that are read: a paper has less than a tenth of it, and a bomb has more."""
_STYLES = "word/styles.xml"
_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])")
_SAID = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n"}
_MOST_PARAGRAPHS = 20_000
_SAID_TWICE = (f"{_W}moveFrom", f"{_MC}Fallback")
"""What Word keeps beside the text that is shown: where it was moved from, and an older form of it."""
_HINT = "用 WPS 或 Word 打开看看，再另存为 .docx；正开着的先关掉"


def read_docx(path: Path) -> str:
    """The paragraphs of a Word file, a line each; what was deleted or moved away with tracked changes is left out.

    Numbers that Word counts by itself are no text of the file.

    MzshError where it is no such file, or too large to be a paper.
    """
    from lxml import etree

    try:
        with ZipFile(path) as package:
            with package.open(_MAIN) as part:
                data = part.read(_MOST + 1)
            styles = _styles(package)
        if len(data) > _MOST:
            raise MzshError(f"{path.name} 太大，不像是材料", hint="只留文字再试")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(data, parser)
        marks = _heading_marks(etree.fromstring(styles, parser)) if styles else {}
    except OSError as error:
        raise MzshError(f"读不了 {path.name}：{reason_of(error)}", hint=_HINT) from None
    except (BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, NotImplementedError) as error:
        raise MzshError(f"{path.name} 不是能读的 .docx 文件", hint=_HINT) from error
    if root.tag != f"{_W}document":
        raise MzshError(f"{path.name} 是另一种格式的 .docx（Strict）", hint="用 WPS 或 Word 另存为普通的 .docx")
    for twice in list(root.iter(*_SAID_TWICE)):
        for text in list(twice.iter(f"{_W}t")):
            text.text = ""
    paragraphs = list(islice(root.iter(f"{_W}p"), _MOST_PARAGRAPHS + 1))
    if len(paragraphs) > _MOST_PARAGRAPHS:
        raise MzshError(f"{path.name} 段落太多，不像是材料", hint="只留文字再试")
    return "\n".join(f"{marks.get(_style(p), '')}{_text(p)}" for p in paragraphs)


def _styles(package: ZipFile) -> bytes:
    """The part that says what the styles are, where there is one of a usual size."""
    if _STYLES not in package.namelist():
        return b""
    with package.open(_STYLES) as part:
        data = part.read(_MOST + 1)
    return data if len(data) <= _MOST else b""


def _heading_marks(styles: _Element) -> dict[str, str]:
    """For each style of a heading the # of Markdown: an office's 标题 1 is a heading whatever it is called inside."""
    marks: dict[str, str] = {}
    for style in styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        title = name.get(f"{_W}val", "") if name is not None else ""
        level = _HEADING_NAME.fullmatch(title.lower())
        if level:
            marks[style.get(f"{_W}styleId", "")] = "#" * min(int(level[1]), 6) + " "
    return marks


def _style(paragraph: _Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return found.get(f"{_W}val", "") if found is not None else ""


def _text(paragraph: _Element) -> str:
    """The words of a paragraph, a soft return as a line end; a text box within it is a paragraph of its own."""
    pieces = paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr")
    own = [piece for piece in pieces if next(piece.iterancestors(f"{_W}p"), None) is paragraph]
    return "".join(_SAID.get(piece.tag, piece.text or "") for piece in own)
