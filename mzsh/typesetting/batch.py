"""Many texts through few pandocs: each takes its share, and a text that breaks one does not take the rest along."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Final

from mzsh.errors import MzshError
from mzsh.typesetting import pandoc

_PAUSE: Final = 0.004  # seconds between two looks at what is finished
_WORTH_A_PROCESS: Final = 6  # texts; starting a process costs as much as setting one or two


def convert(
    texts: Sequence[bytes], *, files: Mapping[str, bytes], jobs: int, timeout: float = pandoc.TIMEOUT
) -> Iterator[tuple[int, bytes | MzshError]]:
    """Each text's number with its Word file, or with what went wrong, as they are finished.

    `files` are the reference document and the filters; `jobs` is the most processes; `timeout` is for each text, in
    seconds. A process that ends early or stands still is replaced by one for the texts that it left.
    """
    processes = max(1, min(jobs, len(texts) // _WORTH_A_PROCESS))
    with ExitStack() as stack:
        shares = [_Share(texts, range(first, len(texts), processes), files, timeout) for first in range(processes)]
        for share in shares:
            stack.callback(share.stop)
        while shares:
            finished = [one for share in shares for one in share.look()]
            yield from finished
            shares = [share for share in shares if share.pending]
            if shares and not finished:
                time.sleep(_PAUSE)


class _Share:
    """The texts of one process at a time."""

    def __init__(
        self, texts: Sequence[bytes], numbers: Sequence[int], files: Mapping[str, bytes], timeout: float
    ) -> None:
        self.pending = list(numbers)
        self._texts = texts
        self._files = files
        self._timeout = timeout
        self._process: pandoc.Running | None = None

    def stop(self) -> None:
        """End the process, whatever it has done."""
        if self._process is not None:
            self._process.__exit__()
            self._process = None

    def look(self) -> Iterator[tuple[int, bytes | MzshError]]:
        """What has been finished since the last look."""
        if self._process is None:
            self._start()
        assert self._process is not None
        ended = self._process.ends_within(0)
        while self.pending and (content := self._process.result(f"{self._done + 1}.docx")) is not None:
            self._done += 1
            self._since = time.monotonic()
            yield self.pending.pop(0), content
        if not self.pending:
            self.stop()
        elif ended:
            failure = self._process.failure() or MzshError("pandoc 没有写出文件", hint="请再试一次")
            yield from self._broken(failure, certain=self._done == 0)
        elif time.monotonic() - self._since > self._timeout:
            yield from self._broken(pandoc.too_slow(self._timeout), certain=True)

    def _start(self) -> None:
        count = len(self.pending)
        papers = {f"{place}.md": self._texts[number] for place, number in enumerate(self.pending, 1)}
        arguments = ["--from=markdown", "--to=plain", "--metadata", f"count={count}", "--lua-filter=batch.lua"]
        arguments += ["--metadata", f"reader={pandoc.READER}", "main.md"]
        self._process = pandoc.Running(arguments, {"main.md": b"", **self._files, **papers}).__enter__()
        self._done = 0
        self._since = time.monotonic()

    def _broken(self, failure: MzshError, *, certain: bool) -> Iterator[tuple[int, MzshError]]:
        """Give up the process; the text in hand too, where it is certain that the fault is its own."""
        self.stop()
        if certain:
            yield self.pending.pop(0), failure
