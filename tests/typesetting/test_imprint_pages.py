"""The imprint (版记) at the foot of the last page, whatever comes before it."""

from datetime import date
from itertools import product

import pytest

from mzsh.typesetting.table import table
from mzsh.typesetting.typeset import Imprint, Layout, typeset
from tests.typesetting.pages import MM, PrintAll, PrintedPage, words

pytestmark = pytest.mark.visual

OFFICE = "中共临江市委办公室"
COPIES = {
    1: "省委组织部",
    2: "省委组织部，省纪委监委机关，省委宣传部，省委统战部，省委政法委，省委办公厅",
    3: "省委组织部，省纪委监委机关，省委宣传部，省委统战部，省委政法委，省委办公厅，省委巡视办，省委直属机关工作委员会",
}


def imprint(lines: int) -> Imprint:
    return Imprint(COPIES[lines], OFFICE, date(2022, 1, 5))


def rows(count: int) -> str:
    return str(table(["序号", "问题"], [(number, "学用结合不紧密") for number in range(1, count + 1)], widths=[1, 4]))


def check(page: PrintedPage, *, lines: int) -> None:
    """The last rule is the type area's foot, and the text ends above the first one."""
    foot = page.height / MM - (26 if page.width > page.height else 35)
    first = next(number for number, line in enumerate(page.body) if words(line).startswith("抄送："))
    copies = [line for line in page.body[first:] if words(line).strip("_")]
    rules = [row for row in page.rows(wide=100) if row[0] * MM > copies[0][0].top - 20]

    assert len(copies) == lines + 1
    assert words(copies[-1]) == f"{OFFICE}2022年1月5日印发"
    assert rules[-1][1] == pytest.approx(foot, abs=2)
    assert rules[0][0] * MM < copies[0][0].top + 3
    for line in page.body[:first]:
        assert line[0].bottom < rules[0][0] * MM + 4


def test_below_text_of_any_length(print_all: PrintAll) -> None:
    documents = {
        f"{text}-{lines}": typeset("正文\n\n" * text, layout=Layout(imprint=imprint(lines)))
        for text, lines in product((1, 17, 18, 19, 20, 22), COPIES)
    }
    counted = {}
    for name, pages in print_all(documents).items():
        text, lines = map(int, name.split("-"))
        check(pages[-1], lines=lines)
        counted[text, lines] = len(pages)
        assert sum(page.text.count("正文") for page in pages) == text

    assert (counted[1, 3], counted[18, 2], counted[22, 1]) == (1, 1, 2)


def test_below_tables_and_on_landscape_pages(print_all: PrintAll) -> None:
    annex = "正文\n\n::: 横排\n::: 附件\n附件\n:::\n\n# 台账\n\n{}\n:::\n"
    texts = {
        "table": ("正文\n\n" + rows(8), False),
        "full": (rows(24), False),
        "longer": (rows(60), False),
        "landscape": ("# 台账\n\n" + rows(4), True),
        "landscapefull": ("# 台账\n\n" + rows(17), True),
        "annex": (annex.format(rows(5)), False),
    }
    documents = {
        f"{name}-{lines}": typeset(text, layout=Layout(imprint=imprint(lines), landscape=landscape))
        for (name, (text, landscape)), lines in product(texts.items(), COPIES)
    }
    for name, pages in print_all(documents).items():
        kind, lines = name.split("-")
        # On a landscape page the first two lists are of one line.
        landscape = pages[-1].width > pages[-1].height
        assert landscape is (kind in {"landscape", "landscapefull", "annex"})
        check(pages[-1], lines=max(1, int(lines) - 1) if landscape else int(lines))


@pytest.mark.parametrize(
    ("foot", "line"), [(Imprint("省委组织部"), "抄送：省委组织部。"), (Imprint(office=OFFICE), OFFICE)]
)
def test_half_an_imprint_has_two_rules(print_all: PrintAll, foot: Imprint, line: str) -> None:
    page = print_all({"half": typeset("正文", layout=Layout(imprint=foot))})["half"][0]
    first, last = page.rows(wide=100)

    assert page.text_lines[-1] == line
    assert last[1] == pytest.approx(297 - 35, abs=2)
    assert last[0] - first[1] == pytest.approx(11.5, abs=1)
