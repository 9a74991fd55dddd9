"""Every row of the table "Bad input" (workspace.md): a fault in Chinese at its place, and all the rest still read."""

import os
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mzsh.errors import MzshError
from mzsh.model.place import Fault
from mzsh.workspace import loading
from mzsh.workspace.loading import load
from tests.support.folder import MEETING, MeetingFolder

ROOT = "会议.yml"
LETTERS = "03-征求意见/征求意见.yml"
TALK = "04-谈心谈话/张卫国-李明.md"
REGISTER = "04-谈心谈话/谈话登记.yml"
OUTLINE = "06-发言提纲/李明.md"
ALL = 31
"""Documents of the meeting."""

NO_UTF8 = "文件是 GBK（GB18030）编码，应为 UTF-8"
NO_UTF8_BUT_16 = "文件是 UTF-16 编码，应为 UTF-8"
COLON = "后面是全角冒号，应为半角冒号加一个空格"
TAB = "缩进用了制表符（Tab），YAML 只认半角空格"


@pytest.fixture(autouse=True)
def _quickly() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < 2, "bad input took more than two seconds"


def documents(meeting: MeetingFolder) -> int:
    return len(meeting.load().documents)


def only_fault(meeting: MeetingFolder) -> Fault:
    [fault] = [fault for source in meeting.load().sources for fault in source.faults]
    return fault


def fixed(meeting: MeetingFolder, name: str) -> str:
    """The file after the fix that its one fault proposes."""
    edit = only_fault(meeting).edit
    assert edit is not None
    text = meeting.read(name)
    return (text[: edit.start] + edit.new + text[edit.end :]).replace(": \n", ":\n")


# Encodings


@pytest.mark.parametrize(
    ("name", "encoding", "fault"),
    [
        pytest.param(OUTLINE, "gbk", f"{OUTLINE}:1:1 encoding {NO_UTF8}", id="GBK Markdown"),
        pytest.param(LETTERS, "gbk", f"{LETTERS}:1:1 encoding {NO_UTF8}", id="GBK YAML"),
        pytest.param(ROOT, "gb18030", f"{ROOT}:1:1 encoding {NO_UTF8}", id="GB18030 会议.yml"),
        pytest.param(OUTLINE, "utf-16", f"{OUTLINE}:1:1 encoding {NO_UTF8_BUT_16}", id="UTF-16 with BOM"),
        pytest.param(LETTERS, "utf-16-le", f"{LETTERS}:1:1 encoding {NO_UTF8_BUT_16}", id="UTF-16 LE without BOM"),
        pytest.param(LETTERS, "utf-16-be", f"{LETTERS}:1:1 encoding {NO_UTF8_BUT_16}", id="UTF-16 BE without BOM"),
    ],
)
def test_other_encodings_are_read_and_reported(meeting: MeetingFolder, name: str, encoding: str, fault: str) -> None:
    meeting.write_bytes(name, meeting.read(name).encode(encoding))

    assert (meeting.faults(), documents(meeting)) == ([fault], ALL)
    assert only_fault(meeting).hint == "可以代改：加 --fix"


