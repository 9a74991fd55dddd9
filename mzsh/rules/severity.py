"""How loud a rule speaks: the one table of defaults, and what drafts, dates and settings make of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from mzsh.model.examination import Examination
from mzsh.model.meeting import Meeting
from mzsh.model.record import Document
from mzsh.model.remark import Remark
from mzsh.planning.schedule import Schedule
from mzsh.rules.rule import Rule


class Severity(str, Enum):
    """错误 is wrong or missing and due; 警告 is probably wrong; 提示 is worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def chinese(self) -> str:
        """错误, 警告 or 提示."""
        return _CHINESE[self]

    @property
    def rank(self) -> int:
        """0 for 提示, 2 for 错误."""
        return _RANKS[self]

    def capped(self, limit: Severity) -> Severity:
        """Not louder than `limit`."""
        return min(self, limit, key=lambda severity: severity.rank)


_CHINESE = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_RANKS = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 0}
_BY_CHINESE = {chinese: severity for severity, chinese in _CHINESE.items()}
OFF = "关闭"


def severity_by_name(chinese: str) -> Severity:
    """错误, 警告 or 提示 as a severity."""
    return _BY_CHINESE[chinese]


DEFAULTS: Mapping[str, Severity] = {
    "MZ017": Severity.WARNING,
    "MZ109": Severity.WARNING,
    "MZ110": Severity.WARNING,
    "MZ112": Severity.INFO,
    "MZ113": Severity.WARNING,
    "MZ116": Severity.INFO,
    "MZ117": Severity.INFO,
    "MZ118": Severity.INFO,
    "MZ119": Severity.INFO,
    "MZ120": Severity.WARNING,
    "MZ309": Severity.WARNING,
    "MZ402": Severity.WARNING,
    "MZ407": Severity.WARNING,
    "MZ408": Severity.INFO,
    "MZ409": Severity.INFO,
    "MZ502": Severity.WARNING,
    "MZ510": Severity.WARNING,
    "MZ713": Severity.WARNING,
    "MZ714": Severity.INFO,
}
"""The rules that are not 错误 by default; MZ2xx are 警告 unless they stand here."""


def default_severity(rule: Rule) -> Severity:
    """The default of one rule: the table's for ours, for those of other packages what they say themselves."""
    if rule.package:
        return _BY_CHINESE[rule.severity or "错误"]
    return DEFAULTS.get(rule.id, Severity.WARNING if rule.is_content else Severity.ERROR)


def severity_of(
    rule: Rule, remark: Remark, document: Document | None, schedule: Schedule, meeting: Meeting
) -> Severity | None:
    """How loud a rule says one thing about a document; None where the user turned it off.

    While 状态 is 草稿 and the document is not yet due, all but the form rules speak at most as 提示. A rule that
    the user raised in 会议.yml is as loud whatever it says, else what is only worth a look
    stays so.
    """
    chosen = meeting.check.severity.get(rule.id)
    if chosen == OFF:
        return None
    usual = default_severity(rule)
    severity = _BY_CHINESE[chosen] if chosen else usual
    if severity.rank <= usual.rank:
        severity = severity.capped(_BY_CHINESE[remark.loudest])
    draft = isinstance(document, Examination) and document.is_draft
    if draft and document is not None and not schedule.document_is_due(document) and not rule.is_form:
        return severity.capped(Severity.INFO)
    return severity
