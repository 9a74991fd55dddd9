"""What a person wrote in a body, as Markdown to be taken over: comments dropped, headings written one way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mzsh.model.record import Document
from mzsh.model.text import plain, without_numbering

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?!#)(.*)$", re.MULTILINE)
_TITLE = re.compile(r"^# (.*)$", re.MULTILINE)
_DAY = re.compile(r"[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?[）)]?")
_LONGEST_BYLINE = 40


@dataclass(frozen=True)
class OwnSection:
    """A `##` section as somebody wrote it; `title` without its numbering."""

    title: str
    text: str

    def is_about(self, words: tuple[str, ...]) -> bool:
        """Whether its title has one of the words."""
        return any(word in plain(self.title) for word in words)


@dataclass(frozen=True)
class OwnWords:
    """A body: its title (#), the lines under it that name a person or a day, and the text."""

    title: str
    bylines: tuple[str, ...]
    text: str

    @property
    def opening(self) -> str:
        """What stands before the first section."""
        return re.split(r"^## ", self.text, maxsplit=1, flags=re.MULTILINE)[0].strip()

    @property
    def sections(self) -> tuple[OwnSection, ...]:
        """The sections that say something."""
        parts = re.split(r"^## ", self.text, flags=re.MULTILINE)[1:]
        found = (part.partition("\n") for part in parts)
        return tuple(OwnSection(without_numbering(title), text.strip()) for title, _, text in found if text.strip())


def own_words(document: Document | None, *, name: str = "") -> OwnWords:
    """The body of a document; a line that is only the author's `name` (and post) or a day goes to the bylines."""
    if document is None:
        return OwnWords("", (), "")
    raw = document.source.text[document.source.body_start :]
    text = _HEADING.sub(_heading, _COMMENT.sub("", raw))
    found = _TITLE.search(text)
    title = found[1].strip() if found else ""
    if found:
        text = text[: found.start()] + text[found.end() :]
    bylines: list[str] = []
    lines = text.strip().split("\n")
    while lines and (not lines[0].strip() or _is_byline(lines[0], name)):
        bylines += [lines.pop(0).strip()]
    kept = re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip())
    return OwnWords(title, tuple(line for line in bylines if line), kept)


def _heading(found: re.Match[str]) -> str:
    """A heading written one way, without the # that may close it."""
    title = found[2].rstrip(" \t#").strip(" \t\u3000")
    return f"{found[1]} {title}"


def _is_byline(line: str, name: str) -> bool:
    text = line.strip()
    if _DAY.fullmatch(text):
        return True
    is_sentence = re.search(r"[。，；！？#]", text) is not None
    return bool(name) and name in "".join(text.split()) and len(text) <= _LONGEST_BYLINE and not is_sentence
