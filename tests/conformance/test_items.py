"""What the items say of themselves, and that nothing of the producer is shared."""

from __future__ import annotations

import ast
import re

import pytest

from mzsh.conformance.item import Description, descriptions
from tests.project.checkout import ROOT, python_files


@pytest.mark.parametrize("one", descriptions(), ids=lambda one: one.id)
def test_each_item_says_what_the_standard_says_and_what_to_do(one: Description) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", one.id)
    assert re.search("[\u4e00-\u9fff]", one.title)
    assert one.standard.endswith("。")
    assert len(re.findall("[\u4e00-\u9fff]", one.standard)) >= 5
    assert "\n" not in one.standard + one.advice
    assert one.advice


def test_ids_and_titles_are_unique() -> None:
    assert len({one.id for one in descriptions()}) == len({one.title for one in descriptions()}) == len(descriptions())


def test_the_page_has_every_item() -> None:
    page = (ROOT / "docs" / "conform.md").read_text(encoding="utf-8")

    assert [one.id for one in descriptions() if f"| `{one.id}` |" not in page] == []
    assert f"## 各项（{len(descriptions())} 项）" in page


def test_nothing_of_the_producer_is_shared() -> None:
    """A figure that is wrong where documents are made must not be right here."""
    imported = {
        name
        for path in python_files("mzsh/conformance")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for name in [node.module]
    }

    assert {name for name in imported if name.startswith("mzsh.")} - {
        name for name in imported if name.startswith("mzsh.conformance")
    } == {"mzsh.discovery", "mzsh.errors"}
