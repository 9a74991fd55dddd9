from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from mzsh.cli.running import run
from mzsh.model.examination import Examination
from mzsh.model.examining import read_examination
from mzsh.workspace.loading import load
from tests.support.folder import MeetingFolder

ROSTER = """\
姓名,职务,分管单位,支部代表,联系点
张卫国,市委书记,市委办公室（宋启明）,郑晓岚,青石镇党委
李明,市委副书记、市长,市财政局（陆海涛）,许立新,
"""

OTHER_YEAR = """\
类型: 预设
年度: 2031
会议名称: 2031年度民主生活会
主题: 另一年的主题：一字不改
方面:
  - {简称: 带头甲, 全称: 在带头甲方面, 条款: 2-area1, 引导: [甲 --> 问一句？]}
  - {简称: 带头乙, 全称: 在带头乙方面, 条款: 2-area2}
  - {简称: 带头丙, 全称: 在带头丙方面, 条款: 2-area3}
  - {简称: 带头丁, 全称: 在带头丁方面, 条款: 2-area4}
  - {简称: 带头戊, 全称: 在带头戊方面, 条款: 2-area5}
  - {简称: 带头己, 全称: 在带头己方面, 条款: 2-concrete}
议程:
  - {名称: 通报, 性质: 通报, 内容: 书面通报}
  - {名称: 班子对照检查, 性质: 班子, 内容: "{书记}代表{班子}作对照检查"}
  - {名称: 逐一对照检查, 性质: 个人, 内容: "每位{成员}逐一对照检查"}
  - {名称: 测评, 性质: 其他, 内容: 民主测评}
  - {名称: 总结, 性质: 总结, 内容: 总结会议}
附加部分:
  - {名称: 案例剖析, 适用: 班子, 引导: 选哪个案例？}
时间节点:
  - {名称: 报送提纲, 条款: 3.4-submit, 建议: 会前11日, 责任: "各位{成员}、{政研室}、{书记}"}
"""

Answers = Callable[[Iterable[str]], None]


