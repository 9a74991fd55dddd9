"""Safe fixes: what has one right form is put right by minimal edits (MZ001, MZ003, MZ005 with one candidate)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mzsh.model.place import Fault, Source
from mzsh.model.project import Project
from mzsh.workspace.edits import apply, edited_text
from mzsh.workspace.files import TextFile, UnreadableText, read_text


@dataclass(frozen=True, slots=True)
class Fix:
    """One file before and after its fixes, and what they are."""

    source: Source
    file: TextFile
    after: str
    done: tuple[str, ...]


def fixes(project: Project) -> tuple[Fix, ...]:
    """The fixes of every file that has some; nothing is written. Files with a secret mark are left alone."""
    found = []
    for source in project.sources:
        if any(fault.code in ("secret", "too_large") for fault in source.faults):
            continue
        try:
            file = read_text(project.root / source.path)
        except (OSError, UnreadableText):
            continue
        if source.text and file.text != source.text:
            continue
        fix = _fix(source, file)
        if fix.done:
            found.append(fix)
    return tuple(found)


def _fix(source: Source, file: TextFile) -> Fix:
    faults = _one_a_line(source)
    edits = [fault.edit for fault in faults if fault.edit is not None]
    done = [f"第{fault.span.line}行：{fault.message}" for fault in faults]
    if file.encoding != "utf-8":
        done.insert(0, "转成 UTF-8 编码")
    return Fix(source, file, edited_text(source, edits) if edits else source.text, tuple(done))


def _one_a_line(source: Source) -> list[Fault]:
    """The first fixable fault of each line: behind a repaired colon the places of a line are no longer those typed."""
    first: dict[int, Fault] = {}
    for fault in sorted(source.faults, key=lambda one: one.span):
        if fault.edit is not None:
            first.setdefault(fault.span.line, fault)
    return list(first.values())


def apply_fix(project: Project, fix: Fix) -> None:
    """Write one file's fixes; its line ends and everything else stay."""
    edits = [fault.edit for fault in _one_a_line(fix.source) if fault.edit is not None]
    apply(project.root, replace(fix.source, text=fix.file.text), edits)
