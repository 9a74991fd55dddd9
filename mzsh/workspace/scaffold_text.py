"""Texts of new files: Jinja templates of `templates/scaffold/`, and values that YAML reads back as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mzsh.model.place import PLACEHOLDER
from mzsh.numerals import cn_ordinal
from mzsh.resources import templates
from mzsh.workspace.edits import yaml_text

_FULL_WIDTH_COMMAS = "，、；"
_YEAR_OR_DAY = re.compile(r"\d{4}(?:-\d{1,2}-\d{1,2})?")
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be written: its path from the root, with `/`, and its text."""

    path: str
    text: str


def render(template: str, **values: object) -> str:
    """The text of a scaffold template; a value that the template asks for and nobody gave is a bug."""
    return _environment().get_template(template).render(**values)


def source_of(template: str) -> str:
    """A template that is copied as it is."""
    return (templates() / "scaffold" / template).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(templates() / "scaffold"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    made.filters.update(yaml=quoted, names=quoted_names, line=one_line, comment=in_comment, cn_ordinal=cn_ordinal)
    return made


def quoted(value: object) -> str:
    """A value for YAML, read back as it was typed; 〔待填〕 where there is none."""
    text = "" if value is None else str(value)
    if not text.strip():
        return PLACEHOLDER
    plain = not isinstance(value, str) or _YEAR_OR_DAY.fullmatch(text)
    return text if plain else yaml_text(text)


def quoted_names(values: Iterable[str]) -> str:
    """A list on one line, in square brackets; 〔待填〕 where there is nobody."""
    names = [f'"{value}"' if _run_together(value) else quoted(value) for value in values]
    return f"[{', '.join(names)}]" if names else PLACEHOLDER


def _run_together(value: str) -> bool:
    """Whether the bare text would look like two names with a full-width comma between them."""
    return any(comma in value for comma in _FULL_WIDTH_COMMAS) and yaml_text(value) == value


def one_line(value: object) -> str:
    """A text for a heading or a YAML comment: no line ends."""
    return " ".join(str(value).split())


def in_comment(value: object) -> str:
    """A text inside an HTML comment, which it must not end."""
    return one_line(value).replace("--", "——")


def file_name(text: str) -> str:
    """A name as part of a path on every system."""
    return _NOT_IN_NAMES.sub("_", one_line(text)).strip(". ") or "_"
