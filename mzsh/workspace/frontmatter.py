"""Front matter: python-frontmatter knows its dialects and its ends; our handler keeps the marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from frontmatter.default_handlers import JSONHandler, YAMLHandler

from mzsh.workspace.fullwidth import Repaired, compose_repaired


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML between the two `---` and the body behind them, with where each begins (lines from 1)."""

    text: str
    first_line: int
    start: int
    body: str
    body_line: int
    body_start: int


class MarkedHandler(YAMLHandler):
    """python-frontmatter's YAML dialect whose parts keep their places and whose values keep their marks."""

    def parts(self, text: str) -> FrontMatter | None:
        """Split a text that begins with front matter; None where the second `---` is missing."""
        assert self.FM_BOUNDARY is not None
        opening = self.FM_BOUNDARY.match(text)
        closing = self.FM_BOUNDARY.search(text, opening.end()) if opening else None
        if opening is None or closing is None:
            return None
        body_start = min(closing.end() + 1, len(text))
        return FrontMatter(
            text=text[opening.end() : closing.start()],
            first_line=text.count("\n", 0, opening.end()) + 1,
            start=opening.end(),
            body=text[body_start:],
            body_line=text.count("\n", 0, body_start) + 1,
            body_start=body_start,
        )

    def load(self, fm: str, *, first_line: int = 1, offset: int = 0) -> Repaired:  # type: ignore[override]
        """The YAML as nodes with marks rather than as plain values, full-width punctuation put right and reported.

        `first_line` and `offset` are where it stands in its file. Raises YamlFault where it cannot be read.
        """
        return compose_repaired(fm, first_line=first_line, offset=offset)


def lacks_first_line(text: str) -> bool:
    """Whether only the first `---` is missing: 类型 and other keys at the very top, and a `---` behind them."""
    if text.lstrip().startswith("---"):
        return False
    head, closing, _ = text.lstrip("\n").partition("\n---")
    lines = [line for line in head.split("\n") if line.strip() and not line.startswith((" ", "#", "-"))]
    keys = [re.match(r"[\w\u4e00-\u9fff]{1,12}\s*[:：]", line) for line in lines]
    return bool(closing) and bool(keys) and all(keys) and any(line.startswith(("类型", "kind")) for line in lines)


def other_dialect(text: str) -> str:
    """The name of a front-matter dialect that we do not read (TOML, JSON), or nothing."""
    if text.startswith("+++"):
        return "TOML"
    return "JSON" if JSONHandler().detect(text) else ""
