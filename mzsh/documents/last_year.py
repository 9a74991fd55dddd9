"""上年度整改措施落实情况通报: what was promised at last year's meeting, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import promised
from mzsh.documents.figures.promised import Promises
from mzsh.documents.figures.rectifying import DONE
from mzsh.documents.needs import BODY, Materials
from mzsh.documents.paper import paper_of
from mzsh.model.meeting import Meeting
from mzsh.model.project import Project
from mzsh.model.rectification import LastYearItem
from mzsh.planning.schedule import Schedule, resolve
from mzsh.typesetting.chinese import cn_date
from mzsh.typesetting.escaping import MERGED_UP, Markdown


def _lacking(project: Project) -> Iterator[str]:
    """The register, or of an open item why it is open and what is planned: nobody else can say it."""
    groups = promised.promises(project)
    if not groups:
        yield "上年整改"
    for number, item in enumerate((item for group in groups for item in group.items), 1):
        if item.status != DONE and not item.outcome:
            yield f"上年整改“{item.id or f'第{number}项'}”的结果（未完成的原因和计划）"


_LAST_YEAR = Materials(_lacking)


@document("last-year", "上年度整改措施落实情况通报", stage="会前", needs=(BODY, _LAST_YEAR))
def last_year(project: Project, meeting: Meeting, schedule: Schedule) -> Context:
    """上年度整改措施落实情况通报：共几项、完成几项，后附一览表，班子在前、成员照名册的顺序。
    完成的写结果、日期和证据；没有完成的，“结果”里写的算作原因与计划。"""
    counts = promised.counts(project)
    table = f"{_year(meeting)}民主生活会整改措施落实情况表"
    return Context(
        {
            **of_the_meeting(project),
            "title": naming.broken(
                f"{naming.body_name(meeting) or BODY.of(project)}{_year(meeting)}民主生活会整改措施落实情况通报"
            ),
            "year": _year(meeting),
            "table_title": table,
            "counts": counts,
            "gap": "" if counts.total else _LAST_YEAR.gap(project),
            "rows": list(_rows(promised.promises(project), meeting, schedule.today)),
        },
        paper_of(project, "last-year", annexes=(table,) if counts.total else ()),
    )


def _year(meeting: Meeting) -> str:
    """The year before the meeting's, as its meeting is called."""
    return f"{meeting.year - 1}年度" if meeting.year else "上年度"


def _rows(groups: tuple[Promises, ...], meeting: Meeting, today: date) -> Iterator[tuple[object, ...]]:
    """序号 主体 问题 措施 完成情况 证据 未完成原因与计划, numbered through; an owner's items share one cell 主体."""
    number = 0
    for group in groups:
        owner: object = _owner(group, meeting)
        for item in group.items:
            number += 1
            yield (number, owner, item.problem, item.measure, _became(item), item.evidence, _still_to_do(item, today))
            owner = Markdown(MERGED_UP)


def _owner(group: Promises, meeting: Meeting) -> str:
    if group.is_team:
        return meeting.group or group.owner
    return group.owner or "未注明"


def _became(item: LastYearItem) -> str:
    """完成情况: the state, since when, and the outcome; of an open item the last progress."""
    if item.status == DONE:
        done = f"{cn_date(item.done)}完成" if item.done else DONE
        return "\n".join(one for one in (done, item.outcome) if one)
    last = next((one for one in reversed(item.progress) if one.text), None)
    if last is None:
        return item.status
    return f"{item.status}\n{cn_date(last.date)}：{last.text}" if last.date else f"{item.status}\n{last.text}"


def _still_to_do(item: LastYearItem, today: date) -> str:
    """未完成原因与计划: what was typed as 结果, and until when it is to be done; empty for what is done."""
    if item.status == DONE:
        return ""
    due = resolve(item.due, None) if item.due else None
    when = f"计划{cn_date(due)}前完成" if due and due >= today else f"原定{cn_date(due)}前完成" if due else ""
    return "\n".join(one for one in (item.outcome or "【待补：原因和计划】", when) if one)
