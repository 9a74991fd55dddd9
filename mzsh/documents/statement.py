"""班子对照检查材料: the team's own text, typeset."""

from __future__ import annotations

from mzsh.documents import naming
from mzsh.documents.document import Context, document
from mzsh.documents.own_words import OwnWords, own_words
from mzsh.documents.paper import paper_of
from mzsh.model.examination import Statement
from mzsh.model.meeting import Meeting
from mzsh.model.preset import Preset
from mzsh.model.project import Project


@document("statement", "班子对照检查材料", stage="会前")
def statement(project: Project, meeting: Meeting, preset: Preset, statement: Statement) -> Context:
    """班子对照检查材料：正文照班子材料排版，一字不改；批注（<!-- -->）不印。没有写题目的，补上题目和班子的名称。"""
    body = naming.body_name(meeting)
    words = _read(statement, meeting)
    named = any(name and name in words.title for name in (meeting.group, meeting.org, body))
    return Context(
        {
            "title": naming.broken(words.title or f"{preset.title}对照检查材料"),
            "bylines": words.bylines or ((body,) if body and not named else ()),
            "text": words.text,
        },
        paper_of(project, "statement"),
    )


def _read(statement: Statement, meeting: Meeting) -> OwnWords:
    """The text; a line below the title that is only the body's name, long or short, is its byline."""
    names = dict.fromkeys(name for name in (meeting.org, meeting.group) if name)
    readings = [own_words(statement, name=name) for name in names] or [own_words(statement)]
    return max(readings, key=lambda words: len(words.bylines))
