"""Bytes and text: encodings recognised, line ends kept, files replaced atomically."""

from __future__ import annotations

import errno
import os
import tempfile
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mzsh.errors import MzshError
from mzsh.model.place import Edit

MAX_BYTES = 4 * 1024 * 1024
"""Larger files are no documents of a meeting (MZ015)."""

_UTF8_BOM = b"\xef\xbb\xbf"


class UnreadableText(Exception):
    """The bytes are in no encoding that an office uses; `line` and `column` are where it broke."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line, self.column = line, column


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text file as it lies on disk. `text` has LF line ends and no BOM; `raw` is the text before that."""

    raw: str
    text: str
    encoding: str = "utf-8"
    bom: bool = False

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The file's bytes after minimal edits of `text`; everything else, line ends too, is left as it was."""
        newline = "\r\n" if self.raw.count("\r\n") * 2 > self.raw.count("\n") else "\n"
        removed = _carriage_returns(self.raw)
        raw = self.raw
        for edit in sorted(edits, key=lambda e: e.start, reverse=True):
            start, end = (position + bisect_right(removed, position) for position in (edit.start, edit.end))
            raw = raw[:start] + edit.new.replace("\n", newline) + raw[end:]
        return (_UTF8_BOM if self.bom else b"") + raw.encode("utf-8")


def _carriage_returns(raw: str) -> list[int]:
    """For each CR of a CRLF, the position in the LF text of the LF that follows it, less one already counted."""
    positions, seen, start = [], 0, raw.find("\r\n")
    while start >= 0:
        positions.append(start - seen + 1)
        seen += 1
        start = raw.find("\r\n", start + 2)
    return positions


def read_text(path: Path) -> TextFile:
    """Read a file. OSError where the system refuses; UnreadableText where it is no text."""
    return decode(path.read_bytes())


def decode(data: bytes) -> TextFile:
    """Recognise UTF-8 (with or without BOM), UTF-16 and GB18030."""
    raw, encoding, bom = _decoded(data)
    nul = raw.find("\0")
    if nul >= 0:
        line = raw.count("\n", 0, nul) + 1
        raise UnreadableText("文件里有空字符（NUL），不是文本文件", line, nul - raw.rfind("\n", 0, nul))
    return TextFile(raw, raw.replace("\r\n", "\n").replace("\r", "\n"), encoding, bom)


def _decoded(data: bytes) -> tuple[str, str, bool]:
    if data.startswith(_UTF8_BOM):
        data, bom = data[3:], True
    else:
        bom = False
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _strict(data, "utf-16").lstrip("\ufeff"), "utf-16", False
    try:
        return data.decode("utf-8"), "utf-8", bom
    except UnicodeDecodeError as error:
        broken = error.start
    if encoding := _utf16_without_bom(data):
        return _strict(data, encoding), encoding, False
    before = data[:broken].decode("utf-8", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    if _is_damaged_utf8(data):
        raise UnreadableText("这里有几个字节坏了，不是完整的 UTF-8", line, column)
    try:
        return data.decode("gb18030"), "gb18030", False
    except UnicodeDecodeError:
        raise UnreadableText("认不出文件的编码", line, column) from None


def _utf16_without_bom(data: bytes) -> str:
    """utf-16-le or utf-16-be where one of each two bytes is often NUL and the other seldom; else nothing."""
    even, odd = data[0:4000:2].count(0), data[1:4000:2].count(0)
    if len(data) % 2 or min(even, odd) * 4 > max(even, odd) or max(even, odd) * 20 < len(data[:4000]):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether nearly all of it is UTF-8: read as GB18030 it would be mojibake."""
    text = data.decode("utf-8", "replace")
    wide = sum(char > "\u07ff" for char in text)
    return text.count("\ufffd") * 8 <= wide - text.count("\ufffd")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableText("认不出文件的编码") from None


def write_bytes(path: Path, data: bytes) -> None:
    """Replace a file atomically: either the whole new content stands there or the old one does.

    MzshError: the folder is read-only, the disk is full, or Word holds the file open.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".mzsh-")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(temporary, mode)
        os.replace(temporary, path)
        temporary = None
    except OSError as error:
        reason = reason_of(error)
        hint = "请检查目录权限和磁盘空间；文件若正在 Word 或 WPS 中打开，请先关闭"
        raise MzshError(f"写不了文件 {path.name}：{reason}", hint=hint) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.ENOTDIR: "上一级是文件，不是文件夹",
    errno.EISDIR: "是文件夹，不是文件",
    errno.ENOENT: "文件不在了",
    errno.ELOOP: "链接绕成了圈",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘出错",
}


def reason_of(error: Exception) -> str:
    """Why a file could not be read or written, in Chinese: of the system's refusals, where we know the reason."""
    if not isinstance(error, OSError):
        return str(error)
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def write_result(path: Path, text: str) -> None:
    """Write a result to where the user wants it, in UTF-8: a file, or a device such as a pipe.

    MzshError: the folder is not there (none is made), the disk is full, or writing is not allowed.
    """
    data = text.encode("utf-8", "backslashreplace")
    if not path.parent.is_dir():
        raise MzshError(f"没有 {path.parent} 这个文件夹，没有写 {path.name}", hint="先建好文件夹，或换一个地方")
    if not path.exists() or path.is_file():
        write_bytes(path.resolve(), data)
    else:
        _into(path, data, "wb")


def append_result(path: Path, text: str) -> None:
    """Add to a file that another program keeps, in UTF-8. MzshError where that cannot be."""
    _into(path, text.encode("utf-8", "backslashreplace"), "ab")


def _into(path: Path, data: bytes, mode: Literal["wb", "ab"]) -> None:
    try:
        with path.open(mode) as stream:
            stream.write(data)
    except OSError as error:
        raise MzshError(f"写不了 {path}：{reason_of(error)}", hint="换一个地方写") from error


def write_text(path: Path, text: str) -> None:
    """Write a new text file in UTF-8 with LF line ends."""
    write_bytes(path, text.encode("utf-8"))
