import shutil
from pathlib import Path

import pytest

from mzsh.resources import examples
from tests.support.folder import MeetingFolder


@pytest.fixture
def example(tmp_path: Path) -> MeetingFolder:
    """A copy of the example workspace: five members, everything done."""
    root = tmp_path / "望川市委"
    shutil.copytree(examples() / "望川市委", root)
    return MeetingFolder(root)
