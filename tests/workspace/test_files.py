import os
import random
from pathlib import Path

import pytest

from mzsh.errors import MzshError
from mzsh.model.place import Edit
from mzsh.workspace import files
from mzsh.workspace.files import TextFile, UnreadableText, decode, read_text, write_bytes, write_text

BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("data", "encoding", "bom"),
    [
        pytest.param("姓名: 李明\n".encode(), "utf-8", False, id="UTF-8"),
        pytest.param(BOM + "姓名: 李明\n".encode(), "utf-8", True, id="UTF-8 with BOM"),
        pytest.param("姓名: 李明\n".encode("gbk"), "gb18030", False, id="GBK"),
        pytest.param("姓名: 李明\n".encode("utf-16"), "utf-16", False, id="UTF-16 with BOM"),
        pytest.param(b"\xfe\xff" + "姓名: 李明\n".encode("utf-16-be"), "utf-16", False, id="UTF-16 BE with BOM"),
    ],
)
def test_encodings_of_an_office(data: bytes, encoding: str, bom: bool) -> None:
    assert decode(data) == TextFile("姓名: 李明\n", "姓名: 李明\n", encoding, bom)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_bom(encoding: str) -> None:
    text = "date: 2021-12-29\nplace: 会议室\n"

    assert decode(text.encode(encoding)) == TextFile(text, text, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_bom_and_with_few_letters(encoding: str) -> None:
    text = "姓名: 李明\n地点: 市委会议室\n"

    assert decode(text.encode(encoding)) == TextFile(text, text, encoding)


def test_rare_characters_of_gb18030() -> None:
    assert decode("𠮷镕喆〇\n".encode("gb18030")).text == "𠮷镕喆〇\n"


@pytest.mark.parametrize(("data", "bom"), [(b"", False), (BOM, True)], ids=["no bytes", "only a BOM"])
def test_empty_files(data: bytes, bom: bool) -> None:
    assert decode(data) == TextFile("", "", "utf-8", bom)


def test_line_ends_become_line_feeds() -> None:
    file = decode("甲\r\n乙\n丙\r\n".encode())

    assert (file.raw, file.text) == ("甲\r\n乙\n丙\r\n", "甲\n乙\n丙\n")


def test_a_lone_carriage_return_ends_a_line() -> None:
    assert decode("甲\r乙\r".encode()).text == "甲\n乙\n"


@pytest.mark.parametrize(
    ("data", "message", "line", "column"),
    [
        pytest.param("甲\n乙丙\0\n".encode(), "文件里有空字符（NUL），不是文本文件", 2, 3, id="NUL"),
        pytest.param("甲\n乙丙".encode() + b"\xff\xff\n", "认不出文件的编码", 2, 3, id="bytes of no encoding"),
        pytest.param("甲\n乙丙\n".encode()[:-2], "认不出文件的编码", 2, 2, id="cut off within a character"),
        pytest.param(b"\xff\xfe" + "甲".encode("utf-16-le") + b"\x00", "认不出文件的编码", 1, 1, id="UTF-16 cut off"),
        pytest.param("姓名: 李明\n".encode("utf-32"), "文件里有空字符（NUL），不是文本文件", 1, 1, id="UTF-32"),
    ],
)
def test_what_is_no_text(data: bytes, message: str, line: int, column: int) -> None:
    with pytest.raises(UnreadableText, match=message) as caught:
        decode(data)

    assert (caught.value.line, caught.value.column) == (line, column)


def test_utf8_with_a_byte_lost_is_not_taken_for_gbk() -> None:
    data = "# 上级通知\n\n原件存市委办公室机要柜，这里只登记名称和文号。\n".encode()

    with pytest.raises(UnreadableText):
        decode(data[:83] + data[84:])


def test_the_system_speaks_for_itself_where_a_file_is_gone(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_text(tmp_path / "没有.md")


def test_an_edit_changes_only_its_passage() -> None:
    file = decode(BOM + "姓名：李明\r\n状态: 草稿\r\n".encode())

    assert file.edited([Edit(2, 3, ": ")]) == BOM + "姓名: 李明\r\n状态: 草稿\r\n".encode()


def test_new_lines_take_the_line_ends_of_the_file() -> None:
    file = decode("姓名: 李明\r\n状态: 草稿\r\n".encode())

    assert file.edited([Edit(7, 7, "年度: 2021\n")]) == "姓名: 李明\r\n年度: 2021\r\n状态: 草稿\r\n".encode()


def test_edits_may_come_in_any_order() -> None:
    file = decode("甲\r\n乙\r\n丙\r\n".encode())

    assert file.edited([Edit(4, 5, "三"), Edit(0, 1, "一"), Edit(2, 3, "二")]) == "一\r\n二\r\n三\r\n".encode()


def test_a_line_can_be_taken_out_with_its_end() -> None:
    file = decode("甲\r\n乙\r\n丙\r\n".encode())

    assert file.edited([Edit(2, 4, "")]) == "甲\r\n丙\r\n".encode()


def test_an_edit_at_the_very_end() -> None:
    file = decode("甲\r\n乙".encode())

    assert file.edited([Edit(3, 3, "\n丙\n")]) == "甲\r\n乙\r\n丙\r\n".encode()


def test_a_gbk_file_is_written_as_utf8() -> None:
    assert decode("姓名: 李明\r\n".encode("gbk")).edited([]) == "姓名: 李明\r\n".encode()


@pytest.mark.parametrize("seed", range(20))
def test_edits_of_mixed_line_ends_change_nothing_else(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(100):
        units = [dice.choice(["甲", "乙", "𠮷", " ", "\n", "\r\n"]) for _ in range(dice.randrange(1, 40))]
        places = sorted(dice.sample(range(len(units) + 1), k=min(2 * dice.randrange(4), len(units) // 2 * 2)))
        spans = list(zip(places[::2], places[1::2], strict=True))
        edits = [Edit(start, end, dice.choice(["", "子", "子丑\n"])) for start, end in spans]
        bom = dice.choice([b"", BOM])

        edited = decode(bom + "".join(units).encode()).edited(edits)

        assert edited == bom + _replaced(units, edits).encode()


def _replaced(units: list[str], edits: list[Edit]) -> str:
    """The edits done on characters and line ends one by one, without any counting of carriage returns."""
    newline = "\r\n" if units.count("\r\n") > units.count("\n") else "\n"
    result = list(units)
    for edit in reversed(edits):
        result[edit.start : edit.end] = [edit.new.replace("\n", newline)]
    return "".join(result)


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_text(tmp_path / "06-发言提纲" / "李明.md", "甲\n乙\n")

    assert (tmp_path / "06-发言提纲" / "李明.md").read_bytes() == "甲\n乙\n".encode()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "李明.md"
    path.touch()
    path.chmod(0o640)

    write_bytes(path, b"x")

    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"x", 0o640)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "李明.md"
    path.write_bytes(b"old")

    def refuse(source: object, target: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.os, "replace", refuse)
    with pytest.raises(MzshError, match=r"写不了文件 李明\.md") as caught:
        write_bytes(path, b"new")

    assert caught.value.hint == "请检查目录权限和磁盘空间；文件若正在 Word 或 WPS 中打开，请先关闭"
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("李明.md", b"old")]
