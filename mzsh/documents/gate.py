"""The privacy gate (出门关): what goes out is refused while it, or its sources, name what must stay inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.rules.finding import Report
from mzsh.wording.personal_data import find_personal_data, masked
from mzsh.wording.secrets import internal_words, secret_marks

PRIVACY = "MZ8"


@dataclass(frozen=True)
class Gate:
    """What keeps a document inside: any finding of `rules`, and one of MZ8xx in its text or its `sources`."""

    rules: tuple[str, ...]
    sources: tuple[type[Document], ...]

    def selected(self) -> tuple[str, ...]:
        """The rules to run, as ids or their beginnings."""
        return (PRIVACY, *self.rules)


def reasons(gate: Gate, *, project: Project, report: Report, text: str) -> tuple[str, ...]:
    """Why the document may not go out (Chinese); empty where it may."""
    return tuple(dict.fromkeys([*_in_sources(gate, project, report), *_in_text(text)]))


def _in_sources(gate: Gate, project: Project, report: Report) -> Iterator[str]:
    """Findings of the folder; what a comment silenced with its reason does not count."""
    for finding in report.findings:
        document = project.document(finding.path)
        of_source = finding.rule.startswith(PRIVACY) and isinstance(document, gate.sources)
        if of_source or finding.rule in gate.rules:
            yield f"{finding.path} 第{finding.line}行：{finding.message}（{finding.rule}）"


def _in_text(text: str) -> Iterator[str]:
    """What the finished text itself gives away; a number is told masked."""
    for line in text.replace("\\", "").split("\n"):
        for found in find_personal_data(line):
            yield f"成文里有{found.kind}（{masked(line[found.start : found.end])}）（MZ801）"
        for word in internal_words(line):
            yield f"成文里有“{word}”，不宜写进对外的文字（MZ802）"
        for mark in secret_marks(line):
            yield f"成文里标有密级“{mark}”（MZ803）"
