"""The public notice: only what people care about, as of the day it is put up, through the gate."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import yaml

from mzsh.documents.rendering import How, render
from mzsh.documents.request import requests
from mzsh.resources import examples
from tests.documents.rendered import changed, headings, lines, opened, paragraph_with, results, text
from tests.support.folder import MeetingFolder

LIST = "10-整改/班子.yml"


def rows(written: list[str]) -> list[list[str]]:
    return [line.strip("| ").split(" | ") for line in written if line.startswith("| ") and line[2].isdigit()]


def test_only_the_public_items(example: MeetingFolder) -> None:
    typed = [
        item
        for name in ("班子", *example.load().meeting.member_names)
        for item in yaml.safe_load(example.read(f"10-整改/{name}.yml"))["条目"]
        if item.get("群众关心")
    ]
    printed = rows(lines(example, "public-notice"))

    assert [row[1] for row in printed] == [item["问题"].rstrip("。") for item in typed]
    assert len(typed) == 3


def test_one_part_for_each_scope(example: MeetingFolder) -> None:
    written = lines(example, "public-notice")

    assert headings(written) == [
        "# 望川市委关于2021年度党史学习教育专题民主生活会整改情况的公示",
        "## 一、市委常委班子整改情况",
        "## 二、丁若楠同志整改情况",
    ]
    assert "公示范围：城关街道主街商户及桥南社区公告栏。" in written
    assert written.count("公示时间：2022年2月15日至2月21日。") == 2


def test_what_is_known_on_the_day_it_is_put_up(example: MeetingFolder) -> None:
    outcomes = [row[4] for row in rows(lines(example, "public-notice"))]

    assert outcomes[0].startswith("已于2022年2月11日完成。<br>1月25日：")
    assert outcomes[1] == "进行中。"
    assert outcomes[2] == "进行中。<br>2月15日：街面公示核票结果，补正金额差错3处。"


def test_the_day_is_that_of_the_paper_where_it_has_one(example: MeetingFolder) -> None:
    example.write("会议.yml", example.read("会议.yml") + "  public-notice: {印发: 2022-03-10}\n")
    written = lines(example, "public-notice")

    assert "（截至2022年3月10日）" in written[1]
    assert rows(written)[1][4] == "进行中。<br>3月3日：泵房土建招标结束，中标结果在小区门口张贴。"
    assert written[-2:] == ["望川市委", "2022年3月10日"]


def test_before_it_is_put_up_the_day_is_today(meeting: MeetingFolder) -> None:
    project, today = meeting.load(), date(2022, 2, 16)
    (found,) = render(project, requests(project, ["public-notice"], today=today), how=How("md"), today=today)
    assert found.path is not None

    assert found.path.read_text(encoding="utf-8").rstrip().endswith("临江市委\n\n2022年2月16日")


def test_an_office_is_named_and_no_number(meeting: MeetingFolder) -> None:
    written = lines(meeting, "public-notice")

    assert paragraph_with(written, "公示期间，如有意见") == "公示期间，如有意见和建议，请向市委组织部反映。"
    assert "监督联系单位：市委组织部。" in written


def test_what_stays_inside_is_not_printed(example: MeetingFolder) -> None:
    written = text(example, "public-notice")

    for words in ("抢修队值班表", "邹文博", "宋启明", "整-班子", "G01", "征求意见", "批评"):
        assert words not in written


def test_a_member_without_a_notice_of_his_own_hangs_with_the_team(meeting: MeetingFolder) -> None:
    item = "    措施: 3月10日前修好47盏，每季度夜查\n"
    found = changed(
        meeting,
        "public-notice",
        lambda: meeting.replace("10-整改/李明.yml", item, f"{item}    群众关心: true\n"),
    )

    assert found == [
        "+ | 2 | 园区道路夜里没有灯 | 3月10日前修好47盏，每季度夜查 | 2022年<br>3月10日 | 进行中。",
        "+ |",
    ]


def test_the_gate_keeps_it_inside(meeting: MeetingFolder) -> None:
    meeting.replace(LIST, "  保密审查: 陈建平\n", "")
    (found,) = results(meeting, "public-notice")

    assert found.path is None
    assert [reason for reason in found.refused if "MZ710" in reason and "保密审查" in reason] == list(found.refused)


def test_words_of_an_opinion_keep_it_inside(meeting: MeetingFolder) -> None:
    opinion = yaml.safe_load(meeting.read("03-征求意见/意见建议.yml"))["意见"][0]["原话"]
    meeting.replace(LIST, "问题: 夏季供水断断续续", f"问题: {opinion}")
    (found,) = results(meeting, "public-notice")

    assert "MZ702" in "".join(found.refused)


def test_what_is_missing_is_told(meeting: MeetingFolder) -> None:
    notice = meeting.read(LIST)
    meeting.write(LIST, notice[: notice.index("公示:")])
    assert str(results(meeting, "public-notice")[0]) == "整改情况公示：还缺 整改清单里的“公示”"
    meeting.replace(LIST, "    群众关心: true\n", "")
    assert str(results(meeting, "public-notice")[0]) == "整改情况公示：还缺 标明“群众关心”的整改事项"

    assert "【待补：标明“群众关心”的整改事项】" in lines(meeting, "public-notice", draft=True)


def test_it_is_signed_below_the_text(meeting: MeetingFolder) -> None:
    texts = [paragraph.text for paragraph in opened(meeting, "public-notice").paragraphs]

    assert texts[texts.index("特此公示。") + 1 :][:2] == ["临江市委", "2022年2月21日"]


def test_a_party_group(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")

    assert "请向市人大机关党委反映。" in text(MeetingFolder(tmp_path / "岚溪"), "public-notice")
