"""What reading and checking cost within one process, against what PyYAML alone takes for the same files.

python benchmarks/check.py
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import yaml
from measure import side_by_side, table

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mzsh.model.project import Project  # noqa: E402
from mzsh.overview.progress import status  # noqa: E402
from mzsh.rules.running import CheckOptions, check  # noqa: E402
from mzsh.workspace.loading import load  # noqa: E402
from mzsh.workspace.nodes import compose  # noqa: E402

EXAMPLE = ROOT / "examples" / "望川市委"
OPTIONS = CheckOptions(today=date(2022, 3, 10))
UNIT = "yaml.load in C"


def main() -> None:
    """Print what was measured on, and the table."""
    project = load(EXAMPLE)
    texts = yaml_texts(project)
    print(f"{len(project.sources)} files, {sum(map(len, texts))} characters of YAML\n")
    report = check(project, OPTIONS)
    cases = {
        "read the bytes": lambda: [(EXAMPLE / source.path).read_bytes() for source in project.sources],
        UNIT: lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts],
        "yaml.load in Python": lambda: [yaml.load(text, Loader=yaml.SafeLoader) for text in texts],
        "nodes with marks (mzsh.workspace.nodes)": lambda: [compose(text) for text in texts],
        "load the folder": lambda: load(EXAMPLE),
        "load and check": lambda: check(load(EXAMPLE), OPTIONS),
        "status of a checked folder": lambda: status(project, report),
    }
    print(table(side_by_side(cases, rounds=9), unit=UNIT))


def yaml_texts(project: Project) -> list[str]:
    """The YAML of every file: all of a register, the front matter of a Markdown file."""
    return [
        source.text.split("\n---\n")[0].removeprefix("---\n") if source.is_markdown else source.text
        for source in project.sources
    ]


if __name__ == "__main__":
    main()
