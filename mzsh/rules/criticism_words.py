"""Criticism that criticises nothing: advice, wishes, a long way round (MZ222–224, clauses 4-crit…, 4-nodetour)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.remark import Remark
from mzsh.rules.rule import Example, rule
from mzsh.rules.saying import Fault, remark_on, speak
from mzsh.wording.judging.passages import Judged
from mzsh.wording.judging.roles import PADDING, ROLES
from mzsh.wording.judging.units import Found, Judgements

_LEAD_IN, _LEAD_SHARE = 50, 0.4
"""A fault that comes after so many characters, and after this share of the passage, comes late."""
_CERTAIN = 0.4
"""From this chance on a sentence is padding."""
_ADVICE = Fault(
    "C1",
    "只提工作建议，没有点出问题",
    "先点出对方的问题和事例，建议放在后面",
    ("SU",),
)

_WISH = Fault(
    "C2",
    "只提希望，没有点出问题",
    "先点出对方的问题和事例，希望放在后面",
    ("HO",),
)
_LI_ON_WANG = "07-批评意见/李明.md"
_ABOUT_WANG = (
    "    问题: 你办人才的事只顾自己稳妥，让人家来回跑。\n"
    "    事例: 2021年4月报到的12名医生，同一份证明补了三回，9月走了一名外科医生。\n"
    "    建议: 材料一次告知、一次收齐。\n"
)


@rule(
    "MZ222",
    "以工作建议代替批评意见",
    clauses=("4-crit-nosuggest",),
    example=Example(
        _LI_ON_WANG,
        good=_ABOUT_WANG,
        bad=(
            "    问题: 建议把人才服务窗口设到医院去，材料清单印成一张纸。\n"
            "    事例: 可以参照邻市的做法，报到、落户、安家费一次办完，再建一个线上进度表。\n"
            "    建议: 每季度开一次座谈会，听听新来医生的想法。\n"
        ),
        hits=("问题: 建议把人才",),
    ),
)
def advice(judgements: Judgements) -> Iterator[Remark]:
    """批评要点问题：工作怎么做得更好是建议，不是批评；问题点出来了，后面可以附建议。"""
    yield from speak(judgements, _ADVICE)


@rule(
    "MZ223",
    "以提希望代替点问题",
    clauses=("4-crit-nohope",),
    example=Example(
        _LI_ON_WANG,
        good=_ABOUT_WANG,
        bad=(
            "    问题: 希望你再大胆一些，把人才工作抓出新气象。\n"
            "    事例: 相信有你掌舵，组织部的工作一定能再上一个台阶。\n"
            "    建议: 盼着你常到我们系统走走，多给年轻人鼓鼓劲。\n"
        ),
        hits=("建议: 盼着",),
    ),
)
def wish(judgements: Judgements) -> Iterator[Remark]:
    """批评要点问题：祝愿、勉励、期待都是希望；问题点出来了，后面可以附希望。"""
    yield from speak(judgements, _WISH)


@rule(
    "MZ224",
    "绕弯子",
    clauses=("4-nodetour",),
    example=Example(
        _LI_ON_WANG,
        good="    问题: 你办人才的事只顾自己稳妥，让人家来回跑。\n",
        bad=(
            "    问题: 我和你共事几年，部里的工作我多少知道一些，你分管的事情很杂，"
            "年底又赶上换届考察，大家都在加班，这些我都看在眼里，也常对身边的人讲起。"
            "不过你办人才的事只顾自己稳妥，让人家来回跑。\n"
        ),
        hits=("问题: 我和你共事",),
    ),
)
def detour(judgements: Judgements) -> Iterator[Remark]:
    """批评不绕弯子：一条批评前半段都是铺垫的，把问题挪到前面来说。"""
    for verdict in judgements.verdicts:
        place = _late_fault(verdict.whole) if verdict.unit.kind == "criticism" and not verdict.is_warned else None
        if place is not None:
            message = f"{verdict.unit.name}铺垫了{verdict.whole.sentences[place].start}字才说到问题"
            found = Found(verdict, verdict.whole, (place,), is_certain=False)
            yield remark_on(verdict, found, message, hint="先说问题，背景压缩成一句", loudest="提示")


def _late_fault(judged: Judged) -> int | None:
    """The first sentence that is no padding, where it comes late."""
    columns = [list(ROLES).index(role) for role in PADDING]
    padding = [float(row[columns].sum()) >= _CERTAIN for row in judged.roles]
    place = next((place for place, is_padding in enumerate(padding) if not is_padding), 0)
    late = judged.sentences[place].start >= max(_LEAD_IN, _LEAD_SHARE * len(judged.text))
    return place if late else None
