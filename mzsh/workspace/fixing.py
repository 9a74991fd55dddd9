"""Safe fixes: what has one right form is put right by minimal edits, again and again until nothing is left to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mzsh.errors import MzshError
from mzsh.model.place import Edit, Fault, Source
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.workspace.files import TextFile, UnreadableText, decode, read_text, reason_of, write_bytes
from mzsh.workspace.loading import load_text

_OWN_KINDS: Mapping[str, type[Document]] = {kind.names[0]: kind for kind in (Preset, BodyProfile)}
"""Kinds of 模板/ that a file need not say."""
_ROUNDS = 100
"""A repaired line is read again, since behind a repair its places are no longer those typed; more is not needed."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One file before and after its fixes, and what they are."""

    source: Source
    before: TextFile
    after: TextFile
    done: tuple[str, ...]


def fixes(project: Project, *, spared: Callable[[Source, Fault], bool] = lambda source, fault: False) -> Iterator[Fix]:
    """The fixes of form of every file that has some; nothing is written. Files with a secret mark are left alone.

    `spared` says which faults are to stay.
    """
    for source in project.sources:
        if any(fault.code in ("secret", "too_large") for fault in source.faults):
            continue
        file = _as_read(project, source)
        fix = _fix(source, file, spared) if file is not None else None
        if fix is not None and fix.done:
            yield fix


def fix_by_edits(project: Project, source: Source, edits: Sequence[Edit], done: Iterable[str]) -> Fix | None:
    """The fix that given edits of a file make; None where the file no longer holds what they were made for."""
    file = _as_read(project, source)
    return Fix(source, file, decode(file.edited(edits)), tuple(done)) if file is not None else None


def apply_fix(project: Project, fix: Fix) -> None:
    """Write one file's fixes; its line ends and everything else stay. MzshError where it was changed meanwhile."""
    path = project.root / fix.source.path
    try:
        now = read_text(path)
    except (OSError, UnreadableText) as error:
        raise MzshError(f"读不了 {fix.source.path}，没有写入：{reason_of(error)}") from None
    if now.raw != fix.before.raw:
        raise MzshError(f"{fix.source.path} 刚被别处改过，没有写入", hint="请再运行一次")
    write_bytes(path, fix.after.edited(()))


def _as_read(project: Project, source: Source) -> TextFile | None:
    try:
        file = read_text(project.root / source.path)
    except (OSError, UnreadableText):
        return None
    return file if not source.text or file.text == source.text else None


def _fix(source: Source, file: TextFile, spared: Callable[[Source, Fault], bool]) -> Fix:
    done: list[str] = []
    after = file
    foreign = file.encoding != "utf-8"
    if foreign and not any(fault.code == "encoding" and spared(source, fault) for fault in source.faults):
        after = decode(file.edited(()))
        done.append("转成 UTF-8 编码")
    for _ in range(_ROUNDS):
        read = load_text(source.path, after.text, _OWN_KINDS.get(source.kind)).source
        faults = [(fault, edit) for fault, edit in _one_a_line(read) if not spared(read, fault)]
        if not faults:
            break
        after = decode(after.edited([edit for _, edit in faults]))
        done += [f"第{fault.span.line}行：{fault.message}{_became(fault, edit)}" for fault, edit in faults]
    return Fix(source, file, after, tuple(done))


def _became(fault: Fault, edit: Edit) -> str:
    return f"，改为“{edit.new}”" if fault.code == "unknown_key" else ""


def _one_a_line(source: Source) -> list[tuple[Fault, Edit]]:
    """The first fixable fault of each line."""
    first: dict[int, tuple[Fault, Edit]] = {}
    for fault in sorted(source.faults, key=lambda one: one.span):
        if fault.edit is not None:
            first.setdefault(fault.span.line, (fault, fault.edit))
    return list(first.values())
