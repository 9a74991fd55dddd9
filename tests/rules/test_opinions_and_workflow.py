"""One edit of the example, one finding: soliciting, opinions, study, milestones and approvals (MZ4xx, MZ5xx)."""

# ruff: noqa: E501

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from mzsh.resources import examples
from mzsh.rules.finding import Report
from mzsh.rules.running import CheckOptions, check
from mzsh.workspace.loading import load
from tests.support.folder import MeetingFolder

TODAY = date(2022, 3, 10)
MEETING = "会议.yml"
LETTERS = "03-征求意见/征求意见.yml"
OPINIONS = "03-征求意见/意见建议.yml"
DEADLINES = "时间节点.yml"
REVIEWS = "审阅.yml"
STUDY = "02-学习研讨/2021-12-30-常委会.md"
OUTLINE = "06-发言提纲/贺长林.md"
STATEMENT = "05-班子材料/班子对照检查材料.md"
READING = "习近平总书记在中央政治局民主生活会上的重要讲话精神"


def of(step: str, more: str) -> str:
    """The pattern of a part of 贺长林's record of a step."""
    return rf"(材料: {OUTLINE}\n    环节: {step}\n(?:    .*\n)*?{more})\S+"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(examples() / "望川市委", tmp_path / "望川市委"))


def edit(root: Path, name: str, *changes: tuple[str, str]) -> None:
    text = (root / name).read_text(encoding="utf-8")
    for pattern, new in changes:
        text, count = re.subn(pattern, new, text, count=1, flags=re.MULTILINE)
        assert count == 1, pattern
    (root / name).write_text(text, encoding="utf-8")


def report(root: Path, today: date = TODAY) -> Report:
    return check(load(root), CheckOptions(today=today))


def findings(root: Path, today: date = TODAY) -> list[str]:
    return [f"{f.path}:{f.line} {f.rule} {f.message}" for f in report(root, today).findings]


