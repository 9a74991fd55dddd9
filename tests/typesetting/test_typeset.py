import io
import zipfile
from datetime import date

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from mzsh.errors import MzshError
from mzsh.typesetting import pandoc
from mzsh.typesetting.standard import Style
from mzsh.typesetting.typeset import Imprint, Layout, Letterhead, Signature, typeset

WORDS = "# 标题\n\n正文“引用”**楷体**\n\n## 一、级\n\n### （一）级\n\n#### 1.级\n\n##### （1）级\n\n"
TABLE = "| 序号 | 问题 |\n|:-:|------|\n| 1 | 长 |\n"


def opened(text: str, **layout: object) -> Document:
    return docx.Document(io.BytesIO(typeset(text, layout=Layout(**layout))))  # type: ignore[arg-type]


def parts(text: str, **layout: object) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(typeset(text, layout=Layout(**layout)))) as archive:  # type: ignore[arg-type]
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def lines(document: Document) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in document.paragraphs if one.style is not None]


def fonts(document: Document, style: str) -> tuple[str | None, ...]:
    found = document.styles[style].element.rPr.rFonts
    return tuple(found.get(qn(f"w:{kind}")) for kind in ("eastAsia", "ascii", "hAnsi", "cs"))


def test_the_same_text_gives_the_same_bytes() -> None:
    assert typeset(WORDS + TABLE, layout=Layout()) == typeset(WORDS + TABLE, layout=Layout())


@pytest.mark.parametrize(
    ("style", "font", "size", "bold"),
    [
        ("Body Text", "仿宋_GB2312", 16, False),
        ("First Paragraph", "仿宋_GB2312", 16, False),
        ("Heading 1", "方正小标宋简体", 22, False),
        ("Heading 2", "黑体", 16, False),
        ("Heading 3", "楷体_GB2312", 16, True),
        ("Heading 4", "仿宋_GB2312", 16, False),
        ("Heading 5", "仿宋_GB2312", 16, False),
        ("表头", "黑体", 12, False),
    ],
)
def test_styles(style: str, font: str, size: float, bold: bool) -> None:
    document = opened(WORDS, style=Style(bold=frozenset({"（一）"})))
    found = document.styles[style]

    assert fonts(document, style) == (font, "Times New Roman", "Times New Roman", "Times New Roman")
    assert found.font.size.pt == size
    assert bool(found.font.bold) is bold


def test_levels_are_paragraphs_of_their_style_and_bold_is_a_font() -> None:
    document = opened(WORDS)

    assert lines(document) == [
        ("Heading 1", "标题"),
        ("First Paragraph", "正文“引用”楷体"),
        ("Heading 2", "一、级"),
        ("Heading 3", "（一）级"),
        ("Heading 4", "1.级"),
        ("Heading 5", "（1）级"),
    ]
    marked = document.paragraphs[1].runs[-1]
    assert (marked.style.name, marked.bold) == ("楷体强调", None)


def test_no_theme_font_no_person_no_colour() -> None:
    package = parts(WORDS + TABLE)

    assert not any("Theme=" in package[name] for name in ("word/styles.xml", "word/document.xml"))
    assert all(word not in package["docProps/core.xml"] for word in ("creator", "lastModifiedBy", "created"))
    assert {one for one in ("365F91", "4F81BD", "0F4761") if one in package["word/styles.xml"]} == set()


def test_chinese_quotes_are_east_asian_text() -> None:
    document = opened("“x” a—b … ·")

    for run in document.paragraphs[0].runs:
        if set(run.text) & set("“”—…·"):
            assert run._r.rPr.rFonts.get(qn("w:hint")) == "eastAsia"


def test_local_custom() -> None:
    document = opened(WORDS, style=Style(pitch=28, digit_font="仿宋_GB2312", title_font="华文中宋"))

    assert fonts(document, "Heading 1")[0] == "华文中宋"
    assert fonts(document, "Body Text") == ("仿宋_GB2312",) * 4
    assert document.styles["Body Text"].paragraph_format.line_spacing.pt == 28


@pytest.mark.parametrize(
    ("style", "message"),
    [
        ({"pitch": 12}, "行距 12 磅"),
        ({"bold": frozenset({"二"})}, "不认得“二”"),
        ({"title_font": " "}, "字体名称是空的"),
    ],
)
def test_impossible_custom_is_refused(style: dict[str, object], message: str) -> None:
    with pytest.raises(MzshError, match=message):
        Style(**style)  # type: ignore[arg-type]


def test_lists_are_typed_and_code_is_text() -> None:
    text = "1. 一\n2. 二\n    1. 内\n\n- 项\n\n　　全角\n\n    四格\n\n> 引\n\n`码`[链](x)\n\n***\n\n句2022\n年"

    assert [line for _, line in lines(opened(text))] == [
        "1.一",
        "2.二",
        "1.内",
        "项",
        "全角",
        "四格",
        "引",
        "`码`[链](x)",
        "句2022年",
    ]


def test_a_line_of_dashes_makes_no_heading() -> None:
    assert {style for style, _ in lines(opened("正文\n---\n\n正文\n===\n"))} == {"First Paragraph", "Body Text"}


def test_tables_fill_the_width_and_may_grow() -> None:
    document = opened(TABLE)
    table = document.tables[0]
    properties = table._tbl.tblPr

    assert properties.find(qn("w:tblW")).get(qn("w:w")) == "5000"
    assert [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid] == [2948, 5897]
    assert [row.height for row in table.rows] == [None, None]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.paragraphs[0].style.name for row in table.rows for cell in row.cells] == ["表头"] * 2 + ["Compact"] * 2
    assert document.styles["Compact"].paragraph_format.line_spacing == 1


