"""Approvals: taken when due, in order, of the text as it now stands, and no more claimed than was taken (MZ503–506).

Where one edit breaks several, 505 speaks first (the text was changed), then 504 (a step is missing), then the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.examination import Examination, Outline
from mzsh.model.papers import Review, Reviews
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.model.values import STATUS_RANKS
from mzsh.planning.approvals import (
    RequiredStep,
    disorders,
    earned_status,
    label_of,
    missing_steps,
    outdated_reviews,
)
from mzsh.planning.identity import is_doubled
from mzsh.planning.presence import may_be_unreadable
from mzsh.planning.schedule import Schedule
from mzsh.rules.rule import Example, rule


def _is_judged(examination: Examination, project: Project) -> bool:
    """Whether what 审阅.yml says of a material is known, and which of two materials counts."""
    return not may_be_unreadable(project, (Reviews,)) and not is_doubled(project, examination)


def _stands_as_approved(examination: Examination, project: Project) -> bool:
    """Whether the steps of a material can be judged, and none is of another text: else MZ505 speaks."""
    return _is_judged(examination, project) and not outdated_reviews(examination, project)


def _lacks_due_step(examination: Examination, project: Project, schedule: Schedule) -> bool:
    return any(schedule.is_due(step.clause) for step in missing_steps(examination, project))


@rule(
    "MZ503",
    "审阅的先后倒了",
    clauses=("3.4-team-approve", "3.4-team-consult", "3.4-submit", "3.4-review", "3.4-superior"),
    example=Example(
        "审阅.yml",
        good="材料: 06-发言提纲/王芳.md\n    环节: 书记审阅\n    人: 张卫国\n    日期: 2022-01-10",
        bad="材料: 06-发言提纲/王芳.md\n    环节: 书记审阅\n    人: 张卫国\n    日期: 2022-01-05",
        hits=("日期: 2022-01-05\n    结论: 通过\n    指纹: 5a7d27de",),
    ),
)
def steps_in_order(examination: Examination, project: Project, schedule: Schedule) -> Iterator[Remark]:
    """提纲先报送，再由书记审阅，再报上级审定；班子材料先由书记审定，再征求四个班子意见。后一步的日期不能早于前一步。"""
    if not _stands_as_approved(examination, project):
        return
    found = disorders(examination, project)
    if not found or _lacks_due_step(examination, project, schedule):
        return
    first, *others = found
    message = f"{examination.path}：{_dated(first.later)}早于{_dated(first.earlier)}"
    related = [first.earlier.related("date", "前一步")]
    related += [other.later.related("date", f"{label_of(other.later)}也早了") for other in others]
    hint = "日期写错了的改正；先后确实倒了的，补办后再记一条"
    about = f"{examination.owner} {label_of(first.later)}"
    yield first.later.remark("date", message, hint=hint, about=about, related=tuple(related))


def _dated(review: Review) -> str:
    day = f"（{review.date.month}月{review.date.day}日）" if review.date else ""
    return f"{label_of(review)}{day}"


@rule(
    "MZ504",
    "该办的审阅还没有办",
    clauses=("3.4-submit", "3.4-review", "3.4-superior", "3.4-team-approve", "3.4-team-consult"),
    example=Example(
        "审阅.yml",
        good="材料: 06-发言提纲/李明.md\n    环节: 上级审定",
        bad="材料: 06-发言提纲/李明.md\n    环节: 报送",
        hits=("06-发言提纲/李明.md:",),
    ),
)
def approval_missing(examination: Examination, project: Project) -> Iterator[Remark]:
    """提纲要报送、书记逐一审阅、上级审定；班子材料要书记审定，再逐一征求四个班子意见。每一步都记在 审阅.yml 里。"""
    if not _stands_as_approved(examination, project):
        return
    for step in missing_steps(examination, project):
        yield examination.remark_file(
            f"还没有{step.label}",
            hint=_review_command(step, examination, project),
            absent=True,
            about=step.label,
            clauses=(step.clause,),
            loudest="提示" if step.assumed else "错误",
        )


def _review_command(step: RequiredStep, examination: Examination, project: Project) -> str:
    """The command that records a step, with whose it is where that is not plain."""
    by = step.by or (project.superior if step.step == "上级审定" else "")
    return f"办后运行 mzsh review {examination.path} --step {step.step}" + (f" --by {by}" if by else "")


@rule(
    "MZ505",
    "审阅以后又改过",
    clauses=("3.4-submit", "3.4-review", "3.4-superior", "3.4-team-approve", "3.4-team-consult"),
    example=Example(
        "06-发言提纲/李明.md", good="汛前检查只听汇报。5月12日我带队", bad="汛前检查只听汇报。5月13日我带队", hits=("",)
    ),
)
def changed_after_approval(examination: Examination, project: Project) -> Iterator[Remark]:
    """通过审阅的是当时的内容，审阅.yml 里记着它的指纹。以后改了正文，通过就不算数了：
    改正错字的，写明理由沿用；改了内容的，重新办一遍。只改“状态”不算改动。"""
    outdated = outdated_reviews(examination, project) if _is_judged(examination, project) else ()
    if outdated:
        steps = "、".join(label_of(review) for review in outdated)
        hint = f"只改了错字的：mzsh review {examination.path} --carry 改正错字；改了内容的，重新办{steps}"
        yield examination.remark_file(f"{steps}通过以后又改过", hint=hint)


@rule(
    "MZ506",
    "状态同审阅记录对不上",
    clauses=("3.4-review", "3.4-team-approve", "3.4-superior", "3.4-submit"),
    example=Example("05-班子材料/班子材料.md", good="状态: 书记已审", bad="状态: 上级已审", hits=("状态: 上级已审",)),
)
def status_exceeds_reviews(examination: Examination, project: Project, schedule: Schedule) -> Iterator[Remark]:
    """材料的“状态”不能走在审阅的前面：写了“书记已审”，审阅.yml 里就要有书记通过的记录。"""
    claimed, earned = examination.status, earned_status(examination, project)
    if STATUS_RANKS[claimed] <= max(STATUS_RANKS[earned], _free_rank(examination)):
        return
    if _stands_as_approved(examination, project) and not _lacks_due_step(examination, project, schedule):
        hint = f"审阅办过的用 mzsh review 补记，没有办的把状态改为“{earned}”"
        yield examination.remark("status", f"状态是“{claimed}”，审阅.yml 里没有相应的记录", hint=hint)


def _free_rank(examination: Examination) -> int:
    """A statement is handed in without a step of its own; an outline's 已报送 is earned by 报送."""
    return STATUS_RANKS["草稿" if isinstance(examination, Outline) else "已报送"]
