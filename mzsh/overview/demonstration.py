"""The example workspace copied to a folder of the user's."""

from __future__ import annotations

import shutil
from pathlib import Path

from mzsh.errors import MzshError
from mzsh.resources import examples
from mzsh.workspace.files import reason_of


def copy_example(name: str, directory: Path) -> int:
    """Copy an example into a new or empty folder; how many files it has. MzshError where something lies there."""
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise MzshError(f"{directory} 里已经有东西，没有复制", hint="换一个文件夹名：mzsh demo 文件夹名")
    source = examples() / name
    try:
        shutil.copytree(source, directory, dirs_exist_ok=True, ignore=shutil.ignore_patterns("输出"))
    except OSError as error:
        some = isinstance(error, shutil.Error)
        reason = f"有 {len(error.args[0])} 份文件没有复制过去" if some else reason_of(error)
        raise MzshError(f"复制不到 {directory}：{reason}", hint="请检查目录权限和磁盘空间") from None
    return sum(path.is_file() for path in directory.rglob("*"))


def free_folder(wanted: Path) -> Path:
    """The folder of that name, or the first of name-2, name-3 … where nothing lies yet."""
    number, folder = 1, wanted
    while folder.exists():
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    return folder
