"""What a finished paper must not carry with it: placeholders, changes, comments, names of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from mzsh.conformance.forms import CJK
from mzsh.conformance.item import Trace, custom, item, right, wrong
from mzsh.conformance.paper import Paper, Role
from mzsh.conformance.word.model import CELL

PLACEHOLDER = re.compile(
    r"[〔【\[（(《<＜{｛]\s*(?:待|请|此处|需)\s*(?:填|补|定|写|输入|核|替换)[^〕】\]）)》>＞}｝]{0,40}[〕】\]）)》>＞}｝]"
    r"|(?<![A-Za-zＡ-Ｚａ-ｚ])[XxＸｘ×]{2,}(?![A-Za-zＡ-Ｚａ-ｚ])|[xX×Ｘｘ](?=[年月日号])|(?<=[年月第])[xXＸｘ×](?![A-Za-z\d])"
    r"|_{2,}|＿{2,}|\*{2,}|＊{2,}|\{\{|\}\}|\{%|[○〇◯]{2,}(?!年)|[□■]{2,}|[？?]{2,}"
    r"|(?i:\blorem\b|\bipsum\b|\btodo\b|\btbd\b|\bfixme\b|\bclick or tap\b)"
    r"|(?:单击|点击)(?:或点击)?此处|在此(?:处)?(?:键入|输入|填写)|此处(?:填写|输入|插入)|^\s*待(?:填写?|补充?|定|核实?)\s*$"
    r"|^#{1,6} |^```"
)
EMPTY_DATE = re.compile(
    rf"(?:\d{{4}}|^|(?<=[{CJK}：]))\s*年[\s　]{{1,}}月[\s　]*日|年\d{{0,2}}[\s　]{{2,}}日|年[\s　]{{2,}}月"
)
ROOM_FOR_DATE = re.compile(r"[\s　]*年[\s　]+月[\s　]+日[\s　]*")
"""A line of its own without any figure: the date is written when the paper is issued."""


@item("placeholders", "没有填的地方", advice="把这些地方填上，或者删去")
def placeholders(paper: Paper) -> Iterator[Trace]:
    """成文不留占位的文字和符号：〔待填〕、【待补】、XX、××、____、*** 等。"""
    for place in paper.word.prompts:
        yield wrong("内容控件还没有填", place)
    for paragraph in paper.everything:
        found = PLACEHOLDER.search(paragraph.text)
        if found is None and ROOM_FOR_DATE.fullmatch(paragraph.text):
            yield custom("成文日期空着，印发时填", paragraph.place)
            continue
        if found is None and paragraph.zone != CELL:
            found = EMPTY_DATE.search(paragraph.text)
        yield wrong(f"“{found[0].strip()}”", paragraph.place) if found else right("没有")


@item("tracked-changes", "修订", advice="审阅 → 接受全部修订，再关掉修订")
def tracked_changes(paper: Paper) -> Iterator[Trace]:
    """成文不留修订痕迹。"""
    if paper.word.changes:
        yield wrong(f"有修订：{'、'.join(paper.word.changes)}", "全文")
    else:
        yield right("没有修订")


@item("comments", "批注", advice="审阅 → 删除文档中的所有批注")
def comments(paper: Paper) -> Iterator[Trace]:
    """成文不留批注。"""
    if paper.word.comments:
        yield wrong(f"有 {paper.word.comments} 条批注", "全文")
    else:
        yield right("没有批注")


@item("author", "作者信息", advice="文件 → 信息 → 检查文档 → 删除文档属性和个人信息")
def author(paper: Paper) -> Iterator[Trace]:
    """发文机关由署名和印章表明；文件属性里不带作者、最后修改人、单位等个人信息。"""
    for told, name in paper.word.people.items():
        yield wrong(f"{told}：{name[:20]}", "文档属性")
    if not paper.word.people:
        yield right("没有个人信息")


@item("blank-paragraphs", "空行", advice="要空的地方用段前、段后间距，不靠回车")
def blank_paragraphs(paper: Paper) -> Iterator[Trace]:
    """要素之间空一行、空二行是标准的规定；用回车空出来是各地习惯，改字以后容易走样，宜用段前、段后间距。"""
    last = None
    for blank, group in groupby(paper.text, key=lambda one: one[0] is Role.BLANK):
        paragraphs = [paragraph for _, paragraph in group]
        if blank and last is not None and len(paragraphs) > 1:
            yield custom(f"连着 {len(paragraphs)} 个空段", f"{last.place}之后")
        elif not blank:
            last = paragraphs[-1]
            yield right("没有连着的空段")
