"""双重组织生活登记表: everybody on the roster, blanks where somebody has not been yet."""

from __future__ import annotations

from datetime import date

import yaml

from mzsh.planning.owing import debts_of
from mzsh.planning.schedule import Schedule
from tests.documents.rendered import changed, headings, lines, opened, page_sizes, results, text
from tests.support.folder import MeetingFolder

REGISTER = "10-整改/双重组织生活.yml"


def rows(folder: MeetingFolder) -> list[list[str]]:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines(folder, "dual-life")]
    return [row for row in cells if row[0].isdigit() or (len(row) == 9 and not row[0])]


def test_everybody_on_the_roster(example: MeetingFolder) -> None:
    roster = yaml.safe_load(example.read("会议.yml"))["出席"]
    register = {one["姓名"]: one for one in yaml.safe_load(example.read(REGISTER))["条目"]}
    found = rows(example)

    assert headings(lines(example, "dual-life")) == ["# 望川市委常委班子成员双重组织生活登记表"]
    assert [row[1] for row in found] == [one["姓名"] for one in roster]
    for row, member in zip(found, roster, strict=True):
        entry = register[member["姓名"]]
        days = [f"{day.year}年<br>{day.month}月{day.day}日" for day in (entry["支部会日期"], entry["指导日期"])]
        assert row[2:] == [
            member["职务"],
            "2022年<br>1月18日<br>参加",
            member["支部"],
            days[0],
            entry["指导单位"],
            days[1],
            entry["点评"],
        ]


def test_what_has_not_been_yet_is_blank(meeting: MeetingFolder) -> None:
    meeting.remove(REGISTER)
    meeting.remove("08-会议/会议记录.md")

    assert rows(meeting)[1] == [
        "2",
        "李明",
        "市委副书记、市长",
        "",
        "市政府办公室党支部",
        "",
        "临江经开区党工委",
        "",
        "",
    ]
    assert "市委常委班子成员3人；有党建工作联系点的3人。" in lines(meeting, "dual-life")


def test_who_was_absent(meeting: MeetingFolder) -> None:
    meeting.replace(
        "08-会议/会议记录.md", "出席: [张卫国, 李明, 王芳]", "出席: [张卫国, 李明]\n缺席: [{姓名: 王芳, 事由: 住院}]"
    )

    assert rows(meeting)[2][3] == "请假<br>（住院）"
    assert "参加所在班子民主生活会2人" in text(meeting, "dual-life")


def test_one_entry_less(meeting: MeetingFolder) -> None:
    entry = next(line for line in meeting.read(REGISTER).split("\n") if "李明" in line)
    found = changed(meeting, "dual-life", lambda: meeting.replace(REGISTER, f"{entry}\n", ""))

    assert (
        "- 市委常委班子成员3人，参加所在班子民主生活会3人，参加所在党支部组织生活会3人；有党建工作联系点的3人，"
        "已指导联系点民主生活会3人。" in found
    )
    assert (
        "+ 市委常委班子成员3人，参加所在班子民主生活会3人，参加所在党支部组织生活会2人；有党建工作联系点的3人，"
        "已指导联系点民主生活会2人。" in found
    )


def test_who_guided_twice_has_two_rows_under_one_name(meeting: MeetingFolder) -> None:
    meeting.write(
        REGISTER, meeting.read(REGISTER).rstrip() + "\n  - {姓名: 李明, 指导单位: 江口镇党委, 指导日期: 2022-03-01}\n"
    )

    assert [row[1] for row in rows(meeting)] == ["张卫国", "李明", "", "王芳"]
    assert rows(meeting)[2][6:8] == ["江口镇党委", "2022年<br>3月1日"]


def test_what_is_missing(meeting: MeetingFolder) -> None:
    roster = meeting.read("会议.yml")
    start, end = roster.index("出席:\n"), roster.index("列席:\n")
    meeting.write("会议.yml", roster[:start] + roster[end:])

    assert [str(one) for one in results(meeting, "dual-life")] == ["双重组织生活登记表：还缺 出席人员名册"]
    assert "【待补：出席人员名册】" in text(meeting, "dual-life", draft=True)


def test_it_is_landscape(meeting: MeetingFolder) -> None:
    assert page_sizes(opened(meeting, "dual-life")) == [("16838", "11906")]


def test_a_second_register_is_read_as_the_first(meeting: MeetingFolder) -> None:
    whole = text(meeting, "dual-life")
    entry = next(line for line in meeting.read(REGISTER).split("\n") if "李明" in line)
    meeting.replace(REGISTER, f"{entry}\n", "")
    assert text(meeting, "dual-life") != whole
    meeting.write("10-整改/双重组织生活-二.yml", f"类型: 双重组织生活\n条目:\n{entry}\n")

    assert text(meeting, "dual-life") == whole
    assert meeting.check(select=("MZ711",)) == []
    project = meeting.load()
    member = project.meeting.member("李明")
    assert member is not None
    assert debts_of(project, Schedule(project, date(2022, 3, 20)), member) == ()
