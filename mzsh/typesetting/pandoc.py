"""The one place that runs pandoc: the one that was installed with mzsh, never another from PATH."""

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


def run(arguments: Sequence[str], *, timeout: float = TIMEOUT) -> bytes:
    """What pandoc prints."""
    with Running(arguments) as process:
        if not process.ends_within(timeout):
            raise too_slow(timeout)
        if failure := process.failure():
            raise failure
        return process.printed()


def too_slow(seconds: float) -> MzshError:
    """What is said of a text that takes too long."""
    return MzshError(f"排版超过 {seconds:g} 秒，已停止", hint="文稿可能过长或含异常符号，请分成几份")


class Running:
    """A pandoc at work in a folder of its own that holds `files`; gone with its folder at the end of the `with`.

    All names are relative and ASCII, so that no user's path ever reaches pandoc; the sandbox keeps it from reading
    anything else and the folder doubles as its data folder, which keeps a user's own pandoc settings out.
    """

    def __init__(self, arguments: Sequence[str], files: Mapping[str, bytes] | None = None) -> None:
        self._arguments = arguments
        self._files = files or {}

    def __enter__(self) -> "Running":
        self._temporary = tempfile.TemporaryDirectory(prefix="mzsh-", ignore_cleanup_errors=True)
        self._folder = Path(self._temporary.name)
        try:
            for name, content in self._files.items():
                (self._folder / name).write_bytes(content)
            self._process = self._started()
        except BaseException:
            self._temporary.cleanup()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._temporary.cleanup()

    def _started(self) -> "subprocess.Popen[bytes]":
        command = [str(executable()), "--sandbox", "--data-dir=.", *self._arguments, "+RTS", f"-M{MEMORY}", "-RTS"]
        # Into files, not pipes: nobody has to read them for pandoc to go on.
        with (self._folder / "printed").open("wb") as printed, (self._folder / "said").open("wb") as said:
            try:
                return subprocess.Popen(
                    command,
                    cwd=self._folder,
                    env={**os.environ, "SOURCE_DATE_EPOCH": _EPOCH},
                    stdin=subprocess.DEVNULL,
                    stdout=printed,
                    stderr=said,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                raise MzshError(
                    f"pandoc 无法运行：{error}", hint="请检查杀毒软件是否拦截，或重新安装 pypandoc_binary"
                ) from error

    def ends_within(self, seconds: float) -> bool:
        """Whether it has ended, or does so in that time."""
        try:
            self._process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def failure(self) -> MzshError | None:
        """What went wrong, once it has ended."""
        code = self._process.returncode
        if code == 0:
            return None
        if code == _OUT_OF_MEMORY:
            return MzshError(f"排版所需内存超过 {MEMORY}，已停止", hint="文稿可能过长，请分成几份")
        said = (self._folder / "said").read_bytes().decode("utf-8", "replace").strip()
        return MzshError(f"pandoc 未能完成（退出码 {code}）：{said}")

    def printed(self) -> bytes:
        """What it printed."""
        return (self._folder / "printed").read_bytes()

    def result(self, name: str) -> bytes | None:
        """A file that it made, once it is there."""
        path = self._folder / name
        return path.read_bytes() if path.is_file() else None
