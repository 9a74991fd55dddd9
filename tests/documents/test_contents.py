"""The archive's list: what is there or can be rendered, in the archive's order, as the papers themselves say it."""

from __future__ import annotations

from mzsh.documents.archiving import archive_order
from mzsh.model.settings import PAPERS
from tests.documents.rendered import headings, lines, opened, page_sizes
from tests.support.folder import MeetingFolder


def rows(folder: MeetingFolder) -> list[list[str]]:
    """The cells of each row but its number, blanks included."""
    written = [line for line in lines(folder, "contents") if line.startswith("| ") and line[2].isdigit()]
    cells = [[cell.strip() for cell in line[1:-1].split("|")] for line in written]
    assert [row[0] for row in cells] == [str(number) for number in range(1, len(cells) + 1)]
    return [row[1:] for row in cells]


def row_of(folder: MeetingFolder, words: str) -> list[str]:
    (found,) = (row for row in rows(folder) if words in row[3])
    return found


def test_the_columns_of_the_standard(example: MeetingFolder) -> None:
    written = lines(example, "contents")
    head = next(line for line in written if line.startswith("|"))

    assert headings(written) == ["# 归档文件目录"]
    assert head == "| 序号 | 档号 | 文号 | 责任者 | 题名 | 日期 | 密级 | 页数 | 备注 |"
    assert all(int(width) > int(height) for width, height in page_sizes(opened(example, "contents")))


def test_every_document_is_filed_or_left_out() -> None:
    filed = [one.paper for one in archive_order().items if one.paper]

    assert archive_order().source.faults == ()
    assert sorted((*filed, *archive_order().left_out)) == sorted(PAPERS)
    assert all(bool(one.paper) != bool(one.material) for one in archive_order().items)


def test_the_order_is_that_of_the_archive(example: MeetingFolder) -> None:
    titles = [row[3] for row in rows(example)]
    wanted = (
        "会的通知",
        "实施方案",
        "学习研讨记录",
        "提纲",
        "审阅审定记录",
        "情况的报告",
        "整改方案",
        "整改清单",
        "公示",
    )
    places = [max(place for place, title in enumerate(titles) if words in title) for words in wanted[1:]]

    assert titles[0].endswith(wanted[0])
    assert places == sorted(places)


def test_number_day_and_who_made_it_are_those_of_the_papers(example: MeetingFolder) -> None:
    assert row_of(example, "关于认真开好") == [
        "",
        "省组通〔2021〕71号",
        "省委组织部",
        "关于认真开好2021年度党史学习教育专题民主生活会的通知",
        "20211206",
        "",
        "",
        "",
    ]
    assert row_of(example, "情况的报告")[1:5] == [
        "望发〔2022〕8号",
        "望川市委",
        "望川市委关于2021年度党史学习教育专题民主生活会情况的报告",
        "20220128",
    ]


def test_an_outline_is_its_authors_and_of_the_day_of_its_approval(example: MeetingFolder) -> None:
    row = row_of(example, "贺长林在2021年度专题民主生活会上的发言提纲")

    assert [row[2], *row[4:]] == ["贺长林", "20220114", "内部", "", "定稿"]


def test_pages_and_archive_numbers_are_left_to_be_filled_in(example: MeetingFolder) -> None:
    assert {(row[0], row[6]) for row in rows(example)} == {("", "")}
    assert {row[5] for row in rows(example)} == {"", "内部"}


def test_what_is_not_there_has_no_row(meeting: MeetingFolder) -> None:
    before = rows(meeting)
    meeting.remove("06-发言提纲/李明.md")
    meeting.remove("02-学习研讨/2021-12-17-中心组.md")
    after = rows(meeting)
    gone = [row[3] for row in before if row not in after]

    assert "2021年12月17日集中学习研讨记录" in gone
    assert "个人发言提纲（李明）" in gone
    assert "临江市委关于2021年度党史学习教育专题民主生活会情况的报告" in gone
    assert not [title for title in gone if "王芳" in title or "整改" in title]


def test_one_letter_to_many_units_is_one_piece(meeting: MeetingFolder) -> None:
    assert row_of(meeting, "关于征求")[7] == f"共{len(meeting.load().meeting.solicited)}份"


def test_a_notice_that_is_not_named_has_no_row(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "  通知: 省委组织部《关于认真开好2021年度党史学习教育专题民主生活会的通知》\n", "")

    assert not [row for row in rows(meeting) if "关于认真开好" in row[3]]
