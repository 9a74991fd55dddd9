"""Dates that look like another year's: what is written in January often still says last year's number (MZ510)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mzsh.model.minutes import Minutes
from mzsh.model.opinions import Opinions
from mzsh.model.project import Project
from mzsh.model.record import Record
from mzsh.model.remark import Remark
from mzsh.planning.schedule import Schedule
from mzsh.planning.timing import set_day
from mzsh.rules.rule import Example, rule

_LONG_BEFORE = timedelta(days=200)
"""Talks and acknowledgements belong to the weeks before the meeting."""


@rule(
    "MZ510",
    "日期像是写错了年份",
    clauses=("1-procedure",),
    example=Example(
        "03-征求意见/意见建议.yml",
        good="{成员: 李明, 签收: 2021-12-27}",
        bad="{成员: 李明, 签收: 2020-12-27}",
        hits=("{成员: 李明, 签收: 2020",),
    ),
)
def another_year(project: Project, schedule: Schedule) -> Iterator[Remark]:
    """谈话、签收比会议早了半年以上，会议记录、报告、通报的日期早于会议的，多半是把年份写成了上年。"""
    held_on = project.meeting.held_on
    if held_on is None:
        return
    known = [(record, field, day, earliest) for record, field, day, earliest in _dated(project, held_on) if day]
    early = [(record, field, day) for record, field, day, earliest in known if day < earliest]
    if len(early) == len(known) >= _MANY:
        limit = set_day(schedule)
        if limit is not None and held_on > limit:
            return
        message = f"所有的日期都比会议（{held_on}）早了半年以上"
        yield project.meeting.session.remark("date", message, hint="召开的年份写对了吗？请核对")
        return
    for record, field, day in early:
        message = f"{day} 比会议（{held_on}）早了{(held_on - day).days}天"
        yield record.remark(field, message, hint="是不是写成了上年？请核对年份", about=field)


_MANY = 3
"""From as many dates on, all of them early, the meeting's own day is wrong; past the set day MZ607 says so."""


def _dated(project: Project, held_on: date) -> Iterator[tuple[Record, str, date | None, date]]:
    """Each record with its date, and the first day on which it makes sense."""
    for talk in project.talks.held:
        yield talk, "date", talk.date, held_on - _LONG_BEFORE
    for register in project.of(Opinions):
        for entry in register.feedback:
            yield entry, "acknowledged", entry.acknowledged, held_on - _LONG_BEFORE
    for minutes in project.of(Minutes):
        yield minutes, "date", minutes.date, held_on - timedelta(days=30)
    if project.report_paper is not None:
        yield project.report_paper, "sent", project.report_paper.sent, held_on
    if project.circular is not None:
        yield project.circular, "sent", project.circular.sent, held_on
