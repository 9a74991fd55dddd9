"""Settings that a secretary may change in 会议.yml: what is checked and how (检查), local custom in typesetting (版式).

Everything is declared once, here: reading refuses what is not declared, editors complete it, and `docs/settings.md` is
made from it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias, get_args

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from mzsh.model.record import Record, key
from mzsh.model.values import Names, Written

Level = Literal["提示", "警告", "错误", "关闭"]
BoldLevel = Literal["一、", "（一）", "1.", "（1）"]
PITCH_LEAST, PITCH_MOST = 20, 40
"""Line pitches in points between which a page can be set."""

WORD_GROUPS = (
    "寒暄家常",
    "评功摆好",
    "泛泛而谈",
    "空话",
    "只谈工作",
    "避重就轻",
    "讲道理",
    "班子代替",
    "他人代替",
    "业务代替",
    "工作建议",
    "提希望",
    "具体",
    "套话",
)
"""The groups of words that an office may add to (检查.词语): what speaks for a fault, is concrete, or all write."""
LEAST_PERCENTAGE = 10
"""From here on a bare number where a share is meant is one in a hundred: 80 is 0.8."""

_NUMBER = r"\d+(?:\.\d+)?"
_SHARE = rf"{_NUMBER}\s*[%％]?|[1-9]\d?\s*/\s*[1-9]\d?"


def _number(value: object) -> object:
    """A finite number above nought: nan, inf, 0 and -1 are thresholds that nothing could reach or miss."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_NUMBER, value.strip()):
        raise PydanticCustomError("wrong_value", "“{value}”应为数字，如 15 或 0.5", {"value": value})
    number = float(value)
    if number <= 0 or not math.isfinite(number):
        raise PydanticCustomError("wrong_value", "“{value}”应大于零", {"value": value})
    return number


