"""The next things to do, each with the command for it: faults first, then what is due, in the order of the dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mzsh.model.examination import Examination
from mzsh.model.project import Project
from mzsh.planning.approvals import passed_reviews
from mzsh.planning.completeness import document_clause, missing_fields
from mzsh.planning.schedule import Schedule, resolve
from mzsh.rules.finding import Finding, OpenItem, Report
from mzsh.rules.severity import Severity


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do, the command that does or shows it, and when it is due."""

    what: str
    command: str
    due: date | None
    late: bool = False


_BY_RULE: Mapping[str, str] = {
    "MZ301": "mzsh new talk",
    "MZ401": "mzsh new solicitation --all",
    "MZ404": "mzsh check 03-征求意见",
    "MZ405": "mzsh check 03-征求意见",
    "MZ507": "mzsh new study",
    "MZ603": "mzsh new minutes",
    "MZ604": "mzsh new criticism --all",
    "MZ704": "mzsh new rectification --all",
    "MZ703": "mzsh check 10-整改",
}

_BY_CLAUSE: Mapping[str, tuple[str, str]] = {
    "0-basis": ("填好 会议.yml 里的〔待填〕", "mzsh check 会议.yml"),
    "3.1-group": ("组织集中学习研讨，学后登记", "mzsh new study"),
    "3.2-listen": ("听取分管单位和联系点的意见，登记在 征求意见.yml", "mzsh check 03-征求意见"),
    "3.2-letter": ("印发征求意见函，发出、收回登记在 征求意见.yml", "mzsh check 03-征求意见"),
    "3.2-deadline": ("把收到的意见登记、归并在 意见建议.yml", "mzsh check 03-征求意见"),
    "3.2-feedback": ("向班子和本人反馈意见，登记签收日期", "mzsh check 03-征求意见"),
    "3.3-scope1": ("开展谈心谈话，谈后登记", "mzsh check 04-谈心谈话"),
    "3.4-team-draft": ("起草班子对照检查材料", "mzsh check 05-班子材料"),
    "3.4-team-approve": ("班子材料报书记审定", "mzsh review 05-班子材料/… --step 书记审定"),
    "3.4-team-consult": ("班子材料征求意见", "mzsh review 05-班子材料/… --step 征求四个班子 --by …"),
    "3.4-submit": ("收齐个人发言提纲", "mzsh check 06-发言提纲"),
    "3.4-review": ("提纲报书记审阅", "mzsh review 06-发言提纲/… --step 书记审阅"),
    "3.4-superior": ("提纲报上级审定", "mzsh review 06-发言提纲/… --step 上级审定"),
    "4-date": ("召开民主生活会，会后写会议记录", "mzsh new minutes"),
    "5.1-report": ("报送专题报告", "mzsh render report"),
    "5.1-circulate": ("通报会议情况", "mzsh new circular"),
    "5.2-plan": ("列出整改清单", "mzsh new rectification --all"),
    "5.2-publicise": ("公示群众关心问题的整改情况", "mzsh check 10-整改"),
    "5.3-branch": ("登记双重组织生活", "mzsh check 10-整改"),
}


_STEPS: Mapping[str, str] = {
    "3.4-submit": "报送",
    "3.4-review": "书记审阅",
    "3.4-superior": "上级审定",
    "3.4-team-approve": "书记审定",
    "3.4-team-consult": "征求四个班子 --by …",
}


def next_steps(project: Project, report: Report, schedule: Schedule) -> tuple[Step, ...]:
    """All that is to be done: what is wrong, what is late, then what is still to come."""
    steps = [*_meeting_gaps(project), *_unfilled(project), *_faults(report, Severity.ERROR), *_late(report)]
    steps += _faults(_without_approved(report, project), Severity.WARNING)
    spoken_of = {item.clause for item in report.not_due}
    milestones = _milestones(schedule, project, spoken_of)
    coming = [*_open(report.not_due, project), *milestones, *_items(project, schedule)]
    coming.sort(key=lambda step: step.due or date.max)
    seen: set[str] = set()
    unique: list[Step] = []
    for step in (*steps, *coming):
        if step.what not in seen:
            seen.add(step.what)
            unique.append(step)
    return tuple(unique)


def _meeting_gaps(project: Project) -> Iterable[Step]:
    """What 会议.yml still lacks comes first: everything else is computed from it."""
    missing = [gap.chinese for gap in missing_fields(project.meeting) if gap.placeholder]
    if not project.meeting.member_names:
        yield Step("把班子成员写进 会议.yml 的“出席”，再补齐各人的材料", "mzsh new --all", None)
        missing = [name for name in missing if name != "出席"]
    if missing:
        yield Step(f"填好 会议.yml 里的〔待填〕：{'、'.join(dict.fromkeys(missing))}", "mzsh check 会议.yml", None)


def _unfilled(project: Project) -> Iterable[Step]:
    """Outlines and statements whose text was written first: `fill` drafts their front matter."""
    for document in (*project.statements, *project.outlines):
        written = isinstance(document, Examination) and not document.body.is_empty
        if written and not any(problem.summary for _, _, problem in document.numbered()):
            yield Step(f"从 {document.path} 的正文里列出问题", f"mzsh fill {document.path}", None)


