"""Approvals (审阅): the steps each material needs, and which are recorded (clauses 3.4-…)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from mzsh.model.examination import Examination, Outline
from mzsh.model.levels import at_level
from mzsh.model.papers import Review
from mzsh.model.place import Source
from mzsh.model.project import Project
from mzsh.model.values import STATUS_RANKS

PASSED = "通过"
OWN_BODY = "班子会审议"
PLAN_SUBMISSION = "方案报批"
EARNED: Mapping[str, str] = {"报送": "已报送", "书记审阅": "书记已审", "书记审定": "书记已审", "上级审定": "上级已审"}
"""The 状态 that each step earns (workspace.md, "review")."""
CONSULTATION = "征求四个班子"
_STATUS_LINE = re.compile(r"(?:状态|status)\s*[:：]")
_IGNORE_COMMENT = re.compile(r"\s*<!--\s*mzsh\s*[:：]\s*忽略(?:(?!-->).)*-->\s*")
_IGNORE_HASH = re.compile(r"\s*#\s*mzsh\s*[:：]\s*忽略.*")


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


@lru_cache(maxsize=128)
def fingerprint_of(source: Source) -> str:
    """SHA-256 (hex) of a material's normalised content (workspace.md, "Fingerprint").

    NFC, LF line ends, lines right-stripped, the front matter's line of 状态 and lines that are only a suppression
    (in a body only an HTML comment is one) left out, trailing empty lines removed, one final LF.
    """
    lines = unicodedata.normalize("NFC", source.text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = [
        line.rstrip()
        for number, line in enumerate(lines, 1)
        if not _does_not_count(line, in_front=number < source.body_line, in_yaml=not source.is_markdown)
    ]
    while kept and not kept[-1]:
        kept.pop()
    return hashlib.sha256(("\n".join(kept) + "\n").encode()).hexdigest()


def _does_not_count(line: str, *, in_front: bool, in_yaml: bool) -> bool:
    """Whether a line is no content: 状态 in the front matter, or a suppression; in a body # begins a heading."""
    if in_front and _STATUS_LINE.match(line):
        return True
    return bool(_IGNORE_COMMENT.fullmatch(line) or ((in_front or in_yaml) and _IGNORE_HASH.fullmatch(line)))


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


def reviews_of(source: Source, project: Project) -> tuple[Review, ...]:
    """What 审阅.yml says of a material, by its path or, where that file is gone, by its fingerprint."""
    mark = fingerprint_of(source)
    return tuple(
        review
        for review, path, is_there in project.placed_reviews
        if path == source.path or (not is_there and review.fingerprint.lower() == mark)
    )


def last_reviews(document: Examination, project: Project) -> Iterator[tuple[RequiredStep, Review | None]]:
    """Each required step with its last record; None where nothing is recorded of it."""
    recorded = reviews_of(document.source, project)
    for step in required_steps(document, project):
        yield step, next((review for review in reversed(recorded) if _is_of(review, step)), None)


def _is_of(review: Review, step: RequiredStep) -> bool:
    return review.step == step.step and (not step.by or review.by == step.by)


def missing_steps(document: Examination, project: Project) -> Iterator[RequiredStep]:
    """The steps whose last record is not 通过; as many as have no record may be those of unknown steps (MZ007)."""
    last = list(last_reviews(document, project))
    unrecorded = [step for step, review in last if review is None]
    unknown = sum("step" in review.at.refused for review in reviews_of(document.source, project))
    spared = unrecorded if len(unrecorded) <= unknown else []
    for step, review in last:
        if step not in spared and not (review and (review.verdict == PASSED or "verdict" in review.at.refused)):
            yield step


def passed_reviews(source: Source, project: Project) -> tuple[Review, ...]:
    """The last record of each step that was taken at all, optional ones too, where it says 通过."""
    last = {(review.step, _of_whom(review)): review for review in reviews_of(source, project) if review.step}
    return tuple(review for review in last.values() if review.verdict == PASSED)


def _of_whom(review: Review) -> str:
    """四个班子 are asked one by one; every other step is one step, whoever takes it."""
    return review.by if review.step == CONSULTATION else ""


def label_of(review: Review) -> str:
    """What a record is of, as a required step is called."""
    return f"征求{review.by}意见" if review.step == CONSULTATION else str(review.step)


def approvals_of_other_content(source: Source, project: Project) -> tuple[Review, ...]:
    """Approvals of another content than today's; one without a fingerprint says nothing."""
    mark = fingerprint_of(source)
    return tuple(r for r in passed_reviews(source, project) if r.fingerprint and r.fingerprint.lower() != mark)


def outdated_reviews(document: Examination, project: Project) -> tuple[Review, ...]:
    """Of these, the steps that the material needs, and 班子会审议 where it was taken.

    None while the form of the file is at fault (MZ0xx): until that is put right, its content is not known.
    """
    if document.source.faults:
        return ()
    wanted = {(step.step, step.by) for step in required_steps(document, project)} | {(OWN_BODY, "")}
    found = approvals_of_other_content(document.source, project)
    return tuple(review for review in found if (review.step, _of_whom(review)) in wanted)


def open_steps(document: Examination, project: Project) -> tuple[RequiredStep, ...]:
    """The steps still to be taken of the text as it now stands, in the order of the chain."""
    outdated = {(review.step, _of_whom(review)) for review in outdated_reviews(document, project)}
    missing = {(step.step, step.by) for step in missing_steps(document, project)}
    return tuple(step for step in required_steps(document, project) if (step.step, step.by) in outdated | missing)


def earned_status(document: Examination, project: Project) -> str:
    """The highest 状态 that the recorded approvals earn; 草稿 where they earn none.

    A record whose 环节 or 结论 is unknown (MZ007) may earn any.
    """
    if any({"step", "verdict"} & review.at.refused for review in reviews_of(document.source, project)):
        return max(STATUS_RANKS, key=lambda status: STATUS_RANKS[status])
    earned = [EARNED.get(str(review.step), "草稿") for review in passed_reviews(document.source, project)]
    return max(earned, key=lambda status: STATUS_RANKS[status], default="草稿")


@dataclass(frozen=True, slots=True)
class Disorder:
    """A step that was taken before the one it follows, with the records of both."""

    earlier: Review
    later: Review


def disorders(document: Examination, project: Project) -> tuple[Disorder, ...]:
    """Neighbours in the chain whose dates run backwards; 征求四个班子 all follow 书记审定.

    What was only carried over (沿用) keeps its place: the day on which it was first passed counts.
    """
    recorded = [review for review in reviews_of(document.source, project) if review.verdict == PASSED]
    found: list[Disorder] = []
    before: Review | None = None
    for step in required_steps(document, project):
        passed = [review for review in recorded if _is_of(review, step)]
        own = [review for review in passed if not review.carried] or passed
        if not own or own[-1].date is None:
            continue
        if before is not None and before.date is not None and own[-1].date < before.date:
            found.append(Disorder(before, own[-1]))
        if not step.by:
            before = own[-1]
    return tuple(found)
