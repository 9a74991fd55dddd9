"""Approvals (审阅): the steps each material needs, and which are recorded (clauses 3.4-…)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.examination import Examination, Outline
from mzsh.model.levels import at_level
from mzsh.model.papers import Review
from mzsh.model.place import Source
from mzsh.model.project import Project

PASSED = "通过"
CONSULTATION = "征求四个班子"
_STATUS_LINE = re.compile(r"(?:状态|status)\s*[:：]")
_IGNORE_LINE = re.compile(r"\s*(?:<!--\s*mzsh\s*[:：]\s*忽略.*-->|#\s*mzsh\s*[:：]\s*忽略.*)\s*")


@dataclass(frozen=True, slots=True)
class RequiredStep:
    """One step of a chain; `by` is the body's name for 征求四个班子, else empty.

    `assumed` marks a body that only the profile names: 会议.yml does not say whose opinion is asked.
    """

    step: str
    clause: str
    by: str = ""
    assumed: bool = False

    @property
    def label(self) -> str:
        """The step, and of whom."""
        return f"征求{self.by}意见" if self.by else self.step


def fingerprint_of(source: Source) -> str:
    """SHA-256 (hex) of a material's normalised content (workspace.md, "Fingerprint").

    NFC, LF line ends, lines right-stripped, the front matter's line of 状态 and lines that are only a suppression
    left out, trailing empty lines removed, one final LF.
    """
    lines = unicodedata.normalize("NFC", source.text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = [
        line.rstrip()
        for number, line in enumerate(lines, 1)
        if not (number < source.body_line and _STATUS_LINE.match(line)) and not _IGNORE_LINE.fullmatch(line)
    ]
    while kept and not kept[-1]:
        kept.pop()
    return hashlib.sha256(("\n".join(kept) + "\n").encode()).hexdigest()


def required_steps(document: Examination, project: Project) -> tuple[RequiredStep, ...]:
    """The chain of a 提纲 (报送, 书记审阅, 上级审定) or of the 班子材料 (书记审定, then each of 四个班子).

    Where 会议.yml names no bodies, those of the profile are assumed; a list left empty on purpose ([]) names none.
    """
    if isinstance(document, Outline):
        return (
            RequiredStep("报送", "3.4-submit"),
            RequiredStep("书记审阅", "3.4-review"),
            RequiredStep("上级审定", "3.4-superior"),
        )
    return (
        RequiredStep("书记审定", "3.4-team-approve"),
        *(RequiredStep(CONSULTATION, "3.4-team-consult", body) for body in project.meeting.consulted),
        *(RequiredStep(CONSULTATION, "3.4-team-consult", body, assumed=True) for body in _assumed_bodies(project)),
    )


def _assumed_bodies(project: Project) -> tuple[str, ...]:
    """The profile's bodies in the words of the unit's level, where 会议.yml does not say whose opinion is asked."""
    meeting = project.meeting
    if meeting.consulted or meeting.at.has("consulted"):
        return ()
    return tuple(at_level(body, meeting.org) for body in project.profile.consulted)


def reviews_of(document: Examination, project: Project) -> tuple[Review, ...]:
    """What 审阅.yml says of a material, by its path or, where that file is gone, by its fingerprint."""
    reviews = project.reviews.items if project.reviews else ()
    present = {source.path for source in project.sources}
    mark = fingerprint_of(document.source)
    return tuple(
        review
        for review in reviews
        if _same_path(review.material, document.path)
        or (review.fingerprint == mark and review.material.replace("\\", "/") not in present)
    )


def _same_path(typed: str, path: str) -> bool:
    return unicodedata.normalize("NFC", typed.replace("\\", "/").removeprefix("./")) == path


def missing_steps(document: Examination, project: Project) -> Iterator[RequiredStep]:
    """The steps whose last record is not 通过."""
    recorded = reviews_of(document, project)
    for step in required_steps(document, project):
        verdicts = [r.verdict for r in recorded if r.step == step.step and (not step.by or r.by == step.by)]
        if not verdicts or verdicts[-1] != PASSED:
            yield step
