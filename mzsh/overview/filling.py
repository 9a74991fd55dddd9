"""`fill`: the front matter of an outline or statement drafted out of its own body, in the author's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from mzsh.errors import MzshError
from mzsh.model.body import Body, read_body
from mzsh.model.examination import Examination
from mzsh.model.examining import read_examination
from mzsh.model.place import PLACEHOLDER, Edit, Source
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.model.text import coverage
from mzsh.model.values import TEAM
from mzsh.wording.leads import Lead, find_leads
from mzsh.workspace.edits import append_items, edited_text, replace_block, require_as_typed, yaml_text
from mzsh.workspace.files import UnreadableText, read_text, reason_of
from mzsh.workspace.frontmatter import lacks_first_line
from mzsh.workspace.headings import heading_edits
from mzsh.workspace.loading import load_text

_SAME = 0.6


@dataclass(frozen=True, slots=True)
class Filled:
    """What `fill` would write: the file before, its text after, and what was found."""

    source: Source
    after: str
    areas: tuple[int, ...]
    problems: int
    added: int
    notes: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything is to be written."""
        return self.after != self.source.text


def materials_below(project: Project, paths: Iterable[str]) -> Iterator[str]:
    """The files meant by some paths: a folder stands for the Markdown in it, by name. MzshError where it holds none."""
    for path in paths:
        folder = project.root / path
        if not folder.is_dir():
            yield path
            continue
        found = sorted(file for file in folder.glob("*.md") if file.is_file())
        if not found:
            raise MzshError(f"{path} 里没有 .md 文件")
        yield from (file.relative_to(project.root).as_posix() for file in found)


def fill(project: Project, path: Path) -> Filled:
    """Draft 对照检查 of one file. MzshError where it is no outline or statement, or cannot be read."""
    relative = path.resolve().relative_to(project.root).as_posix()
    try:
        text = read_text(path).text
    except (OSError, UnreadableText) as error:
        raise MzshError(f"读不了 {relative}：{reason_of(error)}") from None
    source, text, notes = _with_front_matter(project, relative, text)
    loaded = load_text(relative, text)
    document = loaded.document
    if not isinstance(document, Examination):
        raise MzshError(
            f"{relative} 不是发言提纲或班子材料，不能补写",
            hint="开头应写“类型: 发言提纲”或“类型: 班子材料”；先看 mzsh check " + relative,
        )
    require_as_typed(document.source)
    headings = heading_edits(text, document.source.body_start, project.preset)
    if headings:
        notes += (f"把 {len(headings)} 行标题标成了 Markdown 标题（文字未动）",)
        document = _reread(document, headings)
    found = _leads_by_area(document.body, document, project.preset)
    after, added = _with_examination(document, found, project.preset)
    total = sum(len(leads) for leads in found.values())
    if not total:
        notes += (_nothing_found(document, project.preset),)
    elif empty := [n for n in range(1, project.preset.area_count + 1) if not found.get(n)]:
        notes += (f"第{'、'.join(map(str, empty))}方面没有认出问题，请核对方面的标题，或自己填",)
    return Filled(replace(source, path=relative), after, tuple(sorted(found)), total, added, notes)


def _nothing_found(document: Examination, preset: Preset) -> str:
    if document.body.is_empty:
        return "正文还没有写；写好再补"
    reading = read_examination(document, preset)
    if reading.missing_parts:
        return "正文里没有认出" + "、".join(f"“{part}”" for part in reading.missing_parts) + "部分，请核对标题"
    return "“问题”部分里没有认出规定的方面，请核对方面的标题"


