"""The rows of "Bad input" as a secretary meets them: rule, line, column and words, the rest still checked."""
# ruff: noqa: E501

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from mzsh.cli.running import run
from tests.support.folder import MeetingFolder

TALK = "04-谈心谈话/张卫国-李明.md"
REGISTER = "04-谈心谈话/谈话登记.yml"
OUTLINE = "06-发言提纲/李明.md"
STUDY = "02-学习研讨/2021-12-30-党委会.md"

Break = Callable[[MeetingFolder], None]


def put(name: str, old: str, new: str) -> Break:
    return lambda meeting: meeting.replace(name, old, new)


def approved(break_it: Break) -> Break:
    """Break it, and approve what is left: else MZ505 would speak too."""

    def broken(meeting: MeetingFolder) -> None:
        break_it(meeting)
        meeting.approve()

    return broken


def data(name: str, content: bytes) -> Break:
    return lambda meeting: meeting.write_bytes(name, content)


def encoded(name: str, encoding: str) -> Break:
    return lambda meeting: meeting.write_bytes(name, meeting.read(name).encode(encoding))


ROWS = [
    pytest.param(encoded(TALK, "gb18030"), f"{TALK}:1:1 错误 MZ001 文件是 GBK（GB18030）编码，应为 UTF-8", id="GBK"),
    pytest.param(encoded(TALK, "utf-16"), f"{TALK}:1:1 错误 MZ001 文件是 UTF-16 编码，应为 UTF-8", id="UTF-16"),
    pytest.param(encoded(TALK, "utf-8-sig"), None, id="BOM"),
    pytest.param(
        lambda m: m.write_bytes(TALK, m.read(TALK).replace("\n", "\r\n").encode()), None, id="CRLF"
    ),
    pytest.param(
        put(TALK, "谈话人: 张卫国", "谈话人：张卫国"),
        f"{TALK}:3:4 错误 MZ003 “谈话人”后面是全角冒号，应为半角冒号加一个空格",
        id="full-width colon",
    ),
    pytest.param(
        put(TALK, "谈话人: 张卫国", "谈话人: “张卫国”"),
        f"{TALK}:3:6 错误 MZ003 “张卫国”用了全角引号，引号会成为内容的一部分",
        id="full-width quotes",
    ),
    pytest.param(
        put(REGISTER, "    谈话对象: 陈建平", "\t谈话对象: 陈建平"),
        f"{REGISTER}:4:1 错误 MZ003 缩进用了制表符（Tab），YAML 只认半角空格",
        id="tab",
    ),
    pytest.param(
        put(STUDY, "[张卫国, 李明, 王芳]", "[张卫国, 李明, 王芳"), f"{STUDY}:6:5 错误 MZ002 方括号没有配对", id="syntax"
    ),
    pytest.param(
        put(TALK, "地点: 市委谈话室", "地点: 市委谈话室\n地点: 走廊"),
        f"{TALK}:9:1 错误 MZ004 “地点”写了两次，第一次在第8行",
        id="duplicate key",
    ),
    pytest.param(
        put(TALK, "地点: 市委谈话室", "地点: 市委谈话室\nplace: 走廊"),
        f"{TALK}:9:1 错误 MZ011 “地点”和“place”是同一个键的中英文名，只能写一个",
        id="both names",
    ),
    pytest.param(
        put(TALK, "五避免: 全部", "五避勉: 全部"), f"{TALK}:9:1 错误 MZ005 不认识“五避勉”这个键", id="unknown key"
    ),
    pytest.param(
        put(TALK, "类别: 书记与常委", "类别: 书记常委"),
        f"{TALK}:5:5 错误 MZ007 “类别”不能写“书记常委”，只能是：书记与常委、常委之间、书记与成员、成员之间、"
        "分管部门负责人、支部党员代表",
        id="wrong value",
    ),
    pytest.param(
        put(TALK, "地点: 市委谈话室", "地点: 市委谈话室\n在场人数: 两人"),
        f"{TALK}:9:7 错误 MZ007 “在场人数”的值“两人”应为整数",
        id="wrong type",
    ),
    pytest.param(
        put(TALK, "日期: 2021-12-29", "日期: 2021-11-31"), f"{TALK}:6:5 错误 MZ008 没有“2021-11-31”这一天", id="day"
    ),
    pytest.param(
        put(TALK, "五避免: 全部\n---\n", "五避免: 全部\n"), f"{TALK}:1:1 错误 MZ009 开头的 --- 没有对应的结束行", id="end"
    ),
    pytest.param(
        data(TALK, "# 谈话记录\n\n张卫国与李明谈了一小时。\n".encode()),
        f"{TALK}:1:1 错误 MZ009 开头没有“类型”等各项（以 --- 起、以 --- 止）",
        id="no front matter",
    ),
    pytest.param(
        approved(put(OUTLINE, "姓名: 李明", "姓名: 李鸣")), f"{OUTLINE}:3:5 错误 MZ010 名册里没有“李鸣”", id="not on the roster"
    ),
    pytest.param(
        lambda m: m.write("06-发言提纲/李明二稿.md", m.read(OUTLINE)),
        f"06-发言提纲/李明二稿.md:1:1 错误 MZ013 李明的发言提纲有两份，另一份是 {OUTLINE}",
        id="two files for one member",
    ),
    pytest.param(
        put(REGISTER, "谈话对象: 陈建平\n    类别: 分管部门负责人\n    日期: 2021-12-31",
            "谈话对象: 陈建平\n    类别: 分管部门负责人\n    日期: 2021-12-29"),
        f"{REGISTER}:7:9 错误 MZ306 张卫国同一时间还在谈另一次：张卫国与李明，09:00-10:10",
        id="two talks at one time",
    ),
    pytest.param(
        data(STUDY, b"---\n" + b"x" * 5 * 1024 * 1024), f"{STUDY}:1:1 错误 MZ015 文件有 5 MB，超过 4 MB，没有读", id="large"
    ),
    pytest.param(
        data(REGISTER, ("类型: 谈话登记\n条目: " + "[" * 1_000_000).encode()),
        f"{REGISTER}:2:44 错误 MZ015 嵌套超过 40 层",
        id="nested",
    ),
    pytest.param(
        put(STUDY, "主持: 张卫国", "主持: 张\0卫国"), f"{STUDY}:5:6 错误 MZ001 文件里有空字符（NUL），不是文本文件", id="NUL"
    ),
    pytest.param(
        put(STUDY, "# 常委会学习记录", "机密★5年"), f"{STUDY}:13:1 错误 MZ016 文件标有密级“机密”，没有读取", id="secret"
    ),
    pytest.param(
        lambda m: os.symlink("回路.md", m.path("02-学习研讨/回路.md")),
        "02-学习研讨/回路.md:1:1 错误 MZ001 读不了这个文件：链接绕成了圈",
        id="link in a circle",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("break_it", "expected"), ROWS)
def test_bad_input_is_one_finding_and_the_rest_is_still_checked(
    meeting: MeetingFolder, break_it: Break, expected: str | None
) -> None:
    meeting.replace("08-会议/会议记录.md", "逐一对照检查, 总结]", "逐一对照检查]")
    break_it(meeting)

    found = meeting.check()

    assert [line for line in found if "MZ603" not in line] == ([expected] if expected else [])
    assert [line.split(" ", 1)[1] for line in found if "MZ603" in line] == ["错误 MZ603 议程缺“总结”一项"]


def test_nothing_to_check_is_said_plainly(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["-C", str(meeting.root), "check", "01-方案"])

    assert code == 2
    assert "没有可检查的材料：这不等于检查通过。" in capsys.readouterr().out
