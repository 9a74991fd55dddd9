from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from mzsh.errors import MzshError
from mzsh.model.criticism import Criticism
from mzsh.model.deadlines import Milestone
from mzsh.model.examination import Examination
from mzsh.model.examining import read_examination
from mzsh.model.meeting import Charge, Meeting, Member, Observer, Session
from mzsh.model.project import Project
from mzsh.overview.milestones import in_time, suggested_milestones
from mzsh.overview.opening import Opening, choose_preset, setting_of
from mzsh.overview.starting import planned_talks
from mzsh.rules.running import CheckOptions, check
from mzsh.workspace import files
from mzsh.workspace.loading import load
from mzsh.workspace.presets import available_presets
from mzsh.workspace.scaffold_materials import Setting
from mzsh.workspace.scaffold_text import NewFile, file_name, quoted, quoted_names
from mzsh.workspace.scaffolding import Answers, workspace_files, write_new

NASTY = (
    "a: b",
    "甲 #乙",
    "- 丙",
    "“全引号”",
    "张三，李四",
    "{花}括号",
    "[方]括号",
    'say "hi"',
    "back\\slash",
    "null",
    "~",
    "true",
    "12:30",
    "*星",
    "&和",
    "%百",
    "@at",
    "`反",
    "!叹",
    "'单'",
    "  首尾空格  ",
    "全角：冒号",
    "---",
    "2022-02-30",
    "1_000",
    "阿卜杜·热依木",
    "𠮷野",
)

MEMBERS = (
    Member(
        name="张卫国",
        post="市委书记",
        role="书记",
        in_charge=(Charge(unit="市委办公室", head="宋启明"),),
        branch_delegate="郑晓岚",
        linked_unit="青石镇党委",
    ),
    Member(name="李明", post="市委副书记、市长"),
    Member(name="王芳", post="市委常委、市纪委书记"),
)


def opening(root: Path, **more: object) -> Opening:
    known: dict[str, object] = {
        "chosen": choose_preset("2021", root),
        "org": "临江市委",
        "held_on": date(2022, 1, 18),
        "members": MEMBERS,
    }
    return Opening(**{**known, **more})  # type: ignore[arg-type]


def scaffolded(root: Path, setting: Setting, **more: object) -> Project:
    answers = Answers(
        setting=setting,
        milestones=suggested_milestones(setting),
        talks=planned_talks(setting),
        **more,  # type: ignore[arg-type]
    )
    write_new(root, workspace_files(answers))
    return load(root)


def faults(project: Project) -> list[str]:
    return [f"{s.path}:{fault.span.line} {fault.message}" for s in project.sources for fault in s.faults]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return scaffolded(tmp_path, setting_of(opening(tmp_path)))


def test_the_folder_is_laid_out_as_documented(project: Project) -> None:
    paths = sorted(path.relative_to(project.root).as_posix() for path in project.root.rglob("*") if path.is_file())

    assert paths == [
        ".gitignore",
        ".vscode/extensions.json",
        ".vscode/mzsh.code-snippets",
        ".vscode/schemas/all.json",
        ".vscode/schemas/deadlines.json",
        ".vscode/schemas/meeting.json",
        ".vscode/schemas/reviews.json",
        ".vscode/settings.json",
        ".vscode/tasks.json",
        "01-方案/.gitkeep",
        "02-学习研讨/.gitkeep",
        "03-征求意见/征求意见.yml",
        "03-征求意见/意见建议.yml",
        "04-谈心谈话/谈话登记.yml",
        "05-班子材料/班子对照检查材料.md",
        "06-发言提纲/张卫国.md",
        "06-发言提纲/李明.md",
        "06-发言提纲/王芳.md",
        "07-批评意见/张卫国.md",
        "07-批评意见/李明.md",
        "07-批评意见/王芳.md",
        "08-会议/.gitkeep",
        "09-报告/.gitkeep",
        "10-整改/双重组织生活.yml",
        "11-往年/上年整改.yml",
        "11-往年/上级指出问题.yml",
        "11-往年/提纲/.gitkeep",
        "会议.yml",
        "收件箱/.gitkeep",
        "时间节点.yml",
        "模板/说明.md",
        "说明.md",
    ]


def test_it_loads_without_faults_and_every_material_is_a_stub(project: Project) -> None:
    assert faults(project) == []
    assert {document.path: document.is_stub for document in project.of(Examination)} == dict.fromkeys(
        ["05-班子材料/班子对照检查材料.md", "06-发言提纲/张卫国.md", "06-发言提纲/李明.md", "06-发言提纲/王芳.md"], True
    )
    assert [document.is_stub for document in project.of(Criticism)] == [True, True, True]
    assert project.minutes is None
    assert project.talks.held == ()


