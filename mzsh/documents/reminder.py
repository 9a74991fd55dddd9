"""催办单: what somebody still owes on the day, and by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mzsh.documents import naming, needs
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.paper import Paper, paper_of
from mzsh.documents.subjects import OnePer, Subject
from mzsh.model.meeting import Meeting
from mzsh.model.project import Project
from mzsh.planning.owing import Debt, debts_of
from mzsh.planning.owing_offices import office_debts
from mzsh.planning.schedule import Schedule
from mzsh.typesetting.chinese import cn_date, cn_month_day


def _owing(project: Project, schedule: Schedule) -> dict[str, tuple[Debt, ...]]:
    """Everybody who owes something: the members by the roster, then offices; the office that reminds knows itself."""
    reminds = project.meeting.offices.organization
    members = (project.meeting.member(name) for name in project.meeting.member_names)
    found = {member.name: debts_of(project, schedule, member) for member in members if member}
    owing = found | office_debts(project, schedule)
    return {name: debts for name, debts in owing.items() if debts and name != reminds}


OWING = OnePer(
    lambda project, schedule: tuple(_owing(project, schedule)),
    "到这一天为止，没有人有应办未办的事项",
    owned=False,
)


@document("reminder", "催办单", stage="会前", one_per=OWING, needs=(needs.MEETING_NAME,))
def reminder(project: Project, meeting: Meeting, schedule: Schedule, subject: Subject) -> Context:
    """催办单，谁有应办未办的事就给谁出一份（成员在前，承办和报送单位在后）：什么事、哪天到期、还有几天或超过几天，按时限先后排。

    到了哪个阶段催哪个阶段的事，会前不催整改。成员：听取意见、签收反馈、谈心谈话、发言提纲、批评意见、整改清单、逾期的整改事项、
    双重组织生活。部门：没有写“完成”的时间节点、等着它办的材料。提纲在等书记审阅或上级审定的，不催本人，催经办的一方。
    """
    debts = _owing(project, schedule).get(subject, ())
    today = schedule.today
    paper = paper_of(project, "reminder", by="organization")
    late = sum(debt.days_left(today) < 0 for debt in debts)
    return Context(
        {
            "title": f"{naming.broken(str(needs.MEETING_NAME.of(project)))}\n催办单",
            **of_the_meeting(project),
            "is_member": meeting.member(subject) is not None,
            "today": today,
            "total": len(debts),
            "late": late,
            "rows": [(number, *_row(debt, today)) for number, debt in enumerate(debts, 1)],
            "office": meeting.offices.organization,
        },
        _signed(paper, meeting, subject, today),
    )


def _signed(paper: Paper, meeting: Meeting, subject: str, today: date) -> Paper:
    """The paper addressed to whom it is for, and where 公文 gives it no number or day, signed on the day itself."""
    addressed = replace(paper, addressee=f"{subject}同志" if meeting.member(subject) else subject)
    if paper.agency or not meeting.offices.organization:
        return addressed
    return replace(addressed, agency=meeting.offices.organization, date=today)


def _row(debt: Debt, today: date) -> tuple[str, str, str]:
    left = debt.days_left(today)
    due = cn_date(debt.due)
    if left < 0:
        return (f"请尽快{debt.what}", due, f"已超过{-left}天")
    said = cn_month_day(debt.due) if debt.due.year == today.year else due
    return (f"请于{said}前{debt.what}", due, f"还有{left}天" if left else "今天到期")
