"""Heart-to-heart talks: who must talk with whom, about what, and how (MZ3xx, clauses 3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mzsh.model.meeting import Meeting
from mzsh.model.project import Project, Talks
from mzsh.model.remark import Remark
from mzsh.model.talks import TOPICS, Talk, TalkRecord, TalkRow
from mzsh.planning.presence import missing_talks
from mzsh.rules.materials import unconfirmed_avoids
from mzsh.rules.rule import Example, rule


@rule(
    "MZ301",
    "该谈的还没有谈",
    clauses=("3.3-scope1", "3.3-scope2", "3.3-scope3", "3.3-scope4"),
    example=Example("04-谈心谈话/李明-王芳.md", removed=True, hits=("会议.yml:姓名: 王芳",)),
)
def required_talks_held(project: Project) -> Iterator[Remark]:
    """四必谈的范围：书记与其他成员、成员之间、成员与分管部门主要负责人、成员与所在支部党员代表，都要谈到。
    谈过的写成谈话记录或在登记表里记一行，二者一样算。"""
    for required in missing_talks(project):
        yield required.second.remark(
            "name",
            f"{required.first.name}与{required.partner}还没有谈话记录",
            hint=f"谈后登记一行，或运行 mzsh new talk {required.first.name} {required.partner}",
            absent=True,
            about=f"{required.first.name} {required.partner}",
            clauses=(required.clause,),
        )


@rule(
    "MZ302",
    "四必谈的内容不全",
    clauses=("3.3-content1", "3.3-content2", "3.3-content3", "3.3-content4"),
    example=Example("04-谈心谈话/张卫国-李明.md", good="## 二、自身的问题及整改打算", bad="## 二、其他", hits=("",)),
)
def required_topics(talk: Talk) -> Iterator[Remark]:
    """每次谈话都要谈到：班子集体的问题、自身的问题及整改打算、对方的不足和改进建议、拟在会上开展批评的问题。
    记录里每项一节、不少于十个字；登记表里逐项勾选或写“四必谈”。"""
    missing = talk.missing_topics()
    if isinstance(talk, TalkRow):
        if missing and talk.at.knows("topics"):
            what = "、".join(chinese for _, chinese in missing)
            message = f"{talk.label}的谈话没有谈：{what}"
            clauses = tuple(_TOPIC_CLAUSES[topic] for topic, _ in missing)
            yield talk.remark_key("topics", message, hint="谈到了的写“内容: 四必谈”", about=_row(talk), clauses=clauses)
    elif isinstance(talk, TalkRecord):
        for topic, chinese in missing:
            section, clauses = talk.section(topic), (_TOPIC_CLAUSES[topic],)
            if section is None:
                yield talk.remark_file(f"谈话记录缺“{chinese}”一节", about=chinese, clauses=clauses)
            else:
                column, title, message = section.level + 2, section.title, f"“{section.title}”一节不足十个字"
                yield talk.remark_at(section.line, column, message, length=len(title), quote=title, clauses=clauses)


def _row(talk: Talk) -> str:
    """Which row of the register a talk is; a record of its own is known by its file's two names already."""
    return talk.label if isinstance(talk, TalkRow) else ""


_TOPIC_CLAUSES = {topic: f"3.3-content{number}" for number, topic in enumerate(TOPICS, 1)}


@rule(
    "MZ303",
    "谈心谈话不是一对一",
    clauses=("3.3-form",),
    example=Example(
        "04-谈心谈话/张卫国-李明.md",
        good="地点: 市委谈话室",
        bad="地点: 市委谈话室\n在场人数: 3",
        hits=("在场人数: 3",),
    ),
)
def one_to_one(talk: Talk) -> Iterator[Remark]:
    """谈心谈话须一对一：有第三人在场，话就说不透。改为两人单独谈；集体座谈请另记为征求意见。"""
    if talk.present != 2:
        yield talk.remark("present", f"在场{talk.present}人，谈心谈话须一对一", about=_row(talk))
    if talk.talker and talk.talker == talk.partner:
        yield talk.remark("partner", f"谈话人和谈话对象都是{talk.talker}", about=_row(talk))


@rule(
    "MZ304",
    "谈心谈话不是面对面",
    clauses=("3.3-form",),
    example=Example(
        "04-谈心谈话/张卫国-李明.md", good="地点: 市委谈话室", bad="地点: 市委谈话室\n方式: 电话", hits=("方式: 电话",)
    ),
)
def face_to_face(talk: Talk) -> Iterator[Remark]:
    """谈心谈话须面对面，电话、微信、视频不能算。"""
    if talk.mode and "面对面" not in talk.mode and "当面" not in talk.mode:
        yield talk.remark("mode", f"方式是“{talk.mode}”，谈心谈话须面对面", about=_row(talk))


