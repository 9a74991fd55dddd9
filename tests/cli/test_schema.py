"""mzsh schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mzsh.cli.running import run
from mzsh.model.kinds import DOCUMENTS


def test_without_a_kind_the_kinds_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0

    assert capsys.readouterr().out.splitlines() == [
        *(f"{kind.names[0]}  {kind.names[1]}" for kind in DOCUMENTS),
        "材料  all",
    ]


@pytest.mark.parametrize("typed", ["发言提纲", "outline"])
def test_a_kind_by_either_name(capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert run(["格式", typed]) == 0

    assert json.loads(capsys.readouterr().out)["title"] == "发言提纲"


def test_all_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(tmp_path), "schema", "--output", "写法"]) == 0

    names = {path.stem for path in (tmp_path / "写法").glob("*.json")}
    assert names == {*(kind.names[1] for kind in DOCUMENTS), "all"}
    assert capsys.readouterr().out == ""


def test_a_kind_nobody_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "发言题纲"]) == 2

    assert capsys.readouterr().err == "mzsh：没有“发言题纲”这种类型\n  → 是不是“发言提纲”？\n"
