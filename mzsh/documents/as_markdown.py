"""A document as one Markdown file to read, compare and paste: a paragraph a line, what stands around the text too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh.documents.paper import Paper

_BLOCK = re.compile(r"\s*(?:#|\||[-*+]\s|\d+[.)]\s|>|:::)")
_ANNEX = re.compile(r"^(?:::: 横排\n+)?::: 附件$", re.MULTILINE)
_RULE = re.compile(r"\|[ :|-]+\|")
_ENDS_LINE = re.compile(r"(?: {2}|\\)$")
_NEEDLESS = re.compile(r"\\([%,;?/'@])|(?<=\d)\\([.:])(?=\d)")
"""Escapes without which a text reads the same."""


def as_markdown(text: str, paper: Paper) -> str:
    """The rendered Markdown with number, addressee, annexes and signature in their places."""
    annexed = _ANNEX.search(text)
    end = annexed.start() if annexed else len(text)
    paragraphs, annexes = list(_paragraphs(text[:end])), list(_paragraphs(text[end:]))
    head = 1 if paragraphs and paragraphs[0].startswith("# ") else 0
    title, body = paragraphs[:head], paragraphs[head:]
    return "\n\n".join([*_before(paper), *title, *_addressee(paper), *body, *_after(paper), *annexes]) + "\n"


def _before(paper: Paper) -> Iterator[str]:
    signer = f"签发人：{paper.signer}" if paper.signer else ""
    if line := "　　".join(part for part in (paper.number, signer) if part):
        yield line


def _addressee(paper: Paper) -> Iterator[str]:
    if paper.addressee:
        yield paper.addressee.rstrip(":： ") + "："


def _after(paper: Paper) -> Iterator[str]:
    from mzsh.typesetting.chinese import cn_date

    numbered = len(paper.annexes) > 1
    for number, name in enumerate(paper.annexes, 1):
        yield ("附件：" if number == 1 else "") + (f"{number}." if numbered else "") + name
    if paper.agency:
        yield paper.agency
        if paper.date:
            yield cn_date(paper.date)
    if paper.copies:
        yield f"抄送：{'、'.join(paper.copies)}。"


def _paragraphs(rendered: str) -> Iterator[str]:
    """Paragraphs and tables, the lines of a paragraph joined; style fences go."""
    from mzsh.typesetting.escaping import LINE_BREAK, MERGED_LEFT, MERGED_UP

    pending: list[str] = []
    for line in [*rendered.split("\n"), ""]:
        if line.startswith(":::"):
            continue
        if _RULE.fullmatch(line):
            line = re.sub(r"-{3,}", "---", line)
        if line.strip() and (not pending or _BLOCK.match(line) or _ENDS_LINE.search(pending[-1])):
            pending.append(line)
        elif line.strip():
            pending[-1] = _joined(pending[-1], line)
        elif pending:
            title = pending[0].startswith("#")
            text = "\n".join(pending).replace(LINE_BREAK, "" if title else "<br>")
            text = re.sub(f"[{MERGED_LEFT}{MERGED_UP}]", "", text)
            yield _NEEDLESS.sub(lambda escape: escape[1] or escape[2], text)
            pending = []


def _joined(before: str, after: str) -> str:
    """Two lines of one paragraph: no blank between Chinese."""
    first, second = before.rstrip(), after.strip()
    return first + (" " if first[-1:].isascii() and second[:1].isascii() else "") + second
