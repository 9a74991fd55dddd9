"""归档文件目录: what the meeting leaves for the archive, piece by piece (件), in the order of `order.yml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mzsh.documents import document as documents
from mzsh.documents import naming, needs
from mzsh.documents.archiving import Filed, archive_order
from mzsh.documents.document import Context, OfficialDocument, document
from mzsh.documents.feeding import Supplies
from mzsh.documents.paper import paper_of
from mzsh.documents.subjects import TALK, UNIT, recorded_talks
from mzsh.model.meeting import Meeting
from mzsh.model.papers import SupervisionLog
from mzsh.model.project import Project
from mzsh.model.values import TEAM
from mzsh.planning.approvals import passed_reviews
from mzsh.planning.schedule import Schedule
from mzsh.typesetting.chinese import cn_date


@dataclass(frozen=True)
class Piece:
    """One piece (件): number, who made it, title, day; what the archive adds (档号, 页数) is not known here."""

    number: str
    responsible: str
    title: str
    day: date | None
    secrecy: str = ""
    note: str = ""


@document("contents", "归档文件目录", stage="会后", landscape=True, needs=(needs.MEETING_NAME, needs.ORG))
def contents(project: Project, meeting: Meeting, schedule: Schedule) -> Context:
    """归档文件目录，照 DA/T 22 的栏目一件一行，次序按会前、会上、会后：文件夹里有的材料和材料已齐、可以出的文书都列上。

    题名、文号、日期就是各件文书上印的；发往各单位的函算一件；日期写八位数字。档号、页数装订时填，先空着。
    """
    pieces = tuple(_pieces(project, Supplies(project, schedule)))
    return Context(
        {
            "title": "归档文件目录",
            "org": needs.ORG.of(project),
            "meeting_name": needs.MEETING_NAME.of(project),
            "total": len(pieces),
            "rows": [_row(number, piece) for number, piece in enumerate(pieces, 1)],
        },
        paper_of(project, "contents"),
    )


def _row(number: int, piece: Piece) -> tuple[object, ...]:
    day = piece.day.strftime("%Y%m%d") if piece.day else ""
    return (number, "", piece.number, piece.responsible, piece.title, day, piece.secrecy, "", piece.note)


def _pieces(project: Project, supplies: Supplies) -> Iterator[Piece]:
    for filed in archive_order().items:
        if filed.material:
            yield from _MATERIALS[filed.material](project, filed)
        for one in documents.collect():
            if one.id == filed.paper:
                yield from _written(one, filed, supplies)


def _written(one: OfficialDocument, filed: Filed, supplies: Supplies) -> Iterator[Piece]:
    """A document for each of its subjects, of which nothing is missing and that may go out; letters are one piece."""
    project = supplies.project
    if any(need.missing(project) for need in one.needs) or (one.gate and supplies.gatekeeper.known(one.gate)):
        return
    copies = one.subjects(project, supplies.schedule)
    for subject in copies[:1] if one.one_per is UNIT else copies:
        if supplies.absent(one, subject):
            continue
        context = one.function(**supplies.arguments(one, subject))
        several = f"共{len(copies)}份" if one.one_per is UNIT and len(copies) > 1 else ""
        yield Piece(
            number=context.paper.number,
            responsible=context.paper.agency or _responsible(filed, project, subject),
            title=_title(context, one, _whose(one, subject, project)),
            day=context.paper.date or _day(filed, project, subject),
            secrecy=filed.secrecy,
            note="，".join(note for note in (filed.note, several) if note),
        )


def _title(context: Context, one: OfficialDocument, whose: str) -> str:
    """The title as it is printed; whose it is, where the title does not say."""
    title = str(context.values.get("title", "") or one.name).replace("\n", "")
    return title if not whose or whose in title else f"{title}（{whose}）"


def _whose(one: OfficialDocument, subject: str, project: Project) -> str:
    """A member, or the two who talked; nobody where there is one for all."""
    if one.one_per is None or one.one_per is UNIT:
        return ""
    talk = recorded_talks(project).get(subject) if one.one_per is TALK else None
    return f"{talk.talker}与{talk.partner}" if talk else subject


def _responsible(filed: Filed, project: Project, subject: str) -> str:
    offices = {"组织部": "organization", "政研室": "research", "办公室": "general"}
    if filed.responsible == "本人":
        talk = recorded_talks(project).get(subject)
        return f"{talk.talker}、{talk.partner}" if talk else subject or project.meeting.org
    office = offices.get(filed.responsible, "")
    part = getattr(project.meeting.offices, office) if office else ""
    return naming.joined(project.meeting.org, part) if part else project.meeting.org


def _day(filed: Filed, project: Project, subject: str) -> date | None:
    """The day that stands for a paper without one of its own."""
    if filed.dated == "会议":
        return (project.minutes.date if project.minutes else None) or project.meeting.held_on
    if filed.dated == "谈话":
        talk = recorded_talks(project).get(subject)
        return talk.date if talk else None
    if filed.dated == "审定":
        material = project.examination(subject or TEAM)
        days = [one.date for one in passed_reviews(material.source, project) if one.date] if material else []
        return max(days, default=None)
    return None


def _notice(project: Project, filed: Filed) -> Iterator[Piece]:
    """The superior's notice, as 会议.yml names it."""
    basis, sender = project.meeting.basis, project.meeting.superior
    if basis.notice:
        title = basis.notice[len(sender) :].strip("《》") if sender else basis.notice
        yield Piece(basis.number, sender, title, basis.date, filed.secrecy, filed.note)


def _studies(project: Project, filed: Filed) -> Iterator[Piece]:
    for study in sorted(project.studies, key=lambda one: one.date or date.max):
        kind = "自学记录" if study.form == "自学" else "集中学习研讨记录"
        title = f"{cn_date(study.date) if study.date else ''}{kind}"
        yield Piece("", project.meeting.org, title, study.date, filed.secrecy, filed.note)


def _reviews(project: Project, filed: Filed) -> Iterator[Piece]:
    if project.reviews and project.reviews.items:
        last = max((one.date for one in project.reviews.items if one.date), default=None)
        yield Piece("", _responsible(filed, project, ""), "材料审阅审定记录", last, filed.secrecy, filed.note)


def _supervision(project: Project, filed: Filed) -> Iterator[Piece]:
    entries = [one for log in project.of(SupervisionLog) for one in log.items if one.remarks]
    if entries:
        last = max((one.date for one in entries if one.date), default=None)
        yield Piece("", project.meeting.org, "督导组督导情况记录", last, filed.secrecy, filed.note)


_MATERIALS: Mapping[str, Callable[[Project, Filed], Iterator[Piece]]] = {
    "上级通知": _notice,
    "学习研讨": _studies,
    "审阅": _reviews,
    "督导": _supervision,
}