@pytest.mark.parametrize("name", [ROOT, LETTERS, OUTLINE])
def test_a_bom_and_crlf_are_read_silently(meeting: MeetingFolder, name: str) -> None:
    expected = meeting.load().document(name)
    assert expected is not None
    meeting.write_bytes(name, b"\xef\xbb\xbf" + meeting.read(name).replace("\n", "\r\n").encode())

    found = meeting.load().document(name)

    assert meeting.faults() == []
    assert found is not None
    assert (found.model_dump(), found.body) == (expected.model_dump(), expected.body)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(
            "类型: 征求意见\n函:\n  - 单位".encode() + b"\xff\xff\n", "3:7 encoding 认不出文件的编码", id="no encoding"
        ),
        pytest.param(
            "类型: 征求意见\n函: 市\0直\n".encode(), "2:5 encoding 文件里有空字符（NUL），不是文本文件", id="NUL bytes"
        ),
        pytest.param(
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "3:1 encoding 文件里有空字符（NUL），不是文本文件", id="a picture"
        ),
        pytest.param(
            b"PK\x03\x04\x14\x00\x06\x00", "1:6 encoding 文件里有空字符（NUL），不是文本文件", id="a Word file renamed"
        ),
    ],
)
def test_what_is_no_text_is_left_out(meeting: MeetingFolder, data: bytes, fault: str) -> None:
    meeting.write_bytes(LETTERS, data)

    assert (meeting.faults(), documents(meeting)) == ([f"{LETTERS}:{fault}"], ALL - 1)
    assert only_fault(meeting).hint == "请另存为 UTF-8 编码"


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"], ids=["NEL", "LS", "PS"])
def test_unusual_line_separators(meeting: MeetingFolder, separator: str) -> None:
    meeting.write(LETTERS, f'类型: 征求意见\n听取: [{{成员: "张{separator * 9}卫国"}}]\n信: []\n')

    assert meeting.faults() == [f"{LETTERS}:3:1 unknown_key 不认识“信”这个键"]


def test_a_control_character(meeting: MeetingFolder) -> None:
    meeting.replace(TALK, "地点: 市委谈话室", "地点: 市委\x07谈话室")

    assert meeting.faults() == [f"{TALK}:8:7 syntax 文件里有不可见的控制字符"]


# Full-width punctuation and tabs


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        pytest.param(OUTLINE, "姓名: 李明", "姓名：李明", f"3:3 full_width “姓名”{COLON}", id="colon"),
        pytest.param(
            ROOT,
            "    职务: 市委副书记、市长",
            "    职务：市委副书记、市长",
            f"24:7 full_width “职务”{COLON}",
            id="colon of a member",
        ),
        pytest.param(
            ROOT, "  - 姓名: 李明", "  - 姓名：李明", f"23:7 full_width “姓名”{COLON}", id="colon after a dash"
        ),
        pytest.param(ROOT, "列席:\n", "列席：\n", f"39:3 full_width “列席”{COLON}", id="colon before a list"),
        pytest.param(
            LETTERS, "类型: 征求", "类型：征求", f"1:3 full_width “类型”{COLON}", id="colon in the first line"
        ),
        pytest.param(
            ROOT,
            "[市委, 市人大",
            "[市委，市人大",
            "49:10 full_width 名单里用了全角的“，”，应为半角逗号",
            id="comma in a list",
        ),
        pytest.param(
            ROOT,
            "[市委, 市人大",
            "[市委、市人大",
            "49:10 full_width 名单里用了全角的“、”，应为半角逗号",
            id="ideographic comma in a list",
        ),
        pytest.param(
            OUTLINE,
            "姓名: 李明",
            "姓名: “李明”",
            "3:5 full_width “李明”用了全角引号，引号会成为内容的一部分",
            id="quotes",
        ),
        pytest.param(ROOT, "  通知: 省委", "\t通知: 省委", f"7:1 full_width {TAB}", id="tab"),
        pytest.param(
            ROOT,
            "  通知: 省委",
            "　通知: 省委",
            "7:1 full_width 缩进用了全角空格，YAML 只认半角空格",
            id="full-width blank",
        ),
    ],
)
def test_full_width_punctuation(meeting: MeetingFolder, name: str, old: str, new: str, fault: str) -> None:
    original = meeting.read(name)
    meeting.replace(name, old, new)

    assert (meeting.faults(), documents(meeting)) == ([f"{name}:{fault}"], ALL)
    assert fixed(meeting, name) == original


def test_every_colon_of_the_front_matter_but_the_first(meeting: MeetingFolder) -> None:
    meeting.write(TALK, "---\n类型: 谈话记录\n谈话人：张卫国\n谈话对象：李明\n日期：2021-12-29\n---\n")

    assert meeting.faults() == [
        f"{TALK}:3:4 full_width “谈话人”{COLON}",
        f"{TALK}:4:5 full_width “谈话对象”{COLON}",
        f"{TALK}:5:3 full_width “日期”{COLON}",
    ]
    assert documents(meeting) == ALL


