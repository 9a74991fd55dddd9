"""What stands in place of one's own new problems: what superiors pointed out, and old problems (MZ211, MZ215)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.examination import Examination, Outline, Problem
from mzsh.model.project import Project
from mzsh.model.remark import Loudest, Remark
from mzsh.model.text import plain
from mzsh.planning.recurrence import is_the_same, recurrences
from mzsh.rules.rule import Example, rule
from mzsh.wording.copies.meeting import Copies, Role

_MOST = 0.5
"""From more than this share of a material's problems on, they have taken the place of its own."""


@rule(
    "MZ211",
    "上级指出的问题代替自查的问题",
    clauses=("2-sub1",),
    example=Example(
        "11-往年/上级指出问题.yml",
        good="问题: 防汛应急预案修订不及时",
        bad="问题: 汛前检查只听汇报",
        hits=("06-发言提纲/李明.md:摘要: 汛前检查只听汇报",),
    ),
)
def superiors_problems(outline: Outline, project: Project, copies: Copies) -> Iterator[Remark]:
    """上级已经指出的问题要认领，但不能拿来当作自己查出来的；来源写“上级指出”，另外再查自己的。
    一份提纲里上级指出的占了多半，也值得看一眼。"""
    issues = [issue.problem for register in project.superior_issues for issue in register.items if issue.problem]
    problems = [problem for _, _, problem in outline.numbered() if problem.summary]
    told = _copied(copies, outline, "上级指出")
    for problem in problems:
        issue = next((issue for issue in issues if is_the_same(issue, problem.summary)), None)
        if issue and problem.source != "上级指出" and plain(problem.summary) not in told:
            message = f"“{problem.summary}”是上级已经指出的问题，来源写的是“{problem.source or '（没有写）'}”"
            yield problem.remark("summary", message, hint="来源改为“上级指出”；自己查出来的另写一条")
    named = [problem for problem in problems if problem.source == "上级指出"]
    if _MOST * len(problems) < len(named) < len(problems):
        message = f"{len(problems)}个问题里有{len(named)}个是上级指出的，自己查的少"
        yield named[-1].remark("source", message, hint="对照自己分管的工作再查几条", loudest="提示")


@rule(
    "MZ215",
    "旧问题代替新问题",
    clauses=("2-sub5",),
    example=Example(
        "11-往年/2020-李明.md",
        good="摘要: 项目审批盯得不紧",
        bad="摘要: 汛前检查只听汇报",
        hits=("06-发言提纲/李明.md:摘要: 汛前检查只听汇报",),
    ),
)
def old_problems(examination: Examination, project: Project, copies: Copies) -> Iterator[Remark]:
    """往年提纲里查过的问题，今年又原样列出来，不能代替今年新查的问题。多半是旧问题的，算警告；一两条的，提示看一眼。"""
    past = [
        problem.summary
        for other in project.of(Examination)
        if project.is_past(other) and other.owner == examination.owner
        for _, _, problem in other.numbered()
        if problem.summary
    ]
    told = _copied(copies, examination, "往年") | {
        plain(getattr(found.record, "summary", "")) for found in recurrences(project)
    }
    problems = [problem for _, _, problem in examination.numbered() if problem.summary]
    old = [problem for problem in problems if any(is_the_same(one, problem.summary) for one in past)]
    loudest: Loudest = "错误" if len(old) > _MOST * len(problems) else "提示"
    for problem in old:
        if plain(problem.summary) not in told:
            yield _as_before(problem, len(old), len(problems), loudest)


def _as_before(problem: Problem, old: int, every: int, loudest: Loudest) -> Remark:
    more = f"；{every}个问题里有{old}个是旧的" if old > 1 else ""
    message = f"“{problem.summary}”往年的提纲里已经查过{more}"
    return problem.remark(
        "summary", message, hint="没有改好的，写清今年又发生了什么；另查今年的新问题", loudest=loudest
    )


def _copied(copies: Copies, examination: Examination, role: Role) -> set[str]:
    """The problems of a material whose paragraph is told as a copy already."""
    own: Role = "提纲" if isinstance(examination, Outline) else "班子材料"
    sides = (copy.of_role(own)[0] for copy in copies.between(own, role))
    texts = [plain(spot.text) for spot in sides if spot.paper.document.path == examination.path]
    summaries = (plain(problem.summary) for _, _, problem in examination.numbered())
    return {summary for summary in summaries if summary and any(summary in text for text in texts)}
