"""Form: can each file be read, and does it say what it must (MZ0xx)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from mzsh.model.criticism import Criticism
from mzsh.model.examination import Examination
from mzsh.model.place import Fault, Node, Source, Span
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.model.remark import Remark
from mzsh.model.talks import TalkRecord
from mzsh.planning.completeness import missing_fields
from mzsh.planning.identity import Owned, identifiers, misspelt_members, named_fields, single_documents
from mzsh.planning.schedule import Schedule
from mzsh.rules.rule import Example, rule
from mzsh.rules.suppression import Suppression


def _faults(source: Source, *codes: str) -> Iterator[Remark]:
    for fault in source.faults:
        if fault.code in codes:
            yield _remark(source, fault)


def _remark(source: Source, fault: Fault) -> Remark:
    return Remark(
        path=source.path,
        span=fault.span,
        message=fault.message,
        hint=fault.hint,
        quote=fault.quote or source.quote(fault.span),
        fixable=fault.edit is not None,
    )


@rule("MZ001", "读不了的编码", example=Example("02-学习研讨/2021-12-30-党委会.md", encoding="gb18030", hits=("",)))
def unreadable_encoding(source: Source) -> Iterator[Remark]:
    """文件须是 UTF-8 编码的文字。GBK、UTF-16 能认出来并照读，但换一台电脑就可能是乱码，请另存为 UTF-8。"""
    return _faults(source, "encoding")


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
    return _faults(source, "syntax")


@rule(
    "MZ003",
    "YAML 里用了全角标点或制表符",
    example=Example(
        "04-谈心谈话/谈话登记.yml", good="谈话对象: 陈建平", bad="谈话对象：陈建平", hits=("谈话对象：陈建平",)
    ),
)
def full_width_punctuation(source: Source) -> Iterator[Remark]:
    """中文输入法留下的全角冒号、引号、逗号和制表符，YAML 不认。改成半角即可，mzsh check --fix 能代改。"""
    return _faults(source, "full_width", "tab")


@rule(
    "MZ004",
    "键写了两次",
    example=Example("08-会议/会议记录.md", good="主持: 张卫国", bad="主持: 张卫国\n主持: 李明", hits=("主持: 李明",)),
)
def duplicate_key(source: Source) -> Iterator[Remark]:
    """同一处的同一个键只能写一次，写两次不知道以哪个为准。"""
    return _faults(source, "duplicate_key")


@rule(
    "MZ005",
    "不认识的键",
    example=Example(
        "06-发言提纲/李明.md", good="本人撰写: true", bad="本人撰写: true\n本人签名: true", hits=("本人签名: true",)
    ),
)
def unknown_key(source: Source) -> Iterator[Remark]:
    """这个键不在规定的各项之内，写在它后面的内容不会被读到。多半是写错了字。"""
    return _faults(source, "unknown_key")


@rule(
    "MZ006",
    "缺必填项",
    example=Example("08-会议/会议记录.md", good="主持: 张卫国\n记录: 方晓东", bad="主持: 张卫国", hits=("",)),
)
def missing_required(document: Document, schedule: Schedule) -> Iterator[Remark]:
    """这类材料必须写明的一项没有写。〔待填〕在到期之前只算未办事项，不算差错。"""
    for missing in missing_fields(document):
        record = missing.record
        if missing.placeholder:
            if not placeholder_is_fault(document):
                yield record.remark_key(
                    missing.name, f"“{missing.chinese}”还是〔待填〕", absent=True, clauses=(missing.clause,)
                )
        else:
            yield record.remark(missing.name, f"{missing.owner}缺“{missing.chinese}”", hint=missing.hint)


@rule(
    "MZ007",
    "值写得不对",
    example=Example(
        "02-学习研讨/2021-12-30-党委会.md", good="形式: 党委会", bad="形式: 碰头会", hits=("形式: 碰头会",)
    ),
)
def wrong_value(source: Source) -> Iterator[Remark]:
    """这一项应是日期、数字、列表，或是规定的几个词之一，写成了别的。写错的值不参加其他检查。"""
    return _faults(source, "wrong_value")


@rule(
    "MZ008",
    "没有这一天",
    example=Example("08-会议/会议记录.md", good="日期: 2022-01-18", bad="日期: 2022-02-30", hits=("日期: 2022-02-30",)),
)
def impossible_date(source: Source) -> Iterator[Remark]:
    """日历上没有这个日期，例如 2021-02-30。"""
    return _faults(source, "impossible_date")


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
    return _faults(source, "front_matter")


@rule(
    "MZ010",
    "名册上没有这个人",
    example=Example(
        "07-批评意见/李明.md", good="对象: 王芳\n    方面: 4", bad="对象: 王方\n    方面: 4", hits=("对象: 王方",)
    ),
)
def name_not_on_roster(project: Project) -> Iterator[Remark]:
    """材料里写的成员姓名须与 会议.yml 的名册一致，错一个字就对不上号。谈话对象还可以是分管单位负责人和支部代表。"""
    unknown = [named for d in project.documents for named in named_fields(d, project.meeting) if not named.is_known]
    misspelt = misspelt_members(project, unknown)
    for member, name in misspelt.items():
        message = f"名册里写“{member}”，别处都写“{name}”"
        yield project.meeting.members[project.meeting.member_names.index(member)].remark("name", message)
    for named in unknown:
        if named.name in misspelt.values():
            continue
        close = difflib.get_close_matches(named.name, sorted(named.allowed), 1, 0.5)
        hint = f"是不是“{close[0]}”？" if close else "请核对姓名，或先把他写进 会议.yml 的名册"
        where = "名册" if named.roster_only else "名册、分管单位负责人和支部代表"
        span = named.record.at.span(named.field, named.index)
        quote = named.record.at.source.quote(span)
        message = f"{where}里没有“{named.name}”"
        yield Remark(path=named.record.path, span=span, message=message, hint=hint, quote=quote)


@rule(
    "MZ011",
    "同一个键中英文各写了一次",
    example=Example(
        "08-会议/会议记录.md", good="主持: 张卫国", bad="主持: 张卫国\nchair: 张卫国", hits=("chair: 张卫国",)
    ),
)
def both_names(source: Source) -> Iterator[Remark]:
    """每个键可以写中文名，也可以写英文名，但一处只能写一个。"""
    return _faults(source, "both_names")


@rule(
    "MZ012",
    "不认识的类型",
    example=Example(
        "02-学习研讨/2021-12-30-党委会.md", good="类型: 学习研讨", bad="类型: 学习纪要", hits=("类型: 学习纪要",)
    ),
)
def unknown_kind(source: Source) -> Iterator[Remark]:
    """“类型”说明一份材料是什么，须是规定的几种之一；没有写“类型”的文件不知道拿它怎么办。"""
    return _faults(source, "unknown_kind")


@rule(
    "MZ013",
    "同一件事有两份",
    example=Example(
        "10-整改/李明.yml", good="编号: 整-李明-2", bad="编号: 整-李明-1", hits=("编号: 整-李明-1\n    问题: 难筹的钱",)
    ),
)
def two_for_one(project: Project) -> Iterator[Remark]:
    """一名成员只能有一份提纲、一份批评意见、一份整改清单，一个编号只能用一次；有两份就不知道以哪份为准。"""
    for group in single_documents(project):
        for later in group[1:]:
            yield _second(later, group[0])
    for known in identifiers(project):
        origin = known[0]
        line = origin.record.at.span(origin.field).line
        for entry in known[1:]:
            message = f"编号“{entry.id}”用了两次，另一处在 {origin.record.path} 第{line}行"
            yield entry.record.remark(
                entry.field, message, related=(origin.record.related(origin.field, "先用的一处"),)
            )


def _second(later: Owned, first: Owned) -> Remark:
    message = f"{later.label}有两份，另一份是 {first.document.path}"
    return later.document.remark_file(message, hint="只留一份，另一份移到工作文件夹之外或改名归入 11-往年")


_PLACEHOLDER = re.compile(r"〔待填〕|TODO|×{2,}|(?<![A-Za-z0-9])[Xx]{2,4}(?![A-Za-z0-9])")


@rule(
    "MZ014",
    "留有占位符",
    example=Example(
        "06-发言提纲/李明.md",
        good="汛前检查只听汇报。5月12日我带队检查",
        bad="汛前检查只听汇报。XX月12日我带队检查",
        hits=("汛前检查只听汇报。XX月",),
    ),
)
def placeholder_left(document: Document) -> Iterator[Remark]:
    """报送以后的材料里不能再有 XX、××、〔待填〕、TODO 这样的占位符。"""
    if not placeholder_is_fault(document):
        return
    for span, text in [*_scalars(document.at.node), *_paragraphs(document)]:
        for match in _PLACEHOLDER.finditer(text):
            place = _within(document.source, span, match[0])
            yield Remark(
                path=document.path, span=place, message=f"还留着占位符“{match[0]}”", quote=document.source.quote(place)
            )


def placeholder_is_fault(document: Document) -> bool:
    """Whether the document is past 草稿; talks and criticisms have no 状态 and count as 已报送."""
    if isinstance(document, Examination):
        return not document.is_draft
    return isinstance(document, (TalkRecord, Criticism))


def _scalars(root: Node) -> Iterable[tuple[Span, str]]:
    queue = [root]
    while queue:
        node = queue.pop()
        queue.extend(node.items)
        queue.extend(value for _, value in node.pairs)
        if node.kind == "scalar" and _PLACEHOLDER.search(node.text):
            yield node.span, node.text


def _paragraphs(document: Document) -> Iterable[tuple[Span, str]]:
    for section in document.body.sections:
        if section.level:
            yield Span(section.line, 1, section.line, 1), section.title
        for paragraph in section.paragraphs:
            yield Span(paragraph.line, paragraph.column, paragraph.line, paragraph.column), paragraph.text


def _within(source: Source, span: Span, word: str) -> Span:
    """Where the word stands from the beginning of a passage on."""
    lines = source.lines
    for number in range(span.line, len(lines) + 1):
        column = lines[number - 1].find(word, span.column - 1 if number == span.line else 0)
        if column >= 0:
            return Span(number, column + 1, number, column + 1 + len(word))
    return span


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
    return _faults(source, "too_large", "too_deep")


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
    return _faults(source, "secret")


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


def suppression_remarks(suppression: Suppression, *, used: bool) -> Iterator[Remark]:
    """What MZ017 says of one suppression, once it is known whether it silenced anything."""
    problems: list[str] = []
    if not suppression.rules:
        problems.append("没有写规则编号")
    elif not used:
        problems.append(f"{'、'.join(suppression.rules)} 在这里没有发现问题")
    if not suppression.reason:
        problems.append("没有写理由")
    if problems:
        hint = "写成“mzsh: 忽略 MZ203 理由”，写在出问题的那一处前面；用不着的请删去"
        message = "忽略注释：" + "，".join(problems)
        yield Remark(path=suppression.path, span=suppression.span, message=message, hint=hint)
