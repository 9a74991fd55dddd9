"""The conformance of Word files as one JSON object, version 1: a contract with a golden file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mzsh.conformance.result import Conformity, State
from mzsh.errors import MzshError

VERSION = 1


def conform_object(examined: Iterable[tuple[str, Conformity | MzshError]]) -> dict[str, Any]:
    """Each file with all its items, or why it could not be examined."""
    return {"version": VERSION, "files": [_file(path, result) for path, result in examined]}


def _file(path: str, result: Conformity | MzshError) -> dict[str, Any]:
    if isinstance(result, MzshError):
        return {"path": path, "error": str(result), "items": [], "summary": {state.value: 0 for state in State}}
    return {
        "path": path,
        "items": [
            {
                "id": item.id,
                "title": item.title,
                "state": item.state.value,
                "found": item.found,
                "standard": item.standard,
                "where": list(item.where),
                "advice": item.advice,
            }
            for item in result.items
        ],
        "summary": {state.value: len(result.of(state)) for state in State},
    }
