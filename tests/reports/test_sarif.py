from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from mzsh.reports.as_sarif import as_sarif
from mzsh.reports.formats import Wanted
from mzsh.rules.finding import Report
from mzsh.rules.rule import collect
from tests.reports.reporting import PATH, clean_report, full_report

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def run_of(report: Report) -> dict[str, Any]:
    """The one run, after the whole document was found valid."""
    document = json.loads(as_sarif(report, Wanted()))
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(document)
    (run,) = document["runs"]
    return dict(run)


def test_a_report_with_one_of_everything_is_valid() -> None:
    run = run_of(full_report())

    assert [(one["ruleId"], one["level"]) for one in run["results"]] == [
        ("MZ304", "error"),
        ("MZ006", "warning"),
        ("MZ109", "note"),
        ("MZ302", "error"),
        ("MZ303", "error"),
    ]
    assert run["columnKind"] == "unicodeCodePoints"


def test_the_schema_refuses_what_is_wrong() -> None:
    document = json.loads(as_sarif(full_report(), Wanted()))
    document["runs"][0]["results"][0]["level"] = "错误"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(document)


def test_held_back_results_are_marked_and_not_dropped() -> None:
    results = run_of(full_report())["results"]

    assert {one["ruleId"]: one["baselineState"] for one in results} == {
        "MZ304": "new",
        "MZ006": "new",
        "MZ109": "new",
        "MZ302": "unchanged",
        "MZ303": "new",
    }
    assert [one.get("suppressions") for one in results] == [
        None,
        None,
        None,
        None,
        [{"kind": "inSource", "justification": "上级同意"}],
    ]


def test_without_a_baseline_nothing_is_new_or_old() -> None:
    report = clean_report("会议.yml")

    assert run_of(report)["results"] == []
    assert "baselineState" not in json.dumps(run_of(report))


def test_places_are_relative_references_in_ascii() -> None:
    run = run_of(full_report())
    place = run["results"][0]["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"].isascii()
    assert " " not in place["artifactLocation"]["uri"]
    assert unquote(place["artifactLocation"]["uri"]) == PATH
    assert place["region"] == {"startLine": 9, "startColumn": 5, "endLine": 9, "endColumn": 7}
    base = run["originalUriBaseIds"][place["artifactLocation"]["uriBaseId"]]["uri"]
    assert unquote(base) == "file:///临江 市委/"
    assert run["results"][1]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert run["results"][0]["relatedLocations"][0]["message"] == {"text": "名册"}


def test_places_begin_at_the_top_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    root = tmp_path / "市委" / "2021"
    root.mkdir(parents=True)

    run = run_of(full_report(root))

    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == f"市委/2021/{PATH}"
    assert run["originalUriBaseIds"]["%SRCROOT%"]["uri"] == f"{tmp_path.as_uri()}/"


def test_every_rule_is_described() -> None:
    run = run_of(clean_report("会议.yml"))
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == [rule.id for rule in collect()]
    assert all(rule["help"]["markdown"] and rule["fullDescription"]["text"] for rule in rules)
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules}
    assert (levels["MZ301"], levels["MZ502"]) == ("error", "warning")


def test_a_crash_and_a_note_are_notifications() -> None:
    (invocation,) = run_of(full_report())["invocations"]

    assert invocation["executionSuccessful"] is False
    assert [(one["level"], one["message"]["text"]) for one in invocation["toolExecutionNotifications"]] == [
        ("error", "规则 MZ305 出错：ValueError: 坏了\x07"),
        ("note", "2030 年没有放假安排，按周一至周五算"),
    ]


def test_fingerprints_are_partial_ones() -> None:
    assert [one["partialFingerprints"] for one in run_of(full_report())["results"][:2]] == [
        {"mzsh/v1": "f1"},
        {"mzsh/v1": "f2"},
    ]
