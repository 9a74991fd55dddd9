"""How the word rules speak: what is wrong with a passage, at which sentence, and what a better one would contain.

What a passage falls into is judged in `wording/judging`; here it becomes remarks in a secretary's words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mzsh.model.remark import Loudest, Related, Remark
from mzsh.model.text import shortened
from mzsh.wording.judging.passages import Judged
from mzsh.wording.judging.roles import CONCRETE, ROLES
from mzsh.wording.judging.units import Found, Judgements, Verdict

VAGUE = "A3"
"""The label of what is missing rather than there: it is told by what it lacks."""
_OTHERS = 3
"""So many passages beside the strongest are named."""
_OCCASION = re.compile(r"比如|例如|譬如|在[^，。；]{2,20}(?:时|中|过程中|上)，")
_ANCHORS: Mapping[str, re.Pattern[str]] = {
    "时间": re.compile(r"\d[年月日]|[一二三四]季度|半年|春节|中秋|国庆|汛期|那天|当天|当晚|去年|今年"),
    "地点": re.compile(r"[一-龥]{2}(?:镇|乡|村|社区|街道|园区|小区|公司|中心|大厅|学校|医院|工地|水库)"),
    "数字": re.compile(r"\d[^\d年月日号、.]|[一两三四五六七八九十百](?:次|户|件|份|起|天|家|名|个|趟)"),
}
"""What helps to make a passage concrete; an event (事例) has no shape of its own."""
_SHOWN = 30
"""Characters of a sentence that are quoted beside the strongest."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A label with what is wrong (Chinese), what a better passage would contain, and the roles of such sentences."""

    label: str
    wrong: str
    better: str
    roles: tuple[str, ...] = ()


EXAMPLE_OUTLINE = "06-发言提纲/李明.md"
EXAMPLE_PASSAGE = (
    "对财政局干部管得宽。8月两名科长轮岗的函送到我这里，一位在岗11年，一位9年，我嫌换人耽误预算，压到12月没有批。"
    "其中一位10月收了企业的购物卡，我是在通报里看到的。"
)
"""A concrete problem of the small meeting, which the examples put other passages in the place of."""


def speak(judgements: Judgements, fault: Fault) -> Iterator[Remark]:
    """One remark a unit: 警告 where it falls into the fault as a whole, 提示 where it may, or a paragraph does."""
    for verdict in judgements.verdicts:
        found = verdict.found(fault.label)
        if found is not None:
            several = f"有{found.count}段" if found.count else ""
            like = "" if found.is_certain else "像是"
            why = _missing(found.judged) if fault.label == VAGUE else _roles(found.judged, fault)
            message = f"{verdict.unit.name}{several}{like}{fault.wrong}（{why}）"
            loudest: Loudest = "错误" if found.is_certain else "提示"
            yield remark_on(verdict, found, message, hint=fault.better, loudest=loudest)


def remark_on(verdict: Verdict, found: Found, message: str, *, hint: str, loudest: Loudest) -> Remark:
    """A remark at the sentence that decided, with the next ones beside it."""
    first, *rest = [found.sentence(place) for place in found.places[: 1 + _OTHERS]]
    return Remark(
        path=verdict.unit.path,
        span=first.span,
        message=message,
        hint=hint,
        quote=first.text,
        loudest=loudest,
        related=tuple(Related(verdict.unit.path, one.span, f"“{shortened(one.text, _SHOWN)}”") for one in rest),
    )


def _roles(judged: Judged, fault: Fault) -> str:
    """What the sentences do, counted: those of the fault, and those that state a real problem (Chinese)."""
    counts = Counter(judged.role(place) for place in range(len(judged.sentences)))
    told = [f"{counts[role]}句是{ROLES[role]}" for role in fault.roles if counts[role]]
    if not any(counts[role] for role in CONCRETE):
        told.append(f"没有一句写到{_whose(judged)}的具体问题")
    return "，".join([f"共{len(judged.sentences)}句", *told])


def _whose(judged: Judged) -> str:
    return {"outline": "自己", "talk": "双方", "criticism": "对方"}[judged.kind]


def _missing(judged: Judged) -> str:
    """What a vague passage lacks (Chinese): everything, all but an occasion, or only what went wrong there."""
    lacks = [name for name, pattern in _ANCHORS.items() if not pattern.search(judged.text)]
    has = [name for name in ("时间", "数字") if name not in lacks]
    if has:
        return f"有{'、'.join(has)}，没有说清是哪件事没有做好、后果是什么"
    if _OCCASION.search(judged.text):
        return "只有“比如、在……时”这样的场合，没有说是哪一次、哪件事"
    return f"没有{'、'.join(lacks)}、事例"
