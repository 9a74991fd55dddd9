import os
import re
from pathlib import Path

import pytest

from mzsh.errors import MzshError
from mzsh.model.examination import Outline
from mzsh.model.kinds import DOCUMENTS
from mzsh.model.study import Study
from mzsh.workspace.loading import find_root, load
from tests.support.fingerprint import fingerprint
from tests.support.folder import MeetingFolder

OUTLINE = "06-发言提纲/李明.md"
STUDY = "---\nkind: study\ndate: 2021-12-20\nform: 自学\nreadings: [党章]\n---\n"


def kinds(meeting: MeetingFolder) -> dict[str, str]:
    return {document.path: document.names[0] for document in meeting.load().documents}


# The meeting that all tests begin with


def test_the_meeting_reads_without_a_fault(meeting: MeetingFolder) -> None:
    project = meeting.load()

    assert (meeting.faults(), len(project.documents), project.ignored, project.notes) == ([], 31, 1, ())


def test_the_meeting_has_a_document_of_every_kind(meeting: MeetingFolder) -> None:
    assert set(kinds(meeting).values()) == {document.names[0] for document in DOCUMENTS}


def test_the_second_member_stands_on_line_23(meeting: MeetingFolder) -> None:
    places = [(member.name, *member.at.span()[:2]) for member in meeting.load().meeting.members]

    assert places == [("张卫国", 15, 5), ("李明", 23, 5), ("王芳", 31, 5)]


def test_every_review_of_the_meeting_has_the_fingerprint_of_its_material(meeting: MeetingFolder) -> None:
    reviews = meeting.load().reviews
    assert reviews is not None

    assert [review.fingerprint for review in reviews.items] == [
        fingerprint(meeting.read(review.material)) for review in reviews.items
    ]


def test_no_two_texts_of_the_meeting_share_a_run_of_22_characters(meeting: MeetingFolder) -> None:
    texts = {
        document.path: [paragraph.text for paragraph in document.body.paragraphs()]
        for document in meeting.load().documents
        if document.markdown
    }
    runs: dict[str, set[str]] = {}
    for path, paragraphs in texts.items():
        for paragraph in paragraphs:
            plain = re.sub(r"\W", "", paragraph)
            for start in range(len(plain) - 21):
                runs.setdefault(plain[start : start + 22], set()).add(path)

    assert [(run, paths) for run, paths in runs.items() if len(paths) > 1] == []


# Where the workspace begins


def test_the_root_is_found_from_a_subfolder(meeting: MeetingFolder) -> None:
    assert load(meeting.path("06-发言提纲")).root == meeting.root


def test_a_folder_that_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(MzshError) as caught:
        find_root(tmp_path)

    assert str(caught.value) == f"{tmp_path} 和它的上级目录里都没有 会议.yml，不是民主生活会的工作文件夹"
    assert caught.value.hint == "新建一个：mzsh init 文件夹名；或者用 -C 指定已有的文件夹"


# What is a document


def test_a_document_is_what_its_kind_says_and_not_where_it_lies(meeting: MeetingFolder) -> None:
    meeting.write("随手记/李明的提纲.md", meeting.read(OUTLINE))
    meeting.remove(OUTLINE)

    assert kinds(meeting)["随手记/李明的提纲.md"] == "发言提纲"


def test_kinds_and_keys_may_be_english(meeting: MeetingFolder) -> None:
    meeting.write("02-学习研讨/self.md", STUDY)

    study = meeting.load().document("02-学习研讨/self.md")

    assert isinstance(study, Study)
    assert (study.form, study.readings) == ("自学", ("党章",))


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.names[1])
def test_every_kind_is_known_by_both_of_its_names(meeting: MeetingFolder, kind: type) -> None:
    suffix = "md" if kind.markdown else "yml"
    chinese, english = (f"---\n类型: {name}\n---\n" if kind.markdown else f"类型: {name}\n" for name in kind.names)
    meeting.write(f"另外/a.{suffix}", chinese)
    meeting.write(f"另外/b.{suffix}", english)

    project = meeting.load()

    assert [type(project.document(f"另外/{name}.{suffix}")) for name in "ab"] == [kind, kind]


@pytest.mark.parametrize("name", ["会议.yml", "时间节点.yml", "审阅.yml"])
def test_files_whose_name_says_their_kind(meeting: MeetingFolder, name: str) -> None:
    assert "类型" not in meeting.read(name)
    assert kinds(meeting)[name] == name.removesuffix(".yml")


