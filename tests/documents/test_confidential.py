"""应说明事项 is for those who prepare the meeting: git leaves it alone and no document reads it."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from mzsh.overview.opening import Opening, choose_preset
from mzsh.overview.starting import Beginning, start
from tests.documents.rendered import results
from tests.support.folder import MeetingFolder

PATH = "03-征求意见/应说明事项.yml"


def rendered(folder: MeetingFolder) -> dict[str, str]:
    written = results(folder, draft=True)
    return {str(one.request.file_name): one.path.read_text(encoding="utf-8") for one in written if one.path}


def test_documents_are_the_same_with_and_without_it(meeting: MeetingFolder) -> None:
    meeting.write(PATH, "类型: 应说明事项\n条目:\n  - {姓名: 王芳, 类别: 谈话函询, 编号: 密-甲乙丙}\n")
    with_it = rendered(meeting)
    meeting.remove(PATH)

    assert with_it == rendered(meeting)
    assert len(with_it) >= 4
    assert not any("谈话函询" in text or "密-甲乙丙" in text for text in with_it.values())


@pytest.mark.parametrize(
    "path", [PATH, "应说明事项.yml", "附件/甲/应说明事项.yml", "01-方案/应说明事项-2021.yml", "应说明事项.yaml"]
)
def test_git_leaves_it_alone_wherever_it_lies(tmp_path: Path, path: str) -> None:
    opening = Opening(chosen=choose_preset("2021", Path(".")), org="河湾县委", held_on=date(2022, 1, 18))
    start(tmp_path / "会", Beginning(opening=opening, milestones=(), with_git=False))
    folder = MeetingFolder(tmp_path / "会")
    folder.write(path, "类型: 应说明事项\n条目: []\n")
    subprocess.run(["git", "init", "--quiet"], cwd=folder.root, check=True)

    ignored = subprocess.run(["git", "check-ignore", "--quiet", path], cwd=folder.root, check=False)
    other = subprocess.run(["git", "check-ignore", "--quiet", "会议.yml"], cwd=folder.root, check=False)

    assert (ignored.returncode, other.returncode) == (0, 1)
