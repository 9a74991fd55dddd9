"""The paper that a text is set on: number, addressee, copies, signer, date and annexes, from where they were typed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mzsh.documents.naming import joined
from mzsh.errors import MzshError
from mzsh.model import meeting as model
from mzsh.model.papers import Circular, ReportPaper
from mzsh.model.project import Project
from mzsh.model.values import parse_day

if TYPE_CHECKING:
    from mzsh.model.settings import LayoutSettings
    from mzsh.typesetting.layout import Layout, Signature
    from mzsh.typesetting.standard import Style

Form = Literal["文件", "信函", "纪要"]
Issuer = Literal["body", "organization", "research", "general"]
_AFTER_THE_AGENCY = {"文件": "文件", "信函": "", "纪要": "纪要"}
"""What stands behind the agency's name in the red head."""


@dataclass(frozen=True)
class Paper:
    """What a document carries around its text; what was not typed is empty and left out.

    `form` is its layout: 文件 with 文件 behind the agency's name, 信函 or 纪要. `signer` (签发人) is that of a paper to
    a superior (上行文), the only one that shows it. `sealed` leaves room for a seal below the text.
    """

    form: Form = "文件"
    agency: str = ""
    number: str = ""
    addressee: str = ""
    copies: tuple[str, ...] = ()
    signer: str = ""
    office: str = ""
    date: datetime.date | None = None
    annexes: tuple[str, ...] = ()
    sealed: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that is printed around the text."""
        return (self.agency, self.number, self.addressee, *self.copies, self.signer, self.office, *self.annexes)


def paper_of(
    project: Project,
    document: str,
    *,
    own: ReportPaper | Circular | None = None,
    upward: bool = False,
    form: Form = "文件",
    by: Issuer = "body",
    annexes: tuple[str, ...] = (),
    sealed: bool = True,
    signed: bool = False,
) -> Paper:
    """What the front matter of the document's own file says, else 公文 of 会议.yml.

    `by` is who issues it: the body, or one of its offices (承办) where 会议.yml names it. A number with 函 in it is
    that of a letter (信函). `annexes` are those that follow the text, where the file names none itself. `signed` is a
    paper that goes out under the agency's name also while 公文 says nothing of it: the day is then left to be written.
    """
    meeting = project.meeting
    typed = meeting.paper(document)
    own = own or ReportPaper()
    day = own.sent or _day(typed)
    number = own.number or typed.number
    issued = bool(number or day or upward or signed)
    return Paper(
        form="信函" if form == "文件" and "函" in number else form,
        agency=_agency(project, by) if issued else "",
        number=number,
        addressee=own.addressee or typed.addressee,
        copies=own.copies or typed.copies,
        signer=(own.signer or typed.signer) if upward else "",
        office=_office(project, typed),
        date=day,
        annexes=own.annexes or annexes,
        sealed=sealed,
    )


def _agency(project: Project, by: Issuer) -> str:
    """发文机关, by its full name."""
    org = project.meeting.org
    office = "" if by == "body" else getattr(project.meeting.offices, by)
    return _full(org, office) if office else org


def _full(org: str, office: str) -> str:
    """An office by its full name: 市财政局党组 has 市财政局办公室, not an office of its 党组."""
    return joined(org.removesuffix("党组"), office)


def _day(typed: model.Paper) -> datetime.date | None:
    """印发, where it is a day."""
    try:
        return parse_day(typed.sent)
    except ValueError:
        return None


def _office(project: Project, typed: model.Paper) -> str:
    """印发机关: as typed, else the office of the body."""
    if typed.sent and _day(typed) is None:
        return typed.sent
    general = project.meeting.offices.general
    return _full(project.meeting.org, general) if general else ""


def layout_of(paper: Paper, *, settings: LayoutSettings, landscape: bool) -> Layout:
    """How the document is set."""
    from mzsh.typesetting.layout import Imprint, Layout, Letterhead

    copies = "、".join(paper.copies)
    mark = f"{paper.agency}{_AFTER_THE_AGENCY[paper.form]}"
    return Layout(
        style=_style(settings),
        landscape=landscape,
        letterhead=Letterhead(mark, paper.number, paper.signer, form=paper.form) if paper.number else None,
        addressee=paper.addressee,
        annexes=paper.annexes,
        signature=_signature(paper),
        imprint=Imprint(copies, paper.office, paper.date) if paper.number and (copies or paper.date) else None,
    )


def _signature(paper: Paper) -> Signature | None:
    """落款; minutes (纪要) have none."""
    from mzsh.typesetting.layout import Signature

    if not paper.agency or paper.form == "纪要":
        return None
    return Signature(paper.agency, paper.date, sealed=paper.sealed)


def _style(settings: LayoutSettings) -> Style:
    """版式 of 会议.yml; what was not typed is the standard's. MzshError where what was typed was refused."""
    from mzsh.typesetting.standard import Style

    if settings.at.refused:
        line = settings.at.span(min(settings.at.refused)).line
        raise MzshError(f"会议.yml 第{line}行的版式写得不对，没有排", hint="mzsh check 会议.yml 说哪里不对")
    typed = {
        "pitch": settings.pitch,
        "bold": frozenset(settings.bold),
        "digit_font": settings.digit_font,
        "title_font": settings.title_font,
    }
    given = {name: value for name, value in typed.items() if value}
    return Style(**given)  # type: ignore[arg-type]
