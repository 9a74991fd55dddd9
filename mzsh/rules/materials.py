"""Materials: the team's statement and the members' outlines (MZ1xx, clauses 2 and 3.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mzsh.model.avoids import AVOIDS, Avoids
from mzsh.model.body import Section
from mzsh.model.examination import Examination, Outline, Problem
from mzsh.model.examining import CAUSES, MEASURES, PROBLEMS, Reading
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.model.record import Record
from mzsh.model.remark import Remark
from mzsh.model.values import TEAM
from mzsh.numerals import cn_ordinal
from mzsh.planning.areas import area_clauses, area_faults, doubtful_areas
from mzsh.planning.presence import missing_examinations
from mzsh.rules.rule import Example, rule


@rule(
    "MZ101",
    "方面缺漏、错序或不在规定之内",
    clauses=("2-area1", "2-area2", "2-area3", "2-area4", "2-area5", "3.4-collect", "3.4-team-draft"),
    example=Example("06-发言提纲/李明.md", good="- 方面: 3\n", bad="- 方面: 6\n", hits=("- 方面: 6",)),
)
def areas_complete(project: Project, preset: Preset) -> Iterator[Remark]:
    """班子材料和每份提纲都要按当年规定的方面逐一对照检查，方面不缺、不乱、不另加。还没有交的材料在名册处列出。"""
    for owner, record, field in missing_examinations(project):
        label = "班子对照检查材料" if owner == TEAM else f"{owner}的发言提纲"
        clauses = ("3.4-team-draft",) if owner == TEAM else ("3.4-collect", "3.4-submit")
        yield record.remark(field, f"还没有{label}", absent=True, clauses=clauses)
    for examination in project.examinations:
        for fault in area_faults(examination, preset):
            place = fault.record.remark_key if fault.field == "areas" else fault.record.remark
            yield place(fault.field, fault.message, about=fault.about, clauses=area_clauses(preset, *fault.numbers))


@rule(
    "MZ102",
    "方面之下没有问题",
    clauses=("2-area1", "2-area2", "2-area3", "2-area4", "2-area5", "3.4-o1"),
    example=Example(
        "06-发言提纲/王芳.md",
        good="- 方面: 5\n    问题:\n      - {摘要: 对老同事的毛病不肯当面说, 来源: 自查}",
        bad="- 方面: 5\n    问题: []",
        hits=("- 方面: 5",),
    ),
)
def area_without_problem(examination: Examination, preset: Preset) -> Iterator[Remark]:
    """每个方面至少查摆一个问题；一个方面都没有问题，多半是没有认真找。"""
    for area in examination.areas:
        if not area.problems and area.at.knows("problems"):
            message = f"第{area.area or '？'}方面之下没有写问题"
            yield area.remark("area", message, clauses=area_clauses(preset, area.area))


@dataclass(frozen=True, slots=True)
class HeadingFault:
    """A part or an area that the body does not name as it should."""

    message: str
    hint: str
    section: Section | None
    number: int | None = None
    about: str = ""
    """What is missing, where something is: a part's name, or the number of an area."""


def heading_faults(examination: Examination, reading: Reading, preset: Preset) -> tuple[HeadingFault, ...]:
    """Parts that are missing, area headings in neither form, areas without a heading."""
    faults = [
        HeadingFault(f"正文缺“{name}”部分", f"加一个二级标题，如“## {name}”", None, about=name)
        for name in (*reading.missing_parts, *_missing_extras(examination, reading, preset))
    ]
    if PROBLEMS in reading.missing_parts or not preset.areas:
        return tuple(faults)
    doubtful = doubtful_areas(examination, preset)
    present = {section.number for section in reading.areas}
    lost = [n for n in range(1, preset.area_count + 1) if n not in present and n not in doubtful]
    for section in reading.areas:
        if section.number is None and lost:
            number = lost.pop(0)
            hint = f"第{number}方面的简称：{preset.heading(number).short}"
            faults.append(HeadingFault("标题不是规定的方面，全称、简称都对不上", hint, section.heading, number))
        elif section.number is None and not doubtful:
            faults.append(HeadingFault("标题不是规定的方面，全称、简称都对不上", "照通知的方面改写", section.heading))
    part = reading.parts[PROBLEMS].heading
    for number in lost:
        hint = f"加一个三级标题，如“### （{cn_ordinal(number)}）{preset.heading(number).short}”"
        faults.append(HeadingFault(f"正文缺第{number}方面的标题", hint, part, number, str(number)))
    return tuple(faults)


