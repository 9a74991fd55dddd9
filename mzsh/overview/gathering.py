"""Papers of any origin for `mzsh lint`: files, folders of them, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mzsh.errors import MzshError
from mzsh.office.word import read_docx
from mzsh.wording.judging.papers import Paper, kind_of
from mzsh.wording.judging.roles import Kind
from mzsh.workspace.files import MAX_BYTES, UnreadableText, read_text, reason_of

STDIN = "<stdin>"
_TEXTS = (".md", ".markdown", ".txt")
_SUFFIXES = (*_TEXTS, ".docx")
_OLD = (".doc", ".wps", ".rtf", ".pdf")
_SKIPPED = frozenset({"输出", "模板", "node_modules"})
_MAX_WORD = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Gathered:
    """The papers that could be read, and what is to be said of the others (Chinese)."""

    papers: tuple[Paper, ...]
    notes: tuple[str, ...]


def gather(paths: Sequence[str], directory: Path, *, kind: Kind | None) -> Gathered:
    """Read files and folders; paths are told as they were typed, with `/`.

    Without a kind it is read from the front matter or the name. MzshError where a path does not exist.
    """
    papers: list[Paper] = []
    notes: list[str] = []
    for shown, file in _files(paths, directory, notes):
        try:
            text = _read(file)
        except (MzshError, OSError, UnreadableText) as error:
            reason = str(error) if isinstance(error, MzshError) else f"{file.name} 读不了：{reason_of(error)}"
            notes.append(f"{reason}，没有看")
            continue
        papers.append(Paper(shown, text, kind or kind_of(shown, text)))
    return Gathered(tuple(papers), tuple(notes))


def _read(file: Path) -> str:
    word = file.suffix.lower() == ".docx"
    if file.stat().st_size > (_MAX_WORD if word else MAX_BYTES):
        raise MzshError(f"{file.name} 太大，不像是材料")
    return read_docx(file) if word else read_text(file).text


def _files(paths: Sequence[str], directory: Path, notes: list[str]) -> Iterator[tuple[str, Path]]:
    """Every file with the name it is told by; the files of a folder in order."""
    seen: set[Path] = set()
    for typed in paths:
        path = directory / typed
        if not path.exists():
            raise MzshError(f"没有“{typed}”这个文件或文件夹", hint="路径从运行命令的地方写起")
        found = [(typed.replace("\\", "/"), path)] if path.is_file() else list(_inside(path, typed, notes))
        for shown, file in found:
            if file.suffix.lower() in _OLD:
                notes.append(f"{shown} 不是 .docx、.md 或 .txt，没有看：用 WPS 或 Word 另存为 .docx")
            elif file.resolve() not in seen and (path.is_file() or file.suffix.lower() in _SUFFIXES):
                seen.add(file.resolve())
                yield shown, file


def _inside(folder: Path, typed: str, notes: list[str]) -> Iterator[tuple[str, Path]]:
    base = typed.replace("\\", "/").rstrip("/")
    for here, folders, files in os.walk(folder, onerror=lambda error: notes.append(f"{typed} 里有文件夹读不了")):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(files):
            if not name.startswith((".", "~$")) and name.lower().endswith((*_SUFFIXES, *_OLD)):
                relative = (Path(here) / name).relative_to(folder).as_posix()
                yield (relative if base in ("", ".") else f"{base}/{relative}"), Path(here) / name