@pytest.mark.parametrize(
    "name", ["便条.md", "01-方案/便条.md", "09-报告/便条.md", "10-整改/便条.md", "11-往年/便条.md", "另外/便条.md"]
)
def test_markdown_without_front_matter_is_ignored_and_counted(meeting: MeetingFolder, name: str) -> None:
    meeting.write(name, "# 便条\n")

    assert (meeting.faults(), meeting.load().ignored) == ([], 2)


@pytest.mark.parametrize(
    "folder", ["02-学习研讨", "03-征求意见", "04-谈心谈话", "05-班子材料", "06-发言提纲", "07-批评意见", "08-会议"]
)
def test_markdown_without_front_matter_in_the_folders_of_materials(meeting: MeetingFolder, folder: str) -> None:
    meeting.write(f"{folder}/便条.md", "# 便条\n")

    assert meeting.faults() == [f"{folder}/便条.md:1:1 front_matter 开头没有“类型”等各项（以 --- 起、以 --- 止）"]


@pytest.mark.parametrize("name", ["杂.yml", "01-方案/杂.yml", "10-整改/杂.yml", "11-往年/杂.yaml", "另外/杂.yml"])
def test_yaml_without_a_kind_is_ignored_and_counted(meeting: MeetingFolder, name: str) -> None:
    meeting.write(name, "甲: 乙\n")

    assert (meeting.faults(), meeting.load().ignored) == ([], 2)


@pytest.mark.parametrize(
    "folder",
    ["02-学习研讨", "03-征求意见", "04-谈心谈话", "05-班子材料", "06-发言提纲", "07-批评意见", "08-会议", "09-报告"],
)
def test_yaml_without_a_kind_in_the_folders_of_materials(meeting: MeetingFolder, folder: str) -> None:
    meeting.write(f"{folder}/杂.yml", "甲: 乙\n")

    assert meeting.faults() == [f"{folder}/杂.yml:1:1 unknown_kind 没有写“类型”，不知道这是什么材料"]


@pytest.mark.parametrize(
    "name", [".git/a.yml", "06-发言提纲/.李明.md", "06-发言提纲/~$李明.md", "输出/李明.md", "模板/a.yml", "原件/a.md"]
)
def test_what_is_never_read(meeting: MeetingFolder, name: str) -> None:
    meeting.write(name, "---\n类型: 无\n---\n")

    project = meeting.load()

    assert (project.ignored, [source.path for source in project.sources if source.path == name]) == (1, [])


def test_a_workspace_inside_the_workspace_is_another_one(meeting: MeetingFolder) -> None:
    meeting.write("桥头镇/会议.yml", "预设: 2021\n")
    meeting.write("桥头镇/06-发言提纲/甲.md", "坏\n")

    assert (meeting.faults(), len(meeting.load().documents)) == ([], 31)


@pytest.mark.parametrize(
    ("name", "text", "fault", "hint"),
    [
        pytest.param(
            "04-谈心谈话/甲.md",
            "---\n类型: 谈话纪录\n---\n",
            "2:5 unknown_kind 没有“谈话纪录”这种类型",
            "是不是“谈话记录”？",
            id="misspelt",
        ),
        pytest.param(
            "04-谈心谈话/甲.yml",
            "类型: 谈话记录\n",
            "1:5 unknown_kind “谈话记录”应写在 .md 文件里",
            "",
            id="Markdown kind in YAML",
        ),
        pytest.param(
            "04-谈心谈话/甲.md",
            "---\nkind: talk_register\n---\n",
            "2:7 unknown_kind “谈话登记”应写在 .yml 文件里",
            "",
            id="YAML kind in Markdown",
        ),
        pytest.param(
            "07-批评意见/甲.md",
            "---\n类型: 会谈\n---\n",
            "2:5 unknown_kind 没有“会谈”这种类型",
            "可以写的有：学习研讨、谈话记录、班子材料、发言提纲、批评意见、会议记录、专题报告、情况通报",
            id="nothing near",
        ),
    ],
)
def test_kinds_that_there_are_not(meeting: MeetingFolder, name: str, text: str, fault: str, hint: str) -> None:
    meeting.write(name, text)

    [source] = [source for source in meeting.load().sources if source.path == name]

    assert meeting.faults() == [f"{name}:{fault}"]
    assert [found.hint for found in source.faults] == [hint]
    assert not source.readable


@pytest.mark.parametrize("text", ["类型:\n", "类型: [征求意见]\n"], ids=["empty", "list"])
def test_a_kind_without_a_word(meeting: MeetingFolder, text: str) -> None:
    meeting.write("03-征求意见/甲.yml", text)

    assert meeting.faults() == ["03-征求意见/甲.yml:1:1 unknown_kind 没有写“类型”，不知道这是什么材料"]


