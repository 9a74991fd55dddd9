"""The copy report as one JSON object, version 1. Readers ignore keys that they do not know."""

from __future__ import annotations

from typing import Any

from mzsh.overview.likeness import Likeness, Pair, Passages, Side
from mzsh.reports.formats import json_text

VERSION = 1


def likeness_json(report: Likeness) -> str:
    """The ranking, and under each pair its passages; `common` are characters of `text` (from 0, end exclusive)."""
    meeting = report.project.meeting
    held = meeting.held_on
    return json_text(
        {
            "version": VERSION,
            "root": report.project.root.as_posix(),
            "today": report.today.isoformat(),
            "meeting": {"org": meeting.org, "body": meeting.group, "date": held.isoformat() if held else None},
            "compared": {"own": report.own, "others": report.others, "against": list(report.against)},
            "pairs": [_pair(pair) for pair in report.pairs],
            "notes": list(report.notes),
        }
    )


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "first": {"label": pair.first.label, "path": pair.first.path},
        "second": {"label": pair.second.label, "path": pair.second.path},
        "outside": pair.outside,
        "share": pair.share,
        "kinds": {kind.name.lower(): count for kind, count in pair.kinds},
        "passages": [_passages(one) for one in pair.passages],
    }


def _passages(one: Passages) -> dict[str, Any]:
    return {
        "kind": one.kind.name.lower(),
        "share": one.share,
        "longest": one.longest,
        "first": _side(one.first),
        "second": _side(one.second),
    }


def _side(side: Side) -> dict[str, Any]:
    paragraph = side.paragraph
    return {
        "path": paragraph.path,
        "line": paragraph.line,
        "column": paragraph.column,
        "text": paragraph.text,
        "common": [list(span) for span in side.common],
    }
