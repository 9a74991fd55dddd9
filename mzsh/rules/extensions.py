"""A user's own rules: Python packages that name a module of theirs under the entry point group `mzsh.rules`.

A package that cannot be read, or a rule in it that cannot run, is told with its name; all other rules run.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType

from mzsh.model.place import Span
from mzsh.model.remark import Remark
from mzsh.planning.clauses import clauses
from mzsh.rules.rule import ATTRIBUTE, DEFAULT_WORDS, Example, Rule
from mzsh.rules.subjects import HANDED_IN, ONE_BY_ONE

GROUP = "mzsh.rules"
OURS = "MZ"
_IDENTIFIER = re.compile(r"[A-Z]{2,4}\d{3}")


@dataclass(frozen=True, slots=True)
class Broken:
    """A package, or one rule of it, that cannot be used: which package, what is wrong (Chinese), and which rule."""

    package: str
    message: str
    rule: str = ""

    @property
    def name(self) -> str:
        """The rule where it has an id of its own, else nothing: the package as a whole."""
        return "" if self.rule.startswith(OURS) else self.rule

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
            with redirect_stdout(sys.stderr):  # what a package prints must not stand in a report
                found = [(rule, _fault(rule)) for rule in _rules(entry)]
        except (Exception, SystemExit) as error:
            broken.append(Broken(package, f"读不进来（{entry.value}）：{type(error).__name__}: {error}"))
            continue
        if not found:
            broken.append(Broken(package, f"{entry.value} 里没有规则：函数前面要写 @rule(…)"))
        for rule, fault in found:
            if not fault and rule.id in taken:
                fault = f"编号“{rule.id}”同规则包 {taken[rule.id]} 的重了，请换一个"
            if fault:
                broken.append(Broken(package, fault, rule.id if isinstance(rule.id, str) else ""))
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
    yield from sorted(found, key=lambda rule: str(rule.id))


def _fault(rule: Rule) -> str:
    """What keeps a rule from running; empty if nothing does."""
    return _description_fault(rule) or _parameters_fault(rule)


def _description_fault(rule: Rule) -> str:
    """What is wrong with what `@rule` says: a package is checked by nobody, so types are not taken on trust."""
    if not (isinstance(rule.id, str) and _IDENTIFIER.fullmatch(rule.id)):
        return f"编号“{rule.id}”不对，应为二到四个大写字母加三位数字，如 LJ001"
    if rule.id.startswith(OURS):
        return f"编号“{rule.id}”不能用：{OURS} 开头的是 mzsh 自己的规则，请换一个字头，如 LJ001"
    if not (isinstance(rule.title, str) and rule.title.strip()):
        return f"{rule.id} 没有标题"
    if rule.severity is not None and rule.severity not in DEFAULT_WORDS:
        return f"{rule.id} 的级别“{rule.severity}”不对，应为{'、'.join(DEFAULT_WORDS)}"
    if fault := clauses_fault(rule.clauses):
        return f"{rule.id} 的{fault}"
    if not (isinstance(rule.examples, tuple) and all(isinstance(one, Example) for one in rule.examples)):
        return f"{rule.id} 的例子不对，应写成 Example(…)"
    if not rule.explanation.strip():
        return f"{rule.id} 没有说明：在函数里写一段说明，讲清为什么、怎么改"
    return ""


def clauses_fault(typed: object) -> str:
    """What is wrong with the clauses that a rule or a remark names; empty if nothing is."""
    if not (isinstance(typed, tuple) and all(isinstance(one, str) for one in typed)):
        return f'条款“{typed}”不对，应写成 ("3.4-o1",) 这样，一条也要有逗号'
    unknown = [one for one in typed if one not in clauses()]
    return f"条款“{unknown[0]}”不对，没有这一条" if unknown else ""


def _parameters_fault(rule: Rule) -> str:
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


def sound(remark: object) -> Remark:
    """What a package's rule said, if the reports can hold it; TypeError (Chinese) otherwise."""
    if not isinstance(remark, Remark):
        raise TypeError(f"规则给出的应是 Remark，不是 {type(remark).__name__}")
    texts = (remark.path, remark.message, remark.hint, remark.quote, remark.key)
    if not all(isinstance(text, str) for text in texts) or remark.loudest not in DEFAULT_WORDS:
        raise TypeError("Remark 的 path、message、hint、quote、key 应是文字，loudest 应是错误、警告或提示")
    if not (isinstance(remark.span, Span) and all(isinstance(one, int) and one > 0 for one in remark.span)):
        raise TypeError("Remark 的 span 应是 Span，行和列从 1 数起")
    if fault := clauses_fault(remark.clauses):
        raise TypeError(f"Remark 的{fault}")
    return remark
