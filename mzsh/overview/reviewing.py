"""`review`: an approval recorded in 审阅.yml with the content's fingerprint, and the 状态 that the step earns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from mzsh.errors import MzshError
from mzsh.model.examination import Examination, Outline
from mzsh.model.papers import Step
from mzsh.model.place import Edit, Source
from mzsh.model.project import Project
from mzsh.model.values import STATUS_RANKS
from mzsh.planning.approvals import fingerprint_of
from mzsh.workspace.edits import append_items, apply, edited_text, require_as_typed, set_value, yaml_text
from mzsh.workspace.files import write_text
from mzsh.workspace.loading import load_text

STEPS: tuple[str, ...] = get_args(Step)
_EARNED: Mapping[str, str] = {"报送": "已报送", "书记审阅": "书记已审", "书记审定": "书记已审", "上级审定": "上级已审"}
REVIEWS_FILE = "审阅.yml"


@dataclass(frozen=True, kw_only=True)
class ReviewRequest:
    """One approval of one or more materials."""

    step: str
    by: str
    day: date
    returned: bool = False
    keep_status: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of one material."""

    path: str
    verdict: str
    status: str


def review(project: Project, paths: Sequence[str], request: ReviewRequest) -> tuple[Recorded, ...]:
    """Record the approval of each material. MzshError where a file is no material; then nothing is written."""
    require_step(request.step)
    documents = [_material(project, path) for path in paths]
    verdict = "退改" if request.returned else "通过"
    recorded: list[Recorded] = []
    rows: list[list[str]] = []
    for document in documents:
        rows.append(
            [
                f"材料: {yaml_text(document.path)}",
                f"环节: {request.step}",
                f"人: {yaml_text(request.by)}",
                f"日期: {request.day}",
                f"结论: {verdict}",
                f"指纹: {fingerprint_of(document.source)}",
            ]
        )
    for document in documents:
        require_as_typed(document.source)
    _append(project, rows)
    for document in documents:
        status = _status(document, request)
        if status:
            apply(project.root, document.source, [set_value(document.at, "status", "状态", status)])
        recorded.append(Recorded(document.path, verdict, status))
    return tuple(recorded)


def require_step(step: str) -> None:
    """MzshError where there is no such step."""
    if step not in STEPS:
        raise MzshError(f"没有“{step}”这个环节", hint="可以写：" + "、".join(STEPS))


def require_materials(project: Project, paths: Sequence[str]) -> None:
    """MzshError where one of the files is no material that can be reviewed."""
    for path in paths:
        _material(project, path)


def _material(project: Project, path: str) -> Examination:
    document = project.document(path)
    if not isinstance(document, Examination):
        raise MzshError(f"{path} 不是发言提纲或班子材料", hint="审阅只记提纲和班子材料")
    if document.is_stub:
        raise MzshError(f"{path} 还没有写内容", hint="写好后再记审阅")
    return document


def _status(document: Examination, request: ReviewRequest) -> str:
    """The 状态 to set; empty where it stays. 通过 never lowers it."""
    if request.keep_status:
        return ""
    if request.returned:
        return "" if document.is_draft else "草稿"
    earned = _EARNED.get(request.step, "")
    if not earned or STATUS_RANKS[document.status] >= STATUS_RANKS[earned]:
        return ""
    return earned


def _append(project: Project, rows: list[list[str]]) -> None:
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


def default_reviewer(project: Project, document: Examination, step: str) -> str:
    """Who usually takes a step: the member's office, the secretary, the superior."""
    secretary = project.meeting.secretary
    if step in ("书记审阅", "书记审定"):
        return secretary.name if secretary else ""
    if step == "上级审定":
        return project.meeting.superior
    member = project.meeting.member(document.member) if isinstance(document, Outline) else None
    return member.office if step == "报送" and member else ""
