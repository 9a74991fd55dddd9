"""The text (正文): font, size, indents, pitch."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.conformance import forms, standard
from mzsh.conformance.fonts import in_size, runs_in, typeface
from mzsh.conformance.item import Trace, custom, item, right, wrong
from mzsh.conformance.items.page import lines_a_page
from mzsh.conformance.likeness import is_short
from mzsh.conformance.paper import (
    RUNNING_TEXT,
    SET_AS_TEXT,
    Paper,
    Role,
    first_line,
    leading,
    side_indents,
    told_indent,
)
from mzsh.conformance.word.model import Paragraph, Run

_IN_FANG = (Role.BODY, Role.ADDRESSEE, Role.FLUSH, Role.ANNEX_NOTE, Role.AGENCY, Role.DATE)
_LEAST_PITCH = {
    Role.AGENCY_MARK: standard.TITLE_PT,
    Role.TITLE: standard.TITLE_PT,
    Role.BYLINE: standard.BODY_PT,
    Role.IMPRINT: standard.SMALL_PT,
}
_A_BIT = 0.15
"""Of a character: what is lost between 16 points and a 28th of the line, and in rounding."""


@item("body-font", "正文字体", advice="选中这些段落，中文字体选仿宋_GB2312（或仿宋）")
def body_font(paper: Paper) -> Iterator[Trace]:
    """公文格式各要素一般用 3 号仿宋体字；段内要突出的词句用楷体、黑体是各地习惯。"""
    for role, paragraph in paper.text:
        runs = list(typeface(paragraph)) if role in _IN_FANG else _number_only(paragraph) if role is Role.NUMBER else []
        has_fang = any(_family(run) == standard.FANG for run in runs) or len(runs) < len(list(runs_in(paragraph)))
        for run in runs:
            font = run.letters.fonts["eastAsia"]
            if _family(run) == standard.FANG:
                yield right(font)
            elif has_fang and _family(run) in (standard.KAI, standard.HEI):
                yield custom(f"段内用了{font}", paragraph.place)
            elif role is Role.BODY and _is_aside(paragraph, _family(run)):
                yield custom(f"小标题、提示语用了{font}", paragraph.place)
            else:
                yield wrong(font, paragraph.place)


def _number_only(paragraph: Paragraph) -> list[Run]:
    """The document's number without the signer beside it, whose name is in another font."""
    signer = forms.SIGNER.search(paragraph.text)
    before = paragraph.text[: signer.start()] if signer else paragraph.text
    room = len(before)
    faced = {id(run) for run in typeface(paragraph)}
    runs = []
    for run in paragraph.runs:
        if room > 0 and id(run) in faced:
            runs.append(run)
        room -= len(run.text)
    return runs


def _is_aside(paragraph: Paragraph, family: str) -> bool:
    """A heading without a number, or words in brackets for whoever speaks (提示语)."""
    words = paragraph.words
    bracketed = words.startswith("（") and words.endswith("）")
    return (family == standard.HEI and is_short(paragraph)) or (family == standard.KAI and bracketed)


def _family(run: Run) -> str:
    return standard.family(run.letters.fonts["eastAsia"])


@item("body-size", "正文字号", advice="选中这些段落，字号选三号")
def body_size(paper: Paper) -> Iterator[Trace]:
    """公文格式各要素一般用 3 号字，正文、主送机关、附件说明、署名和日期都用 3 号。"""
    yield from in_size(paper.of(*_IN_FANG, Role.NUMBER), standard.BODY_PT)


@item("first-line-indent", "首行缩进", advice="段落 → 特殊格式 → 首行缩进 2 字符；段首不另打空格")
def first_line_indent(paper: Paper) -> Iterator[Trace]:
    """正文每个自然段左空二字，回行顶格。用段落格式缩进；打两个全角空格代替的，算各地习惯。"""
    for paragraph in paper.of(*RUNNING_TEXT):
        indent, typed = first_line(paragraph), leading(paragraph.text)
        if _close(indent, standard.FIRST_LINE_CHARACTERS, paragraph) and not typed:
            yield right("首行缩进 2 字")
        elif abs(indent) <= _A_BIT and paragraph.text.startswith("　　") and typed == standard.FIRST_LINE_CHARACTERS:
            yield custom("用两个全角空格代替缩进", paragraph.place)
        else:
            blanks = f"，又打了 {typed:g} 字空格" if typed else ""
            yield wrong(f"首行缩进 {told_indent(indent)}{blanks}", paragraph.place)


