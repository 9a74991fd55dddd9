"""Who came to the meeting and who did not, as the minutes say (clause 4-attend)."""

from __future__ import annotations

from fractions import Fraction

from mzsh.model.minutes import Minutes
from mzsh.model.preset import BodyProfile
from mzsh.model.project import Project

_USUAL_QUORUM = Fraction(2, 3)


def attendance_is_known(project: Project, minutes: Minutes) -> bool:
    """Whether 出席 can be counted: typed, not refused, and without a mistyped name (MZ010)."""
    typed = bool(minutes.attended) and "attended" not in minutes.at.refused
    return typed and set(minutes.attended) <= set(project.meeting.member_names)


def absent_members(project: Project) -> frozenset[str]:
    """Members who were not there: 601 and 602 speak of them, and nobody asks for their speech or criticisms."""
    minutes = project.minutes
    if minutes is None:
        return frozenset()
    members = frozenset(project.meeting.member_names)
    if minutes.attended and attendance_is_known(project, minutes):
        return members - set(minutes.attended)
    return members & {absence.name for absence in minutes.absent} - set(minutes.attended)


def unlisted_absentees(project: Project, minutes: Minutes) -> tuple[str, ...]:
    """Members who stand neither in 出席 nor in 缺席; none where a mistyped name may be theirs."""
    members = project.meeting.member_names
    typed = minutes.attended and not {"attended", "absent"} & minutes.at.refused
    if not typed:
        return ()
    listed = {*minutes.attended, *(absence.name for absence in minutes.absent)}
    missing = tuple(name for name in members if name not in listed)
    nameless = sum(not absence.at.knows("name") for absence in minutes.absent)
    strays = len(listed - set(members) - {""}) + nameless
    return missing if len(missing) > strays else ()


def quorum(project: Project, profile: BodyProfile) -> Fraction:
    """The share of members that must be present, 0…1: 阈值 到会比例, else the profile's, else 2/3."""
    typed = project.meeting.check.thresholds.quorum
    if typed is not None:
        return Fraction(typed).limit_denominator(100)
    try:
        return Fraction(profile.quorum)
    except (ValueError, ZeroDivisionError):
        return _USUAL_QUORUM


def members_needed(project: Project, profile: BodyProfile) -> int:
    """How many members must be present."""
    share = quorum(project, profile)
    return -(-share.numerator * len(project.meeting.member_names) // share.denominator)


def lacks_quorum(project: Project, profile: BodyProfile, minutes: Minutes) -> bool:
    """Whether too few came (MZ601)."""
    known = bool(project.meeting.member_names) and attendance_is_known(project, minutes)
    return known and len(set(minutes.attended)) < members_needed(project, profile)
