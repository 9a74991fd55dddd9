"""The bulletin of opinions: the report's figures, what was said by area, nobody who said it."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from mzsh.resources import examples
from tests.documents.rendered import changed, headings, lines, paragraph_with, results, text
from tests.support.folder import MeetingFolder

OPINIONS = "03-征求意见/意见建议.yml"
SOLICITED = "03-征求意见/征求意见.yml"


def typed(folder: MeetingFolder, name: str = OPINIONS) -> dict[str, Any]:
    """A register as it stands in the folder."""
    found: dict[str, Any] = yaml.safe_load(folder.read(name))
    return found


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "opinion-bulletin")) == [
        "# 望川市委常委班子2021年度党史学习教育专题民主生活会征求意见情况通报",
        "## 一、征求意见的情况",
        "## 二、征求到的主要意见建议",
        "### （一）带头牢记“国之大者”、担当作为方面",
        "### （二）带头践行以人民为中心的发展思想方面",
        "### （三）带头履行全面从严治党主体责任方面",
        "## 三、意见建议的处理",
    ]


def test_how_opinions_were_asked_for(example: MeetingFolder) -> None:
    asked = typed(example, SOLICITED)
    held = asked["活动"]
    talks, visits = ([one["人数"] for one in held if one["形式"] == form] for form in ("座谈", "走访"))

    assert paragraph_with(lines(example, "opinion-bulletin"), "征求意见函12份") == (
        f"向{len(asked['函'])}个单位发出征求意见函{sum(one['发出'] for one in asked['函'])}份，"
        f"收回{sum(one['收回'] for one in asked['函'])}份。"
        f"开展座谈{len(talks)}次，听取{sum(talks)}人意见；走访{len(visits)}次，听取{sum(visits)}人意见。"
        f"常委到分管单位和党建工作联系点听取意见{len(asked['听取'])}次。"
    )


def test_how_many_came_in(example: MeetingFolder) -> None:
    register = typed(example)
    channels = Counter(one["渠道"] for one in register["意见"])
    about = Counter(one["对象"] for one in register["归并"])
    of_members = sum(about.values()) - about["班子"] - about["其他"]

    assert paragraph_with(lines(example, "opinion-bulletin"), "共收到意见建议") == (
        f"共收到意见建议{len(register['意见'])}条，其中征求意见函{channels['征求意见函']}条、座谈{channels['座谈']}条、"
        f"走访{channels['走访']}条。经梳理，归并为{len(register['归并'])}条，"
        f"涉及班子{about['班子']}条，涉及常委个人{of_members}条，其他{about['其他']}条。"
    )


def test_the_figures_are_the_reports(example: MeetingFolder) -> None:
    bulletin, report = text(example, "opinion-bulletin"), text(example, "report")
    shared = [
        "向12个单位发出征求意见函12份，收回12份。",
        "开展座谈2次，听取45人意见；走访2次，听取36人意见。",
        "共收到意见建议18条，其中征求意见函7条、座谈6条、走访5条",
        "归并为9条，涉及班子3条，涉及常委个人5条，其他1条。",
        "意见建议已如实反馈，5名常委签收。",
    ]

    assert [one for one in shared if one not in bulletin or one not in report] == []


def test_every_summary_stands_in_its_area_once(example: MeetingFolder) -> None:
    sections = re.split("^### ", text(example, "opinion-bulletin"), flags=re.MULTILINE)[1:]

    for section, area in zip(sections, (2, 3, 5), strict=True):
        summaries = [one["内容"] for one in typed(example)["归并"]]
        expected = {one["内容"] for one in typed(example)["归并"] if one["方面"] == area}
        assert {words for words in summaries if words in section} == expected
    assert "对常委个人的意见建议1条：会议拖得长、候会久，议题没有分段安排。" in sections[2]


def test_nobody_who_gave_one_and_nobody_of_whom_it_speaks(example: MeetingFolder) -> None:
    written = text(example, "opinion-bulletin")
    meeting = yaml.safe_load(example.read("会议.yml"))
    names = [one["姓名"] for one in meeting["出席"]]
    register = typed(example)
    inside = {one["编号"] for one in (*register["意见"], *register["归并"])} | {one["原话"] for one in register["意见"]}
    inside |= {one["理由"] for one in register["归并"] if "理由" in one}

    assert [word for word in (*names, *meeting["征求范围"], *inside) if word in written] == []
    assert not re.search("来自|群众提出|党员干部提出|基层党组织提出", written)


def test_one_more_opinion_changes_one_sentence(example: MeetingFolder) -> None:
    def another() -> None:
        register = example.read(OPINIONS)
        one = "  - {编号: Y19, 渠道: 座谈, 来源: 群众, 对象: 班子, 方面: 3, 原话: 路灯不亮。, 归并: G01}\n\n归并:\n"
        example.write(OPINIONS, register.replace("\n归并:\n", one))

    assert changed(example, "opinion-bulletin", another) == [
        "- 共收到意见建议18条，其中征求意见函7条、座谈6条、走访5条。",
        "+ 共收到意见建议19条，其中征求意见函7条、座谈7条、走访5条。",
    ]


def test_what_is_not_merged_yet_is_only_counted(example: MeetingFolder) -> None:
    opinions = {one["编号"]: one for one in typed(example)["意见"]}
    example.replace(OPINIONS, "    归并: G05\n\n  - 编号: Y11", "\n  - 编号: Y11")
    written = text(example, "opinion-bulletin")

    assert "归并为9条，涉及班子3条，涉及常委个人5条，其他1条；另有1条正在梳理。" in written
    assert opinions["Y10"]["原话"] not in written


def test_it_is_not_written_while_a_giver_can_be_known(meeting: MeetingFolder) -> None:
    assert results(meeting, "opinion-bulletin")[0].is_written
    meeting.replace(OPINIONS, "回的都是“已转办”三个字", "回的都是“已转办”三个字，打我13800001111也行")
    (found,) = results(meeting, "opinion-bulletin", draft=True)

    assert not found.is_written
    assert any("MZ406" in reason for reason in found.refused)


def test_words_that_must_stay_inside_keep_it_inside(meeting: MeetingFolder) -> None:
    meeting.replace(OPINIONS, "内容: 基层报表不减反增", "内容: 基层报表不减反增，问题线索一并移交")
    (found,) = results(meeting, "opinion-bulletin")

    assert [reason for reason in found.refused if "MZ802" in reason]


def test_what_is_missing_is_told_by_name(meeting: MeetingFolder) -> None:
    meeting.remove(SOLICITED)
    register = meeting.read(OPINIONS)
    meeting.write(OPINIONS, register[: register.index("归并:\n  - {编号: G01")] + "归并: []\n")
    written = lines(meeting, "opinion-bulletin", draft=True)

    assert str(results(meeting, "opinion-bulletin")[0]) == "征求意见情况通报：还缺 征求意见、意见建议的归并"
    assert written[written.index("## 一、征求意见的情况") + 1] == "【待补：征求意见】"
    assert written[written.index("## 二、征求到的主要意见建议") + 1] == "【待补：意见建议的归并】"
    assert paragraph_with(written, "共收到意见建议").startswith("共收到意见建议16条，")
    assert "归并为" not in "".join(written)


def test_a_party_group(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")
    written = text(MeetingFolder(tmp_path / "岚溪"), "opinion-bulletin")

    assert "市人大机关党委组织征求了对市人大常委会党组班子和党组成员的意见建议" in written
    assert "涉及班子2条，涉及党组成员个人4条，其他1条" in written
    assert re.findall("(?<!人大)常委(?!会)", written) == []


def test_a_second_register_of_what_was_asked(example: MeetingFolder) -> None:
    def more() -> None:
        example.write(
            "03-征求意见/补发.yml", "类型: 征求意见\n函:\n  - {单位: 桥南镇党委, 类别: 基层党组织, 发出: 3, 收回: 2}\n"
        )

    assert changed(example, "opinion-bulletin", more) == [
        "- 向12个单位发出征求意见函12份，收回12份。",
        "+ 向13个单位发出征求意见函15份，收回14份。",
    ]
