"""The style that the project enforces on itself. Each test prints what the tool says."""

import ast

import pytest

from tests.project.checkout import ROOT, python_files, run

LINES_OF_A_MODULE = 300
LINES_OF_A_FUNCTION = 45


@pytest.mark.parametrize(
    "command",
    [
        ("-m", "ruff", "check", "--no-cache", "."),
        ("-m", "ruff", "format", "--no-cache", "--check", "."),
        ("-m", "mypy"),
        ("-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-cache"),
    ],
    ids=["ruff check", "ruff format", "mypy strict", "import-linter"],
)
def test_tools_have_nothing_to_say(command: tuple[str, ...]) -> None:
    done = run(*command)

    assert done.returncode == 0, done.stdout


def test_modules_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files("mzsh")}

    assert [f"{path.relative_to(ROOT)} {n}" for path, n in lengths.items() if n > LINES_OF_A_MODULE] == []


def test_functions_are_short() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name} {length}"
        for path in python_files("mzsh")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and (length := node.end_lineno - node.lineno + 1) > LINES_OF_A_FUNCTION
    ]

    assert long == []
