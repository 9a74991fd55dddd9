"""The use case: what is missing, drafts, the user's templates, errors of one document, files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mzsh.documents.document import collect, find
from mzsh.documents.rendering import engine, exit_code, render
from mzsh.documents.request import requests
from mzsh.errors import MzshError
from mzsh.model.settings import PAPERS
from tests.documents.rendered import TODAY, blocks, lines, opened, results, text
from tests.support.folder import MeetingFolder


def told(found: tuple[object, ...]) -> list[str]:
    return [str(one) for one in found]


def test_everything_of_a_finished_meeting(meeting: MeetingFolder) -> None:
    found = results(meeting, "plan", "outline", "ledger", "report", format="docx")

    assert told(found) == [
        "实施方案：实施方案.docx",
        "张卫国的发言提纲：发言提纲-张卫国.docx",
        "李明的发言提纲：发言提纲-李明.docx",
        "王芳的发言提纲：发言提纲-王芳.docx",
        "整改清单：整改清单.docx",
        "专题报告：专题报告.docx",
    ]
    assert exit_code(found) == 0
    assert sorted(path.name for path in meeting.path("输出").iterdir()) == sorted(
        one.path.name for one in found if one.path
    )


def test_the_same_folder_gives_the_same_bytes(meeting: MeetingFolder) -> None:
    contents = [[one.path.read_bytes() for one in results(meeting, format="docx") if one.path] for _ in range(2)]

    assert contents[0] == contents[1]


def test_what_is_missing_is_told_by_name(meeting: MeetingFolder) -> None:
    meeting.remove("08-会议/会议记录.md")
    meeting.remove("06-发言提纲/李明.md")
    meeting.remove("07-批评意见/王芳.md")
    found = results(meeting, "outline", "report")

    assert told(found)[1] == "李明的发言提纲：还没有写"
    assert told(found)[-1] == "专题报告：还缺 李明的发言提纲、会议记录、王芳的批评意见"
    assert exit_code(found) == 1


def test_a_draft_marks_its_gaps_where_they_are(meeting: MeetingFolder) -> None:
    meeting.remove("08-会议/会议记录.md")
    meeting.remove("06-发言提纲/李明.md")
    written = lines(meeting, "report", draft=True)

    assert [line.split("】")[0] for line in written if "待补" in line] == [
        "【待补：李明的发言提纲",
        "【待补：会议记录",
        "【待补：李明的发言提纲",
        "【待补：会议记录",
    ]
    assert "提出批评意见" not in "".join(written)
    assert written[written.index("## 二、会议召开情况") + 1].startswith("【待补：会议记录】会议于2022年1月18日")


def test_a_draft_of_an_empty_workspace_says_all_that_is_missing(tmp_path: Path) -> None:
    folder = MeetingFolder(tmp_path)
    folder.write("会议.yml", "单位: 河湾县委\n")
    written = "".join(text(folder, word, draft=True) for word in ("plan", "ledger", "report"))

    assert exit_code(results(folder)) == 2
    for name in ("年度预设", "班子", "会议主题", "召开日期", "会议记录", "谈心谈话", "班子的整改清单"):
        assert f"【待补：{name}】" in written
    assert not re.search(r"[，、；：。]{2}|None|为0|0[个项条对]", written)


def test_an_outline_is_never_made_up(meeting: MeetingFolder) -> None:
    meeting.remove("06-发言提纲/李明.md")

    assert "李明的发言提纲：还没有写" in told(results(meeting, "outline", draft=True))


def test_the_users_template_comes_first(meeting: MeetingFolder) -> None:
    meeting.write("模板/documents/report.md.j2", "# 本市的{{ title }}\n\n谈话{{ talks.held }}次。\n")

    assert lines(meeting, "report")[1:4] == [
        "# 本市的临江市委关于2021年度党史学习教育专题民主生活会情况的报告",
        "省委组织部：",
        "谈话9次。",
    ]
    assert not engine(meeting.load()).source_of("report.md.j2").own


def test_an_error_in_it_names_template_line_and_value(meeting: MeetingFolder) -> None:
    meeting.write("模板/documents/report.md.j2", "# {{ title }}\n\n共{{ talks.nothing }}次\n")
    found = results(meeting, "plan", "report")
    error = found[-1].error

    assert str(error) == "模板 report.md.j2 第3行：TalkCounts 缺少“nothing”（{{ talks.nothing }}）"
    assert [one.is_written for one in found] == [True, False]
    assert exit_code(found) == 1


def test_a_bug_in_one_document_does_not_stop_the_others(
    meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("mzsh.documents.figures.preparing.talks", broken)
    found = results(meeting, "report", "plan")

    assert [type(one.crash) for one in found] == [ZeroDivisionError, type(None)]
    assert found[1].is_written


def test_names_come_out_as_typed(meeting: MeetingFolder) -> None:
    name = "王*芳_#[<"
    for path in ("会议.yml", "06-发言提纲/王芳.md", "10-整改/王芳.yml", "08-会议/会议记录.md"):
        quoted = re.sub(r"(?<=[ \[])王芳(?=[,\]\n])", f'"{name}"', meeting.read(path))
        meeting.write(path, quoted)
    meeting.replace("会议.yml", "单位: 临江市委", '单位: "临江*市_委"')
    meeting.write("06-发言提纲/王芳.md", meeting.read("06-发言提纲/王芳.md").replace("\n王芳\n", "\n", 1))

    outline = blocks(opened(meeting, "outline", member=name))
    ledger = "\n".join(line for _, line in blocks(opened(meeting, "ledger")))
    report = results(meeting, "report", draft=True)[0]

    assert outline[1] == ("题下", name)
    assert f"四、{name}同志" in ledger
    assert f"{name}同志各5项。" in ledger
    assert report.path is not None
    assert "# 临江\\*市\\_委关于2021年度" in report.path.read_text(encoding="utf-8")
    assert (meeting.root / "输出" / "发言提纲-王_芳_#[_.docx").is_file()


def test_only_what_is_asked_for(meeting: MeetingFolder) -> None:
    project = meeting.load()

    assert [one.label for one in requests(project, ["专题报告", "plan", "report"])] == ["专题报告", "实施方案"]
    own = [one.label for one in requests(project, members=["李明"])]
    assert "李明的发言提纲" in own
    assert all("李明" in label for label in own)
    assert [one.label for one in requests(project, ["outline"], members=["王芳", "李明"])] == [
        "李明的发言提纲",
        "王芳的发言提纲",
    ]


@pytest.mark.parametrize(
    ("words", "members", "message"),
    [
        (["reprt"], [], "没有“reprt”这种文书"),
        ([], ["赵六"], "名册里没有“赵六”"),
        (["report"], ["李明"], "不分人"),
    ],
)
def test_what_nobody_can_mean(meeting: MeetingFolder, words: list[str], members: list[str], message: str) -> None:
    with pytest.raises(MzshError, match=message):
        requests(meeting.load(), words, members=members)


def test_outlines_of_nobody(tmp_path: Path) -> None:
    MeetingFolder(tmp_path).write("会议.yml", "单位: 河湾县委\n")

    with pytest.raises(MzshError, match="还没有出席人员，出不了发言提纲"):
        requests(MeetingFolder(tmp_path).load(), ["outline"])


def test_a_folder_that_cannot_be_written_to(meeting: MeetingFolder) -> None:
    meeting.write("输出", "不是文件夹")
    found = results(meeting, "plan")

    assert "写不了文件 实施方案.md" in str(found[0].error)
    assert exit_code(found) == 2


def test_another_folder(meeting: MeetingFolder, tmp_path: Path) -> None:
    project = meeting.load()
    found = render(project, requests(project, ["plan"]), output=tmp_path / "甲 乙", today=TODAY)

    assert [one.path for one in found] == [tmp_path / "甲 乙" / "实施方案.docx"]


def test_local_custom_of_the_meeting(meeting: MeetingFolder) -> None:
    meeting.write("会议.yml", meeting.read("会议.yml") + "版式: {行距: 28, 加粗: [（一）], 标题字体: 华文中宋}\n")
    document = opened(meeting, "plan")

    assert document.styles["Heading 3"].font.bold
    assert document.styles["Body Text"].paragraph_format.line_spacing.pt == 28
    meeting.write("会议.yml", meeting.read("会议.yml").replace("行距: 28", "行距: 12"))
    line = meeting.read("会议.yml").count("\n")
    assert f"会议.yml 第{line}行的版式写得不对" in str(results(meeting, "plan", format="docx")[0].error)


def test_every_document_is_described(meeting: MeetingFolder) -> None:
    project = meeting.load()

    assert {"plan", "outline", "ledger", "report"} <= {one.id for one in collect()} <= set(PAPERS)
    assert len({one.name for one in collect()}) == len(collect())
    for document in collect():
        assert re.search("[\u4e00-\u9fff]", document.explanation)
        assert engine(project).source_of(document.template).own
        assert find(document.name) == (document,)
        assert document in find(document.id)


def test_two_files_never_get_one_name(meeting: MeetingFolder) -> None:
    """Names that differ only in what no file system takes, or in capitals, or in length."""
    units = ["甲/乙", "甲:乙", "丙.", "丙", "A局", "a局", "长" * 120 + "一", "长" * 120 + "二"]
    listed = "".join(f'  - "{unit}"\n' for unit in units)
    text = re.sub(r"征求范围:\n(?:  - .*\n)+", f"征求范围:\n{listed}", meeting.read("会议.yml"))
    meeting.write("会议.yml", re.sub(r"  letter:.*?(?=\n  \S|\n\S)", "", text, flags=re.DOTALL))
    found = results(meeting, "letter")

    assert [str(one.error) for one in found if not one.is_written] == []
    assert len({one.path.name.casefold() for one in found if one.path}) == len(found) == len(units)


def test_a_name_with_a_hyphen_and_talks_of_one_pair(meeting: MeetingFolder) -> None:
    for path in ("会议.yml", *(one.path for one in meeting.load().sources if one.path.startswith("04-"))):
        meeting.write(path, meeting.read(path).replace("王芳", "王-芳"))
    (record,) = [one for one in meeting.load().sources if one.path.startswith("04-") and "王-芳" in one.text][:1]
    for number in (2, 3):
        meeting.write(f"04-谈心谈话/又{number}.md", record.text)
    labels = [one.label for one in requests(meeting.load(), ["谈心谈话记录表"], members=["王-芳"])]

    assert len(labels) == len(set(labels)) >= 3