def _share(value: object) -> object:
    """A share of a whole, from 0.8, 4/5, 80% or 80."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_SHARE, value.strip()):
        raise PydanticCustomError("wrong_value", "“{value}”应为比例，如 0.8、4/5 或 80%", {"value": value})
    upper, fraction, lower = value.strip().rstrip("%％").partition("/")
    share = float(upper) / float(lower or 1)
    if value.strip().endswith(("%", "％")) or (share >= LEAST_PERCENTAGE and not fraction):
        share /= 100
    if not 0 < share <= 1:
        raise PydanticCustomError("wrong_value", "“{value}”应在 0 和 1 之间", {"value": value})
    return share


def _pitch(value: object) -> object:
    """A line pitch in points that a page can be set in."""
    if not isinstance(value, str):
        return value
    number = re.fullmatch(rf"({_NUMBER})\s*磅?", value.strip())
    if not number or not PITCH_LEAST <= float(number[1]) <= PITCH_MOST:
        message = "“{value}”不可用，应在 {least} 到 {most} 磅之间，常用 28"
        raise PydanticCustomError("wrong_value", message, {"value": value, "least": PITCH_LEAST, "most": PITCH_MOST})
    return float(number[1])


def _font(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("wrong_value", "是空的，应写字体名称，如 方正小标宋简体", {})
    return value


Number: TypeAlias = Annotated[float, BeforeValidator(_number), Written("number", _NUMBER, "应为大于零的数字")]
Share: TypeAlias = Annotated[float, BeforeValidator(_share), Written("number", _SHARE, "应为比例，如 0.8、4/5、80%")]
Pitch: TypeAlias = Annotated[
    float,
    BeforeValidator(_pitch),
    Written("number", rf"{_NUMBER}\s*磅?", "应在 20 到 40 磅之间", least=PITCH_LEAST, most=PITCH_MOST),
]
Font: TypeAlias = Annotated[str, BeforeValidator(_font)]


def threshold(chinese: str, meaning: str, *, unit: str, default: float | str, rule: str) -> Any:
    """Declare a threshold: what it is, its unit, and its rule; its default as a number, or in words what holds then."""
    number = None if isinstance(default, str) else default
    return key(chinese, meaning, more={"unit": unit, "usual": str(default), "number": number, "rule": rule})


class Thresholds(Record):
    """阈值: the figures of rules, by name, each with what holds where 会议.yml does not set it."""

    quorum: Share | None = threshold(
        "到会比例",
        "到会成员至少占应到成员的多少，如 0.8、4/5 或 80%",
        unit="比例",
        default="按班子类别，一般三分之二",
        rule="MZ601",
    )
    speech_minutes: Number | None = threshold(
        "发言分钟", "安排会期时，每人对照检查发言按几分钟算", unit="分钟", default=15, rule="MZ607"
    )
    criticism_minutes: Number | None = threshold(
        "批评分钟", "安排会期时，每条批评意见按几分钟算", unit="分钟", default=3, rule="MZ607"
    )
    day_hours: Number | None = threshold("每日小时", "会议一天开几个小时", unit="小时", default=8, rule="MZ607")
    immediate_days: Number | None = threshold(
        "立行立改天数", "立行立改的事项，会后最迟几天办完", unit="天", default=30, rule="MZ705"
    )
    outline_least: Number | None = threshold(
        "提纲字数下限", "发言提纲至少写多少字", unit="字", default="不定，只同其他成员的比", rule="MZ112"
    )
    outline_most: Number | None = threshold(
        "提纲字数上限", "发言提纲至多写多少字", unit="字", default="不定，只同其他成员的比", rule="MZ112"
    )
    problem_share: Share | None = threshold(
        "问题原因占比", "问题和原因两部分合起来至少占全文的多少", unit="比例", default=0.5, rule="MZ118"
    )

    def number(self, name: str) -> float:
        """What holds for a threshold of that attribute name: the number of 会议.yml, else the default that is declared.

        KeyError where there is no such threshold, or none with a number for a default.
        """
        typed: float | None = getattr(self, name)
        extra: Any = type(self).model_fields[name].json_schema_extra
        default: float | None = extra["number"]
        if typed is None and default is None:
            raise KeyError(name)
        return typed if typed is not None else float(default or 0)


class CheckSettings(Record):
    """检查: settings of `mzsh check`."""

    ignore: Names = key("忽略", "整次检查都不用的规则，写编号，如 MZ112", default=())
    severity: dict[str, Level] = key("级别", "改一条规则的级别，如 MZ203: 错误；“关闭”就不再查", default={})
    thresholds: Thresholds = key("阈值", "规则里的数字，各地可以另定", default=Thresholds())
    lexicon: dict[str, Names] = key(
        "词语",
        "文字检查另加的词，词组名: [词语, 词语]；“具体”是一看就知道指哪件事的词，“套话”不算雷同",
        default={},
        known=WORD_GROUPS,
    )


class LayoutSettings(Record):
    """版式: local custom in typesetting."""

    pitch: Pitch | None = key("行距", "正文行距，20 到 40 磅；不写按国标每页22行")
    bold: tuple[BoldLevel, ...] = key(
        "加粗", "哪几层标题加粗：一、 （一） 1. （1）；不写都不加粗", default=(), known=get_args(BoldLevel)
    )
    digit_font: Font = key("数字字体", "数字和西文的字体，不写为 Times New Roman", default="")
    title_font: Font = key("标题字体", "标题和红头的字体，不写为 方正小标宋简体", default="")


PAPERS: Mapping[str, str] = {
    "plan": "实施方案",
    "plan-request": "方案请示",
    "notice": "会议通知",
    "schedule": "任务分工和时间表",
    "letter": "征求意见函",
    "opinion-summary": "意见建议汇总表",
    "feedback": "意见反馈单",
    "talk-plan": "谈心谈话安排表",
    "talk-record": "谈心谈话记录表",
    "statement": "班子对照检查材料",
    "outline": "发言提纲",
    "submission": "报审函",
    "review-notes": "材料修改意见单",
    "brief": "会前准备情况汇报",
    "last-year": "上年度整改措施落实情况通报",
    "opinion-bulletin": "征求意见情况通报",
    "agenda": "会议议程",
    "script": "主持词",
    "sign-in": "签到表",
    "criticism-table": "相互批评意见汇总表",
    "minutes": "会议记录",
    "report": "专题报告",
    "circular": "情况通报",
    "problem-list": "问题清单",
    "plan-team": "班子整改方案",
    "plan-member": "个人整改方案",
    "ledger": "整改清单",
    "public-notice": "整改情况公示",
    "dual-life": "双重组织生活登记表",
    "reminder": "催办单",
    "contents": "归档文件目录",
}
"""The documents that 公文 may speak of, by id and by name."""
PAPER_NAMES = (*PAPERS, *PAPERS.values())