def _without_approved(report: Report, project: Project) -> Report:
    """The report without approved materials: to edit one for a warning costs the approval."""
    approved = {e.path for e in project.examinations if passed_reviews(e.source, project)}
    return replace(report, findings=tuple(f for f in report.findings if f.path not in approved))


def _faults(report: Report, severity: Severity) -> Iterable[Step]:
    """Findings of one severity in what exists, by file."""
    by_path: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.severity is severity and finding.rule not in _BY_RULE and not _is_late(finding):
            by_path.setdefault(finding.path, []).append(finding)
    for path, findings in by_path.items():
        first = findings[0]
        more = f"等 {len(findings)} 处" if len(findings) > 1 else ""
        yield Step(f"改好 {path}：{first.message}{more}", f"mzsh check {path}", None, late=True)


def _is_late(finding: Finding) -> bool:
    return finding.rule in ("MZ501", "MZ504") or (finding.rule == "MZ101" and finding.message.startswith("还没有"))


def _late(report: Report) -> Iterable[Step]:
    """What should exist by now."""
    groups: dict[str, list[Finding]] = {}
    reviews: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.rule == "MZ504":
            reviews.setdefault(finding.message, []).append(finding)
        elif finding.severity is not Severity.INFO and (finding.rule in _BY_RULE or _is_late(finding)):
            groups.setdefault(finding.rule, []).append(finding)
    groups.pop("MZ501", None)
    for rule, findings in groups.items():
        yield Step(_counted(findings[0].message, len(findings)), _command(rule, findings[0].message), None, late=True)
    for message, findings in reviews.items():
        yield Step(
            _unreviewed(message, [f.path for f in findings]),
            _reviewed(findings[0].path, findings[0].clauses[0]),
            None,
            late=True,
        )
    for finding in report.findings:
        if finding.rule == "MZ501":
            yield Step(finding.message, "办完后在 时间节点.yml 填“完成”日期", None, late=True)


def _unreviewed(message: str, paths: Sequence[str]) -> str:
    return f"{paths[0]}{f'等 {len(paths)} 份' if len(paths) > 1 else ''}{message}"


def _reviewed(path: str, clause: str) -> str:
    """The command that records the step of a clause."""
    return f"mzsh review {path} --step {_STEPS[clause]}"


def _counted(message: str, count: int) -> str:
    return f"{message}等 {count} 件" if count > 1 else message


def _command(rule: str, message: str) -> str:
    if rule == "MZ301":
        first, _, rest = message.partition("与")
        return f"mzsh new talk {first} {rest.removesuffix('还没有谈话记录')}"
    if rule == "MZ401" and "收回" in message:
        return "mzsh check 03-征求意见"
    if rule == "MZ101":
        return "mzsh check 05-班子材料" if "班子" in message else "mzsh check 06-发言提纲"
    return _BY_RULE.get(rule, "mzsh check")


def _open(items: Iterable[OpenItem], project: Project) -> Iterable[Step]:
    groups: dict[tuple[str, str], list[OpenItem]] = {}
    for item in items:
        groups.setdefault((item.rule, item.clause), []).append(item)
    for (rule, clause), same in groups.items():
        first = same[0]
        if rule == "MZ006" and first.path == project.meeting.path:
            continue
        if rule == "MZ006":
            document = project.document(first.path)
            fallback = (f"填好 {first.path} 里的〔待填〕", f"mzsh check {first.path}")
            known = _BY_CLAUSE.get(document_clause(document), fallback) if document else fallback
            yield Step(known[0] if clause == "0-basis" else fallback[0], fallback[1], first.due)
        elif rule == "MZ504":
            command = _reviewed(first.path, clause)
            for what in dict.fromkeys(item.what for item in same):
                yield Step(_unreviewed(what, [i.path for i in same if i.what == what]), command, first.due)
        elif rule in _BY_RULE:
            yield Step(_counted(first.what, len(same)), _command(rule, first.what), first.due)
        else:
            command = _BY_CLAUSE.get(clause, ("", "mzsh check"))[1]
            yield Step(_counted(first.what, len(same)), _filled(command, first.path), first.due)


def _filled(command: str, path: str) -> str:
    """The command with the file in place of the dots."""
    folder = path.split("/")[0]
    return command.replace(f"{folder}/…", path) if "/" in path else command


def _milestones(schedule: Schedule, project: Project, spoken_of: Collection[str]) -> Iterable[Step]:
    """Milestones that are not done and of which no open item speaks already."""
    for milestone, due in schedule.milestones:
        if milestone.done or milestone.clause in spoken_of or (due is not None and due < schedule.today):
            continue
        what, command = _BY_CLAUSE.get(milestone.clause, (milestone.name, "mzsh check"))
        if milestone.clause == "3.2-letter" and not project.meeting.solicited:
            what, command = "把发函的单位写进 会议.yml 的“征求范围”，列出征求意见函", "mzsh new solicitation --all"
        if milestone.clause in _BY_CLAUSE:
            yield Step(what, command, due)
        elif milestone.name:
            yield Step(milestone.name, command, due)


def _items(project: Project, schedule: Schedule) -> Iterable[Step]:
    """Items of rectification that are not done, each by its date."""
    for plan, item in project.rectification_items():
        due = resolve(item.due, schedule.held_on)
        if item.status != "已完成" and due is not None:
            what = f"整改 {item.id}：{item.problem}"
            yield Step(what, f"mzsh check {plan.path}", due, late=due < schedule.today)
