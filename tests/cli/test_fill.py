from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from mzsh.cli.running import run
from mzsh.model.examination import Examination
from mzsh.resources import examples
from mzsh.workspace.loading import load, load_text
from tests.support.folder import MeetingFolder

OUTLINE = "06-发言提纲/王芳.md"


def problems(document: object) -> list[tuple[int | None, str]]:
    assert isinstance(document, Examination)
    return [(area.area, problem.summary) for area, _, problem in document.numbered()]


def without_examination(text: str) -> str:
    """The file as it was before anybody listed its problems."""
    return re.sub(r"^对照检查:\n(?: +.*\n)+", "", text, flags=re.MULTILINE)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(examples() / "望川市委", tmp_path / "望川市委"))


def test_areas_and_problems_of_the_example_are_found_again(example: Path) -> None:
    before = {outline.path: problems(outline) for outline in load(example).outlines}
    for path in before:
        file = example / path
        file.write_text(without_examination(file.read_text(encoding="utf-8")), encoding="utf-8")

    assert run(["-C", str(example), "fill", *before]) == 0

    assert {outline.path: problems(outline) for outline in load(example).outlines} == before
    assert sum(len(found) for found in before.values()) == 31


def test_text_pasted_from_word_gets_front_matter_and_headings(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    text = meeting.read(OUTLINE)
    expected = problems(load_text(OUTLINE, text).document)
    body = re.sub(r"^#+ *", "", text.split("---\n", 2)[2], flags=re.MULTILINE)
    body = re.sub(r"^深刻感悟|^带头", lambda match: f"（一）{match[0]}", body, flags=re.MULTILINE)
    meeting.write(OUTLINE, body)

    code = run(["-C", str(meeting.root), "fill", OUTLINE])

    document = load_text(OUTLINE, meeting.read(OUTLINE)).document
    assert code == 0
    assert problems(document) == expected
    assert meeting.read(OUTLINE).startswith(
        "---\n类型: 发言提纲\n姓名: 王芳\n状态: 草稿\n本人撰写: 〔待填〕\n对照检查:\n"
    )
    assert meeting.read(OUTLINE).count("\n## ") == 3
    told = capsys.readouterr()
    assert "+## 一、查摆出的问题" in told.out
    assert "下一步：逐个填来源" in told.err


def test_what_was_typed_stays_and_only_the_rest_is_added(meeting: MeetingFolder) -> None:
    listed = "      - {摘要: 对老同事的毛病不肯当面说, 来源: 自查}\n"
    meeting.replace(OUTLINE, f"  - 方面: 5\n    问题:\n{listed}", "")
    meeting.replace(OUTLINE, "  - 方面: 4\n", "  - 方面: 4 # 医生的事\n")
    before = meeting.read(OUTLINE)

    run(["-C", str(meeting.root), "fill", OUTLINE])

    added = "  - 方面: 5\n    问题:\n      - 摘要: 对老同事的毛病不肯当面说\n        来源: 〔待填〕\n"
    assert meeting.read(OUTLINE) == before.replace("意见说明:\n", f"{added}意见说明:\n")


def test_nothing_is_written_where_nothing_is_missing(
    meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    before = meeting.path(OUTLINE).read_bytes()

    run(["-C", str(meeting.root), "fill", OUTLINE])

    assert meeting.path(OUTLINE).read_bytes() == before
    assert capsys.readouterr().err == f"{OUTLINE}：没有要补的（正文里认出 5 个问题，都已列出）\n"


def test_line_ends_of_a_windows_file_stay(meeting: MeetingFolder) -> None:
    text = without_examination(meeting.read(OUTLINE))
    meeting.write_bytes(OUTLINE, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    run(["-C", str(meeting.root), "fill", OUTLINE])

    raw = meeting.path(OUTLINE).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf---\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert len(problems(load(meeting.root).outline("王芳"))) == 5


def test_a_dry_run_writes_nothing(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.write(OUTLINE, without_examination(meeting.read(OUTLINE)))
    before = meeting.read(OUTLINE)

    run(["-C", str(meeting.root), "fill", OUTLINE, "--dry-run"])

    assert meeting.read(OUTLINE) == before
    assert "+      - 摘要: 讲党课三年没有换稿子" in capsys.readouterr().out


def test_other_kinds_are_refused(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["-C", str(meeting.root), "fill", "08-会议/会议记录.md"])

    assert code == 2
    assert capsys.readouterr().err.splitlines()[0] == "mzsh：08-会议/会议记录.md 不是发言提纲或班子材料，不能补写"


def test_an_area_that_runs_into_its_text(meeting: MeetingFolder) -> None:
    text = (
        "个人发言提纲\n王芳\n一、存在的突出问题\n"
        "（一）深刻感悟“两个确立”的决定性意义方面。一是讲党课三年没有换稿子。2021年6月用的是2018年的讲稿。"
        "二是读书只读目录。全年买了12本，读完1本。\n"
        "（二）在带头牢记“国之大者”、担当作为方面存在的问题：主要是配干部绕开矛盾多的岗位。两个正职空了五个月。\n"
        "二、原因分析\n讲党课三年没有换稿子，是懒。\n三、整改措施\n针对讲党课三年没有换稿子，2月底前重写。\n"
    )
    meeting.write(OUTLINE, text)

    run(["-C", str(meeting.root), "fill", OUTLINE])

    assert problems(load_text(OUTLINE, meeting.read(OUTLINE)).document) == [
        (1, "讲党课三年没有换稿子"),
        (1, "读书只读目录"),
        (2, "配干部绕开矛盾多的岗位"),
    ]
    assert "### （一）深刻感悟“两个确立”的决定性意义方面\n\n一是讲党课三年没有换稿子。" in meeting.read(OUTLINE)


def test_lines_of_word_stay_paragraphs(meeting: MeetingFolder) -> None:
    meeting.write(
        OUTLINE,
        "个人发言提纲\n王芳\n一、存在的突出问题\n（一）深刻感悟“两个确立”的决定性意义\n"
        "1．讲党课三年没有换稿子。去年用的是旧稿。\n2．怕得罪人。干部考核总打高分。\n"
        "二、原因分析\n怕。\n三、整改措施\n改。\n",
    )

    run(["-C", str(meeting.root), "fill", OUTLINE])

    assert problems(load_text(OUTLINE, meeting.read(OUTLINE)).document) == [
        (1, "讲党课三年没有换稿子"),
        (1, "怕得罪人"),
    ]
    assert "去年用的是旧稿。\n\n2．怕得罪人。" in meeting.read(OUTLINE)


def test_areas_without_problems_are_told(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    meeting.replace(OUTLINE, "### 带头学习运用历史经验、增强本领", "### 带头增强本领")

    run(["-C", str(meeting.root), "fill", OUTLINE])

    assert f"{OUTLINE}：第4方面没有认出问题，请核对方面的标题，或自己填" in capsys.readouterr().err.splitlines()


def test_a_folder_stands_for_the_materials_in_it(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(meeting.root), "fill", "06-发言提纲", "--dry-run"]) == 0

    told = capsys.readouterr().err
    assert [name for name in ("张卫国", "李明", "王芳") if f"06-发言提纲/{name}.md：没有要补的" in told] == [
        "张卫国",
        "李明",
        "王芳",
    ]


def test_a_lost_first_line_is_not_written_over(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    outline = "06-发言提纲/李明.md"
    text = meeting.read(outline).removeprefix("---\n")
    meeting.write(outline, text)

    assert run(["-C", str(meeting.root), "fill", outline, "--yes"]) == 2
    assert "最上面少了一行 ---" in capsys.readouterr().err
    assert meeting.read(outline) == text
