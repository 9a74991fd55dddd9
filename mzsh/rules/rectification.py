"""Rectification: limits, evidence, last year's problems, special meetings (MZ705–709, 712–714, clauses 5.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mzsh.model.meeting import Meeting
from mzsh.model.project import Project
from mzsh.model.rectification import Item, Rectification
from mzsh.model.remark import Remark
from mzsh.model.values import TEAM
from mzsh.planning.conservation import items_by_id, items_for
from mzsh.planning.offices import drafting_office, same_office
from mzsh.planning.recurrence import recurrences
from mzsh.planning.schedule import Schedule, resolve
from mzsh.rules.rule import Example, rule

_TEAM_PLAN = "10-整改/班子.yml"


@rule(
    "MZ705",
    "立行立改超过了期限",
    clauses=("5.2-class1",),
    example=Example(
        "10-整改/李明.yml",
        good="措施: 1月底前批复，2月15日前两人交接完\n    成果: 交接单两份\n    责任人: 李明\n    时限: 2022-02-15",
        bad="措施: 1月底前批复，2月28日前两人交接完\n    成果: 交接单两份\n    责任人: 李明\n    时限: 2022-02-28",
        hits=("时限: 2022-02-28",),
    ),
)
def immediate_within_limit(project: Project, meeting: Meeting, schedule: Schedule) -> Iterator[Remark]:
    """能马上解决的要立行立改，时限不超过会后30天（可在 会议.yml 的 检查.阈值.立行立改天数 里另定）；
    做不到的改为限期整改，写清措施和时限。"""
    days = meeting.check.thresholds.number("immediate_days")
    for _, item in project.rectification_items():
        due = resolve(item.due, meeting.held_on)
        if item.kind != "立行立改" or due is None or meeting.held_on is None:
            continue
        if due - meeting.held_on > timedelta(days=days):
            after = (due - meeting.held_on).days
            message = f"{_label(item)}是立行立改，时限却在会后{after}天，超过{days:g}天"
            yield item.remark("due", message, hint="提前，或改为“限期整改”", about=_label(item))


@rule(
    "MZ706",
    "整改事项逾期",
    clauses=("5.2-class2", "5.2-checkable"),
    example=Example(
        "10-整改/李明.yml",
        good="时限: 2022-03-10\n    状态: 已完成",
        bad="时限: 2022-03-10\n    状态: 进行中",
        hits=("时限: 2022-03-10",),
    ),
)
def item_in_time(project: Project, schedule: Schedule) -> Iterator[Remark]:
    """时限已过，状态还不是“已完成”的，就是逾期，写了进展也一样。办完了的改状态、写证据和核验人；办不完的报批后改时限。"""
    for _, item in project.rectification_items():
        due = resolve(item.due, schedule.held_on)
        done = item.status == "已完成" or (item.done is not None and not item.at.has("status"))
        if due is None or done or "status" in item.at.refused or schedule.today <= due:
            continue
        late = (schedule.today - due).days
        message = f"{_label(item)}应在{due}前完成，已过{late}天"
        yield item.remark("due", message, hint="办完的把“状态”改为 已完成", about=_label(item))


@rule(
    "MZ707",
    "已完成而没有证据或核验人",
    clauses=("5.2-checkable",),
    example=Example(
        "10-整改/李明.yml",
        good="    证据: 逐盏验收单\n    核验人: 赵志强\n",
        bad="",
        hits=("编号: 整-李明-3",),
    ),
)
def done_is_proved(project: Project) -> Iterator[Remark]:
    """说“已完成”，要有看得见的证据，并有人核验，两样都写在条目里；不能自己写完就销号。"""
    wanted = (("evidence", "证据"), ("verified_by", "核验人"))
    for _, item in project.rectification_items():
        lacks = [(f, word) for f, word in wanted if not getattr(item, f) and f not in item.at.refused]
        if item.status != "已完成" or not lacks:
            continue
        # With nothing to show at all it is the word 已完成 that is wrong; else a field of the item is missing.
        field = "status" if len(lacks) == 2 and not item.at.has("done") else lacks[0][0]
        message = f"{_label(item)}写着已完成，没有{'和'.join(word for _, word in lacks)}"
        yield item.remark(field, message, hint="补上；还没有核验的，状态写“进行中”", about=_label(item))


def _label(item: Item) -> str:
    return item.id or f"“{item.problem[:12]}”"


@rule(
    "MZ708",
    "上年有条件解决的问题又出现了",
    clauses=("5.2-norepeat",),
    example=Example(
        "11-往年/上年整改.yml",
        good="问题: 园区审批常有超时",
        bad="问题: 园区路灯拖了半年没有亮\n    有条件解决: true",
        hits=("06-发言提纲/李明.md:摘要: 园区路灯",),
    ),
)
def solved_once(project: Project) -> Iterator[Remark]:
    """上年清单里“有条件解决”的问题，当年就该改好，不得在本年再报：编号写进本年的依据或来源，或文字重合六成以上的，都算又出现。"""
    for recurrence in recurrences(project):
        old = recurrence.old
        yield recurrence.record.remark(
            recurrence.field,
            f"上年整改{old.id}“{old.problem}”有条件解决，本年又报了",
            hint="查清为什么没有改好，在上年整改情况里说明；本年另查新的问题",
            about=old.id,
            related=(old.related("problem", "上年的条目"),),
        )


@rule(
    "MZ709",
    "上年整改没有写结果",
    clauses=("4-ag1",),
    example=Example(
        "11-往年/上年整改.yml",
        good="    结果: 没有一件超时\n",
        bad="",
        hits=("编号: 上年-3",),
    ),
)
def outcome_known(project: Project) -> Iterator[Remark]:
    """上年度的整改事项要在会上逐条通报，每条都要写“结果”：办到什么程度，没有办完的为什么。"""
    for year in project.last_year:
        for item in year.items:
            if item.problem and not item.outcome and "outcome" not in item.at.refused:
                message = f"上年整改{_label(item)}没有写结果"
                yield item.remark("outcome", message, hint="填“结果”", absent=True, about=_label(item))


@rule(
    "MZ712",
    "群众反映强烈的问题没有专门研究",
    clauses=("5.2-special-mtg", "5.2-special-fix"),
    example=Example(
        _TEAM_PLAN,
        good="    专题会议: 2022-02-10\n",
        bad="",
        hits=("编号: 整-班子-3",),
    ),
)
def strong_has_meeting(project: Project) -> Iterator[Remark]:
    """群众反映强烈的意见，要由班子专门开会研究（有关条目写“专题会议”的日期），并开展专项整治（写“专项”，没有的给出提示）。"""
    seen: set[tuple[str, str]] = set()
    items_of = items_by_id(project)
    for opinion in project.opinions:
        items = items_for(opinion, items_of) if opinion.strong else ()
        for field, chinese, clause in _SPECIAL:
            if not items or any(getattr(item, field) or field in item.at.refused for item in items):
                continue
            item = items[0]
            if (item.id, field) in seen:
                continue
            seen.add((item.id, field))
            yield item.remark(
                field,
                f"{_label(item)}来自群众反映强烈的意见{opinion.id}，没有写{chinese}",
                hint=f"办了的填“{chinese}”",
                absent=True,
                about=f"{_label(item)} {chinese}",
                clauses=(clause,),
                loudest="错误" if field == "special_meeting" else "提示",
            )


_SPECIAL = (
    ("special_meeting", "专题会议", "5.2-special-mtg"),
    ("special_fix", "专项", "5.2-special-fix"),
)


@rule(
    "MZ713",
    "整改方案的起草或制定不合规定",
    clauses=("5.2-team-plan", "5.2-own-plan"),
    example=(
        Example(_TEAM_PLAN, good="起草: 市委政研室", bad="起草: 市委办公室", hits=("起草: 市委办公室",)),
        Example("10-整改/李明.yml", good="本人制定: true", bad="本人制定: false", hits=("本人制定: false",)),
        Example("10-整改/李明.yml", good="    重点: true\n", bad="", hits=("条目:",)),
    ),
)
def plan_by_whom(rectification: Rectification, project: Project) -> Iterator[Remark]:
    """班子的整改方案由政研室（或承担这项工作的部门）起草；
    个人的由本人亲自制定并声明（本人制定: true），写明哪几条是重点。"""
    plan = rectification
    if plan.owner_body == TEAM:
        office = drafting_office(project)
        if plan.drafted_by and office and not same_office(plan.drafted_by, office):
            message = f"班子整改方案由“{plan.drafted_by}”起草，应由{office}起草"
            yield plan.remark("drafted_by", message, hint="请核对“起草”", clauses=("5.2-team-plan",))
    elif plan.owner_body in project.meeting.member_names:
        yield from _own_plan(plan)


def _own_plan(plan: Rectification) -> Iterator[Remark]:
    """What a member's plan does not declare, in one remark."""
    lacks = []
    if not plan.self_made and "self_made" not in plan.at.refused:
        lacks.append(("self_made", "没有声明本人制定", "由本人确认后写“本人制定: true”"))
    known = all(item.at.knows("key_item") for item in plan.items)
    if known and not any(item.key_item for item in plan.items):
        lacks.append(("items", "没有一条标明重点", "在最要紧的条目里写“重点: true”"))
    if lacks:
        message = f"{plan.owner_body}的整改方案{'，也'.join(what for _, what, _ in lacks)}"
        hint = "；".join(what for _, _, what in lacks)
        yield plan.remark_key(lacks[0][0], message, hint=hint, clauses=("5.2-own-plan",), loudest="提示")


@rule(
    "MZ714",
    "群众关心的整改情况没有公示",
    clauses=("5.2-publicise",),
    example=Example(
        _TEAM_PLAN,
        good="公示:\n  范围: 南岸社区公告栏\n  起: 2022-02-21\n  止: 2022-02-27\n  保密审查: 陈建平\n  批准: 张卫国\n",
        bad="",
        hits=("群众关心: true",),
    ),
)
def public_items_noticed(project: Project) -> Iterator[Remark]:
    """群众关心的整改情况要在一定范围内公示。班子的清单里写了“公示”的，各份清单都算公示了。"""
    team = project.rectification(TEAM)
    if team is not None and _has_notice(team):
        return
    for plan in project.rectifications:
        item = next((item for item in plan.items if item.public), None)
        if item is not None and not _has_notice(plan):
            message = f"{_label(item)}是群众关心的，清单里没有“公示”"
            yield item.remark(
                "public", message, hint="公示后写明范围、起止、保密审查和批准", absent=True, about=_label(item)
            )


def _has_notice(plan: Rectification) -> bool:
    return plan.at.has("publicity")