@pytest.fixture(autouse=True)
def somebody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git knows who commits, and nothing of the machine's settings."""
    settings = tmp_path / "gitconfig"
    settings.write_text("[user]\n\tname = 秘书\n\temail = secretary@example.org\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Somebody at the terminal; each question is shown with its answer."""

    def given(lines: Iterable[str]) -> None:
        left = iter(lines)

        def answer(prompt: str) -> str:
            line = next(left)
            print(prompt + line)
            return line

        monkeypatch.setattr("builtins.input", answer)
        monkeypatch.setattr("mzsh.cli.init.interactive", lambda: True)

    return given


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def faults(folder: Path) -> list[str]:
    return [f"{s.path}:{fault.span.line} {fault.message}" for s in load(folder).sources for fault in s.faults]


def test_everything_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("名册.csv").write_bytes(ROSTER.encode("gbk"))

    code = run(
        ["init", "会", "--org", "临江市委", "--date", "2022年1月18日", "--roster", "名册.csv", "--today", "2021-12-06"]
    )

    told = capsys.readouterr()
    assert code == 0
    assert told.out.splitlines() == [
        "建好了 会（23 个文件）：",
        "  名册 2 人，必须谈的话 5 次，时间节点 18 项",
        "  班子材料 1 份，发言提纲、批评意见各 2 份，都空着等人来写",
        "  编辑器：.vscode 里备好了 VS Code 的补全和检查，打开这个文件夹就用上",
        "  git：建了仓库，存了第一版；没有设远程仓库",
    ]
    assert told.err.splitlines()[:3] == [
        "时间节点用的是建议的天数，可在 时间节点.yml 里改：",
        "   1  印发征求意见单              会前35日  2021-12-14 周二",
        "   2  听取分管领域和联系点意见    会前25日  2021-12-24 周五",
    ]
    assert told.err.splitlines()[19:] == [
        "会议.yml 里还有〔待填〕：依据（文号、日期）、召开（时间、地点）、出席（支部、报送单位、联系点）、"
        "列席（姓名）、督导组（组长、成员）、征求范围",
        "下一步：cd 会，再运行 mzsh status",
    ]
    assert faults(tmp_path / "会") == []
    meeting = load(tmp_path / "会").meeting
    assert (meeting.group, meeting.held_on, meeting.secretary and meeting.secretary.name) == (
        "市委常委班子",
        date(2022, 1, 18),
        "张卫国",
    )


def test_it_is_under_git_on_main_without_a_remote(tmp_path: Path) -> None:
    run(["init", "会", "--yes"])

    folder = tmp_path / "会"
    assert git(folder, "log", "--format=%an %s").strip() == "秘书 新建：2021年度党史学习教育专题民主生活会"
    assert git(folder, "branch", "--show-current").strip() == "main"
    assert git(folder, "remote") == ""
    assert git(folder, "status", "--porcelain") == ""
    assert "会议.yml" in git(folder, "ls-files")


@pytest.mark.parametrize(
    ("settings", "path", "line"),
    [
        ("", None, "  git：建了仓库；还不知道您是谁，没有存第一版（git config user.name、user.email 设好后再存）"),
        ("", "/nowhere", "  git：这台电脑没有装，历史没有留存；不影响使用"),
    ],
)
def test_without_a_name_or_without_git(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    settings: str,
    path: str | None,
    line: str,
) -> None:
    (tmp_path / "gitconfig").write_text(settings, encoding="utf-8")
    if path:
        monkeypatch.setenv("PATH", path)

    assert run(["init", "会", "--yes"]) == 0

    assert capsys.readouterr().out.splitlines()[-1] == line
    assert faults(tmp_path / "会") == []


def test_inside_a_repository_no_other_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(tmp_path, "init", "--quiet")

    run(["init", "会", "--yes"])

    assert capsys.readouterr().out.splitlines()[-1] == "  git：这里已经在一个仓库里，没有另建"
    assert not (tmp_path / "会/.git").exists()


def test_without_git_ci_and_editor(tmp_path: Path) -> None:
    run(["init", "会", "--yes", "--no-git", "--ci", "none", "--no-editor"])

    assert sorted(path.name for path in (tmp_path / "会").iterdir() if path.name.startswith(".")) == [".gitignore"]


@pytest.mark.parametrize(
    ("host", "path"),
    [("github", ".github/workflows/check.yml"), ("gitlab", ".gitlab-ci.yml"), ("gitee", ".workflow/check.yml")],
)
def test_each_code_host_gets_its_file(tmp_path: Path, host: str, path: str) -> None:
    import yaml

    run(["init", "会", "--yes", "--ci", host])

    text = (tmp_path / "会" / path).read_text(encoding="utf-8")
    assert "mzsh check" in text
    assert isinstance(yaml.safe_load(text), dict)


def test_yes_never_fails_for_a_missing_roster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["init", "会", "--yes"])

    told = capsys.readouterr()
    assert code == 0
    assert told.out.splitlines()[:2] == ["建好了 会（19 个文件）：", "  时间节点 18 项；名册还没有填"]
    assert told.err.splitlines()[-1] == "下一步：cd 会，填好 会议.yml 的“出席”，再运行 mzsh new --all"
    assert faults(tmp_path / "会") == []


def test_off_a_terminal_the_missing_options_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["init", "会", "--org", "临江市委"])

    assert code == 2
    assert capsys.readouterr().err.splitlines() == [
        "mzsh：这里没有人可问，还缺 --date、--roster",
        "  → 补上这些选项；或者加 --yes，没有的写〔待填〕，以后在 会议.yml 里填",
    ]
    assert not (tmp_path / "会").exists()


