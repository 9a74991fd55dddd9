"""The red head (版头)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.conformance import forms, standard
from mzsh.conformance.fonts import runs_in, typeface
from mzsh.conformance.heads import double_rules, height_above, is_letter, lines_between, red_rules
from mzsh.conformance.item import Trace, custom, item, right, wrong
from mzsh.conformance.items.tables import type_width
from mzsh.conformance.items.title import main_titles, title_font
from mzsh.conformance.paper import Paper, Role, first_line, left_gap, right_gap
from mzsh.conformance.word.model import Paragraph
from mzsh.conformance.word.runs import red

_NEAR_RULE_PT = 2.5
_NEAR_LINES = 0.75
_LEAST_LINES = 0.9


@item(
    "head-marks",
    "份号、密级、紧急程度",
    advice="份号写 6 位数字；密级写“机密★1年”；密级、紧急程度用三号黑体，都顶格在左上角",
)
def head_marks(paper: Paper) -> Iterator[Trace]:
    """份号用 6 位 3 号阿拉伯数字；密级和保密期限之间用“★”隔开，密级、紧急程度用 3 号黑体字；都顶格编排在版
    心左上角。
    """
    for paragraph in paper.of(Role.HEAD_MARK):
        words = paragraph.words
        if words.isdigit() and len(words) != 6:
            yield wrong(f"份号 {len(words)} 位", paragraph.place)
        elif forms.SECRECY.fullmatch(words) and not forms.RIGHT_SECRECY.fullmatch(words):
            yield wrong(f"写成“{words}”", paragraph.place)
        elif any(standard.family(run.letters.fonts["eastAsia"]) != standard.HEI for run in typeface(paragraph)):
            yield wrong("不是黑体", paragraph.place)
        elif any(run.letters.size != standard.BODY_PT for run in runs_in(paragraph)):
            yield wrong("不是 3 号", paragraph.place)
        elif abs(left_gap(paragraph)) > 0.3 or paragraph.lines.align in ("center", "right"):
            yield wrong("没有顶格", paragraph.place)
        else:
            yield right("3号，顶格")


@item("mark-color", "发文机关标志的颜色", advice="选中发文机关标志，字体颜色选红色")
def mark_color(paper: Paper) -> Iterator[Trace]:
    """发文机关标志推荐使用小标宋体字，颜色为红色。"""
    for paragraph in paper.of(Role.AGENCY_MARK):
        for run in runs_in(paragraph):
            color = run.letters.color
            yield right("红色") if red(color) else wrong(f"颜色 {color}", paragraph.place)


@item("mark-font", "发文机关标志的字体", advice="选中发文机关标志，中文字体选方正小标宋简体")
def mark_font(paper: Paper) -> Iterator[Trace]:
    """发文机关标志推荐使用小标宋体字，以醒目、美观、庄重为原则。"""
    for paragraph in paper.of(Role.AGENCY_MARK):
        for run in typeface(paragraph):
            kind, font = title_font(run.letters), run.letters.fonts["eastAsia"]
            if kind == "right":
                yield right(font)
            else:
                yield custom(font, paragraph.place) if kind else wrong(font, paragraph.place)


@item("mark-size", "发文机关标志的字号", advice="发文机关标志的字比标题大，高不过 22 mm（约 62 磅）")
def mark_size(paper: Paper) -> Iterator[Trace]:
    """发文机关标志以醒目、美观、庄重为原则，比标题（2 号）大，字高一般不过 22 mm。"""
    for paragraph in paper.of(Role.AGENCY_MARK):
        for run in runs_in(paragraph):
            size = run.letters.size
            fits = standard.TITLE_PT <= size <= standard.LARGEST_MARK_MM * standard.POINTS_A_MM
            yield right(f"{size:g} 磅") if fits else wrong(f"{size:g} 磅", paragraph.place)


@item("mark-place", "发文机关标志的位置", advice="发文机关标志居中，段前间距调到上边缘距版心上边缘 35 mm")
def mark_place(paper: Paper) -> Iterator[Trace]:
    """发文机关标志居中排布，上边缘至版心上边缘为 35 mm；信函格式的在页面上边缘下 30 mm，不在此列。"""
    for paragraph in paper.of(Role.AGENCY_MARK):
        if paragraph.lines.align != "center" or abs(first_line(paragraph)) > 0.3:
            yield wrong("没有居中", paragraph.place)
        elif is_letter(paper):
            yield from _letter_mark(paragraph)
        elif paragraph.frame is not None:
            yield right("居中")
        elif paragraph is paper.of(Role.AGENCY_MARK)[0]:
            above = height_above(paper, paragraph)
            near = abs(above - standard.MARK_DROP_MM) <= standard.MARK_DROP_TOLERANCE_MM
            told = f"距版心上边缘约 {above:.0f} mm"
            yield right(f"居中，{told}") if near else wrong(told, paragraph.place)


def _letter_mark(paragraph: Paragraph) -> Iterator[Trace]:
    frame = paragraph.frame
    if frame is None or frame.vertical != "page":
        yield right("居中")
        return
    down = frame.y / standard.TWIPS_A_MM
    near = abs(down - standard.LETTER_MARK_MM) <= standard.MARK_DROP_TOLERANCE_MM
    yield right("居中") if near else wrong(f"距页面上边缘 {down:.0f} mm", paragraph.place)


@item("doc-number", "发文字号的写法", advice="写成“临委〔2022〕5号”：年份全称，六角括号〔〕，不加“第”，不编虚位")
def doc_number(paper: Paper) -> Iterator[Trace]:
    """发文字号年份标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位（即1不编为01），后加“号”字。"""
    for paragraph in paper.everything:
        for found in forms.NUMBER.finditer(paragraph.text):
            fits = forms.RIGHT_NUMBER.fullmatch(found[0])
            yield right("用〔〕") if fits else wrong(f"写成“{found[0]}”", paragraph.place)


@item("doc-number-place", "发文字号的位置", advice="下行文居中；上行文居左空 1 字，与签发人同一行；信函居右顶格")
def doc_number_place(paper: Paper) -> Iterator[Trace]:
    """发文字号编排在发文机关标志下空二行位置，居中排布；上行文居左空一字，与最后一个签发人姓名处在同一行。"""
    for paragraph in paper.of(Role.NUMBER):
        place = paragraph.lines.align
        if forms.SIGNER.search(paragraph.text):
            gap = left_gap(paragraph)
            fits = place != "center" and abs(gap - 1) <= 0.3
            yield right("左空 1 字") if fits else wrong(f"左空 {gap:.3g} 字", paragraph.place)
        elif is_letter(paper):
            fits = (place == "right" and abs(right_gap(paragraph)) <= 0.3) or _tabbed(paragraph, paper)
            yield right("居右顶格") if fits else wrong("没有居右顶格", paragraph.place)
        else:
            fits = place == "center" and abs(first_line(paragraph)) <= 0.3
            yield right("居中") if fits else wrong("没有居中", paragraph.place)


def _tabbed(paragraph: Paragraph, paper: Paper) -> bool:
    """Whether a tab brings it to the right edge."""
    edge = type_width(paper.section(paragraph))
    stops = [at for kind, at in paragraph.lines.tabs if kind in ("right", "end")]
    return paragraph.text.startswith("\t") and any(abs(at - edge) < 120 for at in stops)


@item("signer", "签发人", advice="“签发人：”用三号仿宋，姓名用三号楷体，居右空 1 字（右对齐制表位）")
def signer(paper: Paper) -> Iterator[Trace]:
    """上行文标注签发人：居右空一字，“签发人”三字用 3 号仿宋体字，后标全角冒号，姓名用 3 号楷体字。"""
    for paragraph in paper.of(Role.NUMBER, Role.LINE, Role.FLUSH):
        label = forms.SIGNER.search(paragraph.text)
        if label is None or (paragraph not in paper.of(Role.NUMBER) and not paper.red_headed):
            continue
        fault = _signer_fault(paragraph, label.start(), label.end())
        yield wrong(fault, paragraph.place) if fault else right("居右，姓名用楷体")


def _signer_fault(paragraph: Paragraph, start: int, end: int) -> str:
    at, number = 0, paragraph.runs[0].letters.fonts["eastAsia"]
    for run in paragraph.runs:
        named = at + len(run.text) > end and run.text[max(0, end - at) :].strip(forms.BLANKS)
        font = run.letters.fonts["eastAsia"]
        if named and standard.family(font) != standard.KAI:
            return f"姓名用了{font}"
        if not named and start <= at < end and font != number:
            return f"“签发人”用了{font}"
        at += len(run.text)
    tabbed = "\t" in paragraph.text[:start] and any(kind in ("right", "end") for kind, _ in paragraph.lines.tabs)
    spaced = paragraph.text[:start].rstrip(forms.BLANKS) != paragraph.text[:start]
    return "" if tabbed or spaced or paragraph.lines.align == "right" else "没有居右"


@item("red-rule", "红色分隔线", advice="在发文字号下 4 mm 处画一条与版心等宽的红线")
def red_rule(paper: Paper) -> Iterator[Trace]:
    """发文字号之下 4 mm 处居中印一条与版心等宽的红色分隔线。"""
    if not paper.red_headed or is_letter(paper):
        return
    place = paper.of(Role.AGENCY_MARK)[0].place
    rules = red_rules(paper)
    if rules is None:
        yield wrong("没有红色分隔线", place)
        return
    wanted = standard.RED_RULE_GAP_MM * standard.POINTS_A_MM
    gaps = [border.space for side, border in rules if side == "bottom"]
    if gaps and abs(gaps[0] - wanted) > _NEAR_RULE_PT:
        yield custom(f"红色分隔线在发文字号下 {gaps[0] / standard.POINTS_A_MM:.1f} mm", place)
    else:
        yield right("有红色分隔线")


@item("letter-rules", "信函的红色双线", advice="发文机关标志下印上粗下细的红色双线，首页下边印上细下粗的，都长 170 mm")
def letter_rules(paper: Paper) -> Iterator[Trace]:
    """信函格式发文机关标志下 4 mm 处印一条红色双线（上粗下细），距下页边 20 mm 处印一条红色双线（上细下粗），
    线长均为 170 mm，居中。
    """
    if not paper.red_headed:
        return
    rules = double_rules(paper)
    for at, (paragraph, upper, lower) in enumerate(rules):
        place = paragraph.place if paragraph.words else "版头" if not at else "首页下边"
        width = paragraph.frame.width / standard.TWIPS_A_MM if paragraph.frame is not None else 0.0
        thick, thin = (upper, lower) if not at else (lower, upper)
        if thick.size < thin.size:
            yield wrong("粗线和细线反了", place)
        elif width and abs(width - standard.LETTER_RULE_MM) > 2:
            yield wrong(f"线长 {width:.0f} mm", place)
        else:
            yield right("红色双线，长 170 mm")
    if len(rules) == 1:
        yield wrong("只有一条红色双线", "首页下边")


@item("head-gaps", "版头各要素的间隔", advice="发文机关标志与发文字号之间、红线与标题之间各空二行")
def head_gaps(paper: Paper) -> Iterator[Trace]:
    """发文字号编排在发文机关标志下空二行位置；标题编排于红色分隔线下空二行位置。"""
    marks, numbers, titles = paper.of(Role.AGENCY_MARK), paper.of(Role.NUMBER), main_titles(paper)
    if not (numbers and titles) or len(marks) != 1:
        return
    pairs = [("发文字号", marks[0], numbers[0]), ("标题", numbers[-1], titles[0])]
    if marks[0].frame is not None or is_letter(paper):
        pairs = pairs[1:]
    for told, above, below in pairs:
        lines = lines_between(paper, above, below)
        found = f"{told}上空约 {lines:.1f} 行"
        if abs(lines - 2) <= _NEAR_LINES:
            yield right(found)
        else:
            yield custom(found, below.place) if lines >= _LEAST_LINES else wrong(found, below.place)
