"""Lexicons (词表): the words that the word rules know, as plain text under `templates/lexicons/`."""

from __future__ import annotations

from functools import cache

from mzsh.resources import templates


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a lexicon without comments (#) and empty ones."""
    text = (templates() / "lexicons" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a lexicon, which stand apart by blanks."""
    return tuple(word for line in lines(name) for word in line.split())
