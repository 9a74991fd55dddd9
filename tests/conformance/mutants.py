"""Single changes of a clean file, each with the one item that it must fail."""

from __future__ import annotations

from typing import NamedTuple

from tests.conformance.handmade import FIRST, PITCH, run

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
ODD, EVEN = "word/footer1.xml", "word/footer2.xml"
CORE = "docProps/core.xml"
PLAIN = '<w:pPr><w:pStyle w:val="FirstParagraph"/></w:pPr>'
"""The format of a paragraph of text in the produced file, before what it says."""


class Mutant(NamedTuple):
    """One passage replaced; `times` is how often it occurs (0: any number)."""

    item: str
    part: str
    old: str
    new: str
    times: int = 1

    def __str__(self) -> str:
        """What pytest shows."""
        return f"{self.item}: {self.old[-30:]} → {self.new[-30:]}"


def text(item: str, old: str, new: str) -> Mutant:
    """Other words."""
    return Mutant(item, DOCUMENT, old, new)


def style(item: str, identifier: str, old: str, new: str) -> Mutant:
    """A property of one style of the produced file; carried out by `style_passage`."""
    return Mutant(item, f"{STYLES}#{identifier}", old, new)


def direct(item: str, words: str, properties: str) -> Mutant:
    """A property set directly on the paragraph of text that begins so."""
    return Mutant(item, f"{DOCUMENT}#{words}", "", properties)


