"""The wheel as a user gets it: built from a copy without .git, installed in a clean environment, run elsewhere."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.project.checkout import ROOT, files

pytestmark = pytest.mark.slow

_BINARIES = "Scripts" if sys.platform == "win32" else "bin"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel, which is built from that sdist."""
    tree = tmp_path_factory.mktemp("checkout")
    for name in files():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tree / name)
    (tree / "examples" / "望川市委" / "输出").mkdir()
    (tree / "examples" / "望川市委" / "输出" / "专题报告.docx").write_bytes(b"rendered by somebody who tried it out")
    _run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tree / "dist"), str(tree)], tree)
    return tree / "dist"


def test_every_file_is_in_both(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        in_sdist = {name.partition("/")[2] for name in archive.getnames()}
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        in_wheel = {name for name in archive.namelist() if ".dist-info/" not in name}
    data = {name for name in files() if name.startswith(("templates/", "examples/"))}
    code = {name for name in files() if name.startswith("mzsh/")}

    assert data | code <= in_sdist
    assert in_wheel == code | {f"mzsh/{name}" for name in data}


def test_the_installed_program_does_the_main_job(built: Path, tmp_path: Path) -> None:
    environment = tmp_path / "环境"
    _run([sys.executable, "-m", "venv", str(environment)], tmp_path)
    wheel = str(next(built.glob("*.whl")))
    _run([str(environment / _BINARIES / "python"), "-m", "pip", "install", "--quiet", wheel], tmp_path)
    mzsh = str(environment / _BINARIES / "mzsh")
    elsewhere = tmp_path / "别处"
    elsewhere.mkdir()

    assert "没有发现问题" in _run([mzsh, "demo"], elsewhere)
    rendered = {path.name for path in (elsewhere / "mzsh-演示" / "输出").glob("*.docx")}
    assert {"专题报告.docx", "实施方案.docx", "整改清单.docx", "发言提纲-沈砚平.docx"} <= rendered
    assert all(zipfile.is_zipfile(path) for path in (elsewhere / "mzsh-演示" / "输出").glob("*.docx"))

    today = ["--today", "2021-12-10"]
    _run([mzsh, "init", "临江", "--yes", "--org", "临江市委", "--date", "2022-01-18", "--no-git", *today], elsewhere)
    assert "没有发现问题" in _run([mzsh, "-C", "临江", "check", *today], elsewhere)
    assert "接下来" in _run([mzsh, "-C", "临江", "status", *today], elsewhere)


def _run(command: list[str], folder: Path) -> str:
    """Run a command that must succeed; this checkout is not on its path."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment |= {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
