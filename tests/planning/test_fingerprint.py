"""The fingerprint of docs/fingerprint.md, computed thrice: by the program, by the page's own code, by the tests."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from mzsh.planning.approvals import fingerprint_of
from mzsh.workspace.files import read_text
from mzsh.workspace.loading import load_text
from tests.project.checkout import ROOT
from tests.support.fingerprint import fingerprint
from tests.support.folder import MEETING

PAGE = (ROOT / "docs" / "fingerprint.md").read_text(encoding="utf-8")
OUTLINE = (MEETING / "06-发言提纲" / "李明.md").read_text(encoding="utf-8") + "\nCafé\n"


def by_program(path: Path) -> str:
    return fingerprint_of(load_text(path.name, read_text(path).text).source)


def by_page(path: Path) -> str:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, Callable[[str], str]] = {}
    exec(code, names)
    return names["fingerprint"](str(path))


def by_tests(path: Path) -> str:
    return fingerprint(path.read_bytes().decode("utf-8"))


def written(folder: Path, text: str, *, encoding: str = "utf-8") -> Path:
    path = folder / "李明.md"
    path.write_bytes(text.encode(encoding))
    return path


SAME = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "a lone CR": lambda text: text.replace("\n", "\r"),
    "BOM": lambda text: "\ufeff" + text,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "another status": lambda text: text.replace("状态: 上级已审", "状态: 草稿   # 退改"),
    "the status in English": lambda text: text.replace("状态: 上级已审", "status: 已报送"),
    "no status": lambda text: text.replace("状态: 上级已审\n", ""),
    "a suppression in Markdown": lambda text: text.replace("## 二", "<!-- mzsh: 忽略 MZ203 原话 -->\n## 二"),
    "a suppression in YAML": lambda text: text.replace("对照检查:\n", "  # mzsh：忽略 MZ110 都是自己查的\n对照检查:\n"),
    "blanks at ends of lines": lambda text: text.replace("\n", " \t　\n"),
    "empty lines at the end": lambda text: text + "\n \n\n",
    "no line end at the end": lambda text: text.rstrip("\n"),
}

OTHER = {
    "a full stop": lambda text: text.replace("。", "", 1),
    "a status in the body": lambda text: text + "\n状态: 草稿\n",
    "an indented status": lambda text: text.replace("对照检查:\n", "对照检查:\n  状态: 草稿\n"),
    "a comment that is no suppression": lambda text: text + "\n<!-- 待核 -->\n",
    "words behind a suppression": lambda text: text + "\n<!-- mzsh: 忽略 MZ203 原话 -->又补一句\n",
    "words between two comments": lambda text: text + "\n<!-- mzsh: 忽略 MZ203 原话 -->正文<!-- 完 -->\n",
    "a heading like a suppression": lambda text: text + "\n# mzsh: 忽略 MZ203 原话\n",
    "an empty line between": lambda text: text.replace("## 二", "\n## 二"),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_does_not_change_it(tmp_path: Path, change: Callable[[str], str]) -> None:
    mark = by_program(written(tmp_path, OUTLINE))
    text = change(OUTLINE)
    assert text != OUTLINE

    path = written(tmp_path, text)

    assert by_program(path) == mark
    assert by_page(path) == mark


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER)
def test_what_changes_it(tmp_path: Path, change: Callable[[str], str]) -> None:
    mark = by_program(written(tmp_path, OUTLINE))

    path = written(tmp_path, change(OUTLINE))

    assert by_program(path) != mark
    assert by_page(path) == by_program(path) == by_tests(path)


def test_another_encoding_does_not_change_it(tmp_path: Path) -> None:
    assert by_program(written(tmp_path, OUTLINE, encoding="gb18030")) == fingerprint(OUTLINE)
    assert by_program(written(tmp_path, OUTLINE, encoding="utf-16")) == fingerprint(OUTLINE)


def test_in_a_register_the_status_of_an_item_counts(tmp_path: Path) -> None:
    text = "类型: 整改清单\n状态: 草稿\n条目:\n  - 状态: 已完成\n"

    marks = {fingerprint_of(load_text("班子.yml", t).source) for t in (text, text.replace("草稿", "已报送"))}

    assert len(marks) == 2


def test_in_a_register_a_suppression_does_not_count(tmp_path: Path) -> None:
    text = "类型: 整改清单\n条目:\n  - 状态: 已完成\n"
    suppressed = text.replace("条目", "# mzsh: 忽略 MZ111 已商定\n条目")

    marks = {fingerprint_of(load_text("班子.yml", t).source) for t in (text, suppressed)}
    (tmp_path / "班子.yml").write_text(suppressed, encoding="utf-8")

    assert marks == {by_page(tmp_path / "班子.yml")}


def test_the_page_s_example(tmp_path: Path) -> None:
    before, after = re.findall(r"```\n(---\n.*?)```", PAGE, re.DOTALL)
    (digest,) = re.findall(r"指纹：`([0-9a-f]{64})`", PAGE)

    path = written(tmp_path, before.replace("␣", " "))

    assert by_program(path) == by_page(path) == digest
    assert by_program(written(tmp_path, after)) == digest
