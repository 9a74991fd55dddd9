"""What the machine has of what mzsh needs: found or not, and the fix for each."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `needed` where mzsh cannot do its work without it."""

    name: str
    found: str
    fix: str = ""
    needed: bool = False

    @property
    def fine(self) -> bool:
        """Whether it is there."""
        return bool(self.found)


_FONTS = ("方正小标宋", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体")


def examine() -> tuple[Finding, ...]:
    """Look at everything; nothing is changed."""
    return (_pandoc(), _git(), _encoding(), _office(), _fonts())


def _pandoc() -> Finding:
    from mzsh.errors import MzshError
    from mzsh.typesetting.pandoc import executable

    try:
        return Finding("pandoc（排版）", executable().as_posix(), needed=True)
    except MzshError as error:
        fix = f"{error}；请重装：pip install --force-reinstall pypandoc_binary"
        return Finding("pandoc（排版）", "", fix, needed=True)


def _git() -> Finding:
    path = shutil.which("git")
    fix = "没有也能用，只是不能留历史；安装后在文件夹里运行 git init"
    return Finding("git（留存历史）", path or "", fix)


def _encoding() -> Finding:
    encoding = (sys.stdout.encoding or "").lower()
    ok = encoding.replace("-", "") in ("utf8", "gbk", "cp936", "gb18030")
    fix = f"现在是 {encoding or '未知'}，中文会显示成问号；可先设 PYTHONUTF8=1"
    return Finding("终端编码（显示中文）", encoding if ok else "", fix)


def _office() -> Finding:
    from mzsh.typesetting.pdf import find_office

    path = find_office()
    fix = "没有也能出 .docx，用 Word 或 WPS 打开即可；mzsh render --format pdf 要用它"
    return Finding("LibreOffice（转 PDF）", path.as_posix() if path else "", fix)


def _fonts() -> Finding:
    listing = _font_list()
    if listing is None:
        return Finding("公文字体", "未检查（由 Word 或 WPS 使用）")
    missing = missing_fonts()
    found = "、".join(name for name in _FONTS if name not in missing)
    fix = f"缺{'、'.join(missing)}；文件里已写明字体名，在装有这些字体的电脑上打开即可"
    return Finding("公文字体", found if not missing else "", fix)


def missing_fonts() -> list[str]:
    """The fonts of official documents that this machine lacks; empty where that cannot be found out."""
    listing = _font_list()
    return [name for name in _FONTS if name not in listing] if listing is not None else []


def _font_list() -> str | None:
    command = shutil.which("fc-list")
    if command is None:
        return None
    try:
        done = subprocess.run([command], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace")