def test_every_colon_of_the_front_matter(meeting: MeetingFolder) -> None:
    meeting.write(TALK, "---\n类型：谈话记录\n谈话人：张卫国\n---\n")

    assert meeting.faults() == [f"{TALK}:2:3 full_width “类型”{COLON}", f"{TALK}:3:4 full_width “谈话人”{COLON}"]


def test_every_colon_of_a_row(meeting: MeetingFolder) -> None:
    meeting.write(LETTERS, "类型: 征求意见\n函:\n  - 单位：市教育局党委\n    类别：机关\n")

    assert meeting.faults() == [f"{LETTERS}:3:7 full_width “单位”{COLON}", f"{LETTERS}:4:7 full_width “类别”{COLON}"]


def test_a_colon_in_braces(meeting: MeetingFolder) -> None:
    original = meeting.read(ROOT)
    meeting.replace(ROOT, "{姓名: 何树林", "{姓名：何树林")

    assert meeting.faults() == [f"{ROOT}:40:8 full_width “姓名”{COLON}"]
    assert fixed(meeting, ROOT) == original


def test_a_comma_in_braces(meeting: MeetingFolder) -> None:
    original = meeting.read(ROOT)
    meeting.replace(ROOT, "{姓名: 何树林, 职务", "{姓名: 何树林，职务")

    assert meeting.faults() == [f"{ROOT}:40:13 full_width 这里用了全角的“，”，应为半角逗号"]
    assert fixed(meeting, ROOT) == original


def test_quotes_around_a_time(meeting: MeetingFolder) -> None:
    meeting.replace(TALK, '"09:00-10:10"', "“09:00-10:10”")

    assert meeting.faults() == [f"{TALK}:7:5 full_width “09:00-10:10”用了全角引号，引号会成为内容的一部分"]


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        pytest.param(
            ROOT,
            "    职务: 市委副书记、市长",
            "\t职务: 市委副书记、市长",
            f"24:1 full_width {TAB}",
            id="one tab for four",
        ),
        pytest.param(
            OUTLINE, "  - 方面: 1\n    问题:", "\t- 方面: 1\n\t  问题:", f"8:1 tab {TAB}", id="tabs on two lines"
        ),
        pytest.param(
            ROOT,
            "  通知: 省委",
            "　　通知: 省委",
            "7:1 full_width 缩进用了全角空格，YAML 只认半角空格",
            id="two full-width blanks",
        ),
        pytest.param(ROOT, "  - 姓名: 张卫国", "  -\t姓名: 张卫国", f"15:4 full_width {TAB}", id="tab behind a dash"),
    ],
)
def test_indents_that_two_blanks_do_not_put_right(
    meeting: MeetingFolder, name: str, old: str, new: str, fault: str
) -> None:
    meeting.replace(name, old, new)

    assert meeting.faults()[0] == f"{name}:{fault}"


@pytest.mark.parametrize("dash", ["－", "—", "-"], ids=["full-width", "em dash", "no blank"])
def test_a_second_item_whose_dash_is_none(meeting: MeetingFolder, dash: str) -> None:
    meeting.replace(ROOT, "  - 市教育局党委", f"  {dash}市教育局党委")

    assert [fault.split(" ")[0] for fault in meeting.faults()] == [f"{ROOT}:52:3"]


def test_full_width_punctuation_where_it_belongs(meeting: MeetingFolder) -> None:
    meeting.replace(ROOT, "  - 市直机关工委", "  - 市直机关工委（含“两新”组织），三级")
    meeting.replace(TALK, "地点: 市委谈话室", "地点: “七一”广场：东门、西门")

    assert meeting.faults() == []


