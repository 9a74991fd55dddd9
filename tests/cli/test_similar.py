"""mzsh similar: who has what from whom, in the terminal, as JSON and as a page."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from lxml import html as lxml_html
from wcwidth import wcswidth

from mzsh.cli.running import run
from tests.support.folder import MeetingFolder

WANG, LI = "06-发言提纲/王芳.md", "06-发言提纲/李明.md"
LIFTED = "9月那次念错了一页，三个人在看手机，没有人听出来，我也就往下念了。"
EDITED = (
    "8月2名科长轮岗的函送到我手里，一位在岗12年，一位8年，我嫌换人耽误预算，压到11月还没有批。"
    "其中一位10月收了企业的购物卡，我是在通报里看到的。"
)
REWORDED = (
    "汛前检查只看汇报。5月12日我带人检查，在会议室里坐了四十分钟就签字，现场一处也没看。"
    "到了7月16日夜间，图上的两处安置点早已拆成停车场，车开到门口只好调头。"
)


def plant(meeting: MeetingFolder, text: str) -> None:
    """Put a text into 王芳's outline, behind a paragraph of her own."""
    meeting.replace(WANG, "考核时照样给他打了优秀。", f"考核时照样给他打了优秀。{text}")


def similar(meeting: MeetingFolder, *options: str) -> int:
    return run(["-C", str(meeting.root), "similar", "--today", "2022-01-08", *options])


