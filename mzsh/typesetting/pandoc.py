"""The one place that runs another program: the pandoc that was installed with mzsh, never another from PATH."""

import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from mzsh.errors import MzshError

TIMEOUT: Final = 60.0
MEMORY: Final = "1G"
_OUT_OF_MEMORY: Final = 251
_EPOCH: Final = "315532800"  # 1980-01-01, the first date that a zip file can hold

# Whatever an official document has no use for is switched off: typed text must come out as typed.
READER: Final = (
    "markdown+east_asian_line_breaks-smart-auto_identifiers-blank_before_header-bracketed_spans-citations"
    "-definition_lists-example_lists-fancy_lists-footnotes-implicit_figures-implicit_header_references"
    "-inline_code_attributes-inline_notes-latex_macros-line_blocks-link_attributes-native_divs-native_spans"
    "-pandoc_title_block-raw_attribute-raw_html-raw_tex-shortcut_reference_links-simple_tables-multiline_tables"
    "-strikeout-subscript-superscript-task_lists-tex_math_dollars-yaml_metadata_block"
)


def executable() -> Path:
    """The pandoc inside pypandoc_binary."""
    found = importlib.util.find_spec("pypandoc")
    if found is not None and found.origin is not None:
        binary = Path(found.origin).parent / "files" / ("pandoc.exe" if sys.platform == "win32" else "pandoc")
        if binary.is_file():
            return binary
    raise MzshError("找不到随程序安装的 pandoc", hint="请重新安装：pip install --force-reinstall pypandoc_binary")


def run(
    arguments: Sequence[str],
    *,
    files: Mapping[str, bytes] | None = None,
    output: str | None = None,
    timeout: float = TIMEOUT,
) -> bytes:
    """Run pandoc in a folder of its own that holds `files`; return the file `output`, else what it printed.

    All names are relative and ASCII, so that no user's path ever reaches pandoc; the sandbox keeps it from reading
    anything else and the folder doubles as its data folder, which keeps a user's own pandoc settings out.
    """
    with tempfile.TemporaryDirectory(prefix="mzsh-") as folder:
        for name, content in (files or {}).items():
            Path(folder, name).write_bytes(content)
        command = [str(executable()), "--sandbox", "--data-dir=.", *arguments, "+RTS", f"-M{MEMORY}", "-RTS"]
        printed = _call(command, folder=folder, timeout=timeout)
        return printed if output is None else Path(folder, output).read_bytes()


def _call(command: Sequence[str], *, folder: str, timeout: float) -> bytes:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": _EPOCH}
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise MzshError(f"排版超过 {timeout:g} 秒，已停止", hint="文稿可能过长或含异常符号，请分成几份") from None
    except OSError as error:
        raise MzshError(
            f"pandoc 无法运行：{error}", hint="请检查杀毒软件是否拦截，或重新安装 pypandoc_binary"
        ) from error
    if done.returncode == _OUT_OF_MEMORY:
        raise MzshError(f"排版所需内存超过 {MEMORY}，已停止", hint="文稿可能过长，请分成几份")
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise MzshError(f"pandoc 未能完成（退出码 {done.returncode}）：{said}")
    return done.stdout
