"""The numbers that a workspace may set for itself (会议.yml: 检查 › 阈值)."""

from __future__ import annotations

from mzsh.model.meeting import Meeting

_SMALLEST, _LARGEST = 1e-6, 1e6


def threshold(meeting: Meeting, name: str, default: float) -> float:
    """The number under a name of 阈值; the default where none was typed, or one that can mean nothing (0, -1, .nan)."""
    typed = meeting.check.thresholds.get(name)
    return typed if typed is not None and _SMALLEST <= typed <= _LARGEST else default
