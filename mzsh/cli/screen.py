"""What a person sees: results on stdout, everything else on stderr, in any console encoding."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

    from mzsh.reports.lines import Line

_LASTS = 8
"""Pieces of work from which on a bar is shown."""


def prepare_streams() -> None:
    """Never fail on a GBK or ASCII console; write UTF-8 when redirected on Windows."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if sys.platform == "win32" and not stream.isatty():
            reconfigure(encoding="utf-8", errors="replace")
        else:
            reconfigure(errors="replace")


def out(text: str = "") -> None:
    """A line of the result, as it is."""
    print(text, file=sys.stdout)


def out_document(text: str, ascii: Callable[[str], str] | None) -> None:
    """A whole document for a program; where the stream cannot hold every character, as `ascii` writes it.

    Without `ascii` it is written as UTF-8 past the stream's encoding.
    """
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("_", "-")
    if encoding.startswith("utf"):
        out(text)
    elif ascii is not None:
        out(ascii(text))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))


def note(text: str) -> None:
    """A line beside the result: what was done, what to do next."""
    print(text, file=sys.stderr)


def console(stream: TextIO | None = None) -> Console:
    """A rich console that follows NO_COLOR, pipes and the width of the terminal (80 columns where there is none)."""
    from rich.console import Console

    stream = stream or sys.stdout
    width = None if stream.isatty() else 80
    return Console(file=stream, width=width, highlight=False, emoji=False, markup=False, soft_wrap=False)


@contextmanager
def progress(total: int, what: str) -> Iterator[Callable[[], None]]:
    """A bar for work that lasts, on a terminal only; the caller is given what moves it on by one."""
    if total < _LASTS or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(what), BarColumn(bar_width=40), MofNCompleteColumn())
    with Progress(*columns, console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def interactive() -> bool:
    """Whether somebody sits there and can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


_TONES = {
    "error": "bold red",
    "warning": "yellow",
    "info": "cyan",
    "faint": "dim",
    "good": "green",
    "strong": "bold",
    "plain": "",
}


def print_lines(lines: Iterable[Line]) -> None:
    """Lines in their tones on a terminal, plain elsewhere."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        for line in lines:
            out(line.text)
        return
    from rich.text import Text

    terminal = console()
    for line in lines:
        terminal.print(Text(line.text, style=_TONES[line.tone]), overflow="ignore", no_wrap=True, crop=False)
