"""The parts of a Word file, opened without trusting it: sizes, entities and formats are looked at first."""

from __future__ import annotations

import io
import posixpath
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NoReturn
from zipfile import BadZipFile, ZipFile

from lxml import etree

from mzsh.conformance.word.xml import Element, w
from mzsh.errors import MzshError

_LARGEST_PART: Final = 48 * 1024 * 1024
_LARGEST_WHOLE: Final = 96 * 1024 * 1024
"""Bytes of XML that are read: a long report has a hundredth of it, and a bomb has more."""
_MOST_TAGS: Final = 4_000_000
_MOST_PARTS: Final = 4_000
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN: Final = "word/document.xml"
_STRICT: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": w("").strip("{}").encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _OFFICE.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}
_HINT: Final = "用 WPS 或 Word 打开看看，再另存为 .docx"


@dataclass(frozen=True)
class Package:
    """The XML parts that matter, by what they are to the document."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    settings: Element | None = None
    theme: Element | None = None
    comments: Element | None = None
    core: Element | None = None
    app: Element | None = None
    notes: tuple[Element, ...] = ()
    running: Mapping[str, Element] = field(default_factory=dict)
    """Heads and feet (页眉、页脚) by relationship id."""


def open_package(content: bytes) -> Package:
    """The parts of a Word file; MzshError where it is none, or too large to be a paper."""
    if not content:
        raise MzshError("文件是空的", hint=_HINT)
    if content.startswith(_OLE):
        raise MzshError("不是 .docx：是旧的 .doc，或者加了密码", hint="用 WPS 或 Word 打开，去掉密码，另存为 .docx")
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return _Reader(archive).package()
    except (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError) as error:
        raise MzshError("不是能读的 .docx 文件（压缩包坏了或不完整）", hint=_HINT) from error


class _Reader:
    """Reads parts of one archive and counts what they come to."""

    def __init__(self, archive: ZipFile) -> None:
        infos = archive.infolist()
        if len(infos) > _MOST_PARTS:
            _too_large()
        self._archive = archive
        self._names = {info.filename: info for info in infos}
        self._read = 0

    def package(self) -> Package:
        """Everything that is looked at."""
        main = self._main()
        document = self.part(main)
        if document is None:
            raise MzshError("里面没有正文，不是 Word 文件", hint=_HINT)
        if document.tag != w("document"):
            raise MzshError("里面的正文不是 Word 的格式", hint=_HINT)
        single: dict[str, Element | None] = {}
        running: dict[str, Element] = {}
        notes: list[Element] = []
        for identifier, kind, target in self._relations(main):
            if kind in ("header", "footer"):
                part = self.part(target)
                if part is not None:
                    running[identifier] = part
            elif kind in ("footnotes", "endnotes"):
                part = self.part(target)
                notes += [part] if part is not None else []
            elif kind in ("styles", "numbering", "settings", "theme", "comments") and kind not in single:
                single[kind] = self.part(target)
        core = self.part("docProps/core.xml")
        app = self.part("docProps/app.xml")
        return Package(document, **single, core=core, app=app, notes=tuple(notes), running=running)

    def _main(self) -> str:
        for _, kind, target in self._relations(""):
            if kind == "officeDocument":
                return target
        return _MAIN

    def _relations(self, part: str) -> list[tuple[str, str, str]]:
        """Id, kind and target of what a part points to."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for one in root if root is not None else ():
            if isinstance(one.tag, str) and one.get("TargetMode") != "External":
                kind = (one.get("Type") or "").rsplit("/", 1)[-1]
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target") or "")).lstrip("/")
                found.append((one.get("Id") or "", kind, target))
        return found

    def part(self, name: str) -> Element | None:
        """One part as XML; None where it is not there."""
        info = self._names.get(name)
        if info is None:
            return None
        with self._archive.open(info) as stream:
            data = stream.read(_LARGEST_PART + 1)
        self._read += len(data)
        if len(data) > _LARGEST_PART or self._read > _LARGEST_WHOLE or data.count(b"<") > _MOST_TAGS:
            _too_large()
        return _parsed(data)


def _parsed(data: bytes) -> Element:
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise MzshError("不是能读的 .docx 文件（内容有一处写坏了）", hint=_HINT) from error
    if root.getroottree().docinfo.internalDTD is not None or b"<!DOCTYPE" in data:
        raise MzshError("里面夹带了 XML 实体，为了安全没有读", hint="向来文单位要一份用 WPS 或 Word 存的文件")
    return root


def _too_large() -> NoReturn:
    raise MzshError("展开以后太大，不像是公文", hint="把图片和附件分出去，只留文字再试")
