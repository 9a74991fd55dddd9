from itertools import pairwise

import pytest

from mzsh.model.place import Node, Span
from mzsh.workspace.nodes import MAX_DEPTH, MAX_NODES, YamlFault, compose

COLON = "这里不该有冒号：上一行的缩进不对，或者文字里的冒号没有加引号"


def root(text: str, *, first_line: int = 1) -> Node:
    node = compose(text, first_line=first_line)
    assert node is not None
    return node


def fault(text: str, *, first_line: int = 1) -> tuple[str, int, int, str]:
    with pytest.raises(YamlFault) as caught:
        compose(text, first_line=first_line)
    return caught.value.code, caught.value.line, caught.value.column, str(caught.value)


@pytest.mark.parametrize("text", ["", "\n", "   \n\n", "# 只有注释\n", "---\n"], ids=repr)
def test_nothing_written_is_no_node(text: str) -> None:
    node = compose(text)

    assert node is None or node.is_null


@pytest.mark.parametrize(
    "typed", ["14:30", "2021-12-05", "007", "1_000", "1e3", "yes", "是", "true", "0x10", "〔待填〕", "12:30:45"]
)
def test_a_scalar_keeps_what_was_typed(typed: str) -> None:
    assert root(typed).text == typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [("'14:30'", "14:30"), ('"a\\tb"', "a\tb"), ("|\n 甲\n 乙\n", "甲\n乙\n"), (">\n 甲\n 乙\n", "甲 乙\n")],
    ids=["single", "double", "literal", "folded"],
)
def test_quotes_and_blocks_are_marked_as_quoted(typed: str, text: str) -> None:
    node = root(typed)

    assert (node.text, node.quoted) == (text, True)


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_a_key_with_nothing_behind_it(typed: str) -> None:
    [(_, value)] = root(f"地点: {typed}\n").pairs

    assert value.is_null


@pytest.mark.parametrize("typed", ["''", '""', "无", "0", "false"])
def test_a_value_is_not_nothing(typed: str) -> None:
    [(_, value)] = root(f"地点: {typed}\n").pairs

    assert not value.is_null


def test_keys_and_values_know_their_place() -> None:
    [(key, value)] = root("召开:\n  地点: 市委会议室\n").pairs[0][1].pairs

    assert key.span == Span(2, 3, 2, 5)
    assert value.span == Span(2, 7, 2, 12)


def test_columns_count_characters() -> None:
    [_, (_, value)] = root("{姓名: 𠮷田😀, 职务: 书记}").pairs

    assert value.span == Span(1, 15, 1, 17)


def test_items_of_a_block_list_know_their_place() -> None:
    first, second = root("- 姓名: 张卫国\n  职务: 书记\n-   李明\n").items

    assert first.span == Span(1, 3, 2, 9)
    assert second.span == Span(3, 5, 3, 7)


def test_items_of_a_flow_list_know_their_place() -> None:
    first, second = root("[张卫国,  '李明']").items

    assert first.span == Span(1, 2, 1, 5)
    assert second.span == Span(1, 8, 1, 12)


def test_a_value_over_several_lines_ends_where_it_ends() -> None:
    [(_, value)] = root("原话: 第一行\n  第二行\n").pairs

    assert (value.text, value.span) == ("第一行 第二行", Span(1, 5, 2, 6))


def test_lines_are_counted_from_the_front_matter() -> None:
    [(key, _)] = root("姓名: 李明\n", first_line=8).pairs

    assert key.span == Span(8, 1, 8, 3)


def test_an_anchor_is_repeated_by_its_alias() -> None:
    first, second = root("- &甲 {姓名: 李明}\n- *甲\n".replace("甲", "a")).items

    assert first.pairs == second.pairs


def test_an_alias_stands_where_it_was_typed() -> None:
    [(_, letters)] = root("函: [&a {单位: x}, *a]\n").pairs

    assert letters.items[1].span == Span(1, 17, 1, 19)
    assert letters.span[2:] >= letters.items[1].span[2:]


def test_tags_are_not_obeyed() -> None:
    [(_, value)] = root("地点: !!python/object/apply:os.system ['exit 1']\n").pairs

    assert [item.text for item in value.items] == ["exit 1"]


