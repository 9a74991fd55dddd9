"""Where the problems of a material come from, whose they are, and what must be explained (MZ110, 113–115, 120, 121)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mzsh.model.examination import Outline, Statement
from mzsh.model.meeting import Meeting, Member
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.model.text import plain
from mzsh.planning.claims import (
    CLAIMED,
    broken_claims,
    claims_none,
    one_source,
    stray_explanations,
    unclaimed,
    unexplained,
)
from mzsh.planning.offices import drafting_office, same_office
from mzsh.rules.rule import Example, rule


@rule(
    "MZ110",
    "所有问题出自同一个来源",
    clauses=("2-concrete", "2-sub1", "2-sub2"),
    example=Example(
        "06-发言提纲/王芳.md",
        good="""来源: 谈心谈话}
  - 方面: 3
    问题:
      - {摘要: 到社区总是提前打招呼, 来源: 认领班子, 依据: [班子-3-1]}
  - 方面: 4
    问题:
      - {摘要: 人才安家费兑现拖了半年, 来源: 征求意见, 依据: [G04]}""",
        bad="""来源: 自查}
  - 方面: 3
    问题:
      - {摘要: 到社区总是提前打招呼, 来源: 自查}
  - 方面: 4
    问题:
      - {摘要: 人才安家费兑现拖了半年, 来源: 自查}""",
        hits=("对照检查:",),
    ),
)
def sources_differ(project: Project) -> Iterator[Remark]:
    """问题应从自查、征求意见、谈心谈话、上级指出、认领班子几个方面来。全部出自一处，多半没有认真听、认真找。"""
    for examination in project.examinations:
        source = one_source(project.problems(examination.owner))
        if source:
            message = f"全部问题的来源都是“{source}”"
            hint = "对照收到的意见、谈话和班子问题再查一遍，照实写来源"
            clauses = ("2-concrete", *_REPLACED_BY.get(source, ()))
            yield examination.remark_key("areas", message, hint=hint, clauses=clauses)


_REPLACED_BY: Mapping[str, tuple[str, ...]] = {"上级指出": ("2-sub1",), CLAIMED: ("2-sub2",)}
"""The substitution (五个代替) that one source alone amounts to."""


@rule(
    "MZ113",
    "职责不在分管之内",
    clauses=("2-in-duty",),
    example=Example(
        "06-发言提纲/李明.md",
        good="职责: 市财政局\n  - 方面: 3",
        bad="职责: 市民政局\n  - 方面: 3",
        hits=("职责: 市民政局",),
    ),
)
def duty_in_charge(outline: Outline, meeting: Meeting) -> Iterator[Remark]:
    """问题写了“职责”的，应是本人分管的单位或领域，和 会议.yml 的“分管”对得上：把职责摆进去，摆的是自己的职责。"""
    member = meeting.member(outline.member)
    if member is None or not member.in_charge or not member.at.knows("in_charge"):
        return
    mine = _own_duties(member)
    for _, _, problem in outline.numbered():
        duties = [part for part in re.split(r"[、，,；;]", problem.duty) if plain(part)]
        for duty in duties:
            core = _DUTY_WORDS.sub("", plain(duty))
            if core and not any(core in own or own in core for own in mine):
                units = "、".join(charge.unit for charge in member.in_charge if charge.unit)
                message = f"“{duty.strip()}”不在{outline.member}的分管之内"
                yield problem.remark("duty", message, hint=f"会议.yml 里写的分管是：{units}", about=duty)


_DUTY_WORDS = re.compile(
    r"^(?:分管|主持|负责|协助|联系|党建联系点|联系点|抓)+|(?:领域|工作|全面工作)$|党建|党风廉政建设|一岗双责|全面从严治党|民主集中制|意识形态"
)
"""Words around a duty, and duties that every member has."""


def _own_duties(member: Member) -> list[str]:
    typed = [charge.unit for charge in member.in_charge]
    typed += [member.post, member.branch, member.linked_unit, member.office]
    return [core for core in map(plain, typed) if core]


@rule(
    "MZ114",
    "该说明的没有说明",
    clauses=("3.2-explain",),
    example=Example(
        "06-发言提纲/王芳.md",
        good="  - 意见: S01\n    说明: 有关情况已向组织作过书面说明，会上我再向各位同志讲清楚经过和我应负的责任。\n",
        bad="",
        hits=("意见说明:",),
    ),
)
def explained(project: Project) -> Iterator[Remark]:
    """意见登记时标了“需说明”的，和“应说明事项”里列出的，本人要在提纲的“意见说明”里写明，会上向组织说明。"""
    for outline in project.outlines:
        for explanation in stray_explanations(project, outline):
            yield explanation.remark(
                "opinion", f"意见说明的“{explanation.opinion}”查无此条", hint="照意见登记里的编号写"
            )
    for missing in unexplained(project):
        message = f"{missing.outline.member}没有就{missing.label}作说明"
        if missing.explanation is not None:
            yield missing.explanation.remark("text", message, hint="填“说明”", about=missing.label)
        else:
            hint = f"在“意见说明”里加一条：意见: {missing.id}，说明由本人写" if missing.id else "由本人在“意见说明”里写"
            yield missing.outline.remark_key("explanations", message, hint=hint, about=missing.label)


@rule(
    "MZ115",
    "班子的问题没有人认领",
    clauses=("3.4-claim",),
    example=Example(
        "06-发言提纲/王芳.md",
        good="来源: 认领班子, 依据: [班子-3-1]",
        bad="来源: 自查",
        hits=("05-班子材料/班子材料.md:摘要: 南岸社区用水", "对照检查:"),
    ),
)
def problems_claimed(project: Project) -> Iterator[Remark]:
    """班子的每一个问题都要有人主动认领，每名成员至少认领一个：提纲里来源写“认领班子”，依据写班子问题的编号。"""
    one_sided = {o.member for o in project.outlines if one_source(project.problems(o.member))}
    for broken in broken_claims(project):
        span = broken.problem.at.span("refs", broken.index)
        quote = broken.problem.at.source.quote(span)
        message = f"认领的“{broken.ref}”查无此条"
        yield Remark(path=broken.problem.path, span=span, message=message, hint=_TEAM_IDS, quote=quote)
    for outline in project.outlines:
        if outline.member not in one_sided and claims_none(project, outline):
            message = f"{outline.member}没有认领班子的问题"
            yield outline.remark_key("areas", message, hint="属于本人责任的，来源写“认领班子”，依据写班子问题的编号")
    for problem in () if one_sided else unclaimed(project):
        message = f"班子问题“{problem.problem.summary}”（{problem.id}）没有人认领"
        yield problem.problem.remark("summary", message, hint=f"由有关成员在提纲里认领：依据: [{problem.id}]")


_TEAM_IDS = "班子问题的编号没有写的，是 班子-方面-序号，如 班子-2-1"


@rule(
    "MZ120",
    "班子材料的起草单位不对",
    clauses=("3.4-team-draft",),
    example=Example("05-班子材料/班子材料.md", good="起草: 市委政研室\n", bad="", hits=("",)),
)
def drafted_by_office(statement: Statement, project: Project) -> Iterator[Remark]:
    """班子对照检查材料由规定的部门起草（常委会是政研室），开头的“起草”要写明。换了部门的，先改 会议.yml 的“承办”。"""
    office = drafting_office(project)
    if not statement.drafted_by:
        if statement.at.knows("drafted_by"):
            yield statement.remark_key("drafted_by", "没有写由谁起草", hint=f"填“起草: {office or '起草的部门'}”")
    elif office and not same_office(statement.drafted_by, office):
        message = f"起草写的是“{statement.drafted_by}”，应为{office}"
        yield statement.remark("drafted_by", message, hint="确由别的部门起草的，改 会议.yml 的“承办”下的“政研室”")
