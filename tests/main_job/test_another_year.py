"""The main job on a year that exists nowhere: six areas, five agenda items, an extra section. All of it is data."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from mzsh.cli.running import run
from mzsh.documents.document import find
from mzsh.documents.rendering import How, render
from mzsh.documents.request import Request
from mzsh.workspace.loading import load

AREAS = ("坚定信念", "令行禁止", "服务群众", "真抓实干", "严守规矩", "团结协作")
AGENDA = ("通报", "班子对照检查", "逐一对照检查", "民主测评", "总结")

PRESET = f"""\
类型: 预设
年度: 2031
会议名称: 2031年度民主生活会
通知名称: 关于开好2031年度民主生活会的通知
主题: 守正创新，实干为民
方面:
{
    "".join(
        f'''  - 简称: 带头{area}
    全称: 在带头{area}、当好表率方面
    条款: {f"2-area{number}" if number <= 5 else "2-concrete"}
'''
        for number, area in enumerate(AREAS, 1)
    )
}\
议程:
{"".join(f"  - {{名称: {name}, 内容: 进行{name}}}{chr(10)}" for name in AGENDA)}\
通报事项: [上年整改情况, 征求意见情况, 改进作风情况]
附加部分:
  - {{名称: 警示案例剖析, 适用: 个人, 引导: 从案例里看到自己什么？}}
必学篇目: [年度必读文件]
时间节点:
  - {{名称: 报送个人发言提纲, 条款: 3.4-submit, 建议: 会前10日, 责任: "{{组织部}}"}}
  - {{名称: 列出整改清单, 条款: 5.2-plan, 建议: 会后10日, 责任: "{{政研室}}"}}
报告附件: [实施方案, 会议记录]
"""

FAULTS = (
    "三次学习都没有读完原文",
    "两项部署压在手里没有转办",
    "接访日有五次叫别人代替",
    "桥改方案改了四稿不敢拍板",
    "公车接送家人一次没有说明",
    "对搭档有意见七个月不当面讲",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of two members, made by `init` from the preset."""
    monkeypatch.chdir(tmp_path)
    Path("2031.yml").write_text(PRESET, encoding="utf-8")
    Path("名册.csv").write_text("姓名,职务\n方远,区委书记\n罗静,区长\n", encoding="utf-8")
    arguments = ["--preset", "2031.yml", "--org", "南浦区委", "--date", "2032-01-15", "--roster", "名册.csv"]
    assert run(["init", "会", *arguments, "--yes", "--no-git", "--today", "2031-12-01"]) == 0
    return tmp_path / "会"


def written_outline(name: str, facts: str) -> str:
    """What a member writes, as pasted from Word: no front matter, no Markdown."""
    ordinals = "一二三四五六"
    problems = "".join(
        f"（{ordinals[number]}）带头{area}方面\n\n{FAULTS[number]}。{facts}\n\n" for number, area in enumerate(AREAS)
    )
    causes = "".join(f"{fault}，是我怕麻烦、图省事。\n\n" for fault in FAULTS)
    measures = "".join(f"针对{fault}，{facts[:16]}这一类的事，3月底前办结。\n\n" for fault in FAULTS)
    return (
        f"个人发言提纲\n\n{name}\n\n一、存在的问题\n\n{problems}二、警示案例剖析\n\n通报里那个局长也是从小事拖起。\n\n"
        f"三、原因分析\n\n{causes}四、整改措施\n\n{measures}"
    )


def finish(folder: Path, name: str, facts: str) -> None:
    """Write an outline, let `fill` list its problems, and complete what only a person knows."""
    file = folder / f"06-发言提纲/{name}.md"
    file.write_text(written_outline(name, facts), encoding="utf-8")
    assert run(["-C", str(folder), "fill", f"06-发言提纲/{name}.md", "--yes"]) == 0
    text = (
        file.read_text(encoding="utf-8")
        .replace("来源: 〔待填〕", "来源: 谈心谈话", 1)
        .replace("来源: 〔待填〕", "来源: 自查")
    )
    text = text.replace("本人撰写: 〔待填〕", "本人撰写: true").replace("五避免: 〔待填〕", "五避免: 全部")
    file.write_text(text, encoding="utf-8")


def test_the_fresh_folder_is_calm(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(folder), "check", "--today", "2031-12-01"]) == 0

    told = capsys.readouterr().out
    assert "错误" not in told
    assert "已有的材料没有发现问题。" in told


def test_outlines_are_filled_checked_and_rendered(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finish(folder, "方远", "2031年5月8日那次，我在会上只说了三句话就走了。")
    finish(folder, "罗静", "9月12日有12名群众等了两个小时，我没有出面。")

    project = load(folder)
    capsys.readouterr()

    assert [len(outline.areas) for outline in project.outlines] == [6, 6]
    assert [problem.problem.summary for problem in project.problems("罗静")] == list(FAULTS)
    assert run(["-C", str(folder), "check", "06-发言提纲", "--today", "2031-12-20"]) == 0
    assert "没有发现问题" in capsys.readouterr().out


def test_what_this_year_asks_for_is_missed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finish(folder, "方远", "2031年5月8日那次，我在会上只说了三句话就走了。")
    file = folder / "06-发言提纲/方远.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("## 二、警示案例剖析", "## 二、体会").replace("  - 方面: 6\n", "  - 方面: 7\n"), "utf-8"
    )
    capsys.readouterr()

    run(["-C", str(folder), "check", "06-发言提纲", "--today", "2032-03-01", "--select", "MZ1"])

    told = capsys.readouterr().out
    assert "没有第7个方面，第6方面却缺" in told
    assert "正文缺“警示案例剖析”部分" in told


def test_the_agenda_of_five_items(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(folder), "new", "minutes"]) == 0
    file = folder / "08-会议/会议记录.md"
    text = re.sub("^议程:.*$", "议程: [通报, 班子对照检查, 逐一对照检查, 总结]", file.read_text("utf-8"), flags=re.M)
    file.write_text(text, encoding="utf-8")
    capsys.readouterr()

    run(["-C", str(folder), "check", "08-会议", "--today", "2032-01-16", "--select", "MZ603"])

    assert "议程缺“民主测评”一项" in capsys.readouterr().out


def test_status_knows_this_years_milestones(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(folder), "status", "--today", "2031-12-20"]) == 0

    told = capsys.readouterr().out
    assert "2031年度民主生活会" in told
    assert "01-05 周一  还有16天  报送个人发言提纲" in told


def test_the_plan_speaks_of_this_year_only(folder: Path) -> None:
    project = load(folder)

    (rendered,) = render(project, [Request(find("plan")[0])], how=How("md"), today=date(2031, 12, 1))

    assert rendered.path is not None
    text = rendered.path.read_text(encoding="utf-8")
    assert "重点从以下6个方面" in text.replace(" ", "")
    assert all(f"在带头{area}、当好表率方面" in text for area in AREAS)
    assert "会议议程有5项" in text.replace(" ", "")
    assert "警示案例剖析" in text
    assert "2021" not in text
