"""After the meeting (MZ7xx): one edit, one finding, at its place."""

# ruff: noqa: E501

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.support.folder import MeetingFolder

REPORT = "09-报告/专题报告.md"
CIRCULAR = "09-报告/情况通报.md"
TEAM = "10-整改/班子.yml"
PLAN = "10-整改/李明.yml"
DUAL = "10-整改/双重组织生活.yml"
LAST = "11-往年/上年整改.yml"
OPENING = "班子和个人分别列出整改清单，"
NOTICE = "公示:\n  范围: 南岸社区公告栏\n  起: 2022-02-21\n  止: 2022-02-27\n  保密审查: 陈建平\n  批准: 张卫国\n"
PROVED = "完成: 2022-02-14\n    证据: 保留名单（58张）\n    核验人: 周晓燕"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        pytest.param(REPORT, "报送: 2022-01-28", "报送: 2022-02-03", "7:5 错误 MZ701 专题报告2022-02-03才报出，时限是2022-02-02", id="report late"),
        pytest.param(
            "时间节点.yml", "责任: 市委组织部, 完成: 2022-01-28", "责任: 市委组织部, 完成: 2022-02-03",
            "16:60 错误 MZ701 “报送专题报告”2022-02-03才完成，时限是2022-02-02", id="milestone of the report late",
        ),
        pytest.param(REPORT, "  - 班子对照检查材料\n", "", "8:1 错误 MZ701 附件里没有班子对照检查材料", id="annex"),
        pytest.param(
            CIRCULAR, OPENING, "王芳同志批评得很直，" + OPENING,
            "15:1 错误 MZ702 要发出去的文字里写出了批评人或被批评的人王芳", id="critic",
        ),
        pytest.param(
            CIRCULAR, OPENING, "南岸社区党委反映的泵房，" + OPENING,
            "15:1 错误 MZ702 要发出去的文字里写出了提意见的南岸社区党委", id="giver of an opinion",
        ),
        pytest.param(CIRCULAR, OPENING, "（见Y05）" + OPENING, "15:3 错误 MZ702 要发出去的文字里写了编号“Y05”", id="id of an opinion"),
        pytest.param(
            CIRCULAR, OPENING, "同一份证明补了三回，9月走了一名外科医生。" + OPENING,
            "15:1 错误 MZ702 要发出去的文字里照抄了批评意见的话", id="words of a criticism",
        ),
        pytest.param(
            TEAM, "内容: 泵房已动工", "内容: 一条一条对照泵房坏了归谁修、物业水厂街道各说各的",
            "41:30 错误 MZ702 要发出去的文字里照抄了意见Y02的原话", id="words of an opinion in the progress",
        ),
        pytest.param(TEAM, "时限: 2022-02-15", "时限: 2022-02-18", "65:9 错误 MZ705 整-班子-5是立行立改，时限却在会后31天，超过30天", id="immediate too late"),
        pytest.param(PLAN, "时限: 2022-05-31", "时限: 2022-03-19", "47:9 错误 MZ706 整-李明-4应在2022-03-19前完成，已过1天", id="overdue"),
        pytest.param(
            TEAM, PROVED, "完成: 2022-02-14\n    核验人: 周晓燕", "56:5 错误 MZ707 整-班子-5写着已完成，没有证据", id="no evidence",
        ),
        pytest.param(
            TEAM, PROVED, "完成: 2022-02-14\n    证据: 保留名单（58张）\n    核验人: 〔待填〕",
            "69:10 错误 MZ707 整-班子-5写着已完成，没有核验人", id="verifier not filled in",
        ),
        pytest.param(
            PLAN, "时限: 2022-05-31\n    状态: 未开始", "时限: 2022-05-31\n    状态: 已完成",
            "48:9 错误 MZ707 整-李明-4写着已完成，没有证据和核验人", id="done by word only",
        ),
        pytest.param(
            LAST, "结果: 没有一件超时", "结果: 没有一件超时\n    有条件解决: true\n  - {编号: 上年-9, 主体: 李明, 问题: 汛前检查只是听汇报, 有条件解决: true, 结果: 改了}",
            "06-发言提纲/李明.md:34:13 错误 MZ708 上年整改上年-9“汛前检查只是听汇报”有条件解决，本年又报了", id="in other words",
        ),
        pytest.param(LAST, "    结果: 已每天开放\n", "", "48:5 错误 MZ709 上年整改上年-4没有写结果", id="outcome"),
        pytest.param(TEAM, "  范围: 南岸社区公告栏\n", "", "70:1 错误 MZ710 公示没有写范围", id="scope"),
        pytest.param(TEAM, "  起: 2022-02-21\n  止: 2022-02-27\n", "", "70:1 错误 MZ710 公示没有写开始日期（起）、结束日期（止）", id="dates"),
        pytest.param(TEAM, "  批准: 张卫国\n", "", "70:1 错误 MZ710 公示没有写批准", id="approval of the notice"),
        pytest.param(DUAL, ", 指导日期: 2022-02-16", "", "4:5 错误 MZ711 李明没有写指导临江经开区党工委民主生活会的日期", id="guided date"),
        pytest.param(DUAL, "支部会日期: 2022-01-24", "支部会日期: 2022-01-34", "4:21 错误 MZ008 没有“2022-01-34”这一天", id="impossible date"),
        pytest.param(DUAL, "姓名: 李明", "姓名: 李鸣", "4:10 错误 MZ010 名册里没有“李鸣”", id="name in the register"),
        pytest.param(TEAM, "    专项: 二次供水专项整治\n", "", "29:5 提示 MZ712 整-班子-3来自群众反映强烈的意见Y01，没有写专项", id="no special campaign"),
        pytest.param(PLAN, "本人制定: true\n", "", "1:1 提示 MZ713 李明的整改方案没有声明本人制定", id="not declared"),
        pytest.param(PLAN, "    责任人: 李明\n    时限: 2022-06-30\n    状态: 进行中\n", "    责任人: 李明\n    时限: 2022-06-30\n    状态: 进行中\n    群众关心: true\n", "", id="public by the team's notice"),
    ],
)  # fmt: skip
def test_one_edit(meeting: MeetingFolder, name: str, old: str, new: str, expected: str) -> None:
    meeting.replace(name, old, new)

    place = expected if ".md:" in expected or ".yml:" in expected else f"{name}:{expected}"
    assert meeting.check() == ([place] if expected else [])