PRODUCED = (
    # Page
    Mutant("page-size", DOCUMENT, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
    Mutant("page-size", DOCUMENT, 'w:w="16838" w:h="11906"', 'w:w="15840" w:h="12240"'),
    Mutant("orientation", DOCUMENT, ' w:orient="landscape"', ""),
    Mutant("orientation", DOCUMENT, '<w:pgSz w:w="11906"', '<w:pgSz w:orient="landscape" w:w="11906"'),
    Mutant("margin-top", DOCUMENT, 'w:top="2098"', 'w:top="1440"'),
    Mutant("margin-bottom", DOCUMENT, 'w:bottom="1984"', 'w:bottom="1440"'),
    Mutant("margin-left", DOCUMENT, 'w:bottom="1984" w:left="1587"', 'w:bottom="1984" w:left="1800"'),
    Mutant("margin-right", DOCUMENT, 'w:top="2098" w:right="1474"', 'w:top="2098" w:right="1800"'),
    Mutant("margin-left", DOCUMENT, 'w:footer="1440" w:gutter="0"', 'w:footer="1440" w:gutter="284"'),
    Mutant("margin-right", DOCUMENT, 'w:right="2098"', 'w:right="1800"'),
    Mutant("margin-bottom", DOCUMENT, 'w:bottom="1474"', 'w:bottom="1800"'),
    Mutant("grid", DOCUMENT, 'w:type="lines" w:linePitch="579"', 'w:linePitch="579"', 0),
    Mutant("grid", DOCUMENT, 'w:linePitch="579"', 'w:linePitch="312"', 0),
    Mutant("columns", DOCUMENT, '<w:cols w:space="425"/>', '<w:cols w:num="2" w:space="425"/>', 0),
    Mutant("direction", DOCUMENT, "<w:docGrid", '<w:textDirection w:val="tbRl"/><w:docGrid', 0),
    Mutant("ornaments", DOCUMENT, "<w:cols", "<w:pgBorders/><w:cols", 0),
    Mutant("ornaments", DOCUMENT, "<w:cols", '<w:lnNumType w:countBy="1"/><w:cols', 0),
    Mutant("ornaments", DOCUMENT, "<w:body>", '<w:background w:color="FFFF00"/><w:body>'),
    # Letters
    Mutant("theme-fonts", STYLES, "<w:rPrDefault><w:rPr><w:rFonts", "<w:rPrDefault><w:rPr><w:rFonts w:asciiTheme='a'"),
    style("theme-fonts", "FirstParagraph", "<w:rFonts", '<w:rFonts w:eastAsiaTheme="minorEastAsia"'),
    style("theme-fonts", "Heading2", "<w:rFonts", '<w:rFonts w:cstheme="minorBidi"'),
    direct("theme-fonts", "集中学习", '<w:rFonts w:hAnsiTheme="minorHAnsi"/>'),
    style("latin-font", "FirstParagraph", 'w:ascii="Times New Roman"', 'w:ascii="Calibri"'),
    style("latin-font", "FirstParagraph", 'w:hAnsi="Times New Roman"', 'w:hAnsi="Arial"'),
    style("latin-font", "FirstParagraph", 'w:cs="Times New Roman"', 'w:cs="Arial"'),
    style("latin-font", "Heading2", 'w:cs="Times New Roman"', 'w:cs="Arial"'),
    style("latin-font", "Heading1", 'w:ascii="Times New Roman"', 'w:ascii="Calibri"'),
    direct("latin-font", "集中学习", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),
    direct("color", "集中学习", '<w:color w:val="1F4E79"/>'),
    style("color", "Heading2", '<w:color w:val="000000"/>', '<w:color w:val="FF0000"/>'),
    style("color", "CellHead", '<w:color w:val="000000"/>', '<w:color w:val="0000FF"/>'),
    direct("highlight", "集中学习", '<w:highlight w:val="yellow"/>'),
    direct("highlight", "集中学习", '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'),
    direct("hidden-text", "集中学习", "<w:vanish/>"),
    direct("decoration", "集中学习", "<w:i/>"),
    direct("decoration", "集中学习", '<w:u w:val="single"/>'),
    direct("decoration", "集中学习", "<w:strike/>"),
    direct("bold", "集中学习", "<w:b/>"),
    style("bold", "FirstParagraph", '<w:b w:val="0"/>', "<w:b/>"),
    direct("spacing-of-letters", "集中学习", '<w:spacing w:val="20"/>'),
    direct("spacing-of-letters", "集中学习", '<w:w w:val="90"/>'),
    # Head
    text("head-marks", "000001", "0001"),
    text("head-marks", "机密★1年", "机密1年"),
    style("head-marks", "HeadMark", 'w:eastAsia="黑体"', 'w:eastAsia="仿宋_GB2312"'),
    style("head-marks", "HeadMark", '<w:sz w:val="32"/>', '<w:sz w:val="28"/>'),
    style("mark-color", "AgencyMark", "FF0000", "000000"),
    style("mark-font", "AgencyMark", 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="黑体"'),
    style("mark-place", "AgencyMark", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'),
    Mutant("mark-place", DOCUMENT, r'~(?<="AgencyMark"/>)<w:spacing w:before="\d+"', '<w:spacing w:before="0"'),
    text("doc-number", "望委〔2022〕5号", "望委[2022]5号"),
    text("doc-number", "望委〔2022〕5号", "望委（2022）5号"),
    text("doc-number", "望委〔2022〕5号", "望委【2022】5号"),
    text("doc-number", "望委〔2022〕5号", "望委〔2022〕第5号"),
    text("doc-number", "望委〔2022〕5号", "望委〔2022〕05号"),
    text("doc-number", "望委〔2022〕5号", "望委〔22〕5号"),
    text("doc-number", "省组通〔2021〕71号", "省组通(2021)71号"),
    Mutant("signer", DOCUMENT, 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="仿宋_GB2312"'),
    Mutant("red-rule", DOCUMENT, 'w:color="FF0000"', 'w:color="000000"'),
    style("head-gaps", "DocumentNumber", 'w:before="1158"', 'w:before="0"'),
    style("head-gaps", "DocumentNumber", 'w:after="1158"', 'w:after="0"'),
    # Title
    style("title-size", "Heading1", '<w:sz w:val="44"/>', '<w:sz w:val="36"/>'),
    style("title-font", "Heading1", 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="黑体"'),
    style("title-align", "Heading1", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'),
    style("title-align", "Heading1", 'w:firstLine="0" w:firstLineChars="0"', 'w:firstLineChars="200"'),
    text("title-wording", "情况的报告<", "情况的报告。<"),
    # Addressee and text
    text("addressee", "省委组织部：", "省委组织部"),
    text("addressee", "省委组织部：", "省委组织部:"),
    style("addressee", "Addressee", 'w:firstLine="0" w:firstLineChars="0"', 'w:firstLineChars="200"'),
    style("body-font", "FirstParagraph", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="宋体"'),
    direct("body-font", "集中学习", '<w:rFonts w:eastAsia="楷体_GB2312"/>'),
    style("body-font", "Date", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="黑体"'),
    style("body-size", "FirstParagraph", '<w:sz w:val="32"/>', '<w:sz w:val="28"/>'),
    direct("body-size", "集中学习", '<w:sz w:val="30"/>'),
    style("body-size", "Agency", '<w:sz w:val="32"/>', '<w:sz w:val="30"/>'),
    style("first-line-indent", "FirstParagraph", 'w:firstLine="640" w:firstLineChars="200"', 'w:firstLine="0"'),
    style("first-line-indent", "FirstParagraph", 'w:firstLineChars="200"', 'w:firstLineChars="0"'),
    style("first-line-indent", "FirstParagraph", 'w:firstLineChars="200"', 'w:firstLineChars="400"'),
    style("first-line-indent", "Heading3", 'w:firstLine="640" w:firstLineChars="200"', ""),
    Mutant("first-line-indent", DOCUMENT, PLAIN, PLAIN.replace("/></w:pPr>", '/><w:ind w:firstLine="0"/></w:pPr>'), 0),
    text("first-line-indent", ">集中学习", ">　　集中学习"),
    style("side-indents", "FirstParagraph", 'w:left="0" w:leftChars="0"', 'w:leftChars="200"'),
    style("side-indents", "FirstParagraph", 'w:right="0" w:rightChars="0"', 'w:right="640"'),
    style("alignment", "FirstParagraph", '<w:jc w:val="both"/>', '<w:jc w:val="center"/>'),
    style("alignment", "Heading2", '<w:jc w:val="both"/>', '<w:jc w:val="right"/>'),
    style("line-pitch", "FirstParagraph", 'w:lineRule="exact"', 'w:lineRule="auto"'),
    style("line-pitch", "FirstParagraph", 'w:lineRule="exact"', 'w:lineRule="atLeast"'),
    style("line-pitch", "FirstParagraph", 'w:line="579"', 'w:line="480"'),
    style("line-pitch", "Heading2", 'w:line="579"', 'w:line="700"'),
    style("paragraph-spacing", "FirstParagraph", 'w:after="0"', 'w:after="156"'),
    style("paragraph-spacing", "Heading3", 'w:before="0"', 'w:before="156"'),
    # Levels
    style("level-1-font", "Heading2", 'w:eastAsia="黑体"', 'w:eastAsia="仿宋_GB2312"'),
    style("level-2-font", "Heading3", 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="仿宋_GB2312"'),
    style("level-3-font", "Heading4", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="黑体"'),
    style("level-3-font", "Heading5", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="楷体_GB2312"'),
    style("level-size", "Heading2", '<w:sz w:val="32"/>', '<w:sz w:val="36"/>'),
    style("level-size", "Heading5", '<w:sz w:val="32"/>', '<w:sz w:val="28"/>'),
    text("numbering", ">一、会前", ">一.会前"),
    text("numbering", ">（一）学习", ">（一）、学习"),
    text("numbering", ">（一）学习", ">(一)学习"),
    text("numbering", ">1.学习", ">1、学习"),
    text("numbering", ">（1）学习", ">(1)学习"),
    text("numbering-order", ">二、会后", ">三、会后"),
    text("numbering-order", ">（二）征求", ">（三）征求"),
    # Annexes, signature, imprint
    text("annex-note", "附件：1.参加", "附件:1.参加"),
    text("annex-note", "附件：1.参加", "附件：1、参加"),
    text("annex-note", "2.整改清单<", "2.整改清单。<"),
    Mutant("annex-note", DOCUMENT, r'~w:hangingChars="3\d\d" w:hanging="\d+"', 'w:hangingChars="100"'),
    text("annex", ">附件1<", ">附件1：<"),
    text("annex", ">附件1<", ">附件一<"),
    style("annex", "Annex", 'w:eastAsia="黑体"', 'w:eastAsia="宋体"'),
    style("annex", "Annex", '<w:pageBreakBefore w:val="1"/>', '<w:pageBreakBefore w:val="0"/>'),
    Mutant("signature", DOCUMENT, 'w:rightChars="400" w:right="1280"', 'w:rightChars="0" w:right="0"'),
    Mutant("signature", DOCUMENT, 'w:rightChars="400" w:right="1280"', 'w:right="0"'),
    style("signature", "Date", '<w:jc w:val="right"/>', '<w:jc w:val="left"/>'),
    style("signature", "Agency", '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'),
    text("date-form", ">2022年1月20日<", ">2022年01月20日<"),
    text("date-form", ">2022年1月20日<", ">2022-01-20<"),
    text("date-form", ">2022年1月20日<", ">二〇二二年一月二十日<"),
    text("date-form", "2022年1月18日", "2022/1/18"),
    text("date-form", "2022年1月18日", "2022年1月08日"),
    text("date-form", "2022年1月18日", "22年1月18日"),
    text("date-form", "2022年1月18日", "2022.1.18"),
    text("date-form", "2022年1月18日", "2022 年 1 月 18 日"),
    text("signing-date", ">2022年1月20日<", ">2022年13月20日<"),
    style("imprint-font", "Imprint", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="宋体"'),
    style("imprint-size", "Imprint", '<w:sz w:val="28"/>', '<w:sz w:val="32"/>'),
    text("imprint-copies", "省纪委。", "省纪委"),
    Mutant("imprint-rules", DOCUMENT, 'w:sz="8"', 'w:sz="24"', 0),
    Mutant("imprint-place", DOCUMENT, 'w:yAlign="bottom"', 'w:yAlign="top"', 0),
    # Page numbers
    Mutant("page-number", ODD, " PAGE ", " NUMPAGES "),
    Mutant("page-number", DOCUMENT, "<w:docGrid", "<w:titlePg/><w:docGrid", 0),
    Mutant("odd-even", SETTINGS, "<w:evenAndOddHeaders", "<w:noEvenAndOdd"),
    Mutant("page-number-odd", ODD, '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'),
    Mutant("page-number-odd", ODD, 'w:rightChars="100" w:right="280"', 'w:rightChars="0" w:right="0"'),
    Mutant("page-number-even", EVEN, '<w:jc w:val="left"/>', '<w:jc w:val="right"/>'),
    Mutant("page-number-even", EVEN, " PAGE ", " DATE "),
    Mutant("page-number-even", EVEN, 'w:leftChars="100" w:left="280"', 'w:leftChars="0" w:left="0"'),
    style("page-number-font", "Footer", 'w:eastAsia="宋体"', 'w:eastAsia="仿宋_GB2312"'),
    style("page-number-font", "Footer", 'w:ascii="宋体"', 'w:ascii="Times New Roman"'),
    style("page-number-font", "Footer", '<w:sz w:val="28"/>', '<w:sz w:val="18"/>'),
    Mutant("page-number-form", ODD, "— ", "- "),
    Mutant("page-number-form", EVEN, "> —<", "><"),
    Mutant("page-number-form", DOCUMENT, "<w:cols", '<w:pgNumType w:fmt="lowerRoman"/><w:cols', 0),
    Mutant("page-number-height", DOCUMENT, 'w:footer="1440"', 'w:footer="2000"'),
    # Tables
    Mutant("table-width", DOCUMENT, 'w:w="5000" w:type="pct"', 'w:w="3000" w:type="pct"', 0),
    Mutant("table-width", DOCUMENT, 'w:w="5000" w:type="pct"', 'w:w="6000" w:type="pct"', 0),
    Mutant("table-width", DOCUMENT, 'w:w="5000" w:type="pct"', 'w:w="5000" w:type="dxa"', 0),
    Mutant("table-header", DOCUMENT, '<w:tblHeader w:val="on"/>', "", 0),
    Mutant("row-height", DOCUMENT, "<w:cantSplit/>", '<w:cantSplit/><w:trHeight w:val="200" w:hRule="exact"/>', 0),
    style("cell-pitch", "Compact", 'w:line="240" w:lineRule="auto"', 'w:line="400" w:lineRule="exact"'),
    style("cell-font", "Compact", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="微软雅黑"'),
    style("cell-size", "CellHead", '<w:sz w:val="24"/>', '<w:sz w:val="14"/>'),
    # Writing
    text("straight-quotes", "“通知”", '"通知"'),
    text("straight-quotes", "“通知”", "'通知'"),
    text("quote-pairs", "“通知”", "“通知“"),
    text("quote-pairs", "“通知”", "”通知“"),
    Mutant("quote-font", f"{DOCUMENT}#根据上级", "", '<w:rFonts w:hint="default"/>'),
    text("punctuation", "12份，收回", "12份,收回"),
    text("punctuation", "学后交流。", "学后交流."),
    text("punctuation", "（省组通〔2021〕71号）", "(省组通〔2021〕71号)"),
    text("punctuation", "签发人：", "签发人:"),
    text("wide-digits", "发函12份", "发函１２份"),
    # Leftovers
    text("placeholders", "集中学习3次", "集中学习〔待填〕次"),
    text("placeholders", "集中学习3次", "集中学习XX次"),
    text("placeholders", "集中学习3次", "集中学习××次"),
    text("placeholders", "集中学习3次", "集中学习____次"),
    text("placeholders", "集中学习3次", "集中学习***次"),
    text("placeholders", "集中学习3次", "集中学习{{ count }}次"),
    text("placeholders", "集中学习3次", "集中学习【待补：次数】次"),
    text("placeholders", "2022年1月18日", "2022年X月X日"),
    text("placeholders", "2022年1月18日", "2022年 月 日"),
    text("placeholders", "集中学习3次", "Lorem ipsum"),
    Mutant("comments", DOCUMENT, "</w:r></w:p>", '<w:commentReference w:id="1"/></w:r></w:p>', 0),
    Mutant("author", CORE, "/>", "><a:creator xmlns:a='b'>某人</a:creator></cp:coreProperties>"),
    Mutant("author", CORE, "/>", "><cp:lastModifiedBy>某人</cp:lastModifiedBy></cp:coreProperties>"),
)


CENTRED = f'{PITCH}<w:jc w:val="center"/></w:pPr>'
INDENTED = f"{PITCH}{FIRST}</w:pPr>"


def typed(item: str, old: str, new: str, times: int = 1) -> Mutant:
    """A change of the typed paper's document part."""
    return Mutant(item, DOCUMENT, old, new, times)


HANDMADE = (
    typed("page-size", 'w:w="11906" w:h="16838"', 'w:w="10318" w:h="14570"'),
    typed("orientation", 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"'),
    typed("margin-top", 'w:top="2098"', 'w:top="1701"'),
    typed("margin-left", 'w:left="1984"', 'w:left="1440"'),
    typed("grid", 'w:linePitch="579" w:charSpace="21679"', 'w:linePitch="579" w:charSpace="0"', 2),
    typed("grid", '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="21679"/>', "", 2),
    Mutant("theme-fonts", STYLES, "<w:rFonts ", '<w:rFonts w:asciiTheme="minorHAnsi" '),
    Mutant("author", CORE, "</dc:title>", "</dc:title><dc:creator>某人</dc:creator>"),
    Mutant("odd-even", SETTINGS, "<w:evenAndOddHeaders/>", ""),
    Mutant("odd-even", SETTINGS, "<w:evenAndOddHeaders/>", '<w:evenAndOddHeaders w:val="0"/>'),
    typed("page-number-even", '<w:footerReference w:type="even" r:id="rId4"/>', ""),
    typed("page-number", '<w:footerReference w:type="default" r:id="rId3"/>', ""),
    typed("page-number", '<w:pgSz w:w="16838"', '<w:titlePg/><w:pgSz w:w="16838"'),
    typed("page-number-restart", '<w:pgSz w:w="16838"', '<w:pgNumType w:start="1"/><w:pgSz w:w="16838"'),
    typed("page-number-height", 'w:footer="1418"', 'w:footer="0"'),
    Mutant("page-number-odd", ODD, 'w:right="280"', 'w:right="0"'),
    Mutant("page-number-form", ODD, ">— <", ">第<"),
    Mutant("page-number-font", EVEN, 'w:val="28"', 'w:val="21"', 0),
    typed("mark-color", "FF0000", "C0C0C0", 0)._replace(old='<w:color w:val="FF0000"/>', times=1),
    typed("red-rule", 'w:color="FF0000"', 'w:color="auto"'),
    typed("mark-place", 'w:before="1984"', 'w:before="100"'),
    typed("doc-number", "〔2022〕12号", "〔2022〕012号"),
    typed("title-wording", "整改工作的通知<", "整改工作的通知：<"),
    typed("addressee", "市委各部委：", "市委各部委"),
    typed("addressee", f"{PITCH}</w:pPr>{run('各区县委，市委各部委：')}", f"{CENTRED}{run('各区县委，市委各部委：')}"),
    typed("addressee", f"{PITCH}</w:pPr>{run('各区县委，市委各部委：')}", f"{INDENTED}{run('各区县委，市委各部委：')}"),
    typed("straight-quotes", "“整改工作”", '"整改工作"'),
    typed("date-form", "2022年2月10日", "2022年2月05日"),
    typed("signing-date", ">2022年1月20日<", ">2022年1月<"),
    typed("signing-date", ">2022年1月20日<", ">2022年1月20日。<"),
    typed("placeholders", ">2022年1月20日<", ">2022年　月　日<"),
    typed("placeholders", ">2022年1月20日<", ">20XX年1月20日<"),
    typed("wide-digits", ">2022年1月20日<", ">２０２２年１月２０日<"),
    typed("date-form", ">2022年1月20日<", ">二〇二二年一月二十日<"),
    typed("date-form", ">2022年1月20日<", ">2022/01/20<"),
    typed("addressee", "市委各部委：", "市委各部委。"),
    typed("numbering", ">一、总体", ">1、总体"),
    typed("numbering", ">一、总体", ">(一)总体"),
    typed("numbering", ">1.分清", ">1)分清"),
    typed("level-2-font", ">一、总体", ">（一）总体"),
    typed("annex-note", ">附件：整改清单<", ">附件 整改清单<"),
    typed("annex", ">附件<", ">附 件<"),
    typed("punctuation", "责任。每一项", "责任,每一项"),
    typed("numbering", ">1.分清", ">1、分清"),
    typed("numbering", ">二、工作", ">二，工作"),
    typed("annex-note", "附件：整改清单<", "附件：整改清单；<"),
    typed("table-width", '<w:tblW w:w="12756"', '<w:tblW w:w="9000"'),
    typed("table-width", '<w:gridCol w:w="10000"/>', '<w:gridCol w:w="14000"/>'),
    typed("table-header", "<w:tblHeader/>", ""),
    typed("row-height", 'w:val="567" w:hRule="atLeast"', 'w:val="250" w:hRule="exact"', 9),
    typed("imprint-copies", "省委督导组。", "省委督导组"),
    typed("imprint-rules", '<w:bottom w:val="single" w:sz="8" w:space="1" w:color="auto"/>', ""),
    typed("placeholders", "随时报告。", "随时报告（待定）。"),
    Mutant("tracked-changes", SETTINGS, "<w:evenAndOdd", "<w:trackRevisions/><w:evenAndOdd"),
    typed("tracked-changes", "<w:r><w:rPr>", '<w:ins w:id="9" w:author="某"/><w:r><w:rPr>', 0),
)
