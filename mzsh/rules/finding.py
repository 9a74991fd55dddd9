"""A remark that has been judged, and the report that holds them all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mzsh.model.place import Edit, Span
from mzsh.model.remark import Related
from mzsh.model.text import plain
from mzsh.planning.clauses import Stage
from mzsh.rules.severity import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What `mzsh check` reports; the attributes have the names of its JSON."""

    rule: str
    title: str
    severity: Severity
    path: str
    span: Span
    message: str
    hint: str = ""
    quote: str = ""
    clauses: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fixable: bool = False
    edits: tuple[Edit, ...] = ()
    fingerprint: str = ""
    known_by: str = ""
    """What stands for the passage in the fingerprint; not part of the JSON."""

    @property
    def line(self) -> int:
        """From 1."""
        return self.span.line

    @property
    def column(self) -> int:
        """From 1, in characters."""
        return self.span.column

    @property
    def end_line(self) -> int:
        """From 1."""
        return self.span.end_line

    @property
    def end_column(self) -> int:
        """From 1, exclusive."""
        return self.span.end_column


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something that does not exist yet and is not due yet."""

    rule: str
    clause: str
    due: date | None
    what: str
    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that a comment in the file silenced, with the reason given there."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that failed on a file, or a package of rules that cannot be used; the rest still ran.

    `rule` is empty for a package as a whole, `path` where no single file was read, `package` for a rule of ours.
    """

    rule: str
    path: str
    error: str
    trace: str = ""
    """The traceback, for the log file."""
    package: str = ""

    @property
    def label(self) -> str:
        """What failed (Chinese): the rule, or the package where it is none in particular."""
        return f"规则 {self.rule}" if self.rule else f"规则包 {self.package}"

    @property
    def whose(self) -> str:
        """Who is to mend it (Chinese); every report asks here."""
        return "请找写这个规则包的人" if self.package else "这是 mzsh 的缺陷"


@dataclass(frozen=True, slots=True, order=True)
class BaselineEntry:
    """One finding of a baseline: what a reader wants to see, and the fingerprint that it is known by."""

    path: str
    rule: str
    message: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineMatch:
    """Which findings a baseline held back, and which of its entries no longer match anything (过时)."""

    name: str
    known: tuple[Finding, ...] = ()
    fingerprints: frozenset[str] = frozenset()
    """Of all its entries."""
    stale: tuple[BaselineEntry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Report:
    """The result of one check."""

    root: Path
    stage: Stage | None
    """None where texts were judged without a workspace (mzsh lint)."""
    today: date
    paths: tuple[str, ...]
    """The files that were checked."""
    ignored: int
    findings: tuple[Finding, ...]
    not_due: tuple[OpenItem, ...]
    suppressed: tuple[Suppressed, ...] = ()
    baseline: BaselineMatch | None = None
    """What a baseline held back; None where none was used."""
    crashes: tuple[Crash, ...] = ()
    notes: tuple[str, ...] = ()
    hidden: int = field(default=0)
    """Findings outside the PATHs that were asked for."""

    @property
    def checked(self) -> int:
        """How many files were checked."""
        return len(self.paths)

    @property
    def baselined(self) -> tuple[Finding, ...]:
        """Findings that the baseline holds: counted, but left out of `findings`."""
        return self.baseline.known if self.baseline else ()

    def count(self, severity: Severity) -> int:
        """How many findings there are of one severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def exit_code(self, fail_on: Severity) -> int:
        """3 after a crash, 2 where nothing was checked, 1 with findings at or above `fail_on`, else 0."""
        if self.crashes:
            return 3
        if not self.checked:
            return 2
        return int(any(finding.severity.rank >= fail_on.rank for finding in self.findings))


def fingerprint(rule: str, owner: str, quote: str, number: int) -> str:
    """SHA-256 over rule, kind and owner of the document, normalised quote and its number among equals.

    `quote` is the passage, or what stands in its place (`Remark.key`).
    """
    key = "\0".join((rule, owner, plain(quote), str(number)))
    return hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()
