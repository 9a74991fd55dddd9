"""The five avoids (五避免) in what was really written: MZ201–205 and what was declared in vain (clauses 3.3-avoid…)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.avoids import AVOIDS
from mzsh.model.examination import Outline
from mzsh.model.record import Document
from mzsh.model.remark import Remark
from mzsh.model.talks import TalkRecord
from mzsh.rules.rule import Example, rule
from mzsh.rules.saying import EXAMPLE_OUTLINE, EXAMPLE_PASSAGE, VAGUE, Fault, speak
from mzsh.wording.judging.units import Judgements

_AVOIDED = {"A1": "寒暄家常", "A2": "评功摆好", "A3": "泛泛而谈", "A4": "只谈工作", "A5": "避重就轻"}
_SMALLTALK = Fault(
    "A1",
    "说的多是问候和家常，没有谈到问题",
    "写谈了什么问题：哪件事、什么时候、根子在哪、怎么改",
    ("GR",),
)

_PRAISE = Fault(
    "A2",
    "说的多是成绩和好话，没有摆出问题",
    "写一件没有做好的事：时间、经过、本人做了什么、后果",
    ("PR",),
)

_VAGUE = Fault(
    VAGUE,
    "泛泛而谈",
    "补一件事：哪年哪月、在哪里、涉及谁、多少数，本人做了或没做什么",
    ("FV",),
)

_WORK_ONLY = Fault(
    "A4",
    "只谈工作，没有谈问题",
    "写这项工作里本人哪一步没有做到、为什么、后果是什么",
    ("WK",),
)

_EVASIVE = Fault(
    "A5",
    "避重就轻：说的是小毛病，或者都归到客观原因",
    "把主要的问题摆出来，写本人的责任和造成的后果",
    (
        "FT",
        "EX",
    ),
)
_TALK = "04-谈心谈话/李明-王芳.md"
_ALL_SAID = (
    "## 一、班子集体的问题\n"
    "\n"
    "李明：7月下大雨那夜才发现转移点拆了两处，汛前没有一个人去现场核过。王芳：减报表的账也没人算，年底比年初还多。\n"
    "\n"
    "## 二、自身的问题及整改打算\n"
    "\n"
    "李明：政府党组念了五次文件，一次讨论都没有，今年改成轮流主讲。王芳：党课讲稿三年没换，2月前重写一份，先讲给支部听。\n"
    "\n"
    "## 三、对方的不足和改进建议\n"
    "\n"
    "李明：安家费卡在你们那里七个月，建议材料一次交齐。王芳：财政局两名科长轮岗的函你压了四个月，建议本月答复。\n"
    "\n"
    "## 四、拟在会上开展批评的问题\n"
    "\n"
    "李明：医生安家费的事我会当面批评。王芳：我会批评你护着财政局的老人，轮岗函一压四个月。\n"
)


@rule(
    "MZ201",
    "寒暄家常",
    clauses=("3.3-avoid1",),
    example=Example(
        _TALK,
        good=_ALL_SAID,
        bad=(
            "## 一、班子集体的问题\n"
            "\n"
            "李明先问王芳母亲出院以后恢复得怎样，王芳说能下地走几步了，饭量也好。\n"
            "\n"
            "## 二、自身的问题及整改打算\n"
            "\n"
            "王芳问李明的孩子考到了哪里，李明说去了省城，学的是土木，国庆回来了一趟，人瘦了些。\n"
            "\n"
            "## 三、对方的不足和改进建议\n"
            "\n"
            "两人又说起老家的柿子，今年霜来得早，甜得很，约好过年一起回去看看老人。\n"
            "\n"
            "## 四、拟在会上开展批评的问题\n"
            "\n"
            "说到天冷，李明叮嘱多穿衣服、少熬夜，王芳说彼此保重身体，谈话在说笑里结束。\n"
        ),
        hits=("李明先问王芳母亲",),
        echoes=("MZ231",),
    ),
)
def smalltalk(judgements: Judgements) -> Iterator[Remark]:
    """谈话要谈问题：开头问候一句是人之常情，整段都是身体、家里、见闻，等于没有谈。"""
    yield from speak(judgements, _SMALLTALK)


@rule(
    "MZ202",
    "评功摆好",
    clauses=("3.3-avoid2",),
    example=Example(
        EXAMPLE_OUTLINE,
        good=EXAMPLE_PASSAGE,
        bad=(
            "说我对财政局干部管得宽，同志们其实是夸我待人厚道。多年来我始终坚持以身作则，严格要求自己，带出的队伍敢打硬仗，连年被评为先进集体，得到市委主要领导的充分肯定。"
            "今后我将继续保持这股劲头，再创佳绩。"
        ),
        hits=("说我对财政局",),
        echoes=("MZ231",),
    ),
)
def praise(judgements: Judgements) -> Iterator[Remark]:
    """不评功摆好、不只说好话：成绩可以带一句，全段都是成绩、末尾一句“还不够”，问题就没有摆出来。"""
    yield from speak(judgements, _PRAISE)


@rule(
    "MZ203",
    "泛泛而谈",
    clauses=("3.3-avoid3", "3.4-noempty"),
    example=Example(
        EXAMPLE_OUTLINE,
        good=EXAMPLE_PASSAGE,
        bad="对财政局干部管得宽。履行管党治党责任还不够有力，有时原则性不强，存在好人主义思想，对干部教育多、监督少，压力传导不够到位，与新形势新要求相比还有一定差距。",
        hits=("对财政局干部管得宽。履行",),
        echoes=("MZ231",),
    ),
)
def vague(judgements: Judgements) -> Iterator[Remark]:
    """问题要写到具体事：同一句里有时间、数字、点得出名的人和地方，或者说得清的后果。
    “不够深入”“有差距”谁都能写；“比如，在推进工作时”没有说是哪一次，也不算具体。口号、文件名、学习次数都不算。
    一个方面只说一次，最要紧的几处列在“另见”。"""
    yield from speak(judgements, _VAGUE)


@rule(
    "MZ204",
    "只谈工作不讲问题",
    clauses=("3.3-avoid4",),
    example=Example(
        _TALK,
        good=_ALL_SAID,
        bad=(
            "## 一、班子集体的问题\n"
            "\n"
            "李明介绍了老旧小区改造的进展，12个小区已经完成设计，3月开标，6月底主体完工。\n"
            "\n"
            "## 二、自身的问题及整改打算\n"
            "\n"
            "王芳介绍了人才引进的安排，今年计划招20名医生，春节前发公告，4月面试，5月到岗。\n"
            "\n"
            "## 三、对方的不足和改进建议\n"
            "\n"
            "双方就经费拨付、编制核定作了对接，李明表示资金3月底前到位，王芳说编制已经报省里。\n"
            "\n"
            "## 四、拟在会上开展批评的问题\n"
            "\n"
            "商定下周三召开协调会，财政、人社、卫健参加，把下半年的任务排到月。\n"
        ),
        hits=("商定下周三",),
        echoes=("MZ231",),
    ),
)
def work_only(judgements: Judgements) -> Iterator[Remark]:
    """谈话和对照检查不是汇报工作：进展、数据、打算写得再多，没有一句问题，就还没有开始。"""
    yield from speak(judgements, _WORK_ONLY)


@rule(
    "MZ205",
    "避重就轻",
    clauses=("3.3-avoid5", "3.4-noempty"),
    example=Example(
        EXAMPLE_OUTLINE,
        good=EXAMPLE_PASSAGE,
        bad=(
            "要说对财政局干部管得宽，主要是我这个人心太软，对同志们太好，谁家有难处都揽到自己身上，有时还太较真，一份材料要改七八遍，把自己搞得太累。再就是性子急，说话嗓门大，"
            "这些小毛病一时也改不了。"
        ),
        hits=("要说对财政局",),
        echoes=("MZ231",),
    ),
)
def evasive(judgements: Judgements) -> Iterator[Remark]:
    """不避重就轻：把优点当缺点说、只认无关痛痒的小毛病、都怪任务重条件差，都是绕开了主要问题。"""
    yield from speak(judgements, _EVASIVE)


@rule(
    "MZ231",
    "确认了五避免，正文却没有做到",
    clauses=("3.3-avoid1", "3.3-avoid2", "3.3-avoid3", "3.3-avoid4", "3.3-avoid5"),
    example=Example(
        EXAMPLE_OUTLINE,
        good=EXAMPLE_PASSAGE,
        bad="对财政局干部管得宽。有时原则性不够强，存在好人主义思想，压力传导不够到位，与要求相比还有一定差距。",
        hits=("五避免: 全部",),
        echoes=("MZ203",),
    ),
)
def declared_in_vain(document: Document, judgements: Judgements) -> Iterator[Remark]:
    """五避免是逐项的承诺：确认了“已避免泛泛而谈”，正文里又有泛泛而谈的方面，先改正文，再确认。"""
    if not isinstance(document, (Outline, TalkRecord)):
        return
    labels = [v.whole.suspected for v in judgements.of(document.path) if v.is_warned]
    missing = document.avoids.unconfirmed
    names = [name for label, name in _AVOIDED.items() if label in labels and name not in missing]
    if names and document.at.knows("avoids"):
        clauses = tuple(f"3.3-avoid{number}" for number, name in enumerate(AVOIDS.values(), 1) if name in names)
        message = f"确认已避免{'、'.join(names)}，正文里却有（见本文件的其他警告）"
        yield document.remark_key("avoids", message, hint="先改正文，再确认", clauses=clauses)
