from __future__ import annotations

import re
from pathlib import Path

import pytest

from mzsh.cli.running import run
from mzsh.workspace.loading import load
from tests.support.folder import MeetingFolder

REGISTER = "04-谈心谈话/谈话登记.yml"


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> MeetingFolder:
    """A new workspace of three members with nothing in it but the scaffold."""
    roster = tmp_path / "名册.csv"
    roster.write_text(
        "姓名,职务,分管单位,支部代表\n张卫国,市委书记,市委办公室（宋启明）,\n李明,市长,,许立新\n王芳,市纪委书记,,\n",
        encoding="utf-8",
    )
    options = ["--org", "临江市委", "--date", "2022-01-18", "--roster", str(roster), "--no-git"]
    assert run(["init", str(tmp_path / "会"), *options]) == 0
    capsys.readouterr()
    return MeetingFolder(tmp_path / "会")


def new(folder: MeetingFolder, *arguments: str) -> int:
    return run(["-C", str(folder.root), "new", *arguments])


def test_what_must_be_explained_is_begun_with_what_keeps_it_out_of_git(
    folder: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.path(".gitignore").unlink(missing_ok=True)

    assert new(folder, "explanations_due") == 0
    assert new(folder, "应说明事项") == 0

    assert capsys.readouterr().out.splitlines() == [
        "新建 03-征求意见/应说明事项.yml",
        "新建 .gitignore",
        "已有 03-征求意见/应说明事项.yml，没有改动",
    ]
    assert "*应说明事项*.yml" in folder.read(".gitignore").splitlines()
    assert folder.faults() == []


def test_a_gitignore_that_is_there_is_left_alone(folder: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.write(".gitignore", "输出/\n")

    assert new(folder, "explanations_due") == 0

    assert folder.read(".gitignore") == "输出/\n"
    assert capsys.readouterr().out == "新建 03-征求意见/应说明事项.yml\n"


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (["talk", "李明", "王芳"], "04-谈心谈话/待定-李明-王芳.md"),
        (["谈话", "许立新", "李明", "--date", "2022-1-5"], "04-谈心谈话/2022-01-05-李明-许立新.md"),
        (["study"], "02-学习研讨/待定-学习研讨.md"),
        (["study", "--date", "2021-12-20"], "02-学习研讨/2021-12-20-学习研讨.md"),
        (["minutes"], "08-会议/会议记录.md"),
        (["report"], "09-报告/专题报告.md"),
        (["circular"], "09-报告/情况通报.md"),
        (["rectification", "班子"], "10-整改/班子.yml"),
        (["整改", "王芳"], "10-整改/王芳.yml"),
        (["supervision_log"], "08-会议/督导.yml"),
    ],
)
def test_one_document(
    folder: MeetingFolder, capsys: pytest.CaptureFixture[str], arguments: list[str], path: str
) -> None:
    assert new(folder, *arguments) == 0
    assert new(folder, *arguments) == 0

    told = capsys.readouterr()
    assert told.out.splitlines() == [f"新建 {path}", f"已有 {path}，没有改动"]
    assert told.err.splitlines() == [f"下一步：打开 {path} 来写，写好运行 mzsh check"]
    assert folder.load().document(path) is not None
    assert folder.faults() == []