def _close(indent: float, wanted: float, paragraph: Paragraph) -> bool:
    """Two characters of 3号, or of the size that the paragraph has."""
    size = next((run.letters.size for run in runs_in(paragraph)), standard.BODY_PT)
    in_own = indent * standard.BODY_PT / size if size else indent
    return abs(indent - wanted) <= _A_BIT or (paragraph.lines.first_chars is None and abs(in_own - wanted) <= _A_BIT)


@item("side-indents", "左右缩进", advice="段落 → 缩进：左侧 0、右侧 0")
def side_indents_item(paper: Paper) -> Iterator[Trace]:
    """正文回行顶格，版心宽 156 mm 排满 28 字，左右不另缩进。"""
    for paragraph in paper.of(*RUNNING_TEXT, Role.ADDRESSEE):
        left, right_ = side_indents(paragraph)
        hangs = first_line(paragraph) < 0
        if abs(right_) > _A_BIT or (abs(left) > _A_BIT and not hangs and not _is_addressee(paper, paragraph)):
            yield wrong(f"左缩进 {told_indent(left)}、右缩进 {told_indent(right_)}", paragraph.place)
        else:
            yield right("左右不缩进")


def _is_addressee(paper: Paper, paragraph: Paragraph) -> bool:
    return any(paragraph is one for one in paper.of(Role.ADDRESSEE))


@item("alignment", "正文对齐", advice="段落 → 对齐方式：两端对齐")
def alignment(paper: Paper) -> Iterator[Trace]:
    """正文从左至右横写，回行顶格，不居中、不居右。"""
    names = {"center": "居中", "right": "右对齐", "distribute": "分散对齐"}
    for paragraph in paper.of(*RUNNING_TEXT):
        align = paragraph.lines.align
        yield wrong(names[align], paragraph.place) if align in names else right("左对齐或两端对齐")


@item("line-pitch", "行距", advice="段落 → 行距 → 固定值 28.95 磅（常用 28 磅）")
def line_pitch(paper: Paper) -> Iterator[Trace]:
    """一般每面排 22 行，行距用固定值（版心高 225 mm，约 28.95 磅）；26 至 30 磅是各地习惯；靠文档网格对齐的也算。"""
    for role, paragraph in paper.text:
        pitch = paragraph.lines.pitch / 20
        if role in _LEAST_PITCH and paragraph.lines.rule == "exact" and paragraph.words and pitch < _LEAST_PITCH[role]:
            yield wrong(f"固定值 {pitch:g} 磅，比字还小", paragraph.place)
    paragraphs = paper.of(*SET_AS_TEXT, Role.NUMBER, Role.ANNEX)
    all_on_grid = bool(paragraphs) and all(_on_grid(one, paper) for one in paragraphs)
    for paragraph in paragraphs:
        lines = paragraph.lines
        points = lines.pitch / 20
        if all_on_grid:
            yield custom("单倍行距，靠文档网格排 22 行", paragraph.place)
        elif lines.rule != "exact":
            told = f"最小值 {points:g} 磅" if lines.rule == "atLeast" else f"{lines.pitch / 240:.3g} 倍行距"
            yield wrong(told, paragraph.place)
        elif lines_a_page(lines.pitch) == standard.LINES_A_PAGE and points >= 28.5:
            yield right(f"固定值 {points:g} 磅")
        elif standard.CUSTOMARY_PITCH_PT[0] <= points <= standard.CUSTOMARY_PITCH_PT[1]:
            yield custom(f"固定值 {points:g} 磅", paragraph.place)
        else:
            yield wrong(f"固定值 {points:g} 磅", paragraph.place)


def _on_grid(paragraph: Paragraph, paper: Paper) -> bool:
    section = paper.section(paragraph)
    grid = section.grid != "default" and lines_a_page(section.pitch) == standard.LINES_A_PAGE
    return grid and paragraph.lines.on_grid and paragraph.lines.rule == "auto" and paragraph.lines.pitch == 240


@item("paragraph-spacing", "段前段后", advice="段落 → 间距：段前 0、段后 0")
def paragraph_spacing(paper: Paper) -> Iterator[Trace]:
    """正文各段之间不空行、不加间距，每面才排得满 22 行。"""
    for paragraph in paper.of(*RUNNING_TEXT):
        lines = paragraph.lines
        before = lines.before_lines if lines.before_lines is not None else lines.before
        after = lines.after_lines if lines.after_lines is not None else lines.after
        yield wrong("段前或段后有间距", paragraph.place) if before or after else right("段前、段后都是 0")
