"""What a document carries around its text: head, addressee, annexes, signature and imprint."""

import datetime
from dataclasses import dataclass, field
from typing import Literal

from mzsh.typesetting.standard import Style

HeadForm = Literal["文件", "信函", "纪要"]


@dataclass(frozen=True)
class Letterhead:
    """The red head (版头): agency mark (发文机关标志), number (发文字号), signer (签发人) of a paper to a superior.

    `marks` stand at the top left, a line each: copy number (份号), secrecy (密级), urgency (紧急程度). `form` is that
    of a 文件, a letter (信函) or minutes (纪要).
    """

    mark: str
    number: str = ""
    signer: str = ""
    marks: tuple[str, ...] = ()
    form: HeadForm = "文件"


@dataclass(frozen=True)
class Signature:
    """Who signs and when (发文机关署名、成文日期); a sealed one leaves room for the seal (印章)."""

    agency: str
    date: datetime.date | None = None
    sealed: bool = True


@dataclass(frozen=True)
class Imprint:
    """The foot of the last page (版记): copies (抄送), issuing office (印发机关) and its date (印发日期)."""

    copies: str = ""
    office: str = ""
    date: datetime.date | None = None


@dataclass(frozen=True)
class Layout:
    """How one document is set; every part but the style is optional."""

    style: Style = field(default_factory=Style)
    landscape: bool = False
    title: str = ""
    byline: str = ""
    letterhead: Letterhead | None = None
    addressee: str = ""
    annexes: tuple[str, ...] = ()
    signature: Signature | None = None
    imprint: Imprint | None = None