def test_questions_at_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], answers: Answers) -> None:
    answers(
        [
            *("2020", "2021"),
            *("", "学会", "", "", "2022-02-30", "2022-01-18"),
            *("没有.csv", ""),
            *("张 卫国 市委书记", "李明 市长", "李明 市长", ""),
            *("20", "1", "下周", "2022-01-01", ""),
        ]
    )

    code = run(["init", "临江市委", "--today", "2021-12-20"])

    assert code == 0
    assert capsys.readouterr().out.splitlines() == [
        "年度预设（当年的主题、方面、议程）：",
        "  2021    2021年度党史学习教育专题民主生活会",
        "  2022    2022年度民主生活会",
        "  2023-1  2023年主题教育专题民主生活会",
        "  2024    2024年度民主生活会",
        "  2025    2025年度民主生活会",
        "用哪一个，也可以写自带的 .yml 文件 [2021]：2020",
        "  没有“2020”这个预设。现有：2021、2022、2023-1、2024、2025；自带的写 .yml 文件的路径",
        "用哪一个，也可以写自带的 .yml 文件 [2021]：2021",
        "单位，如 望川市委 [临江市委]：",
        "班子类别（常委会、党组、机关、国企、高校、乡镇） [常委会]：学会",
        "  没有“学会”这种班子类别。可以写：常委会、党组、机关、国企、高校、乡镇",
        "班子类别（常委会、党组、机关、国企、高校、乡镇） [常委会]：",
        "班子名称 [市委常委班子]：",
        "召开日期，如 2022-01-18 [以后再定]：2022-02-30",
        "  没有“2022-02-30”这一天。写成 2022-01-18 或 2022年1月18日；没定就直接回车。",
        "召开日期，如 2022-01-18 [以后再定]：2022-01-18",
        "名册可以从 .xlsx、.csv 表里读（姓名、职务、分管单位、负责人……），也可以一人一行输入。",
        "名册文件 [一人一行输入]：没有.csv",
        "  没有“没有.csv”这个文件。路径从运行命令的地方写起",
        "名册文件 [一人一行输入]：",
        "一人一行，姓名 职务，如：张卫国 市委书记。输完了直接回车；以后再填也直接回车。",
        "  第1人：张 卫国 市委书记",
        "  第2人：李明 市长",
        "  第3人：李明 市长",
        "  “李明”已经写过了；同名的请加注，如 李明（甲）。",
        "  第3人：",
        "",
        "时间节点（倒数的天数是建议，以上级通知为准）：",
        "   1  印发征求意见单              会前29日  2021-12-20 周一",
        "   2  听取分管领域和联系点意见    会前20日  2021-12-29 周三",
        "   3  梳理汇总意见建议            会前20日  2021-12-29 周三",
        "   4  反馈意见建议                会前16日  2022-01-02 周日  元旦放假",
        "   5  起草班子对照检查材料        会前14日  2022-01-04 周二",
        "   6  集中学习研讨                会前12日  2022-01-06 周四",
        "   7  班子材料报书记审定          会前11日  2022-01-07 周五",
        "   8  普遍开展谈心谈话            会前9日   2022-01-09 周日  周末",
        "   9  班子材料征求意见            会前9日   2022-01-09 周日  周末",
        "  10  报送个人发言提纲            会前9日   2022-01-09 周日  周末",
        "  11  书记审阅个人发言提纲        会前5日   2022-01-13 周四",
        "  12  提纲报上级审定              会前3日   2022-01-15 周六  周末",
        "  13  召开民主生活会              会前0日   2022-01-18 周二",
        "  14  报送专题报告                会后15日  2022-02-02 周三  春节放假",
        "  15  通报会议情况                会后15日  2022-02-02 周三  春节放假",
        "  16  列出整改清单、制定整改方案  会后15日  2022-02-02 周三  春节放假",
        "  17  双重组织生活                会后45日  2022-03-04 周五",
        "  18  公示群众关心问题的整改情况  会后60日  2022-03-19 周六  周末",
        "都行就直接回车；要改哪一项，输入序号：20",
        "  序号是 1 到 18。",
        "都行就直接回车；要改哪一项，输入序号：1",
        "  “印发征求意见单”的时限（日期，或 会前20日、会后5个工作日） [会前29日]：下周",
        "  “下周”不是时限。",
        "  “印发征求意见单”的时限（日期，或 会前20日、会后5个工作日） [会前29日]：2022-01-01",
        "   1  印发征求意见单  2022-01-01  2022-01-01 周六  元旦放假",
        "都行就直接回车；要改哪一项，输入序号：",
        "建好了 临江市委（23 个文件）：",
        "  名册 2 人，必须谈的话 1 次，时间节点 18 项",
        "  班子材料 1 份，发言提纲、批评意见各 2 份，都空着等人来写",
        "  编辑器：.vscode 里备好了 VS Code 的补全和检查，打开这个文件夹就用上",
        "  git：建了仓库，存了第一版；没有设远程仓库",
    ]
    project = load(tmp_path / "临江市委")
    assert [member.name for member in project.meeting.members] == ["张卫国", "李明"]
    assert "    时限: 2022-01-01\n" in (tmp_path / "临江市委/时间节点.yml").read_text(encoding="utf-8")


