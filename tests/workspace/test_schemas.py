"""The schemas that editors use: valid themselves, silent on every good document, and loud where one is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft7Validator

from mzsh.model.kinds import BY_NAME, DOCUMENTS, FIXED_FILES
from mzsh.model.record import Document
from mzsh.resources import examples
from mzsh.workspace.schemas import combined_schema, schema_of
from tests.support.folder import MEETING

CORE = {
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
    "null": r"~|null|Null|NULL|",
}
"""YAML 1.2, as editors read it: no dates, no sexagesimal numbers, no yes and no."""


class EditorsLoader(yaml.SafeLoader):
    """YAML as an editor reads it."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for name, pattern in CORE.items():
    EditorsLoader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(rf"(?:{pattern})$"), None)


def read(text: str) -> Any:
    return yaml.load(text, EditorsLoader)


def documents(root: Path) -> Iterator[tuple[str, type[Document], Any]]:
    """Every document of a folder: its path, its kind, and what an editor reads of it."""
    for path in sorted(root.rglob("*")):
        if path.suffix not in (".md", ".yml") or path.relative_to(root).parts[0].startswith("."):
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".md":
            if not text.startswith("---\n"):
                continue
            text = text[4:].split("\n---\n")[0]
        data = read(text)
        named = data.get("类型") or data.get("kind")
        yield path.relative_to(root).as_posix(), BY_NAME[named] if named else FIXED_FILES[path.name], data


def faults(schema: Any, data: Any) -> list[str]:
    return [
        f"{'/'.join(map(str, one.absolute_path))}: {one.message}" for one in Draft7Validator(schema).iter_errors(data)
    ]


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.names[1])
def test_a_schema_is_one(kind: type[Document]) -> None:
    Draft7Validator.check_schema(schema_of(kind))


def test_the_schema_of_all_kinds_is_one() -> None:
    Draft7Validator.check_schema(combined_schema())


@pytest.mark.parametrize("root", [MEETING, examples() / "望川市委"], ids=["tests", "example"])
def test_every_good_document_is_valid(root: Path) -> None:
    combined = combined_schema()
    wrong = {path: faults(schema_of(kind), data) + faults(combined, data) for path, kind, data in documents(root)}

    assert len(wrong) > 25
    assert {path: found for path, found in wrong.items() if found} == {}


def test_what_init_scaffolds_is_valid(tmp_path: Path) -> None:
    from mzsh.cli.running import run

    (tmp_path / "名册.csv").write_text("姓名,职务,角色\n张三,书记,书记\n李四,副书记,成员\n", encoding="utf-8")
    options = ["--yes", "--no-git", "--org", "临江市委", "--date", "2022-01-18", "--roster", "名册.csv"]
    for folder, given in (("满", options), ("空", ["--yes", "--no-git"])):
        assert run(["-C", str(tmp_path), "init", folder, *given]) == 0
        found = {path: faults(schema_of(kind), data) for path, kind, data in documents(tmp_path / folder)}
        assert {path: one for path, one in found.items() if one} == {}


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.names[1])
def test_every_field_is_described_in_chinese_and_may_wait(kind: type[Document]) -> None:
    schema = schema_of(kind)
    properties = [
        (name, one)
        for record in (schema, *schema["definitions"].values())
        for name, one in record["properties"].items()
    ]

    assert [name for name, one in properties if not re.search("[一-龥]", one.get("description", ""))] == []
    for name, one in properties:
        if name not in ("类型", "kind"):
            whole = {**one, "definitions": schema["definitions"]}
            assert faults(whole, "〔待填〕") == []
            assert faults(whole, None) == []


