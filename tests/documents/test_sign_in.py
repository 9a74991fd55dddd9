"""签到表: everybody who is to come, with room to sign."""

from __future__ import annotations

import yaml
from docx.oxml.ns import qn

from tests.documents.rendered import changed, headings, lines, opened, paragraph_with, results
from tests.support.folder import MeetingFolder

MINUTES = "08-会议/会议记录.md"


def rows(written: list[str]) -> list[list[str]]:
    """The cells of the table's rows, head and rule left out."""
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in written if line.startswith("|")]
    return [row for row in cells if row[0].isdigit()]


def test_the_title_and_where(example: MeetingFolder) -> None:
    written = lines(example, "sign-in")

    assert headings(written) == ["# 望川市委常委班子2021年度党史学习教育专题民主生活会签到表"]
    assert written[1] == "（2022年1月18日　市委常委会议室）"


def test_everybody_in_the_folder_has_a_row_and_room_to_sign(example: MeetingFolder) -> None:
    typed = yaml.safe_load(example.read("会议.yml"))
    people = [(one["姓名"], one["职务"], "出席") for one in typed["出席"]]
    people += [(one["姓名"], one["职务"], "列席") for one in typed["列席"]]
    people += [(typed["督导组"]["组长"], "督导组组长", "督导")]
    people += [(name, "督导组成员", "督导") for name in typed["督导组"]["成员"]]

    assert rows(lines(example, "sign-in")) == [
        [str(number), *person, "", ""] for number, person in enumerate(people, 1)
    ]


def test_before_the_meeting_the_number_is_left_to_be_written(meeting: MeetingFolder) -> None:
    meeting.remove(MINUTES)

    assert paragraph_with(lines(meeting, "sign-in"), "应到") == "应到常委3人，实到　　　人；列席2人；督导组3人。"


def test_who_was_not_there(meeting: MeetingFolder) -> None:
    def ill() -> None:
        absent = "出席: [张卫国, 李明]\n缺席: [{姓名: 王芳, 事由: 住院, 批准: 张卫国, 书面发言: true}]"
        meeting.replace(MINUTES, "出席: [张卫国, 李明, 王芳]", absent)

    assert changed(meeting, "sign-in", ill) == [
        "- 应到常委3人，实到3人；列席2人；督导组3人。",
        "+ 应到常委3人，实到2人；列席2人；督导组3人。",
        "- | 3 | 王芳 | 市委常委、组织部部长 | 出席 |  |  |",
        "+ | 3 | 王芳 | 市委常委、组织部部长 | 出席 |  | 缺席，住院，已交书面发言 |",
    ]


def test_nobody_sits_in(meeting: MeetingFolder) -> None:
    meeting.replace(
        "会议.yml",
        "列席:\n  - {姓名: 何树林, 职务: 市人大常委会主任}\n  - {姓名: 钱学义, 职务: 市政协主席}\n",
        "",
    )
    meeting.replace("会议.yml", "督导组:\n  组长: 郭振华\n  成员: [田立新, 范秀英]\n", "")
    written = lines(meeting, "sign-in")

    assert paragraph_with(written, "应到") == "应到常委3人，实到3人。"
    assert [row[3] for row in rows(written)] == ["出席"] * 3


def test_the_rows_are_tall_enough_to_sign_in(meeting: MeetingFolder) -> None:
    (table,) = opened(meeting, "sign-in").tables
    heights = [row._tr.find(f".//{qn('w:trHeight')}") for row in table.rows[1:]]

    assert len(heights) == 8
    assert all(int(height.get(qn("w:val"))) >= 12 * 56 for height in heights if height is not None)
    assert None not in heights


def test_a_roster_is_all_it_needs(meeting: MeetingFolder) -> None:
    text = meeting.read("会议.yml")
    meeting.write("会议.yml", text[: text.index("出席:")] + text[text.index("列席:") :])
    (found,) = results(meeting, "sign-in")

    assert found.missing == ("出席人员名册",)
    written = lines(meeting, "sign-in", draft=True)
    assert "【待补：出席人员名册】" in written
    assert not [line for line in written if "应到" in line]


def test_a_party_group(party_group: MeetingFolder) -> None:
    written = lines(party_group, "sign-in")

    assert paragraph_with(written, "应到") == "应到党组成员3人，实到3人；列席1人；督导组1人。"
    assert rows(written)[0][1:3] == ["程望山", "党组书记、市人大常委会主任"]