# YAML


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        pytest.param(
            TALK,
            "地点: 市委谈话室",
            "地点: 市委: 谈话室",
            "8:7 syntax 这里不该有冒号：上一行的缩进不对，或者文字里的冒号没有加引号",
            id="colon in a text",
        ),
        pytest.param(
            ROOT, '时间: "09:00', "时间: '09:00", "12:7 syntax 引号或括号没有配对，一直到文件末尾", id="unpaired quote"
        ),
        pytest.param(ROOT, "范秀英]", "范秀英", "44:7 syntax 方括号没有配对", id="unpaired bracket"),
        pytest.param(
            LETTERS, "发出: 1, 收回: 1}\n听取", "发出: 1\n听取", "8:5 syntax 花括号没有配对", id="unpaired brace"
        ),
        pytest.param(
            ROOT,
            "  文号: 省",
            "   文号: 省",
            "8:6 syntax 这里不该有冒号：上一行的缩进不对，或者文字里的冒号没有加引号",
            id="indent",
        ),
        pytest.param(
            TALK, "地点: 市委", "地点: @市委", "8:5 syntax 这里的符号 YAML 不认识，文字请加引号", id="at sign"
        ),
    ],
)
def test_yaml_syntax(meeting: MeetingFolder, name: str, old: str, new: str, fault: str) -> None:
    meeting.replace(name, old, new)

    assert (meeting.faults(), documents(meeting)) == ([f"{name}:{fault}"], ALL - 1)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        pytest.param("地点 市委谈话室", "8:1 syntax 这一行缺冒号，应写成“键: 值”", id="none"),
        pytest.param("地点；市委谈话室", "8:1 syntax 这一行缺冒号，应写成“键: 值”", id="semicolon"),
        pytest.param("地点:市委谈话室", "8:3 syntax 冒号后面要空一格", id="no blank"),
    ],
)
def test_a_line_without_a_colon(meeting: MeetingFolder, typed: str, fault: str) -> None:
    meeting.replace(TALK, "地点: 市委谈话室", typed)

    assert meeting.faults() == [f"{TALK}:{fault}"]


def test_a_second_document_in_one_file(meeting: MeetingFolder) -> None:
    meeting.write(LETTERS, meeting.read(LETTERS) + "---\n类型: 征求意见\n")

    assert meeting.faults() == [f"{LETTERS}:19:1 syntax 一个文件里只能有一份内容，这里又起了一份（---）"]


