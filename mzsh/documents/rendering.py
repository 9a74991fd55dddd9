"""The use case behind `mzsh render`: documents of one workspace, written into its 输出/; nothing is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from mzsh.documents.as_markdown import as_markdown
from mzsh.documents.document import OfficialDocument, collect, find
from mzsh.documents.paper import layout_of
from mzsh.errors import MzshError
from mzsh.model.examination import Outline
from mzsh.model.meeting import Meeting, Member
from mzsh.model.papers import Circular, ReportPaper
from mzsh.model.place import PLACEHOLDER
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.project import Project
from mzsh.model.rectification import Rectification
from mzsh.planning.schedule import Schedule
from mzsh.resources import templates
from mzsh.workspace.files import write_bytes
from mzsh.workspace.presets import OVERRIDES

if TYPE_CHECKING:
    from mzsh.typesetting.templates import Engine

Format = Literal["docx", "md"]
FORMATS: tuple[Format, ...] = get_args(Format)
OUTPUT = "输出"
FOLDER = "documents"
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class Request:
    """One document that is wanted; `subject` is the member (or 班子) whose it is, where there is one for each."""

    document: OfficialDocument
    subject: str = ""

    @property
    def label(self) -> str:
        """李明的发言提纲."""
        return f"{self.subject}的{self.document.name}" if self.subject else self.document.name

    @property
    def file_name(self) -> str:
        """发言提纲-李明, without what no file system takes."""
        name = f"{self.document.name}-{self.subject}" if self.subject else self.document.name
        return _NOT_IN_NAMES.sub("_", name).strip(". ")


@dataclass(frozen=True)
class Rendered:
    """What became of a request: a file, or what is missing, or what went wrong."""

    request: Request
    path: Path | None = None
    missing: tuple[str, ...] = ()
    error: MzshError | None = None
    crash: Exception | None = None

    @property
    def is_written(self) -> bool:
        """Whether there is a file now."""
        return self.path is not None

    def __str__(self) -> str:
        if self.path is not None:
            gaps = f"（缺处已标出：{'、'.join(self.missing)}）" if self.missing else ""
            return f"{self.request.label}：{self.path.name}{gaps}"
        if self.missing == (self.request.label,):
            return f"{self.request.label}：还没有写"
        if self.missing:
            return f"{self.request.label}：还缺 {'、'.join(self.missing)}"
        return f"{self.request.label}：{self.error or f'程序出错（{self.crash}）'}"


def requests(project: Project, words: Iterable[str] = (), *, members: Sequence[str] = ()) -> tuple[Request, ...]:
    """Documents by id or Chinese name (none = all), each for whom it is made; `members` narrows these to some.

    MzshError: an unknown document or member, members asked for where no document is made for each, an empty roster.
    """
    chosen = tuple(dict.fromkeys(find(word) for word in words)) or collect()
    names = project.meeting.member_names
    if unknown := [name for name in members if name not in names]:
        raise MzshError(f"名册里没有“{unknown[0]}”", hint=f"出席的有：{'、'.join(names) or '（会议.yml 里还没有填）'}")
    if members:
        chosen = tuple(one for one in chosen if one.one_per)
        if not chosen:
            raise MzshError("所要的文书不分人，不能用 --member", hint="去掉 --member 再试")
    found = tuple(
        Request(one, subject)
        for one in chosen
        for subject in one.subjects(project.meeting)
        if not members or subject in members
    )
    if not found:
        raise MzshError(f"会议.yml 里还没有出席人员，出不了{chosen[0].name}", hint="先填名册：会议.yml 的“出席”")
    return found


def render(
    project: Project,
    wanted: Iterable[Request] | None = None,
    *,
    output: Path | None = None,
    draft: bool = False,
    format: Format = "docx",
    today: date | None = None,
) -> tuple[Rendered, ...]:
    """Write documents (all of them by default) to `output` (by default 输出/ of the workspace).

    One that lacks something is written only with `draft`, its gaps marked 【待补：…】. What goes wrong with one is its
    result and the others go on; what that means is the caller's to decide (see `exit_code`).
    """
    run = _Run(
        project=project,
        engine=engine(project),
        schedule=Schedule(project, today or date.today()),
        folder=output or project.root / OUTPUT,
        draft=draft,
        format=format,
    )
    return tuple(run.result(request) for request in (requests(project) if wanted is None else wanted))


def exit_code(results: Sequence[Rendered]) -> int:
    """0 everything that was asked for is written, 1 something of it is not, 2 nothing is."""
    written = sum(result.is_written for result in results)
    return 2 if not written else 0 if written == len(results) else 1


def missing(project: Project, request: Request) -> tuple[str, ...]:
    """What a document still needs, by name."""
    fed = _fed(project, request, Schedule(project, date.min))
    absent = tuple(name for name, value in fed.values() if value is None and name)
    needed = (name for need in request.document.needs for name in need.missing(project))
    return tuple(dict.fromkeys((*absent, *needed)))


def engine(project: Project) -> Engine:
    """The templates of the documents, those of 模板/documents/ before the program's."""
    from mzsh.typesetting.templates import Engine

    return Engine(own=templates() / FOLDER, overrides=project.root / OVERRIDES / FOLDER)


