"""The rules as documentation: one rule's page, the catalogue as text, Markdown and JSON, all from the rules."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from mzsh.errors import MzshError
from mzsh.model.text import plain
from mzsh.reports.as_text import clause_text
from mzsh.reports.columns import table
from mzsh.reports.lines import Line, wrapped
from mzsh.rules.rule import CHAPTERS, Example, Rule, broken, collect, named
from mzsh.rules.severity import default_severity


def paragraphs(rule: Rule) -> list[str]:
    """What a rule asks and why, a paragraph each."""
    return ["".join(paragraph.split("\n")) for paragraph in rule.explanation.split("\n\n")]


def clause_lines(identifiers: Iterable[str]) -> list[str]:
    """Clauses with their words."""
    return [clause_text(identifier) for identifier in identifiers]


def find_rule(typed: str) -> Rule:
    """The rule that a person means by MZ301, mz301, 301 or words of its title. MzshError where it is not one rule."""
    words = plain(typed)
    titled = [rule for rule in collect() if words and words in plain(rule.title)]
    found = named(typed) or (titled[0] if len(titled) == 1 else None)
    if found is not None:
        return found
    near = "、".join(f"{rule.id} {rule.title}" for rule in titled[:5])
    failed = "；".join(str(one) for one in broken() if not words.upper().startswith("MZ"))
    hint = f"是不是：{near}" if near else failed or "mzsh rules 看全部规则"
    raise MzshError(f"“{typed}”说的不止一条规则" if titled else f"没有“{typed}”这条规则", hint=hint)


def page(rule: Rule) -> Iterator[Line]:
    """One rule for a secretary at a terminal."""
    source = f"，规则包 {rule.package}" if rule.package else ""
    yield Line(f"{rule.id} {rule.title}（默认{default_severity(rule).chinese}{source}）", "strong")
    yield Line()
    for paragraph in paragraphs(rule):
        yield from wrapped(paragraph, "  ")
    if rule.clauses:
        yield Line()
        yield Line("方案条款", "strong")
        for clause in rule.clauses:
            yield from wrapped(clause_text(clause), "  ")
    for example in rule.examples:
        yield Line()
        yield from _example(example)
    yield Line()
    yield Line("某一处确实不必改：在它前面写一行注释，写明理由（YAML 里用下一种）", "faint")
    yield Line(f"  <!-- mzsh: 忽略 {rule.id} 理由 -->", "faint")
    yield Line(f"  # mzsh: 忽略 {rule.id} 理由", "faint")


def _example(example: Example) -> Iterator[Line]:
    if not (example.good or example.bad):
        yield Line(f"例：{_whole_file(example)}", "strong")
        return
    yield Line(f"例（{example.file}）", "strong")
    for title, text in (("应为", example.good), ("不要", example.bad)):
        yield Line(f"  {title}：")
        for line in (text.rstrip("\n") or "（不写）").split("\n"):
            yield from wrapped(line, "    ", tone="good" if title == "应为" else "error")


def _whole_file(example: Example) -> str:
    return f"缺 {example.file}" if example.removed else f"{example.file} 存成了 GBK 编码"


def listing() -> Iterator[Line]:
    """All rules, a line each."""
    chapter = ""
    rows = [(rule.id, default_severity(rule).chinese, rule.title) for rule in collect()]
    for rule, text in zip(collect(), table(rows), strict=True):
        if _chapter(rule) != chapter:
            if chapter:
                yield Line()
            chapter = _chapter(rule)
            count = sum(_chapter(one) == chapter for one in collect())
            yield Line(f"{chapter}（{count} 条）", "strong")
        yield Line(text)
    yield Line()
    yield Line(f"共 {len(rows)} 条。一条规则的道理、条款和例子：mzsh explain 编号", "faint")


def _chapter(rule: Rule) -> str:
    """The heading that a rule stands under: its chapter, or the package that it comes from."""
    return f"规则包 {rule.package}" if rule.package else CHAPTERS.get(rule.id[:3], rule.id[:3])


def markdown() -> str:
    """The catalogue page (docs/rules.md)."""
    lines = ["# 规则目录", "", "本页由 `mzsh rules --format md` 生成，请勿手改。", ""]
    chapter = ""
    for rule in collect():
        if _chapter(rule) != chapter:
            chapter = _chapter(rule)
            lines += [f"## {chapter}" if rule.package else f"## {rule.id[:3]}xx {chapter}", ""]
        lines += _markdown_rule(rule)
    return "\n".join(lines).rstrip() + "\n"


def _markdown_rule(rule: Rule) -> list[str]:
    lines = [f"### {rule.id} {rule.title}", ""]
    lines += ["".join(rule.explanation.split("\n")), "", f"默认级别：{default_severity(rule).chinese}。"]
    if rule.clauses:
        lines += ["", "方案条款：" + "；".join(clause_text(clause) for clause in rule.clauses) + "。"]
    for example in rule.examples:
        lines.append("")
        if not (example.good or example.bad):
            lines.append(f"例：{_whole_file(example)}。")
            continue
        lines.append(f"例（`{example.file}`），应为：")
        lines += ["", "```yaml", *(example.good or "# （不写）").split("\n"), "```", "", "不要："]
        lines += ["", "```yaml", *(example.bad or "# （不写）").split("\n"), "```"]
    return [*lines, ""]


def as_json() -> str:
    """The catalogue for programs."""
    rules = [
        {
            "id": rule.id,
            "title": rule.title,
            "severity": default_severity(rule).value,
            "clauses": list(rule.clauses),
            "explanation": "".join(rule.explanation.split("\n")),
        }
        for rule in collect()
    ]
    return json.dumps({"version": 1, "rules": rules}, ensure_ascii=False, indent=2)
