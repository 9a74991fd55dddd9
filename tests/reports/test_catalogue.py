from __future__ import annotations

import json

import pytest
from wcwidth import wcswidth

from mzsh.errors import MzshError
from mzsh.reports.catalogue import CHAPTERS, as_json, find_rule, listing, markdown, page
from mzsh.reports.lines import WIDTH
from mzsh.rules.rule import Rule, collect


@pytest.mark.parametrize("typed", ["MZ304", "mz304", "304", " Mz 304 ", "３０４", "面对面"])
def test_a_rule_is_found_however_it_is_typed(typed: str) -> None:
    assert find_rule(typed).id == "MZ304"


@pytest.mark.parametrize(("typed", "rule"), [("1", "MZ001"), ("17", "MZ017")])
def test_zeros_may_be_left_out(typed: str, rule: str) -> None:
    assert find_rule(typed).id == rule


@pytest.mark.parametrize("typed", ["999", "", "MZ", "没有这样的词"])
def test_what_names_no_rule_is_told(typed: str) -> None:
    with pytest.raises(MzshError, match="这条规则"):
        find_rule(typed)


def test_words_of_several_rules_are_answered_with_their_names() -> None:
    with pytest.raises(MzshError, match="不止一条") as told:
        find_rule("五避免")

    assert told.value.hint.startswith("是不是：")
    assert {"MZ106", "MZ308"} <= set(told.value.hint.replace("：", " ").replace("、", " ").split())


@pytest.mark.parametrize("rule", collect(), ids=lambda rule: rule.id)
def test_a_page_fits_the_terminal_and_says_how_to_suppress(rule: Rule) -> None:
    lines = [line.text for line in page(rule)]

    assert lines[0].startswith(f"{rule.id} {rule.title}")
    assert lines[-2:] == [f"  <!-- mzsh: 忽略 {rule.id} 理由 -->", f"  # mzsh: 忽略 {rule.id} 理由"]
    assert [line for line in lines if wcswidth(line) > WIDTH] == []


def test_the_list_has_every_rule_under_its_chapter() -> None:
    lines = [line.text for line in listing()]

    chapters = [line.split("（")[0] for line in lines if line.endswith("条）")]
    assert chapters == [CHAPTERS[key] for key in dict.fromkeys(rule.id[:3] for rule in collect())]
    assert [line.split()[0] for line in lines if line.startswith("  MZ")] == [rule.id for rule in collect()]
    assert all(wcswidth(line) <= WIDTH for line in lines)


def test_the_three_forms_of_the_catalogue_hold_the_same_rules() -> None:
    every = [(rule.id, rule.title) for rule in collect()]

    assert [(rule["id"], rule["title"]) for rule in json.loads(as_json())["rules"]] == every
    assert [tuple(line[4:].split(" ", 1)) for line in markdown().splitlines() if line.startswith("### ")] == every