@pytest.mark.parametrize(
    ("name", "old", "new", "fault", "hint"),
    [
        pytest.param(
            OUTLINE,
            "状态: 上级已审",
            "状态: 上级已审\n状态: 草稿",
            "5:1 duplicate_key “状态”写了两次，第一次在第4行",
            "",
            id="duplicate key",
        ),
        pytest.param(
            OUTLINE,
            "状态: 上级已审",
            "状态: 上级已审\nstatus: 草稿",
            "5:1 both_names “状态”和“status”是同一个键的中英文名，只能写一个",
            "第一次在第4行",
            id="both names of a key",
        ),
        pytest.param(
            TALK,
            "谈话对象: 李明",
            "谈话对像: 李明",
            "4:1 unknown_key 不认识“谈话对像”这个键",
            "是不是“谈话对象”？",
            id="misspelt key",
        ),
        pytest.param(
            TALK,
            "地点: 市委谈话室",
            "plcae: 市委谈话室",
            "8:1 unknown_key 不认识“plcae”这个键",
            "是不是“place”？",
            id="misspelt English",
        ),
        pytest.param(
            TALK,
            "地点: 市委谈话室",
            "天气: 晴",
            "8:1 unknown_key 不认识“天气”这个键",
            "可以写的有：谈话人、谈话对象、类别、日期、时间、地点、方式、在场人数、五避免",
            id="unknown key",
        ),
        pytest.param(
            ROOT,
            "承办:\n  组织部: 市委组织部\n  政研室: 市委政研室\n  办公室: 市委办公室\n",
            "承办: 市委组织部\n",
            "45:5 wrong_value “承办”下面应分项写明：组织部、政研室、办公室",
            "",
            id="value for a mapping",
        ),
        pytest.param(
            "10-整改/李明.yml",
            "[李明-1-1]",
            "李明-1-1",
            "7:9 wrong_value “来源”应是列表，这里写成了一个值",
            "写成列表：每项一行，以“- ”开头",
            id="value for a list",
        ),
        pytest.param(
            OUTLINE,
            "状态: 上级已审",
            "状态: 上级审定",
            "4:5 wrong_value “状态”不能写“上级审定”，只能是：草稿、已报送、书记已审、上级已审",
            "是不是“上级已审”？",
            id="no such word",
        ),
        pytest.param(
            TALK,
            "日期: 2021-12-29",
            "日期: 2021-02-30",
            "6:5 impossible_date 没有“2021-02-30”这一天",
            "请核对年月日",
            id="impossible date",
        ),
        pytest.param(
            "时间节点.yml",
            "时限: 2021-12-10",
            "时限: 2021-13-10",
            "2:35 impossible_date 没有“2021-13-10”这一天",
            "请核对年月日",
            id="impossible due date",
        ),
    ],
)
def test_keys_and_values(meeting: MeetingFolder, name: str, old: str, new: str, fault: str, hint: str) -> None:
    meeting.replace(name, old, new)

    assert (meeting.faults(), documents(meeting)) == ([f"{name}:{fault}"], ALL)
    assert only_fault(meeting).hint == hint


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("类型: 征求意见\n类型: 征求意见\n", "2:1 duplicate_key “类型”写了两次，第一次在第1行"),
        ("类型: 征求意见\nkind: solicitation\n", "2:1 both_names “类型”和“kind”是同一个键的中英文名，只能写一个"),
    ],
    ids=["twice", "both names"],
)
def test_the_kind_written_twice(meeting: MeetingFolder, text: str, fault: str) -> None:
    meeting.write(LETTERS, text)

    assert meeting.faults() == [f"{LETTERS}:{fault}"]


# Front matter


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param(
            "---\n类型: 谈话记录\n\n正文\n", "1:1 front_matter 开头的 --- 没有对应的结束行", id="unterminated"
        ),
        pytest.param("---\n", "1:1 front_matter 开头的 --- 没有对应的结束行", id="only its beginning"),
        pytest.param("# 谈话\n\n聊了聊\n", "1:1 front_matter 开头没有“类型”等各项（以 --- 起、以 --- 止）", id="none"),
        pytest.param(
            '+++\n类型 = "谈话记录"\n+++\n',
            "1:1 front_matter 开头是 TOML 的写法，这里用 YAML：以 --- 起、以 --- 止",
            id="TOML",
        ),
        pytest.param(
            '{\n"类型": "谈话记录"\n}\n\n正文\n',
            "1:1 front_matter 开头是 JSON 的写法，这里用 YAML：以 --- 起、以 --- 止",
            id="JSON",
        ),
        pytest.param(
            "\n---\n类型: 谈话记录\n---\n", "1:1 front_matter 开头的 --- 之前不能有空行或空格", id="blank line before"
        ),
        pytest.param(
            " ---\n类型: 谈话记录\n---\n", "1:1 front_matter 开头的 --- 之前不能有空行或空格", id="blank before"
        ),
        pytest.param("", "1:1 front_matter 开头没有“类型”等各项（以 --- 起、以 --- 止）", id="empty file"),
        pytest.param("\ufeff", "1:1 front_matter 开头没有“类型”等各项（以 --- 起、以 --- 止）", id="only a BOM"),
        pytest.param("---\n---\n", "1:1 unknown_kind 没有写“类型”，不知道这是什么材料", id="nothing in it"),
    ],
)
def test_front_matter(meeting: MeetingFolder, text: str, fault: str) -> None:
    meeting.write(TALK, text)

    assert (meeting.faults(), documents(meeting)) == ([f"{TALK}:{fault}"], ALL - 1)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\n", "# 注释\n".encode(), b"- 1\n", b"1\n"], ids=repr)
