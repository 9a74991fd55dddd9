from pathlib import Path

import pytest

from tests.support.folder import MeetingFolder


@pytest.fixture
def meeting(tmp_path: Path) -> MeetingFolder:
    """The complete meeting of 临江市委, copied so that a test may break it."""
    return MeetingFolder.copied_to(tmp_path / "临江市委")
