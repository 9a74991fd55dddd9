"""`review --carry`: where only a slip was corrected, approvals are carried over to the text as it now stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mzsh.errors import MzshError
from mzsh.model.papers import Review
from mzsh.model.place import Source
from mzsh.model.project import Project
from mzsh.overview.materials import Material, material, require_step
from mzsh.overview.reviewing import Entry, append_entries
from mzsh.planning.approvals import approvals_of_other_content, fingerprint_of, label_of, passed_reviews
from mzsh.workspace.edits import difference
from mzsh.workspace.files import UnreadableText, decode
from mzsh.workspace.loading import load_text
from mzsh.workspace.repository import earlier_versions


@dataclass(frozen=True, kw_only=True)
class CarryRequest:
    """Why approvals are carried over, on which day; of one step or one person only, where these are given."""

    why: str
    day: date
    step: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """What was carried over of one material; `difference` is None where git has not the text that was approved."""

    path: str
    labels: tuple[str, ...]
    difference: tuple[str, ...] | None


def carry(project: Project, paths: Sequence[str], request: CarryRequest) -> tuple[Carried, ...]:
    """Record anew, with 沿用 and today's fingerprint, every approval of the materials that was of another text.

    Whoever passed it stays as recorded. MzshError, and nothing is written, where no reason is given, a material was
    never passed, or none of them was changed since.
    """
    if not request.why.strip():
        raise MzshError("沿用要写明理由", hint="如 --carry 改正一处错字")
    if request.step:
        require_step(request.step)
    found: list[tuple[Material, tuple[Review, ...]]] = []
    for path in dict.fromkeys(paths):
        one = material(project, path, request.step)
        if not _wanted(passed_reviews(one.source, project), request):
            raise MzshError(f"{path} 没有通过的记录，谈不上沿用", hint=f"照常办：mzsh review {path} --step 环节")
        found.append((one, _wanted(approvals_of_other_content(one.source, project), request)))
    if not any(outdated for _, outdated in found):
        raise MzshError("通过以后没有改过，用不着沿用", hint="只改“状态”不算改动")
    carried = tuple(
        Carried(one.path, tuple(label_of(review) for review in outdated), _change(project, one.source, outdated))
        for one, outdated in found
    )
    append_entries(project, [_entry(one, review, request) for one, outdated in found for review in outdated])
    return carried


def _wanted(reviews: Sequence[Review], request: CarryRequest) -> tuple[Review, ...]:
    return tuple(r for r in reviews if request.step in ("", r.step) and request.by in ("", r.by))


def _entry(one: Material, review: Review, request: CarryRequest) -> Entry:
    return Entry(source=one.source, step=str(review.step), by=review.by, day=request.day, carried=request.why.strip())


def _change(project: Project, source: Source, outdated: Sequence[Review]) -> tuple[str, ...] | None:
    """What was changed since the last of the approvals whose text git still has."""
    marks = [str(review.fingerprint).lower() for review in reversed(outdated)]
    paths = dict.fromkeys([source.path, *(review.material.replace("\\", "/") for review in outdated)])
    for path in paths if marks else ():
        for data in earlier_versions(project.root, path):
            try:
                then = load_text(path, decode(data).text).source
            except UnreadableText:
                continue
            if fingerprint_of(then) in marks:
                return tuple(difference(source.path, then.text, source.text))
    return None
