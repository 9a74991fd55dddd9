"""相互批评意见汇总表 and 批评意见反馈单: who said what of whom, for all and for each who was told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import criticising
from mzsh.documents.figures.criticising import Said
from mzsh.documents.needs import BODY, CRITICISMS, MEETING_NAME, ROSTER
from mzsh.documents.subjects import MEMBER
from mzsh.model.meeting import Meeting, Member
from mzsh.model.preset import Preset
from mzsh.model.project import Project

_RAISED = {True: "是", False: "否", None: ""}
_NEEDS = (MEETING_NAME, BODY, ROSTER, CRITICISMS)


@document("criticism-table", "相互批评意见汇总表", stage="会上", landscape=True, needs=_NEEDS)
def criticism_table(project: Project, meeting: Meeting, preset: Preset) -> Context:
    """相互批评意见汇总表：按被批评人分组，逐条列出批评人、问题、事例、建议和会前谈话是否已经沟通，实名，只供内部使用。
    开会以前列的是写好的批评意见，只限批评人本人和组织部门掌握；会议记录逐条写了批评的，只列会上提过的。"""
    every = [one for group in criticising.received(project) for one in group.criticisms]
    return Context(
        {
            **_common(project),
            "title": naming.broken(
                f"{naming.body_name(meeting) or BODY.of(project)}{MEETING_NAME.of(project)}相互批评意见汇总表"
            ),
            "gap": ROSTER.gap(project) + CRITICISMS.gap(project),
            "criticisms": criticising.counts(project),
            "raised": sum(one.raised is True for one in every),
            "unraised": sum(one.raised is False for one in every),
            "rows": list(_rows(every, preset)),
        }
    )


@document(
    "criticism-table",
    "批评意见反馈单",
    stage="会上",
    one_per=MEMBER,
    needs=_NEEDS,
    template="criticism-slip",
)
def criticism_slip(project: Project, member: Member, preset: Preset) -> Context:
    """批评意见反馈单，一人一份：其他成员对本人的批评意见，实名、原话，会后交本人表态、签收。开会以前不交本人。"""
    criticisms = criticising.received_by(project, member.name)
    return Context(
        {
            **_common(project),
            "name": member.name,
            "gap": CRITICISMS.gap(project),
            "total": len(criticisms),
            "rows": [
                (number, one.critic, naming.area_name(_area(one), preset), *_words(one))
                for number, one in enumerate(criticisms, 1)
            ],
        }
    )


def _common(project: Project) -> dict[str, object]:
    return {
        **of_the_meeting(project),
        "organization": project.meeting.offices.organization or "组织部门",
        "held": project.minutes is not None,
    }


def _rows(every: Iterable[Said], preset: Preset) -> Iterator[tuple[object, ...]]:
    """序号 被批评人 批评人 方面 问题 事例 建议 谈话已沟通否: each row by itself, since a group may run over pages."""
    for number, one in enumerate(every, 1):
        area = naming.area_name(_area(one), preset)
        yield (number, one.about, one.critic, area, *_words(one), _RAISED[one.raised])


def _area(said: Said) -> int | None:
    return said.item.area if said.item else None


def _words(said: Said) -> tuple[str, str, str]:
    """问题 事例 建议, as they were written."""
    return (said.item.problem, said.item.example, said.item.suggestion) if said.item else ("", "", "")
