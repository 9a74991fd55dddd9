"""会议记录: who was there, what was done in which order, what was said to whom; as 纪要 where it has a number."""

from __future__ import annotations

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import sitting
from mzsh.documents.held import held
from mzsh.documents.needs import BODY, CRITICISMS, MEETING_NAME
from mzsh.documents.own_words import own_words
from mzsh.documents.paper import Paper, paper_of
from mzsh.documents.recorded import recorded
from mzsh.model.meeting import Meeting
from mzsh.model.minutes import Minutes
from mzsh.model.project import Project

_SUMMARY = "纪要"


@document("minutes", "会议记录", stage="会上", needs=(MEETING_NAME, BODY, CRITICISMS))
def minutes(project: Project, meeting: Meeting, minutes: Minutes) -> Context:
    """会议记录：时间、地点、人员、各项议程和记录人写的话；每人收到的批评逐条照批评意见的原文、实名，排在他发言之后。
    公文里给会议记录编了文号的，排成纪要：开头一段写明何时何地由谁主持，出席、请假、列席名单排在最后。"""
    words = own_words(minutes)
    typed = paper_of(project, "minutes", form="纪要", sealed=False)
    paper = typed if typed.number else Paper()
    is_summary = bool(typed.number)
    own_title = words.title if not is_summary or _SUMMARY in words.title else ""
    body = naming.body_name(meeting) or BODY.of(project)
    return Context(
        {
            **of_the_meeting(project),
            **held(project, minutes),
            "title": naming.broken(
                own_title or f"{body}{MEETING_NAME.of(project)}{'会议纪要' if is_summary else '记录'}"
            ),
            "is_summary": is_summary,
            "body_name": body,
            "hours": sitting.hours_in_words(meeting),
            "recorder": minutes.recorder,
            "attended": minutes.attended,
            "expected": len(meeting.member_names),
            "present": sitting.present(project),
            "absent": sitting.absences(project),
            "lead": meeting.supervision.lead,
            "opening": words.opening,
            "speakers": minutes.speakers,
            "gap": CRITICISMS.gap(project),
            "sections": recorded(project, minutes, words),
            "sentence": naming.sentence,
        },
        paper,
    )
