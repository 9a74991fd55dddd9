"""The meeting itself: who came, what was done, who criticised whom (MZ6xx, clauses 4)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from mzsh.model.criticism import Criticism
from mzsh.model.minutes import Minutes
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.planning.duties import required_criticisms
from mzsh.planning.presence import criticism_file, may_be_unreadable
from mzsh.rules.rule import Example, rule


def quorum(project: Project, profile: BodyProfile) -> Fraction:
    """The share of members that must be present: 阈值 到会比例 of 会议.yml, else the profile's."""
    typed = project.meeting.check.thresholds.get("到会比例")
    if typed is not None:
        return Fraction(typed).limit_denominator(100) if typed <= 1 else Fraction(int(typed), 100)
    return Fraction(profile.quorum or "2/3")


@rule(
    "MZ601",
    "到会人数不够",
    clauses=("4-attend",),
    example=Example(
        "08-会议/会议记录.md", good="出席: [张卫国, 李明, 王芳]", bad="出席: [张卫国]", hits=("出席: [张卫国]",)
    ),
)
def quorum_reached(minutes: Minutes, project: Project, profile: BodyProfile) -> Iterator[Remark]:
    """到会成员须达到应到人数的三分之二（可在 会议.yml 的 检查.阈值.到会比例 里另定），不够的应改期。"""
    expected = project.meeting.member_names
    present = [name for name in minutes.attended if name in expected]
    unknown = [name for name in minutes.attended if name not in expected]
    if unknown:
        return
    share = quorum(project, profile)
    if minutes.attended and expected and len(present) < share * len(expected):
        need = -(-share.numerator * len(expected) // share.denominator)
        message = f"应到{len(expected)}人，实到{len(present)}人，不足{share}（至少{need}人）"
        yield minutes.remark_key("attended", message, hint="人数不够的应改期召开")


@rule(
    "MZ603",
    "议程缺项或错序",
    clauses=("4-ag1", "4-ag2", "4-ag3a", "4-ag4"),
    example=Example(
        "08-会议/会议记录.md",
        good="议程: [通报, 班子对照检查, 逐一对照检查, 总结]",
        bad="议程: [班子对照检查, 逐一对照检查, 总结]",
        hits=("议程: [",),
    ),
)
def agenda_complete(project: Project, preset: Preset) -> Iterator[Remark]:
    """会议议程要按规定的几项依次进行，一项不缺。会议记录的“议程”照实写明。"""
    minutes = project.minutes
    names = [item.name for item in preset.agenda]
    if minutes is None:
        if not may_be_unreadable(project, (Minutes,)):
            yield project.meeting.remark_key("session", "还没有会议记录", hint="运行 mzsh new minutes", absent=True)
        return
    if "agenda_done" in minutes.at.refused or not preset.agenda:
        return
    done = list(minutes.agenda_done)
    for item in preset.agenda:
        if item.name not in done:
            clauses = (item.clause,) if item.clause else ()
            yield minutes.remark_key("agenda_done", f"议程缺“{item.name}”一项", clauses=clauses)
    known = [name for name in done if name in names]
    if known != sorted(known, key=names.index):
        message = f"议程顺序是{'、'.join(known)}，应为{'、'.join(name for name in names if name in known)}"
        yield minutes.remark_key("agenda_done", message)
    for index, name in enumerate(done):
        if name not in names:
            span = minutes.at.span("agenda_done", index)
            yield minutes.remark_at(
                span.line, span.column, f"规定的议程里没有“{name}”", hint="可写：" + "、".join(names), length=len(name)
            )


@rule(
    "MZ604",
    "批评不是逐一进行",
    clauses=("4-ag3b", "4-everyone"),
    example=Example(
        "07-批评意见/李明.md",
        good=(
            "  - 对象: 王芳\n    方面: 4\n    问题: 你办人才的事只顾自己稳妥，让人家来回跑。\n"
            "    事例: 2021年4月报到的12名医生，同一份证明补了三回，9月走了一名外科医生。\n"
            "    建议: 材料一次告知、一次收齐。\n    会前已沟通: true\n"
        ),
        bad="",
        hits=("意见:",),
    ),
)
def criticism_matrix(project: Project) -> Iterator[Remark]:
    """每名成员都要对其他每一名成员提出批评意见，n 名成员共 n×(n−1) 条，不能有空格。"""
    minutes = project.minutes
    absent = _absent(project, minutes)
    cells = [cell for cell in required_criticisms(project.meeting) if not absent & set(cell)]
    written = {(criticism.critic, criticism.item.about) for criticism in project.criticisms}
    for critic in project.meeting.member_names:
        empty = [about for giver, about in cells if giver == critic and (giver, about) not in written]
        if empty and not may_be_unreadable(project, (Criticism,), critic):
            yield from _empty_cells(project, critic, empty)
    if minutes is not None and minutes.criticisms.pairs:
        given = {(pair.critic, pair.about) for pair in minutes.criticisms.pairs}
        strays = [
            pair
            for pair in minutes.criticisms.pairs
            if not {pair.critic, pair.about} <= set(project.meeting.member_names)
        ]
        missing = [cell for cell in cells if cell not in given]
        for giver, about in missing if len(missing) > len(strays) else ():
            yield minutes.remark_key("criticisms", f"会上{giver}没有批评{about}", absent=True)


def _absent(project: Project, minutes: Minutes | None) -> set[str]:
    """Members who were not there: 601 and 602 speak of them."""
    members = set(project.meeting.member_names)
    if minutes is None or not minutes.attended or not set(minutes.attended) <= members:
        return set()
    return set(project.meeting.member_names) - set(minutes.attended)


def _empty_cells(project: Project, critic: str, empty: list[str]) -> Iterator[Remark]:
    document = criticism_file(project, critic)
    if document is None or document.is_stub:
        strays = [d for d in project.of(Criticism) if d.critic not in project.meeting.member_names and not d.is_stub]
        member = project.meeting.member(critic)
        if member is not None and not strays:
            hint = f"运行 mzsh new criticism {critic}"
            yield member.remark("name", f"还没有{critic}对其他成员的批评意见", hint=hint, absent=True)
        return
    of_himself = [item for item in document.items if item.about == critic and not item.is_stub]
    for item in of_himself:
        yield item.remark("about", f"{critic}批评的是本人，批评意见要写别人")
    strays_here = [item for item in document.items if item.about not in project.meeting.member_names] + of_himself
    if len(strays_here) < len(empty):
        for about in empty:
            yield document.remark_key("items", f"{critic}没有对{about}提出批评意见", absent=True)


@rule(
    "MZ608",
    "批评意见没有问题或事例",
    clauses=("4-crit-direct", "4-zhengfeng"),
    example=Example(
        "07-批评意见/李明.md",
        good="    事例: 2021年4月报到的12名医生，同一份证明补了三回，9月走了一名外科医生。\n",
        bad="",
        hits=("对象: 王芳",),
    ),
)
def criticism_concrete(criticism: Criticism) -> Iterator[Remark]:
    """相互批评要直接点问题、摆事例：每一条都要写出问题，并有一个具体事例。"""
    for item in criticism.items:
        if item.is_stub:
            continue
        for field, chinese in (("problem", "问题"), ("example", "事例")):
            known = field not in item.at.refused and field not in item.at.pending
            if known and not getattr(item, field):
                yield item.remark(field, f"对{item.about or '（未写对象）'}的批评没有写{chinese}")
