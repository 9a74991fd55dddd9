"""Who criticised whom, and who gave an opinion, as a circular must not say it."""

from __future__ import annotations

import pytest

from mzsh.wording.critics import critics_in, givers_in

MEMBERS = ("沈砚平", "顾承远", "梁晓芸")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会上，顾承远批评有的项目推得慢。", "顾承远"),
        ("批评人：梁晓芸", "梁晓芸"),
        ("会议开了一天。梁晓芸同志发言直接，当场提出批评意见。", "梁晓芸"),
        ("对沈砚平的批评有四条。", "沈砚平"),
    ],
)
def test_named(text: str, name: str) -> None:
    (told,) = critics_in(text, MEMBERS)

    assert told.name == name == text[told.start : told.end]


@pytest.mark.parametrize(
    "text",
    [
        "沈砚平主持会议。会上提出批评意见20条。",
        "沈砚平主持会议，带头开展批评和自我批评。",
        "沈砚平主持会议，常委之间提出批评意见20条。",
        "沈砚平代表班子作对照检查；相互批评开门见山。",
        "大家批评得很直。",
        "沈砚平同志作了自我批评。",
        "| 1 | 相互批评不够直接 | 限期整改 | 每季度谈一次心 | 市委办公室 | 顾承远 |",
    ],
)
def test_nobody_named(text: str) -> None:
    assert list(critics_in(text, MEMBERS)) == []


def test_a_giver_of_an_opinion() -> None:
    text = "征求了青石镇党委等的意见。据柳堤镇党委反映，机耕路没有修。"

    (told,) = givers_in(text, ("青石镇党委", "柳堤镇党委"))

    assert (told.name, text[told.start : told.end]) == ("柳堤镇党委", "柳堤镇党委")


def test_what_an_office_is_to_propose_is_no_opinion() -> None:
    assert list(givers_in("由市财政局提出资金筹措方案，3月底前审定。", ("市财政局",))) == []
    assert [told.name for told in givers_in("市财政局提出方案不合理。", ("市财政局",))] == ["市财政局"]
    assert [told.name for told in givers_in("市财政局提出意见三条。", ("市财政局",))] == ["市财政局"]
