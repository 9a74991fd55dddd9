"""The CI files that init writes: what each host needs is there, and the commands in them are the program's own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from mzsh.cli.app import command_line
from mzsh.reports.formats import FORMATS
from mzsh.workspace.scaffold_text import source_of
from mzsh.workspace.scaffolding import CI_FILES

HOSTS = tuple(CI_FILES)


def parsed(host: str) -> Any:
    """The file as the host reads it; YAML 1.1 would take GitHub's `on` for true."""
    return yaml.load(source_of(f"ci/{host}.yml"), yaml.BaseLoader)


def script(host: str) -> list[str]:
    """The commands in their order."""
    data = parsed(host)
    if host == "github":
        return [step["run"] for step in data["jobs"]["check"]["steps"] if "run" in step]
    if host == "gitlab":
        return list(data["检查"]["script"])
    return list(data["stages"][0]["steps"][0]["commands"])


@pytest.mark.parametrize("host", HOSTS)
def test_the_program_is_installed_from_where_the_user_says(host: str) -> None:
    data = parsed(host)
    variables = data["env"] if host == "github" else data["variables"]

    assert script(host)[0] == 'pip install "$MZSH"'
    assert variables["MZSH"] == "mzsh"
    assert "git+https://" in source_of(f"ci/{host}.yml")


@pytest.mark.parametrize("host", HOSTS)
def test_only_options_that_the_check_has_are_used(host: str) -> None:
    command = command_line().commands["check"]
    known = {option for parameter in command.params for option in parameter.opts}
    used = {option for line in script(host) for option in re.findall(r"--[a-z-]+", line)}
    formats = {name for line in script(host) for name in re.findall(r"--format (\w+)", line)}

    assert "--stage" in used
    assert used <= known
    assert formats <= set(FORMATS)


def test_github_asks_for_a_stage_by_hand_and_marks_lines() -> None:
    data = parsed("github")
    stage = data["on"]["workflow_dispatch"]["inputs"]["stage"]
    steps = data["jobs"]["check"]["steps"]

    assert (stage["type"], stage["options"], stage["default"]) == (
        "choice",
        ["按日期", "会前", "会上", "会后"],
        "按日期",
    )
    assert {"push", "pull_request"} <= set(data["on"])
    assert data["permissions"] == {"contents": "read"}
    assert steps[-1]["run"] == 'mzsh check --format github --stage "$STAGE"'
    assert steps[-1]["env"] == {"STAGE": "${{ inputs.stage != '按日期' && inputs.stage || '' }}"}
    assert [step["with"]["cache"] for step in steps if "setup-python" in step.get("uses", "")] == ["pip"]
    assert steps[1]["with"]["cache-dependency-path"] == CI_FILES["github"]


def test_gitlab_offers_the_stages_and_keeps_both_reports() -> None:
    data = parsed("gitlab")
    stage, job = data["variables"]["STAGE"], data["检查"]

    assert stage["value"] in stage["options"] == ["按日期", "会前", "会上", "会后"]
    assert job["artifacts"]["when"] == "always"
    reports = job["artifacts"]["reports"]
    outputs = dict(re.findall(r"--format (\w+) --output (\S+)", "\n".join(job["script"])))
    assert outputs == {"gitlab": reports["codequality"], "junit": reports["junit"]}
    assert job["cache"]["paths"] == [".cache/pip"]
    assert data["variables"]["PIP_CACHE_DIR"].endswith("/.cache/pip")


def test_gitee_has_the_form_of_its_pipelines() -> None:
    data = parsed("gitee")
    (stage,) = data["stages"]
    (step,) = stage["steps"]

    assert (data["version"], data["triggers"]["trigger"]) == ("1.0", "auto")
    assert data["triggers"]["push"]["branches"] == {"prefix": [""]}
    assert (step["step"], data["variables"]["STAGE"]) == ("build@python", "")
    assert tuple(map(int, step["pythonVersion"].split("."))) >= (3, 10)


@pytest.mark.skipif(sys.platform == "win32" or shutil.which("sh") is None, reason="the hosts run a POSIX shell")
@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize(("stage", "passed_on"), [("", ""), ("会前", "会前"), ("按日期", "")])
@pytest.mark.parametrize("code", [0, 1])
def test_the_script_passes_the_stage_on_and_fails_with_the_check(
    tmp_path: Path, host: str, stage: str, passed_on: str, code: int
) -> None:
    if stage == "按日期" and host != "gitlab":
        pytest.skip("only GitLab's script sees the word")
    log = tmp_path / "log"
    for name in ("pip", "mzsh"):
        stub = tmp_path / name
        exits = code if name == "mzsh" else 0
        stub.write_text(f'#!/bin/sh\nfor one; do printf "%s|" "$one"; done >>"{log}"\necho >>"{log}"\nexit {exits}\n')
        stub.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "STAGE": stage,
        "MZSH": "git+https://甲/乙",
    }

    done = subprocess.run(["sh", "-e", "-c", "\n".join(script(host))], env=environment, check=False)

    lines = log.read_text(encoding="utf-8").splitlines()
    assert done.returncode == code
    assert lines[0] == "install|git+https://甲/乙|"
    assert len(lines) >= 2
    assert all(line.startswith("check|") and f"--stage|{passed_on}|" in line for line in lines[1:])
