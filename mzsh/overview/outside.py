"""The papers of other places (--against): workspaces, and folders of texts and Word files. None is ever written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mzsh.errors import MzshError
from mzsh.model.project import Project
from mzsh.office.materials import OLD, READABLE, SKIPPED_FOLDERS, read_material
from mzsh.rules.copies import label
from mzsh.wording.copies.meeting import papers_of, titles_in
from mzsh.wording.papers import paragraphs_of
from mzsh.workspace.files import reason_of
from mzsh.workspace.loading import load
from mzsh.workspace.walking import ROOT_FILE

THIS_YEARS = frozenset({"提纲", "班子材料", "谈话", "批评"})
"""The roles of papers that are compared with other places: what a body has written this year itself."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a paper: what the paper is called, where it lies as the user would write it, and what it says."""

    label: str
    path: str
    line: int
    column: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OtherPlaces:
    """What the folders of --against hold.

    Each paper is the tuple of its paragraphs; `titles` are formulas there (themes, areas), `files` all that was read,
    `notes` say what was left out (Chinese).
    """

    papers: tuple[tuple[Paragraph, ...], ...] = ()
    titles: tuple[str, ...] = ()
    files: frozenset[Path] = frozenset()
    notes: tuple[str, ...] = ()


def read_other_places(project: Project, folders: Sequence[str], directory: Path) -> OtherPlaces:
    """Read the folders, as typed from `directory`; materials of the project's own in them are passed over.

    MzshError: there is no such folder, or it is the project's own.
    """
    reading = _Reading(project)
    for typed in dict.fromkeys(folders):
        folder = directory / typed
        if not folder.is_dir():
            raise MzshError(f"没有“{typed}”这个文件夹", hint="--against 后面写另一个工作文件夹，或放着文字材料的文件夹")
        if folder.resolve() == project.root.resolve():
            raise MzshError(f"“{typed}”就是这个工作文件夹", hint="自己人之间不写 --against 也比")
        reading.read(folder, Path(typed))
    return reading.result()


@dataclass
class _Reading:
    """The folders on their way in."""

    project: Project
    papers: dict[Path, tuple[Paragraph, ...]] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    files: set[Path] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.own = {(self.project.root / source.path).resolve() for source in self.project.sources}

    def result(self) -> OtherPlaces:
        """All that was read, each file once."""
        papers = tuple(paper for paper in self.papers.values() if paper)
        return OtherPlaces(papers, tuple(self.titles), frozenset(self.files), tuple(dict.fromkeys(self.notes)))

    def read(self, top: Path, typed: Path) -> None:
        """One folder: every workspace in it, and every text that is in none."""
        word_files: list[str] = []
        before = len(self.papers)
        for folder, folders, names in os.walk(top, onerror=lambda error: self._left_out(typed, error)):
            here = typed / Path(folder).relative_to(top)
            if (Path(folder) / ROOT_FILE).is_file():
                folders.clear()
                self._workspace(Path(folder), here)
                continue
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
            for name in sorted(name for name in names if not name.startswith((".", "~$"))):
                if name.lower().endswith(READABLE):
                    self._text(Path(folder) / name, here / name)
                elif name.lower().endswith(OLD):
                    word_files.append(name)
        if word_files:
            some = "、".join(map(_shown, sorted(word_files)[:2])) + ("等" if len(word_files) > 2 else "")
            count = len(word_files)
            self.notes.append(f"{_shown(typed)} 里有 {count} 份文件没有比（{some}）：用 WPS 或 Word 另存为 .docx")
        if len(self.papers) == before:
            self.notes.append(f"{_shown(typed)} 里没有可比的文字")

    def _workspace(self, root: Path, typed: Path) -> None:
        if root.resolve() == self.project.root.resolve():
            return
        try:
            other = load(root)
        except MzshError as error:
            self.notes.append(f"{_shown(typed)} 没有比：{error}")
            return
        self.titles += titles_in(other)
        whose = _name_of(other, self.project)
        for paper, spots in papers_of(other):
            path = (root / paper.document.path).resolve()
            if paper.role in THIS_YEARS and path not in self.papers:
                where = _shown(typed / paper.document.path)
                self.papers[path] = tuple(
                    Paragraph(f"{whose}{label(spot)}", where, spot.span.line, spot.span.column, spot.text)
                    for spot in spots
                )
        self.files.update((root / source.path).resolve() for source in other.sources)
        if other.unreadable:
            self.notes.append(f"{_shown(typed)} 里有 {len(other.unreadable)} 份材料读不了，没有比")

    def _text(self, path: Path, typed: Path) -> None:
        if not path.is_file() or path.resolve() in self.own or path.resolve() in self.papers:
            return
        try:
            text = read_material(path)
        except MzshError as error:
            self.notes.append(f"{_shown(typed.parent)}/{error}，没有比")
            return
        self.files.add(path.resolve())
        self.papers[path.resolve()] = tuple(_paragraphs(text, path.stem, typed))

    def _left_out(self, typed: Path, error: Exception) -> None:
        self.notes.append(f"{_shown(typed)} 读不了，没有比：{reason_of(error)}")


def _paragraphs(text: str, name: str, typed: Path) -> Iterator[Paragraph]:
    for stretch in paragraphs_of(text):
        line, column = stretch.place(0)
        yield Paragraph(_shown(name), _shown(typed), line, column, stretch.text)


def _name_of(other: Project, ours: Project) -> str:
    """Whose papers they are: the body's unit, with the year where it is another one."""
    year = other.meeting.year
    return f"{other.meeting.org or other.root.name}{f'{year}年' if year and year != ours.meeting.year else ''}"


def _shown(name: Path | str) -> str:
    """A path with `/`; a name in no encoding (from old zip files) as it can be printed."""
    text = name.as_posix() if isinstance(name, Path) else name
    return text.encode("utf-8", "backslashreplace").decode()
