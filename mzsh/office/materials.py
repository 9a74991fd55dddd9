"""Materials of any origin (Word, Markdown, plain text) as text, with one limit and one set of reasons to refuse."""

from __future__ import annotations

from pathlib import Path

from mzsh.errors import MzshError
from mzsh.office.word import read_docx
from mzsh.workspace.files import MAX_BYTES, UnreadableText, decode, read_text, reason_of
from mzsh.workspace.loading import load_text

READABLE = (".md", ".markdown", ".txt", ".docx")
"""Ends of names of files that can be read."""
OLD = (".doc", ".wps", ".rtf", ".pdf")
"""Ends of names of papers that cannot: they must be saved as .docx first."""
SKIPPED_FOLDERS = frozenset({"输出", "模板", "node_modules"})
_MAX_WORD = 32 * 1024 * 1024


def read_material(path: Path) -> str:
    """The text of a file. MzshError, whose message is the reason (Chinese), where it cannot or may not be read."""
    word = path.suffix.lower() == ".docx"
    try:
        if not path.is_file():
            raise MzshError(f"{path.name} 不是普通文件")
        if path.stat().st_size > (_MAX_WORD if word else MAX_BYTES):
            raise MzshError(f"{path.name} 太大，不像是材料")
        return _open(read_docx(path) if word else read_text(path).text, path.name)
    except (OSError, UnreadableText) as error:
        raise MzshError(f"{path.name} 读不了：{reason_of(error)}") from None


def decode_material(data: bytes, name: str) -> str:
    """The text of bytes that came from elsewhere. MzshError as for a file."""
    if len(data) > MAX_BYTES:
        raise MzshError(f"{name} 太大，不像是材料")
    try:
        return _open(decode(data).text, name)
    except UnreadableText as error:
        raise MzshError(f"{name} 读不了：{reason_of(error)}") from None


def _open(text: str, name: str) -> str:
    """The text, unless it says of itself that it is classified: then none of it may be shown."""
    if any(fault.code == "secret" for fault in load_text("文字.md", text).source.faults):
        raise MzshError(f"{name} 标有密级，没有读取：涉密文件请立即移出")
    return text
