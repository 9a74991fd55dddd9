"""A material as a whole: its theme, length and proportions, and what it should not pass over (MZ108, 112, 116–119)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from statistics import median

from mzsh.model.body import Paragraph
from mzsh.model.examination import Examination
from mzsh.model.examining import CAUSES, PROBLEMS
from mzsh.model.meeting import Meeting
from mzsh.model.papers import Paperwork
from mzsh.model.place import Span
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.model.remark import Remark
from mzsh.model.text import coverage, plain, quotes
from mzsh.planning.studying import required_readings
from mzsh.planning.themes import expected_theme, other_years_themes
from mzsh.rules.rule import Example, rule
from mzsh.wording.places import foreign_places
from mzsh.wording.theme import other_theme, stated_themes


@rule(
    "MZ108",
    "主题句与会议主题不一致",
    clauses=("1-theme",),
    example=Example(
        "05-班子材料/班子材料.md",
        good="坚定历史自信，践行时代使命，厚植为民情怀",
        bad="践行时代使命，厚植为民情怀",
        hits=("大力弘扬伟大建党精神",),
    ),
)
def theme_as_given(project: Project) -> Iterator[Remark]:
    """主题句以 会议.yml 的“主题”为准，各份材料一字不差（后面可以接本地的话）；也不能留着往年的主题。"""
    expected = expected_theme(project)
    others = cache(lambda: other_years_themes(project))
    theme = project.meeting.theme
    another = project.preset.areas and plain(theme) != plain(project.preset.theme)
    if expected.differs:
        message = "会议.yml 的主题与当年的主题不一致，材料里写的也不是这一句"
        yield project.meeting.remark("theme", message, hint=f"当年的主题：{expected.theme}")
    elif another and (strange := other_theme(theme, others())):
        yield project.meeting.remark("theme", "这是往年的主题", hint=f"往年的主题：{strange[:24]}……")
    for document in project.documents:
        if isinstance(document, (Examination, Paperwork)) and not project.is_past(document) and not document.is_stub:
            for paragraph in document.body.paragraphs():
                yield from _strange_themes(document, paragraph, expected.theme, others)


def _strange_themes(
    document: Document, paragraph: Paragraph, theme: str, others: Callable[[], tuple[str, ...]]
) -> Iterator[Remark]:
    """What is wrong with the themes that one paragraph states; other years' presets are read only where one is."""
    for stated in stated_themes(paragraph.text, theme) if theme else ():
        cut = isinstance(document, Paperwork)
        if not stated.is_theme(theme, may_be_cut=cut) and not stated.is_mention(theme):
            span = _place(document, paragraph, stated.words)
            message = "写的是往年的主题" if other_theme(stated.words, others()) else "主题句与 会议.yml 的“主题”不一致"
            yield Remark(
                path=document.path, span=span, message=message, hint=f"应为：{theme}", quote=stated.words[:120]
            )


def _place(document: Document, paragraph: Paragraph, words: str) -> Span:
    start = Span(paragraph.line, paragraph.column, paragraph.line, paragraph.column)
    return document.source.locate(words, start)


@rule(
    "MZ112",
    "篇幅与其他材料相差太大",
    clauses=("3.4-noempty",),
    example=Example(
        "会议.yml",
        good="四个班子: [",
        bad="检查: {阈值: {提纲字数上限: 912}}\n四个班子: [",
        hits=("06-发言提纲/张卫国.md:",),
    ),
)
def usual_length(project: Project) -> Iterator[Remark]:
    """一份提纲比大家的短一半多，或长一倍多，值得看一眼：是没写到，还是把别的写了进来。
    会议.yml 的 检查.阈值 里写了“提纲字数下限”“提纲字数上限”的，按规定的字数算。"""
    lengths = {outline.path: _length(outline) for outline in project.outlines}
    limits = project.meeting.check.thresholds
    usual = median(lengths.values()) if len(lengths) >= _COMPARABLE else None
    low = limits.outline_least or (usual * _SHORT if usual else None)
    high = limits.outline_most or (usual * _LONG if usual else None)
    for outline in project.outlines:
        length = lengths[outline.path]
        if low is not None and length < low:
            yield outline.remark_file(f"正文{length}字，偏短（不少于{low:.0f}字为宜）", hint="看看哪一方面没有写开")
        elif high is not None and length > high:
            yield outline.remark_file(f"正文{length}字，偏长（不超过{high:.0f}字为宜）", hint="看看哪些话可以不说")


_COMPARABLE, _SHORT, _LONG = 3, 0.45, 2.2


def _length(examination: Examination) -> int:
    return sum(len(plain(paragraph.text)) for paragraph in examination.body.paragraphs())