@pytest.mark.parametrize(
    ("name", "pattern", "new", "expected"),
    [
        pytest.param(LETTERS, r"^  - \{单位: 桥南.*\n", "", f"{LETTERS}:5 MZ401 还没有给桥南社区党委发征求意见函", id="no letter"),
        pytest.param(LETTERS, "单位: 桥南社区党委", "单位: 桥南社区委", f"{LETTERS}:5 MZ401 还没有给桥南社区党委发征求意见函", id="another unit"),
        pytest.param(LETTERS, "(单位: 桥南社区党委, .*)发出: 1, 收回: 1", r"\1发出: 0", f"{LETTERS}:15 MZ401 还没有给桥南社区党委发征求意见函", id="letter not sent"),
        pytest.param(LETTERS, "收回: 1", "收回: 0", f"{LETTERS}:6 MZ401 发给市直机关工委的征求意见函还没有收回；共发出 12 份，收回 11 份", id="letter not returned"),
        pytest.param(LETTERS, "单位: 桥南社区党委, ", "", f"{LETTERS}:15 MZ006 “函”第10项缺“单位”", id="letter without a unit"),
        pytest.param(LETTERS, "发出: 1", "发出: 一", f"{LETTERS}:6 MZ007 “发出”的值“一”应为整数", id="sent refused"),
        pytest.param(LETTERS, "^函:", "函们:", f"{LETTERS}:5 MZ005 不认识“函们”这个键", id="letters mistyped"),
        pytest.param(LETTERS, r"  - \{成员: 丁若楠, 对象: 市文明办.*\n", "", f"{LETTERS}:20 MZ405 丁若楠还没有听取市文明办的意见", id="not heard"),
        pytest.param(LETTERS, "(对象: 市文明办, 日期: )[0-9-]+", r"\1", f"{LETTERS}:34 MZ405 丁若楠还没有听取市文明办的意见", id="planned"),
        pytest.param(LETTERS, "(对象: 市文明办, 日期: )[0-9-]+", r"\g<1>2021-12-32", f"{LETTERS}:34 MZ008 没有“2021-12-32”这一天", id="day refused"),
        pytest.param(LETTERS, "成员: 丁若楠, 对象: 市文明办", "成员: 丁若男, 对象: 市文明办", f"{LETTERS}:34 MZ010 名册里没有“丁若男”", id="hearer"),
        pytest.param(LETTERS, "^听取:", "听取意见:", f"{LETTERS}:20 MZ005 不认识“听取意见”这个键", id="hearings mistyped"),
        pytest.param(LETTERS, "类型: 征求意见", "类型: 征求函", f"{LETTERS}:1 MZ012 没有“征求函”这种类型", id="kind of letters"),
        pytest.param(MEETING, "联系点: 城关街道党工委", "联系点: 城东街道党工委", f"{LETTERS}:20 MZ405 丁若楠还没有听取城东街道党工委的意见", id="linked unit"),
        pytest.param(MEETING, r"征求范围:\n(?:  - .*\n){12}", "征求范围: [市直机关工委, 市教育局党委]\n", f"{MEETING}:81 MZ409 征求意见的范围里没有基层党组织", id="scope"),
        pytest.param(OPINIONS, r"  - \{成员: 贺长林, 签收.*\n", "", f"{OPINIONS}:229 MZ404 贺长林还没有签收反馈的意见", id="no entry"),
        pytest.param(OPINIONS, "(成员: 贺长林), 签收: 2021-12-27", r"\1", f"{OPINIONS}:234 MZ404 贺长林还没有签收反馈的意见", id="not signed"),
        pytest.param(OPINIONS, "成员: 贺长林, 签收", "成员: 何长林, 签收", f"{OPINIONS}:234 MZ010 名册里没有“何长林”", id="who signed"),
        pytest.param(OPINIONS, r"^反馈:\n(?:.*\n)+", "反馈: 都签了\n", f"{OPINIONS}:229 MZ007 “反馈”应是列表，这里写成了一个值", id="feedback refused"),
        pytest.param(OPINIONS, "类型: 意见建议", "类型: 意见", f"{OPINIONS}:1 MZ012 没有“意见”这种类型", id="kind of opinions"),
        pytest.param(OPINIONS, "来源: 群众", "来源: 张三（市财政局）", f"{OPINIONS}:7 MZ406 意见Y01的来源里有姓名，会暴露提意见的人", id="giver in the source"),
        pytest.param(OPINIONS, "前年答应给修", "我叫李大柱，前年答应给修", f"{OPINIONS}:80 MZ406 意见Y08的原话里有提意见人的姓名，会暴露提意见的人", id="giver in the words"),
        pytest.param(OPINIONS, "来源: 群众", "来源: 企业", f"{OPINIONS}:7 MZ407 来源“企业”只有 1 条意见，容易让人猜出是谁提的", id="small category"),
        pytest.param(OPINIONS, r"    渠道: 走访\n", "", f"{OPINIONS}:16 MZ006 “意见”第2项缺“渠道”", id="no channel"),
        pytest.param(DEADLINES, r"完成: 2021-12-24(\n.*意见建议.yml)", r"完成: 2021-12-30\1", f"{DEADLINES}:25 MZ402 “征求意见梳理汇总”应在12月24日前完成，晚了6天", id="late summary"),
        pytest.param(DEADLINES, "时限: 会前11日", "时限: 长期坚持", f"{DEADLINES}:53 MZ509 “书记与其他常委谈心谈话”的时限“长期坚持”算不出日期", id="no date"),
        pytest.param(DEADLINES, "时限: 会前11日", "时限: 2021-02-30", f"{DEADLINES}:53 MZ008 没有“2021-02-30”这一天", id="impossible date"),
        pytest.param(DEADLINES, r"    时限: 会前11日\n", "", f"{DEADLINES}:51 MZ006 “节点”第9项缺“时限”", id="no due date"),
        pytest.param(MEETING, r"  日期: 2022-01-18\n", "", f"{MEETING}:13 MZ006 “召开”缺“日期”", id="no day of the meeting"),
        pytest.param(MEETING, "  日期: 2022-01-18", "  日期: 明年一月", f"{MEETING}:13 MZ007 “日期”的值“明年一月”不是日期，应写成 2021-12-05 这样", id="day of the meeting refused"),
        pytest.param(STUDY, "  - 习近平.*", "  - 省委文件", f"{MEETING}:94 MZ507 必学篇目“{READING}”还没有集中学过", id="reading"),
        pytest.param(STUDY, "形式: 党委会", "形式: 自学", f"{MEETING}:94 MZ507 必学篇目“{READING}”还没有集中学过", id="alone"),
        pytest.param(STUDY, "日期: 2021-12-30", "日期: 2022-01-30", f"{MEETING}:94 MZ507 必学篇目“{READING}”还没有集中学过", id="after the meeting"),
        pytest.param(STUDY, "形式: 党委会", "形式: 会议", f"{STUDY}:4 MZ007 “形式”不能写“会议”，只能是：党委会、中心组、自学", id="form refused"),
        pytest.param(STUDY, r"日期: 2021-12-30\n", "", f"{STUDY}:1 MZ006 缺“日期”", id="study without a day"),
        pytest.param(STUDY, r"篇目:\n  - .*\n", "", f"{STUDY}:1 MZ006 缺“篇目”", id="study without readings"),
        pytest.param(REVIEWS, of("书记审阅", "    日期: "), r"\g<1>2022-01-05", f"{REVIEWS}:106 MZ503 {OUTLINE}：书记审阅（1月5日）早于报送（1月7日）", id="order"),
        pytest.param(REVIEWS, of("报送", "    日期: "), r"\g<1>2022-01-12", f"{REVIEWS}:106 MZ503 {OUTLINE}：书记审阅（1月11日）早于报送（1月12日）", id="order, the first moved"),
        pytest.param(REVIEWS, of("上级审定", "    日期: "), r"\g<1>2022-01-01", f"{REVIEWS}:136 MZ503 {OUTLINE}：上级审定（1月1日）早于书记审阅（1月11日）", id="order, the last moved"),
        pytest.param(REVIEWS, r"(人: 市政协\n    日期: )\S+", r"\g<1>2022-01-03", f"{REVIEWS}:32 MZ503 {STATEMENT}：征求市政协意见（1月3日）早于书记审定（1月4日）", id="order of the bodies"),
        pytest.param(REVIEWS, of("上级审定", "    日期: "), r"\g<1>2022-01-41", f"{REVIEWS}:136 MZ008 没有“2022-01-41”这一天", id="day of a review"),
        pytest.param(REVIEWS, of("上级审定", "    结论: "), r"\1退改", f"{OUTLINE}:1 MZ504 还没有上级审定", id="returned"),
        pytest.param(REVIEWS, of("上级审定", "    结论: "), r"\1同意", f"{REVIEWS}:137 MZ007 “结论”不能写“同意”，只能是：通过、退改", id="verdict refused"),
        pytest.param(REVIEWS, rf"(材料: {OUTLINE}\n    环节: )上级审定", r"\1书记审阅", f"{OUTLINE}:1 MZ504 还没有上级审定", id="another step"),
        pytest.param(REVIEWS, rf"(材料: {OUTLINE}\n    环节: )上级审定", r"\1上级审批", f"{REVIEWS}:134 MZ007 “环节”不能写“上级审批”，只能是：报送、书记审阅、上级审定、书记审定、征求四个班子、方案报批、班子会审议", id="step refused"),
        pytest.param(REVIEWS, of("上级审定", "    指纹: "), r"\g<1>" + "0" * 64, f"{OUTLINE}:1 MZ505 上级审定通过以后又改过", id="fingerprint"),
        pytest.param(REVIEWS, "类型: 审阅", "类型: 审批", f"{REVIEWS}:1 MZ012 没有“审批”这种类型", id="kind of reviews"),
        pytest.param(STATEMENT, "状态: 书记已审", "状态: 上级已审", f"{STATEMENT}:3 MZ506 状态是“上级已审”，审阅.yml 里没有相应的记录", id="status"),
    ],
)  # fmt: skip
def test_one_defect_one_finding(example: Path, name: str, pattern: str, new: str, expected: str) -> None:
    edit(example, name, (pattern, new))

    assert findings(example) == [expected]


