"""附件说明 below the text, and 附件 on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.conformance import forms, standard
from mzsh.conformance.fonts import runs_in, typeface
from mzsh.conformance.item import Trace, custom, item, right, wrong
from mzsh.conformance.paper import Paper, Role, left_gap
from mzsh.conformance.word.model import Paragraph, Table
from mzsh.conformance.word.runs import PAGE_BREAK


@item("annex-note", "附件说明", advice="左空 2 字写“附件：”，多个附件用“1.”“2.”编号，名称后不加标点")
def annex_note(paper: Paper) -> Iterator[Trace]:
    """正文下空一行左空二字编排“附件”二字，后标全角冒号和名称；多个附件用阿拉伯数字标注顺序号（如“附件：1.
    ×××”），名称后不加标点。
    """
    for paragraph in paper.of(Role.ANNEX_NOTE):
        first = bool(forms.ANNEX_NOTE.match(paragraph.words))
        gap = left_gap(paragraph)
        if first and not forms.RIGHT_ANNEX_NOTE.match(paragraph.words):
            yield wrong("不是“附件：”", paragraph.place)
        elif "、" in paragraph.words.removeprefix("附件：").lstrip()[:3] and _numbered(paragraph):
            yield wrong("编号用了顿号，应为“1.”", paragraph.place)
        elif paragraph.words[-1] in "。；;.，,、：:":
            yield wrong(f"名称后有“{paragraph.words[-1]}”", paragraph.place)
        elif paper.stands_aside(paragraph):
            yield wrong("没有左对齐", paragraph.place)
        elif first and abs(gap - 2) > 0.3:
            yield wrong(f"左空 {gap:.3g} 字", paragraph.place)
        elif not first and abs(gap - 2) <= 0.3:
            yield custom("第二个附件的名称没有与上一个对齐", paragraph.place)
        elif not first and not 4.5 <= gap <= 6.1:
            yield wrong(f"左空 {gap:.3g} 字，应与上一个名称对齐", paragraph.place)
        else:
            yield right("左空 2 字，名称后没有标点")


def _numbered(paragraph: Paragraph) -> bool:
    return paragraph.words.removeprefix("附件：").lstrip()[:1].isdigit()


@item("annex", "附件", advice="“附件1”用三号黑体，顶格，不加冒号，段落 → 换行和分页 → 段前分页")
def annex(paper: Paper) -> Iterator[Trace]:
    """附件另面编排；“附件”二字及顺序号用 3 号黑体字顶格编排在版心左上角第一行，顺序号用阿拉伯数字，后不加标点。"""
    blocks = paper.word.blocks
    for at, (role, block) in enumerate(zip(paper.roles, blocks, strict=True)):
        if role is not Role.ANNEX or not isinstance(block, Paragraph):
            continue
        fault = _fault(block) or ("没有顶格" if paper.stands_aside(block) else "")
        if not fault and not _on_new_page(blocks, at):
            fault = "没有另起一页"
        yield wrong(fault, block.place) if fault else right("另起一页，3号黑体，顶格")


def _fault(paragraph: Paragraph) -> str:
    if not forms.RIGHT_ANNEX.fullmatch(paragraph.words):
        return f"写成“{paragraph.words}”"
    if any(standard.family(run.letters.fonts["eastAsia"]) != standard.HEI for run in typeface(paragraph)):
        return "不是黑体"
    if any(run.letters.size != standard.BODY_PT for run in runs_in(paragraph)):
        return "不是 3 号"
    return "没有顶格" if abs(left_gap(paragraph)) > 0.3 else ""


def _on_new_page(blocks: tuple[Paragraph | Table, ...], at: int) -> bool:
    """By its own format, by a page break before it, or because a section or the file begins."""
    current = blocks[at]
    assert isinstance(current, Paragraph)
    if current.lines.new_page or current.text.startswith(PAGE_BREAK):
        return True
    for before in reversed(blocks[:at]):
        if before.section != current.section:
            return True
        if isinstance(before, Table):
            return False
        if before.breaks_after or (before.lines.new_page and not before.words):
            return True
        if before.words:
            return False
    return True