def test_lines_of_front_matter_and_body_are_those_of_the_file(meeting: MeetingFolder) -> None:
    name = "02-学习研讨/甲.md"
    meeting.write(name, "---\n\n类型: 学习研讨\n日期: 去年\n---\n\n\n# 题\n\n- 正文\n")

    study = meeting.load().document(name)

    assert meeting.faults() == [f"{name}:4:5 wrong_value “日期”的值“去年”不是日期，应写成 2021-12-05 这样"]
    assert study is not None
    assert [(section.title, section.line) for section in study.body.sections] == [("题", 8)]
    assert [(text.text, text.line, text.column) for text in study.body.paragraphs()] == [("正文", 10, 3)]


# Preset and profile


def test_the_preset_that_the_meeting_names(meeting: MeetingFolder) -> None:
    project = meeting.load()

    assert (project.preset.area_count, project.profile.relations.members) == (5, "常委之间")


def test_a_preset_that_there_is_not(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "预设: 2021", "预设: 2099")

    assert meeting.faults() == ["会议.yml:1:5 wrong_value 没有“2099”这个预设"]
    assert meeting.load().preset.area_count == 0


def test_a_preset_of_the_workspace_goes_first(meeting: MeetingFolder) -> None:
    meeting.write("模板/presets/2021.yml", "类型: 预设\n年度: 2021\n方面:\n  - {全称: 甲, 简称: 乙}\n错: 1\n")

    assert meeting.load().preset.area_count == 1
    assert meeting.faults() == ["模板/presets/2021.yml:5:1 unknown_key 不认识“错”这个键"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("方面: [\n", ":1:5 syntax 方括号没有配对", id="syntax"),
        pytest.param(
            "年度：2021\n", ":1:3 full_width “年度”后面是全角冒号，应为半角冒号加一个空格", id="a full-width colon"
        ),
        pytest.param("", ":1:1 unknown_kind 文件是空的，或者不是“键: 值”的写法", id="empty"),
        pytest.param("- 甲\n", ":1:1 unknown_kind 文件是空的，或者不是“键: 值”的写法", id="a list"),
        pytest.param(b"\x00\xff\xff", ":1:2 encoding 认不出文件的编码", id="no text"),
    ],
)
@pytest.mark.parametrize("name", ["presets/2021", "profiles/常委会"])
def test_an_own_preset_or_profile_that_cannot_be_read_is_told_and_the_programs_is_used(
    meeting: MeetingFolder, name: str, text: str | bytes, fault: str
) -> None:
    path = f"模板/{name}.yml"
    meeting.write_bytes(path, text if isinstance(text, bytes) else text.encode())

    project = meeting.load()

    assert meeting.faults() == [path + fault]
    assert (project.preset.area_count, project.profile.relations.members) == (5, "常委之间")


def test_an_own_preset_of_a_new_year_that_cannot_be_read_leaves_an_empty_one(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "预设: 2021", "预设: 2031")
    meeting.write("模板/presets/2031.yml", "方面: {\n")

    assert [fault.split(" ")[0] for fault in meeting.faults()] == ["模板/presets/2031.yml:1:5"]
    assert meeting.load().preset.area_count == 0


def test_an_own_preset_in_another_encoding_is_read_and_told(meeting: MeetingFolder) -> None:
    meeting.write_bytes("模板/presets/2021.yml", "会议名称: 专题会\n".encode("gb18030"))

    assert meeting.load().preset.title == "专题会"
    assert [fault.split(" ")[:2] for fault in meeting.faults()] == [["模板/presets/2021.yml:1:1", "encoding"]]


def test_an_own_profile_says_only_what_differs(meeting: MeetingFolder) -> None:
    meeting.write("模板/profiles/常委会.yml", "类型: 班子类别\n成员称呼: 委员\n承办: {政研室: 研究室}\n征求班子: []\n")

    profile = meeting.load().profile

    assert (profile.member_word, profile.relations.members, profile.quorum) == ("委员", "常委之间", "2/3")
    assert (profile.offices.research, profile.offices.general) == ("研究室", "市委办公室")
    assert profile.consulted == ()
    assert meeting.faults() == []


def test_faults_of_an_own_profile_are_told_at_their_lines(meeting: MeetingFolder) -> None:
    meeting.write("模板/profiles/常委会.yml", "到会比例: 多数\n成员称谓: 委员\n")

    assert meeting.faults() == [
        "模板/profiles/常委会.yml:1:7 wrong_value “到会比例”的值“多数”不是比例，应写成 2/3、0.9 或 90% 这样",
        "模板/profiles/常委会.yml:2:1 unknown_key 不认识“成员称谓”这个键",
    ]
    assert meeting.load().profile.quorum == "2/3"


