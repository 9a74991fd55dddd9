"""Print docs/clauses.md, what meets each of the plan's clauses and which test shows it.

python tools/clauses_page.py > docs/clauses.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mzsh.documents.document import collect as documents  # noqa: E402
from mzsh.planning.clauses import Clause, clauses  # noqa: E402
from mzsh.rules.rule import collect as rules  # noqa: E402
from tests.clauses.evidence import COMMANDS, DECLARATIONS, PASSAGES, VIOLATIONS  # noqa: E402

TESTS = "tests/clauses/test_every_clause.py"
SECTIONS = {
    "0": "依据",
    "1": "主题和要求",
    "2": "深入查找突出问题",
    "3.1": "学习研讨",
    "3.2": "征求意见",
    "3.3": "谈心谈话",
    "3.4": "班子材料和发言提纲",
    "4": "召开会议",
    "5.1": "报告和通报",
    "5.2": "整改",
    "5.3": "表率作用",
}


def page() -> str:
    """The whole page."""
    lines = [
        "# 方案的 99 条要求，条条有着落",
        "",
        "本页由 `python tools/clauses_page.py > docs/clauses.md` 生成，请勿手改。",
        "",
        "一条要求由四种办法之一或几种落实：",
        "",
        "* **规则**：违反了，`mzsh check` 就说出来；",
        "* **公文**：排出来的公文里写着这一条；",
        "* **命令**：运行就看得到；",
        "* **声明**：只有本人才说得准的，材料里有一处记下来，程序不评判。",
        "",
        f"每一种都有测试真的试一遍（`{TESTS}`，方括号里是测试的名字），少一条测试就不过。",
        "",
    ]
    for section, group in groupby(clauses().values(), key=lambda clause: clause.section):
        lines += [f"## {section} {SECTIONS[section]}", "", "| 条款 | 要求 | 落实 |", "|---|---|---|"]
        lines += [f"| `{clause.id}` | {clause.text} | {'<br>'.join(_means(clause))} |" for clause in group]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _means(clause: Clause) -> Iterator[str]:
    if clause.id in VIOLATIONS:
        shown = VIOLATIONS[clause.id].rule
        others = [rule.id for rule in rules() if clause.id in rule.clauses and rule.id != shown]
        also = f"，还有 {'、'.join(map(_rule_link, others))}" if others else ""
        yield f"规则 {_rule_link(shown)}{also}（`speaks…[{clause.id}]`）"
    if clause.id in PASSAGES:
        names = {document.id: document.name for document in documents()}
        yield f"公文：{names[PASSAGES[clause.id].document]}（`document…[{clause.id}]`）"
    if clause.id in COMMANDS:
        yield f"命令 `mzsh {COMMANDS[clause.id].line.split()[0]}`（`command…[{clause.id}]`）"
    if clause.id in DECLARATIONS:
        yield f"声明：{DECLARATIONS[clause.id].told}（`declaration…[{clause.id}]`）"


def _rule_link(identifier: str) -> str:
    title = next(rule.title for rule in rules() if rule.id == identifier)
    return f"[{identifier}](rules.md#{identifier.lower()}-{title})"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    print(page(), end="")
