"""Nobody who gave an opinion may be known by it (MZ406, MZ407)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.opinions import Opinion
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.planning.givers import people_of, small_categories
from mzsh.rules.rule import Example, rule
from mzsh.wording.givers import contacts, named_in_source, named_in_words

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
    for opinion in project.opinions:
        for field, chinese, found in _traces(opinion, project):
            message = f"意见{opinion.id}的{chinese}里有{'、'.join(found)}，会暴露提意见的人"
            hint = "只写类别，如 群众、党员干部、基层党组织" if field == "source" else "删去这几个字，其余照记"
            yield opinion.remark(field, message, hint=hint, about=opinion.id)


def _traces(opinion: Opinion, project: Project) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each field that gives the giver away, and by what."""
    members = project.meeting.member_names
    named = named_in_source(opinion.source, people=people_of(project.meeting))
    found = (*(("姓名",) if named else ()), *contacts(opinion.source))
    if found:
        yield "source", "来源", found
    named = named_in_words(opinion.text, members=members)
    found = (*((f"提意见人的姓名“{named}”",) if named else ()), *contacts(opinion.text))
    if found:
        yield "text", "原话", found


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
    doubtful = {n for n, o in enumerate(project.opinions) if any(f == "source" for f, *_ in _traces(o, project))}
    for small in small_categories(project, frozenset(doubtful)):
        chinese = "来源" if small.field == "source" else "渠道"
        message = f"{chinese}“{small.value}”只有 {small.count} 条意见，容易让人猜出是谁提的"
        hint = "并进相近的来源" if small.field == "source" else "并进相近的渠道，或再征求几条"
        yield small.first.remark(small.field, message, hint=hint)
