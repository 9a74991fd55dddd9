"""Nobody who gave an opinion may be known by it (MZ406, MZ407)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.opinions import Opinion
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.planning.givers import people_of, small_categories
from mzsh.rules.rule import Example, rule
from mzsh.wording.givers import contacts, named_in_source, named_in_words, without_giver

_OPINIONS = "03-征求意见/意见建议.yml"


@rule(
    "MZ406",
    "意见里留有提意见人的身份",
    example=Example(
        _OPINIONS,
        good="回的都是“已转办”三个字，转给谁",
        bad="回的都是“已转办”三个字，打我13800001111也行，转给谁",
        hits=("原话: 书记信箱回得快",),
    ),
)
def giver_named(project: Project) -> Iterator[Remark]:
    """原话和来源里不能有提意见人的姓名、电话、邮箱、证件号码。
    来源只写类别，如 群众、党员干部；原话里被反映的成员姓名照记。"""
    people, members = people_of(project.meeting), project.meeting.member_names
    for opinion in project.opinions:
        named = named_in_source(opinion.source, people=people)
        if named or contacts(opinion.source):
            yield _trace(opinion, "source", named)
        named = named_in_words(opinion.text, members=members)
        if named or contacts(opinion.text):
            yield _trace(opinion, "text", named)


_FIELDS = {
    "source": ("来源", "姓名", "只写类别，如 群众、党员干部、基层党组织"),
    "text": ("原话", "提意见人的姓名", "删去这几个字，其余照记"),
}


def _trace(opinion: Opinion, field: str, named: str) -> Remark:
    """What gives the giver away; a remark goes into reports, and so does not itself spread it."""
    chinese, name, hint = _FIELDS[field]
    found = (*((name,) if named else ()), *contacts(getattr(opinion, field)))
    message = f"意见{opinion.id}的{chinese}里有{'、'.join(found)}，会暴露提意见的人"
    quote = without_giver(opinion.at.source.quote(opinion.at.span(field)), named)
    return opinion.remark(field, message, hint=hint, quote=quote, about=opinion.id)


@rule(
    "MZ407",
    "意见的类别太小",
    example=Example(
        _OPINIONS,
        good="来源: 党员干部\n    日期: 2021-12-16\n    对象: 王芳\n    方面: 4\n    原话: 考核组",
        bad="来源: 民主党派\n    日期: 2021-12-16\n    对象: 王芳\n    方面: 4\n    原话: 考核组",
        hits=("来源: 民主党派",),
    ),
)
def category_too_small(project: Project) -> Iterator[Remark]:
    """意见满十条以后，一种来源、一种渠道不足五条，容易让人猜出是谁提的。
    可同相近的类别合并，如 企业、商户 并作 服务对象。不满十条的不查。"""
    people = people_of(project.meeting)
    sources = {opinion.source for opinion in project.opinions}
    telling = {source for source in sources if named_in_source(source, people=people) or contacts(source)}
    doubtful = frozenset(number for number, opinion in enumerate(project.opinions) if opinion.source in telling)
    for small in small_categories(project, doubtful):
        chinese = "来源" if small.field == "source" else "渠道"
        message = f"{chinese}“{small.value}”只有 {small.count} 条意见，容易让人猜出是谁提的"
        hint = "并进相近的来源" if small.field == "source" else "并进相近的渠道，或再征求几条"
        yield small.first.remark(small.field, message, hint=hint)
