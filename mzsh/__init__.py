"""民主生活会 (democratic life meeting) as a workflow over a folder of Markdown and YAML.

The public API, typed and stable:

* `load(path)` reads the workspace at or above a path: a `Project`.
* `check(project, …)` runs the rules over it: a `Report` of `Finding`s.
* `render(project, …)` writes official documents.
* `lint_text(text, kind)` says what the word rules find in a text, `compare_texts(a, b)` what one has from another.
* `rule`, `Example` and `Remark` are what a package of one's own rules is made of; `mzsh.testing` tries their examples.

Everything is imported when it is first asked for, so that `import mzsh` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mzsh.api import check, compare_texts, lint_text, load, render
    from mzsh.errors import MzshError
    from mzsh.model.project import Project
    from mzsh.model.remark import Remark
    from mzsh.rules.finding import Finding, Report
    from mzsh.rules.rule import Example, rule
    from mzsh.wording.copies.texts import Copy

__all__ = [
    "Copy",
    "Example",
    "Finding",
    "MzshError",
    "Project",
    "Remark",
    "Report",
    "check",
    "compare_texts",
    "lint_text",
    "load",
    "render",
    "rule",
]

_HOMES = {
    "load": "mzsh.api",
    "check": "mzsh.api",
    "compare_texts": "mzsh.api",
    "lint_text": "mzsh.api",
    "Copy": "mzsh.wording.copies.texts",
    "render": "mzsh.api",
    "MzshError": "mzsh.errors",
    "Project": "mzsh.model.project",
    "Finding": "mzsh.rules.finding",
    "Report": "mzsh.rules.finding",
    "Remark": "mzsh.model.remark",
    "Example": "mzsh.rules.rule",
    "rule": "mzsh.rules.rule",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from mzsh.version import VERSION

        return VERSION
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