def as_json(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    assert similar(meeting, "--format", "json", *options) == 0
    document: dict[str, object] = json.loads(capsys.readouterr().out)
    return document


def test_papers_of_their_own_are_said_to_be_clean(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert similar(meeting) == 0

    assert capsys.readouterr().out.splitlines() == [
        "临江市委 市委常委班子  2021年度党史学习教育专题民主生活会  查重",
        "2022年1月8日（周六），本文件夹 12 份材料互相比对。套话、方面标题和引文不算。",
        "",
        "没有发现雷同。",
    ]


def test_the_chinese_name_does_the_same(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(meeting.root), "查重"]) == 0
    assert capsys.readouterr().out.endswith("没有发现雷同。\n")


def test_where_there_is_nothing_to_compare_it_does_not_say_that_all_is_well(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in meeting.root.rglob("*"):
        if path.is_file() and path.name != "会议.yml":
            path.unlink()

    assert similar(meeting) == 0

    told = capsys.readouterr().out
    assert "可比的材料不到两份" in told
    assert "没有发现雷同" not in told


@pytest.mark.parametrize(
    ("text", "kind", "line", "at"),
    [
        (LIFTED, "原句照搬", 64, 60),
        (f"\n\n{EDITED}", "略作改动", 80, 62),
        (f"\n\n{REWORDED}", "换词改写", 76, 62),
    ],
    ids=["verbatim", "edited", "reworded"],
)
def test_a_copy_is_ranked_and_shown_with_both_places(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], text: str, kind: str, line: int, at: int
) -> None:
    plant(meeting, text)

    assert similar(meeting) == 0

    told = capsys.readouterr().out
    assert "雷同的材料 1 对" in told
    (row,) = (row for row in told.splitlines() if row.startswith("  1  "))
    assert row.split()[1:3] == ["李明的提纲", "王芳的提纲"]
    assert row.endswith(f"{kind} 1")
    assert f"  左  {LI}:{line}\n  右  {WANG}:{at}\n" in told


def test_both_passages_stand_side_by_side_with_what_they_share_marked(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(meeting, f"\n\n{EDITED}")

    similar(meeting)

    shown = capsys.readouterr().out.splitlines()
    start = next(number for number, line in enumerate(shown) if line.startswith("  右"))
    assert shown[start + 1 :] == [
        "  对财政局干部管得宽。8月两【名科长轮   │ 8月2【名科长轮岗的函送到我】手【里，",
        "  岗的函送到我】这【里，一位在岗】11年，│ 一位在岗】12年，一位8【年，我嫌换人",
        "  一位9【年，我嫌换人耽误预算，压到】   │ 耽误预算，压到】11月还【没有批。其中",
        "  12月【没有批。其中一位10月收了企业的  │ 一位10月收了企业的购物卡，我是在通报",
        "  购物卡，我是在通报里看到的。】        │ 里看到的。】",
    ]


def test_no_line_is_wider_than_80_columns(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    plant(meeting, f"{LIFTED}参见https://example.com/{'a' * 90}和　全角空格\t制表符。\n\n{EDITED}\n\n{REWORDED}")
    other = tmp_path / "一个名字很长很长很长很长的文件夹"
    other.mkdir()
    (other / f"{'某' * 40}.txt").write_text(meeting.read(LI), encoding="utf-8")

    similar(meeting, "--against", str(other))

    lines = [line for line in capsys.readouterr().out.splitlines() if not line.startswith(("  左", "  右"))]
    assert [line for line in lines if wcswidth(line) > 80 or wcswidth(line) < 0] == []


def test_the_ranking_is_whole_and_only_the_first_pairs_are_shown_in_full(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(meeting, f"{LIFTED}\n\n{EDITED}")
    meeting.replace(
        "07-批评意见/王芳.md",
        "10月其中一名科长收了购物卡被通报。",
        "改造的筹资报告两次送到你手上，两次都退了回去，11月围挡拆掉还没有一分钱到位。",
    )

    similar(meeting, "--limit", "1")

    told = capsys.readouterr().out
    assert "  2  张卫国的批评意见  王芳的批评意见" in told
    assert "\n1. 李明的提纲 与 王芳的提纲\n" in told
    assert "\n2. " not in told
    assert "另有 1 对没有逐处列出" in told


def test_against_a_folder_of_texts(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    other = meeting.root.parent / "兄弟单位"
    for name in ("旧稿/赵刚.txt", "输出/不看.txt", ".隐藏/不看.md"):
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        (other / name).write_text(f"一、存在的问题\n\n{REWORDED}\n", encoding="utf-8")
    (other / "孙强.md").write_text(f"---\n类型: 发言提纲\n---\n\n# 提纲\n\n{REWORDED}\n", encoding="gb18030")
    (other / "提纲.wps").write_bytes(b"PK")

    document = as_json(meeting, capsys, "--against", "../兄弟单位")

    assert document["compared"] == {"own": 12, "others": 2, "against": ["../兄弟单位"]}
    pairs = document["pairs"]
    assert isinstance(pairs, list)
    assert [(pair["first"], pair["second"], pair["outside"]) for pair in pairs] == [
        ({"label": "李明的提纲", "path": LI}, {"label": "孙强", "path": "../兄弟单位/孙强.md"}, True),
        ({"label": "李明的提纲", "path": LI}, {"label": "赵刚", "path": "../兄弟单位/旧稿/赵刚.txt"}, True),
    ]
    assert [pair["passages"][0]["second"]["line"] for pair in pairs] == [7, 3]
    assert document["notes"] == ["../兄弟单位 里有 1 份文件没有比（提纲.wps）：用 WPS 或 Word 另存为 .docx"]


def test_against_word_files(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    other = meeting.root.parent / "兄弟单位"
    other.mkdir()
    document = docx.Document()
    document.add_paragraph("个人发言提纲")
    document.add_paragraph(REWORDED)
    document.save(str(other / "赵刚.docx"))
    (other / "坏.docx").write_bytes(b"PK")

    assert similar(meeting, "--against", "../兄弟单位") == 0

    told = capsys.readouterr().out
    assert f"  左  {LI}:76\n  右  ../兄弟单位/赵刚.docx:2\n" in told
    assert "注：../兄弟单位/坏.docx 不是能读的 .docx 文件，没有比" in told


def test_against_other_workspaces_wherever_they_lie(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    other = MeetingFolder.copied_to(meeting.root.parent / "各县" / "江北县委")
    other.replace("会议.yml", "单位: 临江市委", "单位: 江北县委")
    for name in ("张卫国", "王芳"):
        other.remove(f"06-发言提纲/{name}.md")

    document = as_json(meeting, capsys, "--against", "..")

    pairs = document["pairs"]
    assert isinstance(pairs, list)
    assert all(pair["outside"] for pair in pairs)
    told = {(pair["first"]["label"], pair["second"]["label"]) for pair in pairs}
    assert ("李明的提纲", "江北县委李明的提纲") in told
    assert ("班子材料", "江北县委班子材料") in told
    (whole,) = (pair for pair in pairs if pair["second"]["path"] == "../各县/江北县委/06-发言提纲/李明.md")
    assert whole["share"] == 1.0
    assert whole["kinds"].keys() == {"verbatim"}


def test_classified_and_broken_texts_are_left_out_and_said(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    other = meeting.root.parent / "兄弟单位"
    other.mkdir()
    (other / "密件.txt").write_text(f"秘密★1年\n\n{REWORDED}\n", encoding="utf-8")
    (other / "坏.txt").write_bytes(b"\0\1\0")

    assert similar(meeting, "--against", "../兄弟单位") == 0

    told = capsys.readouterr().out
    assert "注：../兄弟单位/密件.txt 标有密级，没有读取" in told
    assert "注：../兄弟单位/坏.txt 读不了：" in told
    assert "注：../兄弟单位 里没有可比的文字" in told
    assert "没有发现雷同。" in told


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--against", "../没有"), "没有“../没有”这个文件夹"),
        (("--against", "."), "“.”就是这个工作文件夹"),
        (("--format", "pdf"), "没有“pdf”这种格式"),
        (("--limit", "-1"), "--limit 不能是 -1"),
        (("--output", WANG), "王芳.md 是材料，查重结果不能写在上面"),
    ],
)
def test_the_users_mistakes(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], message: str
) -> None:
    before = meeting.read(WANG)

    assert similar(meeting, *options) == 2

    assert capsys.readouterr().err.startswith(f"mzsh：{message}")
    assert meeting.read(WANG) == before


def test_a_text_of_another_place_is_not_written_over(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    other = meeting.root.parent / "兄弟单位"
    other.mkdir()
    (other / "赵刚.txt").write_text(REWORDED, encoding="utf-8")

    assert similar(meeting, "--against", "../兄弟单位", "--output", "../兄弟单位/赵刚.txt") == 2
    assert (other / "赵刚.txt").read_text(encoding="utf-8") == REWORDED


def test_as_json(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    plant(meeting, LIFTED)

    document = as_json(meeting, capsys)

    assert document["version"] == 1
    assert document["meeting"] == {"org": "临江市委", "body": "市委常委班子", "date": "2022-01-18"}
    assert list(document) == ["version", "root", "today", "meeting", "compared", "pairs", "notes"]
    (pair,) = document["pairs"]  # type: ignore[misc]
    (passages,) = pair["passages"]
    for side, path, line in (("first", LI, 64), ("second", WANG, 60)):
        assert (passages[side]["path"], passages[side]["line"], passages[side]["column"]) == (path, line, 1)
        assert [passages[side]["text"][start:end] for start, end in passages[side]["common"]] == [LIFTED]


def test_as_a_page_that_needs_nothing_else(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    plant(meeting, f"我说 a<b & c。{LIFTED}")
    page = tmp_path / "查重.html"

    assert similar(meeting, "--format", "html", "--output", str(page)) == 0

    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"查重结果写到了 {page}\n")
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "http" not in text
    assert "我说 a&lt;b &amp; c。" in text
    parser = lxml_html.HTMLParser(recover=False)
    root = lxml_html.fromstring(text.encode(), parser=parser)
    assert root.findtext(".//title") == "临江市委 市委常委班子  2021年度党史学习教育专题民主生活会  查重 2022-01-08"
    assert [mark.text for mark in root.iter("mark")] == [LIFTED, LIFTED]
    assert [place.text for place in root.find_class("place")] == [f"{LI}:64", f"{WANG}:60"]
    links = {link.get("href", "").lstrip("#") for link in root.iter("a")}
    assert links <= {element.get("id") for element in root.iter() if element.get("id")}


def test_a_page_says_too_that_nothing_was_found(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert similar(meeting, "--format", "html") == 0
    assert '<p class="none">没有发现雷同。</p>' in capsys.readouterr().out


def test_text_goes_to_a_file_too(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert similar(meeting, "--output", "查重.txt") == 0
    assert capsys.readouterr().out == ""
    assert meeting.read("查重.txt").endswith("没有发现雷同。\n")
