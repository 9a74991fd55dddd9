"""For those who write rules of their own: try each rule's examples on a copy of the example workspace.

In a test of the package, once it is installed (`pip install -e .`):

    from mzsh.testing import faults_of_examples

    def test_examples():
        assert faults_of_examples("LJ001") == []
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

from mzsh.resources import examples
from mzsh.rules.finding import Report
from mzsh.rules.rule import Example, Rule, broken, named

WORKSPACE = "望川市委"
"""The example that `mzsh demo` copies: a complete meeting in which no rule finds anything."""
TODAY = date(2022, 3, 10)
"""The day on which it is looked at: after the meeting, when everything is due."""


def copy_of_example(folder: Path) -> Path:
    """Copy the example workspace into a folder; where it lies. `FileExistsError` where there is one already."""
    root = folder / WORKSPACE
    shutil.copytree(examples() / WORKSPACE, root, ignore=shutil.ignore_patterns("输出"))
    return root


def faults_of_examples(identifier: str) -> list[str]:
    """What is wrong with the examples of a rule (Chinese); empty if nothing is.

    The rule must be silent on the whole example workspace, and with `bad` in the place of `good` speak at the lines
    of `hits` and nowhere else.
    """
    rule = named(identifier)
    if rule is None:
        reasons = [str(one) for one in broken()] or ["规则包装好了吗？在它的文件夹里运行 pip install -e ."]
        return [f"没有“{identifier}”这条规则。{'；'.join(reasons)}"]
    if not rule.examples:
        return [f"{rule.id} 没有例子"]
    return [fault for example in rule.examples for fault in _faults(rule, example)]


def _faults(rule: Rule, example: Example) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        root = copy_of_example(Path(folder))
        silent = [f"改动以前 {place} 已经有问题" for place in _places(rule, root)]
        file = root / example.file
        if not file.is_file():
            return [*silent, f"例子里的 {example.file} 不在示例文件夹里"]
        text = file.read_text(encoding="utf-8")
        if example.good and text.count(example.good) != 1:
            return [*silent, f"{example.file} 里“{example.good}”有 {text.count(example.good)} 处，应只有一处"]
        if example.removed:
            file.unlink()
        elif example.encoding:
            file.write_bytes(text.encode(example.encoding))
        else:
            file.write_text(text.replace(example.good, example.bad), encoding="utf-8", newline="")
        wanted = sorted(_wanted(root, example, hit) for hit in example.hits)
        found = sorted(_places(rule, root))
    return silent if found == wanted else [*silent, f"应指出 {wanted or '没有'}，实际是 {found or '没有'}"]


def _places(rule: Rule, root: Path) -> list[str]:
    """`file:line` of everything the rule says about a workspace."""
    from mzsh.rules.running import CheckOptions, check
    from mzsh.workspace.loading import load

    report: Report = check(load(root), CheckOptions(today=TODAY, select=(rule.id,)))
    crashes = [f"规则出错：{one.error}" for one in report.crashes if one.rule == rule.id]
    return [*crashes, *(f"{finding.path}:{finding.line}" for finding in report.findings)]


def _wanted(root: Path, example: Example, hit: str) -> str:
    """`file:line` of a hit: the beginning of a passage in the same file, `file:passage`, or empty for a whole file."""
    name, _, passage = hit.rpartition(":") if (root / hit.rpartition(":")[0]).is_file() else (example.file, "", hit)
    name = name or example.file
    text = (root / name).read_text(encoding="utf-8") if passage else ""
    return f"{name}:{text.count(chr(10), 0, text.find(passage)) + 1 if passage else 1}"
