"""A small complete meeting on disk: three members, clean under every rule, to be broken one line at a time."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.fingerprint import fingerprint

if TYPE_CHECKING:
    from mzsh.model.project import Project

MEETING = Path(__file__).parent / "meeting"
TODAY = date(2022, 3, 20)
"""The day on which the folder is looked at: two months after the meeting, when everything is due."""

_REGISTER = "04-谈心谈话/谈话登记.yml"
_REVIEWS = "审阅.yml"


class MeetingFolder:
    """A copy of the meeting that a test may change. Names are paths from the root, such as `06-发言提纲/李明.md`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def copied_to(cls, root: Path) -> MeetingFolder:
        """A fresh copy of the meeting."""
        shutil.copytree(MEETING, root)
        return cls(root)

    def path(self, name: str) -> Path:
        """Where a file lies."""
        return self.root / name

    def read(self, name: str) -> str:
        """A file's text."""
        return self.path(name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file, with its folder if need be."""
        self.write_bytes(name, text.encode("utf-8"))

    def write_bytes(self, name: str, data: bytes) -> None:
        """Write a file byte by byte: encodings, line ends, broken files."""
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_bytes(data)

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace a passage that occurs exactly once."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def remove(self, name: str) -> None:
        """Remove a file."""
        self.path(name).unlink()

    def remove_talk(self, first: str, second: str) -> None:
        """Remove the talk of two people, be it a file or a row of the register."""
        records = [path for path in (self.root / "04-谈心谈话").glob("*.md") if _talkers(path) == {first, second}]
        head, *rows = re.split(r"^(?=  - )", self.read(_REGISTER), flags=re.MULTILINE)
        kept = [row for row in rows if not (f": {first}\n" in row and f": {second}\n" in row)]
        assert len(records) + len(rows) - len(kept) == 1, f"no one talk of {first} and {second}"
        for record in records:
            record.unlink()
        if len(kept) < len(rows):
            self.write(_REGISTER, head + "".join(kept))

    def approve(self) -> None:
        """Give every review of 审阅.yml the fingerprint of its material as it now stands: no MZ505 after an edit."""
        lines = self.read(_REVIEWS).split("\n")
        for index, line in enumerate(lines):
            if material := re.search(r"材料: (\S+)", line):
                current = material[1]
            elif re.match(r"\s+指纹: ", line) and self.path(current).exists():
                lines[index] = f"    指纹: {fingerprint(self.read(current))}"
        self.write(_REVIEWS, "\n".join(lines))

    def load(self) -> Project:
        """The folder as the program reads it."""
        from mzsh.workspace.loading import load

        return load(self.root)

    def faults(self) -> list[str]:
        """What reading alone finds wrong, a line each: `会议.yml:23:5 unknown_key 不认识…`."""
        return [
            f"{source.path}:{fault.span.line}:{fault.span.column} {fault.code} {fault.message}"
            for source in self.load().sources
            for fault in source.faults
        ]

    def check(
        self,
        *,
        today: date = TODAY,
        stage: str | None = None,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
    ) -> list[str]:
        """All findings, a line each: `会议.yml:23:5 错误 MZ301 张卫国与李明还没有谈话记录`."""
        from mzsh.rules.running import CheckOptions, check

        report = check(self.load(), CheckOptions(today=today, stage=stage, select=select, ignore=ignore))
        return [
            f"{finding.path}:{finding.span.line}:{finding.span.column} "
            f"{finding.severity.chinese} {finding.rule} {finding.message}"
            for finding in report.findings
        ]


def _talkers(path: Path) -> set[str]:
    text = path.read_text(encoding="utf-8")
    return set(re.findall(r"^谈话(?:人|对象): (\S+)$", text, re.MULTILINE))
