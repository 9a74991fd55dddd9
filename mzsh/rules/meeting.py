"""The meeting itself: who came, what was done, when and how long (MZ6xx, clauses 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.meeting import Meeting
from mzsh.model.minutes import Absence, Minutes
from mzsh.model.papers import SupervisionLog
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.project import Project
from mzsh.model.remark import Loudest, Remark
from mzsh.planning.attendance import absent_members, lacks_quorum, members_needed, quorum, unlisted_absentees
from mzsh.planning.presence import may_be_unreadable
from mzsh.planning.schedule import Schedule
from mzsh.planning.timing import days_needed, hours_needed, set_day
from mzsh.rules.rule import Example, rule

MINUTES = "08-会议/会议记录.md"


@rule(
    "MZ601",
    "到会人数不够",
    clauses=("4-attend",),
    example=Example(MINUTES, good="出席: [张卫国, 李明, 王芳]", bad="出席: [张卫国]", hits=("出席: [张卫国]",)),
)
def quorum_reached(minutes: Minutes, project: Project, profile: BodyProfile) -> Iterator[Remark]:
    """到会成员须达到应到人数的三分之二（可在 会议.yml 的 检查.阈值.到会比例 里另定），不够的应改期。"""
    if lacks_quorum(project, profile, minutes):
        expected, present = len(project.meeting.member_names), len(set(minutes.attended))
        share, need = quorum(project, profile), members_needed(project, profile)
        message = f"应到{expected}人，实到{present}人，不足{share}（至少{need}人）"
        yield minutes.remark_key("attended", message, hint="人数不够的应改期召开")


@rule(
    "MZ602",
    "缺席没有请假批准、书面发言或会后转达",
    clauses=("4-attend",),
    example=Example(
        MINUTES,
        good="出席: [张卫国, 李明, 王芳]",
        bad="出席: [张卫国, 李明]\n缺席: [{姓名: 王芳, 事由: 住院, 批准: 张卫国, 转达: 2022-01-20}]",
        hits=("{姓名: 王芳, 事由: 住院",),
    ),
)
def absence_arranged(minutes: Minutes, project: Project, profile: BodyProfile, schedule: Schedule) -> Iterator[Remark]:
    """不能到会的成员要请假（写批准人），交书面发言，会后把对他的批评意见转达到本人，三样都记在会议记录的“缺席”里。
    既不在“出席”又不在“缺席”里的，等于没有请假。"""
    for absence in minutes.absent:
        if absence.name in project.meeting.member_names:
            yield from _lacking(absence, schedule)
    if lacks_quorum(project, profile, minutes):
        return
    key = "absent" if "absent" in minutes.at.entries else "attended"
    for name in unlisted_absentees(project, minutes):
        hint = f"在“缺席”里加一条：{{姓名: {name}, 事由: …, 批准: …, 书面发言: true, 转达: 日期}}"
        yield minutes.remark_key(key, f"{name}没有到会，也没有写请假", hint=hint, absent=True, about=name)


def _lacking(absence: Absence, schedule: Schedule) -> Iterator[Remark]:
    """What one absent member's entry lacks, in one remark; the criticisms are relayed after the meeting."""
    wanted = (("approved_by", "批准人"), ("written", "书面发言"))
    lacks = [(f, word) for f, word in wanted if not getattr(absence, f) and f not in absence.at.refused]
    relay = not absence.relayed and "relayed" not in absence.at.refused
    over = schedule.stage == "会后"
    if relay and (over or not lacks):
        lacks.append(("relayed", "会后转达批评意见的日期"))
    if lacks:
        clauses = ("5.2-list",) if lacks[0][0] == "relayed" and not over else ("4-attend",)
        field = lacks[0][0] if len(lacks) == 1 else ""
        message = f"{absence.name}缺席，没有写{'、'.join(word for _, word in lacks)}"
        yield absence.remark(field, message, absent=True, about=absence.name, clauses=clauses)


def _is_detailed(minutes: Minutes) -> bool:
    """Whether the minutes say more than they must: then what is left out was forgotten rather than kept short."""
    return any(map(minutes.at.has, ("agenda_done", "speakers", "criticisms", "observed", "supervision_remarks")))


