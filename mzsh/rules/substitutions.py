"""The five substitutions (五个代替): what takes the place of one's own problems, and lectures (clauses 2-sub…)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.remark import Remark
from mzsh.rules.rule import Example, rule
from mzsh.rules.saying import EXAMPLE_OUTLINE, EXAMPLE_PASSAGE, Fault, speak
from mzsh.wording.judging.units import Judgements

_COLLECTIVE = Fault(
    "S2",
    "写的是班子或单位的问题，不是本人的",
    "写这件事里本人那一份：签了什么、定了什么、漏了什么",
    ("FC",),
)

_OTHER_PEOPLE = Fault(
    "S3",
    "写的是下级或别人的问题，不是本人的",
    "写本人在这件事里知道什么、做了什么、没管什么",
    ("FO",),
)

_BUSINESS = Fault(
    "S4",
    "只写业务上的短板，没有联系思想、作风和纪律",
    "写短板背后本人怎么想、怕什么、图什么，没有尽到哪份责",
    ("FB",),
)

_LECTURE = Fault(
    "S1",
    "讲的是道理，没有写自己的问题",
    "道理留一句，写自己哪件事没有照着做",
    ("TH",),
)


@rule(
    "MZ212",
    "班子问题代替个人问题",
    clauses=("2-sub2",),
    example=Example(
        EXAMPLE_OUTLINE,
        good=EXAMPLE_PASSAGE,
        bad=(
            "市政府党组对财政局干部管得宽。党组全年没有专门研究过一次干部监督，班子里普遍存在怕得罪人的思想，8月两名科长轮岗的函，党组会议了两次都没有定下来。党组上下要以此为戒，"
            "共同改进。"
        ),
        hits=("市政府党组对财政局干部管得宽",),
    ),
)
def collective(judgements: Judgements) -> Iterator[Remark]:
    """个人提纲写个人：班子、单位、大家的问题，要落到本人在其中承担的那一份。没有主语的句子算本人的。"""
    yield from speak(judgements, _COLLECTIVE)


@rule(
    "MZ213",
    "下级或他人问题代替自身问题",
    clauses=("2-sub3",),
    example=Example(
        EXAMPLE_OUTLINE,
        good=EXAMPLE_PASSAGE,
        bad=(
            "对财政局干部管得宽，问题出在局里。局长怕麻烦，两名科长在岗十年也不轮换；有的科长纪律松弛，10月收了企业的购物卡；个别年轻同志上班刷手机，叫不动、推不走。"
            "我已经约谈了局长，责令他限期整改。"
        ),
        hits=("对财政局干部管得宽，问题出在",),
    ),
)
def other_people(judgements: Judgements) -> Iterator[Remark]:
    """不拿下级、部门、家属、前任的问题代替自己的问题：他们出了事，写自己知道什么、管了什么、放过了什么。"""
    yield from speak(judgements, _OTHER_PEOPLE)


@rule(
    "MZ214",
    "业务问题代替思想政治问题",
    clauses=("2-sub4", "2-in-thought"),
    example=Example(
        EXAMPLE_OUTLINE,
        good=EXAMPLE_PASSAGE,
        bad=(
            "对财政局干部管得宽，体现在信息系统上：预算一体化平台版本偏旧，非税票据对账滞后15天，国库支付电子化率只有82%；绩效评价指标库不全，专职人员缺4名。明年拟升级系统，"
            "引进第三方评价机构。"
        ),
        hits=("对财政局干部管得宽，体现在",),
    ),
)
def business(judgements: Judgements) -> Iterator[Remark]:
    """指标、设备、流程、人手上的短板是业务问题；对照检查要写它背后的思想、作风、纪律，写本人怕什么、图什么。"""
    yield from speak(judgements, _BUSINESS)


@rule(
    "MZ221",
    "以讲道理代替查问题",
    clauses=("3.4-noempty",),
    example=Example(
        EXAMPLE_OUTLINE,
        good=EXAMPLE_PASSAGE,
        bad=(
            "为什么不能对财政局干部管得宽？古人说，公生明，廉生威。从严管党治党是我们党的优良传统，历史反复证明，什么时候管得严，党的事业就兴旺；什么时候放松了管理，就会付出代价。"
            "领导干部必须深刻认识到，严管就是厚爱，信任不能代替监督。"
        ),
        hits=("为什么不能对财政局",),
    ),
)
def lecture(judgements: Judgements) -> Iterator[Remark]:
    """对照检查不是讲课：意义、历史、引文可以有一句，全段都是道理，就没有查到自己。"""
    yield from speak(judgements, _LECTURE)
