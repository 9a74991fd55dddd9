"""Whatever is no Word file is told in plain Chinese; nothing hangs and nothing is printed."""

from __future__ import annotations

import contextlib
import io
import random
import re
import time
import zipfile
from collections.abc import Callable

import pytest

from mzsh.conformance import examine
from mzsh.errors import MzshError
from tests.conformance.files import packed, unpacked
from tests.conformance.handmade import handmade
from tests.conformance.mutants import DOCUMENT, STYLES

_BOMB = '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


_MANY = "<w:body>" + "<w:p/>" * 251_000


def _without(name: str) -> bytes:
    return packed({key: text for key, text in unpacked(handmade()).items() if key != name})


def _with(name: str, change: Callable[[str], str]) -> bytes:
    parts = unpacked(handmade())
    parts[name] = change(parts[name])
    return packed(parts)


def _zip_bomb() -> bytes:
    stream = io.BytesIO(handmade())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/app.xml", b"<a>" + b" " * (60 * 1024 * 1024) + b"</a>")
    return stream.getvalue()


def _many_parts() -> bytes:
    stream = io.BytesIO(handmade())
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(4100):
            archive.writestr(f"x/{number}", b"")
    return stream.getvalue()


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "文件是空的"),
    "text": (lambda: "通知".encode(), "不是能读的 .docx 文件"),
    "old Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "旧的 .doc，或者加了密码"),
    "cut off": (lambda: handmade()[: len(handmade()) // 2], "压缩包坏了或不完整"),
    "another zip": (lambda: packed({"a.txt": "a"}), "里面没有正文"),
    "no document": (lambda: _without(DOCUMENT), "里面没有正文"),
    "no body": (lambda: _with(DOCUMENT, lambda text: text.replace("w:body", "w:nobody")), "里面没有正文"),
    "a sheet": (lambda: _with(DOCUMENT, lambda text: text.replace("w:document", "w:sheet")), "不是 Word 的格式"),
    "broken XML": (lambda: _with(DOCUMENT, lambda text: text[:-20]), "内容有一处写坏了"),
    "broken styles": (lambda: _with(STYLES, lambda text: text + "<"), "内容有一处写坏了"),
    "entities": (lambda: _with(DOCUMENT, lambda text: text.replace("?>", f"?>{_BOMB}", 1)), "夹带了 XML 实体"),
    "zip bomb": (_zip_bomb, "展开以后太大"),
    "many parts": (_many_parts, "展开以后太大"),
    "many paragraphs": (lambda: _with(DOCUMENT, lambda text: text.replace("<w:body>", _MANY)), "段落太多"),
    "many tags": (
        lambda: _with(DOCUMENT, lambda text: text.replace("<w:body>", "<w:body>" + "<w:p/>" * 4_100_000)),
        "太大",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_is_told_in_plain_chinese(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    make, message = BAD[name]

    with pytest.raises(MzshError, match=message) as error:
        examine(make())
    assert error.value.hint
    assert capfd.readouterr() == ("", "")


def test_an_empty_body_has_no_title() -> None:
    content = _with(DOCUMENT, lambda text: text[: text.index("<w:body>") + 8] + "</w:body></w:document>")

    assert examine(content).failed


def test_deep_nesting_is_refused_or_read() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80

    _examined(_with(DOCUMENT, lambda text: text.replace("<w:body>", f"<w:body>{deep}")))


@pytest.mark.parametrize("seed", range(150))
def test_files_damaged_at_random(seed: int) -> None:
    """Bytes changed in the archive, and characters in its parts: a result or a message, nothing else."""
    chance = random.Random(seed)
    content = bytearray(handmade())
    for _ in range(chance.randint(1, 12)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    _examined(bytes(content))

    parts = unpacked(handmade())
    name = chance.choice([part for part in parts if part.endswith(".xml")])
    text = parts[name]
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text))
        text = (
            text[:at] + chance.choice(["", '"', "9" * 40, "-1", "<w:p>", "/>", "&amp;", "nan", "1e9"]) + text[at + 1 :]
        )
    parts[name] = text
    _examined(packed(parts))


@pytest.mark.parametrize("seed", range(100))
def test_attributes_changed_at_random(seed: int) -> None:
    """Well-formed parts whose values make no sense."""
    chance = random.Random(seed)
    parts = unpacked(handmade())
    name = chance.choice([DOCUMENT, STYLES, "word/footer1.xml", "word/settings.xml"])
    values = list(re.finditer(r'w:[A-Za-z]+="([^"]*)"', parts[name]))
    for match in sorted(chance.sample(values, min(5, len(values))), key=lambda one: -one.start()) if values else ():
        value = chance.choice(["", "0", "-99999999999", "9" * 30, "abc", "12.5mm", "1e309", "true", "😀"])
        parts[name] = parts[name][: match.start(1)] + value + parts[name][match.end(1) :]
    _examined(packed(parts))


def _examined(content: bytes) -> None:
    """A message is as good as a result; any other exception fails the test."""
    with contextlib.suppress(MzshError):
        examine(content)


@pytest.mark.parametrize(
    "begun", ["〔2022", "附件", "2022年", "年", "（一）", "抄送", "中文", "1", "签发人", "月", "“"]
)
def test_a_line_of_blanks_does_not_hang(begun: str) -> None:
    blanks = f"<w:p><w:r><w:t>{begun}{' ' * 200_000}x</w:t></w:r></w:p>"
    many = "<w:r><w:t>一</w:t></w:r>" * 20_000
    began = time.monotonic()

    _examined(_with(DOCUMENT, lambda text: text.replace("<w:body>", f"<w:body>{blanks}<w:p>{many}</w:p>{blanks}")))
    assert time.monotonic() - began < 20
