"""民主生活会 (democratic life meeting) as a workflow over a folder of Markdown and YAML.

The public API, typed and stable:

* `load(path)` reads the workspace at or above a path: a `Project`.
* `check(project, …)` runs the rules over it: a `Report` of `Finding`s.
* `render(project, …)` writes official documents.

Everything is imported when it is first asked for, so that `import mzsh` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mzsh.api import check, load, render
    from mzsh.errors import MzshError
    from mzsh.model.project import Project
    from mzsh.rules.finding import Finding, Report

__all__ = ["Finding", "MzshError", "Project", "Report", "check", "load", "render"]

_HOMES = {
    "load": "mzsh.api",
    "check": "mzsh.api",
    "render": "mzsh.api",
    "MzshError": "mzsh.errors",
    "Project": "mzsh.model.project",
    "Finding": "mzsh.rules.finding",
    "Report": "mzsh.rules.finding",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from mzsh.version import VERSION

        return VERSION
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
