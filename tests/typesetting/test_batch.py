"""Many texts in few processes: one that breaks or hangs is told by itself, the others come out."""

import io
import zipfile
from pathlib import Path

import pytest

from mzsh.errors import MzshError
from mzsh.resources import templates
from mzsh.typesetting import pandoc
from mzsh.typesetting.batch import convert
from mzsh.typesetting.reference import reference
from mzsh.typesetting.standard import Style
from mzsh.typesetting.typeset import Layout, Worded, typeset, typeset_all

HANGS = b"&" * 50_000  # as long as nobody escapes them


def files() -> dict[str, bytes]:
    filters = {name: (templates() / "pandoc" / name).read_bytes() for name in ("batch.lua", "official.lua")}
    return {**filters, "reference.docx": reference(Style())}


def words(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode("utf-8")


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_text_comes_out_under_its_number(jobs: int) -> None:
    texts = [f"正文第{number}份。".encode() for number in range(40)]
    found = dict(convert(texts, files=files(), jobs=jobs))

    assert sorted(found) == list(range(40))
    for number, content in found.items():
        assert isinstance(content, bytes)
        assert f"正文第{number}份。" in words(content)


def test_a_text_that_hangs_is_stopped_and_the_others_come_out() -> None:
    found = dict(convert([b"a", HANGS, b"b", b"c"], files=files(), jobs=1, timeout=1))

    assert [isinstance(found[number], bytes) for number in range(4)] == [True, False, True, True]
    assert "排版超过 1 秒，已停止" in str(found[1])


def test_a_text_that_breaks_pandoc_is_told_and_the_others_come_out() -> None:
    broken = files()
    broken["official.lua"] += b"\n"
    lua = broken["batch.lua"].decode("utf-8")
    broken["batch.lua"] = lua.replace(
        "function Pandoc(main)",
        "local real = contents\ncontents = function(n)\n"
        "  local t = real(n)\n  if t == 'bad' then error('no') end\n  return t\nend\nfunction Pandoc(main)",
    ).encode()
    found = dict(convert([b"a", b"bad", b"b"], files=broken, jobs=1))

    assert [isinstance(found[number], bytes) for number in range(3)] == [True, False, True]
    assert "pandoc 未能完成" in str(found[1])


def test_no_process_is_left_when_the_reader_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[object] = []
    leave = pandoc.Running.__exit__

    def noted(self: pandoc.Running, *details: object) -> None:
        leave(self, *details)
        left.append(self.ends_within(0))

    monkeypatch.setattr(pandoc.Running, "__exit__", noted)
    results = convert([b"a"] * 30, files=files(), jobs=2)
    next(results)
    results.close()  # type: ignore[attr-defined]

    assert left == [True, True]


def test_pandoc_reads_nothing_but_what_it_is_given(tmp_path: Path) -> None:
    picture = tmp_path / "secret.svg"
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    text = f"![甲]({picture.as_posix()})\n\n![](reference.docx)\n\n乙".encode()
    ((_, content),) = convert([text], files=files(), jobs=1)

    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if "media" in name]
    assert "甲" in words(content)


def test_a_bug_of_ours_stops_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    from mzsh.typesetting import finishing

    sound = finishing.finish

    def broken(content: bytes, *, layout: Layout) -> bytes:
        if layout.title == "坏":
            raise ZeroDivisionError
        return sound(content, layout=layout)

    monkeypatch.setattr("mzsh.typesetting.finishing.finish", broken)
    found = dict(typeset_all([Worded("正文", Layout(title=title)) for title in ("好", "坏", "好")]))

    assert [type(found[number]) for number in range(3)] == [bytes, ZeroDivisionError, bytes]


def test_styles_are_not_mixed_up() -> None:
    layouts = [Layout(style=Style(pitch=28)), Layout(), Layout(style=Style(pitch=28))]
    found = dict(typeset_all([Worded("正文", layout) for layout in layouts]))

    assert found[0] == found[2] != found[1]
    assert found[1] == typeset("正文", layout=Layout())


def test_no_text_is_no_process() -> None:
    assert list(convert([], files=files(), jobs=2)) == []
    assert list(typeset_all([])) == []


def test_a_process_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    reference(Style())
    monkeypatch.setattr(pandoc, "executable", lambda: tmp_path / "none")

    with pytest.raises(MzshError, match="pandoc 无法运行"):
        typeset("正文", layout=Layout())
