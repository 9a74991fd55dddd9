"""A profile's names in the words of a unit's level."""

import pytest

from mzsh.model.levels import at_level, level_of, superior_at


@pytest.mark.parametrize(
    ("org", "level"),
    [
        ("河湾县委", "县"),
        ("望川市委", "市"),
        ("南浦区人大常委会党组", "区"),
        ("江北省人民政府党组", "省"),
        ("岚溪市石桥乡党委", "乡"),
        ("柳堤镇", "镇"),
        ("镇江城投集团", ""),
        ("江北师范学院", ""),
        ("", ""),
    ],
)
def test_the_level_that_a_name_tells(org: str, level: str) -> None:
    assert level_of(org) == level


@pytest.mark.parametrize(
    ("word", "org", "expected"),
    [
        ("市人大常委会", "河湾县委", "县人大常委会"),
        ("市委组织部", "望川市委", "市委组织部"),
        ("镇政府", "白沙乡", "乡政府"),
        ("镇政府", "柳堤镇党委", "镇政府"),
        ("市委", "白沙乡", "市委"),
        ("党委办公室", "河湾县委", "党委办公室"),
        ("县委组织部", "白沙乡", "县委组织部"),
        ("市国资委党委", "江北城投集团", "市国资委党委"),
    ],
)
def test_a_name_at_a_level(word: str, org: str, expected: str) -> None:
    assert at_level(word, org) == expected


@pytest.mark.parametrize(
    ("word", "org", "expected"),
    [
        ("省委组织部", "望川市委", "省委组织部"),
        ("省委组织部", "河湾县委", "市委组织部"),
        ("省委组织部", "江北省委", "上级组织部门"),
        ("市委组织部", "河湾县人民政府党组", "县委组织部"),
        ("省委教育工委", "江北师范学院", "省委教育工委"),
    ],
)
def test_the_superior_of_a_level(word: str, org: str, expected: str) -> None:
    assert superior_at(word, org) == expected
