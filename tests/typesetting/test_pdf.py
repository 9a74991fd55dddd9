"""PDF through LibreOffice: the same pages, the same bytes, a clear word where there is none."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from mzsh.documents.rendering import How, render
from mzsh.errors import MzshError
from mzsh.typesetting import pdf
from mzsh.typesetting.typeset import Layout, typeset
from tests.support.folder import MeetingFolder
from tests.typesetting.pages import need_office


@pytest.mark.visual
def test_the_same_document_gives_the_same_pages() -> None:
    need_office()
    documents = [typeset(f"# 第{number}份\n\n正文。", layout=Layout()) for number in range(3)]
    first, second = (dict(pdf.to_pdf(documents)) for _ in range(2))

    assert sorted(first) == [0, 1, 2]
    assert first == second
    assert all(isinstance(content, bytes) and content.startswith(b"%PDF-") for content in first.values())


def fake_office(folder: Path, script: str) -> Path:
    """A program that stands for LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


CONVERTS = 'for file in "$@"; do case $file in *.docx) {body};; esac; done'
"""Goes over the documents that it is asked for."""
WRITES = 'printf "%%PDF-1.7 %s\\n%%%%EOF\\n" $file > pages/${file%.docx}.pdf'


def test_without_libreoffice_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_office", lambda: None)

    with pytest.raises(MzshError, match="要用 LibreOffice") as caught:
        list(pdf.to_pdf([b""]))
    assert "另存为 PDF" in caught.value.hint


def test_without_libreoffice_nothing_is_set_first(meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_office", lambda: None)
    monkeypatch.setattr("mzsh.typesetting.typeset.typeset_all", lambda *_, **__: pytest.fail("set in vain"))

    with pytest.raises(MzshError, match="要用 LibreOffice"):
        render(meeting.load(), how=How("pdf"))


def test_one_that_stands_still_is_stopped_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    body = f"case $file in 1.docx) sleep 60 & echo $! >> {tmp_path}/children; wait;; *) {WRITES};; esac"
    office = fake_office(tmp_path, CONVERTS.replace("{body}", body))
    monkeypatch.setattr(pdf, "find_office", lambda: office)
    monkeypatch.setattr(pdf, "_EACH", 0.5)
    monkeypatch.setattr(pdf, "_START", 0.5)
    found = dict(pdf.to_pdf([b"a", b"b", b"c", b"d"]))

    assert [isinstance(found[number], bytes) for number in range(4)] == [True, False, True, True]
    assert "太久没有动静" in str(found[1])
    assert not [pid for pid in (tmp_path / "children").read_text().split() if _runs(int(pid))]


def test_one_that_is_left_out_is_told_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    body = f"case $file in 0.docx) exit 1;; *) {WRITES};; esac"
    office = fake_office(tmp_path, CONVERTS.replace("{body}", body))
    monkeypatch.setattr(pdf, "find_office", lambda: office)
    found = dict(pdf.to_pdf([b"a", b"b"]))

    assert str(found[0]) == "转 PDF：LibreOffice 没有转成"
    assert isinstance(found[1], bytes)


def test_nothing_is_left_when_the_reader_goes_away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    body = f"case $file in 1.docx) sleep 60 & echo $! > {tmp_path}/children; wait;; *) {WRITES};; esac"
    office = fake_office(tmp_path, CONVERTS.replace("{body}", body))
    monkeypatch.setattr(pdf, "find_office", lambda: office)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    results = pdf.to_pdf([b"a", b"b"])
    next(results)
    while not (tmp_path / "children").exists():
        time.sleep(0.01)
    results.close()  # type: ignore[attr-defined]

    assert not _runs(int((tmp_path / "children").read_text()))
    assert list(tmp_path.glob("mzsh-*")) == []


def _runs(pid: int) -> bool:
    """Whether the process is there and no zombie, a moment after it was killed."""
    for _ in range(200):
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return False
        if state == "Z":
            return False
        time.sleep(0.02)
    return True