@pytest.mark.parametrize(
    ("name", "pattern", "new"),
    [
        pytest.param(LETTERS, "(对象: 市文明办), 日期: 2021-12-20", r"\1", id="a hearing without its day"),
        pytest.param(LETTERS, ", 发出: 1, 收回: 1", "", id="a letter without numbers"),
        pytest.param(MEETING, r"征求范围:\n(?:  - .*\n)+", "", id="no scope"),
        pytest.param(MEETING, r"必学篇目:\n(?:  - .*\n)+", "", id="readings of the preset"),
        pytest.param(OPINIONS, r"    来源: 群众\n", "", id="an opinion without a source"),
        pytest.param(
            STUDY, "  - 习近平.*", "  - 《习近平总书记在中央政治局民主生活会上的重要讲话》", id="a title in short"
        ),
        pytest.param(REVIEWS, of("书记审阅", "    日期: "), r"\g<1>2022-01-14", id="two steps on one day"),
        pytest.param(OUTLINE, "状态: 上级已审", "状态: 已报送", id="a status that says less"),
        pytest.param(DEADLINES, "完成: 2021-12-28", "完成: 2022-01-03", id="another milestone that was late"),
    ],
)
def test_what_an_office_may_leave_out_or_write_otherwise(example: Path, name: str, pattern: str, new: str) -> None:
    edit(example, name, (pattern, new))

    assert findings(example) == []