def _missing_extras(examination: Examination, reading: Reading, preset: Preset) -> list[str]:
    """Extra sections (附加部分) that this year's notice asks of the team or of the members."""
    mine = ("班子" if examination.owner == TEAM else "个人", "全部")
    return [e.name for e in preset.extra_sections if e.applies_to in mine and e.name not in reading.extras]


@rule(
    "MZ103",
    "问题缺表现、思想根源或措施",
    clauses=("2-in-thought", "3.4-o1", "3.4-o2", "3.4-o3"),
    example=Example(
        "06-发言提纲/王芳.md",
        good="对老同事的毛病不肯当面说，是好人主义，面子看得重，管干部的人先在身边人面前丢了原则。",
        bad="以上五个方面的原因，归根到底在我自己，我愿意在会上接受同志们的批评。",
        hits=("{摘要: 对老同事的毛病不肯当面说",),
    ),
)
def problem_incomplete(examination: Examination, project: Project, preset: Preset) -> Iterator[Remark]:
    """每个问题都要写清具体表现、思想根源和整改措施。写在正文里就行：表现跟在问题后面，原因和措施两部分里引到这个问题。"""
    reading = project.reading(examination)
    doubtful = doubtful_areas(examination, preset)
    for number, identifier, problem in checked_problems(examination, reading, preset):
        text = reading.texts[identifier]
        aspects = (
            ("manifestation", "具体表现", text.manifestation, PROBLEMS),
            ("root_cause", "思想根源", text.root_cause, CAUSES),
            ("measure", "整改措施", text.measure, MEASURES),
        )
        for field, chinese, said, part in aspects:
            if said or not problem.at.knows(field) or part in reading.missing_parts:
                continue
            if doubtful and reading.quotes_nothing(part):
                continue
            if field == "manifestation" and (reading.area(number) is None or number in doubtful):
                continue
            where = f"在“{part}”部分写一段，引到“{problem.summary[:12]}”" if part != PROBLEMS else "在这个问题后面写明"
            message = f"问题“{problem.summary}”没有写{chinese}"
            key, clauses = _KEYS[field]
            yield problem.remark("summary", message, hint=f"{where}，或填“{key}”", about=chinese, clauses=clauses)


_KEYS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "manifestation": ("表现", ("3.4-o1",)),
    "root_cause": ("思想根源", ("2-in-thought", "3.4-o2")),
    "measure": ("措施", ("3.4-o3",)),
}


def checked_problems(
    examination: Examination, reading: Reading, preset: Preset
) -> Iterator[tuple[int | None, str, Problem]]:
    """Problems that stand in the body; of the others 105 speaks."""
    lost = {id(problem) for problem in lost_problems(examination, reading, preset)}
    for area, identifier, problem in examination.numbered():
        if problem.summary and id(problem) not in lost:
            yield area.area, identifier, problem


def lost_problems(examination: Examination, reading: Reading, preset: Preset) -> list[Problem]:
    """Problems of the front matter that their area's section does not hold, echoes of other faults left out."""
    faults = heading_faults(examination, reading, preset)
    doubtful = doubtful_areas(examination, preset) | {fault.number for fault in faults}
    lost: list[Problem] = []
    for area in examination.areas:
        section = reading.area(area.area)
        if section is None or area.area in doubtful:
            continue
        lost += [p for p in area.problems if p.summary and not section.holds(p.summary)]
    return lost


