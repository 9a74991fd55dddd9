"""A paper as somebody types it in Word: no named styles, everything set directly, levels as plain text."""

from __future__ import annotations

from functools import lru_cache

from tests.conformance.files import packed

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PITCH = '<w:spacing w:line="560" w:lineRule="exact"/>'
FIRST = '<w:ind w:firstLine="640"/>'
RIGHT = '<w:ind w:right="640"/><w:jc w:val="right"/>'
FANG, KAI, HEI, SONG, BIAO = "仿宋_GB2312", "楷体", "黑体", "宋体", "方正小标宋简体"


def fonts(chinese: str, latin: str = "") -> str:
    """All four attributes, as WPS writes them."""
    latin = latin or chinese
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def run(text: str, font: str = FANG, size: int = 32, more: str = "") -> str:
    """A run set directly."""
    properties = f'{fonts(font)}{more}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def line(*runs: str, lines: str = PITCH + FIRST) -> str:
    """A paragraph set directly."""
    return f"<w:p><w:pPr>{lines}</w:pPr>{''.join(runs)}</w:p>"


def _blank() -> str:
    return line(lines=PITCH)


def _section(page: str, margins: str, more: str = "") -> str:
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="21679"/>'
    return f'<w:sectPr>{more}<w:pgSz {page}/><w:pgMar {margins} w:gutter="0"/><w:cols w:space="425"/>{grid}</w:sectPr>'


def _portrait() -> str:
    feet = '<w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>'
    margins = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1418"'
    return _section('w:w="11906" w:h="16838"', margins, feet)


def _landscape() -> str:
    margins = 'w:top="1588" w:right="2098" w:bottom="1474" w:left="1984" w:header="851" w:footer="930"'
    return _section('w:w="16838" w:h="11906" w:orient="landscape"', margins)


def _rules(side: str, color: str = "auto", size: int = 8, space: int = 1) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/></w:pBdr>'


def _cell(text: str, width: int, font: str = FANG) -> str:
    lines = '<w:spacing w:line="240" w:lineRule="auto"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{line(run(text, font, 24), lines=lines)}</w:tc>'


def _table() -> str:
    grid = '<w:tblGrid><w:gridCol w:w="2756"/><w:gridCol w:w="10000"/></w:tblGrid>'
    header = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{_cell('序号', 2756, HEI)}{_cell('姓名', 10000, HEI)}</w:tr>"
    height = '<w:trPr><w:trHeight w:val="567" w:hRule="atLeast"/></w:trPr>'
    rows = "".join(f"<w:tr>{height}{_cell(str(n), 2756)}{_cell('丁若楠', 10000)}</w:tr>" for n in range(1, 10))
    width = '<w:tblPr><w:tblW w:w="12756" w:type="dxa"/></w:tblPr>'
    return f"<w:tbl>{width}{grid}{header}{rows}</w:tbl>"


def _body() -> str:
    mark = '<w:spacing w:before="1984" w:line="1200" w:lineRule="exact"/><w:jc w:val="center"/>'
    red = '<w:color w:val="FF0000"/>'
    centred = PITCH + '<w:jc w:val="center"/>'
    return "".join(
        (
            line(run("望川市委文件", BIAO, 96, red), lines=mark),
            _blank(),
            _blank(),
            line(run("望委〔2022〕12号"), lines=_rules("bottom", "FF0000", 12, 11) + centred),
            _blank(),
            _blank(),
            line(run("关于认真做好整改工作的通知", BIAO, 44), lines=centred),
            _blank(),
            line(run("各区县委，市委各部委："), lines=PITCH),
            line(run("为做好民主生活会后的“整改工作”，现就有关事项通知如下。")),
            line(run("一、总体要求", HEI)),
            line(run("坚持从实际出发，一件一件改到位——不留尾巴。")),
            line(run("（一）列出清单。", KAI), run("对照会上查摆的问题，于2022年2月10日前列出清单。")),
            line(run("1.分清责任。每一项都写明谁来办。")),
            line(run("（1）领导带头。主要负责同志先改。")),
            line(run("二、工作安排", HEI)),
            line(run("整改情况随时报告。")),
            line(run("附件：整改清单"), lines=PITCH + FIRST),
            _blank(),
            line(
                run("中共望川市委办公室"),
                lines=PITCH + '<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>',
            ),
            line(run("2022年1月20日"), lines=PITCH + '<w:ind w:right="640"/><w:jc w:val="right"/>'),
            line(lines=PITCH + _portrait()),
            line(run("附件", HEI), lines=PITCH),
            line(run("整改清单", BIAO, 44), lines=centred),
            _table(),
            line(run("抄送：省委督导组。", FANG, 28), lines=_rules("top") + PITCH),
            line(run("望川市委办公室　　　2022年1月21日印发", FANG, 28), lines=_both_rules() + PITCH),
            _landscape(),
        )
    )


def _both_rules() -> str:
    return (
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/>'
        '<w:bottom w:val="single" w:sz="8" w:space="1" w:color="auto"/></w:pBdr>'
    )


def _foot(side: str) -> str:
    def small(text: str) -> str:
        return run(text, SONG, 28)

    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    field = f'{marks[0]}<w:r><w:instrText xml:space="preserve"> PAGE \\* MERGEFORMAT </w:instrText></w:r>{marks[1]}'
    lines = f'<w:ind w:{side}="280"/><w:jc w:val="{side}"/>'
    text = line(small("— "), field, small("1"), marks[2], small(" —"), lines=lines)
    return f"{_HEAD}<w:ftr {_NAMES}>{text}</w:ftr>"


def _relations(*pairs: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(pairs, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


@lru_cache(maxsize=1)
def handmade() -> bytes:
    """A notice with red head, annex on landscape pages, signature and imprint."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("footer1", "footer"),
            ("footer2", "footer"),
        )
    )
    default = f'<Default Extension="rels" ContentType="{_PACKAGE.replace("http://schemas.", "application/vnd.")}"/>'
    normal = '<w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr>'
    letters = f'{fonts(SONG, "Times New Roman")}<w:sz w:val="21"/><w:szCs w:val="21"/>'
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{letters}</w:rPr></w:rPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="a">{normal}</w:style>'
    )
    return packed(
        {
            "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{default}{types}</Types>',
            "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": _relations(
                ("styles", "styles.xml"),
                ("settings", "settings.xml"),
                ("footer", "footer1.xml"),
                ("footer", "footer2.xml"),
            ),
            "word/document.xml": f"{_HEAD}<w:document {_NAMES}><w:body>{_body()}</w:body></w:document>",
            "word/styles.xml": f"{_HEAD}<w:styles {_NAMES}>{styles}</w:styles>",
            "word/settings.xml": f"{_HEAD}<w:settings {_NAMES}><w:evenAndOddHeaders/></w:settings>",
            "word/footer1.xml": _foot("right"),
            "word/footer2.xml": _foot("left"),
            "docProps/core.xml": f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>通知</dc:title></cp:coreProperties>',
        }
    )
