"""What the minutes say of the meeting itself: day, chair, agenda, who sat in, who supervised."""

from __future__ import annotations

from mzsh.documents import naming
from mzsh.model.minutes import Minutes
from mzsh.model.project import Project


def held(project: Project, minutes: Minutes | None) -> dict[str, object]:
    """Values of the meeting as it was held; all empty without minutes."""
    texts = {item.name: naming.filled(item.text, project) for item in project.preset.agenda}
    done = minutes.agenda_done if minutes else ()
    supervision = (project.meeting.supervision.lead, *project.meeting.supervision.members)
    remarks = minutes.supervision_remarks if minutes else ""
    return {
        **({"held_on": minutes.date} if minutes and minutes.date else {}),
        "chair": minutes.chair if minutes else "",
        "observers": observers(project, minutes) if minutes else [],
        "agenda": [naming.without_stop(texts.get(name, name)) for name in done],
        "supervisors": [name for name in supervision if name] if remarks else [],
        "supervised": bool(remarks),
    }


def observers(project: Project, minutes: Minutes) -> list[str]:
    """Who sat in, each with the post that 会议.yml tells."""
    posts = {observer.name: observer.post for observer in project.meeting.observers}
    return [f"{posts.get(name, '')}{name}" for name in minutes.observed]
