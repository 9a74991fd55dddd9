"""mzsh conform: what a secretary sees, what a program reads, and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mzsh.cli.running import run
from tests.conformance.files import edited
from tests.conformance.handmade import handmade

DOCUMENT = "word/document.xml"
GOLDEN = Path(__file__).parent.parent / "conformance" / "conform.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A clean paper, one with two faults, and what is no Word file."""
    (tmp_path / "通知.docx").write_bytes(handmade())
    faulty = edited(handmade(), DOCUMENT, "2022年2月10日", "2022年2月05日")
    (tmp_path / "旧稿.docx").write_bytes(edited(faulty, DOCUMENT, 'w:top="2098"', 'w:top="1440"'))
    (tmp_path / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    return tmp_path


def test_a_clean_paper(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(folder), "conform", "通知.docx"]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "通知.docx",
        "  没有不符合的：78 项符合，2 项是各地习惯（行距、空行），3 项不涉及。",
    ]


def test_what_fails_comes_with_where_and_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(folder), "验格式", "旧稿.docx"]) == 1

    assert capsys.readouterr().out.splitlines() == [
        "旧稿.docx",
        "  不符合  上边距（天头）：25.4 mm，应为 37 mm",
        "      在  第1节",
        "      标准  天头 37 mm ± 1 mm；横排的页面是版心转过来的，上为 28 mm（或 26 mm）",
        "            。",
        "      改法  布局 → 页边距 → 自定义：上 3.7 厘米",
        "  不符合  日期的写法：“2022年2月05日”月、日编了虚位",
        "      在  第8段“（一）列出清单。对照”",
        "      标准  成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位（",
        "            即1不编为01）；文中的日期写法一致。",
        "      改法  写成“2022年1月5日”：阿拉伯数字，年份全称，月日不编虚位，不用横线、",
        "            斜线、圆点",
        "  2 项不符合：76 项符合，2 项是各地习惯（行距、空行），3 项不涉及。",
    ]


def test_every_item(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(folder), "conform", "--all", "通知.docx"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert "  符合  纸张：210 × 297 mm；297 × 210 mm" in lines
    assert "  各地习惯  行距：固定值 28 磅" in lines
    assert "  不涉及  签发人" in lines


def test_several_files_of_which_one_cannot_be_examined(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(folder), "conform", "旧.doc", "通知.docx", "没有.docx", "."]) == 2

    captured = capsys.readouterr()
    assert captured.out.splitlines()[0] == "通知.docx"
    assert captured.err.splitlines() == [
        "mzsh：旧.doc 验不了：不是 .docx：是旧的 .doc，或者加了密码",
        "  → 用 WPS 或 Word 打开，去掉密码，另存为 .docx",
        "mzsh：没有.docx 验不了：没有这个文件",
        "  → 看看文件名和所在的文件夹",
        "mzsh：. 验不了：是文件夹，不是 Word 文件",
        "  → 写里面的文件名，如 通知.docx",
    ]


def test_json_is_a_contract(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(folder), "conform", "旧稿.docx", "--format", "json"]) == 1

    assert json.loads(capsys.readouterr().out) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_json_names_what_could_not_be_examined(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(folder), "conform", "旧.doc", "通知.docx", "--format", "json"]) == 2

    first, second = json.loads(capsys.readouterr().out)["files"]
    assert first["error"] == "不是 .docx：是旧的 .doc，或者加了密码"
    assert first["items"] == []
    assert second["summary"] == {"符合": 78, "不符合": 0, "各地习惯": 2, "不涉及": 3}


def test_into_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(folder), "conform", "旧稿.docx", "--output", "结果.txt"]) == 1

    assert (folder / "结果.txt").read_text(encoding="utf-8").startswith("旧稿.docx\n  不符合  上边距（天头）")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["通知.docx", "--output", "通知.docx"], "通知.docx 是要验的文件，结果不能写在上面"),
        (["通知.docx", "--format", "xml"], "没有“xml”这种格式"),
        (["通知.docx", "--output", "没有/结果.txt"], "这个文件夹，没有写 结果.txt"),
    ],
)
def test_what_cannot_be_done(
    folder: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(folder), "conform", *arguments]) == 2

    assert message in capsys.readouterr().err
    assert (folder / "通知.docx").read_bytes() == handmade()
