"""README's walk, step by step: files to write, texts to paste, commands with the output that is shown.

A fenced block `console` holds commands behind `$` and what they print; a line `[…]` stands for lines left out. What a
person does in an editor is told beside the text in a comment: `试验：写入 FILE` (the block that follows), `试验：粘贴
TEXT 到 FILE` (in place of a document's body), `试验：替换 FILE | OLD | NEW` (the first one).
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.project.checkout import ROOT

LEFT_OUT = "[…]"
_PART = re.compile(r"<!-- 试验：(?P<deed>.*?) -->|^```(?P<language>\w+)\n(?P<block>.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Deed:
    """What a person does to a file."""

    words: str
    block: str


@dataclass(frozen=True)
class Shown:
    """A command and the lines that the README shows under it."""

    command: str
    lines: tuple[str, ...]


def steps(text: str) -> Iterator[Deed | Shown]:
    """The steps of a page in order."""
    waiting = ""
    for part in _PART.finditer(text):
        if part["deed"] and part["deed"].startswith("写入"):
            waiting = part["deed"]
        elif part["deed"]:
            yield Deed(part["deed"], "")
        elif waiting:
            yield Deed(waiting, part["block"])
            waiting = ""
        elif part["language"] == "console":
            yield from _shown(part["block"])


def _shown(block: str) -> Iterator[Shown]:
    for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
        yield Shown(command, tuple(output.splitlines()))


class Walker:
    """Walks in a folder of its own, where git knows who commits."""

    def __init__(self, folder: Path) -> None:
        self.start = self.here = folder
        self.settings = folder.parent / "gitconfig"
        self.settings.write_text("[user]\nname = 张秘书\nemail = mi@example.cn\n", encoding="utf-8")

    def do(self, deed: Deed) -> None:
        """What a person does in an editor."""
        verb, _, rest = deed.words.partition(" ")
        if verb == "写入":
            (self.start / rest).write_text(deed.block, encoding="utf-8")
        elif verb == "粘贴":
            source, target = rest.split(" 到 ")
            head = re.match(r"---\n.*?\n---\n", self._read(target), re.DOTALL)
            assert head is not None
            self._write(target, head[0] + "\n" + (ROOT / source).read_text(encoding="utf-8"))
        elif verb == "替换":
            target, old, new = rest.split(" | ")
            assert old in self._read(target), f"{old!r} is not in {target}"
            self._write(target, self._read(target).replace(old, new, 1))
        else:
            raise AssertionError(f"no such deed: {deed.words}")

    def run(self, command: str) -> list[str]:
        """Run a shown command; what it prints on a screen, line by line."""
        words = shlex.split(command)
        if words[0] == "cd":
            self.here = self.here / words[1]
            return []
        assert words[0] == "mzsh", command
        done = subprocess.run(
            [sys.executable, "-m", "mzsh", *words[1:]],
            cwd=self.here,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "PYTHONUNBUFFERED": "1",
                "PYTHONUTF8": "1",
                "GIT_CONFIG_GLOBAL": str(self.settings),
                "GIT_CEILING_DIRECTORIES": str(self.start.parent),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode != 3, done.stdout
        return [line.rstrip() for line in done.stdout.splitlines()]

    def _read(self, name: str) -> str:
        return (self.start / name).read_text(encoding="utf-8")

    def _write(self, name: str, text: str) -> None:
        (self.start / name).write_text(text, encoding="utf-8")


def agrees(printed: list[str], shown: tuple[str, ...]) -> bool:
    """Whether what was printed is what is shown, but for lines left out."""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == LEFT_OUT else re.escape(line.rstrip()) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def retold(text: str, folder: Path) -> str:
    """The page with what the commands really print, in full."""
    walker = Walker(folder)
    for step in steps(text):
        if isinstance(step, Deed):
            walker.do(step)
            continue
        printed = "".join(line + "\n" for line in walker.run(step.command))
        old = f"$ {step.command}\n" + "".join(line + "\n" for line in step.lines)
        text = text.replace(old, f"$ {step.command}\n{printed}", 1)
    return text
