"""Print docs/templates.md, every official document with its template and the values that it may use.

python tools/templates_page.py > docs/templates.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mzsh.documents.document import Context, OfficialDocument, collect  # noqa: E402
from mzsh.documents.feeding import Supplies  # noqa: E402
from mzsh.documents.subjects import MEMBER, OWNER, TALK, UNIT, OnePer  # noqa: E402
from mzsh.planning.schedule import Schedule  # noqa: E402
from mzsh.resources import examples  # noqa: E402
from mzsh.workspace.loading import load  # noqa: E402

_EXAMPLES = ("望川市委", "带病样例")
"""One where all is done, and one where somebody still owes something."""
_TODAY = date(2022, 3, 10)
_ONE_PER = {MEMBER: "成员一人一份", OWNER: "班子和成员各一份", TALK: "一次谈话一份", UNIT: "一个单位一份，或合发一份"}


def page() -> str:
    """The whole page."""
    folders = [load(examples() / name) for name in _EXAMPLES]
    supplies = [Supplies(folder, Schedule(folder, _TODAY)) for folder in folders]
    documents = collect()
    lines = [
        "# 文书和模板",
        "",
        "本页由 `python tools/templates_page.py > docs/templates.md` 从程序生成，请勿手改。",
        "怎么出、怎么改写法，见 [文书](documents.md)。",
        "",
        f"共 {len(documents)} 种文书。`mzsh render` 后面写 id 或名称都行。",
        "",
        "| id | 文书 | 阶段 | 份数 | 版式 |",
        "|---|---|---|---|---|",
        *(_row(one) for one in documents),
    ]
    for one in documents:
        lines += ["", f"## {one.name} · {one.id}", "", *_told(one, supplies)]
    return "\n".join(lines) + "\n"


def _row(document: OfficialDocument) -> str:
    shape = "横排" if document.landscape else "竖排"
    return f"| {document.id} | {document.name} | {document.stage} | {_copies(document.one_per)} | {shape} |"


def _copies(one_per: OnePer | None) -> str:
    return "一份" if one_per is None else _ONE_PER.get(one_per, "有谁的就出谁的")


def _told(document: OfficialDocument, folders: Sequence[Supplies]) -> Iterator[str]:
    yield "".join(line.strip() for line in document.explanation.splitlines())
    if document.gate:
        kept = "、".join((*document.gate.rules, "MZ8xx"))
        yield ""
        yield f"要发出去的：材料或成文里还有 {kept} 说的问题时不出，说明原因。"
    values = next(filter(None, (context_of(document, supplies) for supplies in folders)))
    yield ""
    yield f"模板 `{document.template}`，可用的值：{' '.join(f'`{name}`' for name in values.values)}"


def context_of(document: OfficialDocument, supplies: Supplies) -> Context | None:
    """What the document says of the example, or of the first for whom it can be made on that day."""
    for subject in document.subjects(supplies.project, supplies.schedule):
        if not supplies.absent(document, subject):
            made: Context = document.function(**supplies.arguments(document, subject))
            return made
    return None


if __name__ == "__main__":
    print(page(), end="")
