"""Letters (信函格式) and minutes (纪要格式) as pages."""

from datetime import date

import pytest

from mzsh.typesetting.typeset import Imprint, Letterhead, Signature
from tests.typesetting.pages import MM, Print, words

pytestmark = pytest.mark.visual

SENTENCE = "关于征求意见的有关事项说明如下，请认真研究提出意见建议。"
NUMBER = "临委办函〔2022〕5号"
AGENCY = "中共临江市委办公室"


def head(*marks: str) -> Letterhead:
    return Letterhead(AGENCY, NUMBER, marks=marks, form="信函")


def test_a_letter_has_its_mark_between_the_page_edge_and_a_double_rule(print_pages: Print) -> None:
    pages = print_pages((SENTENCE * 8 + "\n\n") * 4, title="征求意见的函", letterhead=head())
    mark, thick, thin, low_thin, low_thick = pages[0].rows(red=True)

    assert mark[0] == pytest.approx(30, abs=1)
    assert thick[0] - mark[1] == pytest.approx(4, abs=1)
    assert thick[1] - thick[0] > thin[1] - thin[0]
    assert thin[0] - thick[1] < 1
    assert low_thick[1] == pytest.approx(297 - 20, abs=0.5)
    assert low_thick[1] - low_thick[0] > low_thin[1] - low_thin[0]
    for rule in (thick, low_thick):
        left, right = pages[0].across((rule[0] + rule[1]) / 2, red=True)
        assert (left, right) == (pytest.approx(20, abs=0.5), pytest.approx(190, abs=0.5))


def test_a_letter_has_page_numbers_from_its_second_page_on(print_pages: Print) -> None:
    pages = print_pages((SENTENCE * 8 + "\n\n") * 6, title="征求意见的函", letterhead=head())

    assert [page.number_text for page in pages] == ["", "—2—", "—3—"]
    assert all(page.rows(red=True) == [] for page in pages[1:])


@pytest.mark.parametrize("marks", [(), ("000001",), ("000001", "机密★1年", "特急")])
def test_a_letters_number_shares_the_line_of_the_first_mark(print_pages: Print, marks: tuple[str, ...]) -> None:
    page = print_pages(SENTENCE, title="征求意见的函", letterhead=head(*marks))[0]
    first, *others = marks or ("",)
    shared = page.line(first + NUMBER)
    _, _, rule, *_ = page.rows(red=True)
    title = page.line("征求意见的函")

    assert shared[-1].right == pytest.approx(page.width - 26 * MM, abs=3)
    assert shared[0].left == pytest.approx(28 * MM, abs=1) or not marks
    ink = next(row for row in page.rows() if row[0] > rule[1])
    assert ink[0] - rule[1] == pytest.approx(16 * 7 / 8 / MM, abs=1)
    below = page.line(others[-1]) if others else shared
    # Two blank lines: the title is the third line down.
    between = (title[0].top + title[0].bottom) / 2 - (below[0].top + below[0].bottom) / 2
    assert between == pytest.approx(3 * 28.95, abs=3)


def test_a_letters_imprint_is_only_its_copies(print_pages: Print) -> None:
    imprint = Imprint("省委组织部，省纪委监委机关，省委宣传部，省委统战部，省委政法委，省委办公厅", "市委办公室")
    signature = Signature(AGENCY, date(2022, 1, 5))
    pages = print_pages(SENTENCE, title="函", letterhead=head(), imprint=imprint, signature=signature)
    first, last = pages[-1].body[-2:]

    assert words(first).startswith("抄送：省委组织部")
    assert words(last).endswith("省委办公厅。")
    assert last[0].bottom == pytest.approx((297 - 35) * MM, abs=6)
    assert pages[-1].rows(wide=100) == []


def test_a_letter_that_lies_on_its_side_later_keeps_its_first_page(print_pages: Print) -> None:
    text = f"{SENTENCE}\n\n::: 横排\n::: 附件\n附件\n:::\n\n# 登记表\n\n{SENTENCE}\n:::"
    pages = print_pages(text, title="函", letterhead=head())

    assert [page.number_text for page in pages] == ["", "—2—"]
    assert pages[1].rows(red=True) == []


@pytest.mark.parametrize(
    "mark",
    [
        "中共临江市委文件",
        "中共临江市委党的建设工作领导小组文件",
        "中共临江市委党的建设工作领导小组办公室文件",
        "中共临江市委\n临江市人民政府",
    ],
)
def test_a_mark_of_any_length_stands_inside_the_type_area(print_pages: Print, mark: str) -> None:
    page = print_pages(SENTENCE, title="通知", letterhead=Letterhead(mark, "临委〔2022〕5号"))[0]
    *lines, _rule = page.rows(red=True)

    assert lines[0][0] == pytest.approx(37 + 35, abs=1.5)
    assert "".join(page.text[:2]).startswith(mark.replace("\n", ""))
    for top, bottom in lines:
        left, right = page.across((top + bottom) / 2, red=True)
        assert 28 <= left < right <= 210 - 26


def test_minutes(print_pages: Print) -> None:
    lists = "出席：张卫国　李建平　王志强\n\n请假：无\n\n列席：" + "、".join(["市纪委监委张三"] * 9)
    page = print_pages(
        f"{SENTENCE}\n\n::: 名单\n{lists}\n:::",
        letterhead=Letterhead("中共临江市委常委会会议纪要", "第5期", form="纪要"),
        annexes=("问题清单",),
    )[0]
    mark, rule = page.rows(red=True)
    present, away, observers = (page.line(label) for label in ("出席：", "请假：", "列席："))
    further = page.body[page.body.index(observers) + 1]
    note = page.line("附件：问题清单")

    assert mark[0] == pytest.approx(37 + 35, abs=1.5)
    assert rule[0] == pytest.approx((page.line("第5期")[0].bottom) / MM + 4, abs=2)
    assert present[0].bottom - note[0].bottom == pytest.approx(2 * 28.95, abs=2)
    assert away[0].bottom - present[0].bottom == pytest.approx(28.95, abs=1)
    assert present[0].left == pytest.approx(28 * MM + 2 * 16, abs=2)
    assert further[0].left == pytest.approx(observers[3].left, abs=3)
