"""The numbers that a workspace may set for itself (会议.yml: 检查 › 阈值), each declared once with what it means."""

from __future__ import annotations

from dataclasses import dataclass

from mzsh.model.meeting import Meeting

_SMALLEST, _LARGEST = 1e-6, 1e6


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number with a name: its default (None: the body's own, from the profile) and its meaning in Chinese."""

    name: str
    default: float | None
    meaning: str

    def of(self, meeting: Meeting) -> float:
        """The number that 会议.yml gives, else the default; one that can mean nothing (0, -1, .nan) counts as none."""
        typed = meeting.check.thresholds.get(self.name)
        return typed if typed is not None and _SMALLEST <= typed <= _LARGEST else self.default or 0


QUORUM = Threshold("到会比例", None, "到会成员占应到的比例，如 0.8 或 80；不写的照班子类别，一般三分之二")
SPEECH = Threshold("发言分钟", 15, "每人对照检查发言多少分钟，用来算会期排不排得下")
CRITICISM = Threshold("批评分钟", 3, "每条批评多少分钟")
HOURS = Threshold("每日小时", 8, "一天开会多少小时")
IMMEDIATE = Threshold("立行立改天数", 30, "立行立改的时限不超过会后多少天")

THRESHOLDS = (QUORUM, SPEECH, CRITICISM, HOURS, IMMEDIATE)
"""All of them, in the order of the guide."""
