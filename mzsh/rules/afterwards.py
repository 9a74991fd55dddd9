"""After the meeting: nothing that was found may be lost (MZ7xx, clauses 5)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.project import TEAM, Project
from mzsh.model.remark import Remark
from mzsh.planning.conservation import known_ids, nearest, unanswered, unknown_refs
from mzsh.planning.presence import missing_plans
from mzsh.rules.rule import Example, rule


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
        owner = "班子" if concern.owner == TEAM else concern.owner
        hint = f"在{owner}的清单里加一条，或把“{concern.id}”写进有关条目的“来源”"
        yield concern.record.remark(concern.field, f"{concern.label}没有进整改清单", hint=hint, absent=True)
    for _, item in project.rectification_items():
        if not item.refs and not {"refs"} & (item.at.refused | item.at.pending):
            yield item.remark_key("refs", f"{item.id or '这一条'}没有写来源", hint="写上问题、批评或意见的编号")
    for unknown in unknown_refs(project):
        meant = nearest(unknown.ref, sorted(known_ids(project)))
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
        label = "班子" if owner == TEAM else owner
        hint = f"运行 mzsh new rectification {label}"
        yield record.remark(field, f"还没有{label}的整改清单", hint=hint, absent=True)
