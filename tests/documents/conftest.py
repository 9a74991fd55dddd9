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


@pytest.fixture
def party_group(tmp_path: Path) -> MeetingFolder:
    """A copy of the example of a party group: three members, everything kept short."""
    root = tmp_path / "岚溪市人大常委会党组"
    shutil.copytree(examples() / "岚溪市人大常委会党组", root)
    return MeetingFolder(root)
