"""Where errors become exit codes: 2 the user's mistake, 3 a bug (with a log file), 130 interrupted."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from mzsh.cli.screen import note, prepare_streams
from mzsh.errors import MzshError

USAGE, BUG, INTERRUPTED = 2, 3, 130
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
_BARRED = {errno.ENAMETOOLONG, errno.EACCES, errno.EPERM, errno.EROFS, errno.ELOOP, errno.EIO}
"""Of a named file: what lies with the name or the disk, never with us."""
_SHOWN = 24
"""Characters of a name that a message shows."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line; the exit code comes back, nothing is raised."""
    try:
        prepare_streams()
        code = _execute(list(arguments))
        sys.stdout.flush()
        return code
    except MzshError as error:
        _tell(error)
        return USAGE
    except (KeyboardInterrupt, EOFError):
        note("\n已中断，没有写完的文件都未改动。")
        return INTERRUPTED
    except OSError as error:
        return _file_barred(error) if error.filename and error.errno in _BARRED else _stream_failed(error, arguments)
    except Exception:
        return _bug(arguments)


def _execute(arguments: list[str]) -> int:
    from mzsh.cli.app import command_line
    from mzsh.cli.usage import Abort, Exit, TyperException, told

    try:
        result = command_line()(arguments, prog_name="mzsh", standalone_mode=False)
    except TyperException as error:
        message, hint = told(error)
        note(f"mzsh：{message}")
        note(f"  → {hint}")
        return USAGE
    except Exit as error:
        return int(error.exit_code)
    except Abort:
        raise KeyboardInterrupt from None
    except SystemExit as error:
        # Typer leaves with 1 where the reader of the output went away.
        if isinstance(error.__context__, BrokenPipeError):
            raise error.__context__ from None
        raise
    if result == INTERRUPTED:
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0


def _tell(error: MzshError) -> None:
    note(f"mzsh：{error}")
    if error.hint:
        note(f"  → {error.hint}")


def _file_barred(error: OSError) -> int:
    """A file or folder that the system does not let us look at is the user's to mend."""
    from mzsh.workspace.files import reason_of

    path = Path(os.fsdecode(error.filename))
    name = max(path.parts, key=len) if error.errno == errno.ENAMETOOLONG else path.name
    short = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}……"
    _tell(MzshError(f"打不开 {short}：{reason_of(error)}", hint="请检查名字和目录权限"))
    return USAGE


def _stream_failed(error: OSError, arguments: Sequence[str]) -> int:
    """A reader that went away is no fault, a full disk is the user's to mend; any other is a bug."""
    gone = isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)
    if not gone and (error.filename is not None or error.errno not in _NO_ROOM):
        return _bug(arguments)
    for stream in (sys.stdout, *([sys.stderr] if gone else [])):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    if gone:
        return 0
    _tell(MzshError("结果写不出去：磁盘满了，或者不能写", hint="腾出空间，或用 --output 写到别处"))
    return USAGE


def _bug(arguments: Sequence[str]) -> int:
    """Write the traceback to a log file and say how to report it."""
    note("mzsh：程序出错了，这是 mzsh 的缺陷。")
    tell_bug(f"参数 {list(arguments)!r}\n\n{traceback.format_exc()}")
    return BUG


def tell_bug(what: str, *, whom: str = "维护者") -> None:
    """Leave a log file of a bug, and say where it is and whom to send it."""
    from mzsh.version import VERSION

    report = f"mzsh {VERSION}\npython {sys.version}\n{what}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="mzsh-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as log:
            log.write(report)
        where = Path(log.name).as_posix()
    except OSError:
        note(report)
        where = "（见上）"
    note(f"  → 请把这份记录发给{whom}（先看一眼有无内部内容）：{where}")