def test_a_register_without_keys(meeting: MeetingFolder, data: bytes) -> None:
    meeting.write_bytes(LETTERS, data)

    assert meeting.faults() == [f"{LETTERS}:1:1 unknown_kind 没有写“类型”，不知道这是什么材料"]


# Too much


def test_a_file_of_20_megabytes(meeting: MeetingFolder) -> None:
    meeting.write_bytes(LETTERS, b"a" * 20 * 1024 * 1024)

    assert (meeting.faults(), documents(meeting)) == (
        [f"{LETTERS}:1:1 too_large 文件有 20 MB，超过 4 MB，没有读"],
        ALL - 1,
    )


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        pytest.param("[" * 1_000_000, 2, 43, id="brackets"),
        pytest.param("{" * 1_000_000, 2, 43, id="braces"),
        pytest.param("{a: " * 1_000_000, 2, 160, id="mappings"),
        pytest.param("\n" + "- " * 1_000_000, 3, 79, id="dashes"),
        pytest.param("\n" + "".join(" " * level + "a:\n" for level in range(1, 1000)), 42, 41, id="indents"),
    ],
)
def test_a_million_levels(meeting: MeetingFolder, text: str, line: int, column: int) -> None:
    meeting.write(LETTERS, f"类型: 征求意见\n函: {text}")

    assert (meeting.faults(), documents(meeting)) == (
        [f"{LETTERS}:{line}:{column} too_deep 嵌套超过 40 层"],
        ALL - 1,
    )


def test_a_million_brackets_are_not_quoted(meeting: MeetingFolder) -> None:
    meeting.write(LETTERS, "类型: 征求意见\n函: " + "[" * 1_000_000)

    assert len(only_fault(meeting).quote) < 1000


def test_an_alias_bomb(meeting: MeetingFolder) -> None:
    bomb = "".join(
        f"{name}: &{name} [{', '.join([f'*{below}'] * 10)}]\n" for below, name in ["ab", "bc", "cd", "de", "ef"]
    )
    meeting.write(LETTERS, f"类型: 征求意见\na: &a [{', '.join('x' * 10)}]\n{bomb}")

    assert meeting.faults() == [f"{LETTERS}:6:24 too_deep 内容超过 60000 项"]


def test_many_full_width_colons_in_a_long_register(meeting: MeetingFolder) -> None:
    rows = [f"  - 单位{'：' if row % 10 == 0 else ': '}单位{row}\n    类别: 机关\n" for row in range(1000)]
    meeting.write(LETTERS, "类型: 征求意见\n函:\n" + "".join(rows))

    start = time.process_time()

    assert len(meeting.faults()) == 100
    assert time.process_time() - start < 0.5


def test_a_heading_of_nothing_but_hashes(meeting: MeetingFolder) -> None:
    meeting.write(TALK, meeting.read(TALK) + "\n#" + " #" * 8000 + "x\n")

    start = time.process_time()
    meeting.load()

    assert time.process_time() - start < 0.3


def test_a_body_of_three_megabytes(meeting: MeetingFolder) -> None:
    meeting.write(TALK, meeting.read(TALK) + "\n我有问题。" * 250_000)

    assert meeting.faults() == []


# The file system


def test_a_link_to_itself(meeting: MeetingFolder) -> None:
    meeting.path("03-征求意见/自己.yml").symlink_to("自己.yml")

    assert documents(meeting) == ALL
    assert meeting.faults() == ["03-征求意见/自己.yml:1:1 encoding 读不了这个文件：链接绕成了圈"]


def test_a_link_to_the_folder_above(meeting: MeetingFolder) -> None:
    meeting.path("03-征求意见/上面").symlink_to("..")

    assert (meeting.faults(), documents(meeting)) == ([], ALL)


