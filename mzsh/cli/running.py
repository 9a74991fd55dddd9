"""Where errors become exit codes: 2 the user's mistake, 3 a bug (with a log file), 130 interrupted."""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from mzsh.cli.screen import note, prepare_streams
from mzsh.errors import MzshError

USAGE, BUG, INTERRUPTED = 2, 3, 130


def run(arguments: Sequence[str]) -> int:
    """Run the command line; the exit code comes back, nothing is raised."""
    prepare_streams()
    try:
        return _execute(list(arguments))
    except MzshError as error:
        note(f"mzsh：{error}")
        if error.hint:
            note(f"  → {error.hint}")
        return USAGE
    except (KeyboardInterrupt, EOFError):
        note("\n已中断，没有写完的文件都未改动。")
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
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
    if result == INTERRUPTED:
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0


def _bug(arguments: Sequence[str]) -> int:
    """Write the traceback to a log file and say how to report it."""
    from mzsh.version import VERSION

    report = f"mzsh {VERSION}\npython {sys.version}\n参数 {list(arguments)!r}\n\n{traceback.format_exc()}"
    try:
        with tempfile.NamedTemporaryFile("w", prefix="mzsh-", suffix=".log", delete=False, encoding="utf-8") as log:
            log.write(report)
        where = Path(log.name).as_posix()
    except OSError:
        note(report)
        where = "（见上）"
    note("mzsh：程序出错了，这是 mzsh 的缺陷。")
    note(f"  → 请把这份记录发给维护者（先看一眼有无内部内容）：{where}")
    return BUG
