"""Where a finding stands, in the words of the paper itself: its part, area and problem, and the passage."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mzsh.model.body import Paragraph, Section
from mzsh.model.criticism import Criticism, CriticismItem
from mzsh.model.examination import Problem
from mzsh.model.examining import PROBLEMS, AreaSection, Reading
from mzsh.model.place import PLACEHOLDER
from mzsh.model.record import Record
from mzsh.model.remark import Related
from mzsh.model.talks import TalkRecord
from mzsh.model.text import QUOTED, coverage, plain, shortened
from mzsh.rules.finding import Finding

WHOLE = "全文"
_BETWEEN = " · "
_LONGEST = 160
_A_FEW = 8
"""Characters below which a passage is shown in its sentence."""
_MARKS = re.compile(r"\*\*|__|`|<!--.*?-->")
_LINE_MARK = re.compile(r"^\s*(?:#{1,6}\s*|[-*+]\s+|>\s*)")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place (位置) and the passage (原文) as it was written; `order` sorts the spots of one paper."""

    label: str
    quote: str
    order: tuple[int, int] = (0, 0)


def in_outline(finding: Finding, reading: Reading) -> Spot:
    """A place of an outline. What stands in its front matter is found at the area and the problem that it is of."""
    outline = reading.document
    if finding.line >= outline.source.body_line:
        return Spot(_place(reading, finding.line), _passage(finding, outline), (finding.line, finding.column))
    for area in outline.areas:
        for number, problem in enumerate(area.problems, 1):
            if _covers(problem, finding.line) and _covers(area, finding.line):
                line = _line_of(problem, reading.area(area.area)) or _heading_line(reading, area.area)
                label = _joined(_part_title(reading), f"第{area.area}方面" if area.area else "", f"第{number}个问题")
                return Spot(label, _shown(problem.summary), (line, number))
        if _covers(area, finding.line) and area.area:
            return Spot(f"第{area.area}方面", "", (_heading_line(reading, area.area), 0))
    return Spot(WHOLE, "")


def in_criticism(finding: Finding, criticism: Criticism) -> Spot:
    """A place of the criticisms: of whom it speaks, and which of several."""
    for number, item in enumerate(criticism.items, 1):
        if _covers(item, finding.line):
            same = [one for one in criticism.items if one.about == item.about]
            which = f"第{same.index(item) + 1}条" if len(same) > 1 else ""
            whose = f"对{item.about}同志的批评意见" if item.about else "批评意见"
            return Spot(_joined(whose, which), _said(item, finding), (number, finding.line))
    return Spot("批评意见", "")


def in_talk(finding: Finding, talk: TalkRecord) -> Spot:
    """A place of a talk's record: with whom, and in which part."""
    whose = f"与{talk.partner}同志的谈话" if talk.partner else "谈话"
    if finding.line < talk.source.body_line:
        return Spot(whose, "", (0, finding.line))
    section = _section_at(talk.body.sections, finding.line)
    title = section.title if section and section.level > 1 else ""
    passage = "" if section and section.line == finding.line else _passage(finding, talk)
    return Spot(_joined(whose, title), passage, (finding.line, finding.column))


def _place(reading: Reading, line: int) -> str:
    """Part, area and problem of a line; of a part without areas, the paragraph."""
    sections = reading.document.body.sections
    section = _section_at(sections, line)
    if section is None:
        return WHOLE
    opener = next((one for one in reversed(sections[: sections.index(section) + 1]) if one.level <= 2), section)
    title = opener.title if opener.level > 1 else "开头"
    area = _area_at(reading, line)
    if area is not None:
        named = f"第{area.number}方面" if area.number else area.heading.title
        return _joined(title, named, _problem_at(reading, area, line))
    if section is not opener and section.level > 2:
        return _joined(title, section.title)
    number = sum(paragraph.line <= line for paragraph in section.paragraphs)
    return _joined(title, f"第{number}段" if number else "")


def _area_at(reading: Reading, line: int) -> AreaSection | None:
    part = reading.parts.get(PROBLEMS)
    if part is None:
        return None
    last = max((block.line for block in (*part.blocks, *(Paragraph("", s.line, 1) for s in part.sections))), default=0)
    if not part.heading.line < line <= last + 1:
        return None
    return next((area for area in reversed(reading.areas) if area.heading.line <= line), None)


def _problem_at(reading: Reading, area: AreaSection, line: int) -> str:
    """Which problem a line speaks of: the last that opened; empty where the heading or several may be meant."""
    if line == area.heading.line:
        return ""
    problems = [problem for one in reading.document.areas if one.area == area.number for problem in one.problems]
    opened = [(found, number) for number, one in enumerate(problems, 1) if 0 < (found := _line_of(one, area)) <= line]
    latest = [number for found, number in opened if found == max(opened)[0]]
    return f"第{latest[0]}个问题" if len(latest) == 1 else ""


def _line_of(problem: Problem, area: AreaSection | None) -> int:
    """The line of the paragraph in which a problem is told; 0 where none tells it."""
    blocks = area.blocks if area is not None and problem.summary else ()
    verbatim = (block.line for block in blocks if plain(problem.summary) in plain(block.text))
    similar = (block.line for block in blocks if coverage(problem.summary, block.text) >= QUOTED)
    return next(verbatim, 0) or next(similar, 0)


def _heading_line(reading: Reading, number: int | None) -> int:
    area = reading.area(number)
    return area.heading.line if area is not None else 0


def _part_title(reading: Reading) -> str:
    part = reading.parts.get(PROBLEMS)
    return part.heading.title if part is not None else ""


def _section_at(sections: Iterable[Section], line: int) -> Section | None:
    return next((one for one in reversed(tuple(sections)) if one.line <= line), None)


def _covers(record: Record, line: int) -> bool:
    """Whether a record of the front matter stands on a line."""
    span = record.at.node.span
    return span.line <= line <= max(span.line, span.end_line - (span.end_column == 1))


def _said(item: CriticismItem, finding: Finding) -> str:
    """The words of a criticism that a finding speaks of, else its problem."""
    words = (item.problem, item.example, item.suggestion)
    exact = plain(finding.quote) and any(plain(finding.quote) in plain(text) for text in words)
    return _with_others(finding.quote, finding) if exact else _shown(item.problem)


def _passage(finding: Finding, document: Record) -> str:
    """What a finding quotes, without Markdown's marks; a few characters in the sentence that they stand in."""
    quote = finding.quote
    if plain(quote) and len(quote) <= _A_FEW:
        lines = document.at.source.lines
        sentences = re.findall(r"[^。！？]*[。！？]?", lines[finding.line - 1] if finding.line <= len(lines) else "")
        quote = next((one for one in sentences if quote in one), quote)
    return _with_others(quote, finding)


def _with_others(quote: str, finding: Finding) -> str:
    """The passage and the other sentences of the same paper that a finding names beside it, a line each, in order."""
    said = [(finding.span, quote)]
    said += [(one.span, one.message.strip("“”")) for one in finding.related if _is_beside(one, finding)]
    return "\n".join(_shown(text) for _, text in sorted(said))


def _is_beside(related: Related, finding: Finding) -> bool:
    """Whether a second place quotes a sentence of the same paper."""
    return related.path == finding.path and related.message.startswith("“")


def _shown(text: str) -> str:
    """A passage as a cell shows it; a mark for what is to be filled in is none of the slip's own."""
    words = _LINE_MARK.sub("", _MARKS.sub("", text)).strip()
    return shortened(words.replace(PLACEHOLDER, "（待填）"), _LONGEST)


def _joined(*parts: str) -> str:
    return _BETWEEN.join(part for part in parts if part)