def test_another_years_preset_with_six_areas_five_agenda_items_and_an_extra_section(tmp_path: Path) -> None:
    Path("某年.yml").write_text(OTHER_YEAR, encoding="utf-8")
    Path("名册.csv").write_text(ROSTER, encoding="utf-8")

    options = ["--preset", "某年.yml", "--org", "市卫健局党组", "--date", "2032-01-10", "--roster", "名册.csv"]
    assert run(["init", "会", *options]) == 0
    assert run(["-C", "会", "new", "minutes"]) == 0

    project = load(tmp_path / "会")
    assert faults(tmp_path / "会") == []
    assert (project.meeting.preset, project.meeting.year, project.meeting.theme) == (
        "某年",
        2031,
        "另一年的主题：一字不改",
    )
    assert (project.meeting.profile, project.meeting.group) == ("党组", "市卫健局党组班子")
    assert (tmp_path / "会/模板/presets/某年.yml").read_text(encoding="utf-8") == OTHER_YEAR
    for document in project.of(Examination):
        reading = read_examination(document, project.preset)
        assert [section.number for section in reading.areas] == [1, 2, 3, 4, 5, 6]
        assert list(reading.extras) == (["案例剖析"] if document.owner == "班子" else [])
        assert document.is_stub
    headings = [section.title for section in project.of(Examination)[0].body.sections]
    assert headings[-3:] == ["二、原因分析", "三、整改措施", "四、案例剖析"]
    minutes = (tmp_path / "会/08-会议/会议记录.md").read_text(encoding="utf-8")
    assert "# 议程: [通报, 班子对照检查, 逐一对照检查, 测评, 总结]\n" in minutes
    assert "<!-- 张卫国代表市卫健局党组班子作对照检查 -->" in minutes
    assert "责任: 各位党组成员、研究室、张卫国\n" in (tmp_path / "会/时间节点.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("preset", "error"),
    [
        ("2012", "没有“2012”这个预设"),
        ("没有.yml", "没有“没有.yml”这个文件"),
        ("坏.yml", "预设 坏.yml 第3行：不认识“方面们”这个键"),
        ("空.yml", "预设 空.yml 里没有“方面”"),
    ],
)
def test_a_preset_that_cannot_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], preset: str, error: str
) -> None:
    Path("坏.yml").write_text("类型: 预设\n年度: 2031\n方面们: []\n", encoding="utf-8")
    Path("空.yml").write_text("类型: 预设\n年度: 2031\n", encoding="utf-8")

    assert run(["init", "会", "--yes", "--preset", preset]) == 2

    assert capsys.readouterr().err.splitlines()[0] == f"mzsh：{error}"
    assert not (tmp_path / "会").exists()


def test_a_preset_that_must_be_completed_is_copied_and_says_what_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "会", "--yes", "--preset", "2025"]) == 0

    assert capsys.readouterr().err.splitlines()[1:-1] == [
        "还要照当年通知录入 模板/presets/2025.yml：",
        "  - 上级通知的名称和文号（写进 会议.yml 的“依据”）",
        "  - 主题原文（写进 会议.yml 的“主题”）",
        "  - 各方面的全称（写进本文件的“全称”）",
        "  - 必学篇目（写进 会议.yml）",
        "  - 摆进去、对照、防止代替的提法（写进本文件）",
        "  - 议程、通报事项、各项时限，与当年通知核对",
        "  - 反面典型案例（通知指定的，或者自选的）",
    ]
    assert load(tmp_path / "会").preset.path == "模板/presets/2025.yml"