@rule(
    "MZ603",
    "议程缺项或错序",
    clauses=("4-ag1", "4-ag2", "4-ag3a", "4-ag4"),
    example=Example(
        MINUTES,
        good="议程: [通报, 班子对照检查, 逐一对照检查, 总结]",
        bad="议程: [班子对照检查, 逐一对照检查, 总结]",
        hits=("议程: [",),
    ),
)
def agenda_complete(project: Project, preset: Preset) -> Iterator[Remark]:
    """会议议程要按规定的几项依次进行，一项不缺。会议记录的“议程”照实写明。"""
    minutes = project.minutes
    if minutes is None:
        if not may_be_unreadable(project, (Minutes,)):
            yield project.meeting.remark_key("session", "还没有会议记录", hint="运行 mzsh new minutes", absent=True)
    elif "agenda_done" in minutes.at.pending:
        yield minutes.remark_key("agenda_done", "“议程”还没有填写", hint=_agenda_hint(preset), absent=True)
    elif "agenda_done" not in minutes.at.entries:
        headings = "\n".join(section.title for section in minutes.body.sections)
        lost = [item.name for item in preset.agenda if item.name not in headings]
        if lost:
            message = f"没有写“议程”，看不出这几项是否进行：{'、'.join(lost)}"
            loudest: Loudest = "错误" if _is_detailed(minutes) else "提示"
            yield minutes.remark_file(message, hint=_agenda_hint(preset), loudest=loudest)
    elif "agenda_done" not in minutes.at.refused and preset.agenda:
        for fault in agenda_faults(minutes.agenda_done, preset):
            span = minutes.at.span("agenda_done", fault.index)
            if fault.index is None:
                yield minutes.remark_key("agenda_done", fault.message, about=fault.about, clauses=fault.clauses)
            else:
                length = span.end_column - span.column
                yield minutes.remark_at(span.line, span.column, fault.message, hint=_agenda_hint(preset), length=length)


def _agenda_hint(preset: Preset) -> str:
    return f"照实写，如 议程: [{', '.join(item.name for item in preset.agenda)}]"


@dataclass(frozen=True, slots=True)
class AgendaFault:
    """Something wrong with 议程; `index` is the item at fault, None where one is missing or the order is wrong."""

    message: str
    index: int | None = None
    clauses: tuple[str, ...] = ()
    about: str = ""


def agenda_faults(done: tuple[str, ...], preset: Preset) -> Iterator[AgendaFault]:
    """Items that are unknown, doubled or missing, and a wrong order; where one edit caused two of them, one fault."""
    names = [item.name for item in preset.agenda]
    missing = [item for item in preset.agenda if item.name not in done]
    for index, name in enumerate(done):
        if name in names and done.index(name) == index:
            continue
        what = f"“{name}”写了两次" if name in names else f"规定的议程里没有“{name}”"
        lost = missing.pop(0) if missing else None
        yield AgendaFault(f"{what}，却缺“{lost.name}”" if lost else what, index)
    for item in missing:
        yield AgendaFault(f"议程缺“{item.name}”一项", clauses=(item.clause,) if item.clause else (), about=item.name)
    known = [name for index, name in enumerate(done) if name in names and done.index(name) == index]
    if known != sorted(known, key=names.index):
        yield AgendaFault(f"议程顺序是{'、'.join(known)}，应为{'、'.join(name for name in names if name in known)}")


@rule(
    "MZ606",
    "没有督导组的点评",
    clauses=("4-supervise",),
    example=Example(
        MINUTES,
        good=(
            "督导: 郭振华同志点评：三位同志都讲了自己的事，批评点到了具体日子；班子材料讲预案一条，"
            "原因挖得还浅，会后要补。"
        ),
        bad="督导:",
        hits=("督导:",),
    ),
)
def supervision_recorded(minutes: Minutes, project: Project, meeting: Meeting) -> Iterator[Remark]:
    """上级督导组全程指导，点评的要点要记进会议记录的“督导”。
    会议.yml 没有写督导组、会议记录也只写了几项必填的，只作提示。"""
    if minutes.supervision_remarks or "supervision_remarks" in minutes.at.refused:
        return
    logged = any(entry.stage == "会中" and entry.remarks for log in project.of(SupervisionLog) for entry in log.items)
    team = meeting.supervision.lead or meeting.supervision.members or _is_detailed(minutes)
    message = "督导组的点评只在督导登记里，没有写进会议记录" if logged else "没有写督导组的点评"
    yield minutes.remark_key(
        "supervision_remarks",
        message,
        hint="把点评的要点写在“督导”里",
        absent=True,
        loudest="错误" if team else "提示",
    )


