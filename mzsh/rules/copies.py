"""Copies (雷同): 左右一个样、上下一般粗、年年老一套 (MZ241–245, clause 4-nosame)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mzsh.model.examination import Examination
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.model.remark import Related, Remark
from mzsh.model.text import plain, shortened
from mzsh.model.values import TEAM
from mzsh.planning.recurrence import recurrences
from mzsh.rules.rule import Example, rule
from mzsh.wording.copies.comparing import CopyKind
from mzsh.wording.copies.meeting import Copies, FoundCopy, Spot

_SHOWN = 30
"""Characters of a common stretch that a message quotes."""
_ADVICE: Mapping[CopyKind, str] = {
    CopyKind.VERBATIM: "有一句原样相同",
    CopyKind.EDITED: "改了几个字，大半相同",
    CopyKind.REWORDED: "换了说法，事情、数字和次序相同",
}


@rule(
    "MZ241",
    "与其他成员的提纲雷同",
    clauses=("4-nosame",),
    example=Example(
        "06-发言提纲/王芳.md",
        good="考核时照样给他打了优秀。",
        bad="考核时照样给他打了优秀。9月那次念错了一页，三个人在看手机，没有人听出来，我也就往下念了。",
        hits=("部里一名副处长10月至12月",),
    ),
)
def like_another_members(copies: Copies) -> Iterator[Remark]:
    """防“左右一个样”：提纲要写自己的事，不能有与别人相同的段落。套话、方面标题、主题和引文不算。
    两份里后一份（按文件名）报出，另一份的位置列在“另见”。"""
    hint = "哪一份是原写的留下，另一份改写自己的事"
    yield from _remarks(((copy.second, copy.first, copy) for copy in copies.between("提纲")), hint)


@rule(
    "MZ242",
    "与班子材料或上级指出的问题雷同",
    clauses=("4-nosame", "2-sub2", "2-sub1"),
    example=Example(
        "06-发言提纲/王芳.md",
        good="第二天又停了。\n",
        bad="第二天又停了。夏季里社区停水21次，热线接到反映93件，到8月20日才第一次听取汇报。\n",
        hits=("到社区总是提前打招呼。我联系",),
    ),
)
def like_the_teams(copies: Copies) -> Iterator[Remark]:
    """防“上下一般粗”：提纲不能照抄班子材料，材料也不能照抄上级指出的问题；要写清其中自己的那一份责任。"""
    hint = "这件事里本人做了什么、没做什么，写自己的"
    for role in ("提纲", "班子材料"):
        others = [copy for other in ("班子材料", "上级指出") if other != role for copy in copies.between(role, other)]
        yield from _remarks(((*copy.of_role(role), copy) for copy in others), hint)


@rule(
    "MZ243",
    "与本人往年的材料雷同",
    clauses=("4-nosame", "2-sub5"),
    example=Example(
        "06-发言提纲/李明.md",
        good="居民问我还修不修，我答不出来。",
        bad="居民问我还修不修，我答不出来。最长的等了37天，企业跑了六趟，我在年底座谈会上才听说。",
        hits=("把筹资的难题推给来年。江湾街道",),
    ),
)
def like_last_years(copies: Copies, project: Project) -> Iterator[Remark]:
    """材料要写当年的新问题，不能照搬自己往年的段落；确是没有改好的老问题，写今年又发生了什么。"""
    told = _recurring(project)
    found = [copy for role in ("提纲", "班子材料") for copy in copies.between(role, "往年")]
    sides = [(*copy.of_role("往年")[::-1], copy) for copy in found]
    fresh = [side for side in sides if not any(words in plain(side[0].text) for words in told)]
    yield from _remarks(fresh, "写今年的时间、地点和事例；老问题没有改好的，写今年又怎样")


def _recurring(project: Project) -> list[str]:
    """The problems that MZ708 tells already."""
    summaries = (getattr(found.record, "summary", "") for found in recurrences(project))
    return [plain(summary) for summary in summaries if plain(summary)]


@rule(
    "MZ244",
    "谈话记录雷同",
    clauses=("4-nosame", "3.3-form"),
    example=Example(
        "04-谈心谈话/李明-王芳.md",
        good="王芳：减报表的账也没人算，年底比年初还多。",
        bad="我做的记录上只有一句“抓好落实”，没有写谁去抓。会是他主持的，我也没有追，第一议题学完就散会。",
        hits=("李明：7月下大雨那夜",),
    ),
)
def like_another_talk(copies: Copies) -> Iterator[Remark]:
    """一次谈话一份记录，谈了什么记什么；两份记录有相同的段落，多半是从一份抄到另一份。"""
    sides = ((copy.second, copy.first, copy) for copy in copies.between("谈话"))
    yield from _remarks(sides, "照当时谈的重新记；记不清的再谈一次")


@rule(
    "MZ245",
    "批评意见雷同",
    clauses=("4-nosame", "4-crit-direct"),
    example=Example(
        "07-批评意见/王芳.md",
        good="10月其中一名科长收了购物卡被通报。",
        bad="改造的筹资报告两次送到你手上，两次都退了回去，11月围挡拆掉还没有一分钱到位。",
        hits=("问题: 你护着财政局",),
    ),
)
def like_another_criticism(copies: Copies) -> Iterator[Remark]:
    """两名成员的批评意见不能是同一段话：对同一件事，各人写自己看到的。"""
    sides = ((copy.second, copy.first, copy) for copy in copies.between("批评"))
    yield from _remarks(sides, "写本人亲眼看到、亲身经过的事")


def _remarks(sides: Iterable[tuple[Spot, Spot, FoundCopy]], hint: str) -> Iterator[Remark]:
    """One remark a paragraph, with every paragraph that it is a copy of; strongest first."""
    grouped: dict[tuple[str, int, int], list[tuple[Spot, Spot, FoundCopy]]] = {}
    for side in sides:
        spot = side[0]
        grouped.setdefault((spot.paper.document.path, spot.span.line, spot.span.column), []).append(side)
    for same in grouped.values():
        same.sort(key=lambda side: -side[2].match.share)
        here, other, copy = same[0]
        more = f"（还有{len(same) - 1}处）" if len(same) > 1 else ""
        reworded = copy.match.kind is CopyKind.REWORDED
        quoted = "" if reworded else f"：“{shortened(copy.match.longest, _SHOWN)}”"
        yield Remark(
            path=here.paper.document.path,
            span=here.span,
            message=f"与{label(other)}雷同{more}，{_ADVICE[copy.match.kind]}{quoted}",
            hint=hint,
            quote=here.paper.document.source.quote(here.span),
            key=here.text,
            related=tuple(Related(o.paper.document.path, o.span, f"{label(o)}里的这一段") for _, o, _ in same),
        )


def label(spot: Spot) -> str:
    """What a paper is called in a sentence (Chinese)."""
    owner, role = spot.paper.owner, spot.paper.role
    if role == "往年":
        year = _year(spot.paper.document)
        return f"{year}的班子材料" if owner == TEAM else f"本人{year}的材料"
    names = {
        "提纲": f"{owner}的提纲",
        "班子材料": "班子材料",
        "上级指出": "上级指出的问题",
        "谈话": f"“{owner}”的谈话记录",
        "批评": f"{owner}的批评意见",
    }
    return names[role]


def _year(document: Document) -> str:
    year = document.year if isinstance(document, Examination) else None
    return f"{year}年" if year else "往年"