def test_every_required_talk_is_a_planned_row(project: Project) -> None:
    assert [(row.talker, row.partner, row.relation) for row in project.talk_rows] == [
        ("张卫国", "李明", "书记与常委"),
        ("张卫国", "王芳", "书记与常委"),
        ("李明", "王芳", "常委之间"),
        ("张卫国", "宋启明", "分管部门负责人"),
        ("张卫国", "郑晓岚", "支部党员代表"),
    ]
    assert all(row.is_planned for row in project.talk_rows)


def test_a_row_is_a_talk_once_its_two_hints_are_uncommented_and_its_day_is_written(project: Project) -> None:
    register = project.root / "04-谈心谈话/谈话登记.yml"
    text = register.read_text(encoding="utf-8")
    first = text.split("  - 谈话人: 张卫国\n")[1]
    first = first.replace("日期:", "日期: 2022-01-05").replace("时间:", '时间: "09:00-10:00"').replace("# ", "")
    first = first.replace("地点: 〔待填〕", "地点: 谈话室")
    register.write_text("类型: 谈话登记\n条目:\n  - 谈话人: 张卫国\n" + first, encoding="utf-8")

    talk = load(project.root).talks.between("张卫国", "李明")

    assert talk is not None
    assert (talk.avoids.unconfirmed, talk.missing_topics(), talk.at.pending) == ((), (), frozenset())


def test_check_is_calm_before_anything_is_due(project: Project) -> None:
    report = check(project, CheckOptions(today=date(2021, 11, 1)))

    assert report.findings == ()


def test_headings_are_found_again_as_parts_and_areas(project: Project) -> None:
    for document in project.of(Examination):
        reading = read_examination(document, project.preset)
        assert reading.missing_parts == ()
        assert [section.number for section in reading.areas] == [1, 2, 3, 4, 5]


def test_files_are_written_for_a_county_in_its_own_words(tmp_path: Path) -> None:
    setting = setting_of(opening(tmp_path, org="青江县委"))

    assert setting.meeting.group == "县委常委班子"
    assert setting.meeting.offices.research == "县委政研室"
    assert [observer.post for observer in setting.meeting.observers] == ["县人大常委会主任", "县政协主席"]
    assert setting.group == "青江县委常委班子"


@pytest.mark.parametrize("listing", [listing.name for listing in available_presets()])
def test_every_preset_reads_and_scaffolds_without_faults(tmp_path: Path, listing: str) -> None:
    chosen = choose_preset(listing, tmp_path)
    setting = setting_of(opening(tmp_path, chosen=chosen))

    project = scaffolded(tmp_path, setting, own_preset=chosen.copy)

    assert chosen.preset.source.faults == ()
    assert (tmp_path / f"模板/presets/{listing}.yml").exists() == bool(chosen.preset.to_type)
    assert faults(project) == []
    assert project.preset.area_count == len(chosen.preset.areas)
    for document in project.of(Examination):
        numbers = [section.number for section in read_examination(document, project.preset).areas]
        assert numbers == list(range(1, project.preset.area_count + 1))


@pytest.mark.parametrize("typed", NASTY)
def test_what_a_person_typed_comes_back(tmp_path: Path, typed: str) -> None:
    name = typed.strip()
    member = Member(
        name=name,
        post=typed,
        role="书记",
        in_charge=(Charge(unit=typed, head=f"头{name}"),),
        branch=typed,
        branch_delegate=f"代{name}",
        linked_unit=typed,
        office=typed,
    )
    setting = setting_of(opening(tmp_path, org=typed, group=typed, members=(member, *MEMBERS[1:])))
    observed = {"observers": (Observer(name=name, post=typed),), "solicited": (typed,), "consulted": (typed,)}
    setting = Setting(
        meeting=setting.meeting.model_copy(update=observed), preset=setting.preset, profile=setting.profile
    )

    project = scaffolded(tmp_path, setting)

    assert faults(project) == []
    back = project.meeting
    assert (back.org, back.group, back.solicited, back.consulted) == (typed, typed, (typed,), (typed,))
    assert back.members[0].model_dump() == member.model_dump()
    assert back.observers[0].model_dump() == {"name": name, "post": typed}
    assert (f"头{name}", f"代{name}") == tuple(row.partner for row in project.talk_rows[3:])
    assert [document.critic for document in project.of(Criticism) if document.critic == name] == [name]
    assert len(project.of(Examination)) == 4