def _with_front_matter(project: Project, relative: str, text: str) -> tuple[Source, str, tuple[str, ...]]:
    """The file as it is, and its text with front matter where it had none."""
    source = Source(relative, text)
    if re.match(r"-{3,}\s*$", text, re.MULTILINE):
        return source, text, ()
    if lacks_first_line(text):
        hint = f"补上这一行再补写：mzsh check --fix {relative}"
        raise MzshError(f"{relative} 最上面少了一行 ---，没有写入", hint=hint)
    owner = _owner(project, relative, text)
    if owner == TEAM:
        lines = ["类型: 班子材料", "状态: 草稿", f"起草: {project.meeting.offices.research or PLACEHOLDER}"]
    else:
        lines = ["类型: 发言提纲", f"姓名: {owner or PLACEHOLDER}", "状态: 草稿", f"本人撰写: {PLACEHOLDER}"]
    lines += ["对照检查: []", f"五避免: {PLACEHOLDER}"]
    note = f"补写了开头各项（{owner or '姓名待填'}）"
    return source, "---\n" + "\n".join(lines) + "\n---\n\n" + text.lstrip("\n"), (note,)


def _owner(project: Project, relative: str, text: str) -> str:
    """Whose text it is: by the file's name, else by a name in its first lines."""
    stem = PurePosixPath(relative).stem
    beginning = "".join("\n".join(text.split("\n")[:8]).split())
    for where in (stem, beginning):
        named = [name for name in project.meeting.member_names if name in where]
        if len(named) == 1:
            return named[0]
    return TEAM if "班子" in stem or "班子" in beginning[:60] else ""


def _reread(document: Examination, headings: list[Edit]) -> Examination:
    """The document with its headings marked up; the front matter does not move."""
    text = edited_text(document.source, headings)
    source = replace(document.source, text=text)
    body = read_body(text[source.body_start :], first_line=source.body_line)
    return document.model_copy(update={"body": body, "at": replace(document.at, source=source)})


def _leads_by_area(body: Body, document: Examination, preset: Preset) -> dict[int, list[Lead]]:
    reading = read_examination(document, preset)
    found: dict[int, list[Lead]] = {}
    for section in reading.areas:
        if section.number is None:
            continue
        deeper = [s.line for s in body.sections if s.level > section.heading.level]
        leads = find_leads(section.blocks, [block.line for block in section.blocks if block.line in deeper])
        found.setdefault(section.number, []).extend(leads)
    return found


def _with_examination(document: Examination, found: dict[int, list[Lead]], preset: Preset) -> tuple[str, int]:
    """The text with the problems that were not typed yet; (text, how many were added)."""
    typed = [problem for _, _, problem in document.numbered() if problem.summary]
    new = {
        number: [lead for lead in leads if not any(_same(lead.text, problem.summary) for problem in typed)]
        for number, leads in found.items()
    }
    added = sum(len(leads) for leads in new.values())
    if not added:
        return document.source.text, 0
    if not typed and not document.areas:
        numbers = range(1, preset.area_count + 1)
        block = [line for number in numbers for line in _area_lines(number, new.get(number, []))]
        return edited_text(document.source, [replace_block(document.at, "areas", "对照检查", block)]), added
    edits: list[Edit] = []
    for area in document.areas:
        leads = new.pop(area.area or 0, [])
        if leads:
            edits.append(append_items(area.at, "problems", "问题", [_problem_lines(lead) for lead in leads]))
    lost = [_entry_lines(number, leads) for number, leads in sorted(new.items()) if leads]
    if lost:
        edits.append(append_items(document.at, "areas", "对照检查", lost))
    return edited_text(document.source, edits), added


def _same(lead: str, summary: str) -> bool:
    return max(coverage(lead, summary), coverage(summary, lead)) >= _SAME


def _problem_lines(lead: Lead) -> list[str]:
    return [f"摘要: {yaml_text(lead.text)}", f"来源: {PLACEHOLDER}"]


def _entry_lines(number: int, leads: list[Lead]) -> list[str]:
    lines = [f"方面: {number}", "问题:" if leads else "问题: []"]
    for lead in leads:
        first, second = _problem_lines(lead)
        lines += [f"  - {first}", f"    {second}"]
    return lines


def _area_lines(number: int, leads: list[Lead]) -> list[str]:
    first, *rest = _entry_lines(number, leads)
    return [f"  - {first}", *(f"    {line}" for line in rest)]
