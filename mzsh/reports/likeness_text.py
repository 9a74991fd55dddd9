"""The copy report as lines for a terminal of 80 columns: the ranking, then the passages two by two."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.overview.likeness import Likeness, Pair, Passages
from mzsh.reports.columns import aligned
from mzsh.reports.lines import Line, Tone, shown, wrapped
from mzsh.reports.side_by_side import folded, marked, side_by_side
from mzsh.reports.status_text import body_of, day
from mzsh.wording.copies.comparing import CopyKind

_TONES: dict[CopyKind, Tone] = {CopyKind.VERBATIM: "error", CopyKind.EDITED: "warning", CopyKind.REWORDED: "info"}


def likeness_text(report: Likeness, limit: int) -> Iterator[Line]:
    """Heading, ranking, the first pairs in full, and what was left out."""
    yield Line(title_of(report), "strong")
    yield from wrapped(compared(report), "", tone="plain")
    for note in report.notes:
        yield from wrapped(shown(note), "注：", tone="faint")
    yield Line()
    if not report.pairs:
        yield nothing(report)
        return
    yield from _ranking(report)
    if limit:
        yield Line()
        yield Line("下面【】里的字两处相同，……是略去的不同的字。", "faint")
    for number, pair in enumerate(report.pairs[:limit], 1):
        yield Line()
        yield from _pair(number, pair)
    left = len(report.pairs) - limit
    if left > 0:
        yield Line()
        yield Line(f"另有 {left} 对没有逐处列出。看全部：加上 --limit {len(report.pairs)}，或者", "faint")
        yield Line("加上 --format html --output 查重.html，用浏览器打开。", "faint")


def title_of(report: Likeness) -> str:
    """What the report is about: the body and this year's meeting."""
    meeting = report.project.meeting
    return f"{body_of(meeting)}  {report.project.preset.title or meeting.year or ''}  查重".strip()


def compared(report: Likeness) -> str:
    """On which day what was compared, a sentence."""
    others = f"，同 {'、'.join(map(shown, report.against))} 的 {report.others} 份也逐段比了" if report.against else ""
    return f"{day(report.today)}，本文件夹 {report.own} 份材料互相比对{others}。套话、方面标题和引文不算。"


def nothing(report: Likeness) -> Line:
    """What to say where there are no pairs: nothing found, or nothing to look at."""
    if report.own + report.others < 2 or not report.own:
        return Line("可比的材料不到两份：提纲、班子材料、谈话记录、批评意见写好了再查。", "warning")
    return Line("没有发现雷同。", "good")


def names(pair: Pair) -> tuple[str, str]:
    """What the two papers are called."""
    return shown(pair.first.label), shown(pair.second.label)


def kinds(pair: Pair) -> str:
    """原句照搬 2、换词改写 1."""
    return "、".join(f"{kind.value} {count}" for kind, count in pair.kinds)


def percent(share: float) -> str:
    """A share in whole percents; what is not all is never 100%."""
    return f"{int(share * 1000 + 0.5) // 10}%"


def _ranking(report: Likeness) -> Iterator[Line]:
    yield Line(f"雷同的材料 {len(report.pairs)} 对（相同的越多越靠前）", "strong")
    rows = [
        (str(number), *names(pair), f"{len(pair.passages)} 处", percent(pair.share), kinds(pair))
        for number, pair in enumerate(report.pairs, 1)
    ]
    head, *lines = aligned([("", "材料", "与哪一份", "几处", "最高", "怎么抄的"), *rows], right=(0, 3, 4))
    yield Line(head, "faint")
    yield from (Line(line) for line in lines)


def _pair(number: int, pair: Pair) -> Iterator[Line]:
    first, second = names(pair)
    yield from wrapped(f"{first} 与 {second}", f"{number}. ", tone="strong")
    for place, one in enumerate(pair.passages):
        if place:
            yield Line()
        yield from _passages(one)


def _passages(one: Passages) -> Iterator[Line]:
    """How it was copied, both places, and both passages with what they have in common in 【】."""
    yield Line(f"  {one.kind.value}，占较短一段的 {percent(one.share)}", _TONES[one.kind])
    yield Line(f"  左  {shown(one.first.place)}")
    yield Line(f"  右  {shown(one.second.place)}")
    whole = one.kind is not CopyKind.VERBATIM
    left, right = (folded(marked(side.paragraph.text, side.common, whole=whole)) for side in (one.first, one.second))
    yield from (Line(text) for text in side_by_side(left, right))
