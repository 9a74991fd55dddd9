"""Make docs/images/report.png: the first two pages of the example's 专题报告, side by side.

    python tools/picture.py

Needs LibreOffice, poppler (pdftoppm), fontconfig and the fonts Noto Serif CJK SC and Noto Sans CJK SC, which stand in
for the fonts that the national standard names.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = bytes([208, 208, 208])
PICTURE = ROOT / "docs" / "images" / "report.png"
STAND_INS = {
    "方正小标宋简体": "Noto Serif CJK SC:bold",
    "仿宋_GB2312": "Noto Serif CJK SC",
    "楷体_GB2312": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
}


def main() -> None:
    """Render, print to PDF, photograph."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples" / "望川市委", folder / "meeting")
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": name, "FONTCONFIG_FILE": str(fonts(folder))}
        mzsh = [sys.executable, "-m", "mzsh", "-C", "meeting", "render", "report", "--today", "2022-03-10"]
        report = "meeting/输出/专题报告.docx"
        office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        photograph = ["pdftoppm", "-r", "62", "-f", "1", "-l", "2", "专题报告.pdf", "page"]
        for command in (mzsh, [*office, "--convert-to", "pdf", report], photograph):
            subprocess.run(command, cwd=folder, env=environment, check=True, timeout=300)
        pages = sorted(folder.glob("page-*.ppm"))
        PICTURE.parent.mkdir(exist_ok=True)
        write_png(PICTURE, side_by_side([read_ppm(page) for page in pages]))
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1024} KB")


def fonts(folder: Path) -> Path:
    """A fontconfig file that answers the standard's font names with fonts that are free."""
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{font.partition(":")[0]}</string></edit>'
        + ('<edit name="weight" mode="assign"><const>bold</const></edit>' if font.endswith(":bold") else "")
        + "</match>"
        for name, font in STAND_INS.items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<cachedir>{folder / 'fontcache'}</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return path


def read_ppm(path: Path) -> list[bytes]:
    """The rows of a picture as pdftoppm writes it, three bytes a pixel."""
    _, size, _, pixels = path.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    return [pixels[row * width * 3 : (row + 1) * width * 3] for row in range(height)]


def side_by_side(pages: list[list[bytes]]) -> list[bytes]:
    """Pages on a grey table, with room around each."""
    margin = 14
    blank = TABLE * margin
    width = sum(len(page[0]) // 3 for page in pages) + margin * (len(pages) + 1)
    border = [TABLE * width] * margin
    rows = [blank + blank.join(parts) + blank for parts in zip(*pages, strict=True)]
    return [*border, *rows, *border]


def write_png(path: Path, rows: list[bytes]) -> None:
    """A PNG in which each colour has sixteen shades: enough for print, and half the size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    shades = bytes((value >> 4) * 17 for value in range(256))
    packed = b"".join(b"\0" + row.translate(shades) for row in rows)
    header = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(packed, 9)) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + parts)


if __name__ == "__main__":
    main()
