"""Headings that carry no number: which level they are of, as the numbered ones beside them tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from mzsh.conformance import forms
from mzsh.conformance.word.model import Paragraph, WordFile

Levels = Mapping[int, int]


def outline_levels(word: WordFile) -> Levels:
    """For each outline level (大纲级别) the level of heading (一、 is 1) that most of its numbered paragraphs have."""
    seen: dict[int, Counter[int]] = {}
    for block in word.blocks:
        if isinstance(block, Paragraph) and block.lines.outline is not None:
            level = forms.level(block.words)
            if level:
                seen.setdefault(block.lines.outline, Counter())[level] += 1
    return {outline: counts.most_common(1)[0][0] for outline, counts in seen.items()}


def level_of(paragraph: Paragraph, levels: Levels) -> int:
    """The level of a heading without a number; 0 where it is none, or nobody can tell."""
    outline = paragraph.lines.outline
    return levels.get(outline, 0) if outline is not None else 0