@rule(
    "MZ104",
    "正文的部分或方面标题不合规定",
    clauses=("3.4-o1", "3.4-o2", "3.4-o3"),
    example=Example("06-发言提纲/李明.md", good="## 三、努力方向和整改措施", bad="## 三、几点体会", hits=("",)),
)
def body_structure(examination: Examination, project: Project, preset: Preset) -> Iterator[Remark]:
    """正文要有问题、原因、措施三个部分（二级标题），问题之下每个方面一个三级标题，用规定的全称或简称；
    当年通知另有要求的部分（如案例剖析）也要有同名的二级标题。"""
    reading = project.reading(examination)
    for fault in heading_faults(examination, reading, preset):
        if fault.section is None:
            yield examination.remark_file(fault.message, hint=fault.hint, about=fault.about)
        else:
            title = fault.section.title
            column = fault.section.level + 2
            more: dict[str, Any] = {"hint": fault.hint, "about": fault.about, "length": len(title), "quote": title}
            yield examination.remark_at(fault.section.line, column, fault.message, **more)


@rule(
    "MZ105",
    "问题在正文里找不到",
    clauses=("3.4-o1", "2-concrete"),
    example=Example(
        "06-发言提纲/李明.md",
        good="摘要: 汛前检查只听汇报",
        bad="摘要: 应急值守走了过场",
        hits=("摘要: 应急值守走了过场",),
    ),
)
def problem_not_in_body(examination: Examination, project: Project, preset: Preset) -> Iterator[Remark]:
    """开头列出的问题，正文对应的方面里要有：摘要原样出现，或一段里有六成以上相同。改了正文要同时改摘要。"""
    reading = project.reading(examination)
    for problem in lost_problems(examination, reading, preset):
        message = f"问题“{problem.summary}”在正文对应的方面里找不到"
        yield problem.remark("summary", message, hint="正文改过的，摘要照正文改；或重新列出：mzsh fill")


@rule(
    "MZ106",
    "没有确认五避免",
    clauses=("3.3-avoid1", "3.3-avoid2", "3.3-avoid3", "3.3-avoid4", "3.3-avoid5"),
    example=Example("06-发言提纲/李明.md", good="五避免: 全部\n对照检查:", bad="对照检查:", hits=("",)),
)
def avoids_confirmed(examination: Examination) -> Iterator[Remark]:
    """材料报送以后，要逐项确认已做到五避免；全部做到可写“五避免: 全部”。"""
    if not examination.is_draft:
        yield from unconfirmed_avoids(examination, examination.avoids)


def unconfirmed_avoids(record: Record, avoids: Avoids, *, about: str = "") -> Iterator[Remark]:
    """The one remark about those of the five that are not confirmed."""
    missing = avoids.unconfirmed
    if missing and record.at.knows("avoids") and not avoids.at.refused:
        what = "五避免" if len(missing) == 5 else "五避免的" + "、".join(missing)
        clauses = tuple(f"3.3-avoid{number}" for number, name in enumerate(AVOIDS.values(), 1) if name in missing)
        hint = "逐项核对后写“五避免: 全部”，没有做到的先改好"
        yield record.remark_key("avoids", f"没有确认{what}", hint=hint, about=about, clauses=clauses)


@rule(
    "MZ107",
    "没有声明本人撰写",
    clauses=("3.4-selfwrite",),
    example=Example("06-发言提纲/李明.md", good="本人撰写: true", bad="本人撰写: false", hits=("本人撰写: false",)),
)
def self_written(outline: Outline) -> Iterator[Remark]:
    """发言提纲要本人自己动手撰写，由本人声明（本人撰写: true）。"""
    if not outline.self_written and outline.at.knows("self_written"):
        yield outline.remark("self_written", "没有声明本人撰写", hint="由本人确认后写“本人撰写: true”")
