"""Headings in text that came from Word: 一、 and （一） on lines of their own become Markdown headings."""

from __future__ import annotations

import re

from mzsh.model.body import NUMBERED
from mzsh.model.examining import match_area, part_of
from mzsh.model.place import Edit
from mzsh.model.preset import Preset

_PART = re.compile(
    r"^[ \t\u3000]*(?:\*\*)?([一二三四五六七八九十]{1,2}、[^。；！？\n]{2,40}?)[。：:]?(?:\*\*)?[ \t\u3000]*$"
)
_AREA = re.compile(r"^[ \t\u3000]*(?:\*\*)?([（(][一二三四五六七八九十]{1,2}[）)][^\n]{2,4000}?)(?:\*\*)?[ \t\u3000]*$")
_ENDS = ("。", "！", "？", "；", "：", "”", "）")
_HEADING = re.compile(r"^#{1,6}[ \t\u3000]*\S", re.MULTILINE)


def heading_edits(text: str, start: int, preset: Preset) -> list[Edit]:
    """Edits that mark up the headings of a body beginning at character `start`; none where it has headings.

    Each line of Word is a paragraph, so that lines which end a sentence are set apart. Only lines that are one of the
    year's areas, or numbered 一、 in a text whose parts (问题, 原因, 措施) are numbered so, are marked.
    """
    body = text[start:]
    if re.search(r"^##", body, re.MULTILINE):
        return []
    edits: list[Edit] = []
    position = start
    titled = bool(_HEADING.search(body))
    lines = body.split("\n")
    parts = [match[1] for line in lines if (match := _PART.match(line))]
    numbered_parts = any(part_of(title) for title in parts)
    for index, line in enumerate(lines):
        above = "" if index == 0 or not lines[index - 1].strip() else "\n"
        below = "" if index + 1 == len(lines) or not lines[index + 1].strip() else "\n"
        part, area = _PART.match(line), _AREA.match(line)
        if part and numbered_parts:
            edits.append(Edit(position, position + len(line), f"{above}## {part[1]}{below}"))
        elif area and match_area(area[1], preset):
            heading, rest = _run_in(area[1])
            text_below = f"\n\n{rest}" if rest else below
            edits.append(Edit(position, position + len(line), f"{above}### {heading}{text_below}"))
        elif not titled and line.strip() and not edits and len(line.strip()) <= 40 and "。" not in line:
            edits.append(Edit(position, position + len(line), f"{above}# {line.strip()}{below}"))
            titled = True
        elif below and (line.rstrip().endswith(_ENDS) or NUMBERED.match(lines[index + 1].lstrip(" \t\u3000"))):
            edits.append(Edit(position + len(line), position + len(line), "\n"))
        position += len(line) + 1
    return edits


def _run_in(text: str) -> tuple[str, str]:
    """An area's heading and the text that runs on behind it in the same paragraph (…方面。一是…)."""
    match = re.match(r"(.*?方面(?:存在的?(?:主要|突出)?问题)?)[。：:；，](?=.{6})", text)
    return (match[1], text[match.end() :]) if match else (text.rstrip("。：:"), "")
