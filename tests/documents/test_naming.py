import pytest

from mzsh.documents.naming import broken, filled, joined, secretary_word
from tests.support.folder import MeetingFolder


@pytest.mark.parametrize(
    ("org", "part", "whole"),
    [
        ("望川市委", "市委常委班子", "望川市委常委班子"),
        ("望川市委", "市委办公室", "望川市委办公室"),
        ("望川市财政局党组", "党组班子", "望川市财政局党组班子"),
        ("中共望川市委", "常委班子", "中共望川市委常委班子"),
        ("望川市委", "", "望川市委"),
    ],
)
def test_a_part_by_its_full_name(org: str, part: str, whole: str) -> None:
    assert joined(org, part) == whole


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("望川市委2022年度民主生活会实施方案", ["望川市委2022年度民主生活会实施方案"]),
        (
            "望川市委关于2021年度党史学习教育专题民主生活会情况的报告",
            ["望川市委关于2021年度党史学习教育", "专题民主生活会情况的报告"],
        ),
        (
            "望川市委常委班子2021年度党史学习教育专题民主生活会实施方案",
            ["望川市委常委班子2021年度", "党史学习教育专题民主生活会实施方案"],
        ),
        (
            "中共望川市望川经济技术开发区工作委员会关于2021年度党史学习教育专题民主生活会情况的报告",
            ["中共望川市望川经济技术开发区工作委员会", "关于2021年度党史学习教育", "专题民主生活会情况的报告"],
        ),
        (
            "临江市委关于2023年度学习贯彻习近平新时代中国特色社会主义思想主题教育专题民主生活会情况的报告",
            ["临江市委关于2023年度", "学习贯彻习近平新时代中国特色社会主义思想", "主题教育专题民主生活会情况的报告"],
        ),
        ("一个没有可断之处却又长过一行的很长很长的题目的样子", ["一个没有可断之处却又长过一行的很长很长的题目的样子"]),
    ],
)
def test_titles_break_between_words(title: str, lines: list[str]) -> None:
    assert broken(title).split("\n") == lines


def test_a_presets_wording_is_filled(meeting: MeetingFolder) -> None:
    project = meeting.load()

    assert secretary_word(project) == "市委书记"
    assert filled("{书记}代表{班子}，{成员}；{组织部}{不认识}", project) == (
        "市委书记代表市委常委班子，常委；市委组织部{不认识}"
    )