def test_the_deepest_nesting_that_is_read() -> None:
    assert root("[" * MAX_DEPTH + "]" * MAX_DEPTH).kind == "sequence"


def test_one_level_deeper() -> None:
    brackets = MAX_DEPTH + 1

    assert fault("[" * brackets + "]" * brackets) == ("too_deep", 1, brackets, "嵌套超过 40 层")


def test_too_many_nodes() -> None:
    assert fault("- 甲\n" * (MAX_NODES + 1)) == ("too_deep", MAX_NODES + 1, 3, "内容超过 60000 项")


def test_aliases_count_with_all_that_they_stand_for() -> None:
    ten = "".join(f"{name}: &{name} [{', '.join([f'*{below}'] * 10)}]\n" for below, name in pairwise("abcdefg"))

    code, line, _, message = fault("a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n" + ten)

    assert (code, line, message) == ("too_deep", 5, "内容超过 60000 项")


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        pytest.param("a: [甲, 乙\nb: 丙\nc: 丁\n", 1, 4, "方括号没有配对", id="bracket"),
        pytest.param("a: {甲: 1, 乙: 2\nb: 丙\nc: 丁\n", 1, 4, "花括号没有配对", id="brace"),
        pytest.param("a: [甲, 乙\n", 1, 4, "方括号没有配对", id="bracket at the end"),
        pytest.param("a: '甲\nb: 乙\n", 1, 4, "引号或括号没有配对，一直到文件末尾", id="quote"),
        pytest.param("a: 甲: 乙\n", 1, 5, COLON, id="colon"),
        pytest.param("a:\n  b: 1\n   c: 2\n", 3, 5, COLON, id="indent"),
        pytest.param("a: 1\n  - 甲\n b: 2\n", 3, 3, COLON, id="outdent"),
        pytest.param("a: 甲\n- 乙\n", 2, 1, "缩进没有对齐，或者缺了键名", id="list where a key should be"),
        pytest.param("a: @甲\n", 1, 4, "这里的符号 YAML 不认识，文字请加引号", id="at sign"),
        pytest.param("a: %甲\n", 1, 4, "这里的符号 YAML 不认识，文字请加引号", id="percent"),
        pytest.param("a: *none\n", 1, 4, "以 * 开头的文字请加引号", id="alias"),
        pytest.param(
            "a: 1\n---\nb: 2\n", 2, 1, "一个文件里只能有一份内容，这里又起了一份（---）", id="second document"
        ),
        pytest.param("a: - 甲\n", 1, 4, "列表项（-）放在了不该放的地方", id="dash"),
    ],
)
def test_what_is_wrong_is_said_in_chinese(text: str, line: int, column: int, message: str) -> None:
    assert fault(text) == ("syntax", line, column, message)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        pytest.param("a: 甲\n乙\nb: 丙\n", 2, 1, "这一行缺冒号，应写成“键: 值”", id="no colon"),
        pytest.param("a: 甲\n乙:丁\nb: 丙\n", 2, 2, "冒号后面要空一格", id="no blank after the colon"),
        pytest.param("a: *市委\nb: 丙\n", 1, 4, "以 * 开头的文字请加引号", id="asterisk"),
        pytest.param('a: "甲"乙\nb: 丙\n', 1, 7, "引号后面还有文字：整个值加引号，或者都不加", id="after the quote"),
    ],
)
def test_the_place_is_where_it_has_to_be_put_right(text: str, line: int, column: int, message: str) -> None:
    assert fault(text) == ("syntax", line, column, message)


def test_a_control_character_is_found_where_it_stands() -> None:
    assert fault("类型: 征求意见\n单位: 市\x07直\n") == ("syntax", 2, 6, "文件里有不可见的控制字符")


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029", "\r"], ids=["NEL", "LS", "PS", "CR"])
def test_only_line_feeds_begin_a_line(separator: str) -> None:
    [_, (key, _)] = root(f'a: "甲{separator}乙"\nb: 丙\n').pairs

    assert key.span == Span(2, 1, 2, 2)
