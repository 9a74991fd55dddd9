"""mzsh lint: any text, from files, folders and standard input; a table for those who read hundreds."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from mzsh.cli.running import run

VAGUE = "对财政局干部管得宽。有时原则性不够强，存在好人主义思想，压力传导不够到位，与要求相比还有一定差距。"
CONCRETE = "8月两名科长轮岗的函送到我这里，我嫌换人耽误预算，压到12月没有批，其中一位10月收了企业的购物卡。"
CHAT = "老赵问起对方母亲的病，说起孩子高考，又聊了一阵钓鱼和新房装修，末了叮嘱天冷多穿衣服。"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Papers as they come in the mail: Word, Markdown, plain text, an old file, a broken one."""
    document = Document()
    for text in (
        "个人发言提纲",
        "一、存在的主要问题",
        "（一）带头增强党性方面",
        VAGUE,
        "二、原因分析",
        "图省事，怕得罪人。",
    ):
        document.add_paragraph(text)
    document.save(str(tmp_path / "沈砚平发言提纲.docx"))
    (tmp_path / "谈话").mkdir()
    (tmp_path / "谈话" / "记录.txt").write_text(CHAT, encoding="gbk")
    (tmp_path / "王芳.md").write_text(f"---\n类型: 发言提纲\n姓名: 王芳\n---\n\n{CONCRETE}\n", encoding="utf-8")
    (tmp_path / "旧稿.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "坏.docx").write_bytes(b"PK no zip")
    (tmp_path / "~$沈砚平发言提纲.docx").write_bytes(b"lock")
    return tmp_path


def test_a_folder_is_read_whatever_the_format(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["-C", str(papers), "lint", ".", "--format", "json"])

    report = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [(one["path"], one["line"], one["rule"], one["severity"]) for one in report["findings"]] == [
        ("沈砚平发言提纲.docx", 4, "MZ203", "warning"),
        ("谈话/记录.txt", 1, "MZ201", "warning"),
    ]
    assert (report["checked"], report["stage"], report["summary"]["warning"]) == (3, None, 2)
    assert sorted(report["notes"]) == [
        "坏.docx 不是能读的 .docx 文件，没有看",
        "旧稿.doc 不是 .docx、.md 或 .txt，没有看：用 WPS 或 Word 另存为 .docx",
    ]


def test_a_table_for_those_who_read_hundreds(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(papers), "lint", ".", "--format", "csv"]) == 0

    captured = capsys.readouterr()
    head, *rows = csv.reader(io.StringIO(captured.out))
    assert head[:5] == ["文件", "姓名", "字数", "问题占比%", "原因占比%"]
    assert [(row[0], row[1], row[head.index("MZ203 泛泛而谈")], row[head.index("MZ201 寒暄家常")]) for row in rows] == [
        ("沈砚平发言提纲.docx", "沈砚平", "1", "0"),
        ("王芳.md", "王芳", "0", "0"),
        ("谈话/记录.txt", "", "0", "1"),
    ]
    assert (rows[0][3], rows[1][3]) == ("77", "")
    assert "坏.docx" in captured.err


def test_a_table_for_excel(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(papers), "lint", ".", "--format", "xlsx", "--output", "一览.xlsx"]) == 0

    sheet = load_workbook(papers / "一览.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][:3] == ["沈砚平发言提纲.docx", "沈砚平", 79]
    assert "结果写到了" in capsys.readouterr().err


def test_a_cell_is_no_formula(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (papers / "=1+1提纲.txt").write_text(CONCRETE, encoding="utf-8")

    run(["-C", str(papers), "lint", "=1+1提纲.txt", "--format", "csv"])
    run(["-C", str(papers), "lint", "=1+1提纲.txt", "--format", "xlsx", "--output", "t.xlsx"])

    assert "'=1+1提纲.txt," in capsys.readouterr().out
    sheet = load_workbook(papers / "t.xlsx").active
    assert sheet is not None
    assert sheet["A2"].data_type == "s"


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(VAGUE.encode()), encoding="utf-8"))

    code = run(["lint", "-", "--fail-on", "warning"])

    assert code == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "<stdin>"
    assert "警告 MZ203  这一段泛泛而谈" in lines[1]
    assert "只看文字，按已报送看待：看了 1 份文件。" in lines


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "没有写要看哪些材料"),
        (["没有这个.docx"], "没有“没有这个.docx”这个文件或文件夹"),
        (["-", "王芳.md"], "- 是标准输入，不能和文件一起写"),
        (["王芳.md", "--kind", "讲稿"], "--kind 的“讲稿”不认识"),
        (["王芳.md", "--format", "xlsx"], "xlsx 要写到文件里"),
        (["王芳.md", "--format", "pdf"], "没有“pdf”这种格式"),
        (["王芳.md", "--select", "MZ301"], "选来选去，没有一条规则可用"),
    ],
)
def test_the_users_mistakes(papers: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(papers), "lint", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_nothing_read_is_not_passed(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(papers), "lint", "坏.docx"]) == 2
    assert "这不等于检查通过" in capsys.readouterr().out


