"""Ctrl-C while documents are made: nothing half written, no process left, 130."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests.support.folder import MeetingFolder

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="a console of its own would be needed")
@pytest.mark.parametrize("written", [0, 1])
def test_ctrl_c_leaves_no_half_file(meeting: MeetingFolder, written: int) -> None:
    command = [sys.executable, "-m", "mzsh", "-C", str(meeting.root), "render", "--all", "--today", "2022-03-20"]
    output = meeting.path("输出")
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(_own_folder(meeting))},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        waiting = len(list(_own_folder(meeting).glob("mzsh-*/*.md"))) if not written else _written(output)
        if waiting >= max(1, written):
            break
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)

    assert process.returncode == 130, said.decode("utf-8", "replace")
    assert "已中断" in said.decode("utf-8", "replace")
    assert [path for path in output.glob("*") if path.suffix != ".docx"] == [] if output.exists() else True
    for path in output.glob("*.docx") if output.exists() else ():
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
    assert list(_own_folder(meeting).glob("mzsh-*")) == []


def _own_folder(meeting: MeetingFolder) -> Path:
    folder = meeting.root.parent / "tmp"
    folder.mkdir(exist_ok=True)
    return folder


def _written(output: Path) -> int:
    return len(list(output.glob("*.docx"))) if output.exists() else 0
