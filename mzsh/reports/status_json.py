"""The status as one JSON object."""

from __future__ import annotations

from datetime import date
from typing import Any

from mzsh.overview.progress import MilestoneState, PersonState, Share, Status


def status_object(status: Status) -> dict[str, Any]:
    """Stage, milestones, people and next steps; dates in ISO form, None where unknown."""
    return {
        "version": 1,
        "root": status.project.root.as_posix(),
        "today": status.today.isoformat(),
        "stage": status.stage,
        "meeting": {
            "org": status.project.meeting.org,
            "body": status.project.meeting.group,
            "date": _day(status.held_on),
            "days_left": status.days_to_meeting,
        },
        "milestones": [_milestone(one) for one in status.milestones],
        "statement": status.statement,
        "people": [_person(person) for person in status.people],
        "next": [
            {"what": step.what, "command": step.command, "due": _day(step.due), "late": step.late}
            for step in status.steps
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _milestone(one: MilestoneState) -> dict[str, Any]:
    return {
        "name": one.name,
        "owner": one.owner,
        "due": _day(one.due),
        "typed": one.typed,
        "done": _day(one.done),
        "days_left": one.days_left,
    }


def _person(person: PersonState) -> dict[str, Any]:
    return {
        "name": person.name,
        "outline": person.outline,
        "talks": _share(person.talks),
        "heard": _share(person.heard),
        "acknowledged": person.acknowledged,
        "criticisms": _share(person.criticisms),
        "plan": person.plan,
        "dual_life": _share(person.dual_life),
    }


def _share(share: Share) -> dict[str, int]:
    return {"done": share.done, "expected": share.expected}
