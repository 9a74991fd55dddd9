"""版记: copies, issuing office and date at the foot of the last page."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.conformance import forms, standard
from mzsh.conformance.fonts import in_family, in_size
from mzsh.conformance.heads import is_letter
from mzsh.conformance.item import Trace, custom, item, right, wrong
from mzsh.conformance.paper import Paper, Role
from mzsh.conformance.word.model import Paragraph
from mzsh.conformance.word.properties import Border

_EIGHTHS_A_MM = 8 * standard.POINTS_A_MM
_NEAR_MM, _FAR_MM = 0.06, 0.25


def imprint_cells(paper: Paper) -> tuple[Paragraph, ...]:
    """The paragraphs of 版记 where it is set as a table."""
    return tuple(
        paragraph
        for table in paper.tables
        if is_imprint(cells := [one for row in table.rows for cell in row.cells for one in cell.paragraphs])
        for paragraph in cells
        if paragraph.words
    )


def is_imprint(paragraphs: list[Paragraph]) -> bool:
    """Whether paragraphs of a table are 版记."""
    return any(forms.COPIES.match(one.words) or forms.ISSUED.fullmatch(one.words) for one in paragraphs)


def _lines(paper: Paper) -> tuple[Paragraph, ...]:
    return (*(one for one in paper.of(Role.IMPRINT) if one.words), *imprint_cells(paper))


@item("imprint-font", "版记字体", advice="选中版记，中文字体选仿宋_GB2312（或仿宋）")
def imprint_font(paper: Paper) -> Iterator[Trace]:
    """版记中的抄送机关、印发机关和印发日期用 4 号仿宋体字。"""
    yield from in_family(_lines(paper), standard.FANG)


@item("imprint-size", "版记字号", advice="选中版记，字号选四号")
def imprint_size(paper: Paper) -> Iterator[Trace]:
    """版记中的抄送机关、印发机关和印发日期用 4 号字。"""
    yield from in_size(_lines(paper), standard.SMALL_PT)


@item("imprint-copies", "抄送机关的标点", advice="抄送机关最后加句号“。”")
def imprint_copies(paper: Paper) -> Iterator[Trace]:
    """“抄送”后标全角冒号和抄送机关名称，最后一个抄送机关名称后标句号。"""
    for paragraph in _lines(paper):
        if forms.COPIES.match(paragraph.words):
            fits = paragraph.words.endswith("。")
            yield right("以“。”结尾") if fits else wrong(f"末尾是“{paragraph.words[-1]}”", paragraph.place)


@item("imprint-rules", "版记的分隔线", advice="版记首条、末条分隔线用 1 磅（0.35 mm）的黑线，中间一条 0.75 磅")
def imprint_rules(paper: Paper) -> Iterator[Trace]:
    """版记中的分隔线与版心等宽，首条和末条用粗线（推荐高度 0.35 mm），中间的用细线（推荐高度 0.25 mm）；信函
    格式的版记不加分隔线。
    """
    lines = [one for one in paper.of(Role.IMPRINT) if one.words]
    if is_letter(paper):
        return
    if not lines:
        yield from [right("用表格的线")] * bool(imprint_cells(paper))
        return
    for told, side, paragraph in (("首条", "top", lines[0]), ("末条", "bottom", lines[-1])):
        border = (paragraph.lines.borders or {}).get(side)
        if border is None:
            yield wrong(f"没有{told}分隔线", paragraph.place)
            continue
        height = border.size / _EIGHTHS_A_MM
        yield _thick(f"{told} {height:.2f} mm", height, border, paragraph)
    if len(lines) > 1 and not _parted(paper, lines):
        yield wrong("抄送和印发之间没有分隔线", lines[-1].place)


def _thick(told: str, height: float, border: Border, paragraph: Paragraph) -> Trace:
    if border.color.lower() not in ("auto", "000000"):
        return wrong(f"分隔线的颜色是 {border.color}", paragraph.place)
    if abs(height - standard.IMPRINT_RULE_MM) <= _NEAR_MM:
        return right("首条、末条 0.35 mm")
    off = abs(height - standard.IMPRINT_RULE_MM) > _FAR_MM
    return wrong(told, paragraph.place) if off else custom(told, paragraph.place)


def _parted(paper: Paper, lines: list[Paragraph]) -> bool:
    """A line that is drawn, a border between paragraphs of like borders, or one of either of two unlike ones."""
    if any(not one.words for one in paper.of(Role.IMPRINT)):
        return True
    above, below = (one.lines.borders or {} for one in lines[-2:])
    return "between" in below if above == below else "bottom" in above or "top" in below


@item(
    "imprint-place",
    "版记的位置",
    advice="版记放在公文最后一面，末条分隔线与版心下边缘重合（图文框：垂直位置靠下，相对页边距）",
)
def imprint_place(paper: Paper) -> Iterator[Trace]:
    """版记置于公文的最后一面（附件之后），版记的最后一个要素置于最后一行，末条分隔线与版心最后一行的下边缘重合。"""
    lines = [one for one in paper.of(Role.IMPRINT) if one.words]
    roles = [role for role, one in zip(paper.roles, paper.word.blocks, strict=True) if role is not Role.BLANK]
    if lines and roles[-1] is not Role.IMPRINT:
        yield wrong("后面还有内容", lines[-1].place)
    for paragraph in lines:
        frame = paragraph.frame
        if frame is None:
            yield right("在文末")
        elif (frame.vertical, frame.place) == ("margin", "bottom"):
            yield right("在版心的底部")
        else:
            yield wrong("没有落在版心的底部", paragraph.place)
