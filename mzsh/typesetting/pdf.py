"""Word files as PDF (打印稿): LibreOffice makes the pages, where there is one; missing fonts get stand-ins."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from mzsh.errors import MzshError
from mzsh.typesetting.standard import FANG_SONG, HEI, KAI, SONG, TIMES, XIAO_BIAO_SONG

_START: Final = 90.0  # seconds: the first start of LibreOffice makes its settings
_EACH: Final = 20.0  # seconds for each document
_PAUSE: Final = 0.05
_ENDING: Final = b"%%EOF"
_MADE: Final = re.compile(rb"(/(?:CreationDate|ModDate)\s?\(D:)\d{14}([Z+-])")
_IDENTITY: Final = re.compile(rb"(?<=[</])[0-9A-F]{32}(?=[>\s])")
_ELSEWHERE: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SERIF: Final = ("Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "SimSun", "宋体", "AR PL UMing CN")
_SANS: Final = ("Noto Sans CJK SC", "Source Han Sans SC", "思源黑体", "WenQuanYi Zen Hei")
STAND_INS: Final[Mapping[str, tuple[str, ...]]] = {
    FANG_SONG: ("仿宋", "FangSong", "STFangsong", "华文仿宋", "方正仿宋_GBK", *_SERIF),
    KAI: ("楷体", "KaiTi", "STKaiti", "华文楷体", "方正楷体_GBK", "AR PL UKai CN", *_SERIF),
    HEI: ("SimHei", "STHeiti", "华文黑体", "方正黑体_GBK", *_SANS),
    SONG: ("SimSun", "STSong", "华文宋体", *_SERIF),
    TIMES: ("Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes"),
    XIAO_BIAO_SONG: ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", *_SERIF),
}
"""What to set instead of a font that is not installed: the nearest first. Full-width characters are as wide."""


def find_office() -> Path | None:
    """LibreOffice's program, if there is one."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    candidates = ([found] if found else []) + list(_ELSEWHERE)
    return next((Path(one) for one in candidates if Path(one).is_file()), None)


def require_office() -> Path:
    """LibreOffice's program. MzshError where there is none: nothing else turns a Word file faithfully into pages."""
    office = find_office()
    if office is None:
        hint = "装上 LibreOffice 再试；或者先出 docx，用 Word、WPS 打开另存为 PDF"
        raise MzshError("出 PDF 要用 LibreOffice，这台电脑上没有找到", hint=hint)
    return office


def to_pdf(documents: Sequence[bytes]) -> Iterator[tuple[int, bytes | MzshError]]:
    """Each Word file's number with its pages, or with why there are none, as they are finished.

    A document that LibreOffice cannot take, or stands still at, is given up; the others go on. MzshError where there is
    no LibreOffice.
    """
    office = require_office()
    waiting = list(range(len(documents)))
    while waiting:
        with tempfile.TemporaryDirectory(prefix="mzsh-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            for number in waiting:
                (folder / f"{number}.docx").write_bytes(documents[number])
            process = _start(office, folder, waiting)
            try:
                for number, pages in _as_finished(process, folder, waiting):
                    waiting.remove(number)
                    yield number, pages
                why = "没有转成" if process.poll() is not None else "太久没有动静，已停止"
            finally:
                _end(process)
        if waiting:
            hint = "先出 docx，用 Word、WPS 打开另存为 PDF"
            yield waiting.pop(0), MzshError(f"转 PDF：LibreOffice {why}", hint=hint)


def _start(office: Path, folder: Path, numbers: Sequence[int]) -> subprocess.Popen[bytes]:
    (folder / "pages").mkdir()
    # A profile of its own: LibreOffice refuses a second start on the one that the user has open.
    command = [str(office), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", "pages", *(f"{number}.docx" for number in numbers)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "315532800"}
    if sys.platform.startswith("linux"):
        environment["FONTCONFIG_FILE"] = str(_fonts(folder))
    try:
        return subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            start_new_session=True,
        )
    except OSError as error:
        raise MzshError(f"LibreOffice 无法运行：{error.strerror or error}", hint="请检查安装，或先出 docx") from error


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with what it started: its program only starts another."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _as_finished(process: subprocess.Popen[bytes], folder: Path, numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """What is finished, until all is, LibreOffice has ended or it has stood still."""
    waiting = list(numbers)
    last, allowed = time.monotonic(), _START
    while waiting:
        ended = process.poll() is not None
        for number in list(waiting):
            content = _complete(folder / "pages" / f"{number}.pdf")
            if content is not None:
                waiting.remove(number)
                last, allowed = time.monotonic(), _EACH
                yield number, content
        if ended or time.monotonic() - last > allowed:
            return
        time.sleep(_PAUSE)


def _complete(path: Path) -> bytes | None:
    """The file, once it has been written to its end."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return _dateless(content) if content.rstrip().endswith(_ENDING) else None


def _dateless(content: bytes) -> bytes:
    """The same pages without the moment at which they were made, so that the same document gives the same bytes.

    Everything keeps its length: a PDF counts the bytes before each of its parts.
    """
    content = _MADE.sub(lambda found: found[1] + b"19800101000000" + found[2], content)
    blank = _IDENTITY.sub(lambda found: b"0" * len(found[0]), content)
    own = hashlib.sha256(blank).hexdigest()[:32].upper().encode()
    return _IDENTITY.sub(own, content)


def _fonts(folder: Path) -> Path:
    """The system's fonts with stand-ins for those of the standard, which keep their names where they are installed."""
    aliases = "".join(
        f'<alias binding="same"><family>{escape(name)}</family>'
        f"<accept>{''.join(f'<family>{escape(one)}</family>' for one in others)}</accept></alias>"
        for name, others in STAND_INS.items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'{aliases}<include ignore_missing="yes">{_system_fonts()}</include></fontconfig>',
        encoding="utf-8",
    )
    return path


def _system_fonts() -> str:
    return escape(os.environ.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf")
