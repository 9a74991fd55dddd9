"""Which files of a folder may be documents; what was passed over is said in a note."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

ROOT_FILE = "会议.yml"
_SKIPPED_FOLDERS = frozenset({"输出", "模板", "原件", "node_modules"})
_WORD = (".docx", ".doc", ".wps")
_SUFFIXES = (".md", ".markdown", ".yml", ".yaml")


def walk(root: Path, notes: list[str]) -> Iterator[str]:
    """Relative paths with `/` of all files that may be documents, sorted; links to folders are not followed."""
    found: list[str] = []
    word_files: list[str] = []
    for folder, folders, files in os.walk(root, onerror=lambda error: notes.append(_unread_folder(error, root))):
        here = Path(folder)
        folders[:] = [name for name in folders if _enters(here, name, root) and _is_text(here, name, root, notes)]
        for name in files:
            relative = (here / name).relative_to(root).as_posix()
            if name.lower().endswith(_SUFFIXES) and not name.startswith((".", "~$")):
                if _is_text(here, name, root, notes):
                    found.append(relative)
            elif name.lower().endswith(_WORD) and not name.startswith("~$") and re.match(r"\d\d\D", here.name):
                word_files.append(_shown(relative))
    notes += [f"{name} 是 Word 文件，没有检查：把文字粘进 .md 文件，再运行 mzsh fill" for name in sorted(word_files)]
    return iter(sorted(found))


def _enters(parent: Path, name: str, root: Path) -> bool:
    if name.startswith(".") or (parent == root and name in _SKIPPED_FOLDERS):
        return False
    folder = parent / name
    try:
        return not folder.is_symlink() and not (folder / ROOT_FILE).exists()
    except OSError:
        return True


def _is_text(parent: Path, name: str, root: Path, notes: list[str]) -> bool:
    """Whether a name is UTF-8; others (from old zip files) cannot be printed, nor stand in JSON."""
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = _shown((parent / name).relative_to(root).as_posix())
        notes.append(f"{shown} 的文件名是乱码，没有检查：请改名（解压时请选 GBK 编码）")
        return False
    return True


def _unread_folder(error: OSError, root: Path) -> str:
    path = Path(str(error.filename))
    relative = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    return f"{_shown(relative)}/ 读不了，里面的文件都没有检查：请看这个文件夹的权限"


def _shown(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()
