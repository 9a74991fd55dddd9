"""The formats of a check for other programs: a table over one report, each in a module of its own."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mzsh.errors import MzshError
from mzsh.rules.finding import Report
from mzsh.rules.severity import Severity

TEXT = "text"
_WIDE = re.compile(r"[^\x00-\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def in_json(text: str) -> str:
    """JSON that every console and every encoding can hold: the same document, its characters escaped."""
    return _WIDE.sub(lambda match: json.dumps(match[0])[1:-1], text)


def in_xml(text: str) -> str:
    """XML that every console and every encoding can hold: the same document with character references."""
    return text.encode("ascii", "xmlcharrefreplace").decode()


def json_text(document: Any) -> str:
    """A document as JSON, Chinese as it is; half characters, which no file can hold, are escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return _SURROGATE.sub(lambda match: json.dumps(match[0])[1:-1], text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a report is wanted: from which severity on it counts as failed, and whether with statistics."""

    fail_on: Severity = Severity.ERROR
    statistics: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: its module (whose function has the same name), and how to write it where only ASCII passes.

    Without such a way (None) it is UTF-8 whatever the console says, which is what its reader expects.
    """

    module: str
    ascii: Callable[[str], str] | None
    counts: bool = False
    """Whether it can hold statistics."""


FORMATS: Mapping[str, Format] = {
    "json": Format(module="as_json", ascii=in_json, counts=True),
    "sarif": Format(module="as_sarif", ascii=in_json),
    "junit": Format(module="as_junit", ascii=in_xml),
    "github": Format(module="as_github", ascii=None),
    "gitlab": Format(module="as_gitlab", ascii=in_json),
}
NAMES = (TEXT, *FORMATS)


def require_format(name: str, wanted: Wanted) -> None:
    """MzshError where there is no such format, or it cannot hold what is wanted."""
    if name not in NAMES:
        raise MzshError(f"没有“{name}”这种格式", hint="可以写：" + "、".join(NAMES))
    if wanted.statistics and name != TEXT and not FORMATS[name].counts:
        raise MzshError(f"{name} 格式里放不下统计", hint="--statistics 只能和 text、json 一起用")


def written(report: Report, name: str, wanted: Wanted) -> str:
    """The report in one of the formats other than text, without a final line end."""
    module = FORMATS[name].module
    write: Callable[[Report, Wanted], str] = getattr(importlib.import_module(f"mzsh.reports.{module}"), module)
    return write(report, wanted)
