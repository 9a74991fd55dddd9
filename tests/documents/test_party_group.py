"""The plan's last clause (5.3-refer): party groups follow it by analogy, with their own words and people."""

import re
import shutil
from pathlib import Path

import pytest

from mzsh.resources import examples
from tests.documents.rendered import paragraph_with, results, text
from tests.support.folder import MeetingFolder


@pytest.fixture
def party_group(tmp_path: Path) -> MeetingFolder:
    """A copy of the example of a party group."""
    root = tmp_path / "岚溪"
    shutil.copytree(examples() / "岚溪市人大常委会党组", root)
    return MeetingFolder(root)


def test_every_document_of_a_party_group_is_written(party_group: MeetingFolder) -> None:
    assert [str(one) for one in results(party_group) if not one.is_written or one.missing] == []


def test_no_document_of_a_party_group_speaks_of_a_standing_committee(party_group: MeetingFolder) -> None:
    for one in results(party_group):
        assert one.path is not None
        written = one.path.read_text(encoding="utf-8")
        assert re.findall("(?<!人大)常委(?!会)|市委书记|政研室", written) == [], one.label


def test_the_plan_follows_the_founding_plan_by_analogy(party_group: MeetingFolder) -> None:
    plan = text(party_group, "plan").split("\n")

    assert "党组书记与其他党组成员之间必谈，党组成员之间必谈" in paragraph_with(plan, "谈话范围做到“四必谈”")
    assert "由市人大常委会研究室起草" in paragraph_with(plan, "领导班子对照检查材料由")
    assert not [line for line in plan if "参照本方案执行" in line]


def test_the_plan_of_a_standing_committee_ends_with_the_clause(example: MeetingFolder) -> None:
    plan = text(example, "plan").rstrip().split("\n")

    assert "市人大常委会、市政府、市政协党组及成员参照本方案执行。" in plan
