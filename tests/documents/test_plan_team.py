"""The team's plan: tasks by class, words of the founding plan, the list as an annex on its side."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.documents.rendered import changed, headings, lines, opened, page_sizes, paragraph_with, results, text
from tests.support.folder import MeetingFolder

LIST = "10-整改/班子.yml"


def items(folder: MeetingFolder) -> list[dict[str, str]]:
    """The list as plain YAML, read without the program."""
    found: list[dict[str, str]] = yaml.safe_load(folder.read(LIST))["条目"]
    return found


def test_headings(example: MeetingFolder) -> None:
    found = headings(lines(example, "plan-team"))

    assert [line for line in found if not line.startswith("####")] == [
        "# 望川市委常委班子2021年度党史学习教育专题民主生活会整改方案",
        "## 一、总体要求",
        "## 二、整改任务",
        "### （一）立行立改",
        "### （二）限期整改",
        "### （三）协调解决",
        "## 三、专题研究和专项整治",
        "## 四、公示整改情况",
        "## 五、组织领导",
        "## 六、督办落实",
        "# 望川市委常委班子整改清单",
    ]


def test_every_item_stands_in_the_text_and_in_the_annex(example: MeetingFolder) -> None:
    written = lines(example, "plan-team")
    rows = [line.split(" | ") for line in written if line.startswith("| ") and line[2].isdigit()]
    order = ("立行立改", "限期整改", "协调解决")
    typed = sorted(items(example), key=lambda item: order.index(item["类别"]))

    assert [row[1] for row in rows] == [item["问题"].rstrip("。") for item in typed]
    assert [row[6] for row in rows] == [item["责任人"] for item in typed]
    for number, item in enumerate(typed, 1):
        assert f"#### {number}.{item['问题'].rstrip('。')}" in written
        assert f"**整改措施：**{item['措施']}" in written


def test_the_figures_are_those_of_the_list(example: MeetingFolder) -> None:
    total = paragraph_with(lines(example, "plan-team"), "列出整改任务")

    assert f"列出整改任务{len(items(example))}项：" in total
    assert "协调解决2项，于2022年12月20日前全部完成。" in total
    assert total.endswith("重点整改第1项任务。第5项任务属于有条件解决的问题，按时限解决到位。")


def test_the_general_words_are_the_founding_plans(example: MeetingFolder) -> None:
    written = text(example, "plan-team")

    for words in (
        "做到整改进程和整改方案可检查、可监督",
        "需要一段时间加以解决的，制定具体措施和整改时限，逐步加以解决",
        "对群众反映强烈的突出问题专门召开会议研究，进行专项整治，确保问题整改落实到位，取得实效。",
        "采取适当方式在一定范围内进行公示，接受党员、群众监督",
        "由市委政研室对整改落实工作进行重点督办。",
    ):
        assert words in written


def test_a_later_day_changes_the_lines_that_say_it(meeting: MeetingFolder) -> None:
    change = changed(meeting, "plan-team", lambda: meeting.replace(LIST, "时限: 2022-11-30", "时限: 2022-12-15"))

    assert [line[0] for line in change] == ["-", "+"] * 3
    assert all("11月30日" in line for line in change[::2])


def test_a_meeting_that_is_still_to_be_held(meeting: MeetingFolder) -> None:
    assert changed(meeting, "plan-team", lambda: meeting.replace(LIST, "会议: 2022-02-10", "会议: 2022-03-25")) == [
        "- 2022年2月10日已召开专题会议，研究第3项任务。",
        "+ 2022年3月25日拟召开专题会议，研究第3项任务。",
    ]


def test_nothing_strong_and_nothing_public(meeting: MeetingFolder) -> None:
    for line in ("    群众关心: true\n", "    专题会议: 2022-02-10\n", "    专项: 二次供水专项整治\n"):
        meeting.replace(LIST, line, "")
    found = headings(lines(meeting, "plan-team"))

    assert [line for line in found if line.startswith("## ")][2:] == ["## 三、组织领导", "## 四、督办落实"]


def test_the_annex_lies_on_its_side_behind_the_signature(example: MeetingFolder) -> None:
    document = opened(example, "plan-team")
    texts = [paragraph.text for paragraph in document.paragraphs]

    assert [int(width) > int(height) for width, height in page_sizes(document)] == [False, True]
    assert texts.index("附件：望川市委常委班子整改清单") < texts.index("2022年1月28日") < texts.index("附件")


def test_what_is_missing_is_told(meeting: MeetingFolder) -> None:
    meeting.replace(LIST, "    责任人: 赵志强\n", "")
    assert str(results(meeting, "plan-team")[0]) == "班子整改方案：还缺 班子整改清单整-班子-2的责任人"
    meeting.remove(LIST)
    assert str(results(meeting, "plan-team")[0]) == "班子整改方案：还缺 班子的整改清单"

    written = lines(meeting, "plan-team", draft=True)
    assert written[written.index("## 二、整改任务") + 1] == "【待补：班子的整改清单】"
    assert not [line for line in written if "附件" in line or "0项" in line]


def test_no_source_and_no_id(example: MeetingFolder) -> None:
    written = text(example, "plan-team")

    for item in items(example):
        assert item["编号"] not in written
        assert not [ref for ref in item["来源"] if ref in written]


def test_an_empty_folder_has_gaps_and_no_stray_signs(tmp_path: Path) -> None:
    folder = MeetingFolder(tmp_path)
    folder.write("会议.yml", "单位: 河湾县委\n")

    assert "河湾县委【待补：年度预设】整改方案" in text(folder, "plan-team", draft=True)
