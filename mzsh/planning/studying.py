"""What must have been studied before the meeting, and what was (clauses 3.1)."""

from __future__ import annotations

import re

from mzsh.model.project import Project
from mzsh.model.study import Study
from mzsh.model.text import plain

ALONE = "自学"


def required_readings(project: Project) -> tuple[str, ...]:
    """必学篇目 of 会议.yml, else the preset's."""
    return project.meeting.readings or project.preset.readings


def group_studies(project: Project) -> tuple[Study, ...]:
    """Sessions of 党委会 and 中心组 (a form that is unknown may be either), but for those after the meeting."""
    return tuple(study for study in project.studies if study.form != ALONE and not _is_after(study, project))


def _is_after(study: Study, project: Project) -> bool:
    held_on = project.meeting.held_on
    return study.date is not None and held_on is not None and study.date > held_on


def unstudied_readings(project: Project) -> tuple[str, ...]:
    """Required readings that no group session names; none where a session's 篇目 is unknown."""
    sessions = group_studies(project)
    if not all(study.readings for study in sessions):
        return ()
    titles = [title for study in sessions for title in study.readings]
    return tuple(reading for reading in required_readings(project) if not any(_same(reading, t) for t in titles))


def _same(reading: str, title: str) -> bool:
    """The same but for blanks, punctuation, brackets and the small words of a title, or one within the other."""
    wanted, found = _core(reading), _core(title)
    return bool(wanted and found) and (wanted in found or found in wanted)


def _core(title: str) -> str:
    return _SMALL_WORDS.sub("", plain(_BRACKETS.sub("", title)))


_BRACKETS = re.compile(r"[（(][^（()）]{0,30}[）)]")
_SMALL_WORDS = re.compile(r"中共(?=中央)|重要|精神|专题|[的在上]")
