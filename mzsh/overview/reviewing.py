"""`review`: an approval recorded in 审阅.yml with the content's fingerprint, and the 状态 that the step earns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mzsh.errors import MzshError
from mzsh.model.examination import Examination
from mzsh.model.place import Edit, Source
from mzsh.model.project import Project
from mzsh.model.values import STATUS_RANKS
from mzsh.overview.materials import default_reviewer, material, require_step
from mzsh.planning.approvals import EARNED, PASSED, fingerprint_of
from mzsh.workspace.edits import append_items, apply, edited_text, require_as_typed, set_value, yaml_text
from mzsh.workspace.files import write_text
from mzsh.workspace.loading import load_text

REVIEWS_FILE = "审阅.yml"
RETURNED = "退改"


@dataclass(frozen=True, kw_only=True)
class ReviewRequest:
    """One approval of one or more materials; without `by`, by whom each step usually is taken."""

    step: str
    by: str = ""
    day: date
    returned: bool = False
    keep_status: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of one material."""

    path: str
    verdict: str
    by: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of 审阅.yml before it is written."""

    source: Source
    step: str
    by: str
    day: date
    verdict: str = PASSED
    carried: str = ""

    @property
    def lines(self) -> list[str]:
        """The row as YAML, without its dash."""
        lines = [
            f"材料: {yaml_text(self.source.path)}",
            f"环节: {self.step}",
            f"人: {yaml_text(self.by)}",
            f"日期: {self.day}",
            f"结论: {self.verdict}",
            f"指纹: {fingerprint_of(self.source)}",
        ]
        return [*lines, f"沿用: {yaml_text(self.carried)}"] if self.carried else lines


def review(project: Project, paths: Sequence[str], request: ReviewRequest) -> tuple[Recorded, ...]:
    """Record the approval of each material.

    MzshError, and nothing is written, where a file is no material, or nobody is named and nobody usually does it.
    """
    require_step(request.step)
    materials = [material(project, path, request.step) for path in dict.fromkeys(paths)]
    reviewers = [request.by or default_reviewer(project, one, request.step) for one in materials]
    if not all(reviewers):
        raise MzshError("还没有写是谁办的", hint="加上 --by，写明是谁，如 --by 市委组织部")
    verdict = RETURNED if request.returned else PASSED
    statuses = [_status(one.document, request) if one.document else "" for one in materials]
    for one, status in zip(materials, statuses, strict=True):
        if status:
            require_as_typed(one.source)
    append_entries(
        project,
        [
            Entry(source=one.source, step=request.step, by=by, day=request.day, verdict=verdict)
            for one, by in zip(materials, reviewers, strict=True)
        ],
    )
    for one, status in zip(materials, statuses, strict=True):
        if status and one.document:
            apply(project.root, one.source, [set_value(one.document.at, "status", "状态", status)])
    return tuple(
        Recorded(one.path, verdict, by, status) for one, by, status in zip(materials, reviewers, statuses, strict=True)
    )


def _status(document: Examination, request: ReviewRequest) -> str:
    """The 状态 to set; empty where it stays. 通过 never lowers it."""
    if request.keep_status:
        return ""
    if request.returned:
        return "" if document.is_draft else "草稿"
    earned = EARNED.get(request.step, "")
    if not earned or STATUS_RANKS[document.status] >= STATUS_RANKS[earned]:
        return ""
    return earned


def append_entries(project: Project, entries: Sequence[Entry]) -> None:
    """Write rows behind the last one of 审阅.yml, made where there is none. MzshError where it cannot be read."""
    rows = [entry.lines for entry in entries]
    reviews = project.reviews
    if reviews is not None:
        require_as_typed(reviews.source)
        apply(project.root, reviews.source, [append_items(reviews.at, "items", "条目", rows)])
        return
    path = project.root / REVIEWS_FILE
    if path.exists():
        raise MzshError(f"{REVIEWS_FILE} 读不了，没有记", hint=f"先看 mzsh check {REVIEWS_FILE}")
    write_text(path, _new_register(rows))


def _new_register(rows: list[list[str]]) -> str:
    head = "# 审阅记录：只增不改，由 mzsh review 追加。\n类型: 审阅\n条目: []\n"
    document = load_text(REVIEWS_FILE, head).document
    assert document is not None
    edit: Edit = append_items(document.at, "items", "条目", rows)
    return edited_text(Source(REVIEWS_FILE, head), [edit])
