"""Materials: where problems come from, who claims and explains what, and the text as a whole (MZ108–120, 307)."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.support.folder import MeetingFolder

STATEMENT = "05-班子材料/班子材料.md"
WANG, LI = "06-发言提纲/王芳.md", "06-发言提纲/李明.md"
OPINIONS, DUE = "03-征求意见/意见建议.yml", "03-征求意见/应说明事项.yml"
MATERIALS = ("MZ1", "MZ3", "MZ7")


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        pytest.param(
            WANG, "来源: 认领班子, 依据: [班子-3-1]", "来源: 自查, 依据: [班子-3-1]",
            [f"{WANG}:7:1 错误 MZ115 王芳没有认领班子的问题"], id="claims none, though the team's problem is named",
        ),
        pytest.param(
            WANG, "[班子-3-1]", "[班子-3-2]",
            [f"{WANG}:16:41 错误 MZ115 认领的“班子-3-2”查无此条"], id="mistyped claim: the end that points",
        ),
        pytest.param(
            WANG, "来源: 认领班子, 依据: [班子-3-1]", "来源: 认领班子", [], id="claim without an id: the same area is meant",
        ),
        pytest.param(
            WANG, "意见: Y06", "意见: Y60",
            [f"{WANG}:24:9 错误 MZ114 意见说明的“Y60”查无此条"], id="mistyped opinion: the end that points",
        ),
        pytest.param(
            OPINIONS, "窗口换一个人就说缺一份证明。\n", "窗口换一个人就说缺一份证明。\n    需说明: true\n",
            [f"{WANG}:23:1 错误 MZ114 王芳没有就意见Y07作说明"], id="another opinion to be explained",
        ),
        pytest.param(
            WANG, "    说明: 12名医生的安家费应在2021年5月发放，因我要求补交社保证明，推到12月才发出7人，其余5人2022年1月10日已到账，责任在我。\n", "    说明: ''\n",
            [f"{WANG}:25:5 错误 MZ114 王芳没有就意见Y06作说明"], id="empty explanation",
        ),
        pytest.param(
            WANG, "- 意见: S01", "- 意见: G04",
            [f"{WANG}:23:1 错误 MZ114 王芳没有就应说明事项S01作说明"], id="explained under the summary's id instead",
        ),
        pytest.param(DUE, "编号: S01", "编号: ''", [f"{WANG}:26:9 错误 MZ114 意见说明的“S01”查无此条"], id="a matter without an id"),
        pytest.param(
            STATEMENT, "起草: 市委政研室", "起草: 市委办公室",
            [f"{STATEMENT}:4:5 警告 MZ120 起草写的是“市委办公室”，应为市委政研室"], id="another office",
        ),
        pytest.param(STATEMENT, "起草: 市委政研室", "起草: 临江市委政策研究室", [], id="the same office in other words"),
        pytest.param(STATEMENT, "起草: 市委政研室", "起草: 〔待填〕", [], id="office still to be filled in"),
        pytest.param(
            "会议.yml", "坚定历史自信，践行", "践行",
            ["会议.yml:5:5 错误 MZ108 会议.yml 的主题与当年的主题不一致，材料里写的也不是这一句"], id="the theme of the meeting itself",
        ),
        pytest.param(STATEMENT, "走好新的赶考之路”为主题", "走好新的赶考之路，推动临江高质量发展”为主题", [], id="a local tail"),
        pytest.param(
            LI, "我对照初心使命查自己", "按照“学思想、强党性、重实践、建新功”的会议主题，我对照初心使命查自己",
            [f"{LI}:54:4 错误 MZ108 主题句与 会议.yml 的“主题”不一致"], id="another theme in an outline",
        ),
        pytest.param(LI, "职责: 市财政局\n  - 方面: 3", "职责: 财政\n  - 方面: 3", [], id="a duty in short"),
        pytest.param(LI, "职责: 市财政局\n  - 方面: 3", "职责: 市财政局、市教育局\n  - 方面: 3",
            [f"{LI}:23:13 警告 MZ113 “市教育局”不在李明的分管之内"], id="one of two duties",
        ),
        pytest.param("07-批评意见/李明.md", "一次收齐。\n    会前已沟通: true\n", "一次收齐。\n", [], id="raised as the talk says"),
    ],
)  # fmt: skip
def test_one_edit_one_finding(meeting: MeetingFolder, name: str, old: str, new: str, expected: list[str]) -> None:
    meeting.replace(name, old, new)
    meeting.approve()

    assert meeting.check(select=MATERIALS) == expected


def test_what_belongs_to_a_material_that_is_not_there_is_not_missed(meeting: MeetingFolder) -> None:
    meeting.remove(WANG)

    assert meeting.check(select=("MZ11",)) == []


def test_a_criticism_of_a_pair_that_never_talked_is_the_talks_fault(meeting: MeetingFolder) -> None:
    meeting.replace("07-批评意见/李明.md", "一次收齐。\n    会前已沟通: true", "一次收齐。\n    会前已沟通: false")
    meeting.remove_talk("李明", "王芳")

    assert meeting.check(select=MATERIALS) == ["会议.yml:31:9 错误 MZ301 李明与王芳还没有谈话记录"]


def test_lengths_are_compared_only_where_there_are_several(meeting: MeetingFolder) -> None:
    body = meeting.read(LI)
    meeting.write(LI, body[: body.index("### 在带头牢记")])

    assert any("MZ112 正文" in line and LI in line for line in meeting.check(select=("MZ112",)))

    meeting.remove(WANG)
    assert meeting.check(select=("MZ112",)) == []
