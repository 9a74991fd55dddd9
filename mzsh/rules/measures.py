"""Measures: can they be carried out and checked, and by whom (MZ109, MZ111, clauses 4-measure and 5.2)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.examination import Problem
from mzsh.model.meeting import Meeting
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.model.rectification import Item
from mzsh.model.remark import Remark
from mzsh.model.values import parse_due
from mzsh.rules.materials import checked_problems
from mzsh.rules.rule import Example, rule
from mzsh.wording.measures import has_action, has_date, has_result, names_a_person


@rule(
    "MZ109",
    "措施落不了地",
    clauses=("4-measure", "5.2-checkable", "5.2-class2"),
    example=Example("10-整改/李明.yml", good="时限: 2022-05-31", bad="时限: 长期坚持", hits=("时限: 长期坚持",)),
)
def measure_checkable(project: Project, preset: Preset) -> Iterator[Remark]:
    """措施要有动作，并有时限或看得见的结果。“长期坚持”“进一步加强”不能算。"""
    for examination in project.examinations:
        reading = project.reading(examination)
        for _, identifier, problem in checked_problems(examination, reading, preset):
            text = reading.texts[identifier].measure
            dated = parse_due(problem.due) is not None
            if problem.due and not dated:
                yield problem.remark("due", f"时限“{problem.due}”不是日期", hint=_DUE_HINT, about=problem.summary)
            elif text and (missing := _unfinished(text, dated=dated, result=problem.result)):
                field = "measure" if problem.measure else "summary"
                yield problem.remark(field, f"“{problem.summary}”的措施{missing}", hint=_MEASURE_HINT)
    for _, item in project.rectification_items():
        yield from _item_measure(item)


_DUE_HINT = "写成 2022-03-31，或“会后15日”；长期坚持的，写出第一次见效的日子"
_MEASURE_HINT = "写明做什么、到哪一天、做成什么样（时间、数字、可查的结果）"


def _item_measure(item: Item) -> Iterator[Remark]:
    dated = parse_due(item.due) is not None
    if item.due and not dated:
        clauses = ("5.2-class2", "5.2-checkable")
        about = item.id or item.problem
        yield item.remark("due", f"时限“{item.due}”不是日期", hint=_DUE_HINT, about=about, clauses=clauses)
    elif item.measure and (missing := _unfinished(item.measure, dated=dated, result=item.result)):
        message = f"{item.id or '这一条'}的措施{missing}"
        yield item.remark("measure", message, hint=_MEASURE_HINT, clauses=("5.2-checkable",))


def _unfinished(text: str, *, dated: bool, result: str) -> str:
    if not has_action(text):
        return "只有要求，没有动作"
    if not (dated or has_date(text) or has_result(text) or has_result(result)):
        return "既没有时限，也没有可以检验的结果"
    return ""


@rule(
    "MZ111",
    "需协调解决的没有落到牵头部门和责任人",
    clauses=("5.2-class3",),
    example=Example(
        "10-整改/李明.yml",
        good="类别: 限期整改\n    措施: 5月底前逐处到场并拍照",
        bad="类别: 协调解决\n    措施: 5月底前逐处到场并拍照",
        hits=("编号: 整-李明-4",),
    ),
)
def coordination_has_owner(project: Project, meeting: Meeting) -> Iterator[Remark]:
    """需要协调解决的问题，要写明牵头部门，责任人要落到具体的人。"""
    known = frozenset(meeting.member_names)
    records: list[tuple[Problem | Item, str]] = [(p.problem, p.id) for p in project.problems()]
    records += [(item, item.id) for _, item in project.rectification_items()]
    for record, label in records:
        if record.kind != "协调解决":
            continue
        if not record.lead and record.at.knows("lead"):
            yield record.remark("lead", f"{label}需协调解决，没有写牵头部门", hint="填“牵头”", about=f"{label} 牵头")
        if record.owner and not names_a_person(record.owner, known=known):
            message = f"{label}的责任人“{record.owner}”没有落到人"
            yield record.remark("owner", message, hint="写出姓名", about=label)
        elif not record.owner and record.at.knows("owner"):
            message = f"{label}需协调解决，没有写责任人"
            yield record.remark("owner", message, hint="填“责任人”，写出姓名", about=f"{label} 责任人")
