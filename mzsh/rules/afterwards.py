"""After the meeting: nothing that was found may be lost (MZ7xx, clauses 5)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.project import TEAM, Project
from mzsh.model.remark import Remark
from mzsh.planning.conservation import known_ids, unanswered
from mzsh.planning.presence import missing_plans
from mzsh.rules.rule import rule


@rule("MZ703", "问题没有进整改清单，或清单里的来源查无出处", clauses=("5.2-list",))
def nothing_lost(project: Project) -> Iterator[Remark]:
    """提纲、批评、意见里的每一个问题都要落到一条整改；清单里的每一条都要说得出从哪个问题来。"""
    for concern in unanswered(project):
        owner = "班子" if concern.owner == TEAM else concern.owner
        hint = f"在{owner}的清单里加一条，或把“{concern.id}”写进有关条目的“来源”"
        yield concern.record.remark(concern.field, f"{concern.label}没有进整改清单", hint=hint, absent=True)
    known = known_ids(project)
    for _, item in project.rectification_items():
        if not item.refs and not {"refs"} & (item.at.refused | item.at.pending):
            yield item.remark_key("refs", f"{item.id or '这一条'}没有写来源", hint="写上问题、批评或意见的编号")
        for index, ref in enumerate(item.refs):
            if ref not in known and not project.unreadable:
                span = item.at.span("refs", index)
                yield Remark(
                    path=item.path,
                    span=span,
                    message=f"来源“{ref}”查无出处",
                    hint="编号写错了，或原来的问题已经改了编号",
                    quote=item.at.source.quote(span),
                )


@rule("MZ704", "整改方案不齐", clauses=("5.2-plan",))
def plans_complete(project: Project) -> Iterator[Remark]:
    """班子一份、每名成员一份整改清单，共 n+1 份。"""
    for owner, record, field in missing_plans(project):
        label = "班子" if owner == TEAM else owner
        hint = f"运行 mzsh new rectification {label}"
        yield record.remark(field, f"还没有{label}的整改清单", hint=hint, absent=True)
