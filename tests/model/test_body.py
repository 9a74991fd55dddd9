import pytest

from mzsh.model.body import Body, read_body

TEXT = """\

# 发言提纲

张卫国

## 一、存在的问题

### （一）学习方面

第一段写了
两行。

- 第一条
- 第二条
  接着写
"""


def outline(body: Body) -> list[tuple[int, str, int]]:
    return [(section.level, section.title, section.line) for section in body.sections]


def paragraphs(text: str) -> list[str]:
    return [paragraph.text for paragraph in read_body(text).paragraphs()]


def test_headings_with_their_levels_and_lines() -> None:
    assert outline(read_body(TEXT)) == [(1, "发言提纲", 2), (2, "一、存在的问题", 6), (3, "（一）学习方面", 8)]


def test_paragraphs_stand_under_their_heading() -> None:
    found = [(section.title, [p.text for p in section.paragraphs]) for section in read_body(TEXT).sections]

    assert found == [
        ("发言提纲", ["张卫国"]),
        ("一、存在的问题", []),
        ("（一）学习方面", ["第一段写了两行。", "第一条", "第二条接着写"]),
    ]


def test_paragraphs_know_their_line_and_column() -> None:
    places = [(paragraph.line, paragraph.column) for paragraph in read_body(TEXT).paragraphs()]

    assert places == [(4, 1), (10, 1), (13, 3), (14, 3)]


def test_lines_are_counted_from_the_front_matter() -> None:
    assert outline(read_body("# 甲\n\n## 乙\n", first_line=12)) == [(1, "甲", 12), (2, "乙", 14)]


def test_text_before_the_first_heading_is_a_section_of_its_own() -> None:
    assert outline(read_body("开头的话\n\n# 题目\n")) == [(0, "", 1), (1, "题目", 3)]


def test_the_title_is_the_first_heading_of_level_1() -> None:
    assert read_body("## 甲\n\n# 乙\n\n# 丙\n").title == "乙"


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有标题\n\n## 还是标题\n", "<!-- 请在这里写 -->\n"], ids=repr)
def test_a_body_without_text_is_empty(text: str) -> None:
    assert read_body(text).is_empty


def test_what_stands_under_a_heading_ends_at_its_equal() -> None:
    body = read_body("## 一\n\n### 甲\n\n#### 子\n\n### 乙\n\n## 二\n")

    assert [section.title for section in body.under(0)] == ["一", "甲", "子", "乙"]
    assert [section.title for section in body.under(1)] == ["甲", "子"]


@pytest.mark.parametrize(
    ("line", "level", "title"),
    [
        pytest.param("## 一、问题", 2, "一、问题", id="plain"),
        pytest.param("##一、问题", 2, "一、问题", id="no blank"),
        pytest.param("##　一、问题　", 2, "一、问题", id="full-width blanks"),
        pytest.param("   ## 一、问题", 2, "一、问题", id="indented"),
        pytest.param("## 一、问题 ##", 2, "一、问题", id="closed"),
        pytest.param("## **一、问题**", 2, "一、问题", id="bold"),
        pytest.param("###### 六级", 6, "六级", id="deepest"),
        pytest.param("##", 2, "", id="without words"),
    ],
)
def test_shapes_of_headings(line: str, level: int, title: str) -> None:
    assert outline(read_body(f"{line}\n")) == [(level, title, 1)]


@pytest.mark.parametrize("line", ["####### 七级", "    ## 缩进四格", "话里有 # 号", "\\# 题目"])
def test_what_is_no_heading(line: str) -> None:
    assert outline(read_body(f"{line}\n")) == [(0, "", 1)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("甲\n乙\n", ["甲乙"], id="lines of one paragraph are joined"),
        pytest.param("甲\n\n乙\n", ["甲", "乙"], id="a blank line"),
        pytest.param("甲\n　　\n乙\n", ["甲", "乙"], id="a line of full-width blanks"),
        pytest.param("　　甲\n", ["甲"], id="indented by two full-width blanks"),
        pytest.param("甲\n# 题\n乙\n", ["甲", "乙"], id="a heading"),
        pytest.param("- 甲\n- 乙\n", ["甲", "乙"], id="dashes"),
        pytest.param("* 甲\n+ 乙\n", ["甲", "乙"], id="asterisk and plus"),
        pytest.param("1. 甲\n2) 乙\n", ["甲", "乙"], id="numbers"),
        pytest.param("甲：\n- 乙\n", ["甲：", "乙"], id="a list right below"),
        pytest.param("1、甲\n2、乙\n", ["1、甲", "2、乙"], id="office numbering begins a paragraph"),
        pytest.param("2021年。\n-5 度\n", ["2021年。-5 度"], id="a minus is no dash"),
        pytest.param("**甲。**乙`丙`__丁__\n", ["甲。乙丙丁"], id="emphasis"),
        pytest.param("甲\n\n<!-- 注\n\n# 注\n-->\n\n乙\n", ["甲", "乙"], id="a comment over several lines"),
        pytest.param("甲\n\n<!-- 没有结束\n\n乙\n", ["甲"], id="a comment that never ends"),
    ],
)
def test_paragraphs_and_list_items(text: str, found: list[str]) -> None:
    assert paragraphs(text) == found


def test_comments_keep_the_columns_behind_them() -> None:
    [paragraph] = read_body("<!-- 注 -->甲\n").paragraphs()

    assert (paragraph.text, paragraph.column) == ("甲", 11)


def test_comments_keep_the_lines_behind_them() -> None:
    [paragraph] = read_body("<!--\n一\n二\n-->\n甲\n").paragraphs()

    assert (paragraph.text, paragraph.line) == ("甲", 5)


@pytest.mark.parametrize(
    ("text", "lead"),
    [("**甲不够。**乙", "甲不够。"), ("__甲__乙", "甲"), ("- **甲**：乙", "甲"), ("乙**甲**", ""), ("甲乙", "")],
)
def test_a_bold_lead(text: str, lead: str) -> None:
    [paragraph] = read_body(text).paragraphs()

    assert paragraph.bold_lead == lead
