"""签到表: who is to come, with room to sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import sitting
from mzsh.documents.needs import BODY, HELD_ON, MEETING_NAME, ROSTER
from mzsh.documents.paper import paper_of
from mzsh.model.meeting import Meeting
from mzsh.model.minutes import Absence
from mzsh.model.project import Project


@document("sign-in", "签到表", stage="会上", needs=(MEETING_NAME, BODY, HELD_ON, ROSTER))
def sign_in(project: Project, meeting: Meeting) -> Context:
    """签到表：依次是成员、列席人员、督导组，签名栏空着；会议记录写了缺席的，备注栏写明事由。"""
    members, observers = sitting.members(project), sitting.observers(meeting)
    supervisors = sitting.supervisors(meeting)
    body = naming.body_name(meeting) or BODY.of(project)
    return Context(
        {
            "title": naming.broken(f"{body}{MEETING_NAME.of(project)}签到表"),
            **of_the_meeting(project),
            "expected": len(members),
            "present": sitting.present(project),
            "observing": len(observers),
            "supervising": len(supervisors),
            "gap": ROSTER.gap(project),
            "rows": list(_rows(project, {"出席": members, "列席": observers, "督导": supervisors})),
        },
        paper_of(project, "sign-in"),
    )


def _rows(project: Project, groups: Mapping[str, tuple[sitting.Person, ...]]) -> Iterator[tuple[object, ...]]:
    """A row each with its cell to sign, numbered throughout; why somebody was not there stands in the last."""
    absent = {one.name: _absent(one) for one in sitting.absences(project)}
    people = [(group, person) for group, found in groups.items() for person in found]
    for number, (group, person) in enumerate(people, 1):
        remark = absent.get(person.name, "") if group == "出席" else ""
        yield number, person.name, person.post, group, "", remark


def _absent(absence: Absence) -> str:
    """Why somebody was not there."""
    parts = ("缺席", absence.reason, "已交书面发言" if absence.written else "")
    return "，".join(part for part in parts if part)
