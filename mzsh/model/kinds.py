"""Every kind of document (类型), by its Chinese and its English name."""

from __future__ import annotations

from collections.abc import Mapping

from mzsh.model.criticism import Criticism
from mzsh.model.deadlines import Deadlines
from mzsh.model.examination import Outline, Statement
from mzsh.model.meeting import Meeting
from mzsh.model.minutes import Minutes
from mzsh.model.opinions import Opinions, Solicitation
from mzsh.model.papers import Circular, DueExplanations, ReportPaper, Reviews, SupervisionLog
from mzsh.model.record import Document
from mzsh.model.rectification import DualLife, LastYear, Rectification, SuperiorIssues
from mzsh.model.study import Study
from mzsh.model.talks import TalkRecord, TalkRegister

DOCUMENTS: tuple[type[Document], ...] = (
    Meeting,
    Deadlines,
    Study,
    Solicitation,
    Opinions,
    TalkRecord,
    TalkRegister,
    Statement,
    Outline,
    Criticism,
    Minutes,
    ReportPaper,
    Circular,
    Rectification,
    DualLife,
    LastYear,
    SuperiorIssues,
    Reviews,
    DueExplanations,
    SupervisionLog,
)

BY_NAME: Mapping[str, type[Document]] = {name: document for document in DOCUMENTS for name in document.names}

FIXED_FILES: Mapping[str, type[Document]] = {"会议.yml": Meeting, "时间节点.yml": Deadlines, "审阅.yml": Reviews}
"""Files whose name says their kind, so that 类型 may be left out."""
