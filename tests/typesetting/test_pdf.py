"""PDF through LibreOffice: the same pages, the same bytes, a clear word where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from mzsh.errors import MzshError
from mzsh.typesetting import pdf
from mzsh.typesetting.typeset import Layout, typeset
from tests.typesetting.pages import need_office


@pytest.mark.visual
def test_the_same_document_gives_the_same_pages() -> None:
    need_office()
    documents = [typeset(f"# 第{number}份\n\n正文。", layout=Layout()) for number in range(3)]
    first, second = (dict(pdf.to_pdf(documents)) for _ in range(2))

    assert sorted(first) == [0, 1, 2]
    assert first == second
    assert all(isinstance(content, bytes) and content.startswith(b"%PDF-") for content in first.values())


@pytest.mark.visual
def test_one_that_is_no_word_file_does_not_stop_the_others() -> None:
    need_office()
    found = dict(pdf.to_pdf([b"PK\x03\x04 broken", typeset("正文", layout=Layout())]))

    assert "没有转成" in str(found[0]) or isinstance(found[0], bytes)
    assert isinstance(found[1], bytes)


def test_without_libreoffice_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_office", lambda: None)

    with pytest.raises(MzshError, match="要用 LibreOffice") as caught:
        list(pdf.to_pdf([b""]))
    assert "另存为 PDF" in caught.value.hint


def test_a_libreoffice_that_stands_still_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sleeper = tmp_path / "soffice"
    sleeper.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    sleeper.chmod(0o755)
    monkeypatch.setattr(pdf, "find_office", lambda: sleeper)
    monkeypatch.setattr(pdf, "_START", 0.3)

    assert "太久没有动静" in str(dict(pdf.to_pdf([b"a"]))[0])


def test_a_libreoffice_that_ends_without_a_file_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    useless = tmp_path / "soffice"
    useless.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    useless.chmod(0o755)
    monkeypatch.setattr(pdf, "find_office", lambda: useless)

    assert [str(error) for _, error in pdf.to_pdf([b"a", b"b"])] == ["转 PDF：LibreOffice 没有转成"] * 2
