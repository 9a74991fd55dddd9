"""What last year's workspace hands over: settings, rectification items, and the materials to compare with."""

from __future__ import annotations

from pathlib import Path

from mzsh.errors import MzshError
from mzsh.model.examination import Examination
from mzsh.model.meeting import Meeting
from mzsh.model.project import Project
from mzsh.workspace.edits import edited_text, set_value
from mzsh.workspace.loading import load
from mzsh.workspace.scaffold_registers import PAST, PastItem
from mzsh.workspace.scaffold_text import NewFile, file_name

_SETTINGS = ("check", "layout")


def last_year(path: Path, year: int | None) -> Project:
    """Last year's workspace. MzshError where it is none, or is of the same year as the new one."""
    if not path.exists():
        raise MzshError(f"没有“{path}”这个文件夹", hint="--from 写上年度工作文件夹的路径")
    project = load(path)
    before = project.meeting.year
    if before is None:
        raise MzshError(f"{path} 的 会议.yml 没有写“年度”", hint="先补上年度，如 年度: 2020")
    if before == year:
        raise MzshError(f"{path} 也是 {year} 年度的", hint="用 --preset 写明今年的预设")
    return project


def past_items(project: Project) -> tuple[PastItem, ...]:
    """Every item of last year's lists; ids and sources get the year before them, so that no id is used twice."""
    year = project.meeting.year
    return tuple(
        PastItem(
            id=f"{year}-{item.id or f'{plan.owner_body}-{number}'}",
            owner=plan.owner_body,
            refs=tuple(f"{year}-{ref}" for ref in item.refs),
            item=item,
        )
        for plan in project.rectifications
        for number, item in enumerate(plan.items, 1)
        if item.problem
    )


def past_files(project: Project) -> tuple[NewFile, ...]:
    """Last year's statement and outlines, each marked with its year; not a word is changed."""
    year = project.meeting.year
    return tuple(
        NewFile(f"{PAST}/提纲/{year}-{file_name(document.owner)}.md", _dated(document, str(year)))
        for document in project.examinations
        if document.owner
    )


def _dated(document: Examination, year: str) -> str:
    if document.year is not None:
        return document.source.text
    return edited_text(document.source, [set_value(document.at, "year", "年度", year)])


def carried_settings(meeting: Meeting) -> str:
    """检查 and 版式 as they stand in last year's 会议.yml, comments and all."""
    lines = meeting.source.lines
    blocks = []
    for name in _SETTINGS:
        if meeting.at.has(name):
            key, value = meeting.at.entries[name]
            blocks.append("\n".join(lines[key.span.line - 1 : value.span.end_line]))
    return "\n".join(blocks)
