"""A baseline (基线): findings that were there when it was written are counted and left out, new ones are told.

An entry is known by the fingerprint of its content, never by a line; rule, path and message stand beside it for people.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from mzsh.errors import MzshError
from mzsh.model.text import plain
from mzsh.rules.finding import BaselineEntry, BaselineMatch, Finding, Report
from mzsh.rules.running import CheckOptions
from mzsh.workspace.files import UnreadableText, read_text, reason_of, write_result

DEFAULT_NAME = "基线.json"
_VERSION = 1
_KEYS = ("path", "rule", "message", "fingerprint")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """What writing a baseline anew does to its entries."""

    entries: tuple[BaselineEntry, ...]
    added: int
    kept: int
    dropped: int


def read_baseline(path: Path) -> tuple[BaselineEntry, ...]:
    """The entries of a baseline. MzshError where it is not there or is none."""
    try:
        document = json.loads(read_text(path).text)
    except FileNotFoundError:
        hint = f"先写一份：mzsh check --write-baseline --baseline {path.name}"
        raise MzshError(f"没有 {path.name} 这份基线", hint=hint) from None
    except OSError as error:
        raise MzshError(f"读不了基线 {path.name}：{reason_of(error)}") from None
    except (ValueError, RecursionError, UnreadableText):
        raise _no_baseline(path) from None
    if not isinstance(document, dict) or not isinstance(document.get("entries"), list):
        raise _no_baseline(path)
    if document.get("version") != _VERSION:
        raise MzshError(f"{path.name} 是另一个版本写的基线，读不了", hint="请升级 mzsh，或重新写一份基线")
    entries = document["entries"]
    if not all(isinstance(one, dict) and all(isinstance(one.get(key), str) for key in _KEYS) for one in entries):
        raise _no_baseline(path)
    return tuple(BaselineEntry(**{key: one[key] for key in _KEYS}) for one in entries)


def _no_baseline(path: Path) -> MzshError:
    return MzshError(f"{path.name} 不是 mzsh 写的基线，或者已经损坏", hint="恢复原来的文件，或删去后重新写一份")


def write_baseline(path: Path, entries: Iterable[BaselineEntry]) -> None:
    """Write a baseline, sorted, an entry a line, so that versions compare well."""
    lines = [json.dumps(asdict(entry), ensure_ascii=False) for entry in sorted(entries)]
    body = "".join(f"\n    {line}," for line in lines).removesuffix(",")
    write_result(path, f'{{\n  "version": {_VERSION},\n  "entries": [{body}\n  ]\n}}\n')


def matched(report: Report, entries: Iterable[BaselineEntry], *, name: str, options: CheckOptions) -> Report:
    """The report without the findings that a baseline knows; entries that could match and do not are stale."""
    entries = tuple(entries)
    known = frozenset(entry.fingerprint for entry in entries)
    found = {finding.fingerprint for finding in report.findings}
    stale = tuple(one for one in sorted(entries) if one.fingerprint not in found and _in_reach(one, report, options))
    held = _held(report.findings, entries)
    new = tuple(one for one in report.findings if id(one) not in held)
    old = tuple(one for one in report.findings if id(one) in held)
    return replace(report, findings=new, baseline=BaselineMatch(name=name, known=old, fingerprints=known, stale=stale))


def _held(findings: Iterable[Finding], entries: Iterable[BaselineEntry]) -> set[int]:
    """Which findings to hold back; of equal passages, which only a number tells apart, those whose words are known."""
    known = {entry.fingerprint for entry in entries}
    told = {(entry.rule, entry.message) for entry in entries}
    equals: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        equals.setdefault((finding.rule, finding.path, plain(finding.known_by)), []).append(finding)
    held: set[int] = set()
    for same in equals.values():
        number = sum(one.fingerprint in known for one in same)
        same.sort(key=lambda one: (one.rule, one.message) not in told)
        held.update(map(id, same[:number]))
    return held


def rewritten(report: Report, before: Iterable[BaselineEntry], options: CheckOptions) -> Rewriting:
    """The entries after writing anew: what is found now, and what this run did not look at."""
    old = {entry.fingerprint: entry for entry in before}
    now = {one.fingerprint: BaselineEntry(one.path, one.rule, one.message, one.fingerprint) for one in report.findings}
    beyond = {key: entry for key, entry in old.items() if key not in now and not _in_reach(entry, report, options)}
    return Rewriting(
        entries=tuple(sorted({**now, **beyond}.values())),
        added=len(now.keys() - old.keys()),
        kept=len(now.keys() & old.keys()) + len(beyond),
        dropped=len(old.keys() - now.keys() - beyond.keys()),
    )


def _in_reach(entry: BaselineEntry, report: Report, options: CheckOptions) -> bool:
    """Whether this run could have found an entry again: it looked there, and what is missing there was due."""
    if any((item.rule, item.path) == (entry.rule, entry.path) for item in report.not_due):
        return False
    return options.wants(entry.rule) and options.shows(entry.path)
