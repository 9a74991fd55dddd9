"""Claims and explanations: who takes the team's problems, and what each must explain (3.4-claim, 3.2-explain)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh.model.examination import Explanation, Outline, Problem, Statement
from mzsh.model.opinions import Opinions
from mzsh.model.papers import DueExplanations
from mzsh.model.project import NumberedProblem, Project
from mzsh.model.text import quotes
from mzsh.model.values import TEAM
from mzsh.planning.areas import doubtful_areas
from mzsh.planning.conservation import nearest
from mzsh.planning.presence import may_be_unreadable, presumed_kind

CLAIMED = "认领班子"


@dataclass(frozen=True, slots=True)
class BrokenClaim:
    """A 依据 of a member's problem that names a problem which the team does not have."""

    problem: Problem
    index: int

    @property
    def ref(self) -> str:
        """The id as typed."""
        return self.problem.refs[self.index]


def broken_claims(project: Project) -> tuple[BrokenClaim, ...]:
    """References to problems of the team that are not there; none while the statement itself is in doubt."""
    if project.statement is None or may_be_unreadable(project, (Statement,)):
        return ()
    known = {problem.id for problem in project.problems(TEAM)}
    doubtful = doubtful_areas(project.statement, project.preset)
    return tuple(
        BrokenClaim(problem.problem, index)
        for problem in _members_problems(project)
        for index, ref in enumerate(problem.problem.refs)
        if ref.startswith(f"{TEAM}-") and ref not in known and not _in_areas(ref, doubtful)
    )


def unclaimed(project: Project) -> Iterator[NumberedProblem]:
    """The team's problems that no member claims, once every outline is there to claim them.

    A problem is claimed by its id in a 依据, or by a problem 认领班子 that gives no 依据 but stands under the same area
    or quotes it. Where somebody claims what is not there, the nearest was meant: that end is reported.
    """
    if len(project.outlines) < len(project.meeting.member_names) or may_be_unreadable(project, (Outline,)):
        return
    named = {ref for problem in _members_problems(project) for ref in problem.problem.refs}
    loose = [p for p in _members_problems(project) if p.problem.source == CLAIMED and not p.problem.refs]
    unsure = any("refs" in p.problem.at.refused or "source" in p.problem.at.refused for p in _members_problems(project))
    unsure |= any(doubtful_areas(outline, project.preset) for outline in project.outlines)
    open_problems = [] if unsure else [p for p in project.problems(TEAM) if p.id not in named and not _taken(p, loose)]
    for broken in broken_claims(project):
        meant = nearest(broken.ref, [problem.id for problem in open_problems])
        open_problems = [problem for problem in open_problems if problem.id != meant]
    yield from open_problems


def _taken(problem: NumberedProblem, loose: list[NumberedProblem]) -> bool:
    return any(p.area == problem.area or quotes(p.problem.summary, problem.problem.summary) for p in loose)


def claims_none(project: Project, outline: Outline) -> bool:
    """Whether a member's outline takes none of the team's problems, and says where all of its own come from."""
    problems = project.problems(outline.member)
    sources = [problem.problem.source for problem in problems]
    if not problems or None in sources or not project.problems(TEAM):
        return False
    return CLAIMED not in sources and not doubtful_areas(outline, project.preset)


def one_source(problems: tuple[NumberedProblem, ...]) -> str:
    """The one source of all problems of a material; empty where there are several, or fewer than three problems."""
    sources = {problem.problem.source for problem in problems}
    return next(iter(sources)) or "" if len(problems) >= _SEVERAL and len(sources) == 1 else ""


_SEVERAL = 3


def _members_problems(project: Project) -> Iterator[NumberedProblem]:
    return (problem for problem in project.problems() if problem.owner != TEAM)


def _in_areas(identifier: str, areas: frozenset[int]) -> bool:
    number = identifier.split("-")[1]
    return number.isdecimal() and int(number) in areas


@dataclass(frozen=True, slots=True)
class Unexplained:
    """Something that a member must explain and does not: an opinion, or an entry of 应说明事项."""

    outline: Outline
    label: str
    id: str
    explanation: Explanation | None = None
    """The entry that is there for it but says nothing."""


@dataclass(frozen=True, slots=True)
class _Demand:
    id: str
    label: str
    names: frozenset[str]
    """The ids under which an explanation may stand: the opinion's and its summary's."""


def unexplained(project: Project) -> Iterator[Unexplained]:
    """What must be explained and is not, by the outline in which it should be (clause 3.2-explain)."""
    for outline in project.outlines:
        if not outline.at.knows("explanations"):
            continue
        demands = [d for d in _demands(project, outline.member) if not _says(outline, d.names)]
        strays = stray_explanations(project, outline)
        for demand in demands[: max(0, len(demands) - len(strays))]:
            empty = next((e for e in outline.explanations if e.opinion in demand.names), None)
            yield Unexplained(outline, demand.label, demand.id, empty)


def stray_explanations(project: Project, outline: Outline) -> tuple[Explanation, ...]:
    """Explanations of an opinion that is not there; none while the register of opinions cannot be read."""
    kinds = {"", *Opinions.names, *DueExplanations.names}
    if not project.of(Opinions) or any(presumed_kind(source) in kinds for source in project.unreadable):
        return ()
    known = {opinion.id for opinion in project.opinions} | {summary.id for summary in project.summaries}
    known |= {row.id for register in project.of(DueExplanations) for row in register.items}
    known |= {criticism.id for criticism in project.criticisms}
    return tuple(e for e in outline.explanations if e.opinion and e.opinion not in known)


def _demands(project: Project, member: str) -> Iterator[_Demand]:
    for opinion in project.opinions:
        if opinion.needs_explanation and opinion.about == member and opinion.id:
            names = frozenset({opinion.id, opinion.merged_into} - {""})
            yield _Demand(opinion.id, f"意见{opinion.id}", names)
    for register in project.of(DueExplanations):
        for row in register.items:
            if row.name == member:
                label = f"应说明事项{row.id}"
                yield _Demand(row.id, label, frozenset({row.id, *(() if row.id else (row.kind or "",))} - {""}))


def _says(outline: Outline, names: frozenset[str]) -> bool:
    """Whether an entry of 意见说明, or a paragraph of the body that names it, explains it."""
    for explanation in outline.explanations:
        if explanation.opinion in names and (explanation.text or not explanation.at.knows("text", "opinion")):
            return True
    return any(name in paragraph.text for name in names for paragraph in outline.body.paragraphs())
