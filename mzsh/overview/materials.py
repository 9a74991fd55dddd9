"""What can be reviewed, by which step, and what follows: the sides of `review` that write nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from mzsh.errors import MzshError
from mzsh.model.examination import Examination, Outline, Statement
from mzsh.model.meeting import Meeting
from mzsh.model.papers import Step
from mzsh.model.place import Source
from mzsh.model.project import Project
from mzsh.model.rectification import Rectification
from mzsh.planning.approvals import OWN_BODY, PLAN_SUBMISSION, missing_steps, open_steps, required_steps
from mzsh.workspace.files import UnreadableText, read_text
from mzsh.workspace.loading import load_text

STEPS: tuple[str, ...] = get_args(Step)
_OF_PLANS = (PLAN_SUBMISSION, OWN_BODY)


@dataclass(frozen=True, slots=True)
class Material:
    """A file that a step is recorded of; `document` is the outline or statement that it holds, if it holds one."""

    source: Source
    document: Examination | None = None

    @property
    def path(self) -> str:
        """Its path from the root."""
        return self.source.path


def require_step(step: str) -> None:
    """MzshError where there is no such step."""
    if step not in STEPS:
        said = f"没有“{step}”这个环节" if step else "还没有写办的是哪一步"
        raise MzshError(said, hint="--step 后面可以写：" + "、".join(STEPS))


def material(project: Project, path: str, step: str = "") -> Material:
    """The material that a file holds. MzshError where it is none, or the step is not one for files of its kind.

    Outlines and statements take every step (one that they do not need is recorded and noted). The plan (a text in
    01-方案, or 会议.yml) and the rectification lists take 方案报批 and 班子会审议. Without a step, any will do.
    """
    document = project.document(path)
    if isinstance(document, Examination):
        if document.is_stub:
            raise MzshError(f"{path} 还没有写内容", hint="写好后再记审阅")
        return Material(document.source, document)
    if step and step not in _OF_PLANS:
        hint = f"{step}只记提纲和班子材料；方案、整改清单可以记{'、'.join(_OF_PLANS)}"
        raise MzshError(f"{path} 不是发言提纲或班子材料", hint=hint)
    if isinstance(document, (Meeting, Rectification)):
        return Material(document.source)
    if document is not None:
        raise MzshError(f"{path} 不是方案，也不是整改清单", hint=f"{'、'.join(_OF_PLANS)}记方案、班子材料和整改方案")
    return Material(_plan_text(project, path))


def _plan_text(project: Project, path: str) -> Source:
    """A text without front matter: the plan as it was adopted."""
    refused = any(source.path == path for source in project.sources)
    try:
        text = read_text(project.root / path).text
    except (OSError, UnreadableText):
        refused, text = True, ""
    if refused or not path.lower().endswith((".md", ".markdown", ".txt")):
        raise MzshError(f"{path} 读不了，记不了内容的指纹", hint="方案是 Word 文件的，把定稿另存为 .md，或记 会议.yml")
    return load_text(path, text).source


def misfit(project: Project, reviewed: Material, step: str) -> str:
    """What to say where a step is not one that the material needs; empty where it fits. It is recorded all the same."""
    document = reviewed.document
    if document is None:
        return ""
    needed = list(dict.fromkeys(one.step for one in required_steps(document, project)))
    fitting = [*needed, *([OWN_BODY] if isinstance(document, Statement) else [])]
    if step in fitting:
        return ""
    kind = document.names[0]
    return f"{reviewed.path} 是{kind}，照规定办的是{'、'.join(needed)}；“{step}”照记，不能代替其中哪一步"


def default_reviewer(project: Project, reviewed: Material, step: str) -> str:
    """Who usually takes a step: the member's office, the secretary, the superior, the body itself."""
    secretary = project.meeting.secretary
    if step in ("书记审阅", "书记审定"):
        return secretary.name if secretary else ""
    if step in ("上级审定", PLAN_SUBMISSION):
        return project.superior
    if step == OWN_BODY:
        return project.meeting.group
    document = reviewed.document
    member = project.meeting.member(document.member) if isinstance(document, Outline) else None
    return member.office if step == "报送" and member else ""


def what_follows_a_return(project: Project, path: str, step: str) -> str:
    """Which steps are taken again once a material that was sent back has been put right."""
    document = project.document(path)
    if not isinstance(document, Examination):
        return "改好以后再办一次"
    again: list[str] = []
    for one in required_steps(document, project):
        if one.step not in again:
            again.append(one.step)
        if one.step == step:
            return f"改好以后重新办{'、'.join(again)}"
    return "改好以后再办一次"


def what_follows(project: Project, path: str) -> str:
    """The next step of a material's chain, as an office would say it; empty where there is no chain."""
    document = project.document(path)
    if not isinstance(document, Examination):
        return ""
    steps = open_steps(document, project)
    if not steps:
        return "要办的审阅都办完了，看全局：mzsh status"
    first, *others = steps
    rest = f"（后面还有{'、'.join(step.label for step in others)}）" if others else ""
    command = f"mzsh review {path} --step {first.step}" + (f" --by {first.by}" if first.by else "")
    said = f"{first.label}{rest}，办后：{command}"
    if first in missing_steps(document, project):
        return said
    return f"{said}；以前通过的是改以前的稿子，只改了错字的：mzsh review {path} --carry 改正错字"
