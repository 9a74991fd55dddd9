"""What `render --all` takes, against bare pandoc called once for each of the same documents.

python benchmarks/documents.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from measure import side_by_side, table

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mzsh.documents.rendering import How, Rendered, render  # noqa: E402
from mzsh.typesetting.pandoc import executable  # noqa: E402
from mzsh.workspace.loading import load  # noqa: E402

EXAMPLE = ROOT / "examples" / "望川市委"
TODAY = date(2022, 3, 10)
UNIT = "bare pandoc, once a document"


def main() -> None:
    """Print what was measured on, whether two runs agree, and the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = _paths(render(load(EXAMPLE), output=folder / "md", how=How("md"), today=TODAY))
        print(f"{len(texts)} documents, {sum(len(text.read_text('utf-8')) for text in texts)} characters of Markdown")
        first, second = (
            [path.read_bytes() for path in _paths(render(load(EXAMPLE), output=folder / run, today=TODAY))]
            for run in ("first", "second")
        )
        print(f"two runs give {'the same' if first == second else 'DIFFERENT'} bytes\n")
        cases = {
            UNIT: lambda: _bare(texts, folder),
            "mzsh render --all, a process": lambda: _command(folder),
            "mzsh render --all --jobs 1, a process": lambda: _command(folder, "--jobs", "1"),
            "load and render all, in a process that runs": lambda: render(
                load(EXAMPLE), output=folder / "docx", today=TODAY
            ),
            "the same with every document examined": lambda: render(
                load(EXAMPLE), output=folder / "docx", how=How(verify=True), today=TODAY
            ),
        }
        print(table(side_by_side(cases, rounds=5), unit=UNIT))


def _paths(results: tuple[Rendered, ...]) -> list[Path]:
    """Where the documents are; a failure to write one ends the run."""
    failed = [str(one) for one in results if one.path is None]
    if failed:
        raise SystemExit(f"not rendered: {failed}")
    return [one.path for one in results if one.path is not None]


def _bare(texts: list[Path], folder: Path) -> None:
    for text in texts:
        subprocess.run([str(executable()), str(text), "--output", str(folder / "bare.docx")], check=True)


def _command(folder: Path, *more: str) -> None:
    arguments = ["-C", str(EXAMPLE), "render", "--all", "--output", str(folder / "docx"), "--today", str(TODAY), *more]
    subprocess.run([sys.executable, "-m", "mzsh", *arguments], cwd=ROOT, check=True, capture_output=True)


if __name__ == "__main__":
    main()
