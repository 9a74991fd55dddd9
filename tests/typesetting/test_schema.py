"""What Word is strict about: the order of properties, and that every part is known where it is used."""

import io
import zipfile
from datetime import date

import pytest
from lxml import etree

from mzsh.typesetting.standard import Style
from mzsh.typesetting.table import table
from mzsh.typesetting.typeset import Imprint, Layout, Letterhead, Signature, typeset

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

ORDERS = {
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
    " lang",
    "pBdr": "top left bottom right between bar",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "bookmarkStart tblPr tblGrid tr bookmarkEnd",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
    " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
}

WHOLE = (
    "正文“引用”**楷体**\n\n## 一、级\n\n::: 名单\n出席：张三　“李四”\n\n列席：**王五**\n:::\n\n"
    "::: 横排\n::: 附件\n附件1\n:::\n\n# 台账\n\n"
    + str(table(["序号", "问题"], [(1, "长"), (2, "短")], centred=[1], height=12))
    + "\n:::\n\n::: 附件\n附件2\n:::\n\n# 方案\n\n正文\n\n::: 另页\n:::\n\n"
    + str(table(["序号", "问题"], [(1, "长")]))
)


def layout(form: str, *, landscape: bool = False) -> Layout:
    marks = ("000001", "机密★1年", "特急")
    return Layout(
        landscape=landscape,
        title="报告",
        byline="（2022年1月5日）",
        letterhead=Letterhead("中共临江市委", "临委〔2022〕5号", "张三", marks, form),  # type: ignore[arg-type]
        addressee="省委组织部",
        annexes=("问题清单", "方案"),
        signature=Signature("中共临江市委", date(2022, 1, 5)),
        imprint=Imprint("省委组织部", "市委办公室", date(2022, 1, 5)),
    )


LAYOUTS = {
    "bare": Layout(),
    **{form: layout(form) for form in ("文件", "信函", "纪要")},
    "landscape": layout("信函", landscape=True),
    "custom": Layout(style=Style(pitch=28, bold=frozenset({"一、"})), annexes=("清单",)),
}


def package(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", LAYOUTS)
def test_properties_are_in_the_order_of_the_schema(name: str) -> None:
    parts = package(typeset(WHOLE, layout=LAYOUTS[name]))
    checked = [part for part in parts if part.startswith(("word/document", "word/styles", "word/footer"))]

    assert len(checked) >= 4 + 1
    for part in checked:
        for element in etree.fromstring(parts[part]).iter():
            order = ORDERS.get(etree.QName(element).localname)
            if order is not None:
                tags = [etree.QName(child).localname for child in element]
                assert tags == sorted(tags, key=order.split().index), (part, etree.QName(element).localname)
                once = [
                    tag
                    for tag in tags
                    if tag not in {"footerReference", "tr", "tc", "p", "bookmarkStart", "bookmarkEnd"}
                ]
                assert len(once) == len(set(once)), (part, tags)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_footer_that_a_section_names_is_there(name: str) -> None:
    parts = package(typeset(WHOLE, layout=LAYOUTS[name]))
    relations = {one.get("Id"): one.get("Target") for one in etree.fromstring(parts["word/_rels/document.xml.rels"])}
    types = [one.get("PartName") for one in etree.fromstring(parts["[Content_Types].xml"]) if one.get("PartName")]
    named = [one.get(f"{R}id") for one in etree.fromstring(parts["word/document.xml"]).iter(f"{W}footerReference")]

    assert len(relations) == len(etree.fromstring(parts["word/_rels/document.xml.rels"]))
    assert len(types) == len(set(types))
    assert {f"word/{relations[one]}" for one in named} == {one for one in parts if one.startswith("word/footer")}
    assert {f"/word/{relations[one]}" for one in named} <= set(types)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_gives_the_same_bytes(name: str) -> None:
    assert typeset(WHOLE, layout=LAYOUTS[name]) == typeset(WHOLE, layout=LAYOUTS[name])


def test_page_numbers_are_plain_text_on_every_page() -> None:
    parts = package(typeset(WHOLE, layout=LAYOUTS["信函"]))
    texts = [
        "".join(str(one.text) for one in etree.fromstring(content).iter(f"{W}t"))
        for name, content in parts.items()
        if name.startswith("word/footer")
    ]

    assert sorted(texts) == ["", "— 1 —", "— 1 —", "— 1 —", "— 1 —"]


def test_only_the_label_of_a_list_of_names_is_set_in_another_font() -> None:
    text = "::: 名单\n出席：张三：“李四”\n\n没有标签的一行\n\n参加会议的全体同志和列席会议的有关同志：无\n:::"
    root = etree.fromstring(package(typeset(text, layout=Layout()))["word/document.xml"])
    labels = [
        "".join(str(one.text) for one in run.iter(f"{W}t"))
        for run in root.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rFonts") is not None and run.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "黑体"
    ]

    assert labels == ["出席"]
    assert "".join(root.itertext()).count("李四") == 1
