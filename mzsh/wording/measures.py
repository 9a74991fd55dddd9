"""Measures (整改措施): an action, and a date or a result that can be verified (clauses 4-measure, 5.2-checkable)."""

from __future__ import annotations

import re

from mzsh.model.text import plain

_DATE = re.compile(
    r"\d{1,2}月|\d{1,2}日|[一二三四五六七八九十]{1,3}月(?:底|前|份|初|中旬|上旬|下旬)?|年(?:底|内|中|初)|月(?:底|内|初|末)"
    r"|季度|半年|(?:春节|国庆|汛期|换届|两会)[前后]|(?:\d{1,4}|[一两三四五六七八九十半]+)个?(?:工作日|个月|周|天|日)(?:内|之内|前)?"
    r"|(?:七一|五一|八一|十一|元旦|清明|端午|中秋|入夏|入冬|入汛|雨季|开学|春耕|秋收|腊月|春季|秋季)[^，。；]{0,6}前|下次"
    r"|会后|即日起|当(?:天|日|周|月)|下(?:周|个?月)|本(?:周|月|季度|年)|今(?:年|后每)|每(?:天|周|月|季度?|半年|年|次|半月|旬)"
)
_QUANTITY = re.compile(
    r"\d|[一二三四五六七八九十百两]+(?:次|件|个|项|份|户|家|场|天|篇|处|条|人|名|小时|分钟|遍|轮|本|公里|万元)"
)
_RESULT = re.compile(
    r"(?:完成|建成|出台|印发|办结|销号|清零|到位|通车|验收|公布|公示|公开|上墙|交付|开通|投用|投入使用|通报|签收|归还|退还"
    r"|付清|报告|台账|清单|名单|挂牌|取消|停用|张榜|一半|为止|书面说明|减少到|不超过|不少于|不再|压减)"
)
_ACTION = re.compile(
    r"建立|制定|制订|修订|出台|印发|开展|走访|调研|约谈|谈话|公开|公示|公布|通报|整改|完成|办结|核查|清理|压减|取消|督办|检查|抽查"
    r"|回访|接访|下访|包案|包联|蹲点|驻村|带队|到[^，。；]{1,12}(?:去|看|听|查|住|蹲|走|现场)|听取|征求|召开|组织|汇报|报告|述职"
    r"|学习|读|写|讲|记|签|批|审|改|建|修|装|换|拆|停|撤|查|问|办|清|交|还|退|减|压|列|设|定|聘|调|派|报|约|请|教|练|演练"
    r"|复盘|复核|评估|培训|轮训|考核|督查|落地|开通|启用|上线|对接|协调|会商|研究|推动|解决|纳入|列出|明确|承诺|负责|坚持每|不再"
)
_SLOGAN = re.compile(
    r"(?:进一步|不断|持续|始终|切实|着力|努力|更加|自觉|认真|坚决|深入|全面|主动|带头|长期|一以贯之)?"
    r"(?:加强|提高|增强|强化|深化|提升|坚持|树立|树牢|坚定|端正|改进|转变|弘扬|发扬|保持|注重|重视|筑牢|锤炼|牢记)"
    r"[^，。；,;]*"
)


def has_date(text: str) -> bool:
    """Whether a text names a date, a term or a frequency; 长期坚持 is none."""
    return bool(_DATE.search(text))


def has_result(text: str) -> bool:
    """Whether a text says something that can be verified: a quantity, or a thing done and visible."""
    return bool(_QUANTITY.search(text) or _RESULT.search(text))


def has_action(text: str) -> bool:
    """Whether something is left to do when the slogans (进一步加强…, 不断提高…) are taken away."""
    rest = plain(_SLOGAN.sub("", text))
    return bool(_ACTION.search(rest)) or len(rest) >= _ENOUGH or bool(_DATE.search(text) and _QUANTITY.search(text))


_ENOUGH = 8
"""Characters that say something to do even in words that we do not know."""
_UNIT_END = re.compile(
    r"(?:部|局|委|办|室|科|处|组|中心|单位|政府|公司|集团|街道|镇|乡|村|社区|支队|大队|学校|医院|院|所|站|部门|班子|们|成员"
    r"|负责人|人员|责任人|领导|负责|主要|分管|有关|全体|各)$"
)
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}")
_BEHIND_POST = re.compile(
    r"(?:局|委|部|办|室|科|处|站|所|队|中心|院|校|公司|集团|镇|乡|街道|长|书记|主任|主席|委员|经理|助理)[\u4e00-\u9fff]{2,3}"
)


def names_a_person(owner: str, *, known: frozenset[str] = frozenset()) -> bool:
    """Whether 责任人 goes down to a person: a name, alone or behind a unit or post, or 本人."""
    if any(name and name in owner for name in known):
        return True
    parts = [part.removesuffix("同志") for part in re.split(r"[、，,；;：:（）()\s/]+", owner) if part]
    return any(
        not _UNIT_END.search(part) and bool(_NAME.fullmatch(part) or _BEHIND_POST.search(part)) for part in parts
    )