def test_a_link_to_nothing(meeting: MeetingFolder) -> None:
    meeting.path("03-征求意见/断.yml").symlink_to("没有.yml")

    assert meeting.faults() == []
    assert meeting.load().notes == ("03-征求意见/断.yml 在读取时已被移走或是失效的链接，跳过",)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe(meeting: MeetingFolder) -> None:
    pipe = meeting.path("03-征求意见/管道.yml")
    os.mkfifo(pipe)
    reader = threading.Thread(target=meeting.load, daemon=True)
    reader.start()
    reader.join(1)
    hangs = reader.is_alive()
    if hangs:
        os.close(os.open(pipe, os.O_WRONLY))
        reader.join()

    assert not hangs


def test_a_file_that_may_not_be_read(meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_reading(monkeypatch, LETTERS, PermissionError(13, "Permission denied"))

    assert documents(meeting) == ALL - 1
    assert meeting.faults() == [f"{LETTERS}:1:1 encoding 读不了这个文件：没有权限"]
    assert only_fault(meeting).hint == "请检查文件的权限"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        pytest.param(PermissionError(13, "Permission denied"), "没有权限", id="no permission"),
        pytest.param(OSError(40, "Too many levels of symbolic links"), "链接绕成了圈", id="links in a circle"),
        pytest.param(
            OSError(5, "Input/output error"),
            "磁盘出错",
            id="broken disk",
        ),
    ],
)
def test_the_reason_is_given_in_chinese(
    meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    refuse_reading(monkeypatch, LETTERS, error)

    assert meeting.faults() == [f"{LETTERS}:1:1 encoding 读不了这个文件：{reason}"]


def test_a_file_removed_while_reading(meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_reading(monkeypatch, LETTERS, FileNotFoundError(2, "No such file or directory"))

    project = meeting.load()

    assert (meeting.faults(), len(project.documents)) == ([], ALL - 1)
    assert project.notes == (f"{LETTERS} 在读取时已被移走或是失效的链接，跳过",)


def refuse_reading(monkeypatch: pytest.MonkeyPatch, name: str, error: OSError) -> None:
    read = loading.read_text

    def refuse(path: Path) -> object:
        if path.as_posix().endswith(name):
            raise error
        return read(path)

    monkeypatch.setattr(loading, "read_text", refuse)


# 会议.yml itself


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xef\xbb\xbf", id="only a BOM"),
        pytest.param(b" \n\n", id="blank"),
        pytest.param(
            b"- a\n",
            id="list",
        ),
        pytest.param(
            b"a\n",
            id="word",
        ),
        pytest.param(
            b"# a\n",
            id="comment",
        ),
    ],
)
def test_a_meeting_that_is_no_mapping(meeting: MeetingFolder, data: bytes) -> None:
    meeting.write_bytes(ROOT, data)

    with pytest.raises(MzshError, match=r"会议\.yml 是空的，或者不是“键: 值”的写法") as caught:
        meeting.load()

    assert caught.value.hint == "可参照 mzsh demo 里的 会议.yml"


def test_a_meeting_with_a_syntax_error_is_still_a_workspace(meeting: MeetingFolder) -> None:
    meeting.replace(ROOT, "成员: [田立新, 范秀英]", "成员: [田立新, 范秀英")

    project = meeting.load()

    assert meeting.faults() == [f"{ROOT}:44:7 syntax 方括号没有配对"]
    assert (len(project.documents), project.meeting.member_names, project.preset.area_count) == (ALL - 1, (), 0)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param("主题: 甲\0\n".encode(), "1:6 encoding 文件里有空字符（NUL），不是文本文件", id="NUL"),
        pytest.param(b"\xff\xff\n", "1:1 encoding 认不出文件的编码", id="no encoding"),
        pytest.param("# 机密\n预设: 2021\n".encode(), "1:3 secret 文件标有密级“机密”，没有读取", id="secret"),
        pytest.param(b"#" * 5 * 1024 * 1024, "1:1 too_large 文件有 5 MB，超过 4 MB，没有读", id="too large"),
    ],
)
def test_a_meeting_that_cannot_be_read_is_still_a_workspace(meeting: MeetingFolder, data: bytes, fault: str) -> None:
    meeting.write_bytes(ROOT, data)

    assert (meeting.faults(), documents(meeting)) == ([f"{ROOT}:{fault}"], ALL - 1)


