"""Word files of every kind: lists that Word numbers, text boxes, tracked text, frames, theme fonts, letters, forms."""

from __future__ import annotations

import io
import time
from pathlib import Path

import docx
import pytest

from mzsh.conformance import State, examine
from mzsh.errors import MzshError
from mzsh.typesetting.typeset import Layout, typeset
from tests.conformance.files import edited, failing, packed, unpacked
from tests.conformance.handmade import BIAO, FANG, FIRST, HEI, PITCH, fonts, handmade, line, run
from tests.conformance.mutants import DOCUMENT, SETTINGS, STYLES

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TEXT = line(run("整改情况随时报告。"))


def states(content: bytes) -> dict[str, State]:
    return {item.id: item.state for item in examine(content).items}


def places(content: bytes, identifier: str) -> tuple[str, ...]:
    return next(item.where for item in examine(content).items if item.id == identifier)


def with_text(paragraph: str) -> bytes:
    """The typed paper with one paragraph more."""
    return edited(handmade(), DOCUMENT, _TEXT, _TEXT + paragraph)


def test_places_are_named_as_a_reader_counts() -> None:
    content = with_text(line(run("集中学习XX次，没有缺课。")))

    assert places(content, "placeholders") == ("第13段“集中学习XX次，没有”",)
    assert places(edited(handmade(), DOCUMENT, ">丁若楠<", ">X××<", 9), "placeholders")[0] == "第1个表格第2行“X××”"


def test_levels_that_word_numbers() -> None:
    """一、 as a list of Word is a heading like one that is typed."""
    numbering = (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    parts = unpacked(handmade())
    parts["word/numbering.xml"] = numbering
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" '
        'Target="numbering.xml"/></Relationships>',
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' + PITCH + FIRST
    parts[DOCUMENT] = (
        parts[DOCUMENT]
        .replace(line(run("一、总体要求", HEI)), line(run("总体要求", FANG), lines=listed))
        .replace(line(run("二、工作安排", HEI)), line(run("工作安排", HEI), lines=listed))
    )

    assert failing(packed(parts)) == {"level-1-font": FANG}
    assert places(packed(parts), "level-1-font") == ("第6段“一、总体要求”",)


def test_styles_are_followed_to_their_base() -> None:
    """A font comes from a style's style; direct formatting covers both."""
    chain = (
        f'<w:style w:type="paragraph" w:styleId="b"><w:name w:val="甲"/><w:basedOn w:val="a"/><w:rPr>{fonts(FANG)}'
        '<w:sz w:val="30"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="c"><w:name w:val="乙"/>'
        '<w:basedOn w:val="b"/></w:style></w:styles>'
    )
    content = edited(handmade(), STYLES, "</w:styles>", chain)
    plain = "<w:r><w:t>有样式的段落。</w:t></w:r>"
    large = '<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>有样式的段落。</w:t></w:r>'
    styled = f'<w:pStyle w:val="c"/>{PITCH}{FIRST}'

    assert failing(edited(content, DOCUMENT, _TEXT, _TEXT + line(plain, lines=styled))) == {
        "body-size": "小3号（15磅）"
    }
    assert failing(edited(content, DOCUMENT, _TEXT, _TEXT + line(large, lines=styled))) == {}


def test_a_circle_of_styles_ends() -> None:
    circle = (
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="甲"/><w:basedOn w:val="c"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="乙"/><w:basedOn w:val="b"/></w:style></w:styles>'
    )
    content = edited(handmade(), STYLES, "</w:styles>", circle)
    styled = line(run("样式绕了一圈。"), lines=f'<w:pStyle w:val="c"/>{PITCH}{FIRST}')

    assert failing(edited(content, DOCUMENT, _TEXT, _TEXT + styled)) == {}


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:customXml w:element="x">{}</w:customXml>',
    ],
)
def test_what_is_wrapped_is_read(wrapped: str) -> None:
    assert failing(with_text(wrapped.format(line(run("写得不对的2022年01月05日。"))))).keys() == {"date-form"}


@pytest.mark.parametrize(
    "inside",
    [
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
    ],
)
def test_what_is_wrapped_within_a_paragraph_is_read(inside: str) -> None:
    assert failing(with_text(line(inside.format(run("写得不对的2022年01月05日。"))))).keys() == {"date-form"}


def test_tracked_text_is_read_and_told() -> None:
    inserted = line(f'<w:ins w:id="1" w:author="x">{run("新加的2022/1/5。")}</w:ins>')
    deleted = line(run("留下的。"), '<w:del w:id="2"><w:r><w:delText>删去的2022/1/5</w:delText></w:r></w:del>')

    assert failing(with_text(inserted)) == {"date-form": "“2022/1/5”用了斜线", "tracked-changes": "有修订：插入"}
    assert failing(with_text(deleted)) == {"tracked-changes": "有修订：删除"}