@dataclass(frozen=True)
class _Run:
    project: Project
    engine: Engine
    schedule: Schedule
    folder: Path
    draft: bool
    format: Format

    def result(self, request: Request) -> Rendered:
        try:
            return self._rendered(request)
        except MzshError as error:
            return Rendered(request, error=error)
        except Exception as error:  # a bug in one document: the others still come out, and the command ends with 3
            return Rendered(request, crash=error)

    def _rendered(self, request: Request) -> Rendered:
        lacking = missing(self.project, request)
        fed = _fed(self.project, request, self.schedule)
        cannot = any(value is None and name for name, value in fed.values())
        if cannot or (lacking and not self.draft):
            return Rendered(request, missing=lacking)
        document = request.document
        context = document.function(**{name: value for name, (_, value) in fed.items()})
        text = self.engine.render(document.template, context.values, gaps=self.draft)
        if PLACEHOLDER in text:
            lacking = (*lacking, f"{text.count(PLACEHOLDER)}处{PLACEHOLDER}")
            if not self.draft:
                return Rendered(request, missing=lacking)
        path = self.folder / f"{request.file_name}.{self.format}"
        if self.format == "md":
            content = as_markdown(text, context.paper).encode("utf-8")
        else:
            from mzsh.typesetting.typeset import typeset

            settings = self.project.meeting.layout
            layout = layout_of(context.paper, settings=settings, landscape=document.landscape)
            content = typeset(text, layout=layout)
        write_bytes(path, content)
        return Rendered(request, path, missing=lacking)


def _fed(project: Project, request: Request, schedule: Schedule) -> dict[str, tuple[str, Any]]:
    """The document's arguments: for each parameter what to call it if it is missing, and the value.

    A record that the function cannot do without (no `| None`) and that is not there leaves nothing to render.
    """
    known = dict(_known(project, request, schedule))
    fed = {}
    for name, kind in request.document.parameters.items():
        optional = type(None) in get_args(kind)
        kinds = [one for one in get_args(kind) if one is not type(None)] if optional else [kind]
        label, value = known[kinds[0]]
        fed[name] = ("" if optional else label, value)
    return fed


def _known(project: Project, request: Request, schedule: Schedule) -> Iterator[tuple[type, tuple[str, Any]]]:
    subject = request.subject
    yield Project, ("", project)
    yield Meeting, ("", project.meeting)
    yield Preset, ("", project.preset)
    yield BodyProfile, ("", project.profile)
    yield Schedule, ("", schedule)
    yield Member, (f"{subject}（名册）", project.meeting.member(subject))
    yield Outline, (f"{subject}的发言提纲", project.outline(subject))
    yield Rectification, (f"{subject}的整改清单", project.rectification(subject))
    yield ReportPaper, ("专题报告.md", project.report_paper)
    yield Circular, ("情况通报.md", project.circular)