@pytest.mark.parametrize("kind", ["statement", "opinions", "last_year", "superior_issues", "solicitation", "dual_life"])
def test_a_document_that_init_made_is_made_again_only_where_it_is_gone(
    folder: MeetingFolder, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    from mzsh.model.kinds import BY_NAME

    path = next(document.path for document in folder.load().of(BY_NAME[kind]))
    before = folder.read(path)

    assert new(folder, kind) == 0
    folder.remove(path)
    assert new(folder, kind) == 0

    assert capsys.readouterr().out.splitlines() == [f"已有 {path}，没有改动", f"新建 {path}"]
    assert folder.read(path) == before


def test_a_talk_has_its_relation_from_the_roster_and_the_member_as_the_one_who_asks(folder: MeetingFolder) -> None:
    new(folder, "talk", "宋启明", "张卫国")
    new(folder, "talk", "王芳", "张卫国")
    new(folder, "talk", "王芳", "许立新")

    records = sorted((folder.root / "04-谈心谈话").glob("*.md"))
    assert [re.findall(r"^(?:谈话人|谈话对象|类别): (.*)$", path.read_text("utf-8"), re.M) for path in records] == [
        ["张卫国", "宋启明", "分管部门负责人"],
        ["王芳", "张卫国", "书记与常委"],
        ["王芳", "许立新", "支部党员代表"],
    ]


def test_minutes_are_filled_in_from_the_roster_and_the_agenda_is_left_to_be_ticked(folder: MeetingFolder) -> None:
    folder.replace("会议.yml", "{姓名: 〔待填〕, 职务: 市政协主席}", "{姓名: 柏树林, 职务: 市政协主席}")

    new(folder, "minutes")

    assert folder.read("08-会议/会议记录.md") == (
        "---\n"
        "类型: 会议记录\n"
        "日期: 2022-01-18\n"
        "主持: 张卫国\n"
        "记录: 〔待填〕\n"
        "# 这里写的是应到的人；没有到会的请删去，写到“缺席”里。\n"
        "出席: [张卫国, 李明, 王芳]\n"
        "列席: [柏树林]\n"
        "# 有人缺席时写：\n"
        "# 缺席:\n"
        "#   - {姓名: 姓名, 事由: 事由, 批准: 批准人, 书面发言: true, 转达: 日期}\n"
        "督导: 〔待填〕           # 督导组点评的要点\n"
        "议程: 〔待填〕           # 进行过的照抄下一行，没有进行的去掉\n"
        "# 议程: [通报, 班子对照检查, 逐一对照检查, 总结]\n"
        "发言顺序: [张卫国, 李明, 王芳]\n"
        "批评: 〔待填〕           # 与批评意见的各份文件一致，写“全部”\n"
        "---\n"
        "\n"
        "# 临江市委常委班子2021年度党史学习教育专题民主生活会会议记录\n"
        "\n"
        "## 一、通报\n"
        "\n"
        "<!-- 书面通报上年度民主生活会整改措施落实情况及本次民主生活会征求意见情况 -->\n"
        "\n"
        "## 二、班子对照检查\n"
        "\n"
        "<!-- 张卫国代表市委常委班子作对照检查 -->\n"
        "\n"
        "## 三、逐一对照检查\n"
        "\n"
        "<!-- 每位常委逐一进行对照检查，作自我批评；每人发言后，其他常委逐一对其提出批评意见 -->\n"
        "\n"
        "## 四、总结\n"
        "\n"
        "<!-- 总结会议情况，提出整改工作要求 -->\n"
    )


def test_everybody_at_once(folder: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.remove("06-发言提纲/李明.md")

    assert new(folder, "outline", "--all") == 0
    assert new(folder, "rectification", "--all") == 0

    assert capsys.readouterr().out.splitlines() == [
        "新建 06-发言提纲/李明.md",
        "已有 06-发言提纲/张卫国.md，没有改动",
        "已有 06-发言提纲/王芳.md，没有改动",
        "新建 10-整改/班子.yml",
        "新建 10-整改/张卫国.yml",
        "新建 10-整改/李明.yml",
        "新建 10-整改/王芳.yml",
    ]


def test_a_document_counts_wherever_it_lies(folder: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.write("我的/李的提纲.md", folder.read("06-发言提纲/李明.md"))
    folder.remove("06-发言提纲/李明.md")

    assert new(folder, "outline", "李明") == 0

    assert capsys.readouterr().out.splitlines() == ["已有 我的/李的提纲.md，没有改动"]


def test_missing_talks_are_appended_and_nothing_else_moves(
    folder: MeetingFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "# 我的说明\r\n类型: 谈话登记\r\n条目:   # 一行一次\r\n"
    row = "    -  {谈话人: 李明, 谈话对象: 张卫国, 类别: 书记与常委, 日期: 2022-01-04, 地点: 某处}   # 谈过了\r\n"
    tail = "\r\n# 到此为止\r\n"
    folder.write_bytes(REGISTER, (head + row + tail).encode("utf-8"))

    assert new(folder, "talks", "--all") == 0

    assert capsys.readouterr().out.splitlines() == [f"{REGISTER} 补了 4 项"]
    text = folder.path(REGISTER).read_bytes().decode("utf-8")
    assert text.startswith(head + row)
    assert text.endswith(tail)
    assert text.count("\n") == text.count("\r\n")
    assert folder.faults() == []
    assert [(talk.talker, talk.partner, talk.is_planned) for talk in folder.load().talk_rows] == [
        ("李明", "张卫国", False),
        ("张卫国", "王芳", True),
        ("李明", "王芳", True),
        ("张卫国", "宋启明", True),
        ("李明", "许立新", True),
    ]
    assert new(folder, "talks", "--all") == 0
    assert capsys.readouterr().out.splitlines() == [f"已有 {REGISTER}，没有改动"]


@pytest.mark.parametrize(
    "written",
    ["条目: []\n", "条目:\n", "条目: 〔待填〕\n", "", "items: []\n", "条目:\n# 一行一次\n"],
)
def test_an_empty_register_is_filled(folder: MeetingFolder, written: str) -> None:
    folder.write(REGISTER, f"# 说明\n类型: 谈话登记\n{written}")

    assert new(folder, "talks", "--all") == 0

    assert folder.faults() == []
    assert len(folder.load().talk_rows) == 5
    assert folder.read(REGISTER).startswith("# 说明\n类型: 谈话登记\n")


def test_a_register_on_one_line_is_left_alone(folder: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    text = "类型: 谈话登记\n条目: [{谈话人: 李明, 谈话对象: 王芳, 类别: 常委之间, 地点: 某处}]\n"
    folder.write(REGISTER, text)

    assert new(folder, "talks", "--all") == 2

    assert capsys.readouterr().err.splitlines()[0] == f"mzsh：{REGISTER} 里的“条目”加不进新的行，没有改动"
    assert folder.read(REGISTER) == text


def test_a_member_who_joins_later(folder: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.replace(
        "07-批评意见/李明.md",
        "    问题: 〔待填〕\n    事例: 〔待填〕\n    建议: 〔待填〕\n---",
        "    问题: 写好的\n---",
    )
    folder.replace("会议.yml", "\n列席:", "  - {姓名: 赵强, 职务: 组织部部长, 联系点: 白沙乡党委}\n\n列席:")
    folder.replace("会议.yml", "征求范围: 〔待填〕", "征求范围: [市教育局党委, 白沙乡党委, 某协会]")

    assert new(folder, "--all") == 0

    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "新建 06-发言提纲/赵强.md",
        "新建 07-批评意见/赵强.md",
        "03-征求意见/征求意见.yml 补了 4 项",
        "03-征求意见/意见建议.yml 补了 1 项",
        "04-谈心谈话/谈话登记.yml 补了 3 项",
        "07-批评意见/张卫国.md 补了 1 项",
        "07-批评意见/李明.md 补了 1 项",
        "07-批评意见/王芳.md 补了 1 项",
        "10-整改/双重组织生活.yml 补了 1 项",
    ]
    assert told.err.splitlines() == ["下一步：打开 06-发言提纲/赵强.md 来写，写好运行 mzsh check"]
    assert folder.faults() == []
    assert "    问题: 写好的\n  - 对象: 赵强\n" in folder.read("07-批评意见/李明.md")
    solicitation = folder.load().solicitation
    assert solicitation is not None
    assert [(letter.unit, letter.category) for letter in solicitation.letters] == [
        ("市教育局党委", "机关"),
        ("白沙乡党委", "基层党组织"),
        ("某协会", ""),
    ]
    assert new(folder, "--all") == 0
    assert capsys.readouterr().err.splitlines() == ["名册要的材料都有了，没有要补的。下一步：mzsh status"]


def test_a_complete_meeting_lacks_nothing(meeting: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(meeting, "--all") == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (["outline", "王方"], "名册里没有“王方”", "是不是“王芳”？"),
        (["talk", "王芳", "宋启名"], "名册、分管单位负责人和支部代表里没有“宋启名”", "是不是“宋启明”？"),
        (["talk", "宋启明", "许立新"], "“宋启明”和“许立新”都不是班子成员", "谈话人应是名册里的成员"),
        (["talk", "王芳", "王芳"], "“王芳”不能同自己谈话", "写两个人：mzsh new talk 谈话人 谈话对象"),
        (["talk", "王芳"], "谈话要写两个人", "mzsh new talk 谈话人 谈话对象"),
        (["criticism"], "还没有写是谁的“批评意见”", "mzsh new criticism 姓名（或 --all）"),
        (["statement", "王芳"], "“班子材料”只有一份，不用写姓名", "mzsh new statement"),
        (["outlin"], "没有“outlin”这种材料", "是不是“outline”？"),
        (["study", "--date", "昨天"], "--date 的“昨天”不是日期", "写成 --date 2022-01-18 这样"),
        ([], "还没有写是什么材料", "照上面写一种；缺什么补什么：mzsh new --all"),
    ],
)
def test_what_cannot_be_begun(
    folder: MeetingFolder, capsys: pytest.CaptureFixture[str], arguments: list[str], error: str, hint: str
) -> None:
    assert new(folder, *arguments) == 2
    assert capsys.readouterr().err.splitlines() == [f"mzsh：{error}", f"  → {hint}"]


def test_nothing_is_begun_for_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["init", str(tmp_path / "会"), "--yes", "--no-git"])
    capsys.readouterr()

    for arguments in (["--all"], ["outline", "--all"], ["outline", "王芳"]):
        assert run(["-C", str(tmp_path / "会"), "new", *arguments]) == 2

    assert capsys.readouterr().err.splitlines()[::2] == ["mzsh：名册还没有填"] * 3
    assert load(tmp_path / "会").outlines == ()


def test_without_a_kind_all_kinds_are_listed(folder: MeetingFolder, capsys: pytest.CaptureFixture[str]) -> None:
    new(folder)

    assert capsys.readouterr().out.splitlines() == [
        "  谈话记录      mzsh new talk 谈话人 谈话对象",
        "  谈话登记      mzsh new talks --all",
        "  发言提纲      mzsh new outline 姓名（或 --all）",
        "  班子材料      mzsh new statement",
        "  批评意见      mzsh new criticism 姓名（或 --all）",
        "  学习研讨      mzsh new study",
        "  征求意见      mzsh new solicitation --all",
        "  意见建议      mzsh new opinions",
        "  会议记录      mzsh new minutes",
        "  专题报告      mzsh new report",
        "  情况通报      mzsh new circular",
        "  整改清单      mzsh new rectification 姓名、班子（或 --all）",
        "  双重组织生活  mzsh new dual_life --all",
        "  上年整改      mzsh new last_year",
        "  上级指出问题  mzsh new superior_issues",
        "  应说明事项    mzsh new explanations_due",
        "  督导          mzsh new supervision_log",
    ]
