"""The use case behind `mzsh render`: documents of one workspace, written into its 输出/; nothing is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from mzsh.documents.as_markdown import as_markdown
from mzsh.documents.document import Context
from mzsh.documents.feeding import Supplies
from mzsh.documents.paper import layout_of
from mzsh.documents.request import Request, requests
from mzsh.errors import MzshError
from mzsh.model.place import PLACEHOLDER
from mzsh.model.project import Project
from mzsh.planning.schedule import Schedule
from mzsh.resources import templates
from mzsh.workspace.files import write_bytes
from mzsh.workspace.presets import OVERRIDES

if TYPE_CHECKING:
    from mzsh.typesetting.layout import Layout
    from mzsh.typesetting.templates import Engine

Format = Literal["docx", "pdf", "md"]
FORMATS: tuple[Format, ...] = get_args(Format)
OUTPUT = "输出"
FOLDER = "documents"


@dataclass(frozen=True)
class Rendered:
    """What became of a request: a file, or what is missing, why it must stay inside, or what went wrong.

    `nonconforming` is what the file has against GB/T 9704, where that was asked for (verify).
    """

    request: Request
    path: Path | None = None
    missing: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    nonconforming: tuple[str, ...] = ()
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
        if self.refused:
            return f"{self.request.label}：有不能发出去的内容，没有出"
        if self.missing == (self.request.label,):
            return f"{self.request.label}：还没有写"
        if self.missing:
            return f"{self.request.label}：还缺 {'、'.join(self.missing)}"
        return f"{self.request.label}：{self.error or f'程序出错（{self.crash}）'}"


@dataclass(frozen=True)
class How:
    """How documents are made: in which format, with gaps marked (`draft`) or not at all while something is missing,
    each Word file examined after GB/T 9704 (`verify`), by how many processes at a time (`jobs`, 0: as fit the machine).
    """

    format: Format = "docx"
    draft: bool = False
    verify: bool = False
    jobs: int = 0


@dataclass(frozen=True)
class Manuscript:
    """A document in words, before it is set."""

    request: Request
    text: str
    context: Context
    missing: tuple[str, ...]


def render(
    project: Project,
    wanted: Iterable[Request] | None = None,
    how: How = How(),
    *,
    output: Path | None = None,
    today: date | None = None,
    finished: Callable[[Rendered], None] | None = None,
) -> tuple[Rendered, ...]:
    """Write documents (all of them by default) to `output` (by default 输出/ of the workspace).

    One that lacks something is written only as a draft, its gaps marked 【待补：…】; one that goes out is not written
    while it holds what must stay inside. What goes wrong with one is its result and the others go on; what that means
    is the caller's to decide (see `exit_code`). `finished` is called with each result as it is done.
    """
    if how.format == "pdf":
        from mzsh.typesetting.pdf import require_office

        require_office()
    day = today or date.today()
    run = _Run(
        project=project,
        engine=engine(project),
        supplies=Supplies(project, Schedule(project, day)),
        folder=output or project.root / OUTPUT,
        how=how,
    )
    asked = requests(project, today=day) if wanted is None else tuple(wanted)
    results: dict[Request, Rendered] = {}
    for result in run.results(asked):
        results[result.request] = result
        if finished is not None:
            finished(result)
    return tuple(results[request] for request in asked)


def exit_code(results: Sequence[Rendered]) -> int:
    """0 everything that was asked for is written and conforms, 1 something of it is not, 2 nothing is written."""
    written = [result for result in results if result.is_written]
    fine = len(written) == len(results) and not any(result.nonconforming for result in written)
    return 2 if not written else 0 if fine else 1


def missing(project: Project, request: Request, *, supplies: Supplies | None = None) -> tuple[str, ...]:
    """What a document still needs, by name."""
    supplies = supplies or Supplies(project, Schedule(project, date.today()))
    absent = supplies.absent(request.document, request.subject)
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
    supplies: Supplies
    folder: Path
    how: How
    found_wrong: dict[Request, tuple[str, ...]] = field(default_factory=dict)

    def results(self, asked: Iterable[Request]) -> Iterator[Rendered]:
        """Each request's result: first those that need no setting, then the others as they are set."""
        manuscripts: list[Manuscript] = []
        for request in asked:
            worded = self._guarded(request)
            if isinstance(worded, Rendered):
                yield worded
            else:
                manuscripts.append(worded)
        for manuscript, content in self._contents(manuscripts):
            yield self._written(manuscript, content)

    def _guarded(self, request: Request) -> Manuscript | Rendered:
        try:
            return self._worded(request)
        except MzshError as error:
            return Rendered(request, error=error)
        except Exception as error:  # a bug in one document: the others still come out, and the command ends with 3
            return Rendered(request, crash=error)

    def _worded(self, request: Request) -> Manuscript | Rendered:
        document = request.document
        lacking = missing(self.project, request, supplies=self.supplies)
        if self.supplies.absent(document, request.subject) or (lacking and not self.how.draft):
            return Rendered(request, missing=lacking)
        context = document.function(**self.supplies.arguments(document, request.subject))
        text = self.engine.render(document.template, context.values, gaps=self.how.draft)
        if PLACEHOLDER in text:
            lacking = (*lacking, f"{text.count(PLACEHOLDER)}处{PLACEHOLDER}")
            if not self.how.draft:
                return Rendered(request, missing=lacking)
        if document.gate is not None:
            said = "\n".join((text, *context.paper.words))
            if held := self.supplies.gatekeeper.reasons(document.gate, said):
                return Rendered(request, refused=held)
        return Manuscript(request, text, context, lacking)

    def _contents(self, manuscripts: Sequence[Manuscript]) -> Iterator[tuple[Manuscript, bytes | Exception]]:
        if self.how.format == "md":
            for one in manuscripts:
                yield one, as_markdown(one.text, one.context.paper).encode("utf-8")
            return
        if self.how.format == "docx":
            yield from self._set(manuscripts)
            return
        from mzsh.typesetting.pdf import to_pdf

        papers: list[tuple[Manuscript, bytes]] = []
        for manuscript, content in self._set(manuscripts):
            if isinstance(content, bytes):
                papers.append((manuscript, content))
            else:
                yield manuscript, content
        for number, pages in to_pdf([content for _, content in papers]):
            yield papers[number][0], pages

    def _set(self, manuscripts: Sequence[Manuscript]) -> Iterator[tuple[Manuscript, bytes | Exception]]:
        """Each as a Word file."""
        from mzsh.typesetting.typeset import Worded, typeset_all

        worded: list[tuple[Manuscript, Worded]] = []
        for one in manuscripts:
            try:
                worded.append((one, Worded(one.text, self._layout(one))))
            except MzshError as error:
                yield one, error
        for number, content in typeset_all([words for _, words in worded], jobs=self.how.jobs):
            manuscript = worded[number][0]
            if self.how.verify and isinstance(content, bytes):
                self.found_wrong[manuscript.request] = _against_the_standard(content)
            yield manuscript, content

    def _layout(self, manuscript: Manuscript) -> Layout:
        settings, landscape = self.project.meeting.layout, manuscript.request.document.landscape
        return layout_of(manuscript.context.paper, settings=settings, landscape=landscape)

    def _written(self, manuscript: Manuscript, content: bytes | Exception) -> Rendered:
        result = Rendered(manuscript.request, missing=manuscript.missing)
        if isinstance(content, MzshError):
            return replace(result, error=content, missing=())
        if isinstance(content, Exception):
            return replace(result, crash=content, missing=())
        path = self.folder / f"{manuscript.request.file_name}.{self.how.format}"
        try:
            write_bytes(path, content)
        except MzshError as error:
            return replace(result, error=error, missing=())
        return replace(result, path=path, nonconforming=self.found_wrong.get(manuscript.request, ()))


def _against_the_standard(content: bytes) -> tuple[str, ...]:
    """What a Word file has against GB/T 9704 (Chinese)."""
    from mzsh.conformance import State, examine

    return tuple(f"{item.title}：{item.found}" for item in examine(content).of(State.FAILS))
