"""The status as lines for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mzsh.model.meeting import Meeting
from mzsh.overview.progress import MilestoneState, PersonState, Share, Status
from mzsh.overview.steps import Step
from mzsh.reports.columns import table
from mzsh.reports.lines import Line, Tone, wrapped
from mzsh.rules.severity import Severity

_UPCOMING = 6
STEPS_SHOWN = 3
_WEEKDAYS = "一二三四五六日"


def status_text(status: Status) -> Iterator[Line]:
    """Heading, milestones, who owes what, what to do next."""
    yield from _heading(status)
    yield Line()
    yield from _milestones(status)
    yield Line()
    yield from _people(status)
    yield Line()
    yield from steps_text(status.steps[:STEPS_SHOWN])


def _heading(status: Status) -> Iterator[Line]:
    meeting = status.project.meeting
    title = status.project.preset.title or meeting.year or ""
    yield Line(f"{body_of(meeting)}  {title}".strip(), "strong")
    if status.held_on is None:
        when = "召开日期还没有定"
    else:
        when = f"{day(status.held_on)}召开，{_distance(status.days_to_meeting or 0)}"
    yield Line(f"今天 {day(status.today)}，{status.stage}阶段；{when}。")
    errors, warnings = (status.report.count(severity) for severity in (Severity.ERROR, Severity.WARNING))
    if errors or warnings:
        yield Line(f"已有的材料：错误 {errors}，警告 {warnings}（mzsh check 看详情）", "error" if errors else "warning")


def body_of(meeting: Meeting) -> str:
    """单位 and 班子, the unit once."""
    return meeting.group if meeting.group.startswith(meeting.org) else f"{meeting.org} {meeting.group}"


def day(when: date) -> str:
    """1月18日（周二), with the year where it is not plain."""
    return f"{when.year}年{when.month}月{when.day}日（周{_WEEKDAYS[when.weekday()]}）"


def _distance(days: int) -> str:
    if days == 0:
        return "就是今天"
    return f"还有 {days} 天" if days > 0 else f"已过 {-days} 天"


def _milestones(status: Status) -> Iterator[Line]:
    done = [one for one in status.milestones if one.done]
    open_ones = [one for one in status.milestones if not one.done]
    yield Line(f"时间节点（{len(status.milestones)} 项，已办 {len(done)} 项）", "strong")
    if not status.milestones:
        yield Line("  时间节点.yml 里还没有节点", "faint")
        return
    if not open_ones:
        yield Line("  都办完了。", "good")
        return
    open_ones.sort(key=lambda one: one.due or date.max)
    late = [one for one in open_ones if (one.days_left or 0) < 0]
    shown = [*late, *[one for one in open_ones if one not in late][:_UPCOMING]]
    for one, text in zip(shown, table([_milestone_row(one) for one in shown]), strict=True):
        yield Line(text, _tone(one))
    if len(open_ones) > len(shown):
        yield Line(f"  ……还有 {len(open_ones) - len(shown)} 项在后", "faint")


def _milestone_row(one: MilestoneState) -> tuple[str, ...]:
    if one.due is None:
        return ("日期未定", one.typed, one.name, one.owner)
    left = one.days_left or 0
    distance = "今天到期" if left == 0 else f"还有{left}天" if left > 0 else f"过了{-left}天"
    return (f"{one.due:%m-%d} 周{_WEEKDAYS[one.due.weekday()]}", distance, one.name, one.owner)


def _tone(one: MilestoneState) -> Tone:
    left = one.days_left
    if left is None:
        return "faint"
    return "error" if left < 0 else "warning" if left <= 3 else "plain"


def _people(status: Status) -> Iterator[Line]:
    yield Line("谁还没交", "strong")
    if not status.people:
        yield Line("  会议.yml 的“出席”里还没有人", "faint")
        return
    header = ("姓名", "提纲", "谈话", "听取意见", "意见签收", "批评", "整改清单", "双重生活")
    rows = [header, *(_person_row(person) for person in status.people)]
    first, *others = table(rows)
    yield Line(first, "faint")
    for person, text in zip(status.people, others, strict=True):
        yield Line(text, "good" if _complete(person) else "plain")
    yield Line(f"  班子对照检查材料：{status.statement}", "plain")


def _person_row(person: PersonState) -> tuple[str, ...]:
    return (
        person.name,
        person.outline,
        _share(person.talks),
        _share(person.heard),
        "已签" if person.acknowledged else "-",
        _share(person.criticisms),
        "已交" if person.plan else "-",
        _share(person.dual_life),
    )


def _share(share: Share) -> str:
    return f"{share.done}/{share.expected}"


def _complete(person: PersonState) -> bool:
    shares = (person.talks, person.heard, person.criticisms, person.dual_life)
    return person.plan and person.acknowledged and all(share.complete for share in shares)


def steps_text(steps: tuple[Step, ...]) -> Iterator[Line]:
    """The next things to do, numbered, with the command for each."""
    yield Line("接下来", "strong")
    if not steps:
        yield Line("  没有待办的事。", "good")
    for number, step in enumerate(steps, 1):
        due = f"（{step.due.month}月{step.due.day}日前）" if step.due else ""
        yield from wrapped(f"{step.what}{due}", f"  {number}. ", tone="error" if step.late else "plain")
        yield from wrapped(step.command, "     ", tone="info")
