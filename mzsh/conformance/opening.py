"""The bytes of a file that somebody names, and why it cannot be had where it cannot."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from mzsh.errors import MzshError

_LARGEST: Final = 64 * 1024 * 1024
_REASONS: Final = {errno.EACCES: "没有权限读", errno.EPERM: "没有权限读", errno.ENAMETOOLONG: "名字太长"}


def read_file(path: Path) -> bytes:
    """The content of one file; MzshError where it is missing, a folder, too large or barred."""
    try:
        if path.is_dir():
            raise MzshError("是文件夹，不是 Word 文件", hint="写里面的文件名，如 通知.docx")
        if not path.exists():
            raise MzshError("没有这个文件", hint="看看文件名和所在的文件夹")
        if not path.is_file():
            raise MzshError("不是普通的文件", hint="写 Word 文件的名字")
        with path.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = _REASONS.get(error.errno or 0, "系统不让读") if isinstance(error, OSError) else "名字里有不能用的字符"
        raise MzshError(f"打不开：{reason}", hint="检查名字和权限；正在 Word 里打开的先关掉") from None
    if len(content) > _LARGEST:
        raise MzshError("太大，不像是公文", hint="把图片和附件分出去，只留文字再试")
    return content
