"""One test over all rules: good examples are silent, bad ones are hit at their very lines, and by no other rule."""

from __future__ import annotations

import pytest

from mzsh.planning.clauses import clauses
from mzsh.rules.rule import Example, Rule, collect
from tests.support.folder import MeetingFolder

CASES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in collect()
    for number, example in enumerate(rule.examples, 1)
]


def test_the_meeting_is_clean(meeting: MeetingFolder) -> None:
    assert meeting.check() == []


@pytest.mark.parametrize("rule", collect(), ids=lambda rule: rule.id)
def test_every_rule_has_an_example_and_an_explanation(rule: Rule) -> None:
    assert rule.examples
    assert len(rule.explanation) >= 10
    assert set(rule.clauses) <= set(clauses())


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_bad_example_is_hit_at_its_lines_and_by_no_other_rule(
    meeting: MeetingFolder, rule: Rule, example: Example
) -> None:
    break_as(meeting, rule, example)

    told = [(line.split(" ")[0].rsplit(":", 1)[0], line.split(" ")[2]) for line in meeting.check()]
    found = [f"{where} {identifier}" for where, identifier in told if identifier not in example.echoes]

    assert set(example.echoes) <= {identifier for _, identifier in told}
    assert found == [f"{place(meeting, example, hit)} {rule.id}" for hit in example.hits]


def break_as(meeting: MeetingFolder, rule: Rule, example: Example) -> None:
    """Turn the good passage of an example into the bad one; what was approved is the bad one, but for 505."""
    if example.removed:
        meeting.remove(example.file)
    elif example.encoding:
        meeting.write_bytes(example.file, meeting.read(example.file).encode(example.encoding))
    else:
        meeting.replace(example.file, example.good, example.bad)
    if rule.id != "MZ505":
        meeting.approve()


def place(meeting: MeetingFolder, example: Example, hit: str) -> str:
    """`file:line` of a hit."""
    name, _, passage = hit.rpartition(":") if ".yml:" in hit or ".md:" in hit else (example.file, "", hit)
    if ".yml:" in hit or ".md:" in hit:
        name, passage = hit.split(".yml:" if ".yml:" in hit else ".md:", 1)
        name += ".yml" if ".yml:" in hit else ".md"
    if not passage:
        return f"{name}:1"
    text = meeting.read(name)
    assert text.count(passage) == 1, f"{passage!r} occurs {text.count(passage)} times in {name}"
    return f"{name}:{text.count(chr(10), 0, text.index(passage)) + 1}"
