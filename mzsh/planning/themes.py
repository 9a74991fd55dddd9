"""The meeting's theme (clause 1-theme), and the themes of other years' meetings."""

from __future__ import annotations

from dataclasses import dataclass

from mzsh.model.examination import Examination
from mzsh.model.project import Project
from mzsh.model.text import coverage, plain
from mzsh.workspace.presets import available_presets

_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class ExpectedTheme:
    """The theme that the materials must word, and whether it is 会议.yml that strays from it."""

    theme: str
    differs: bool = False


def expected_theme(project: Project) -> ExpectedTheme:
    """The theme of 会议.yml; the preset's where 会议.yml words it almost so and the materials side with the preset."""
    typed, given = project.meeting.theme, project.preset.theme
    own = ExpectedTheme(typed)
    if not given or not typed or plain(typed).startswith(plain(given)) or coverage(given, typed) < _ALIKE:
        return own
    bodies = [
        plain("".join(p.text for p in d.body.paragraphs())) for d in project.documents if isinstance(d, Examination)
    ]
    sides = [plain(given) in body for body in bodies if plain(given) in body or plain(typed) in body]
    return ExpectedTheme(given, differs=True) if sides and all(sides) else own


def other_years_themes(project: Project) -> tuple[str, ...]:
    """The themes of all presets but this meeting's."""
    listings = available_presets(project.root)
    mine = plain(project.preset.theme)
    return tuple(one.preset.theme for one in listings if one.preset.theme and plain(one.preset.theme) != mine)