def test_deleted_words_are_not_read_and_inserted_ones_are(papers: Path) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    from mzsh.office.word import read_docx

    document = Document()
    paragraph = document.add_paragraph("原来的话")
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="a"><w:r><w:t>加上的</w:t></w:r></w:ins>'))
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="a"><w:r><w:delText>删去的</w:delText></w:r></w:del>')
    )
    document.save(str(papers / "修订.docx"))

    assert read_docx(papers / "修订.docx") == "原来的话加上的"


def test_the_result_never_overwrites_a_paper(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (papers / "王芳.md").read_bytes()

    assert run(["-C", str(papers), "lint", "王芳.md", "--output", "王芳.md"]) == 2
    assert (papers / "王芳.md").read_bytes() == before
    assert "王芳.md 是材料，检查结果不能写在上面" in capsys.readouterr().err


def test_pipes_and_circles_of_links_are_passed_over(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(papers / "管道.md")
    (papers / "圈.md").symlink_to(papers / "圈.md")

    assert run(["-C", str(papers), "lint", ".", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["checked"] == 3


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (bytes(range(128, 256)) * 20, "标准输入 读不了"),
        (b"", "<stdin> 里没有文字，没有看"),
        ("机密★10年\n\n理论学习不够深入。".encode(), "标准输入 标有密级"),
    ],
)
def test_what_cannot_or_may_not_be_read_is_said(
    data: bytes, told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    assert run(["lint", "-"]) == 2
    assert told in capsys.readouterr().out


def test_a_comment_in_a_paper_is_heeded(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (papers / "提纲.md").write_text(f"<!-- mzsh: 忽略 MZ203 另有附件 -->\n\n{VAGUE}\n", encoding="utf-8")

    run(["-C", str(papers), "lint", "提纲.md"])

    told = capsys.readouterr().out
    assert "警告" not in told
    assert "提纲.md:3 MZ203（另有附件）" in told


def test_headings_and_soft_returns_of_word_are_understood(papers: Path) -> None:
    from mzsh.office.word import read_docx

    document = Document()
    document.add_heading("存在的突出问题", 1)
    document.add_heading("政治建设方面", 2)
    document.add_paragraph(f"{VAGUE}\n（二）家风家教\n{CONCRETE}")
    document.save(str(papers / "标题.docx"))

    assert read_docx(papers / "标题.docx").split("\n") == [
        "# 存在的突出问题",
        "## 政治建设方面",
        VAGUE,
        "（二）家风家教",
        CONCRETE,
    ]


def test_a_bomb_is_refused(papers: Path) -> None:
    import zipfile

    from mzsh.errors import MzshError
    from mzsh.office.word import read_docx

    with zipfile.ZipFile(papers / "弹.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 40_000_000)

    with pytest.raises(MzshError, match="太大"):
        read_docx(papers / "弹.docx")


def test_each_criticism_is_told_by_whom_it_is_about(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "\n".join(
        [
            "一、对张建国同志",
            "你去年9月在东关村答应修路，回来没有交办，村支书来问，你还推说没钱。",
            "二、对王秀芹同志",
            "建议把窗口服务时间延长一小时，引进自助终端，每季度开一次座谈会。",
        ]
    )
    (papers / "批评意见.txt").write_text(text, encoding="utf-8")

    run(["-C", str(papers), "lint", "批评意见.txt", "--format", "json"])

    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["rule"], finding["line"]) == ("MZ222", 4)
    assert finding["message"].startswith("对王秀芹同志的批评只提工作建议")
