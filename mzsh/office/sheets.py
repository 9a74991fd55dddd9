"""Tables as offices keep them: the first sheet of an .xlsx, or a .csv in UTF-8 or GBK, as rows of text."""

from __future__ import annotations

import csv
import re
import warnings
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from wcwidth import wcswidth

from mzsh.errors import MzshError
from mzsh.workspace.files import MAX_BYTES, UnreadableText, read_text, reason_of

_SEPARATORS = ("\t", ";", "；", "，", ",")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]")
_MAX_ROWS = 5_000

Row = tuple[str, ...]


def read_rows(path: Path) -> list[Row]:
    """The rows of a table, every cell as text without blanks at its ends. MzshError where it cannot be read."""
    if not path.is_file():
        raise MzshError(f"没有“{path}”这个文件", hint="路径从运行命令的地方写起")
    if path.stat().st_size > MAX_BYTES:
        raise MzshError(f"{path.name} 超过 {MAX_BYTES // 1024 // 1024} MB，不像是名单", hint="只留需要的一张表再读")
    suffix = path.suffix.lower()
    if suffix == ".xls":
        raise MzshError(f"{path.name} 是旧的 .xls 格式", hint="用 WPS 或 Excel 另存为 .xlsx 再读")
    if suffix not in (".xlsx", ".xlsm", ".csv", ".txt"):
        raise MzshError(f"读不了 {path.name}：只认 .xlsx 和 .csv", hint="用 WPS 或 Excel 另存为 .xlsx 再读")
    rows: Iterable[Iterable[Any]] = _excel(path) if suffix.startswith(".xls") else _delimited(path)
    return [tuple(cleaned(cell) for cell in row) for row in islice(rows, _MAX_ROWS)]


def excel_bytes(rows: Sequence[Sequence[str | int | float]], title: str) -> bytes:
    """A workbook of one sheet: the first row as a head that stays in sight, columns as wide as their contents."""
    from io import BytesIO

    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    sheet = workbook.active
    sheet.title = title
    for row in rows:
        sheet.append([cleaned(cell) if isinstance(cell, str) else cell for cell in row])
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for number, column in enumerate(zip(*rows, strict=True), 1):
        longest = max((wcswidth(str(cell)) for cell in column[1:]), default=0)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest + 2, 9), 48)
    sheet.freeze_panes = "A2"
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def cleaned(cell: Any) -> str:
    """A cell, or what was typed, as text: no control characters, no blanks at its ends."""
    return _CONTROL.sub("", "" if cell is None else str(cell)).strip()


def _excel(path: Path) -> list[tuple[Any, ...]]:
    """The first sheet, values rather than formulas."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(path, read_only=True, data_only=True)
            try:
                sheet = workbook.worksheets[0]
                sheet.reset_dimensions()
                return list(islice(sheet.iter_rows(values_only=True), _MAX_ROWS))
            finally:
                workbook.close()
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, IndexError) as error:
        hint = "请用 WPS 或 Excel 打开看看，再另存为 .xlsx；正开着的先关掉"
        raise MzshError(f"{path.name} 不是能读的 .xlsx 文件", hint=hint) from error


def _delimited(path: Path) -> Iterable[list[str]]:
    try:
        text = read_text(path).text
    except (OSError, UnreadableText) as error:
        raise MzshError(
            f"读不了 {path.name}：{reason_of(error)}", hint="请另存为 UTF-8 编码的 .csv，或者 .xlsx"
        ) from None
    lines = text.splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    return csv.reader(lines, delimiter=separator)
