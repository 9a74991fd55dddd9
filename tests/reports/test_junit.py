from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from mzsh.reports.as_junit import as_junit
from mzsh.reports.formats import Wanted
from mzsh.rules.finding import Report
from mzsh.rules.severity import Severity
from tests.reports.reporting import PATH, clean_report, full_report

SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "schemas" / "junit-10.xsd")))


def suite_of(report: Report, fail_on: Severity = Severity.ERROR) -> etree._Element:
    """The one suite, after the whole document was found valid."""
    text = as_junit(report, Wanted(fail_on=fail_on))
    root = etree.fromstring(text.encode("utf-8"))
    SCHEMA.assertValid(root)
    (suite,) = root
    return suite


def outcomes(suite: etree._Element) -> list[tuple[str, str, str]]:
    return [
        (case.get("classname", ""), case.get("name", "")[:5], case[0].tag if len(case) else "passed")
        for case in suite.iter("testcase")
    ]


def test_a_case_for_each_rule_in_each_file() -> None:
    assert outcomes(suite_of(full_report())) == [
        (PATH, "MZ304", "failure"),
        ("会议.yml", "MZ006", "system-out"),
        (PATH, "MZ109", "system-out"),
        (PATH, "MZ303", "skipped"),
        (PATH, "MZ302", "skipped"),
        ("审阅.yml", "没有发现问", "passed"),
        (PATH, "规则 MZ", "error"),
    ]


@pytest.mark.parametrize(("fail_on", "failures"), [(Severity.ERROR, 1), (Severity.WARNING, 2), (Severity.INFO, 3)])
def test_what_fails_follows_fail_on_and_the_figures_are_counted(fail_on: Severity, failures: int) -> None:
    suite = suite_of(full_report(), fail_on)

    assert suite.get("failures") == str(failures) == str(len(list(suite.iter("failure"))))
    assert suite.get("errors") == "1" == str(len(list(suite.iter("error"))))
    assert suite.get("tests") == str(len(list(suite.iter("testcase")))) == "7"
    assert suite.get("skipped") == str(len(list(suite.iter("skipped")))) == "2"


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    text = as_junit(full_report(), Wanted())

    assert not [char for char in "\x00\x07\x1b\ud800\uffff" if char in text]
    (case,) = (case for case in suite_of(full_report()).iter("testcase") if case.get("classname") == "会议.yml")
    assert "第一行%" in (case[0].text or "")
    assert "<&\"' ]]>" in (case[0].text or "")


def test_a_clean_workspace_passes_file_by_file() -> None:
    assert outcomes(suite_of(clean_report("会议.yml", PATH))) == [
        ("会议.yml", "没有发现问", "passed"),
        (PATH, "没有发现问", "passed"),
    ]
