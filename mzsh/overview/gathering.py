"""Papers of any origin for `mzsh lint`: files, folders of them, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mzsh.errors import MzshError
from mzsh.model.text import plain
from mzsh.office.materials import OLD, READABLE, SKIPPED_FOLDERS, decode_material, read_material
from mzsh.wording.judging.papers import Paper, kind_of, other_kind
from mzsh.wording.judging.roles import Kind

STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The papers that could be read and the files they stand in, and what is to be said of the others (Chinese)."""

    papers: tuple[Paper, ...]
    notes: tuple[str, ...]
    files: frozenset[Path] = frozenset()


def gather(paths: Sequence[str], directory: Path, *, kind: Kind | None) -> Gathered:
    """Read files and folders; paths are told as they were typed, with `/`.

    Without a kind it is read from the front matter or the name. MzshError where a path does not exist.
    """
    papers: list[Paper] = []
    notes: list[str] = []
    files: set[Path] = set()
    for shown, file in _files(paths, directory, notes):
        try:
            text = read_material(file)
        except MzshError as error:
            notes.append(f"{error}，没有看")
            continue
        resolved = file.resolve()
        if resolved not in files:
            files.add(resolved)
            papers += _with_words(shown, text, kind, notes)
    return Gathered(tuple(papers), tuple(notes), frozenset(files))


def gather_input(data: bytes, *, kind: Kind | None) -> Gathered:
    """What came from standard input."""
    notes: list[str] = []
    try:
        text = decode_material(data, "标准输入")
    except MzshError as error:
        return Gathered((), (f"{error}，没有看",))
    return Gathered(tuple(_with_words(STDIN, text, kind, notes)), tuple(notes))


def _with_words(shown: str, text: str, kind: Kind | None, notes: list[str]) -> list[Paper]:
    """The paper, if there is a word in it: nothing looked at is not "nothing found"."""
    other = other_kind(shown, text) if kind is None else ""
    if other or not plain(text):
        notes.append(f"{shown} 是{other}，不看文字" if other else f"{shown} 里没有文字，没有看")
        return []
    return [Paper(shown, text, kind or kind_of(shown, text))]


def _files(paths: Sequence[str], directory: Path, notes: list[str]) -> Iterator[tuple[str, Path]]:
    """Every file with the name it is told by; the files of a folder in order."""
    for typed in paths:
        path = directory / typed
        if not path.exists():
            raise MzshError(f"没有“{typed}”这个文件或文件夹", hint="路径从运行命令的地方写起")
        inside = path.is_dir()
        for shown, file in _inside(path, typed, notes) if inside else [(typed.replace("\\", "/"), path)]:
            if file.suffix.lower() in OLD:
                notes.append(f"{printable(shown)} 不是 .docx、.md 或 .txt，没有看：用 WPS 或 Word 另存为 .docx")
            elif file.is_file() or not inside:
                yield printable(shown), file


def _inside(folder: Path, typed: str, notes: list[str]) -> Iterator[tuple[str, Path]]:
    base = typed.replace("\\", "/").rstrip("/")
    for here, folders, files in os.walk(folder, onerror=lambda error: notes.append(f"{typed} 里有文件夹读不了")):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
        for name in sorted(files):
            if not name.startswith((".", "~$")) and name.lower().endswith((*READABLE, *OLD)):
                relative = (Path(here) / name).relative_to(folder).as_posix()
                yield (relative if base in ("", ".") else f"{base}/{relative}"), Path(here) / name


def printable(name: str) -> str:
    """A file's name as it can be shown: bytes that are no text in any encoding become ?."""
    return name.encode("utf-8", "replace").decode()
