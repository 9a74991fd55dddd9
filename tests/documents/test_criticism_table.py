"""Who said what of whom: the table of all, and the slip of each who was told."""

from __future__ import annotations

import re

import yaml

from tests.documents.rendered import changed, headings, lines, opened, page_sizes, paragraph_with, results, text
from tests.support.folder import MeetingFolder

MINUTES = "08-会议/会议记录.md"


def written(folder: MeetingFolder) -> list[dict[str, str]]:
    """Every criticism as the files have it, read without the program."""
    found = []
    for path in sorted(folder.root.glob("07-批评意见/*.md")):
        front = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        found += [{"批评人": front["批评人"], **item} for item in front["意见"]]
    return found


def rows(lines_: list[str]) -> list[list[str]]:
    """The cells of a table's rows below its head."""
    found = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines_ if line.startswith("|")]
    return [row for row in found if row[0].isdigit()]


def test_every_criticism_stands_in_a_row_by_the_member_criticised(example: MeetingFolder) -> None:
    said = lines(example, "相互批评意见汇总表")
    found = rows(said)

    assert headings(said) == ["# 望川市委常委班子2021年度党史学习教育专题民主生活会相互批评意见汇总表"]
    assert [row[0] for row in found] == [str(number) for number in range(1, 21)]
    assert [row[1] for row in found[::4]] == ["沈砚平", "顾承远", "梁晓芸", "丁若楠", "贺长林"]
    assert {(row[2], row[1], row[4], row[5], row[6]) for row in found} == {
        (one["批评人"], one["对象"], one["问题"], one["事例"], one.get("建议", "")) for one in written(example)
    }


def test_counts(example: MeetingFolder) -> None:
    every = written(example)
    said = paragraph_with(lines(example, "相互批评意见汇总表"), "共提出批评意见")

    assert f"会上共提出批评意见{len(every)}条，其中市委书记提出4条。" in said
    assert "沈砚平、顾承远、梁晓芸、丁若楠、贺长林同志各4条。" in said


def test_whether_it_was_told_before_is_as_typed_else_as_the_talk_says(meeting: MeetingFolder) -> None:
    def raised() -> list[str]:
        return [row[-1] for row in rows(lines(meeting, "相互批评意见汇总表")) if row[1:3] == ["李明", "张卫国"]]

    criticism = "07-批评意见/张卫国.md"
    told = meeting.read(criticism)
    typed = "到账上。\n    会前已沟通: true\n"
    assert raised() == ["是"]
    meeting.write(criticism, told.replace(typed, "到账上。\n    会前已沟通: false\n"))
    assert raised() == ["否"]
    meeting.write(criticism, told.replace(typed, "到账上。\n"))
    assert raised() == ["是"]
    record = meeting.read("04-谈心谈话/张卫国-李明.md")
    meeting.write("04-谈心谈话/张卫国-李明.md", re.sub(r"## 四、.*", "", record, flags=re.DOTALL))
    assert raised() == ["否"]
    meeting.remove_talk("张卫国", "李明")
    assert raised() == [""]


def test_before_the_meeting_it_says_for_whom_it_is(meeting: MeetingFolder) -> None:
    held = text(meeting, "相互批评意见汇总表")
    meeting.remove(MINUTES)
    before = text(meeting, "相互批评意见汇总表")

    assert "（内部资料）" in held
    assert "（内部资料，会前只限批评人本人和市委组织部掌握）" in before
    assert "会前共准备批评意见6条，其中市委书记准备2条。" in before
    slip = text(meeting, "批评意见反馈单", member="李明")
    assert "（内部资料，会前不交本人）" in slip
    assert "其他常委拟在2021年度党史学习教育专题民主生活会上对您提出批评意见2条。" in slip
    assert "签收" not in slip


def test_where_the_minutes_list_who_criticised_whom_only_they_count(meeting: MeetingFolder) -> None:
    pairs = "批评:\n  - {批评人: 张卫国, 对象: 李明}\n  - {批评人: 王芳, 对象: 李明}\n"
    meeting.replace(MINUTES, "批评: 全部\n", pairs)
    said = lines(meeting, "相互批评意见汇总表")

    assert [row[1:3] for row in rows(said)] == [["李明", "张卫国"], ["李明", "王芳"]]
    assert "会上共提出批评意见2条，其中市委书记提出1条。从批评对象看，李明同志2条。" in "".join(said)


def test_the_slip_of_one_member_has_what_was_said_of_him_and_nothing_else(example: MeetingFolder) -> None:
    said = lines(example, "批评意见反馈单", member="顾承远")
    mine = [one for one in written(example) if one["对象"] == "顾承远"]
    others = [one["问题"] for one in written(example) if one["对象"] != "顾承远"]

    assert [row[1] for row in rows(said)] == ["沈砚平", "梁晓芸", "丁若楠", "贺长林"]
    assert {row[3] for row in rows(said)} == {one["问题"] for one in mine}
    assert "顾承远同志：" in said
    assert f"其他常委对您提出批评意见{len(mine)}条" in "".join(said)
    assert not [problem for problem in others if problem in "".join(said)]
    assert headings(said) == ["# 批评意见反馈单", "## 一、批评意见", "## 二、本人表态和签收"]
    assert [line for line in said if "本人签收" in line] == ["| 本人签收 |  | 签收日期 | 年　　月　　日 |"]


def test_one_criticism_less(meeting: MeetingFolder) -> None:
    name = "07-批评意见/张卫国.md"
    kept, _, rest = meeting.read(name).partition("  - 对象: 王芳\n")

    slips = {whose: text(meeting, "批评意见反馈单", member=whose) for whose in ("李明", "王芳")}

    found = changed(meeting, "相互批评意见汇总表", lambda: meeting.write(name, f"{kept}---\n{rest.split('---')[1]}"))

    assert found[:2] == [
        "- 会上共提出批评意见6条，其中市委书记提出2条。",
        "- 从批评对象看，张卫国、李明、王芳同志各2条。",
    ]
    assert "+ 会上共提出批评意见5条，其中市委书记提出1条。" in found
    assert "+ 从批评对象看，张卫国、李明同志各2条，王芳同志1条。" in found
    assert text(meeting, "批评意见反馈单", member="李明") == slips["李明"]
    assert "提出批评意见2条" in slips["王芳"]
    assert "提出批评意见1条" in text(meeting, "批评意见反馈单", member="王芳")


def test_what_is_missing(meeting: MeetingFolder) -> None:
    meeting.remove("07-批评意见/王芳.md")

    assert [str(one) for one in results(meeting, "相互批评意见汇总表")] == ["相互批评意见汇总表：还缺 王芳的批评意见"]
    assert "【待补：王芳的批评意见】" in text(meeting, "相互批评意见汇总表", draft=True)
    assert "【待补：王芳的批评意见】" in text(meeting, "批评意见反馈单", draft=True, member="李明")


def test_the_table_is_landscape_and_the_slip_is_not(meeting: MeetingFolder) -> None:
    assert page_sizes(opened(meeting, "相互批评意见汇总表")) == [("16838", "11906")]
    assert page_sizes(opened(meeting, "批评意见反馈单", member="李明")) == [("11906", "16838")]