def test_a_settled_day_is_written_plain(tmp_path: Path) -> None:
    setting = setting_of(opening(tmp_path))
    setting = Setting(
        meeting=setting.meeting.model_copy(update={"session": Session(date=date(2022, 1, 18), place="一楼: 东")}),
        preset=setting.preset,
        profile=setting.profile,
    )

    scaffolded(tmp_path, setting)

    text = (tmp_path / "会议.yml").read_text(encoding="utf-8")
    assert re.findall(r"^(?:预设|年度|  日期|  地点): .*$", text, re.MULTILINE) == [
        "预设: 2021",
        "年度: 2021",
        "  日期: 〔待填〕",
        "  日期: 2022-01-18",
        '  地点: "一楼: 东"',
    ]


@pytest.mark.parametrize(
    ("value", "yaml"),
    [
        (None, "〔待填〕"),
        ("  ", "〔待填〕"),
        (2022, "2022"),
        (date(2022, 1, 5), "2022-01-05"),
        ("2022", "2022"),
        ("2022-1-5", "2022-1-5"),
        ("市委（党组）", "市委（党组）"),
        ("a: b", '"a: b"'),
    ],
)
def test_values_are_quoted_where_they_must_be(value: object, yaml: str) -> None:
    assert quoted(value) == yaml


def test_names_on_one_line() -> None:
    assert quoted_names(["张三", "李四、王五", "a, b"]) == '[张三, "李四、王五", "a, b"]'
    assert quoted_names([]) == "〔待填〕"


@pytest.mark.parametrize(
    ("name", "path"), [("张三", "张三"), ("a/b", "a_b"), ("..", "_"), ('x:"y"?', "x__y__"), (" 甲 ", "甲")]
)
def test_a_name_is_safe_in_a_path(name: str, path: str) -> None:
    assert file_name(name) == path


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("人写的", encoding="utf-8")

    written = write_new(tmp_path, [NewFile("a.md", "新的"), NewFile("b/c.md", "新的")])

    assert (written.made, written.kept) == (("b/c.md",), ("a.md",))
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "人写的"


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def full(*arguments: object, **options: object) -> tuple[int, str]:
        made.append("file")
        if len(made) == 3:
            raise PermissionError(13, "只读")
        return original(*arguments, **options)  # type: ignore[arg-type]

    original = files.tempfile.mkstemp
    monkeypatch.setattr(files.tempfile, "mkstemp", full)
    root = tmp_path / "新" / "会"

    with pytest.raises(MzshError, match=r"写不了文件 c\.md：没有权限"):
        write_new(root, [NewFile(f"{folder}/{folder}.md", "新的") for folder in "abc"])

    assert list(tmp_path.iterdir()) == []


def test_an_empty_roster_leaves_the_roster_to_be_filled(tmp_path: Path) -> None:
    project = scaffolded(tmp_path, setting_of(opening(tmp_path, members=(), held_on=None)))

    assert faults(project) == []
    assert isinstance(project.meeting, Meeting)
    assert {"members", "solicited"} <= project.meeting.at.pending
    assert check(project, CheckOptions(today=date(2022, 6, 1))).findings == ()


def test_the_commented_example_of_the_roster_is_a_roster(tmp_path: Path) -> None:
    scaffolded(tmp_path, setting_of(opening(tmp_path, members=())))
    path = tmp_path / "会议.yml"
    before, after = path.read_text(encoding="utf-8").split("出席: 〔待填〕\n# 照这样写", 1)
    block, _, rest = after.partition("\n")[2].partition("\n\n")
    path.write_text(f"{before}{re.sub('^# ', '', block, flags=re.MULTILINE)}\n\n{rest}", encoding="utf-8")

    project = load(tmp_path)

    assert faults(project) == []
    assert [(member.name, member.role, len(member.in_charge)) for member in project.meeting.members] == [
        ("姓名", "书记", 1)
    ]


def test_a_late_start_shortens_the_days_before_the_meeting_in_proportion() -> None:
    milestones = [
        Milestone(due=due) for due in ("会前35日", "会前20日", "会前7日", "2022-01-10", "会前0日", "会后15日")
    ]

    found = in_time(milestones, date(2022, 1, 18), date(2021, 12, 28))

    assert [one.due for one in found] == ["会前21日", "会前12日", "会前4日", "2022-01-10", "会前0日", "会后15日"]
    assert in_time(milestones, date(2022, 1, 18), date(2021, 12, 1)) == tuple(milestones)
    assert in_time(milestones, None, date(2021, 12, 28)) == tuple(milestones)
    assert in_time(milestones, date(2022, 1, 18), date(2022, 2, 1)) == tuple(milestones)
