"""After the meeting: reports go out in time, and nothing that was found may be lost (MZ7xx, clauses 5)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.papers import Circular, Paperwork, ReportPaper
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.model.remark import Loudest, Remark
from mzsh.planning.annexes import missing_annexes
from mzsh.planning.conservation import known_ids, nearest, unanswered, unknown_refs
from mzsh.planning.presence import may_be_unreadable, missing_plans
from mzsh.planning.schedule import Schedule
from mzsh.rules.rule import Example, rule

REPORT = "09-报告/专题报告.md"


@rule(
    "MZ701",
    "专题报告报迟了，或附件不全",
    clauses=("5.1-report", "5.1-annex"),
    example=(
        Example(REPORT, good="报送: 2022-01-28", bad="报送: 2022-02-28", hits=("报送: 2022-02-28",)),
        Example(REPORT, good="  - 会议记录\n", bad="", hits=("附件:",)),
    ),
)
def report_complete(project: Project, preset: Preset, schedule: Schedule) -> Iterator[Remark]:
    """专题报告要在会后规定的时限内报上级，并附上实施方案、征求意见汇总、班子材料、发言提纲、会议记录和整改方案。
    附件按标题认，一件没有列就报一处；“附件”整个没有写的，只报一处；开头各项一样也没有写的报告，只作提示。"""
    paper = project.report_paper
    yield from _late(paper, schedule)
    if paper is None or "annexes" in paper.at.refused:
        return
    if not paper.at.has("annexes"):
        names = "、".join(preset.annexes)
        if names and not paper.at.refused:
            clauses = ("5.1-annex",)
            detailed = any(paper.at.has(name) for name in ("number", "addressee", "copies", "signer", "sent"))
            loudest: Loudest = "错误" if detailed else "提示"
            message, hint = "没有列附件", f"应附：{names}"
            yield paper.remark_key("annexes", message, hint=hint, absent=True, clauses=clauses, loudest=loudest)
        return
    for annex in missing_annexes(preset.annexes, paper.annexes):
        message, hint = f"附件里没有{annex}", "补上，或在标题里写明"
        yield paper.remark_key("annexes", message, hint=hint, about=annex, clauses=("5.1-annex",))


def _late(paper: ReportPaper | None, schedule: Schedule) -> Iterator[Remark]:
    """The report after its 时限: at the day it was sent, else at the milestone's 完成."""
    dated = [(due, m) for m, due in schedule.milestones if due and m.clause == "5.1-report"]
    if not dated:
        return
    due, milestone = max(dated, key=lambda pair: pair[0])
    if paper and paper.sent and paper.sent > due:
        yield paper.remark("sent", f"专题报告{paper.sent}才报出，时限是{due}", clauses=("5.1-report",))
    elif milestone.done and milestone.done > due:
        message = f"“{milestone.name}”{milestone.done}才完成，时限是{due}"
        yield milestone.remark("done", message, clauses=("5.1-report",))


@rule(
    "MZ703",
    "问题没有进整改清单，或清单里的来源查无出处",
    clauses=("5.2-list",),
    example=Example(
        "10-整改/李明.yml",
        good="来源: [李明-2-1, 张卫国-李明-1]",
        bad="来源: [李明-2-1]",
        hits=("07-批评意见/张卫国.md:问题: 你把花钱多",),
    ),
)
def nothing_lost(project: Project) -> Iterator[Remark]:
    """提纲、批评、意见里的每一个问题都要落到一条整改；清单里的每一条都要说得出从哪个问题来。"""
    for concern in unanswered(project):
        hint = f"在{concern.owner}的清单里加一条，或把“{concern.id}”写进有关条目的“来源”"
        message = f"{concern.label}没有进整改清单"
        yield concern.record.remark(concern.field, message, hint=hint, absent=True, about=concern.id)
    for _, item in project.rectification_items():
        if not item.refs and item.at.knows("refs"):
            message, hint = f"{item.id or '这一条'}没有写来源", "写上问题、批评或意见的编号"
            yield item.remark_key("refs", message, hint=hint, about=item.id or item.problem)
    unknowns, known = unknown_refs(project), sorted(known_ids(project))
    for unknown in unknowns:
        meant = nearest(unknown.ref, known)
        span = unknown.item.at.span("refs", unknown.index)
        yield Remark(
            path=unknown.item.path,
            span=span,
            message=f"来源“{unknown.ref}”查无出处",
            hint=f"是不是“{meant}”？" if meant else "编号写错了，或原来的问题已经改了编号",
            quote=unknown.item.at.source.quote(span),
        )


@rule(
    "MZ704",
    "整改方案不齐",
    clauses=("5.2-plan",),
    example=Example("10-整改/王芳.yml", removed=True, hits=("会议.yml:姓名: 王芳",)),
)
def plans_complete(project: Project) -> Iterator[Remark]:
    """班子一份、每名成员一份整改清单，共 n+1 份。"""
    for owner, record, field in missing_plans(project):
        hint = f"运行 mzsh new rectification {owner}"
        yield record.remark(field, f"还没有{owner}的整改清单", hint=hint, absent=True)


_PAPERS: tuple[tuple[type[Paperwork], str, str], ...] = (
    (ReportPaper, "5.1-report", "report"),
    (Circular, "5.1-circulate", "circular"),
)


@rule(
    "MZ715",
    "没有专题报告或情况通报",
    clauses=("5.1-report", "5.1-circulate"),
    example=Example("09-报告/情况通报.md", removed=True, hits=("会议.yml:班子: 市委常委班子",)),
)
def papers_exist(project: Project) -> Iterator[Remark]:
    """会后要向上级报专题报告，向市级班子和基层党委通报会议情况；到期没有的就报。"""
    for kind, clause, new in _PAPERS:
        written = any(not paper.is_unwritten for paper in project.of(kind))
        if written or may_be_unreadable(project, (kind,)):
            continue
        name, hint = kind.names[0], f"运行 mzsh new {new}，写好存在 09-报告"
        yield project.meeting.remark("group", f"还没有{name}", hint=hint, absent=True, about=name, clauses=(clause,))