ENGLISH = """\
kind: meeting
preset: 2021
profile: 常委会
org: 临江市委
body: 市委常委班子
year: 2021
theme: Theme
basis: {notice: Notice, number: No. 1, date: 2021-12-06}
session: {date: 2022-01-18, time: 9:00, place: Room 1, days: 1}
members:
  - {name: Zhang Weiguo, post: Secretary, role: 书记, in_charge: [{unit: Office, head: Chen}], branch_delegate: Zhou}
  - name: Li Ming
    psot: Mayor
"""


def test_keys_and_names_in_english(meeting: MeetingFolder) -> None:
    meeting.write(ROOT, ENGLISH)

    roster = meeting.load().meeting

    assert meeting.faults() == [f"{ROOT}:13:5 unknown_key 不认识“psot”这个键"]
    assert only_fault(meeting).hint == "是不是“post”？"
    assert (roster.group, roster.member_names, roster.members[0].in_charge[0].head) == (
        "市委常委班子",
        ("Zhang Weiguo", "Li Ming"),
        "Chen",
    )


# Anything at all


def mutated(dice: random.Random, data: bytes) -> bytes:
    """The file after a few slips of the hand: bytes and lines lost, doubled, moved or replaced."""
    for _ in range(dice.randint(1, 4)):
        lines = data.split(b"\n")
        line = dice.randrange(len(lines))
        at = dice.randrange(len(data) + 1)
        match dice.randrange(7):
            case 0:
                data = data[:at] + data[at + dice.randint(1, 5) :]
            case 1:
                data = data[:at] + dice.choice(SLIPS) + data[at:]
            case 2:
                data = data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]
            case 3:
                data = b"\n".join(lines[:line] + lines[line + 1 :])
            case 4:
                data = b"\n".join([*lines[:line], dice.choice(lines), *lines[line:]])
            case 5:
                data = b"\n".join([*lines[:line], b" " * dice.randrange(7) + lines[line].lstrip(), *lines[line + 1 :]])
            case _:
                data = b"\n".join([*lines[:line], lines[line].replace(b":", "：".encode(), 1), *lines[line + 1 :]])
    return data


SLIPS = [
    *(slip.encode() for slip in ("：", "，", "“", "　", "〔待填〕", "全部", "类型: 谈话记录\n", "条目:\n", "\ufeff")),
    *(
        b"\n",
        b"\t",
        b"- ",
        b": ",
        b"[",
        b"]",
        b"{",
        b"}",
        b'"',
        b"'",
        b"#",
        b"|",
        b">",
        b"&a ",
        b"*a",
        b"!",
        b"%",
        b"@",
    ),
    *(b"---\n", b"...\n", b"? ", b"<<: ", b"~", b"9" * 30, b"2021-13-01", b"\0", b"\xff", b"\x07", b"\r\n"),
]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(300))
def test_a_damaged_folder_is_read_or_refused_in_chinese(meeting: MeetingFolder, seed: int) -> None:
    dice = random.Random(seed)
    names = sorted(path.relative_to(MEETING).as_posix() for path in MEETING.rglob("*.*") if path.is_file())
    name = dice.choice(names)
    meeting.write_bytes(name, mutated(dice, meeting.path(name).read_bytes()))

    refusal = ""
    faulty: list[str] = []
    try:
        faulty = [source.path for source in load(meeting.root).sources if source.faults]
    except MzshError as error:
        refusal = str(error)

    assert faulty in ([], [name])
    assert refusal in ("", "会议.yml 是空的，或者不是“键: 值”的写法")
