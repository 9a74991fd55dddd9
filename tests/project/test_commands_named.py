"""Every command that a message, a hint or a scaffold names is there."""

from __future__ import annotations

import re

from mzsh.cli.app import COMMANDS
from tests.project.checkout import ROOT

_NAMED = re.compile(r"mzsh ([a-z]{3,}|[一-龥]{2})(?=[ 。，、；：）\"`”\n]|$)")
_PROSE = {"cannot", "needs", "reads"}


def test_no_message_names_a_command_that_is_not_there() -> None:
    known = {name for pair in COMMANDS for name in pair}
    files = [path for folder in ("mzsh", "templates") for path in sorted((ROOT / folder).rglob("*")) if path.is_file()]
    named = {
        (path.relative_to(ROOT).as_posix(), match[1])
        for path in files
        if path.suffix in (".py", ".md", ".yml", ".j2")
        for match in _NAMED.finditer(path.read_text(encoding="utf-8"))
    }

    assert sorted((path, word) for path, word in named if word not in known | _PROSE) == []