def test_a_wide_table_is_set_in_small_type() -> None:
    wide = "|" + " 栏 |" * 8 + "\n|" + "---|" * 8 + "\n|" + " 格 |" * 8 + "\n"

    assert {cell.paragraphs[0].style.name for cell in opened(wide).tables[0]._cells} == {"表头小字", "表格小字"}


@pytest.mark.parametrize(
    ("text", "landscape", "orientations"),
    [
        ("正文", False, "p"),
        ("正文", True, "l"),
        (f"::: 横排\n{TABLE}\n:::", False, "l"),
        (f"前\n\n::: 横排\n{TABLE}\n:::\n\n后", False, "plp"),
        (f"前\n\n::: 横排\n{TABLE}\n:::", False, "pl"),
        ("::: 横排\n一\n:::\n\n::: 横排\n二\n:::\n\n后", False, "lp"),
        ("前\n\n::: 横排\n一\n:::\n\n后", True, "l"),
    ],
)
def test_sections(text: str, landscape: bool, orientations: str) -> None:
    document = opened(text, landscape=landscape)

    assert [one.orientation for one in document.sections] == [
        WD_ORIENT.LANDSCAPE if one == "l" else WD_ORIENT.PORTRAIT for one in orientations
    ]
    for section in document.sections:
        references = section._sectPr.findall(qn("w:footerReference"))
        assert [one.get(qn("w:type")) for one in references] == ["default", "even"]
        assert section._sectPr.find(qn("w:docGrid")).get(qn("w:linePitch")) == "579"
    assert document.settings.odd_and_even_pages_header_footer


def test_a_new_page_needs_no_empty_paragraph() -> None:
    document = opened("一\n\n::: 另页\n:::\n\n二")

    assert [(one.text, bool(one.paragraph_format.page_break_before)) for one in document.paragraphs] == [
        ("一", False),
        ("二", True),
    ]


def test_everything_around_the_text() -> None:
    document = opened(
        "# 报告\n\n正文。\n\n::: 附件\n附件1\n:::\n\n# 清单",
        byline="（2022年1月5日）",
        letterhead=Letterhead("中共临江市委文件", "临委〔2022〕5号", marks=("000001",)),
        addressee="省委组织部:",
        annexes=("问题清单。",),
        signature=Signature("中共临江市委", date(2022, 1, 15)),
        imprint=Imprint("省纪委监委"),
    )

    assert [line for line in lines(document) if line[1]] == [
        ("版头标记", "000001"),
        ("发文机关标志", "中共临江市委文件"),
        ("发文字号", "临委〔2022〕5号"),
        ("Heading 1", "报告"),
        ("题下", "（2022年1月5日）"),
        ("主送机关", "省委组织部："),
        ("First Paragraph", "正文。"),
        ("附件说明", "附件：问题清单"),
        ("发文机关署名", "中共临江市委"),
        ("成文日期", "2022年1月15日"),
        ("附件", "附件1"),
        ("Heading 1", "清单"),
        ("版记", "　抄送：省纪委监委。"),
    ]


@pytest.mark.parametrize(
    ("signature", "indents"),
    [
        (Signature("中共临江市委", date(2022, 1, 5)), (400, 400)),
        (Signature("市委", date(2022, 1, 5)), (600, 400)),
        (Signature("中共临江市委组织部", date(2022, 1, 5), sealed=False), (200, 300)),
        (Signature("市委", date(2022, 1, 5), sealed=False), (800, 200)),
    ],
)
def test_where_agency_and_date_stand(signature: Signature, indents: tuple[int, int]) -> None:
    found = [
        paragraph._p.pPr.find(qn("w:ind")).get(qn("w:rightChars"))
        for paragraph in opened("正文", signature=signature).paragraphs[1:]
    ]

    assert tuple(map(int, found)) == indents


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(MzshError, match="没有“红头”这种版式") as caught:
        typeset("::: 红头\n正文\n:::", layout=Layout())

    assert "主送机关" in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "[" * 60 + "]" * 60,
        "![a" * 40 + "]" * 40,
        "[x][" * 40 + "]" * 40,
        "**[a" * 30 + "]**" * 30,
        "> " * 5000 + "引",
        ">" * 20_000,
        "&" * 50_000,
        "#" * 50_000 + " 题",
    ],
)
def test_nesting_does_not_hang(text: str) -> None:
    assert opened(text).paragraphs[0].text


def test_what_looks_like_a_quotation_loses_nothing() -> None:
    written = lines(opened(">50%的企业\n\n&lt;甲&乙\n\n####### 七级"))

    assert [line for _, line in written] == [">50%的企业", "<甲&乙", "七级"]


def test_a_row_higher_than_a_page_is_refused() -> None:
    with pytest.raises(MzshError, match="比一页还高"):
        typeset(f"::: 行高99999999999\n{TABLE}\n:::", layout=Layout())


def test_a_text_too_long_is_refused_before_pandoc() -> None:
    with pytest.raises(MzshError, match="超过排版上限"):
        typeset("字" * 4_000_001, layout=Layout())


def test_pandoc_is_the_bundled_one() -> None:
    assert pandoc.executable().parts[-3:-1] == ("pypandoc", "files")
    assert pandoc.run(["--version"]).startswith(b"pandoc")