@rule(
    "MZ607",
    "没有在规定日期前召开，或会期排不下",
    clauses=("4-date",),
    example=(
        Example(MINUTES, good="日期: 2022-01-18", bad="日期: 2022-01-28", hits=("日期: 2022-01-28",)),
        Example(
            "会议.yml",
            good='  时间: "09:00-17:30"\n',
            bad='  时间: "09:00-17:30"\n  会期: 0\n',
            hits=("会期: 0",),
        ),
    ),
)
def held_in_time(project: Project, meeting: Meeting, schedule: Schedule) -> Iterator[Remark]:
    """民主生活会要在时间节点定的日期前召开；会期要排得下每个人的发言和逐条批评。默认每人发言15分钟、每条批评3分钟、
    每天8小时，可在 会议.yml 的 检查.阈值 里写 发言分钟、批评分钟、每日小时 另定；
    人多的把“会期”写成两天；没有写会期的按一天算。"""
    limit = set_day(schedule)
    planned, minutes = meeting.session.date, project.minutes
    if limit and planned and planned > limit:
        yield meeting.session.remark("date", f"定在{planned}召开，晚于规定的{limit}", hint="提前召开，或经批准改时限")
    elif limit and minutes and minutes.date and minutes.date > limit:
        yield minutes.remark("date", f"会议{minutes.date}才召开，晚于规定的{limit}", hint="请核对日期")
    days = meeting.session.days
    unknown = "session" in meeting.at.refused or "days" in meeting.session.at.refused
    if unknown or days >= days_needed(meeting):
        return
    count = len(meeting.member_names)
    message = f"{count}人发言、{count * (count - 1)}条批评约需{hours_needed(meeting):.1f}小时，会期{days}天排不下"
    hint = f"把“会期”改为{days_needed(meeting)}"
    if "days" in meeting.session.at.entries:
        yield meeting.session.remark("days", message, hint=hint)
    else:
        yield meeting.remark_key("session", message, hint=hint)


@rule(
    "MZ609",
    "发言顺序缺人，或没有人列席",
    clauses=("4-ag3a", "4-attend"),
    example=Example(
        MINUTES, good="发言顺序: [张卫国, 李明, 王芳]", bad="发言顺序: [张卫国, 李明]", hits=("发言顺序: [",)
    ),
)
def everyone_speaks(minutes: Minutes, project: Project, meeting: Meeting) -> Iterator[Remark]:
    """到会的每一名成员都要逐一对照检查，“发言顺序”里一人不缺；规定列席的人一个也没有来的，给出提示。"""
    if minutes.at.is_empty_list("speakers"):
        yield minutes.remark_key("speakers", "“发言顺序”是空的", hint="照实写明谁先谁后", clauses=("4-ag3a",))
    elif minutes.speakers and "speakers" not in minutes.at.refused:
        absent = absent_members(project)
        lost = [name for name in meeting.member_names if name not in minutes.speakers and name not in absent]
        strays = {name for name in minutes.speakers if name not in meeting.member_names}
        for name in lost if len(lost) > len(strays) else ():
            yield minutes.remark_key("speakers", f"发言顺序里没有{name}", about=name, clauses=("4-ag3a",))
    invited = [observer.name for observer in meeting.observers if observer.name]
    came = any(name in written for name in invited for written in minutes.observed)
    if invited and not came and "observed" not in minutes.at.refused:
        message = f"应列席的{'、'.join(invited)}一个也没有到会"
        yield minutes.remark_key("observed", message, hint="到会的写进“列席”", clauses=("4-attend",), loudest="提示")