def test_without_fingerprints_nothing_is_said_of_changes(example: Path) -> None:
    text = (example / REVIEWS).read_text(encoding="utf-8")
    (example / REVIEWS).write_text(re.sub("    指纹: .*\n", "", text), encoding="utf-8")
    edit(example, OUTLINE, ("。", "！"))

    assert findings(example) == []


def test_no_livelihood_anywhere_is_one_hint(example: Path) -> None:
    text = (example / OPINIONS).read_text(encoding="utf-8")
    (example / OPINIONS).write_text(text.replace("    民生: true\n", ""), encoding="utf-8")

    (found,) = report(example).findings

    assert (found.rule, found.severity.chinese, found.line) == ("MZ408", "提示", 4)


def test_without_the_register_each_place_is_missed_at_its_member(example: Path) -> None:
    (example / LETTERS).unlink()

    found = findings(example)

    assert found[:2] == [
        "会议.yml:19 MZ405 沈砚平还没有听取市委办公室的意见",
        "会议.yml:19 MZ405 沈砚平还没有听取市委政研室的意见",
    ]
    assert [line.split(" ")[0] for line in found if "MZ401" in line] == [f"会议.yml:{n}" for n in range(82, 94)]
    assert len(found) == 15 + 12


def test_no_study_at_all_is_one_finding(example: Path) -> None:
    shutil.rmtree(example / "02-学习研讨")

    assert findings(example) == ["会议.yml:94 MZ507 还没有集中学习研讨的记录"]


def test_unread_letters_are_named_and_the_rate_is_said_once(example: Path) -> None:
    text = (example / LETTERS).read_text(encoding="utf-8")
    (example / LETTERS).write_text(text.replace("收回: 1", "收回: 0", 3), encoding="utf-8")

    found = report(example).findings

    assert [one.severity.chinese for one in found] == ["提示"] * 3
    assert [one.message.partition("；")[2] for one in found] == ["共发出 12 份，收回 9 份", "", ""]
    assert findings(example, date(2021, 12, 24)) == []


