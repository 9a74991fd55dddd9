"""方案请示: upward, one matter, the plan as its annex."""

from __future__ import annotations

import yaml

from tests.documents.rendered import blocks, changed, headings, lines, opened, paragraph_with, results
from tests.support.folder import MeetingFolder

PAPER = """\
公文:
  plan-request: {文号: 望发〔2021〕50号, 主送: 省委, 签发人: 沈砚平, 印发: 2021-12-08}
"""


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "plan-request")) == [
        "# 望川市委关于报批2021年度党史学习教育专题民主生活会实施方案的请示",
        "## 一、会议主题",
        "## 二、对照检查的方面",
        "## 三、会议时间和地点",
        "## 四、参加人员",
        "## 五、会议议程",
    ]


def test_it_ends_as_a_request_does(example: MeetingFolder) -> None:
    written = lines(example, "plan-request")

    assert written[-3:] == [
        "妥否，请批示。",
        "附件：望川市委常委班子2021年度党史学习教育专题民主生活会实施方案",
        "望川市委",
    ]
    assert [line for line in written if "请示" in line or "批示" in line] == [written[0], written[2], written[-3]]


def test_the_plan_is_named_as_it_is_titled(example: MeetingFolder) -> None:
    plan = headings(lines(example, "plan"))[0].removeprefix("# ")

    assert f"制定了《{plan}》" in paragraph_with(lines(example, "plan-request"), "制定了")


def test_the_facts_are_those_of_the_folder(example: MeetingFolder) -> None:
    typed = yaml.safe_load(example.read("会议.yml"))
    written = lines(example, "plan-request")

    assert f"{typed['主题']}。" in written
    assert "拟于2022年1月18日（星期二）上午9时至下午5时30分在市委常委会议室召开。" in written
    assert paragraph_with(written, "出席人员为") == (
        "会议由沈砚平同志主持。出席人员为市委常委班子成员5人："
        f"{'、'.join(one['姓名'] for one in typed['出席'])}；"
        f"列席人员为{'、'.join(one['职务'] + one['姓名'] for one in typed['列席'])}。请上级督导组到会指导。"
    )
    assert "会议议程有4项。" in paragraph_with(written, "会议议程有")


def test_to_whom_it_goes(meeting: MeetingFolder) -> None:
    assert lines(meeting, "plan-request")[1] == "省委组织部："  # who sent the notice

    meeting.replace("会议.yml", "公文:\n", "公文:\n  submission: {主送: 省委督导办}\n")
    assert lines(meeting, "plan-request")[1] == "省委督导办："


def test_a_number_and_a_signer(example: MeetingFolder) -> None:
    example.replace("会议.yml", "公文:\n", PAPER)
    written = lines(example, "plan-request")

    assert written[0] == "望发〔2021〕50号　　签发人：沈砚平"
    assert written[2] == "省委："
    assert written[-2:] == ["望川市委", "2021年12月8日"]
    assert ("发文机关标志", "望川市委文件") in blocks(opened(example, "plan-request"))


def test_one_more_observer(meeting: MeetingFolder) -> None:
    def more() -> None:
        meeting.replace("会议.yml", "督导组:\n", "  - {姓名: 杜一川, 职务: 市纪委副书记}\n督导组:\n")

    before, after = (
        "- 出席人员为市委常委班子成员3人：张卫国、李明、王芳；列席人员为市人大常委会主任何树林、市政协主席钱学义。",
        "+ 出席人员为市委常委班子成员3人：张卫国、李明、王芳；列席人员为市人大常委会主任何树林、市政协主席钱学义、"
        "市纪委副书记杜一川。",
    )
    assert changed(meeting, "plan-request", more) == [before, after]


def test_nobody_to_ask_is_missing(meeting: MeetingFolder) -> None:
    text = meeting.read("会议.yml").replace("省委组织部《", "《").replace("    主送: 省委组织部\n", "")
    meeting.write("会议.yml", text)
    (found,) = results(meeting, "plan-request")

    assert str(found) == "方案请示：还缺 请示的主送机关"
    assert lines(meeting, "plan-request", draft=True)[1] == "【待补：请示的主送机关】："


def test_nothing_of_the_preparation_is_told(example: MeetingFolder) -> None:
    """A request before the meeting: no opinions, no talks, no criticisms."""
    written = "".join(lines(example, "plan-request"))

    assert not [word for word in ("YJ-", "江照明", "童晓") if word in written]


def test_a_party_group(party_group: MeetingFolder) -> None:
    written = lines(party_group, "plan-request")

    assert written[0] == "# 岚溪市人大常委会党组关于报批2021年度党史学习教育专题民主生活会实施方案的请示"
    assert written[1] == "市委组织部："
    assert "出席人员为市人大常委会党组班子成员3人" in paragraph_with(written, "出席人员为")
