"""The example workspaces: a clean one, a clean one of a party group, and one that breaks every rule where it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest

from mzsh.model.kinds import DOCUMENTS
from mzsh.model.place import Node
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.model.talks import TalkRecord
from mzsh.model.text import heading_core, plain
from mzsh.resources import examples
from mzsh.rules.finding import Report
from mzsh.rules.rule import collect
from mzsh.rules.running import CheckOptions, check
from mzsh.workspace.loading import load

LIST = "说明.md"
ROW = re.compile(r"^\| `(.+?)` \| (MZ\d{3}) \|", re.MULTILINE)
RUN = 22
"""Characters from which on a shared passage is a copy (rules.md, "Copies")."""
OPTIONAL = {"应说明事项", "督导"}
"""Kinds that an office may do without; the first is never shown to others."""


@pytest.fixture(scope="module")
def clean() -> Project:
    return load(examples() / "望川市委")


@pytest.fixture(scope="module")
def party_group() -> Project:
    return load(examples() / "岚溪市人大常委会党组")


@pytest.fixture(scope="module")
def damaged() -> Project:
    return load(examples() / "带病样例")


@pytest.fixture(scope="module")
def damage(damaged: Project) -> Report:
    return check(damaged, CheckOptions(today=date(2022, 3, 31)))


def test_the_clean_example_is_clean(clean: Project) -> None:
    report = check(clean, CheckOptions(today=date(2022, 3, 10)))

    assert [f"{finding.path}:{finding.line} {finding.rule} {finding.message}" for finding in report.findings] == []
    assert report.crashes == ()


def test_the_party_groups_example_is_clean_and_short(party_group: Project) -> None:
    report = check(party_group, CheckOptions(today=date(2022, 3, 10)))

    assert [f"{finding.path}:{finding.line} {finding.rule} {finding.message}" for finding in report.findings] == []
    assert report.crashes == ()
    assert party_group.profile.name == "党组"
    assert party_group.of(TalkRecord) == ()
    assert len(party_group.sources) <= 25


def test_the_damaged_example_breaks_every_rule(damage: Report) -> None:
    assert {finding.rule for finding in damage.findings} == {rule.id for rule in collect()}
    assert damage.crashes == ()


def test_the_list_of_the_damage_names_each_file_with_its_rule_and_nothing_else(
    damaged: Project, damage: Report
) -> None:
    listed = ROW.findall((damaged.root / LIST).read_text(encoding="utf-8"))

    assert sorted(listed) == sorted({(finding.path, finding.rule) for finding in damage.findings})


def test_git_leaves_the_damaged_bytes_alone(damaged: Project, damage: Report) -> None:
    (foreign,) = (finding.path for finding in damage.findings if finding.rule == "MZ001")

    assert f"{foreign} -text" in (damaged.root / ".gitattributes").read_text(encoding="utf-8").splitlines()


def test_the_clean_example_shows_every_kind_of_document(clean: Project) -> None:
    assert {document.names[0] for document in clean.documents} | OPTIONAL == {kind.names[0] for kind in DOCUMENTS}


def test_no_two_documents_of_the_examples_say_the_same(clean: Project, party_group: Project, damaged: Project) -> None:
    every = (clean, party_group, damaged)
    formulas = [wording for project in every for wording in fixed_wordings(project)]
    runs = {
        f"{project.root.name}/{document.path}": long_runs(document, formulas)
        for project in every
        for document in project.documents
    }

    shared = {(first, second): runs[first] & runs[second] for first, second in combinations(runs, 2)}

    assert {pair: min(same) for pair, same in shared.items() if same} == {}


def fixed_wordings(project: Project) -> Iterator[str]:
    """What every document must word alike: area headings, theme, titles of readings and of benchmarks."""
    meeting, preset = project.meeting, project.preset
    for area in preset.areas:
        yield from (heading_core(area.full), heading_core(area.short))
    yield from (meeting.theme, *preset.readings, *meeting.readings, *preset.benchmarks)


def long_runs(document: Document, formulas: list[str]) -> set[str]:
    """All runs of 22 characters in a document, punctuation and blanks dropped; a fixed wording ends a run."""
    breaks = sorted({plain(formula) for formula in formulas} - {""}, key=len, reverse=True)
    fixed = re.compile("|".join(breaks))
    pieces = [piece for text in texts(document) for piece in fixed.split(plain(text))]
    return {piece[start : start + RUN] for piece in pieces for start in range(len(piece) - RUN + 1)}


def texts(document: Document) -> Iterator[str]:
    """All that a person typed into a document but for the keys: values, headings, paragraphs."""
    yield from scalars(document.at.node)
    for section in document.body.sections:
        yield section.title
        yield from (paragraph.text for paragraph in section.paragraphs)


def scalars(node: Node) -> Iterator[str]:
    """The single values below a node."""
    if node.kind == "scalar":
        yield node.text
    for below in (*node.items, *(value for _, value in node.pairs)):
        yield from scalars(below)
