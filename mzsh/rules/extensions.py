"""A user's own rules: Python packages that name a module of theirs under the entry point group `mzsh.rules`.

A package that cannot be read, or a rule in it that cannot run, is told with its name; all other rules run.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType

from mzsh.model.criticism import Criticism
from mzsh.model.deadlines import Milestone
from mzsh.model.examination import Examination, Outline, Statement
from mzsh.model.meeting import Meeting
from mzsh.model.minutes import Minutes
from mzsh.model.place import Source
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.project import Project, Talks
from mzsh.model.record import Document
from mzsh.model.rectification import Rectification
from mzsh.model.talks import Talk
from mzsh.planning.schedule import Schedule
from mzsh.rules.rule import ATTRIBUTE, Rule

GROUP = "mzsh.rules"
OURS = "MZ"
ONE_BY_ONE = (
    Source,
    Document,
    Talk,
    Examination,
    Outline,
    Statement,
    Criticism,
    Minutes,
    Rectification,
    Milestone,
)
"""What a rule may be about: it runs once for each."""
HANDED_IN = (Project, Meeting, Preset, BodyProfile, Talks, Schedule)
"""What a rule may ask for beside that."""
_IDENTIFIER = re.compile(r"[A-Z]{2,4}\d{3}")


@dataclass(frozen=True, slots=True)
class Broken:
    """A package, or one rule of it, that cannot be used: which package, what is wrong (Chinese), and which rule."""

    package: str
    message: str
    rule: str = ""

    @property
    def name(self) -> str:
        """The rule where it has an id of its own, else the package."""
        return self.package if not self.rule or self.rule.startswith(OURS) else self.rule

    def __str__(self) -> str:
        return f"规则包 {self.package}：{self.message}"


@dataclass(frozen=True, slots=True)
class Extensions:
    """The rules of all packages that are installed, and what is wrong with some."""

    rules: tuple[Rule, ...] = ()
    broken: tuple[Broken, ...] = ()


def extensions(known: Iterable[str]) -> Extensions:
    """Read the packages that are installed. `known` are the ids that are taken."""
    rules: dict[str, Rule] = {}
    broken: list[Broken] = []
    taken = dict.fromkeys(known, "mzsh")
    for entry in sorted(entry_points(group=GROUP), key=lambda one: (_package(one), one.name)):
        package = _package(entry)
        try:
            found = list(_rules(entry))
        except (Exception, SystemExit) as error:
            broken.append(Broken(package, f"读不进来（{entry.value}）：{type(error).__name__}: {error}"))
            continue
        if not found:
            broken.append(Broken(package, f"{entry.value} 里没有规则：函数前面要写 @rule(…)"))
        for rule in found:
            if fault := _fault(rule, taken):
                broken.append(Broken(package, fault, rule.id))
            else:
                rules[rule.id] = replace(rule, package=package)
                taken[rule.id] = package
    return Extensions(tuple(rules.values()), tuple(broken))


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else entry.name


def _rules(entry: EntryPoint) -> Iterator[Rule]:
    """The rules that a module describes, those of a package's modules too, in the order of their ids."""
    loaded = entry.load()
    if not isinstance(loaded, ModuleType):
        raise TypeError("要写模块或者包的名字，不写函数")
    modules = [loaded]
    for info in pkgutil.iter_modules(getattr(loaded, "__path__", ())):
        modules.append(importlib.import_module(f"{loaded.__name__}.{info.name}"))
    found = [
        description
        for module in modules
        for value in vars(module).values()
        if isinstance(description := getattr(value, ATTRIBUTE, None), Rule) and value.__module__ == module.__name__
    ]
    yield from sorted(found, key=lambda rule: rule.id)


def _fault(rule: Rule, taken: dict[str, str]) -> str:
    """What keeps a rule from running; empty if nothing does."""
    if not _IDENTIFIER.fullmatch(rule.id):
        return f"编号“{rule.id}”不对，应为二到四个大写字母加三位数字，如 LJ001"
    if rule.id.startswith(OURS):
        return f"编号“{rule.id}”不能用：{OURS} 开头的是 mzsh 自己的规则，请换一个字头，如 LJ001"
    if rule.id in taken:
        return f"编号“{rule.id}”同规则包 {taken[rule.id]} 的重了，请换一个"
    if not rule.explanation.strip():
        return f"{rule.id} 没有说明：在函数里写一段说明，讲清为什么、怎么改"
    try:
        hints = rule.parameters
    except Exception as error:
        return f"{rule.id} 的参数看不懂：{type(error).__name__}: {error}"
    kinds = [hints.get(name) for name in inspect.signature(rule.function).parameters]
    subjects = [kind for kind in kinds if kind not in HANDED_IN]
    if len(subjects) > 1 or any(kind not in ONE_BY_ONE for kind in subjects):
        names = "、".join(kind.__name__ for kind in (*ONE_BY_ONE, *HANDED_IN))
        return f"{rule.id} 的参数不对：每个参数都要注明类型，可用的有 {names}；逐份检查的只能有一个"
    return ""
