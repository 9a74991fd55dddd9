"""All 99 clauses of the plan are met: by a rule that speaks, a document that says it, a command, or a declaration."""

from __future__ import annotations

import pytest

from mzsh.cli.running import run
from mzsh.planning.clauses import clauses
from mzsh.resources import templates
from mzsh.rules.rule import collect
from mzsh.rules.running import CheckOptions, check
from tests.clauses.evidence import (
    COMMANDS,
    DECLARATIONS,
    PASSAGES,
    VIOLATIONS,
    Command,
    Declaration,
    Passage,
    Violation,
)
from tests.documents import rendered
from tests.support.folder import TODAY, MeetingFolder


def test_every_clause_is_met_and_nothing_else_is_claimed() -> None:
    assert {*VIOLATIONS, *PASSAGES, *COMMANDS, *DECLARATIONS} == set(clauses())


def test_the_declarations_are_those_that_the_plan_leaves_to_the_people() -> None:
    assert set(DECLARATIONS) == {clause.id for clause in clauses().values() if clause.checkable == "只能声明"}


def test_no_rule_names_a_clause_that_no_violation_shows() -> None:
    named = {clause for rule in collect() for clause in rule.clauses}

    assert named - set(VIOLATIONS) - set(DECLARATIONS) == set()


@pytest.mark.parametrize(("clause", "violation"), VIOLATIONS.items(), ids=list(VIOLATIONS))
def test_the_rule_speaks_where_the_clause_is_violated(
    meeting: MeetingFolder, clause: str, violation: Violation
) -> None:
    violate(meeting, violation)

    found = check(meeting.load(), CheckOptions(today=TODAY)).findings

    assert {finding.rule for finding in found} == {violation.rule}
    assert any(clause in finding.clauses for finding in found)


def violate(meeting: MeetingFolder, violation: Violation) -> None:
    """Make the edit, and approve the materials as they then stand."""
    if violation.every:
        text = meeting.read(violation.file)
        assert violation.old in text
        meeting.write(violation.file, text.replace(violation.old, violation.new))
    elif violation.old:
        meeting.replace(violation.file, violation.old, violation.new)
    else:
        files = list(meeting.root.glob(violation.file))
        assert files
        for file in files:
            file.unlink()
    meeting.approve()


@pytest.mark.parametrize(("clause", "passage"), PASSAGES.items(), ids=list(PASSAGES))
def test_the_document_says_what_the_clause_asks(meeting: MeetingFolder, clause: str, passage: Passage) -> None:
    text = "".join(rendered.text(meeting, passage.document).split())

    assert passage.words in text


@pytest.mark.parametrize(("clause", "command"), COMMANDS.items(), ids=list(COMMANDS))
def test_the_command_shows_what_the_clause_asks(
    meeting: MeetingFolder, clause: str, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(meeting.root), *command.line.split()]) == 0
    assert command.prints in capsys.readouterr().out


@pytest.mark.parametrize(("clause", "declaration"), DECLARATIONS.items(), ids=list(DECLARATIONS))
def test_the_workspace_records_what_only_people_can_say(clause: str, declaration: Declaration) -> None:
    scaffold = templates() / "scaffold" / declaration.scaffold

    assert declaration.words in scaffold.read_text(encoding="utf-8")