def test_an_own_profile_of_another_kind_of_body_is_not_read(meeting: MeetingFolder) -> None:
    meeting.write("模板/profiles/党组.yml", "错: 1\n")

    assert meeting.faults() == []


# Years, secrets


def test_another_years_outline_is_only_compared_with(meeting: MeetingFolder) -> None:
    project = meeting.load()

    assert [outline.path for outline in project.outlines] == [
        "06-发言提纲/张卫国.md",
        "06-发言提纲/李明.md",
        "06-发言提纲/王芳.md",
    ]
    assert [outline.path for outline in project.of(Outline) if project.is_past(outline)] == ["11-往年/2020-李明.md"]


def test_an_empty_outline_counts_as_none(meeting: MeetingFolder) -> None:
    meeting.write(OUTLINE, "---\n类型: 发言提纲\n姓名: 李明\n---\n\n# 提纲\n\n## 一、存在的问题\n\n<!-- 怎么写 -->\n")

    project = meeting.load()

    assert isinstance(project.document(OUTLINE), Outline)
    assert project.outline("李明") is None


@pytest.mark.parametrize(
    ("line", "mark", "column"),
    [
        ("机密", "机密", 1),
        ("绝密★30年", "绝密", 1),
        ("密级：秘密", "秘密", 4),
        ("密级: 机密", "机密", 5),
        ("**秘密**", "秘密", 3),
        ("# 机密", "机密", 3),
        ("　　绝密", "绝密", 3),
    ],
)
def test_a_file_with_a_secret_mark_is_not_read(meeting: MeetingFolder, line: str, mark: str, column: int) -> None:
    meeting.write("08-会议/会议记录.md", f"---\n类型: 会议记录\n---\n\n{line}\n\n正文\n")

    assert meeting.faults() == [f"08-会议/会议记录.md:5:{column} secret 文件标有密级“{mark}”，没有读取"]
    assert [source.text for source in meeting.load().unreadable] == [""]


@pytest.mark.parametrize(
    "line", ["内部", "内部资料", "机密文件不得带出会场。", "秘密投票", "保守党的秘密，我做得不够。"]
)
def test_words_that_are_no_secret_mark(meeting: MeetingFolder, line: str) -> None:
    meeting.write("08-会议/会议记录.md", meeting.read("08-会议/会议记录.md") + f"\n{line}\n")

    assert meeting.faults() == []


def test_word_files_beside_the_materials_are_told(meeting: MeetingFolder) -> None:
    meeting.write_bytes("06-发言提纲/李明.docx", b"PK")
    meeting.write_bytes("06-发言提纲/~$李明.docx", b"PK")
    meeting.write_bytes("收件箱/李明.docx", b"PK")

    assert meeting.load().notes == (
        "06-发言提纲/李明.docx 是 Word 文件，没有检查：把文字粘进 .md 文件，再运行 mzsh fill",
    )


def test_a_file_whose_name_is_no_utf8_is_passed_over_and_told(meeting: MeetingFolder) -> None:
    name = os.fsencode(meeting.path("06-发言提纲")) + b"/\xc0\xee\xc3\xf7.md"
    with open(name, "wb") as file:
        file.write(b"---\n")

    assert meeting.load().notes == (
        r"06-发言提纲/\udcc0\udcee\udcc3\udcf7.md 的文件名是乱码，没有检查：请改名（解压时请选 GBK 编码）",
    )


def test_a_folder_that_cannot_be_entered_is_told(meeting: MeetingFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = meeting.path("我的")
    closed.mkdir()
    scandir, exists = os.scandir, Path.exists

    def refuse(path: object) -> None:
        if Path(str(path)) in (closed, closed / "会议.yml"):
            raise PermissionError(13, "Permission denied", str(closed))

    monkeypatch.setattr(os, "scandir", lambda path: (refuse(path), scandir(path))[1])
    monkeypatch.setattr(Path, "exists", lambda path: (refuse(path), exists(path))[1])

    assert meeting.load().notes == ("我的/ 读不了，里面的文件都没有检查：请看这个文件夹的权限",)


@pytest.mark.parametrize("name", ["02纪要.md", "05附件/说明.md"])
def test_only_the_numbered_folders_are_strict(meeting: MeetingFolder, name: str) -> None:
    meeting.write(name, "# 随手记\n")

    strict = "/" in name
    assert [source.path == name for source in meeting.load().sources].count(True) == strict
