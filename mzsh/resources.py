"""Where the program's own data lies: in the wheel beside the package, in a checkout beside its folder."""

from pathlib import Path

from mzsh.errors import MzshError

_PACKAGE = Path(__file__).resolve().parent


def templates() -> Path:
    """The folder of presets, profiles, scaffolds, document templates and lexicons."""
    return _folder("templates")


def examples() -> Path:
    """The folder of the fictional example workspaces."""
    return _folder("examples")


def _folder(name: str) -> Path:
    for parent in (_PACKAGE, _PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    raise MzshError(f"程序文件不完整：找不到 {name} 目录", hint="请重新安装 mzsh")
