"""The privacy gate (出门关): what goes out is refused while it, or its sources, name what must stay inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.planning.givers import asked
from mzsh.planning.unpublished import Inside
from mzsh.rules.finding import Report
from mzsh.rules.running import CheckOptions, check
from mzsh.typesetting.escaping import LINE_BREAK
from mzsh.wording.critics import critics_in, givers_in
from mzsh.wording.givers import contacts, named_in_words
from mzsh.wording.personal_data import find_personal_data, masked
from mzsh.wording.secrets import internal_words, secret_marks

PRIVACY = "MZ8"
_GAP = re.compile(r"【待补[^】]*】")
WHO_SAID_IT = "MZ702"
WHO_GAVE_IT = "MZ406"


@dataclass(frozen=True)
class Gate:
    """What keeps a document inside: any finding of `rules`, and one of MZ8xx in its `sources`.

    The finished text is looked at too, since a template of the user's may say what no source does: by MZ8xx, and by
    what MZ702 and MZ406 look for where these are among the rules.
    """

    rules: tuple[str, ...]
    sources: tuple[type[Document], ...]
    anywhere: bool = True
    """Whether a finding of `rules` counts wherever it stands, not in the sources alone."""

    def selected(self) -> tuple[str, ...]:
        """The rules to run, as ids or their beginnings."""
        return (PRIVACY, *self.rules)


def _read_aloud(text: str) -> Iterator[str]:
    """Paragraphs and rows as a reader has them: lines joined, nothing left of what only marks."""
    text = _GAP.sub("", text)  # what the program itself says is missing is nobody's word
    plain = re.sub(r"\\(?=[!-/:-@\[-`{-~])|\*+|(?<!\w)_+|_+(?!\w)", "", text.replace(LINE_BREAK, "\n"))
    for paragraph in re.split(r"\n\s*\n|\n(?=[|#])", plain):
        yield "".join(line.strip() for line in paragraph.split("\n"))


@dataclass(frozen=True)
class Gatekeeper:
    """The gates of one workspace with what their rules say of it, whatever 会议.yml tells to ignore."""

    project: Project
    report: Report

    @classmethod
    def at(cls, project: Project, *, gates: Iterable[Gate], today: date) -> Gatekeeper:
        """The rules of the gates run on the workspace."""
        settings = project.meeting.check.model_copy(update={"ignore": (), "severity": {}})
        strict = replace(project, meeting=project.meeting.model_copy(update={"check": settings}))
        selected = dict.fromkeys(rule for gate in gates for rule in gate.selected())
        return cls(project, check(strict, CheckOptions(today=today, select=tuple(selected))))

    def reasons(self, gate: Gate, text: str) -> tuple[str, ...]:
        """Why a document may not go out (Chinese); empty where it may."""
        said = [reason for line in _read_aloud(text) for reason in self._in_line(gate, line)]
        return tuple(dict.fromkeys([*self.known(gate), *said]))

    def known(self, gate: Gate) -> tuple[str, ...]:
        """The reasons that can be told before there is a text."""
        return tuple(dict.fromkeys([*self._unchecked(gate), *self._in_sources(gate)]))

    def _unchecked(self, gate: Gate) -> Iterator[str]:
        """What could not be found out: a rule that failed says nothing, and nothing goes out on that."""
        for crash in self.report.crashes:
            if crash.rule.startswith(gate.selected()):
                yield f"{crash.label} 出错，没有查成"

    def _in_sources(self, gate: Gate) -> Iterator[str]:
        """Findings of the folder; what a comment silenced with its reason does not count."""
        for finding in self.report.findings:
            document = self.project.document(finding.path)
            of_source = isinstance(document, gate.sources)
            is_asked = finding.rule in gate.rules and (gate.anywhere or of_source)
            if is_asked or (of_source and finding.rule.startswith(PRIVACY)):
                yield f"{finding.path} 第{finding.line}行：{finding.message}（{finding.rule}）"

    def _in_line(self, gate: Gate, line: str) -> Iterator[str]:
        """What the finished text itself gives away; a number is told masked, a giver not at all."""
        for found in find_personal_data(line):
            shown = masked(line[found.start : found.end])
            if not self._is_silenced("MZ801", shown):
                yield f"成文里有{found.kind}（{shown}）（MZ801）"
        for word in internal_words(line):
            if not self._is_silenced("MZ802", word):
                yield f"成文里有“{word}”，不宜写进对外的文字（MZ802）"
        for mark in secret_marks(line):
            if not self._is_silenced("MZ803", mark):
                yield f"成文里标有密级“{mark}”（MZ803）"
        members = self.project.meeting.member_names
        if WHO_SAID_IT in gate.rules:
            for told in critics_in(line, members):
                yield f"成文里写出了批评人或被批评的人{told.name}（{WHO_SAID_IT}）"
            for copied in self._inside.found_in(line, is_plan=True):
                yield f"成文里{copied.what}（{WHO_SAID_IT}）"
        for _ in givers_in(line, self._asked):
            yield f"成文里写出了提意见的单位或人（{gate.rules[0]}）"
        if WHO_GAVE_IT in gate.rules:
            for way in contacts(line):
                yield f"成文里有{way}，会暴露提意见的人（{WHO_GAVE_IT}）"
            if named_in_words(line, members=members):
                yield f"成文里有提意见人的姓名（{WHO_GAVE_IT}）"

    def _is_silenced(self, rule: str, words: str) -> bool:
        """Whether a comment in the folder gives the reason why these very words may stand."""
        findings = (one.finding for one in self.report.suppressed)
        return any(finding.rule == rule and words in finding.quote for finding in findings)

    @cached_property
    def _inside(self) -> Inside:
        return Inside(self.project)

    @cached_property
    def _asked(self) -> frozenset[str]:
        return asked(self.project)
