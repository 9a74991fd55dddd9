"""Whole pages: what stands where, as a reader sees it."""

from datetime import date

import pytest

from mzsh.typesetting.table import table
from mzsh.typesetting.typeset import Imprint, Letterhead, Signature, Style
from tests.typesetting.pages import MM, Print, pitches

pytestmark = pytest.mark.visual

FULL = "坚持问题导向" * 400


def test_a_full_page_has_22_lines_of_28_characters(print_pages: Print) -> None:
    first, second, *_ = print_pages(FULL)

    assert [len(line) for line in second.text_lines] == [28] * 22
    assert [len(line) for line in first.text_lines] == [26] + [28] * 21


def test_the_text_fills_the_type_area(print_pages: Print) -> None:
    page = print_pages(FULL)[1]
    left, top = 28 * MM, 37 * MM

    assert (page.width, page.height) == pytest.approx((210 * MM, 297 * MM), abs=1)
    for line in page.body:
        assert line[0].left == pytest.approx(left, abs=1)
        assert line[-1].right == pytest.approx(left + 156 * MM, abs=2)
    assert pitches(page) <= {28.9, 29.0}
    assert page.body[-1][0].bottom < top + 225 * MM + 3  # a glyph's box is higher than its line


def test_punctuation_stays_inside_the_type_area(print_pages: Print) -> None:
    page = print_pages("对照党章党规党纪，对照初心使命，查摆“四风”问题；" * 60)[1]

    assert len(page.body) == 22
    assert all(len(line) <= 28 and line[-1].left < 28 * MM + 156 * MM for line in page.body)


def test_no_punctuation_is_lost_at_the_end_of_a_line(print_pages: Print) -> None:
    """A comma that would be the 29th character of its line is hung or carried over, never dropped."""
    text = "\n\n".join("一" * length + "，" + "二" * 30 + "。" for length in range(20, 60))

    printed = "".join(line for page in print_pages(text) for line in page.text_lines)

    assert (printed.count("，"), printed.count("。")) == (40, 40)


def test_page_numbers_lie_at_the_outer_edge_of_every_page(print_pages: Print) -> None:
    pages = print_pages(FULL)

    assert [page.number_text for page in pages[:3]] == ["—1—", "—2—", "—3—"]
    for page in pages[0::2]:
        assert page.number[-1].right == pytest.approx(page.width - 26 * MM - 14, abs=4)
    for page in pages[1::2]:
        assert page.number[0].left == pytest.approx(28 * MM + 14, abs=4)
    for page in pages:
        middle = (page.number[0].top + page.number[0].bottom) / 2
        assert middle == pytest.approx(page.height - 35 * MM + 7 * MM, abs=4)


def test_a_wider_pitch_gives_fewer_lines(print_pages: Print) -> None:
    assert len(print_pages(FULL, style=Style(pitch=30))[1].body) == 21


LEDGER = "# 整改台账\n\n" + str(
    table(
        ["序号", "问题", "措施"],
        [(number, "理论学习不够系统深入，学用结合不紧密。" * 4, "措施" * 40) for number in range(1, 13)],
        widths=[1, 4, 4],
        centred=[1],
    )
)


def test_a_landscape_ledger_keeps_all_its_text_and_repeats_its_head(print_pages: Print) -> None:
    pages = print_pages(LEDGER, landscape=True)
    text = "".join("".join(page.text) for page in pages)

    assert len(pages) > 1
    assert all(page.width > page.height for page in pages)
    assert all("序号问题措施" in page.text for page in pages)
    assert text.count("措施") == 12 * 40 + len(pages)
    assert [page.number_text for page in pages] == [f"—{number}—" for number in range(1, len(pages) + 1)]


def test_a_landscape_page_has_its_number_where_it_stands_upright(print_pages: Print) -> None:
    """The page is turned so that its binding edge lies above: what is its foot when upright is its left side."""
    pages = print_pages(LEDGER, landscape=True)

    for page in pages:
        middle = (page.number[0].left + page.number[0].right) / 2
        assert middle == pytest.approx(35 * MM - 7 * MM, abs=4)
        assert page.number[0].bottom < page.number[1].top + 1 < page.number[2].top
    for page in pages[0::2]:
        assert page.number[-1].bottom == pytest.approx(page.height - 26 * MM - 14, abs=4)
    for page in pages[1::2]:
        assert page.number[0].top == pytest.approx(28 * MM + 14, abs=4)


def test_a_landscape_annex_inside_a_portrait_paper(print_pages: Print) -> None:
    annex = f"::: 横排\n::: 附件\n附件1\n:::\n\n{LEDGER}\n:::"
    pages = print_pages(f"# 报告\n\n正文\n\n{annex}\n\n::: 附件\n附件2\n:::\n\n# 方案\n\n{FULL[:900]}")
    landscape = [page.width > page.height for page in pages]

    assert landscape == [False, *[True] * (len(pages) - 3), False, False]
    assert [page.number_text for page in pages] == [f"—{number}—" for number in range(1, len(pages) + 1)]


def test_the_imprint_stands_at_the_foot_of_the_last_page(print_pages: Print) -> None:
    for lines in (1, 12, 16, 20):
        pages = print_pages("正文\n\n" * lines, imprint=Imprint("省委组织部", "市委办公室", date(2022, 1, 5)))
        # The rule between them is a row of underscores to poppler.
        copies, issued = (line for line in pages[-1].body[-3:] if line[0].text != "_")

        assert "".join(one.text for one in copies) == "抄送：省委组织部。"
        assert 225 * MM - 30 < issued[0].bottom - 37 * MM < 225 * MM + 3
        assert all(line[0].bottom < copies[0].top + 5 for line in pages[-1].body[:-3])


def test_a_long_paper_with_everything_around_it(print_pages: Print) -> None:
    pages = print_pages(
        f"## 一、查摆的问题\n\n{FULL[:700]}",
        title="关于专题民主生活会情况的报告",
        letterhead=Letterhead("中共临江市委文件", "临委〔2022〕5号", signer="张卫国"),
        addressee="省委组织部",
        annexes=("问题清单", "整改方案"),
        signature=Signature("中共临江市委", date(2022, 1, 15)),
    )
    text = pages[0].text

    assert text[:4] == [
        "中共临江市委文件",
        "临委〔2022〕5号签发人：张卫国",
        "关于专题民主生活会情况的报告",
        "省委组织部：",
    ]
    assert pages[-1].text[-4:-1] == ["2.整改方案", "中共临江市委", "2022年1月15日"]
    day = pages[-1].body[-1]
    assert day[-1].right == pytest.approx(pages[-1].width - 26 * MM - 4 * 16, abs=3)
