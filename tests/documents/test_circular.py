"""情况通报: figures as in the report, a person's words in their places, and nobody named who must not be."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from mzsh.resources import examples
from tests.documents.rendered import changed, headings, lines, paragraph_with, results, text
from tests.support.folder import MeetingFolder

CIRCULAR = "09-报告/情况通报.md"


def front(path: Path) -> dict[str, list[dict[str, object]]]:
    """Front matter, read without the program."""
    found = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    assert isinstance(found, dict)
    return found


def test_headings(example: MeetingFolder) -> None:
    assert headings(lines(example, "circular")) == [
        "# 望川市委办公室关于市委常委班子2021年度党史学习教育专题民主生活会情况的通报",
        "## 一、会议召开情况",
        "## 二、查摆的主要问题",
        "### （一）深刻感悟“两个确立”的决定性意义方面",
        "### （二）带头牢记“国之大者”、担当作为方面",
        "### （三）带头践行以人民为中心的发展思想方面",
        "### （四）带头学习运用历史经验、增强本领方面",
        "### （五）带头履行全面从严治党主体责任方面",
        "## 三、开展批评和自我批评情况",
        "## 四、整改安排",
    ]


def test_the_teams_problems_in_words_the_members_in_numbers(example: MeetingFolder) -> None:
    written = lines(example, "circular")
    team = front(next(example.root.glob("05-班子材料/*.md")))
    outlines = [front(path) for path in example.root.glob("06-发言提纲/*.md")]
    of_members = [p for one in outlines for area in one["对照检查"] for p in area["问题"]]  # type: ignore[attr-defined]

    for area in team["对照检查"]:
        for problem in area["问题"]:  # type: ignore[attr-defined]
            said = paragraph_with(written, str(problem["摘要"]))
            number = sum(len(o["问题"]) for one in outlines for o in one["对照检查"] if o["方面"] == area["方面"])  # type: ignore[arg-type]
            assert said.endswith(f"常委查摆问题{number}个。")
    assert paragraph_with(written, "共查摆问题") == f"班子和常委共查摆问题36个，其中班子5个，常委{len(of_members)}个。"
    assert not [problem for problem in of_members if str(problem["摘要"]) in "".join(written)]


def test_figures_agree_with_the_report(example: MeetingFolder) -> None:
    report, circular = text(example, "report"), text(example, "circular")

    for figure in (
        r"集中学习研讨(\d+)次",
        r"收到意见建议(\d+)条",
        r"归并为(\d+)条",
        r"开展谈心谈话(\d+)人次",
        r"共查摆问题(\d+)个",
        r"整改事项(\d+)项",
        r"立行立改(\d+)项",
        r"批评意见，?(?:共提出)?(\d+)条",
    ):
        found = [re.findall(figure, one) for one in (report, circular)]
        assert found[0] == found[1] != [], figure


def test_nobody_is_named_who_criticised_or_was_criticised_or_gave_an_opinion(meeting: MeetingFolder) -> None:
    written = text(meeting, "circular")
    criticisms = [item for path in meeting.root.glob("07-批评意见/*.md") for item in front(path)["意见"]]
    opinions = yaml.safe_load(meeting.read("03-征求意见/意见建议.yml"))["意见"]

    assert "常委之间相互提出批评意见6条。" in written
    for name in ("李明", "王芳"):
        assert name not in written
    for said in (*(str(one["问题"]) for one in criticisms), *(one["原话"] for one in opinions)):
        assert said not in written
    assert not [one["编号"] for one in opinions if one["编号"] in written]


def test_without_words_of_ones_own_the_minutes_speak(meeting: MeetingFolder) -> None:
    own = text(meeting, "circular")
    meeting.write(CIRCULAR, re.sub(r"## 会议召开情况\n\n.*?\n\n", "", meeting.read(CIRCULAR), flags=re.DOTALL))
    written = text(meeting, "circular")
    said = (
        "2022年1月18日，市委常委班子在市委常委会议室召开2021年度党史学习教育专题民主生活会，由张卫国同志主持，"
        "市人大常委会主任何树林、市政协主席钱学义列席，上级督导组到会指导。会议主题是："
    )

    assert said in written
    assert said not in own
    assert "省委督导组到会指导，市人大常委会、市政协主要负责同志列席。" in own


def test_own_sections_stand_at_their_place(meeting: MeetingFolder) -> None:
    meeting.replace(
        CIRCULAR,
        "## 整改安排\n",
        "## 批评情况\n\n批评的话。\n\n## 几点要求\n\n要求的话。\n\n## 存在的主要问题\n\n问题的话。\n\n## 整改安排\n",
    )
    written = lines(meeting, "circular")

    assert written[written.index("## 四、整改安排") - 1] == "批评的话。"
    assert written[written.index("问题的话。") - 1].startswith("班子和常委共查摆问题")
    assert written[written.index("特此通报。") - 2 :][:2] == ["## 五、几点要求", "要求的话。"]


def test_one_item_less(meeting: MeetingFolder) -> None:
    name = "10-整改/李明.yml"
    item = "  - 编号: 整-李明-5\n" + meeting.read(name).split("  - 编号: 整-李明-5\n")[1]

    found = changed(meeting, "circular", lambda: meeting.replace(name, item, ""))

    assert [line[:2] + re.split(r"\d", line[2:])[0] for line in found] == [
        "- 会后，班子和常委列出整改清单",
        "+ 会后，班子和常委列出整改清单",
        "- 截至",
        "+ 截至",
    ]


@pytest.mark.parametrize(
    ("number", "title", "signed"),
    [
        ("临办〔2022〕4号", "临江市委办公室关于市委常委班子2021年度", "临江市委办公室"),
        ("临发〔2022〕4号", "临江市委关于2021年度", "临江市委"),
    ],
)
def test_who_issues_it_is_told_by_the_number(meeting: MeetingFolder, number: str, title: str, signed: str) -> None:
    meeting.replace(CIRCULAR, "文号: 临办〔2022〕4号", f"文号: {number}")
    written = lines(meeting, "circular")

    assert written[0] == number
    assert written[1].startswith(f"# {title}")
    assert written[2] == "市级各班子，各基层党委："
    assert written[-2:] == [signed, "2022年1月27日"]


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (CIRCULAR, "班子和个人分别", "王芳批评了财政局轮岗慢的事，班子和个人分别", "（MZ702）"),
        (CIRCULAR, "班子和个人分别", "可打13900001111反映，班子和个人分别", "（MZ801）"),
        ("10-整改/班子.yml", "  保密审查: 陈建平\n", "", "（MZ710）"),
    ],
)
def test_it_does_not_go_out_with_what_must_stay_inside(
    meeting: MeetingFolder, name: str, old: str, new: str, told: str
) -> None:
    meeting.replace(name, old, new)
    found = results(meeting, "circular")

    assert [one.is_written for one in found] == [False]
    assert told in "".join(found[0].refused)


def test_what_is_missing(meeting: MeetingFolder) -> None:
    meeting.remove("08-会议/会议记录.md")
    meeting.remove("06-发言提纲/李明.md")
    meeting.remove("10-整改/王芳.yml")

    told = "情况通报：还缺 李明的发言提纲、会议记录、王芳的整改清单"
    assert [str(one) for one in results(meeting, "circular")] == [told]
    written = lines(meeting, "circular", draft=True)
    assert [line.split("】")[0] for line in written if "待补" in line] == [
        "【待补：会议记录",
        "【待补：李明的发言提纲",
        "【待补：会议记录",
        "【待补：王芳的整改清单",
    ]
    assert "实到" not in "".join(written)


def test_a_party_group(tmp_path: Path) -> None:
    shutil.copytree(examples() / "岚溪市人大常委会党组", tmp_path / "岚溪")
    written = lines(MeetingFolder(tmp_path / "岚溪"), "circular")

    assert written[0] == "# 岚溪市人大常委会党组关于2021年度党史学习教育专题民主生活会情况的通报"
    assert "班子和党组成员共查摆问题21个，其中班子5个，党组成员16个。" in written
    assert "党组书记带头，3名党组成员逐一作对照检查" in "".join(written)
    assert written[-2:] == ["岚溪市人大常委会党组", "2022年1月25日"]
