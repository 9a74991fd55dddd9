"""What follows the standard comes out clean: every document of the program, every form of head and signature."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from mzsh.conformance import State, examine
from mzsh.resources import examples
from mzsh.typesetting.standard import Style
from mzsh.typesetting.typeset import Imprint, Layout, Letterhead, Signature, typeset
from tests.conformance.files import edited, failing, unpacked
from tests.conformance.mutants import DOCUMENT
from tests.documents.rendered import results
from tests.support.folder import MeetingFolder

MARKDOWN = "# 关于征求意见的函\n\n现将有关事项函告如下。\n\n## 一、范围\n\n各单位。\n\n## 二、时间\n\n一周以内。\n"
DAY = date(2021, 12, 13)
LONG = "中共望川市委党史学习教育专题民主生活会工作组"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["望川市委", "岚溪市人大常委会党组"])
def test_every_document_of_the_examples(name: str, example_of: MeetingFolder) -> None:
    rendered = [one for one in results(example_of, format="docx") if one.path is not None]
    found = {one.path.name: failing(one.path.read_bytes()) for one in rendered if one.path is not None}

    assert len(found) > 20
    assert {name: items for name, items in found.items() if items} == {}


@pytest.fixture
def example_of(name: str, tmp_path: Path) -> MeetingFolder:
    shutil.copytree(examples() / name, tmp_path / name)
    return MeetingFolder(tmp_path / name)


def test_a_draft_fails_for_its_gaps_and_nothing_else(meeting: MeetingFolder) -> None:
    for path in meeting.path("02-学习研讨").iterdir():
        path.unlink()
    (report,) = results(meeting, "report", draft=True, format="docx")

    assert report.path is not None
    assert list(failing(report.path.read_bytes())) == ["placeholders"]


LAYOUTS = {
    "plain": Layout(),
    "letter": Layout(
        letterhead=Letterhead(mark="望川市委组织部", number="望组函〔2021〕36号", form="信函"),
        addressee="各党委",
        signature=Signature("望川市委组织部", DAY),
        imprint=Imprint(copies="省委组织部"),
    ),
    "minutes": Layout(
        letterhead=Letterhead(mark="会议纪要", number="〔2021〕36号", form="纪要"),
        imprint=Imprint(copies="省委", office="望川市委办公室", date=DAY),
    ),
    "numbered minutes": Layout(letterhead=Letterhead(mark="望川市委办公室会议纪要", number="第5期", form="纪要")),
    "to inferiors": Layout(letterhead=Letterhead(mark="望川市委文件", number="望委〔2021〕36号")),
    "unsealed": Layout(signature=Signature("望川市委办公室", DAY, sealed=False)),
    "long agency unsealed": Layout(signature=Signature(LONG, DAY, sealed=False)),
    "long agency sealed": Layout(signature=Signature(LONG, date(2022, 2, 3))),
    "short agency unsealed": Layout(signature=Signature("市委", DAY, sealed=False)),
    "landscape": Layout(landscape=True, signature=Signature("望川市委", DAY, sealed=False)),
    "local custom": Layout(
        style=Style(pitch=28, bold=frozenset({"一、", "（一）"}), digit_font="仿宋_GB2312", title_font="华文中宋")
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_form_of_head_and_signature(name: str) -> None:
    assert failing(typeset(MARKDOWN, layout=LAYOUTS[name])) == {}


@pytest.mark.parametrize(
    ("old", "new", "item"),
    [
        ('w:y="1701"', 'w:y="2835"', "mark-place"),
        ("<w:titlePg/>", "", "page-number"),
        ('<w:top w:val="single" w:sz="18"', '<w:top w:val="single" w:sz="2"', "letter-rules"),
        ("省委组织部。", "省委组织部", "imprint-copies"),
    ],
)
def test_single_changes_of_a_letter(old: str, new: str, item: str) -> None:
    letter = typeset(MARKDOWN, layout=LAYOUTS["letter"])

    assert list(failing(edited(letter, DOCUMENT, old, new))) == [item]


def test_a_letter_is_not_failed_for_what_differs_there() -> None:
    letter = typeset(MARKDOWN, layout=LAYOUTS["letter"])
    found = {item.id: item.state for item in examine(letter).items}

    assert "<w:titlePg/>" in unpacked(letter)[DOCUMENT]
    assert found["page-number"] is State.CONFORMS
    assert found["letter-rules"] is State.CONFORMS
    assert found["red-rule"] is State.ABSENT
    assert found["imprint-rules"] is State.ABSENT
