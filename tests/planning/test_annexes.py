"""Annexes are known by their words, each title by what it is about and not by what it happens to mention."""

from __future__ import annotations

import pytest

from mzsh.planning.annexes import missing_annexes

REQUIRED = ("实施方案", "征求意见汇总", "班子对照检查材料", "个人发言提纲", "会议记录", "整改方案")
TITLES = (
    "望川市委常委班子2021年度专题民主生活会实施方案",
    "征求意见建议汇总表",
    "市委常委班子对照检查材料",
    "班子成员个人发言提纲",
    "市委常委班子专题民主生活会会议记录",
    "班子及班子成员整改方案",
)


def test_all_there() -> None:
    assert missing_annexes(REQUIRED, TITLES) == ()


@pytest.mark.parametrize("index", range(6))
def test_each_is_missed_although_other_titles_mention_its_word(index: int) -> None:
    titles = tuple(title for title in TITLES if title != TITLES[index])

    assert missing_annexes(REQUIRED, titles) == (REQUIRED[index],)


@pytest.mark.parametrize(
    "titles",
    [
        ("方案", "征求意见", "班子材料和个人提纲", "会议记录", "整改方案"),
        ("工作方案.pdf", "意见建议汇总", "班子检视材料", "发言提纲（5份）", "民主生活会议记录", "整改清单"),
    ],
)
def test_other_wordings(titles: tuple[str, ...]) -> None:
    assert missing_annexes(REQUIRED, titles) == ()


def test_an_annex_that_a_years_notice_adds() -> None:
    assert missing_annexes(("测评结果汇总表",), TITLES) == ("测评结果汇总表",)
    assert missing_annexes(("测评结果汇总表",), ("民主测评结果汇总",)) == ()
