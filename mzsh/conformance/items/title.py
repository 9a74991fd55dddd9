"""The title (标题)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.conformance import standard
from mzsh.conformance.fonts import runs_in, typeface
from mzsh.conformance.item import Trace, custom, item, right, wrong
from mzsh.conformance.paper import Paper, Role, first_line, side_indents
from mzsh.conformance.word.model import Paragraph
from mzsh.conformance.word.properties import Letters

_NOT_AT_END = "。，；：、！？,;:．.!?"
_NOT_AT_BEGINNING = "。，；：、！？）》”〉」』〕】"


@item("title", "有标题", advice="在正文前写上标题，用 2 号小标宋体字，居中")
def title(paper: Paper) -> Iterator[Trace]:
    """标题由发文机关名称、事由和文种组成，一般用 2 号小标宋体字，居中；一份公文须有标题，在第一页。"""
    titles = main_titles(paper)
    if titles:
        yield right(titles[0].words[:20])
    elif any(_like_title(run.letters) for cell in paper.cells for run in runs_in(cell)):
        yield custom("标题在表格里")
    else:
        yield wrong("第一节里没有 2 号、居中的标题", "第1节")


def main_titles(paper: Paper) -> list[Paragraph]:
    """The titles of the first section that stand before any annex."""
    found = []
    for role, paragraph in paper.text:
        if role is Role.ANNEX or paragraph.section > 1:
            break
        if role is Role.TITLE:
            found.append(paragraph)
    return found


def _like_title(shown: Letters) -> bool:
    return shown.size == standard.TITLE_PT and bool(title_font(shown))


def title_font(shown: Letters) -> str:
    """`right` for 小标宋, `custom` for what is taken where it is not installed; empty for any other."""
    font = shown.fonts["eastAsia"]
    if standard.family(font) == standard.BIAO:
        return "right"
    bold_song = standard.family(font) == standard.SONG and shown.bold
    return "custom" if bold_song or standard.is_title_custom(font) else ""


@item("title-size", "标题字号", advice="选中标题，字号选二号")
def title_size(paper: Paper) -> Iterator[Trace]:
    """标题一般用 2 号字。"""
    for paragraph in paper.of(Role.TITLE):
        for run in runs_in(paragraph):
            found = standard.sized(run.letters.size)
            yield right(found) if run.letters.size == standard.TITLE_PT else wrong(found, paragraph.place)


@item("title-font", "标题字体", advice="选中标题，中文字体选方正小标宋简体")
def title_font_item(paper: Paper) -> Iterator[Trace]:
    """标题一般用小标宋体字；没有装这种字体的，有的地方用华文中宋或加粗的宋体。"""
    for paragraph in paper.of(Role.TITLE):
        for run in typeface(paragraph):
            font = run.letters.fonts["eastAsia"]
            kind = title_font(run.letters)
            if kind == "right":
                yield right(font)
            else:
                yield custom(font, paragraph.place) if kind else wrong(font, paragraph.place)


@item("title-align", "标题居中", advice="选中标题，居中，首行和左右缩进都设为 0")
def title_align(paper: Paper) -> Iterator[Trace]:
    """标题编排于红色分隔线下空二行位置，分一行或多行居中排布。"""
    names = {"left": "左对齐", "right": "右对齐", "both": "两端对齐", "distribute": "分散对齐"}
    for paragraph in paper.of(Role.TITLE):
        left, right_ = side_indents(paragraph)
        if paragraph.lines.align != "center":
            yield wrong(names.get(paragraph.lines.align, paragraph.lines.align), paragraph.place)
        elif abs(left - right_) > 0.2 or abs(first_line(paragraph)) > 0.2:
            yield wrong("居中，但有缩进，偏了", paragraph.place)
        else:
            yield right("居中")


@item("title-wording", "标题的标点和断行", advice="删去标题末尾的标点；断行时让标点留在行中，词不拆开")
def title_wording(paper: Paper) -> Iterator[Trace]:
    """标题末尾不用标点；回行时词意完整、排列对称、长短适宜，用梯形或菱形，行首不落标点。"""
    for paragraph in paper.of(Role.TITLE):
        rows = [row.strip() for row in paragraph.words.split("\n") if row.strip()]
        if rows and rows[-1][-1] in _NOT_AT_END:
            yield wrong(f"末尾是“{rows[-1][-1]}”", paragraph.place)
        elif any(row[0] in _NOT_AT_BEGINNING for row in rows):
            yield wrong("行首是标点", paragraph.place)
        else:
            yield right("末尾没有标点")
