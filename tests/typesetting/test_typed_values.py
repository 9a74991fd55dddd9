"""Whatever a person typed comes out of the Word file as typed, wherever a template puts it."""

import io
import random
from pathlib import Path

import docx
import pytest

from mzsh.typesetting.templates import Engine
from mzsh.typesetting.typeset import Layout, typeset

NASTY = [
    *(
        "a*b*c",
        "**粗**",
        "_下划_线",
        "__init__",
        "# 不是标题",
        "#标签",
        "## ",
        "1. 不是列表",
        "1.听取意见",
        "10) 项",
        "(1) 项",
    ),
    *(
        "- 破折",
        "+ 加",
        "* 星",
        "> 引",
        "| 表 | 格 |",
        "a|b",
        "|---|",
        "---",
        "***",
        "===",
        "```",
        "~~~",
        "~~删~~",
        "~下~",
    ),
    *(
        "H~2~O",
        "x^2^",
        "[链](http://x)",
        "![图](x.png)",
        "[^1]",
        "[[[",
        "]]]",
        "[@cite]",
        "@某人",
        "<b>粗</b>",
        "<!-- 注 -->",
    ),
    *(
        "<http://x.cn>",
        "&lt;",
        "&#42;",
        "&amp;",
        "$x$",
        "$$",
        "$100",
        r"\*",
        "\\",
        r"C:\新\表",
        r"\newpage",
        "`代码`",
        "'单'",
    ),
    *(
        '"双"',
        "“四个意识”",
        "‘国之大者’",
        "—",
        "……",
        "---长",
        "...",
        "(c)",
        ":::",
        "::: 横排",
        ": 定义",
        "{.类}",
        "{{ x }}",
    ),
    *(
        "{% x %}",
        "一行\n二行",
        "一行\n\n三行",
        " 前空",
        "后空 ",
        "两  空",
        "　全角空",
        "https://a.cn/?b=1&c=2#d",
        "a\\",
    ),
    *(
        "〔2022〕5号",
        "100%",
        "% 注释",
        "!",
        "①②③",
        "★☆",
        "𠮷野",
        "😀",
        "é́",
        "\u200b零宽",
        "张​三",
        "％＃＊",
        "<br>",
        "|",
        "x=1;y=2",
    ),
    *(
        "Term\n: 定义",
        "[x]: http://y",
        "a  \nb",
        "~",
        "^",
        "`",
        "''",
        "+++",
        "1\\. x",
        "·",
        "*",
        "_",
        "* * *",
        "(@) 例",
        "i. 罗马",
    ),
]


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    template = (
        "{% for v in values %}\n# 题{{ v }}\n\n甲{{ v }}乙\n\n**{{ v }}甲**\n\n"
        "| {{ v }} | 乙 |\n|--|--|\n| {{ v }} | 丙{{ v }}丁 |\n\n{% endfor %}\n"
    )
    (tmp_path / "文.md").write_text(template, encoding="utf-8")
    return Engine(own=tmp_path)


def written(content: bytes) -> list[str]:
    """The text of paragraphs and cells in the order of the document."""
    blocks = docx.Document(io.BytesIO(content)).iter_inner_content()
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, docx.table.Table):
            texts += [cell.text for row in block.rows for cell in row.cells]
        elif block.text:
            texts.append(block.text)
    return texts


def expected(values: list[str]) -> list[str]:
    return [
        text
        for value in values
        for text in (f"题{value}", f"甲{value}乙", f"{value}甲", value, "乙", value, f"丙{value}丁")
    ]


def test_nasty_values(engine: Engine) -> None:
    content = typeset(engine.render("文.md", {"values": NASTY}), layout=Layout())

    assert written(content) == expected(NASTY)


def test_random_values(engine: Engine) -> None:
    chance = random.Random(9704)
    alphabet = "*_#`[]()<>|$~^@\\!-+.:=&{}'\"%0123 \n甲乙ab　“”—"
    values = ["甲" + "".join(chance.choices(alphabet, k=chance.randint(1, 14))).strip("\n") for _ in range(400)]
    content = typeset(engine.render("文.md", {"values": values}), layout=Layout())

    assert written(content) == expected(values)


def test_what_no_word_file_can_hold_vanishes(engine: Engine) -> None:
    content = typeset(engine.render("文.md", {"values": ["a\x00\x08b\ud800\ufffe\tc\r\nd\ue00a"]}), layout=Layout())

    assert written(content) == expected(["ab c\nd"])
