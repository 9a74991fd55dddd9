"""A problem of last year that comes back is known by its words; short problems that only sound alike are not."""

from __future__ import annotations

import pytest

from mzsh.planning.recurrence import is_the_same


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("旧房改造议而不决", "旧房改造议而不决"),
        ("旧房改造议而不决", "旧房改造又是议而不决，一拖再拖"),
        ("市级议事协调机构设得过多", "市级的议事协调机构还是设得过多"),
    ],
)
def test_the_same(old: str, new: str) -> None:
    assert is_the_same(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("学习不深入", "调研不深入"),
        ("理论学习抓得不够紧", "安全生产抓得不够紧"),
        ("学习抓得不够紧", "安全生产抓得不够紧"),
        ("督查检查过多", "督查检查不严不实、走过场，问题查不出来"),
        ("园区审批常有超时", "园区路灯拖了一年没有亮"),
        ("", ""),
    ],
)
def test_not_the_same(old: str, new: str) -> None:
    assert not is_the_same(old, new)
