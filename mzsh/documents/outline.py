"""个人发言提纲: a member's own words, typeset."""

from __future__ import annotations

from mzsh.documents import naming
from mzsh.documents.document import Context, document
from mzsh.documents.own_words import own_words
from mzsh.documents.subjects import MEMBER
from mzsh.model.examination import Outline
from mzsh.model.meeting import Member
from mzsh.model.preset import Preset


@document("outline", "发言提纲", stage="会前", one_per=MEMBER)
def outline(preset: Preset, member: Member, outline: Outline) -> Context:
    """个人发言提纲，一人一份：正文照本人所写排版，一字不改；批注（<!-- -->）不印。"""
    words = own_words(outline, name=member.name)
    return Context(
        {
            "title": naming.broken(words.title or f"{preset.title}个人发言提纲"),
            "bylines": words.bylines or (() if member.name in words.title else (member.name,)),
            "text": words.text,
        }
    )
