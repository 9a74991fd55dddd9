from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from mzsh.errors import MzshError
from mzsh.typesetting.escaping import LINE_BREAK, Markdown
from mzsh.typesetting.templates import Engine, Source, TemplateError

Write = Callable[[str], Engine]


@pytest.fixture
def engine(tmp_path: Path) -> Write:
    """An engine whose one template, 函.md, reads as given."""
    own = tmp_path / "own"
    own.mkdir()

    def write(text: str) -> Engine:
        (own / "函.md").write_text(text, encoding="utf-8")
        return Engine(own=own, overrides=tmp_path / "模板")

    return write


def test_values_are_escaped_and_the_wording_is_not(engine: Write) -> None:
    text = engine("**{{ name }}** 于{{ day }}，{{ count }}条").render(
        "函.md", {"name": "a*b_", "day": date(2022, 1, 5), "count": 3}
    )

    assert text == r"**a\*b\_** 于2022年1月5日，3条"


def test_markdown_of_the_caller_stays_markdown(engine: Write) -> None:
    assert engine("{{ body }}").render("函.md", {"body": Markdown("**a**")}) == "**a**"


def test_headings_of_a_body_can_be_moved_down(engine: Write) -> None:
    assert engine("{{ body | markdown(shift=1) }}").render("函.md", {"body": "# a\n\n*b* #c"}) == "## a\n\n*b* #c"


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ '*' }}", r"\*"),
        ("{{ x ~ '<' ~ y }}", r"\*\<**m**"),
        ("{{ [x, y] | join('、') }}", r"\*、**m**"),
        ("{% macro a(v) %}**{{ v }}**{% endmacro %}{{ a(x) }}{{ a(x) ~ x }}", r"**\*****\***\*"),
        ("{% set s %}**{{ x }}**{% endset %}{{ s }}", r"**\***"),
        ("{{ 3 | cn_ordinal }}、{{ day | cn_month_day }}", "三、1月5日"),
        ("{{ true }}{{ 1.5 }}", r"是1\.5"),
        ("{{ 'a\nb' }}{{ br }}", f"a{LINE_BREAK}b{LINE_BREAK}"),
        ("{{ 'a\n\n b' | paragraphs }}", "a\n\nb"),
        (
            "{{ table(['甲', '乙'], [[x, '|']], widths=[1, 2], centred=[1]) }}",
            "| 甲 | 乙 |\n| :-: | ------ |\n| \\* | \\| |",
        ),
    ],
)
def test_every_way_to_write_a_value_escapes_it_once(engine: Write, template: str, text: str) -> None:
    assert engine(template).render("函.md", {"x": "*", "y": Markdown("**m**"), "day": date(2022, 1, 5)}) == text


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("一\n{{ theme }}", "模板 函.md 第2行：缺少“theme”（{{ theme }}）"),
        ("{{ a.b }}", "模板 函.md 第1行：SimpleNamespace 缺少“b”（{{ a.b }}）"),
        ("{{ nothing }}", "模板 函.md 第1行：值是空的（{{ nothing }}）"),
        ("{{ nothing | cn_date }}", "模板 函.md 第1行：值是空的（{{ nothing | cn_date }}）"),
        ("{{ ['a'] }}", "模板 函.md 第1行：无法写出：是一组值，不能直接写进文中，请用 join 或循环（{{ ['a'] }}）"),
        ("一\n\n{% if %}", "模板 函.md 第3行：写法有误：这里少了要判断或要填的值"),
        ("{% if a %}一", "模板 函.md 第1行：写法有误：{% if %} 没有结尾，少了 {% endif %}"),
        ("{{ a", "模板 函.md 第1行：写法有误：{{ 后面没有写 }}"),
        ("{{ a | 大写 }}", "模板 函.md 第1行：写法有误：没有“大写”这个过滤器"),
        ("{% 如果 a %}", "模板 函.md 第1行：写法有误：没有“如果”这个语句"),
        ("一\n{% include '函.md' %}", "模板 函.md 第2行：自己套自己，没有尽头"),
        ("{{ 'a' * 10000000000 }}", "模板 函.md 第1行：“*”只能用在不太大的数上"),
        ("{{ 9 ** 9 ** 9 }}", "模板 函.md 第1行：“**”只能用在不太大的数上"),
        ("{{ '%999999999d' % 1 }}", "模板 函.md 第1行：“%”只能用在不太大的数上"),
        ("{{ 'a'.center(10000000000) }}", "模板 函.md 第1行：用了不允许的写法"),
        ("{% for i in range(1000000000) %}{% endfor %}", "模板 函.md 第1行：无法写出：循环次数太多"),
        (
            "{% for i in range(90000) %}" + "字" * 100 + "{% endfor %}",
            "模板 函.md：写出的内容超过 4000000 字",
        ),
        (
            "{% for i in range(90000) %}{% for j in range(90000) %}{% endfor %}{% endfor %}",
            "模板 函.md 第1行：循环次数太多",
        ),
        ("{{ 1 / 0 }}", "模板 函.md 第1行：无法写出：除数是零"),
        ("{% include '表.md' %}", "模板 函.md 第1行：找不到模板 表.md"),
        ("{{ a.__class__ }}", "模板 函.md 第1行：用了不允许的写法（{{ a.__class__ }}）"),
    ],
)
def test_an_error_names_template_line_and_value(engine: Write, template: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        engine(template).render("函.md", {"nothing": None, "a": SimpleNamespace()})

    assert str(caught.value).startswith(message)
    assert isinstance(caught.value, MzshError)


def test_a_draft_marks_its_gaps(engine: Write) -> None:
    template = "{{ theme }}{{ a.b.c }}{{ nothing }}{{ day | cn_date }}{{ n + 1 }}{% for x in xs %}x{% endfor %}"
    text = engine(template).render("函.md", {"nothing": None, "a": SimpleNamespace()}, gaps=True)

    assert text == "【待补：theme】【待补：b\\.c】【待补】【待补：day】【待补：n】"


def test_the_users_template_comes_first(engine: Write, tmp_path: Path) -> None:
    made = engine("程序的")
    assert made.source_of("函.md") == Source(tmp_path / "own" / "函.md", own=True)

    (tmp_path / "模板").mkdir()
    (tmp_path / "模板" / "函.md").write_bytes("本市的".encode("gb18030"))

    assert made.render("函.md", {}) == "本市的"
    assert made.source_of("函.md") == Source(tmp_path / "模板" / "函.md", own=False)
    assert made.names() == ["函.md"]


def test_no_template_outside_its_folder(engine: Write, tmp_path: Path) -> None:
    (tmp_path / "外.md").write_text("x", encoding="utf-8")

    with pytest.raises(TemplateError, match="找不到"):
        engine("").render("../外.md", {})