def test_last_years_folder_hands_over(
    tmp_path: Path, meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    before = meeting.load()
    outline = meeting.read("06-发言提纲/李明.md")
    meeting.write("会议.yml", meeting.read("会议.yml") + "\n检查:   # 去年定的\n  忽略: [MZ112]\n")

    code = run(["init", "会", "--from", "临江市委", "--preset", "2022", "--date", "2023-01-10"])

    told = capsys.readouterr()
    project = load(tmp_path / "会")
    items = [item for entry in project.last_year for item in entry.items]
    assert code == 0
    assert "  从上年度带来整改事项 20 条、材料 4 份，在 11-往年" in told.out.splitlines()
    assert faults(tmp_path / "会") == []
    assert [member.model_dump() for member in project.meeting.members] == [
        member.model_dump() for member in before.meeting.members
    ]
    assert project.meeting.solicited == before.meeting.solicited
    assert project.meeting.check.ignore == ("MZ112",)
    assert "检查:   # 去年定的\n" in (tmp_path / "会/会议.yml").read_text(encoding="utf-8")
    assert (project.meeting.papers, project.meeting.basis.number) == ({}, "")
    assert {item.owner_body for item in items} == {"班子", "张卫国", "李明", "王芳"}
    assert all(item.id.startswith("2021-") and item.problem and not item.outcome for item in items)
    assert sorted(document.owner for document in [e for e in project.of(Examination) if project.is_past(e)]) == [
        "张卫国",
        "李明",
        "王芳",
        "班子",
    ]
    assert project.outlines == ()
    copied = (tmp_path / "会/11-往年/提纲/2021-李明.md").read_text(encoding="utf-8")
    assert [line for line in copied.splitlines() if line not in outline.splitlines()] == ["年度: 2021"]
    assert copied.replace("年度: 2021\n", "") == outline


def test_last_years_folder_must_be_of_another_year(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "会", "--from", "临江市委", "--yes"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "mzsh：临江市委 也是 2021 年度的",
        "  → 用 --preset 写明今年的预设",
    ]


def test_a_workspace_is_refused_and_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "会").mkdir()
    (tmp_path / "会/会议.yml").write_text("单位: 某\n", encoding="utf-8")

    code = run(["init", "会", "--yes"])

    assert code == 2
    assert capsys.readouterr().err.splitlines() == [
        "mzsh：会 已经是工作文件夹（里面有 会议.yml），没有改动",
        "  → 接着用：mzsh -C 会 status；补缺的文件：mzsh -C 会 new --all",
    ]
    assert [path.name for path in (tmp_path / "会").iterdir()] == ["会议.yml"]


def test_files_that_are_there_are_kept_and_not_committed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "会").mkdir()
    (tmp_path / "会/说明.md").write_text("我的说明", encoding="utf-8")
    (tmp_path / "会/通知.docx").write_bytes(b"PK")

    assert run(["init", "会", "--yes"]) == 0

    assert (tmp_path / "会/说明.md").read_text(encoding="utf-8") == "我的说明"
    assert "  原来就有的没有动：说明.md" in capsys.readouterr().out.splitlines()
    assert git(tmp_path / "会", "-c", "core.quotepath=false", "status", "--porcelain").splitlines() == [
        "?? 说明.md",
        "?? 通知.docx",
    ]


def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "会").write_text("", encoding="utf-8")

    assert run(["init", "会", "--yes"]) == 2
    assert run(["init", "会/里面", "--yes"]) == 2

    told = [line.split("：")[1] for line in capsys.readouterr().err.splitlines() if line.startswith("mzsh")]
    assert told == ["会 是一个文件，不是文件夹", "写不了文件 说明.md"]


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (["--date", "明天"], "--date 的“明天”不是日期"),
        (["--ci", "jenkins"], "--ci 的“jenkins”不认识"),
        (["--profile", "学会"], "没有“学会”这种班子类别"),
        (["--roster", "无.xlsx"], "没有“无.xlsx”这个文件"),
        (["--from", "无"], "没有“无”这个文件夹"),
    ],
)
def test_options_that_make_no_sense(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], error: str
) -> None:
    assert run(["init", "会", "--yes", *options]) == 2
    assert capsys.readouterr().err.splitlines()[0] == f"mzsh：{error}"
    assert not (tmp_path / "会").exists()


def test_interrupted_in_the_middle_of_the_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: Answers
) -> None:
    def interrupt(prompt: str) -> str:
        raise KeyboardInterrupt

    answers([])
    monkeypatch.setattr("builtins.input", interrupt)

    assert run(["init", "会"]) == 130
    assert not (tmp_path / "会").exists()


def test_in_an_empty_folder_the_name_may_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "空").mkdir()

    assert run(["-C", "空", "init", "--yes", "--no-git"]) == 0
    assert (tmp_path / "空/会议.yml").is_file()
    assert capsys.readouterr().out.splitlines()[0] == "建好了 空（19 个文件）："

    assert run(["-C", "空", "init", "--yes"]) == 2
    assert capsys.readouterr().err.splitlines()[-2:] == [
        "mzsh：当前文件夹里已经有东西",
        "  → 建在新文件夹里：mzsh init 文件夹名；就建在这里：mzsh init .",
    ]
