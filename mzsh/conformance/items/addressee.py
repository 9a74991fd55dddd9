"""主送机关."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.conformance.item import Trace, item, right, wrong
from mzsh.conformance.paper import Paper, Role, left_gap


@item("addressee", "主送机关", advice="主送机关左对齐，缩进设为 0，最后用全角冒号“：”")
def addressee(paper: Paper) -> Iterator[Trace]:
    """主送机关编排于标题下空一行位置，居左顶格，回行时仍顶格，最后一个机关名称后标全角冒号。"""
    for paragraph in paper.of(Role.ADDRESSEE):
        gap = left_gap(paragraph)
        if abs(gap) > 0.3 or paper.stands_aside(paragraph):
            yield wrong("没有顶格", paragraph.place)
        elif not paragraph.words.endswith("："):
            yield wrong(f"末尾是“{paragraph.words[-1]}”，不是“：”", paragraph.place)
        else:
            yield right("顶格，以“：”结尾")