def test_a_late_report_is_said_once(meeting: MeetingFolder) -> None:
    meeting.replace(REPORT, "报送: 2022-01-28", "报送: 2022-02-20")
    meeting.replace("时间节点.yml", "责任: 市委组织部, 完成: 2022-01-28", "责任: 市委组织部, 完成: 2022-02-20")

    assert meeting.check() == [f"{REPORT}:7:5 错误 MZ701 专题报告2022-02-20才报出，时限是2022-02-02"]


@pytest.mark.parametrize(("sent", "severity"), [("", "提示"), ("报送: 2022-01-28\n", "错误")])
def test_a_report_without_a_list_of_annexes(meeting: MeetingFolder, sent: str, severity: str) -> None:
    meeting.write(REPORT, f"---\n类型: 专题报告\n{sent}---\n\n会开了一天。\n")

    assert meeting.check() == [f"{REPORT}:1:1 {severity} MZ701 没有列附件"]


@pytest.mark.parametrize("name", [REPORT, CIRCULAR])
def test_a_paper_is_missed_when_it_is_due(meeting: MeetingFolder, name: str) -> None:
    meeting.remove(name)
    kind = name.removeprefix("09-报告/").removesuffix(".md")

    assert meeting.check(today=date(2022, 1, 20), select=("MZ715",)) == []
    assert meeting.check() == [f"会议.yml:3:5 错误 MZ715 还没有{kind}"]


def test_a_scaffold_is_no_paper_yet(meeting: MeetingFolder) -> None:
    meeting.write(CIRCULAR, "---\n类型: 情况通报\n文号: 〔待填〕\n主送: 各党委\n印发: 〔待填〕\n---\n\n## 整改安排\n")

    assert meeting.check() == ["会议.yml:3:5 错误 MZ715 还没有情况通报"]


@pytest.mark.parametrize("name", [REPORT, CIRCULAR, DUAL])
@pytest.mark.parametrize("kind", ["类型: 别的", "类型: ["])
def test_a_file_that_cannot_be_read_counts_as_present(meeting: MeetingFolder, name: str, kind: str) -> None:
    text = meeting.read(name)
    meeting.write(name, re.sub("^类型: .*$", kind, text, flags=re.MULTILINE))

    assert meeting.check(select=("MZ7",)) == []


def test_the_register_of_dual_life_is_missed_when_it_is_due(meeting: MeetingFolder) -> None:
    meeting.remove(DUAL)

    assert meeting.check(today=date(2022, 2, 1), select=("MZ711",)) == []
    assert meeting.check() == ["会议.yml:3:5 错误 MZ711 还没有双重组织生活的登记"]


def test_a_member_without_a_row(meeting: MeetingFolder) -> None:
    meeting.write(DUAL, re.sub("^  - {姓名: 王芳.*\n", "", meeting.read(DUAL), flags=re.MULTILINE))

    assert meeting.check() == [f"{DUAL}:2:1 错误 MZ711 没有王芳的双重组织生活"]


def test_who_guides_nobody_owes_no_date(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "    联系点: 临江经开区党工委\n", "")
    meeting.replace(DUAL, ", 指导单位: 临江经开区党工委, 指导日期: 2022-02-16", "")

    assert meeting.check(select=("MZ7",)) == []


def test_the_limit_of_what_is_put_right_at_once_is_a_setting(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "公文:\n", "检查: {阈值: {立行立改天数: 20}}\n公文:\n")

    assert {line.split(" ")[2] for line in meeting.check()} == {"MZ705"}


def test_done_without_a_status_is_not_overdue(meeting: MeetingFolder) -> None:
    meeting.replace(PLAN, "时限: 2022-03-10\n    状态: 已完成\n", "时限: 2022-03-10\n")

    assert meeting.check() == []


