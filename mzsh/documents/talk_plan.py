"""谈心谈话安排表: every pair that must talk, kind by kind, with the day planned and the day done."""

from __future__ import annotations

from datetime import date

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import talking
from mzsh.documents.figures.talking import Pair
from mzsh.documents.needs import MEETING_NAME, ORG, ROSTER
from mzsh.documents.paper import paper_of
from mzsh.model.project import Project
from mzsh.planning.schedule import Schedule
from mzsh.typesetting.chinese import cn_date, cn_month_day


@document("talk-plan", "谈心谈话安排表", stage="会前", needs=(MEETING_NAME, ORG, ROSTER))
def talk_plan(project: Project, schedule: Schedule) -> Context:
    """谈心谈话安排表：应当谈的每一对按四类列出，谈话人、谈话对象、计划日、完成日和各类应谈、已谈的对数，由名册和谈话登记、记录得出。
    登记的日期还没有到的，算计划日；没有定日子的空着，供手填。"""
    found = talking.pairs(project, schedule.today)
    counts = talking.scope_counts(found)
    body = naming.body_name(project.meeting) or ORG.of(project)
    return Context(
        {
            **of_the_meeting(project),
            "title": naming.broken(f"{body}{MEETING_NAME.of(project)}谈心谈话安排表"),
            "gap": ROSTER.gap(project),
            "today": schedule.today,
            "required": sum(one.required for one in counts),
            "held": sum(one.held for one in counts),
            "counts": [(one, cn_date(due) if (due := schedule.due(one.clause)) else "") for one in counts],
            "groups": [
                {"clause": one.clause, "rows": _rows([pair for pair in found if pair.clause == one.clause])}
                for one in counts
            ],
            "beyond": _beyond([pair for pair in found if not pair.clause]),
        },
        paper_of(project, "talk-plan", by="organization"),
    )


def _rows(found: list[Pair]) -> list[tuple[object, ...]]:
    """序号 谈话人 谈话对象 对象职务 计划日 完成日."""
    return [
        (
            number,
            pair.talker,
            pair.partner,
            pair.partner_post,
            _day(pair.planned),
            _day(pair.held) if pair.held else "已谈" if pair.is_held else "",
        )
        for number, pair in enumerate(found, 1)
    ]


def _beyond(found: list[Pair]) -> list[tuple[object, ...]]:
    """序号 谈话人 谈话对象 类别 计划日 完成日, of talks that nobody asked for."""
    relations = [pair.relation for pair in found]
    return [(*row[:3], relation, *row[4:]) for row, relation in zip(_rows(found), relations, strict=True)]


def _day(day: date | None) -> str:
    """A day in two lines, the year above."""
    return f"{day.year}年\n{cn_month_day(day)}" if day else ""
