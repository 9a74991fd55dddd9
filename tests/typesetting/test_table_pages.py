"""Tables, forms and annexes as pages."""

from datetime import date
from itertools import pairwise

import pytest

from mzsh.typesetting.escaping import MERGED_LEFT, MERGED_UP, Markdown
from mzsh.typesetting.table import table
from mzsh.typesetting.typeset import Layout, Signature, typeset
from tests.typesetting.pages import MM, Print, PrintAll, PrintedPage, words

pytestmark = pytest.mark.visual

LEFT = Markdown(MERGED_LEFT)
UP = Markdown(MERGED_UP)
BODY = "关于征求意见的有关事项说明如下，请认真研究提出意见建议。"


@pytest.mark.parametrize("landscape", [False, True])
def test_a_row_longer_than_a_page_loses_no_text(print_pages: Print, landscape: bool) -> None:
    sentence = "理论学习不够系统深入。"
    ledger = table(
        ["序号", "问题", "措施"], [(1, "先", "先"), (2, sentence * 200, "改"), (3, "末", "末")], widths=[1, 4, 4]
    )
    pages = print_pages(f"# 台账\n\n{ledger}", landscape=landscape)
    text = "".join("".join(page.text) for page in pages)

    assert len(pages) > 2
    assert {text.count(one) for one in sentence} == {200}
    assert all("序号问题措施" in page.text for page in pages)
    assert words(pages[-1].body[-1]) == "3末末"
    # It begins below the row before it, and leaves no page half empty.
    foot = 210 - 26 if landscape else 297 - 35
    for page in pages[:-1]:
        assert page.rows(wide=60)[-1][1] == pytest.approx(foot, abs=8)


def form(height: int) -> str:
    """A form as it is filled in by hand."""
    rows = [
        ("谈话时间", "2022年1月5日", "地点", "办公室"),
        ("主要内容", BODY * 8, LEFT, LEFT),
        (UP, "接着写", LEFT, LEFT),
        ("签字", "", LEFT, LEFT),
    ]
    return str(table(["", "", "", ""], rows, widths=[1, 2, 1, 2], height=height))


def test_rows_are_as_high_as_asked_or_as_their_text(print_pages: Print) -> None:
    page = print_pages(f"# 记录表\n\n{form(15)}")[0]
    rules = [top for top, _ in page.rows(wide=80)]
    heights = [after - before for before, after in pairwise(rules)]

    assert len(heights) == 4
    assert heights[0] == pytest.approx(15, abs=0.5)
    assert heights[1] > 20
    assert heights[3] == pytest.approx(15, abs=0.5)


def test_a_form_joins_its_cells(print_pages: Print) -> None:
    page = print_pages(f"# 记录表\n\n{form(15)}")[0]
    top, contents, continued, sign, foot = (row[0] for row in page.rows(wide=80))

    # The label at the left belongs to both rows: the rule between them is shorter by its column, a sixth.
    assert [row[0] for row in page.rows(wide=150)] == [top, contents, sign, foot]
    assert continued in [row[0] for row in page.rows(wide=156 * 5 / 6 - 1)]
    label = page.line("主要内容")
    assert (label[0].top + label[0].bottom) / 2 == pytest.approx((contents + sign) / 2 * MM, abs=8)
    assert "".join(page.text).count("。") == 8


def middle(page: PrintedPage, text: str) -> float:
    line = page.line(text)
    return (line[0].top + line[0].bottom) / 2


def test_an_annex_begins_a_page_and_its_title_stands_on_the_third_line(print_all: PrintAll) -> None:
    ledger = table(["序号", "问题"], [(1, "学用结合不紧密")])
    text = (
        f"{BODY}\n\n::: 附件\n附件1\n:::\n\n# 问题清单\n\n{BODY}\n\n"
        f"::: 横排\n::: 附件\n附件2\n:::\n\n# 台账\n\n{ledger}\n:::"
        f"\n\n::: 附件\n附件3\n:::\n\n# 方案\n\n{BODY}"
    )
    pages = print_all({"annexes": typeset(text, layout=Layout(title="报告"))})["annexes"]

    assert [page.text[0] for page in pages] == ["报告", "附件1", "附件2", "附件3"]
    for page, title in zip(pages[1:], ("问题清单", "台账", "方案"), strict=True):
        left, top, right = (35, 28, 37) if page.width > page.height else (28, 37, 26)
        line = page.line(title)
        assert page.lines[0][0].left == pytest.approx(left * MM, abs=1)
        # LibreOffice puts the line grid into the middle of a page that is no whole number of lines high.
        assert middle(page, "附件") == pytest.approx(top * MM + 28.95 / 2, abs=7)
        assert middle(page, title) - middle(page, "附件") == pytest.approx(2 * 28.95, abs=4)
        centre = (line[0].left + line[-1].right) / 2
        assert centre == pytest.approx((left * MM + page.width - right * MM) / 2, abs=3)


def test_a_note_of_many_annexes_with_long_names(print_pages: Print) -> None:
    long = "关于落实中央八项规定精神和持续深化纠治“四风”问题整改措施的具体实施方案及责任分工"
    names = (long, *(f"第{number}个清单" for number in range(2, 10)), long, "末一个清单")
    page = print_pages(BODY, annexes=names, signature=Signature("中共临江市委", date(2022, 1, 5)))[0]

    assert page.line("附件：1.")[0].left == pytest.approx(28 * MM + 2 * 16, abs=2)
    for number in range(2, 12):
        assert page.line(f"{number}.")[0].left == pytest.approx(28 * MM + 5 * 16, abs=2)
    # A digit is half a character wide and its full stop a quarter.
    for label, width in (("附件：1.", 0.75), ("10.", 1.25)):
        further = page.lines[page.lines.index(page.line(label)) + 1]
        assert further[0].left == pytest.approx(28 * MM + (5 + width) * 16, abs=2)
