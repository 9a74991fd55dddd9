"""The status as one JSON object."""

from __future__ import annotations

from typing import Any

from mzsh.overview.progress import Share, Status


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
            "date": status.held_on.isoformat() if status.held_on else None,
            "days_left": status.days_to_meeting,
        },
        "milestones": [
            {
                "name": one.name,
                "owner": one.owner,
                "due": one.due.isoformat() if one.due else None,
                "typed": one.typed,
                "done": one.done.isoformat() if one.done else None,
                "days_left": one.days_left,
            }
            for one in status.milestones
        ],
        "statement": status.statement,
        "people": [
            {
                "name": person.name,
                "outline": person.outline,
                "talks": _share(person.talks),
                "heard": _share(person.heard),
                "acknowledged": person.acknowledged,
                "criticisms": _share(person.criticisms),
                "plan": person.plan,
                "dual_life": _share(person.dual_life),
            }
            for person in status.people
        ],
        "next": [
            {
                "what": step.what,
                "command": step.command,
                "due": step.due.isoformat() if step.due else None,
                "late": step.late,
            }
            for step in status.steps
        ],
    }


def _share(share: Share) -> dict[str, int]:
    return {"done": share.done, "expected": share.expected}
