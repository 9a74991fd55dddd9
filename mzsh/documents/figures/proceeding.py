"""How the meeting goes on: the items of the agenda, each member's turn, and when each is expected to begin.

Minutes are those that 阈值 of 会议.yml sets (发言分钟, 批评分钟), by which MZ607 counts too: a turn is one speech and
one criticism by each other member; every other item is one speech.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from mzsh.documents import naming
from mzsh.documents.figures.sitting import Hours, chair, clock, hours, speaking_order
from mzsh.model.meeting import Meeting
from mzsh.model.preset import AgendaItem
from mzsh.model.project import Project

NOON = 12 * 60
_EARLY_AFTERNOON = 13 * 60

Kind = Literal["通报", "班子", "个人", "总结", "其他", "点评"]


@dataclass(frozen=True)
class Turn:
    """One member's self-examination and the criticism of it; `critics` in the order in which they speak.

    `others` are the critics but for the chair, who leads where he is the secretary and else comes last.
    """

    name: str
    is_chair: bool
    critics: tuple[str, ...]
    others: tuple[str, ...]
    chair_leads: bool
    minutes: int
    span: str = ""
    break_before: str = ""


@dataclass(frozen=True)
class Step:
    """One item; `number` is None for the supervision team's remarks where the agenda has no item for them.

    `span` is 上午9时至9时15分, empty where the folder does not tell. `break_before` is
    said of the one step before which the sitting is interrupted for a time that the folder does not tell.
    """

    number: int | None
    kind: Kind
    name: str
    text: str
    speaker: str
    by_chair: bool
    turns: tuple[Turn, ...]
    minutes: int
    span: str = ""
    break_before: str = ""


@dataclass(frozen=True)
class Proceeding:
    """The steps, by how many minutes they were reckoned, and when the last is expected to end.

    `overrun` is by how long that is after the end in 会议.yml; empty where it is not, or is not known.
    """

    steps: tuple[Step, ...]
    speech: int
    criticism: int
    total: int
    ends: str
    overrun: str

    @property
    def length(self) -> str:
        """The total in words: 3小时15分钟."""
        return in_words(self.total)


def in_words(minutes: int) -> str:
    """A length of time: 3小时15分钟, 2小时, 45分钟."""
    whole, rest = divmod(minutes, 60)
    return (f"{whole}小时" if whole else "") + (f"{rest}分钟" if rest or not whole else "")


def proceeding(project: Project) -> Proceeding:
    """The whole sitting in its order."""
    thresholds = project.meeting.check.thresholds
    speech, criticism = (round(thresholds.number(name)) for name in ("speech_minutes", "criticism_minutes"))
    turns = _turns(project, speech, criticism)
    steps = tuple(_step(project, kind, number, item, turns, speech) for kind, number, item in _items(project))
    parts = [part for step in steps for part in (step.turns or (step,))]
    found = hours(project.meeting)
    spans = _spans([part.minutes for part in parts], found, project.meeting)
    last = spans[-1].end if spans and spans[-1].end else None
    return Proceeding(
        steps=tuple(_timed(steps, spans)),
        speech=speech,
        criticism=criticism,
        total=sum(part.minutes for part in parts),
        ends=clock(last) if last else "",
        overrun=in_words(late) if (late := _late(last, found)) else "",
    )


def _late(last: int | None, found: Hours | None) -> int:
    """By how many minutes the last part ends after the end that was set."""
    return max(0, last - found.end) if last and found and found.end else 0


def _items(project: Project) -> Iterator[tuple[Kind, int | None, AgendaItem]]:
    """The items of the agenda, and the supervision team's remarks before the closing where it has none of them."""
    agenda, team = project.preset.agenda, project.meeting.supervision
    remarked = not (team.lead or team.members) or any(item.is_remarks for item in agenda)
    for number, item in enumerate(agenda, 1):
        if item.duty == "总结" and not remarked:
            remarked = True
            yield "点评", None, AgendaItem()
        yield ("点评" if item.is_remarks else item.duty), number, item
    if not remarked:
        yield "点评", None, AgendaItem()


def _step(
    project: Project, kind: Kind, number: int | None, item: AgendaItem, turns: tuple[Turn, ...], speech: int
) -> Step:
    secretary, in_chair = project.meeting.secretary, chair(project)
    speaker = {"班子": secretary.name if secretary else "", "总结": in_chair}.get(kind, "")
    own = turns if kind == "个人" else ()
    return Step(
        number=number,
        kind=kind,
        name=item.name or "督导组点评",
        text=naming.without_stop(naming.filled(item.text or item.name, project)),
        speaker=speaker,
        by_chair=bool(speaker) and speaker == in_chair,
        turns=own,
        minutes=sum(turn.minutes for turn in own) or speech,
    )


def _turns(project: Project, speech: int, criticism: int) -> tuple[Turn, ...]:
    order, in_chair, secretary = speaking_order(project), chair(project), project.meeting.secretary
    chair_leads = secretary is not None and secretary.name == in_chair
    heard = sorted(order, key=lambda name: (name == in_chair) != chair_leads)
    return tuple(
        Turn(
            name=name,
            is_chair=name == in_chair,
            critics=tuple(other for other in heard if other != name),
            others=tuple(other for other in heard if other not in (name, in_chair)),
            chair_leads=chair_leads,
            minutes=speech + criticism * (len(order) - 1),
        )
        for name in order
    )


@dataclass(frozen=True)
class _Span:
    """When a part begins and ends; None from the first break on."""

    begin: int | None
    end: int | None
    break_before: str = ""

    @property
    def words(self) -> str:
        return Hours(self.begin, self.end).words if self.begin is not None else ""


def _spans(durations: Iterable[int], found: Hours | None, meeting: Meeting) -> tuple[_Span, ...]:
    """One part after another from the beginning on; after a break nobody knows when."""
    if found is None:
        return tuple(_Span(None, None) for _ in durations)
    spans: list[_Span] = []
    now, interrupted = found.start, False
    for minutes in durations:
        pause = "" if interrupted else _break_at(now, found, meeting)
        interrupted = interrupted or bool(pause)
        spans.append(_Span(None, None, pause) if interrupted else _Span(now, now + minutes))
        now += minutes
    return tuple(spans)


def _break_at(now: int, found: Hours, meeting: Meeting) -> str:
    """Which break comes before what would begin now: past noon, or at the end of a day that is not the last."""
    into_afternoon = found.end is None or found.end > _EARLY_AFTERNOON
    if found.start < NOON < now and into_afternoon:
        return "午间休会"
    is_over = meeting.session.days > 1 and found.end is not None and now >= found.end
    return "当日休会" if is_over else ""


def _timed(steps: Iterable[Step], spans: Iterable[_Span]) -> Iterator[Step]:
    """The steps and their turns with their spans."""
    left = iter(spans)
    for step in steps:
        if not step.turns:
            span = next(left)
            yield replace(step, span=span.words, break_before=span.break_before)
            continue
        timed = [(turn, next(left)) for turn in step.turns]
        yield replace(
            step,
            turns=tuple(replace(turn, span=span.words, break_before=span.break_before) for turn, span in timed),
        )
