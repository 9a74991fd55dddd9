"""Soliciting opinions: whom the letters reach, to whom each member listens (MZ4xx, clauses 3.2)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from mzsh.model.meeting import Meeting
from mzsh.model.opinions import Solicitation
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.model.text import plain
from mzsh.planning.presence import may_be_unreadable
from mzsh.planning.soliciting import Unasked, letters, unasked_units, unheard_places, unreturned_letters
from mzsh.rules.rule import Example, rule

_REGISTER = "03-征求意见/征求意见.yml"
_NEW = "运行 mzsh new solicitation --all，把函列出来"


@rule(
    "MZ401",
    "征求意见函没有发齐、收齐",
    clauses=("3.2-letter",),
    example=Example(
        _REGISTER,
        good="  - {单位: 桥头镇党委, 类别: 基层党组织, 发出: 1, 收回: 1}\n",
        bad="",
        hits=("函:",),
    ),
)
def letters_sent_to_all(project: Project) -> Iterator[Remark]:
    """会议.yml 的“征求范围”里列了哪些单位，征求意见函就要发到哪些单位。发出以后没有收回的，另作提示，并算出收回率。"""
    if may_be_unreadable(project, (Solicitation,)):
        return
    for unasked in unasked_units(project):
        yield _unasked(unasked, project)
    unreturned = unreturned_letters(project)
    rate = f"；共发出 {_total(project, 'sent')} 份，收回 {_total(project, 'returned')} 份" if unreturned else ""
    for letter in unreturned:
        field = "returned" if letter.at.has("returned") else ""
        message = f"发给{letter.unit or '（未写单位）'}的征求意见函还没有收回{rate}"
        hint = "催一催；收回以后填“收回”"
        # letters are out until the opinions are to be summarised; only then is one that has not come back worth a word
        more = {"clauses": ("3.2-deadline",), "loudest": "提示"}
        yield letter.remark(field, message, hint=hint, absent=True, about=letter.unit, **more)
        rate = ""


def _total(project: Project, field: str) -> int:
    return sum(getattr(letter, field) or 0 for letter in letters(project))


def _unasked(unasked: Unasked, project: Project) -> Remark:
    """At the letter that did not go out, else at the register's list, else at the unit in 会议.yml."""
    message = f"还没有给{unasked.unit}发征求意见函"
    if unasked.letter is not None:
        field = "sent" if unasked.letter.at.has("sent") else ""
        return unasked.letter.remark(field, message, hint="发出以后填“发出”的份数", absent=True, about=unasked.unit)
    register = project.solicitation
    if register is not None:
        listed = [letter.unit for letter in letters(project) if letter.unit not in project.meeting.solicited]
        close = difflib.get_close_matches(unasked.unit, listed, 1, 0.6)
        hint = f"函里写的是“{close[0]}”，名称要与“征求范围”一致" if close else _NEW
        return register.remark_key("letters", message, hint=hint, absent=True, about=unasked.unit)
    meeting = project.meeting
    span = meeting.at.span("solicited", unasked.index)
    return Remark(path=meeting.path, span=span, message=message, hint=_NEW, quote=unasked.unit, absent=True)


@rule(
    "MZ405",
    "没有听取分管单位或联系点的意见",
    clauses=("3.2-listen",),
    example=Example(_REGISTER, good="  - {成员: 李明, 对象: 市财政局, 日期: 2021-12-15}\n", bad="", hits=("听取:",)),
)
def members_listened(project: Project) -> Iterator[Remark]:
    """每名成员要到自己分管的每一个单位和党建工作联系点听取意见，听过一处登记一行。"""
    if may_be_unreadable(project, (Solicitation,)):
        return
    register = project.solicitation
    for empty in unheard_places(project):
        message, about = f"{empty.member.name}还没有听取{empty.place}的意见", f"{empty.member.name} {empty.place}"
        if empty.hearing is not None:
            yield empty.hearing.remark("", message, hint="听过以后填“日期”", absent=True, about=about)
        elif register is not None:
            hint = f"听过以后在“听取”里登记一行：成员 {empty.member.name}，对象 {empty.place}"
            yield register.remark_key("listened", message, hint=hint, absent=True, about=about)
        else:
            hint = "运行 mzsh new solicitation --all，听过一处登记一处"
            yield empty.member.remark("name", message, hint=hint, absent=True, about=about)


_GRASS_ROOTS = re.compile(r"社区|村|街道|镇|乡|支部|总支|居委|居民|基层|车间|班组|学院|院系|分公司|子公司|项目部")
_NO_GRASS_ROOTS = re.compile(r"乡村振兴|农业农村|农村工作|村镇建设|镇江|景德镇|新乡|乡镇企业")


@rule(
    "MZ409",
    "征求范围里没有基层党组织",
    clauses=("3.2-scope",),
    example=Example(
        "会议.yml",
        good="  - 临江经开区党工委\n  - 江湾街道党工委\n  - 桥头镇党委\n  - 南岸社区党委\n",
        bad="",
        hits=("征求范围:",),
    ),
)
def scope_reaches_grass_roots(project: Project, meeting: Meeting) -> Iterator[Remark]:
    """征求意见要到基层：范围里至少有一个乡镇、街道、社区、村或支部这样的基层党组织，只发机关听不到基层的话。"""
    rows, register = letters(project), project.solicitation
    units = meeting.solicited or tuple(letter.unit for letter in rows if letter.unit)
    local = {plain(letter.unit) for letter in rows if "基层" in letter.category}
    reached = any(plain(unit) in local or _GRASS_ROOTS.search(_NO_GRASS_ROOTS.sub("", unit)) for unit in units)
    if not units or reached or may_be_unreadable(project, (Solicitation,)):
        return
    hint = "加上几个乡镇、街道、社区、村的党组织或党支部"
    if meeting.solicited or register is None:
        yield meeting.remark_key("solicited", "征求意见的范围里没有基层党组织", hint=hint)
    else:
        yield register.remark_key("letters", "征求意见函没有发到基层党组织", hint=hint)
