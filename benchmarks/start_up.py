"""What it costs to start: mzsh and the libraries that it could load, against Python alone.

python benchmarks/start_up.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from measure import side_by_side, table

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = str(ROOT / "examples" / "望川市委")
UNIT = "python -c pass"
LIBRARIES = ("typer", "rich.console", "pydantic", "yaml", "frontmatter", "jinja2", "lxml.etree", "openpyxl")


def main() -> None:
    """Print the table."""
    cases: dict[str, Callable[[], object]] = {UNIT: partial(python, "-c", "pass")}
    for name in LIBRARIES:
        cases[f"import {name}"] = partial(python, "-c", f"import {name}")
    cases["mzsh --version"] = partial(mzsh, "--version")
    cases["mzsh --help"] = partial(mzsh, "--help")
    cases["mzsh check (example)"] = partial(mzsh, "-C", EXAMPLE, "check", "--today", "2022-03-10")
    cases["mzsh status (example)"] = partial(mzsh, "-C", EXAMPLE, "status", "--today", "2022-03-10")
    print(table(side_by_side(cases, rounds=15), unit=UNIT))


def mzsh(*arguments: str) -> None:
    """Run a command of mzsh as its own process."""
    python("-m", "mzsh", *arguments)


def python(*arguments: str) -> None:
    """Run this Python as its own process; bytecode is cached as it is for users."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(ROOT)
    subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    main()