RECTIFICATION = """
类型: 整改清单
主体: 李明
条目:
  - {编号: 一, 问题: 甲, 来源: [意-1], 类别: 立行立改, 措施: 乙, 成果: 丙, 责任人: 丁, 时限: 2022-03-01}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", None),
        ("主体:", "owner_body:", None),
        ("时限: 2022-03-01", "时限: 会后15日, 完成: 2022年3月1日, 有条件解决: 是", None),
        ("编号: 一", "编号: 20220301", None),
        ("立行立改", "〔待填〕", None),
        ("来源: [意-1]", "来源: 〔待填〕", None),
        ("问题: 甲", "问题: 甲, 问提: 甲", "'问提' was unexpected"),
        ("立行立改", "马上改", "'马上改' is not one of"),
        ("来源: [意-1]", "来源: 意-1", "does not match"),
        ("来源: [意-1]", "来源: {甲: 乙}", "is not of type 'array'"),
        ("问题: 甲", "问题: [甲]", "is not of type 'string'"),
        ("时限: 2022-03-01", "时限: 2022-03-01, 完成: 去年", "does not match"),
        ("时限: 2022-03-01", "时限: 2022-03-01, 重点: 也许", "does not match"),
        ("时限: 2022-03-01", "时限: 2022-03-01, 方面: -1", "less than the minimum"),
        ("主体: 李明", "主体: 李明\nowner_body: 李明", "False schema does not allow"),
        ("主体: 李明\n", "", "is not valid under any of the given schemas"),
        ("责任人: 丁, ", "", "is not valid under any of the given schemas"),
        ("类型: 整改清单", "类型: 督导", "is not one of"),
    ],
)
def test_what_is_wrong_is_refused(old: str, new: str, told: str | None) -> None:
    assert old in RECTIFICATION

    found = faults(schema_of(BY_NAME["整改清单"]), read(RECTIFICATION.replace(old, new, 1)))

    assert (found == []) if told is None else (len(found) == 1 and told in found[0]), found


TALK = "类型: 谈话记录\n谈话人: 甲\n谈话对象: 乙\n类别: 成员之间\n日期: \n地点: \n"


@pytest.mark.parametrize(
    ("kind", "text", "good"),
    [
        ("谈话登记", "类型: 谈话登记\n条目: [{谈话人: 甲, 谈话对象: 乙, 类别: 成员之间, 日期: , 地点: 丙}]", True),
        ("谈话记录", TALK + "五避免: 全部", True),
        ("谈话记录", TALK + "五避免: 大都", False),
        (
            "谈话记录",
            "类型: 谈话记录\n谈话人: 甲\n谈话对象: 乙\n类别: 成员之间\n日期: \n地点: \n时间: 14:30-15:30",
            True,
        ),
        ("谈话记录", TALK + "时间: 下午", False),
        ("审阅", "条目: [{环节: 报送, path: 甲.md, 结论: 通过}]", True),
        ("审阅", "条目: [{环节: 报送, path: 甲.md, 结论: 尚可}]", False),
    ],
)
def test_words_that_stand_for_all(kind: str, text: str, good: bool) -> None:
    assert (faults(schema_of(BY_NAME[kind]), read(text)) == []) is good


MINUTES = "类型: 会议记录\n日期: \n主持: 甲\n记录: 乙\n出席: 〔待填〕\n批评: "


@pytest.mark.parametrize(
    ("typed", "good"), [("全部", True), ("[{批评人: 甲, 对象: 乙}]", True), ("[甲]", False), ("都有", False)]
)
def test_criticisms_of_the_minutes(typed: str, good: bool) -> None:
    assert (faults(schema_of(BY_NAME["会议记录"]), read(MINUTES + typed)) == []) is good


@pytest.mark.parametrize(
    ("typed", "good"),
    [
        ("检查: {阈值: {到会比例: 4/5}}", True),
        ("检查: {阈值: {到会比列: 0.8}}", False),
        ("检查: {阈值: {发言分钟: -1}}", False),
        ("检查: {级别: {MZ203: 错误}}", True),
        ("检查: {级别: {MZ203: 严重}}", False),
        ("版式: {行距: 28, 加粗: [一、, 1.]}", True),
        ("版式: {行距: 80}", False),
        ("版式: {加粗: [二级]}", False),
        ("公文: {专题报告: {文号: 甲}}", True),
        ("公文: {报告单: {文号: 甲}}", False),
    ],
)
def test_settings(typed: str, good: bool) -> None:
    whole = (MEETING / "会议.yml").read_text(encoding="utf-8")
    text = f"{whole[: whole.index('公文:')]}{typed}\n"

    assert (faults(schema_of(BY_NAME["会议"]), read(text)) == []) is good