def test_text_boxes_are_read_once() -> None:
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    content = with_text(line(run("正文。"), box.format(line(run("框里的2022/1/5。")))))

    assert failing(content) == {"date-form": "“2022/1/5”用了斜线"}
    assert places(content, "date-form") == ("文本框“框里的2022/1/”",)


def test_content_controls_that_show_their_prompt() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"

    assert failing(with_text(line(control.format(run("会议地点"))))) == {"placeholders": "内容控件还没有填"}


def test_word_without_a_style_sheet_or_settings() -> None:
    parts = unpacked(handmade())
    del parts[STYLES], parts[SETTINGS]

    # Without docDefaults the blank paragraphs' fonts do not matter, and what says something says its own.
    assert failing(packed(parts)).keys() <= {"odd-even", "grid"}


def test_strict_word_files() -> None:
    parts = unpacked(handmade())
    for name, text in parts.items():
        parts[name] = text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    assert failing(packed(parts)) == {}


def test_a_paper_without_a_title() -> None:
    content = edited(
        handmade(),
        DOCUMENT,
        line(run("关于认真做好整改工作的通知", BIAO, 44), lines=f'{PITCH}<w:jc w:val="center"/>'),
        "",
    )

    assert failing(content) == {"title": "第一节里没有 2 号、居中的标题"}


def test_fonts_that_are_not_all_named() -> None:
    content = with_text(line(f'<w:r><w:rPr>{fonts(FANG)}<w:sz w:val="32"/></w:rPr><w:t>都写明。</w:t></w:r>'))
    bare = edited(content, STYLES, ' w:cs="Times New Roman"', "")

    assert failing(bare) == {}
    missing = edited(
        bare, DOCUMENT, f"{run('整改情况随时报告。')}", run("整改情况随时报告。").replace(f' w:cs="{FANG}"', "")
    )
    assert failing(missing) == {"font-attributes": "没有写复杂文种字体"}


def test_a_number_at_the_left_of_a_paper_to_inferiors() -> None:
    centred = f'{PITCH}<w:jc w:val="center"/></w:pPr>{run("望委〔2022〕12号")}'
    left = centred.replace('"center"', '"left"')

    assert failing(edited(handmade(), DOCUMENT, centred, left)) == {"doc-number-place": "没有居中"}


def test_an_annex_after_a_page_break() -> None:
    """By a break before its words or by its own format; without either it stands on the page of the signature."""
    together = edited(
        handmade(), DOCUMENT, r"~<w:p><w:pPr><w:spacing [^>]*/><w:sectPr>.*?</w:sectPr></w:pPr></w:p>", ""
    )
    plain = f"<w:p><w:pPr>{PITCH}</w:pPr>{run('附件', HEI)}</w:p>"
    broken = plain.replace("</w:pPr>", '</w:pPr><w:r><w:br w:type="page"/></w:r>', 1)
    formatted = plain.replace("<w:pPr>", "<w:pPr><w:pageBreakBefore/>")

    assert "annex" in failing(together)
    assert "annex" not in failing(edited(together, DOCUMENT, plain, broken))
    assert "annex" not in failing(edited(together, DOCUMENT, plain, formatted))


def test_forms_and_ledgers_without_head_or_signature() -> None:
    markdown = "# 签到表\n\n| 序号 | 姓名 | 签名 |\n|:-:|----|----|\n| 1 | 沈砚平 | |\n"
    found = states(typeset(markdown, layout=Layout(landscape=True)))

    assert State.FAILS not in found.values()
    absent = {identifier for identifier, state in found.items() if state is State.ABSENT}
    assert {"addressee", "signature", "mark-color", "red-rule", "imprint-size", "annex", "body-font"} <= absent


def test_an_untouched_paper_of_python_docx_says_what_is_wrong() -> None:
    document = docx.Document()
    document.add_heading("通知", 0)
    document.add_paragraph("一、要求")
    document.add_paragraph("按时参加。")
    stream = io.BytesIO()
    document.save(stream)

    assert failing(stream.getvalue()).keys() >= {
        *("page-size", "margin-top", "grid", "theme-fonts", "title-size", "body-size", "first-line-indent"),
        *("line-pitch", "page-number", "author", "level-size"),
    }


@pytest.mark.slow
def test_a_paper_of_a_hundred_thousand_paragraphs() -> None:
    content = edited(handmade(), DOCUMENT, _TEXT, _TEXT * 100_000)
    began = time.monotonic()

    assert failing(content) == {}
    assert time.monotonic() - began < 90


def test_examples_are_examined_through_the_file(tmp_path: Path) -> None:
    from mzsh.conformance.opening import read_file

    path = tmp_path / "通知.docx"
    path.write_bytes(handmade())

    assert not examine(read_file(path)).failed
    with pytest.raises(MzshError, match="没有这个文件"):
        read_file(tmp_path / "没有.docx")
    with pytest.raises(MzshError, match="是文件夹"):
        read_file(tmp_path)