@rule(
    "MZ116",
    "没有提到对照的依据",
    clauses=("2-benchmark",),
    example=Example(
        "06-发言提纲/李明.md",
        good="我对照初心使命查自己，五个问题都在下面。",
        bad="五个问题都在下面。",
        hits=("",),
    ),
)
def benchmarks_named(examination: Examination, preset: Preset, project: Project) -> Iterator[Remark]:
    """对照检查要有对照：通知要求对照的文件、规定（如党章党规党纪、初心使命），或必学的篇目，材料里应当提到。"""
    wanted = (*preset.benchmarks, *required_readings(project))
    paragraphs = [paragraph.text for paragraph in examination.body.paragraphs()]
    if not preset.benchmarks or any(_mentions(text, benchmark) for text in paragraphs for benchmark in wanted):
        return
    hint = "当年要对照的有：" + "、".join(preset.benchmarks)
    yield examination.remark_file("没有提到对照了什么", hint=hint)


def _mentions(text: str, benchmark: str) -> bool:
    """Whether a text names a benchmark, as a whole or by one of the short words that it is called by (党章, 初心)."""
    short = ("党章", "党规", "党纪", "初心")
    return coverage(benchmark, text) >= 0.7 or any(word in benchmark and word in text for word in short)


@rule(
    "MZ117",
    "没有说上年整改的情况",
    clauses=("4-ag1",),
    example=Example(
        "06-发言提纲/李明.md",
        good=(
            "## 上年整改情况\n\n上年我认下的园区审批超时问题，2021年6月起限时4天办结，全年没有一件超时。\n\n"
            "## 一、存在的问题"
        ),
        bad="## 一、存在的问题",
        hits=("",),
    ),
)
def last_year_told(examination: Examination, project: Project) -> Iterator[Remark]:
    """上年民主生活会上列了整改的，材料里应当交代一句：哪些改好了，哪些还没有。"""
    items = [
        item
        for year in project.last_year
        for item in year.items
        if (item.owner_body or year.owner_body) == examination.owner
    ]
    if not items:
        return
    texts = [section.title for section in examination.body.sections]
    texts += [paragraph.text for paragraph in examination.body.paragraphs()]
    if not any(_LAST_YEAR.search(text) or any(quotes(text, item.problem) for item in items) for text in texts):
        yield examination.remark_file(
            f"上年整改里有{examination.owner}的{len(items)}条，材料里没有提到", hint="加一段“上年整改情况”，逐条说结果"
        )


_LAST_YEAR = re.compile(
    r"(?:上年|去年|上一年|上次|20\d\d年度)[^。]{0,30}(?:整改|民主生活会|承诺|查摆|查出|认下|检视)|整改(?:落实)?情况"
)


@rule(
    "MZ118",
    "问题和原因占的篇幅太小",
    clauses=("3.4-noempty", "3.4-analysis"),
    example=Example(
        "会议.yml",
        good="四个班子: [",
        bad="检查: {阈值: {问题原因占比: 0.647}}\n四个班子: [",
        hits=("05-班子材料/班子材料.md:",),
    ),
)
def problems_weigh(examination: Examination, project: Project) -> Iterator[Remark]:
    """对照检查材料应以问题和原因为主，合起来不到一半的，上级审阅时常被退回。
    比例可在 会议.yml 的 检查.阈值.问题原因占比 里另定。"""
    reading = project.reading(examination)
    whole = _length(examination)
    if not {PROBLEMS, CAUSES} <= set(reading.parts) or not whole:
        return
    weight = sum(len(plain(block.text)) for name in (PROBLEMS, CAUSES) for block in reading.parts[name].blocks)
    wanted = project.meeting.check.thresholds.number("problem_share")
    if weight < wanted * whole:
        share, least = (f"{value:.0%}" for value in (weight / whole, wanted))
        message = f"问题和原因两部分占全文的{share}，不到{least}"
        yield examination.remark_file(message, hint="少讲认识和过程，把问题和原因写透")


@rule(
    "MZ119",
    "出现了外地的单位",
    clauses=("4-nosame",),
    example=Example(
        "06-发言提纲/李明.md",
        good="我对照初心使命查自己",
        bad="按照临山市委常委会要求，我对照初心使命查自己",
        hits=("按照临山市委常委会",),
    ),
)
def foreign_units(examination: Examination, meeting: Meeting) -> Iterator[Remark]:
    """材料里出现了 会议.yml 里没有的市、县、区的名字，常是抄了别处的稿子没有改干净；确是本地外出办的事则不必改。"""
    home = meeting.source.text
    seen: set[str] = set()
    for paragraph in examination.body.paragraphs():
        for name, _ in foreign_places(paragraph.text, home):
            if name not in seen:
                seen.add(name)
                span = _place(examination, paragraph, name)
                message = f"“{name}”不是本地的单位（会议.yml 里没有）"
                yield Remark(
                    path=examination.path, span=span, message=message, hint="核对是不是从别处抄来的", quote=name
                )
