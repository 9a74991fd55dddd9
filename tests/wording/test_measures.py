from __future__ import annotations

import pytest

from mzsh.wording.measures import has_action, has_date, has_result, names_a_person


@pytest.mark.parametrize(
    "measure",
    [
        "3月底前付清46家垫付的21.8万元，名单在街道张贴",
        "每月到联系点住一晚，第二天上午听群众说事",
        "今后凡涉及民生的事，先开居民会再定",
        "修订会议制度，讲话不超过20分钟",
    ],
)
def test_measures_with_an_action(measure: str) -> None:
    assert has_action(measure)


@pytest.mark.parametrize(
    "measure",
    [
        "进一步加强理论学习，不断提高政治站位",
        "牢固树立群众观念，切实增强服务意识",
        "持续转变作风，坚持问题导向",
        "提高认识，强化担当",
    ],
)
def test_slogans_without_an_action(measure: str) -> None:
    assert not has_action(measure)


@pytest.mark.parametrize("text", ["3月底前", "2022年6月", "会后15日内", "每季度一次", "二季度", "月底前", "即日起"])
def test_dates(text: str) -> None:
    assert has_date(text)


@pytest.mark.parametrize("text", ["长期坚持", "不断推进", "常抓不懈", "久久为功"])
def test_what_is_no_date(text: str) -> None:
    assert not has_date(text)


def test_results() -> None:
    assert has_result("名单在街道张贴公示")
    assert has_result("压减到二十件")
    assert not has_result("学得更深更实")


@pytest.mark.parametrize(
    "owner",
    [
        "李明",
        "李明同志",
        "局长赵志强",
        "市财政局赵志强",
        "赵志强（市财政局局长）",
        "李明、市财政局",
        "欧阳志远",
        "本人",
    ],
)
def test_owners_that_are_persons(owner: str) -> None:
    assert names_a_person(owner)


@pytest.mark.parametrize(
    "owner",
    [
        "市住建局",
        "市财政局党组",
        "市委办公室",
        "分管领导",
        "负责同志",
        "有关单位负责人",
        "各班子成员",
        "住建局、财政局",
    ],
)
def test_owners_that_are_not(owner: str) -> None:
    assert not names_a_person(owner)


def test_names_of_the_roster_are_known_wherever_they_stand() -> None:
    assert names_a_person("由李明牵头落实", known=frozenset({"李明"}))
