"""Words: the five avoids, the five substitutions, and criticism that criticises nothing (MZ2xx).

What a passage falls into is judged in `wording/judging`; here it is said to a secretary: what is wrong, at which
sentence, and what a better passage would contain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mzsh.model.remark import Loudest, Related, Remark
from mzsh.rules.rule import Example, rule
from mzsh.wording.judging.passages import Judged
from mzsh.wording.judging.roles import FAULTS, ROLES
from mzsh.wording.judging.units import Found, Judgements, Verdict

_OTHERS = 3
"""So many passages beside the strongest are named."""
_LEAD_IN, _LEAD_SHARE = 40, 0.5
"""A fault that comes after so many characters, and after this share of the passage, comes late."""
_CERTAIN = 0.5
"""From this chance on a sentence states a fault."""
_OCCASION = re.compile(r"比如|例如|譬如|在[^，。；]{2,20}(?:时|中|过程中|上)，")
_ANCHORS: Mapping[str, re.Pattern[str]] = {
    "时间": re.compile(r"\d+[年月日]|[一二三四]季度|半年|春节|中秋|国庆|汛期|那天|当天|当晚|去年|今年"),
    "地点": re.compile(r"[一-龥]{2}(?:镇|乡|村|社区|街道|园区|小区|公司|中心|大厅|学校|医院|工地|水库)"),
    "数字": re.compile(r"\d+(?:\.\d+)?[^\d年月日号、.]|[一两三四五六七八九十百]+(?:次|户|件|份|起|天|家|名|个|趟)"),
    "事例": re.compile(r"(?!)"),
}
"""What would make a passage concrete; an event has no shape, and is missed wherever the passage is vague."""
_SHOWN = 30
"""Characters of a sentence that are quoted beside the strongest."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """A label with what is wrong (Chinese), and what a better passage would contain."""

    label: str
    wrong: str
    better: str


_SMALLTALK = _Fault("A1", "说的多是问候和家常，没有谈到问题", "写谈了什么问题：哪件事、什么时候、根子在哪、怎么改")
_PRAISE = _Fault("A2", "说的多是成绩和好话，没有摆出问题", "写一件没有做好的事：时间、经过、本人做了什么、后果")
_VAGUE = _Fault("A3", "泛泛而谈", "补一件事：哪年哪月、在哪里、涉及谁、多少数，本人做了或没做什么")
_WORK_ONLY = _Fault("A4", "只谈工作，没有谈问题", "写这项工作里本人哪一步没有做到、为什么、后果是什么")
_EVASIVE = _Fault("A5", "避重就轻：说的是小毛病，或者都归到客观原因", "把主要的问题摆出来，写本人的责任和造成的后果")
_LECTURE = _Fault("S1", "讲的是道理，没有写自己的问题", "道理留一句，写自己哪件事没有照着做")
_COLLECTIVE = _Fault("S2", "写的是班子或单位的问题，不是本人的", "写这件事里本人那一份：签了什么、定了什么、漏了什么")
_OTHER_PEOPLE = _Fault("S3", "写的是下级或别人的问题，不是本人的", "写本人在这件事里知道什么、做了什么、没管什么")
_BUSINESS = _Fault(
    "S4", "只写业务上的短板，没有联系思想、作风和纪律", "写短板背后本人怎么想、怕什么、图什么，没有尽到哪份责"
)
_ADVICE = _Fault("C1", "只提工作建议，没有点出问题", "先点出对方的问题和事例，建议放在后面")
_WISH = _Fault("C2", "只提希望，没有点出问题", "先点出对方的问题和事例，希望放在后面")


@rule(
    "MZ201", "寒暄家常", clauses=("3.3-avoid1",), example=Example("04-谈心谈话/李明-王芳.md", good="", bad="", hits=())
)
def smalltalk(judgements: Judgements) -> Iterator[Remark]:
    """谈话要谈问题：开头问候一句是人之常情，整段都是身体、家里、见闻，等于没有谈。"""
    yield from _speak(judgements, _SMALLTALK)


@rule("MZ202", "评功摆好", clauses=("3.3-avoid2",), example=())
def praise(judgements: Judgements) -> Iterator[Remark]:
    """不评功摆好、不只说好话：成绩可以带一句，全段都是成绩、末尾一句“还不够”，问题就没有摆出来。"""
    yield from _speak(judgements, _PRAISE)


@rule("MZ203", "泛泛而谈", clauses=("3.3-avoid3", "3.4-noempty"), example=())
def vague(judgements: Judgements) -> Iterator[Remark]:
    """问题要写到具体事：同一句里有时间、数字、点得出名的人和地方，或者说得清的后果。
    “不够深入”“有差距”谁都能写；“比如，在推进工作时”没有说是哪一次，也不算具体。口号、文件名、学习次数都不算。
    一个方面只说一次，最要紧的几处列在“另见”。"""
    yield from _speak(judgements, _VAGUE)


@rule("MZ204", "只谈工作不讲问题", clauses=("3.3-avoid4",), example=())
def work_only(judgements: Judgements) -> Iterator[Remark]:
    """谈话和对照检查不是汇报工作：进展、数据、打算写得再多，没有一句问题，就还没有开始。"""
    yield from _speak(judgements, _WORK_ONLY)


@rule("MZ205", "避重就轻", clauses=("3.3-avoid5", "3.4-noempty"), example=())
def evasive(judgements: Judgements) -> Iterator[Remark]:
    """不避重就轻：把优点当缺点说、只认无关痛痒的小毛病、都怪任务重条件差，都是绕开了主要问题。"""
    yield from _speak(judgements, _EVASIVE)


@rule("MZ212", "班子问题代替个人问题", clauses=("2-sub2",), example=())
def collective(judgements: Judgements) -> Iterator[Remark]:
    """个人提纲写个人：班子、单位、大家的问题，要落到本人在其中承担的那一份。没有主语的句子算本人的。"""
    yield from _speak(judgements, _COLLECTIVE)


@rule("MZ213", "下级或他人问题代替自身问题", clauses=("2-sub3",), example=())
def other_people(judgements: Judgements) -> Iterator[Remark]:
    """不拿下级、部门、家属、前任的问题代替自己的问题：他们出了事，写自己知道什么、管了什么、放过了什么。"""
    yield from _speak(judgements, _OTHER_PEOPLE)


@rule("MZ214", "业务问题代替思想政治问题", clauses=("2-sub4", "2-in-thought"), example=())
def business(judgements: Judgements) -> Iterator[Remark]:
    """指标、设备、流程、人手上的短板是业务问题；对照检查要写它背后的思想、作风、纪律，写本人怕什么、图什么。"""
    yield from _speak(judgements, _BUSINESS)


@rule("MZ221", "以讲道理代替查问题", clauses=("3.4-noempty",), example=())
def lecture(judgements: Judgements) -> Iterator[Remark]:
    """对照检查不是讲课：意义、历史、引文可以有一句，全段都是道理，就没有查到自己。"""
    yield from _speak(judgements, _LECTURE)


@rule("MZ222", "以工作建议代替批评意见", clauses=("4-crit-nosuggest",), example=())
def advice(judgements: Judgements) -> Iterator[Remark]:
    """批评要点问题：工作怎么做得更好是建议，不是批评；问题点出来了，后面可以附建议。"""
    yield from _speak(judgements, _ADVICE)


@rule("MZ223", "以提希望代替点问题", clauses=("4-crit-nohope",), example=())
def wish(judgements: Judgements) -> Iterator[Remark]:
    """批评要点问题：祝愿、勉励、期待都是希望；问题点出来了，后面可以附希望。"""
    yield from _speak(judgements, _WISH)


@rule("MZ224", "绕弯子", clauses=("4-nodetour",), example=())
def detour(judgements: Judgements) -> Iterator[Remark]:
    """不绕弯子：一条批评、一段问题，前半段都是铺垫的，把问题挪到前面来说。"""
    for verdict in judgements.verdicts:
        place = _late_fault(verdict.whole) if verdict.unit.kind != "talk" and not verdict.is_warned else None
        if place is not None:
            message = f"{verdict.unit.name}铺垫了{verdict.whole.sentences[place].start}字才说到问题"
            found = Found(verdict, verdict.whole, (place,), is_certain=False)
            yield _remark(verdict, found, message, hint="先说问题，背景压缩成一句", loudest="提示")


def _late_fault(judged: Judged) -> int | None:
    """The sentence that states the first fault, where it comes late."""
    columns = [list(ROLES).index(role) for role in FAULTS]
    for place, sentence in enumerate(judged.sentences):
        if judged.roles[place][columns].sum() >= _CERTAIN:
            late = sentence.start >= max(_LEAD_IN, _LEAD_SHARE * len(judged.text))
            return place if late else None
    return None


def _speak(judgements: Judgements, fault: _Fault) -> Iterator[Remark]:
    """One remark a unit: 警告 where it falls into the fault as a whole, 提示 where it may, or a paragraph does."""
    for verdict in judgements.verdicts:
        found = verdict.found(fault.label)
        if found is not None:
            several = f"有{found.count}段" if found.count else ""
            like = "" if found.is_certain else "像是"
            why = _missing(found.judged) if fault is _VAGUE else _roles(found.judged)
            message = f"{verdict.unit.name}{several}{like}{fault.wrong}（{why}）"
            loudest: Loudest = "错误" if found.is_certain else "提示"
            yield _remark(verdict, found, message, hint=fault.better, loudest=loudest)


def _remark(verdict: Verdict, found: Found, message: str, *, hint: str, loudest: Loudest) -> Remark:
    """A remark at the sentence that decided, with the next ones beside it."""
    first, *rest = [found.sentence(place) for place in found.places]
    return Remark(
        path=verdict.unit.path,
        span=first.span,
        message=message,
        hint=hint,
        quote=first.text,
        loudest=loudest,
        related=tuple(Related(verdict.unit.path, one.span, f"“{_cut(one.text)}”") for one in rest[:_OTHERS]),
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


def _roles(judged: Judged) -> str:
    """What the sentences do, counted, the most frequent first (Chinese)."""
    counts = Counter(judged.role(place) for place in range(len(judged.sentences)))
    told = [f"{count}句是{ROLES[role]}" for role, count in counts.most_common(2)]
    return f"共{len(judged.sentences)}句，" + "、".join(told) if len(judged.sentences) > 1 else told[0][2:]


def _missing(judged: Judged) -> str:
    """What a vague passage lacks (Chinese): everything, or all but an occasion."""
    lacks = [name for name, pattern in _ANCHORS.items() if not pattern.search(judged.text)]
    if _OCCASION.search(judged.text):
        return "只有“在……时”这样的场合，没有说是哪一次、哪件事"
    return "没有" + "、".join(lacks or ["能查证的事例"])
