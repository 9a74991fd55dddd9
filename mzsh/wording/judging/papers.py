"""What of a paper without a workspace is judged: the areas of an outline, a talk, the criticisms of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from mzsh.model.body import NUMBERED
from mzsh.model.examining import CAUSES, PROBLEMS
from mzsh.model.place import Span
from mzsh.model.text import plain, shortened, without_numbering
from mzsh.wording.judging.roles import Kind
from mzsh.wording.judging.units import Piece, Unit
from mzsh.wording.papers import PARTS_OF_PROBLEMS, Stretch, read_paper

_PASSAGE = 700
"""Up to so many characters without headings of parts, a text is one passage."""
_ADDRESSED = re.compile(
    r"(?:对|给)?[^，。；\s]{1,10}(?:同志|书记|主任|市长|县长|局长|部长|主席|常委)[^，。；]{0,6}[：:，]"
)
_HEADS = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．])?\s*对[^，。；：:\s]{2,12}[：:。]?"
)
"""A line that says whom the criticism below it is about."""
_FRONT_KIND = re.compile(r"^(?:类型|kind):[ \t]*[\"']?(\S+?)[\"']?[ \t]*$", re.MULTILINE)
_FRONT_NAME = re.compile(r"^(?:姓名|批评人|谈话人|member|critic|talker):[ \t]*[\"']?(\S+?)[\"']?[ \t]*$", re.MULTILINE)
_KIND_WORDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("talk", ("谈心谈话", "谈话记录", "谈话", "talk")),
    ("criticism", ("批评意见", "相互批评", "批评", "criticism")),
    ("outline", ("发言提纲", "对照检查", "检视剖析", "提纲", "批评和自我批评", "批评与自我批评", "outline")),
)
_OTHER_PAPER = re.compile(r"(?:实施方案|通知|主持词|专题报告|情况报告|情况通报|会议记录|会议纪要|议程|整改方案|说明)$")
_NOT_A_NAME = re.compile(
    r"\d+年?度?|年度|自我批评|和自我|与自我|民主生活会|专题|个人|本人|班子|发言提纲|对照检查|检视剖析|批评意见|谈心谈话|谈话|记录|材料|提纲|发言|批评|意见"
    r"|修改|定稿|最终|终稿|初稿|版|稿|第|同志|[（）()【】\[\]_\-—.\s·、,，]+"
)
_NAME = re.compile(r"[一-龥]{2,4}")


@dataclass(frozen=True)
class Paper:
    """A text as it was found: its path (or a name for it), and what kind of paper it is."""

    path: str
    text: str
    kind: Kind

    @cached_property
    def stretches(self) -> list[Stretch]:
        """Its paragraphs with their parts and areas."""
        return read_paper(self.text)

    @property
    def length(self) -> int:
        """Characters without blanks and punctuation."""
        return sum(len(plain(stretch.text)) for stretch in self.stretches)

    @property
    def person(self) -> str:
        """Whose paper it is: by its front matter, else by the name of its file; empty where neither says it."""
        named = _FRONT_NAME.search(self.text[:2000]) if self.text.startswith("---") else None
        if named:
            return named[1]
        stem = self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        found = _NAME.fullmatch(_NOT_A_NAME.sub("", stem))
        return found[0] if found else ""

    def share(self, part: str) -> float | None:
        """How much of the text stands in a part (问题, 原因); None where the paper has no such part."""
        if not any(stretch.part == part for stretch in self.stretches):
            return None
        own = sum(len(plain(stretch.text)) for stretch in self.stretches if stretch.part == part)
        return own / max(self.length, 1)


SHARED_PARTS = (PROBLEMS, CAUSES)


def kind_of(path: str, text: str) -> Kind:
    """What kind of paper a text is: by its front matter, else by its path, else an outline."""
    front = _FRONT_KIND.search(text[:2000]) if text.startswith("---") else None
    for where in (front[1] if front else "", path.rsplit("/", 1)[-1], path):
        found = [(len(name), kind) for kind, names in _KIND_WORDS for name in names if name in where]
        if found:
            return max(found, key=lambda one: one[0])[1]
    return "outline"


def other_kind(path: str, text: str) -> str:
    """What a text is, where it is a paper that the word rules never read (Chinese); else empty.

    Known by its 类型, else by what its name ends with: 实施方案.docx, 情况通报.txt.
    """
    front = _FRONT_KIND.search(text[:2000]) if text.startswith("---") else None
    if front:
        known = any(name in front[1] for _, names in _KIND_WORDS for name in names)
        return "" if known else front[1]
    ending = _OTHER_PAPER.search(path.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    return ending[0] if ending else ""


def units_of(paper: Paper) -> list[Unit]:
    """The units of a paper."""
    body = [stretch for stretch in paper.stretches if not (stretch.level and stretch.level <= 2)]
    if paper.kind == "talk":
        return [_unit(paper, "这次谈话", [stretch for stretch in paper.stretches if not stretch.level])]
    if paper.kind == "criticism":
        return _criticisms(paper, body)
    parts = {stretch.part for stretch in paper.stretches if stretch.level == 2}
    areas = {stretch.area for stretch in paper.stretches if stretch.area}
    if not parts and len(areas) <= 1 and len(paper.text) <= _PASSAGE:
        return [_unit(paper, "这一段", paper.stretches)]
    return _areas(paper, body)


def _areas(paper: Paper, body: Sequence[Stretch]) -> list[Unit]:
    """The areas of the problem part, each as one; where nothing is an area, the part as a whole."""
    own = [stretch for stretch in body if stretch.part in PARTS_OF_PROBLEMS]
    units = []
    for area, stretches in groupby(own, key=lambda stretch: stretch.area):
        under = [stretch for stretch in stretches if stretch.text != area]
        if under:
            units.append(_unit(paper, f"“{shortened(area, 18)}”" if area else "问题部分", under))
    return units


def _criticisms(paper: Paper, body: Sequence[Stretch]) -> list[Unit]:
    """Each criticism of a list, or under the line that says of whom it is; a text that is no list is one."""
    if any(_HEADS.fullmatch(stretch.text) for stretch in paper.stretches):
        return _under_heads(paper)
    lists = len(body) > 1 and all(NUMBERED.match(s.text) or _ADDRESSED.match(s.text) for s in body)
    if lists:
        return [_unit(paper, "这条批评", [stretch]) for stretch in body]
    return [_unit(paper, "这条批评", body)]


def _under_heads(paper: Paper) -> list[Unit]:
    """The criticisms under 对张三同志：, each to the next such line."""
    heads = [place for place, stretch in enumerate(paper.stretches) if _HEADS.fullmatch(stretch.text)]
    ends = [*heads[1:], len(paper.stretches)]
    units = []
    for start, end in zip(heads, ends, strict=True):
        name = without_numbering(paper.stretches[start].text).strip("：: 。")
        name = name if "批评" in name or "意见" in name else f"{name}的批评"
        units.append(_unit(paper, name, paper.stretches[start + 1 : end]))
    return [unit for unit in units if unit.pieces]


def _unit(paper: Paper, name: str, stretches: Sequence[Stretch]) -> Unit:
    pieces = tuple(_piece(stretch) for stretch in stretches if plain(stretch.text))
    return Unit(paper.path, paper.kind, name, pieces)


def _piece(stretch: Stretch) -> Piece:
    def span(start: int, end: int) -> Span:
        line, column = stretch.place(start)
        last_line, last_column = stretch.place(max(end - 1, start))
        return Span(line, column, last_line, last_column + 1)

    return Piece(stretch.text, span)
