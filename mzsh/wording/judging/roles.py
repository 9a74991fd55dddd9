"""Roles of sentences (句子的角色): what a sentence does in a self-examination, a talk or a criticism."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, TypeAlias

from mzsh.wording.judging.grams import Array, Table, read_table, scores, softmax

Kind: TypeAlias = Literal["outline", "talk", "criticism"]
KINDS: Mapping[Kind, str] = {"outline": "提纲", "talk": "谈话", "criticism": "批评"}

ROLES: Mapping[str, str] = {
    "FA": "具体的问题",
    "FH": "直接点出的毛病",
    "FV": "笼统的问题",
    "FT": "无关痛痒的问题",
    "EX": "客观理由",
    "FC": "班子或单位的问题",
    "FO": "别人的问题",
    "FB": "业务上的短板",
    "RC": "思想根源",
    "PR": "成绩和好话",
    "WK": "工作情况",
    "TH": "道理",
    "SU": "工作建议",
    "HO": "希望和勉励",
    "GR": "寒暄家常",
    "ME": "措施和表态",
    "OT": "过渡的话",
}
"""What each role is called when a finding counts sentences."""
PADDING = ("PR", "OT", "GR", "WK", "TH", "HO")
"""Roles in which a sentence neither states a fault nor asks for anything."""
CONCRETE = ("FA", "FH")
"""Roles in which a sentence states a fault of the right person so that everybody knows what is meant."""

_SHAPES: Mapping[str, re.Pattern[str]] = {
    "有日期": re.compile(r"[12]\d{3}年|\d[月日]"),
    "有数量": re.compile(r"\d(?:余|多)?[个户人件次份万亿元亩家条项名天遍小时起处页分%％]"),
    "有中文数量": re.compile(r"[一两三四五六七八九十百](?:次|户|件|份|遍|起|天|家|名|个|趟|年|月)"),
}
"""Shapes of a sentence that count beside its words."""
_SHORT, _LONG = 12, 60
SHAPE_NAMES = (*_SHAPES, "很短", "很长", *KINDS.values())
SHAPE_VALUE = 0.3
"""What a shape counts against the values of sequences, which are at most 1 together."""
TABLE = "句子角色.tsv"


def marked(sentence: str) -> str:
    """A sentence with its beginning and end marked, so that what opens or closes it can be told."""
    return f"^{sentence.strip()}$"


def shapes_of(sentences: Sequence[str], kinds: Sequence[Kind]) -> Array:
    """The shapes of each sentence, and the kind of paper it stands in."""
    import numpy

    found = numpy.array(
        [
            [
                *[pattern.search(text) is not None for pattern in _SHAPES.values()],
                len(text) <= _SHORT,
                len(text) >= _LONG,
                *[kind == one for one in KINDS],
            ]
            for text, kind in zip(sentences, kinds, strict=True)
        ],
        dtype=float,
    )
    return found.reshape(len(sentences), len(SHAPE_NAMES)) * SHAPE_VALUE


@cache
def _table() -> Table:
    return read_table(TABLE)


def roles_of(sentences: Sequence[str], kinds: Sequence[Kind]) -> Array:
    """For each sentence (with full-width punctuation) the chance of each role, in the order of `ROLES`."""
    import numpy

    table = _table()
    order = [table.columns.index(role) for role in ROLES]
    shapes = numpy.array([table.named[name] for name in SHAPE_NAMES])
    logits = scores([marked(text) for text in sentences], table)
    logits = logits + shapes_of(sentences, kinds) @ shapes + table.named["截距"]
    return softmax(logits)[:, order]
