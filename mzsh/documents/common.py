"""What most documents say of the meeting: its name, basis, theme, body, people, day and place."""

from __future__ import annotations

from mzsh.documents.naming import secretary_word, without_stop
from mzsh.documents.needs import BODY, HELD_ON, MEETING_NAME, THEME
from mzsh.model.preset import Preset
from mzsh.model.project import Project


def of_the_meeting(project: Project) -> dict[str, object]:
    """Values by the names under which every template knows them; a draft gets marked gaps."""
    meeting, profile = project.meeting, project.profile
    return {
        "meeting_name": MEETING_NAME.of(project),
        "basis": meeting.basis,
        "theme": without_stop(meeting.theme) if meeting.theme else THEME.of(project),
        "body": BODY.of(project),
        "member": profile.member_word,
        "secretary": secretary_word(project),
        "held_on": HELD_ON.of(project),
        "place": meeting.session.place,
        "days": meeting.session.days,
        "bulletins": _unsaid_bulletins(project.preset),
    }


def _unsaid_bulletins(preset: Preset) -> tuple[str, ...]:
    """通报事项 that no item of the agenda names by itself."""
    said = "".join(item.text for item in preset.agenda)
    return tuple(bulletin for bulletin in preset.bulletins if bulletin not in said)


def superior_of(project: Project) -> str:
    """To whom papers go up: as addressed in 会议.yml, else who sent the notice; empty where nothing tells."""
    meeting = project.meeting
    papers = (meeting.paper("plan-request"), meeting.paper("submission"), meeting.paper("report"))
    return next((paper.addressee for paper in papers if paper.addressee), "") or meeting.superior
