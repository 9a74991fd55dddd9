"""Form: can each file be read, and does it say what it must (MZ0xx)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from mzsh.model.meeting import Meeting
from mzsh.model.place import Fault, Source, Span
from mzsh.model.remark import Remark
from mzsh.model.settings import CheckSettings
from mzsh.rules.rule import Example, collect, rule
from mzsh.rules.severity import DEFAULTS
from mzsh.rules.suppression import Suppression, without

FIX = "可以代改：加 --fix"

_ABOUT_WORDS = re.compile(r"MZ2\d\d")
"""Rules about words grow with the lexicons: a setting may name one that this version does not have yet."""


RULES_OF_FAULTS: Mapping[str, str] = {
    "encoding": "MZ001",
    "syntax": "MZ002",
    "full_width": "MZ003",
    "tab": "MZ003",
    "duplicate_key": "MZ004",
    "unknown_key": "MZ005",
    "wrong_value": "MZ007",
    "impossible_date": "MZ008",
    "front_matter": "MZ009",
    "both_names": "MZ011",
    "unknown_kind": "MZ012",
    "too_large": "MZ015",
    "too_deep": "MZ015",
    "secret": "MZ016",
}
"""Which rule gives a fault of reading its voice."""


def _faults(source: Source, rule_id: str) -> Iterator[Remark]:
    for fault in source.faults:
        if RULES_OF_FAULTS[fault.code] == rule_id:
            yield _remark(source, fault)


def _remark(source: Source, fault: Fault) -> Remark:
    return Remark(
        path=source.path,
        span=fault.span,
        message=fault.message,
        hint=fault.hint or (FIX if fault.edit else ""),
        quote=fault.quote or source.quote(fault.span),
        fixable=fault.edit is not None or fault.fixable,
        edits=(fault.edit,) if fault.edit else (),
    )


@rule("MZ001", "读不了的编码", example=Example("02-学习研讨/2021-12-30-党委会.md", encoding="gb18030", hits=("",)))
def unreadable_encoding(source: Source) -> Iterator[Remark]:
    """文件须是 UTF-8 编码的文字。GBK、UTF-16 能认出来并照读，但换一台电脑就可能是乱码，请另存为 UTF-8。"""
    return _faults(source, "MZ001")


@rule(
    "MZ002",
    "YAML 写法有误",
    example=Example(
        "02-学习研讨/2021-12-30-党委会.md",
        good="参加: [张卫国, 李明, 王芳]",
        bad="参加: [张卫国, 李明, 王芳",
        hits=("参加: [张卫国",),
    ),
)
def yaml_syntax(source: Source) -> Iterator[Remark]:
    """开头各项（--- 之间）和 .yml 文件须是正确的 YAML：键后跟半角冒号和空格，缩进对齐，引号和括号成对。"""
    return _faults(source, "MZ002")


@rule(
    "MZ003",
    "YAML 里用了全角标点或制表符",
    example=Example(
        "04-谈心谈话/谈话登记.yml", good="谈话对象: 陈建平", bad="谈话对象：陈建平", hits=("谈话对象：陈建平",)
    ),
)
def full_width_punctuation(source: Source) -> Iterator[Remark]:
    """中文输入法留下的全角冒号、引号、逗号和制表符，YAML 不认。改成半角即可，mzsh check --fix 能代改。"""
    return _faults(source, "MZ003")


@rule(
    "MZ004",
    "键写了两次",
    example=Example("08-会议/会议记录.md", good="主持: 张卫国", bad="主持: 张卫国\n主持: 李明", hits=("主持: 李明",)),
)
def duplicate_key(source: Source) -> Iterator[Remark]:
    """同一处的同一个键只能写一次，写两次不知道以哪个为准。"""
    return _faults(source, "MZ004")


@rule(
    "MZ005",
    "不认识的键",
    example=Example(
        "06-发言提纲/李明.md", good="本人撰写: true", bad="本人撰写: true\n本人签名: true", hits=("本人签名: true",)
    ),
)
def unknown_key(source: Source) -> Iterator[Remark]:
    """这个键不在规定的各项之内，写在它后面的内容不会被读到。多半是写错了字。"""
    return _faults(source, "MZ005")


@rule(
    "MZ007",
    "值写得不对",
    example=Example(
        "02-学习研讨/2021-12-30-党委会.md", good="形式: 党委会", bad="形式: 碰头会", hits=("形式: 碰头会",)
    ),
)
def wrong_value(source: Source, meeting: Meeting) -> Iterator[Remark]:
    """这一项应是日期、数字、列表，或是规定的几个词之一，写成了别的。写错的值不参加其他检查。"""
    yield from _faults(source, "MZ007")
    if source.path == meeting.path:
        yield from _unknown_rules(meeting.check)


def _unknown_rules(settings: CheckSettings) -> Iterator[Remark]:
    """Rules that 忽略 and 级别 of 会议.yml name and that are not there: the setting would do nothing."""
    known = [*(rule.id for rule in collect()), *DEFAULTS]
    for index, identifier in enumerate(settings.ignore):
        if identifier not in known and not _ABOUT_WORDS.fullmatch(identifier):
            yield _unknown_rule(settings, identifier, settings.at.span("ignore", index), known)
    _, typed = settings.at.entries.get("severity", (None, None))
    for key, _ in typed.pairs if typed else ():
        if key.text not in known and not _ABOUT_WORDS.fullmatch(key.text):
            yield _unknown_rule(settings, key.text, key.span, known)


def _unknown_rule(settings: CheckSettings, typed: str, span: Span, known: list[str]) -> Remark:
    source = settings.at.source
    if any(one.startswith(typed) for one in known):
        hint = "编号要写全，一条一条写"
    else:
        close = difflib.get_close_matches(typed.upper(), known, 1, 0.75)
        hint = f"是不是“{close[0]}”？" if close else "mzsh rules 看全部规则"
    return Remark(path=source.path, span=span, message=f"没有“{typed}”这条规则", hint=hint, quote=source.quote(span))


@rule(
    "MZ008",
    "没有这一天",
    example=Example("08-会议/会议记录.md", good="日期: 2022-01-18", bad="日期: 2022-02-30", hits=("日期: 2022-02-30",)),
)
def impossible_date(source: Source) -> Iterator[Remark]:
    """日历上没有这个日期，例如 2021-02-30。"""
    return _faults(source, "MZ008")


@rule(
    "MZ009",
    "开头各项没有或没有结束",
    example=Example(
        "07-批评意见/李明.md",
        good="    会前已沟通: true\n---\n\n# 李明同志的批评意见",
        bad="    会前已沟通: true\n\n# 李明同志的批评意见",
        hits=("",),
    ),
)
def front_matter(source: Source) -> Iterator[Remark]:
    """Markdown 材料开头要写明“类型”等各项，以单独一行 --- 起，以单独一行 --- 止。"""
    return _faults(source, "MZ009")


@rule(
    "MZ011",
    "同一个键中英文各写了一次",
    example=Example(
        "08-会议/会议记录.md", good="主持: 张卫国", bad="主持: 张卫国\nchair: 张卫国", hits=("chair: 张卫国",)
    ),
)
def both_names(source: Source) -> Iterator[Remark]:
    """每个键可以写中文名，也可以写英文名，但一处只能写一个。"""
    return _faults(source, "MZ011")


@rule(
    "MZ012",
    "不认识的类型",
    example=Example(
        "02-学习研讨/2021-12-30-党委会.md", good="类型: 学习研讨", bad="类型: 学习纪要", hits=("类型: 学习纪要",)
    ),
)
def unknown_kind(source: Source) -> Iterator[Remark]:
    """“类型”说明一份材料是什么，须是规定的几种之一；没有写“类型”的文件不知道拿它怎么办。"""
    return _faults(source, "MZ012")


@rule(
    "MZ015",
    "文件太大或嵌套太深",
    example=Example(
        "10-整改/李明.yml",
        good="来源: [李明-1-1]",
        bad="来源: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[李明-1-1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        hits=("来源: [[[",),
    ),
)
def too_large(source: Source) -> Iterator[Remark]:
    """材料应是几千字的文字。过大的文件、层层嵌套的 YAML 多半是放错了东西，没有读取。"""
    return _faults(source, "MZ015")


@rule(
    "MZ016",
    "标有密级",
    example=Example(
        "02-学习研讨/2021-12-30-党委会.md",
        good="# 常委会学习记录",
        bad="秘密★1年\n\n# 常委会学习记录",
        hits=("秘密★1年",),
    ),
)
def secret_mark(source: Source) -> Iterator[Remark]:
    """本工具最高只处理“内部”材料。标有秘密、机密、绝密的文件不读取，请立即移出，按保密规定处置。"""
    return _faults(source, "MZ016")


@rule(
    "MZ017",
    "忽略注释没有用处或没有理由",
    example=Example(
        "时间节点.yml", good="节点:\n", bad="# mzsh: 忽略 MZ502 责任由上级定\n节点:\n", hits=("# mzsh: 忽略",)
    ),
)
def suppression_unused(source: Source) -> Iterator[Remark]:
    """“mzsh: 忽略 编号 理由”要写明理由；已经没有东西可忽略的注释请删去，免得以后的问题被它盖住。"""
    yield from ()


def suppression_remarks(source: Source, suppression: Suppression, unused: tuple[str, ...]) -> Iterator[Remark]:
    """What MZ017 says of one suppression, once it is known which of its rules silenced nothing."""
    problems: list[str] = []
    if not suppression.rules:
        problems.append("没有写规则编号")
    elif unused:
        problems.append(f"{'、'.join(unused)} 在这里没有发现问题")
    if not suppression.reason:
        problems.append("没有写理由")
    if problems:
        edit = without(source, suppression, unused)
        yield Remark(
            path=suppression.path,
            span=suppression.span,
            message="忽略注释：" + "，".join(problems),
            hint=f"用不着的{FIX}" if edit else "写成“mzsh: 忽略 MZ203 理由”，写在出问题的那一处前面；用不着的请删去",
            quote=source.lines[suppression.span.line - 1].strip(),
            fixable=edit is not None,
            edits=(edit,) if edit else (),
        )