@rule(
    "MZ305",
    "谈话日期在会议之后",
    clauses=("3.3-scope1", "3.3-scope2", "3.3-scope3", "3.3-scope4"),
    example=Example(
        "04-谈心谈话/张卫国-李明.md",
        good="日期: 2021-12-29",
        bad="日期: 2022-12-29",
        hits=("日期: 2022-12-29",),
    ),
)
def talk_before_meeting(talk: Talk, meeting: Meeting) -> Iterator[Remark]:
    """谈心谈话要在会前谈。日期在会议之后的，多半是年份写错了。"""
    if talk.date and meeting.held_on and talk.date > meeting.held_on:
        message = f"谈话日期 {talk.date} 在会议（{meeting.held_on}）之后"
        yield talk.remark("date", message, hint="请核对年月日", about=_row(talk))


@rule(
    "MZ306",
    "同一时间有两次谈话",
    clauses=("3.3-form",),
    example=Example(
        "04-谈心谈话/谈话登记.yml",
        good="谈话对象: 陈建平\n    类别: 分管部门负责人\n    日期: 2021-12-31",
        bad="谈话对象: 陈建平\n    类别: 分管部门负责人\n    日期: 2021-12-29",
        hits=('时间: "09:00-10:00"\n    地点: 市委办公室',),
    ),
)
def one_talk_at_a_time(talks: Talks) -> Iterator[Remark]:
    """一个人不能同时在两处谈话：时间重叠的，多半有一处记错了。只写开始时间的按一小时算。"""
    days: dict[date, list[Talk]] = {}
    for later in talks.held:
        if later.date is None or later.time is None:
            continue
        same_day = days.setdefault(later.date, [])
        for earlier in same_day:
            both = later.pair & earlier.pair
            if both and earlier.time and later.time.overlaps(earlier.time):
                message = f"{'、'.join(sorted(both))}同一时间还在谈另一次：{earlier.label}，{earlier.time}"
                related = (earlier.related("time", "另一次谈话"),)
                yield later.remark("time", message, about=f"{later.label} {earlier.label}", related=related)
        same_day.append(later)


@rule(
    "MZ307",
    "会上批评的问题会前没有谈过",
    clauses=("3.3-content4",),
    example=Example(
        "07-批评意见/李明.md",
        good="一次收齐。\n    会前已沟通: true",
        bad="一次收齐。\n    会前已沟通: false",
        hits=("会前已沟通: false",),
    ),
)
def raised_before(project: Project) -> Iterator[Remark]:
    """拟在会上批评的问题，会前谈话时要先当面谈到。没有谈过的补谈；谈过的把“会前已沟通”改成 true 或删去这一行。"""
    missing = {frozenset((talk.first.name, talk.partner)) for talk in missing_talks(project)}
    for criticism in project.criticisms:
        item = criticism.item
        if item.raised_before is False and {criticism.critic, item.about} not in missing:
            message = f"{criticism.critic}对{item.about}的批评，会前没有谈过"
            yield item.remark("raised_before", message, hint="会前补谈一次，谈后改为 true", about=item.about)


@rule(
    "MZ308",
    "谈话没有确认五避免",
    clauses=("3.3-avoid1", "3.3-avoid2", "3.3-avoid3", "3.3-avoid4", "3.3-avoid5"),
    example=Example("04-谈心谈话/张卫国-李明.md", good="五避免: 全部\n", bad="", hits=("",)),
)
def talk_avoids(talk: Talk) -> Iterator[Remark]:
    """谈话后要逐项确认做到了五避免；全部做到可写“五避免: 全部”。"""
    return unconfirmed_avoids(talk, talk.avoids, about=_row(talk))


@rule(
    "MZ309",
    "登记与记录不一致",
    clauses=("3.3-form",),
    example=Example(
        "04-谈心谈话/谈话登记.yml",
        good="条目:\n",
        bad=(
            "条目:\n  - 谈话人: 张卫国\n    谈话对象: 李明\n    类别: 书记与常委\n    日期: 2021-12-29\n"
            "    地点: 市委小会议室\n    五避免: 全部\n    内容: 四必谈\n"
        ),
        hits=("地点: 市委小会议室",),
    ),
)
def register_agrees(project: Project) -> Iterator[Remark]:
    """同一次谈话既有登记又有记录的，时间、地点、关系要一致。"""
    records = {(record.pair, str(record.date)): record for record in project.of(TalkRecord) if record.date}
    for row in project.talk_rows:
        record = records.get((row.pair, str(row.date)))
        if record is None:
            continue
        for field, chinese in (("time", "时间"), ("place", "地点"), ("relation", "类别")):
            first, second = getattr(row, field), getattr(record, field)
            if first and second and first != second:
                message = f"{row.label}的谈话，登记的{chinese}是“{first}”，记录里是“{second}”"
                related = (record.related(field, "谈话记录"),)
                yield row.remark(field, message, about=row.label, related=related)