def test_what_is_not_due_is_open(example: Path) -> None:
    edit(example, LETTERS, (r"^  - \{单位: 桥南.*\n", ""), (r"  - \{成员: 丁若楠, 对象: 市文明办.*\n", ""))
    edit(example, OPINIONS, (r"  - \{成员: 贺长林, 签收.*\n", ""))
    edit(example, STUDY, ("  - 习近平.*", "  - 省委文件"))

    early = report(example, date(2021, 12, 10))

    assert early.findings == ()
    assert [(item.rule, item.due) for item in early.not_due] == [
        ("MZ401", date(2021, 12, 14)),
        ("MZ405", date(2021, 12, 24)),
        ("MZ404", date(2021, 12, 29)),
        ("MZ507", date(2021, 12, 31)),
    ]


def test_a_few_opinions_have_no_small_categories(example: Path) -> None:
    head, *blocks = re.split(r"^(?=  - 编号: Y)", (example / OPINIONS).read_text(encoding="utf-8"), flags=re.MULTILINE)
    tail = blocks[-1][blocks[-1].index("归并:\n") :]
    (example / OPINIONS).write_text(head + "".join(blocks[:9]) + tail, encoding="utf-8")

    assert "MZ407" not in {one.rule for one in report(example).findings}


def test_a_changed_text_speaks_before_missing_and_misordered_steps(example: Path) -> None:
    edit(
        example, REVIEWS, (of("书记审阅", "    日期: "), r"\g<1>2022-01-05"), (of("上级审定", "    结论: "), r"\1退改")
    )
    edit(example, OUTLINE, ("。", "！"))

    assert findings(example) == [f"{OUTLINE}:1 MZ505 报送、书记审阅通过以后又改过"]


def test_a_missing_step_speaks_before_order_and_status_only_once_it_is_due(example: Path) -> None:
    edit(
        example, REVIEWS, (of("书记审阅", "    日期: "), r"\g<1>2022-01-05"), (of("上级审定", "    结论: "), r"\1退改")
    )

    assert findings(example) == [f"{OUTLINE}:1 MZ504 还没有上级审定"]
    assert findings(example, date(2022, 1, 14)) == [
        f"{OUTLINE}:4 MZ506 状态是“上级已审”，审阅.yml 里没有相应的记录",
        f"{REVIEWS}:106 MZ503 {OUTLINE}：书记审阅（1月5日）早于报送（1月7日）",
    ]


def test_of_several_bodies_asked_too_early_the_first_is_named_and_the_others_beside_it(example: Path) -> None:
    edit(example, REVIEWS, (r"(环节: 书记审定\n    人: .*\n    日期: )\S+", r"\g<1>2022-01-07"))

    (found,) = report(example).findings

    assert (found.rule, found.path, found.line) == ("MZ503", REVIEWS, 14)
    assert [one.span.line for one in found.related] == [8, 26, 20, 32]


def test_of_two_outlines_nothing_is_said_but_that_they_are_two(example: Path) -> None:
    shutil.copy(example / OUTLINE, example / "06-发言提纲/贺长林-改.md")
    edit(example, OUTLINE, ("。", "！"))

    assert [line.split(" ")[1] for line in findings(example)] == ["MZ013"]


def test_a_suppressed_change_stays_suppressed(example: Path) -> None:
    folder = MeetingFolder(example)
    edit(example, OUTLINE, ("---\n", "---\n# mzsh: 忽略 MZ505 书记口头同意改了一个数\n"), ("。", "！"))

    found = report(folder.root)

    assert found.findings == ()
    assert [one.finding.rule for one in found.suppressed] == ["MZ505"]
