"""Front matter: python-frontmatter knows its dialects and its ends; our handler keeps the marks."""

from __future__ import annotations

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


def other_dialect(text: str) -> str:
    """The name of a front-matter dialect that we do not read (TOML, JSON), or nothing."""
    if text.startswith("+++"):
        return "TOML"
    return "JSON" if JSONHandler().detect(text) else ""
