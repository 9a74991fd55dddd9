"""What init writes for VS Code: settings that point to schemas which are there, snippets that say what may be typed."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

from mzsh.model.kinds import DOCUMENTS
from mzsh.workspace.editors import editor_files
from mzsh.workspace.loading import load_text


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


def test_the_check_task_reads_what_the_check_prints() -> None:
    (task,) = written()[".vscode/tasks.json"]["tasks"]
    errors, notes = (re.compile(matcher["pattern"]["regexp"]) for matcher in task["problemMatcher"])
    place = "file=06-发言提纲/李明.md,line=9,endLine=9,col=5,endColumn=12"

    found = errors.match(f"::error {place},title=MZ103 问题缺要素::没有写措施%0A补上")
    assert found is not None
    assert found.groups() == ("error", "06-发言提纲/李明.md", "9", "9", "5", "12", "MZ103", "没有写措施%0A补上")
    assert errors.match("::warning file=会议.yml,line=1,title=LJ001 自定::甲") is not None
    assert notes.match(f"::notice {place},title=MZ112 长短::甲") is not None
    assert [task["command"], *task["args"]] == ["mzsh", "check", "--format", "github"]
