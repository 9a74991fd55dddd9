"""What init writes for VS Code: settings that point to schemas which are there, snippets that say what may be typed."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest

from mzsh.cli.running import run
from mzsh.model.kinds import DOCUMENTS
from mzsh.workspace.editors import editor_files
from mzsh.workspace.loading import load_text
from tests.support.folder import MeetingFolder


def written() -> dict[str, Any]:
    return {file.path: json.loads(file.text) for file in editor_files()}


def test_every_schema_that_the_settings_name_is_written() -> None:
    files = written()
    schemas = files[".vscode/settings.json"]["yaml.schemas"]

    assert set(schemas) == {path for path in files if "/schemas/" in path}


def test_paths_of_schemas_are_ones_that_the_extension_takes_for_relative() -> None:
    relative = re.compile(r"^(((\.\.?)|([\w\-@. ]+))(/|\\\\?))*[\w\-. ]*\.[\w-]+$", re.ASCII)

    assert all(relative.match(path) for path in written()[".vscode/settings.json"]["yaml.schemas"])


def test_a_file_with_a_name_of_its_own_has_the_schema_of_its_kind_and_no_other() -> None:
    schemas = written()[".vscode/settings.json"]["yaml.schemas"]

    assert {unquote(glob) for glob in schemas[".vscode/schemas/reviews.json"]} == {"/审阅.yml"}
    assert "!/审阅.yml" in schemas[".vscode/schemas/all.json"]


def test_a_snippet_begins_each_kind_of_markdown_and_confirms_nothing() -> None:
    snippets = written()[".vscode/mzsh.code-snippets"]

    for kind in DOCUMENTS:
        if not kind.markdown:
            assert kind.names[0] not in snippets
            continue
        body = "\n".join(snippets[kind.names[0]]["body"])
        text = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}|\$\{\d+:([^}]*)\}", lambda m: m[1] or m[2], body)
        loaded = load_text(f"甲/{kind.names[0]}.md", f"---\n{text}\n---\n")
        assert loaded.document is not None
        assert loaded.source.faults == ()
        assert "全部" not in body
        assert "true" not in body


def test_places_of_a_snippet_are_numbered_through() -> None:
    body = "\n".join(written()[".vscode/mzsh.code-snippets"]["发言提纲"]["body"])
    numbers = [int(number) for number in re.findall(r"\$\{(\d+)", body)]

    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 6


def test_the_check_task_reads_what_the_check_prints(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    (task,) = written()[".vscode/tasks.json"]["tasks"]
    errors, notes = (re.compile(matcher["pattern"]["regexp"]) for matcher in task["problemMatcher"])
    meeting.replace("06-发言提纲/李明.md", "本人撰写: true", "本人撰写: true\n本人签名: true")
    meeting.write("会议.yml", meeting.read("会议.yml") + "检查: {级别: {MZ304: 提示, MZ302: 警告}}\n")
    meeting.replace("04-谈心谈话/谈话登记.yml", "谈话对象: 陈建平", "谈话对象: 陈建平\n    方式: 视频")

    meeting.approve()

    assert task["command"] == "mzsh"
    assert run(["-C", str(meeting.root), *task["args"], "--today", "2022-03-20"]) == 1

    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("::")]
    found = [match.groups() for line in lines if (match := errors.match(line))]
    noted = [match.groups() for line in lines if (match := notes.match(line))]
    assert len(found) + len(noted) == len(lines)
    assert [(one[0], one[1], one[6]) for one in found] == [("error", "06-发言提纲/李明.md", "MZ005")]
    assert [(one[0], one[5]) for one in noted] == [("04-谈心谈话/谈话登记.yml", "MZ304")]
    assert all(one[2].isdigit() for one in found)
