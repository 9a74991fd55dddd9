from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from mzsh.errors import MzshError
from mzsh.reports.as_github import as_github
from mzsh.reports.as_gitlab import as_gitlab
from mzsh.reports.as_json import as_json
from mzsh.reports.formats import FORMATS, NAMES, Wanted, in_json, in_xml, require_format, written
from mzsh.rules.severity import Severity
from tests.reports.reporting import PATH, full_report
from tests.support.folder import MeetingFolder

LINE = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:]*,?)*)::([^\r\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as the runner reads them."""
    found = []
    for line in text.split("\n"):
        if line.startswith("::"):
            match = LINE.fullmatch(line)
            assert match, line
            pairs = (part.split("=", 1) for part in match[2].split(","))
            properties = {name: unescaped(value) for name, value in pairs}
            found.append((match[1], properties, unescaped(match[3])))
    return found


def unescaped(text: str) -> str:
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, char)
    return text


def test_github_gets_a_command_for_each_finding_the_loudest_first() -> None:
    first, second, third, crash = commands(as_github(full_report(), Wanted()))

    assert first == (
        "error",
        {"file": PATH, "line": "9", "endLine": "9", "col": "5", "endColumn": "7", "title": "MZ304 谈心谈话不是面对面"},
        "方式是“电话”\n改成面对面",
    )
    assert (second[0], second[1]["file"], second[1]["line"]) == ("warning", "会议.yml", "1")
    assert "第一行%\r\n甲,乙:" in second[2]
    assert third[0] == "notice"
    assert (crash[0], crash[1]["title"]) == ("error", "规则 MZ305 出错")


def test_github_and_gitlab_count_paths_from_the_top_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    root = tmp_path / "会,议"
    root.mkdir()
    report = full_report(root)

    assert commands(as_github(report, Wanted()))[0][1]["file"] == f"会,议/{PATH}"
    assert json.loads(as_gitlab(report, Wanted()))[0]["location"]["path"] == f"会,议/{PATH}"


def test_gitlab_gets_what_its_documentation_asks_for() -> None:
    issues = json.loads(as_gitlab(full_report(), Wanted()))

    assert issues[0] == {
        "description": "方式是“电话”（改成面对面）",
        "check_name": "MZ304",
        "fingerprint": "f1",
        "severity": "major",
        "location": {"path": PATH, "lines": {"begin": 9, "end": 9}},
    }
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]


def test_gitlab_fingerprints_are_unique(meeting: MeetingFolder) -> None:
    from datetime import date

    from mzsh.rules.running import CheckOptions, check

    register = "04-谈心谈话/谈话登记.yml"
    meeting.write(register, meeting.read(register).replace("地点: ", "方式: 电话\n    地点: "))
    report = check(meeting.load(), CheckOptions(today=date(2022, 3, 20)))
    issues = json.loads(as_gitlab(report, Wanted()))

    assert len(issues) > 3
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_json_counts_what_was_held_back_and_escapes_half_characters() -> None:
    text = as_json(full_report(), Wanted())
    document = json.loads(text)

    assert document["summary"] == {"error": 1, "warning": 1, "info": 1, "suppressed": 1, "baselined": 1}
    assert document["notes"] == ["2030 年没有放假安排，按周一至周五算"]
    assert document["not_due"] == [{"clause": "3.4-step1", "due": "2022-01-11", "what": "还没有报送"}]
    assert document["crashes"] == [{"rule": "MZ305", "path": PATH, "error": "ValueError: 坏了\x07", "package": ""}]
    assert "statistics" not in document
    assert text.encode("utf-8")


def test_json_holds_statistics_when_asked() -> None:
    document = json.loads(as_json(full_report(), Wanted(statistics=True)))

    assert document["statistics"][0] == {
        "rule": "MZ304",
        "title": "谈心谈话不是面对面",
        "error": 1,
        "warning": 0,
        "info": 0,
    }


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.ascii])
def test_where_only_ascii_passes_the_document_stays_the_same(name: str) -> None:
    report = full_report()
    text = written(report, name, Wanted())
    ascii = FORMATS[name].ascii
    assert ascii is not None
    plain = ascii(text)

    if name == "junit":
        assert plain.isascii()
        same = [etree.tostring(etree.fromstring(one.encode("utf-8"))) for one in (plain, text)]
        assert same[0] == same[1]
    else:
        assert plain.isascii()
        assert json.loads(plain) == json.loads(text)


def test_characters_beyond_the_basic_plane_are_escaped_as_pairs() -> None:
    assert json.loads(in_json('"𠮷李"')) == "𠮷李"
    assert in_xml("𠮷") == "&#134071;"


def test_formats_are_asked_for_by_name() -> None:
    for name in NAMES:
        require_format(name, Wanted(fail_on=Severity.INFO))
    with pytest.raises(MzshError, match="没有“xml”这种格式"):
        require_format("xml", Wanted())
    with pytest.raises(MzshError, match="放不下统计"):
        require_format("sarif", Wanted(statistics=True))
