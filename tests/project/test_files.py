"""What may not stand in a file of the project: this machine, its neighbours, other people's hosts."""

import re

from tests.project.checkout import ROOT, files

# Written in pieces, so that this file does not hold what it looks for.
_FORBIDDEN = {
    "a path of one machine": r"/(?:work|root)" + r"/\w|/home" + r"/(?!\.\.\.|…|USER)\w|[A-Z]:\\" + r"Users\\\w",
    "a file outside the repository": r"(?:\.\./)?"
    + r"shared"
    + r"/(?:spec|design|reference|seed|labelled)|\.\./"
    + "ref",
    "a host of a package registry": r"pypi\."
    + r"org|python"
    + r"hosted|deb\.deb"
    + r"ian|npm"
    + r"js\.|crates\."
    + "io",
}


def test_no_trace_of_one_machine() -> None:
    found = [
        f"{name}:{number}: {what}: {line.strip()[:80]}"
        for name in files()
        for number, line in enumerate(_lines(name), 1)
        for what, pattern in _FORBIDDEN.items()
        if re.search(pattern, line)
    ]

    assert found == []


def test_nothing_generated_is_kept() -> None:
    kept = [name for name in files() if re.search(r"__pycache__|\.pyc$|(?:^|/)输出/|\.egg-info", name)]

    assert kept == []


def test_no_file_is_large() -> None:
    assert [name for name in files() if (ROOT / name).stat().st_size > 600_000] == []


def _lines(name: str) -> list[str]:
    try:
        return (ROOT / name).read_bytes().decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return []
