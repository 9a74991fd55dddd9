"""Opinions: every one is merged, and nothing is lost on the way (MZ4xx, clauses 3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.rules.rule import Example, rule


@rule(
    "MZ403",
    "意见没有归并，或归并对不上",
    clauses=("3.2-deadline", "3.2-feedback"),
    example=Example("03-征求意见/意见建议.yml", good="归并: G03", bad="归并: G33", hits=("归并: G33",)),
)
def opinions_merged(project: Project) -> Iterator[Remark]:
    """收到的每一条意见都要归到一条归并意见里，每条归并意见至少有一条原始意见，条数才能守恒。"""
    known = {summary.id for summary in project.summaries if summary.id}
    strays = [o for o in project.opinions if o.merged_into and o.merged_into not in known]
    for opinion in project.opinions:
        if opinion in strays:
            yield opinion.remark("merged_into", f"意见{opinion.id}归并到“{opinion.merged_into}”，没有这一条归并意见")
        elif not opinion.merged_into and "merged_into" not in opinion.at.refused:
            yield opinion.remark("merged_into", f"意见{opinion.id}还没有归并", hint="填“归并”", absent=True)
    used = {opinion.merged_into for opinion in project.opinions}
    empty = [summary for summary in project.summaries if summary.id and summary.id not in used]
    for summary in empty if not strays else ():
        yield summary.remark("id", f"归并意见{summary.id}没有一条原始意见")
