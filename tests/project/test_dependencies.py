"""Every dependency is used, has its page in docs/decisions, and is what the page says."""

import ast
import re
import sys

import pytest
import yaml

from tests.project.checkout import ROOT, python_files

_IMPORTED_AS = {
    "pyyaml": "yaml",
    "python-frontmatter": "frontmatter",
    "pypandoc-binary": "pypandoc",
    "chinesecalendar": "chinese_calendar",
}
_PAGE = {"pypandoc-binary": "pandoc"}


def _dependencies() -> list[str]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert block is not None
    return [name.lower().replace("_", "-") for name in re.findall(r'"([A-Za-z0-9_-]+)', block[1])]


def _imported() -> set[str]:
    """Top-level names that the package imports, or looks up by `find_spec`."""
    found: set[str] = set()
    for path in python_files("mzsh"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.split(".")[0])
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "find_spec":
                found.update(str(a.value) for a in node.args if isinstance(a, ast.Constant))
    return found


@pytest.mark.parametrize("name", _dependencies())
def test_is_used_and_decided(name: str) -> None:
    page = ROOT / "docs" / "decisions" / f"{_PAGE.get(name, name)}.md"

    assert _IMPORTED_AS.get(name, name) in _imported()
    assert page.is_file(), f"{page.relative_to(ROOT)} is missing"


def test_nothing_else_is_imported() -> None:
    known = {_IMPORTED_AS.get(name, name) for name in _dependencies()} | {"mzsh", "pydantic_core"}

    assert _imported() - known - set(sys.stdlib_module_names) == set()


def test_yaml_is_read_in_c() -> None:
    assert yaml.__with_libyaml__