def test_a_solvable_problem_by_its_id(meeting: MeetingFolder) -> None:
    meeting.replace(LAST, "结果: 没有一件超时", "结果: 没有一件超时\n    有条件解决: true")
    meeting.replace(PLAN, "来源: [李明-1-1]", "来源: [李明-1-1, 上年-3]")

    assert meeting.check() == [f"{PLAN}:7:5 错误 MZ708 上年整改上年-3“园区审批常有超时”有条件解决，本年又报了"]


def test_an_unsolvable_problem_may_come_back(meeting: MeetingFolder) -> None:
    meeting.replace(PLAN, "来源: [李明-1-1]", "来源: [李明-1-1, 上年-3]")

    assert meeting.check() == []


def test_an_outcome_is_due_at_the_meeting(meeting: MeetingFolder) -> None:
    meeting.replace(LAST, "    结果: 已每天开放\n", "    结果: 〔待填〕\n")

    assert meeting.check(today=date(2022, 1, 10), select=("MZ709",)) == []
    assert len(meeting.check(select=("MZ709",))) == 1


def test_a_notice_that_waits_for_its_review_is_not_due(meeting: MeetingFolder) -> None:
    meeting.replace(TEAM, "  保密审查: 陈建平\n", "  保密审查: 〔待填〕\n")

    assert meeting.check(today=date(2022, 2, 10), select=("MZ710",)) == []
    assert meeting.check(select=("MZ710",)) == [f"{TEAM}:70:1 错误 MZ710 公示没有写保密审查"]


def test_a_notice_is_not_due_before_its_milestone(meeting: MeetingFolder) -> None:
    meeting.replace(TEAM, NOTICE, "")

    assert meeting.check(today=date(2022, 3, 10), select=("MZ714",)) == []
    assert meeting.check() == [f"{TEAM}:43:11 提示 MZ714 整-班子-3是群众关心的，清单里没有“公示”"]


def test_a_strong_opinion_that_was_lost_is_703(meeting: MeetingFolder) -> None:
    meeting.replace(TEAM, "来源: [班子-3-1, G01]", "来源: [班子-3-1]")

    assert [line.split(" ")[2] for line in meeting.check()] == ["MZ703"]


def test_a_strong_opinion_that_was_passed_on_needs_no_meeting(meeting: MeetingFolder) -> None:
    meeting.replace(
        "03-征求意见/意见建议.yml",
        "能不能把时间往前挪一挪。\n",
        "能不能把时间往前挪一挪。\n    群众反映强烈: true\n",
    )

    assert meeting.check(select=("MZ7",)) == []


@pytest.mark.parametrize("drafted", ["政研室", "市委政研室王某某", "市委政策研究室"])
def test_the_office_by_other_names(meeting: MeetingFolder, drafted: str) -> None:
    meeting.replace(TEAM, "起草: 市委政研室", f"起草: {drafted}")

    assert meeting.check() == []


@pytest.mark.parametrize(
    "text",
    [
        "张卫国同志主持会议，带头开展批评和自我批评。",
        "会议以“大力弘扬伟大建党精神，坚持和发展党的百年奋斗历史经验，坚定历史自信”为主题。",
        "二次供水泵房、旧房改造、报表过多三件事，已经列入清单。",
        "共征求到意见9条，提出批评意见6条。",
    ],
)
def test_what_a_circular_may_say(meeting: MeetingFolder, text: str) -> None:
    meeting.replace(CIRCULAR, OPENING, text + OPENING)

    assert meeting.check(select=("MZ7", "MZ8")) == []


def test_an_item_that_is_not_public_may_quote(meeting: MeetingFolder) -> None:
    meeting.replace(TEAM, "内容: 已列出两次任务单", "内容: 对照Y08，已列出两次任务单")

    assert meeting.check() == []


def test_an_item_from_nowhere_is_one_finding(meeting: MeetingFolder) -> None:
    meeting.replace(PLAN, "    来源: [李明-2-1, 张卫国-李明-1]\n", "")

    assert meeting.check() == [f"{PLAN}:15:5 错误 MZ703 整-李明-2没有写来源"]


def test_a_plan_of_nobody_declares_nothing(meeting: MeetingFolder) -> None:
    meeting.replace(PLAN, "主体: 李明\n本人制定: true\n", "主体: 李鸣\n")

    assert meeting.check() == [f"{PLAN}:2:5 错误 MZ010 名册里没有“李鸣”"]


def test_an_opinion_that_was_not_merged_is_403(meeting: MeetingFolder) -> None:
    meeting.replace("03-征求意见/意见建议.yml", "    需说明: true\n    归并: G04\n", "    需说明: true\n")

    assert [line.split(" ")[2] for line in meeting.check()] == ["MZ403"]


@pytest.mark.parametrize(
    ("name", "entry"), [(PLAN, "  - 编号: 整-李明-2\n"), ("07-批评意见/张卫国.md", "  - 对象: 王芳\n")]
)
def test_two_entries_that_ran_together_are_only_that(meeting: MeetingFolder, name: str, entry: str) -> None:
    meeting.replace(name, entry, "")

    assert {line.split(" ")[2] for line in meeting.check()} == {"MZ004"}
