"""Words that must not go out: what only the organisation knows, and marks of secrecy (MZ802, MZ803)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_INTERNAL = re.compile(
    r"举报人|举报信|信访举报|问题线索|涉嫌违[纪法]|违[纪法]线索|线索(?:处置|核查|移送)|谈话函询|函询(?:了结|材料)?|初步核实|初核"
    r"|立案(?:审查|调查)?|留置|审查调查|内部掌握|个人有关事项(?:报告|核查)"
)
_LEVEL = "(?:绝密|机密|秘密)"
_MARK = re.compile(rf"{_LEVEL}\s*[★☆]\s*[^\s，。；）)]{{0,8}}|密级\s*[:：]\s*{_LEVEL}|[（(\[【]{_LEVEL}[）)\]】]")


def internal_words(text: str) -> Iterator[str]:
    """The words in a text that name what only the organisation knows (举报人, 问题线索, 谈话函询 …), each once."""
    return iter(dict.fromkeys(match[0] for match in _INTERNAL.finditer(text)))


def secret_marks(text: str) -> Iterator[str]:
    """The marks of secrecy in a text, each once. The bare word (保守秘密) is none."""
    return iter(dict.fromkeys(match[0] for match in _MARK.finditer(text)))
