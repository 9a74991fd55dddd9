"""Names as typed on the command line, looked up on the roster."""

from __future__ import annotations

import difflib

from mzsh.errors import MzshError
from mzsh.model.meeting import Member
from mzsh.model.project import Project
from mzsh.planning.duties import required_talks
from mzsh.planning.identity import talk_partners
from mzsh.workspace.scaffold_materials import PlannedTalk


def refuse_empty_roster(project: Project) -> None:
    """MzshError where nobody is on the roster."""
    if not project.meeting.member_names:
        raise MzshError("名册还没有填", hint="先在 会议.yml 的“出席”里写上姓名、职务")


def member_named(project: Project, name: str) -> Member:
    """The member of that name. MzshError where the roster has none, with the closest."""
    refuse_empty_roster(project)
    member = project.meeting.member(name)
    if member is None:
        raise _unknown(name, project.meeting.member_names, "名册里")
    return member


def talk_of(project: Project, first: str, second: str) -> PlannedTalk:
    """The talk of two people, the member as the one who asks. MzshError where they have none to hold."""
    refuse_empty_roster(project)
    meeting = project.meeting
    everybody = tuple(sorted(talk_partners(meeting)))
    for name in (first, second):
        if name not in everybody:
            raise _unknown(name, everybody, "名册、分管单位负责人和支部代表里")
    if first == second:
        raise MzshError(f"“{first}”不能同自己谈话", hint="写两个人：mzsh new talk 谈话人 谈话对象")
    talker, partner = (first, second) if first in meeting.member_names else (second, first)
    if talker not in meeting.member_names:
        raise MzshError(f"“{first}”和“{second}”都不是班子成员", hint="谈话人应是名册里的成员")
    for required in required_talks(meeting, project.profile):
        if {required.first.name, required.partner} == {first, second}:
            return PlannedTalk(talker, partner, required.relation)
    delegates = {member.branch_delegate for member in meeting.members}
    relations = project.profile.relations
    return PlannedTalk(talker, partner, relations.delegate if partner in delegates else relations.head)


def _unknown(name: str, known: tuple[str, ...], where: str) -> MzshError:
    close = difflib.get_close_matches(name, known, 1, 0.5)
    hint = f"是不是“{close[0]}”？" if close else "有：" + "、".join(known[:12]) + ("……" if len(known) > 12 else "")
    return MzshError(f"{where}没有“{name}”", hint=hint)
