"""The word rules: what is said, where, how loud, and what decided it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import mzsh
from mzsh.rules.linting import lint, word_rules
from mzsh.rules.severity import Severity
from mzsh.wording.judging.papers import Paper, kind_of
from mzsh.wording.judging.passages import LABELS, Words, judge
from mzsh.wording.judging.roles import ROLES
from tests.project.checkout import ROOT
from tests.support.folder import MeetingFolder

LI, WANG = "06-发言提纲/李明.md", "06-发言提纲/王芳.md"
CONCRETE = "8月两名科长轮岗的函送到我这里，我嫌换人耽误预算，压到12月没有批，其中一位10月收了企业的购物卡。"
VAGUE = "对财政局干部管得宽。有时原则性不够强，存在好人主义思想，压力传导不够到位，与要求相比还有一定差距。"
OLD = (
    "对财政局干部管得宽。8月两名科长轮岗的函送到我这里，一位在岗11年，一位9年，我嫌换人耽误预算，压到12月没有批。"
    "其中一位10月收了企业的购物卡，我是在通报里看到的。"
)


def rules_of(text: str, kind: str = "outline") -> list[str]:
    return [f"{one.rule} {one.severity.value}" for one in mzsh.lint_text(text, kind)]  # type: ignore[arg-type]


def test_a_concrete_problem_is_clean_and_a_vague_one_is_told_what_it_lacks() -> None:
    (finding,) = mzsh.lint_text(VAGUE)

    assert mzsh.lint_text(CONCRETE) == []
    assert (finding.rule, finding.severity, finding.path, finding.line) == ("MZ203", Severity.WARNING, "<text>", 1)
    assert finding.message == "这一段泛泛而谈（没有时间、地点、数字、事例）"
    assert finding.quote in VAGUE
    assert VAGUE[finding.column - 1 : finding.end_column - 1] == finding.quote


def test_an_occasion_is_told_apart_from_no_anchor_at_all() -> None:
    text = "担当精神有所弱化。比如，在推进重点工作时，有时存在畏难情绪，主动向前一步的劲头不足，等靠的想法还存在。"

    (finding,) = mzsh.lint_text(text)

    assert "只有“比如、在……时”这样的场合" in finding.message


@pytest.mark.parametrize(
    ("kind", "text", "rule"),
    [
        ("talk", "老赵问起对方母亲的病，说起孩子高考，又聊了一阵钓鱼和新房装修，末了叮嘱天冷多穿衣服。", "MZ201"),
        ("criticism", "希望你再接再厉，带领大家再上一个新台阶，我们都愿意跟着你干。", "MZ223"),
        ("criticism", "建议把窗口服务时间延长一小时，引进自助终端，每季度开一次企业座谈会。", "MZ222"),
        ("outline", "班子学习抓得不经常，党组全年只集中研讨了三次，处室之间互相推诿，大家对此都习以为常。", "MZ212"),
    ],
)
def test_one_passage_of_each(kind: str, text: str, rule: str) -> None:
    assert rules_of(text, kind) == [f"{rule} warning"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("criticism", "你办人才的事只顾自己稳妥，让人家来回跑。"),
        ("criticism", "希望您先听完再拍板。上个月讨论选址，住建的同志刚讲第二条，您就打断说就这么定。"),
        ("outline", "虽然能够按时参加学习，但去年中心组12次学习我请假4次，其中3次没有补交体会，是拿忙当借口。"),
        ("outline", "孩子上学的请托我去年办了五个，其中三个是项目上的老板，招生办的同志为难，我说特殊情况特殊处理。"),
    ],
)
def test_what_looks_like_a_fault_and_is_none(kind: str, text: str) -> None:
    assert rules_of(text, kind) == []


def test_what_decided_is_what_the_passage_cannot_do_without() -> None:
    """Of every passage that is told, the sentence named first is the one without which it is told least."""
    lines = (ROOT / "benchmarks" / "labelled" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [(one["text"], one["kind"]) for one in map(json.loads, lines[:120])]
    told = [one for one in judge(texts) if len(one.sentences) > 1 and one.decisive and one.chances["-"] < 0.3]

    for one in told:
        label = one.suspected
        without = judge(
            [("\n".join(s.text for s in one.sentences if s is not left), one.kind) for left in one.sentences]
        )
        chances = [other.chances[label] for other in without]
        assert chances[one.decisive[0]] == min(chances) < one.chances[label]
    assert len(told) > 30


def test_the_same_text_is_told_the_same_alone_and_among_others() -> None:
    alone = judge([(VAGUE, "outline")])[0]
    among = judge([(CONCRETE, "outline"), (VAGUE, "outline"), ("", "talk"), (OLD, "outline")])[1]

    assert {label: round(chance, 6) for label, chance in alone.chances.items()} == {
        label: round(chance, 6) for label, chance in among.chances.items()
    }
    assert alone.roles.shape == (len(alone.sentences), len(ROLES))


@pytest.mark.parametrize("text", ["", "。。。", "\n\n", "a", "\ud800", "一" * 3000, "🙂" * 40])
def test_odd_texts_are_judged_without_a_crash(text: str) -> None:
    for kind in ("outline", "talk", "criticism"):
        mzsh.lint_text(text, kind)  # type: ignore[arg-type]


def test_an_area_is_told_once_with_its_place(meeting: MeetingFolder) -> None:
    meeting.replace(LI, OLD, VAGUE)
    meeting.approve()

    assert [line for line in meeting.check() if "MZ203" in line] == [
        "06-发言提纲/李明.md:80:11 警告 MZ203 第五个方面泛泛而谈（没有时间、地点、数字、事例）"
    ]


def test_a_draft_is_only_given_hints(meeting: MeetingFolder) -> None:
    meeting.replace(LI, OLD, VAGUE)
    meeting.replace(LI, "状态: 上级已审", "状态: 草稿")

    found = meeting.check(today=date(2021, 12, 20), select=("MZ203",))

    assert [line.split(" ")[1:3] for line in found] == [["提示", "MZ203"]]


def test_causes_and_measures_are_not_judged(meeting: MeetingFolder) -> None:
    meeting.replace(
        LI,
        "对财政局干部管得宽，是好人主义加上图省事，管党治党的责任到了熟人面前就软下来。",
        "对财政局干部管得宽，是有的同志思想认识不到位，部分单位存在好人主义，学习不够深入，斗争精神不强。",
    )
    meeting.approve()

    assert meeting.check(select=("MZ2",)) == []


def test_an_office_adds_words_of_its_own(meeting: MeetingFolder) -> None:
    meeting.replace(LI, OLD, VAGUE.replace("有时原则性", "在滨江通道的事情上原则性"))
    meeting.approve()
    before = meeting.check(select=("MZ203",))
    meeting.replace("会议.yml", "四个班子: [", "检查: {词语: {具体: [滨江通道, 好人主义, 压力传导]}}\n四个班子: [")

    assert len(before) == 1
    assert (
        judge([(VAGUE, "outline")], Words((("-", ("好人主义", "压力传导")),)))[0].chances["A3"]
        < (judge([(VAGUE, "outline")])[0].chances["A3"])
    )
    assert meeting.check(select=("MZ0",)) == []


def test_an_unknown_group_of_words_is_told(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "四个班子: [", "检查: {词语: {空谈: [进一步]}}\n四个班子: [")

    assert [line.split(" ")[2] for line in meeting.check(select=("MZ0",))] == ["MZ005"]


def test_a_copied_problem_of_a_superior_is_told_once(meeting: MeetingFolder) -> None:
    """MZ242 tells the paragraph, so MZ211 is silent about its problem."""
    words = "汛前检查只听汇报，在会议室坐了40分钟就签了字，一处现场都没有去"
    meeting.replace("11-往年/上级指出问题.yml", "防汛应急预案修订不及时", words)

    assert [line.split(" ")[2] for line in meeting.check()] == ["MZ242"]


def test_plans_notices_and_reports_are_never_judged(meeting: MeetingFolder) -> None:
    for name in ("09-报告/专题报告.md", "09-报告/情况通报.md"):
        meeting.write(name, f"{meeting.read(name)}\n{VAGUE}\n")

    assert meeting.check(select=("MZ20", "MZ21", "MZ22")) == []


def test_every_label_has_its_rule_and_every_word_rule_its_label() -> None:
    ours = {rule.id for rule in word_rules()}

    assert set(LABELS.values()) == ours - {"MZ224"}


def test_lint_reads_parts_and_areas_of_a_text_from_word() -> None:
    text = "\n".join(
        [
            "个人发言提纲",
            "一、存在的主要问题",
            "（一）带头增强党性方面",
            VAGUE,
            "（二）带头担当作为方面",
            CONCRETE,
            "二、原因分析",
            "有的同志学习不够深入，部分单位思想松懈，一些干部斗争精神不强。",
            "三、整改措施",
            "要进一步加强学习，努力提高能力。",
        ]
    )

    report = lint([Paper("李明.docx", text, "outline")], word_rules(), root=Path(), today=date(2022, 1, 1))

    assert [(one.rule, one.line) for one in report.findings] == [("MZ203", 4)]
    assert replace(report, findings=()).checked == 1


def test_a_sentence_is_found_in_bold_and_broken_lines(meeting: MeetingFolder) -> None:
    broken = (
        "对财政局干部管得宽。有时**原则性不够强**，存在好人主义思想，压力传导\n不够到位，与要求相比还有一定**差距**。"
    )
    meeting.replace(LI, OLD, broken)
    meeting.replace(LI, "## 二、原因剖析\n", "## 二、原因剖析\n\n有时原则性不够强，存在好人主义思想，压力传导\n")
    meeting.approve()

    from mzsh.rules.running import CheckOptions, check

    (finding,) = check(meeting.load(), CheckOptions(today=date(2022, 3, 20), select=("MZ203",))).findings

    line = meeting.read(LI).split("\n")[finding.line - 1]
    assert line[finding.column - 1 :].startswith("有时**原则性")
    assert (finding.end_line, finding.end_column) == (
        finding.line + 1,
        len("不够到位，与要求相比还有一定**差距**。") + 1,
    )


@pytest.mark.parametrize(
    ("name", "person", "kind"),
    [
        ("李年喜发言提纲.docx", "李年喜", "outline"),
        ("2021年度民主生活会个人发言提纲-王芳（修改稿）.docx", "王芳", "outline"),
        ("批评和自我批评发言提纲.docx", "", "outline"),
        ("04-谈心谈话/谈话记录3.txt", "", "talk"),
        ("对张卫国的批评意见.md", "", "criticism"),
    ],
)
def test_person_and_kind_by_the_name_of_a_file(name: str, person: str, kind: str) -> None:
    assert kind_of(name, "") == kind
    assert Paper(name, "正文", "outline").person in (person, "对张卫国的")


def test_two_groups_of_one_meaning_add_up() -> None:
    words = Words((("A3", ("甲", "乙")), ("A3", ("丙", ""))))

    assert words.bonus("甲丙") == {"A3": 6.0}
    assert words.bonus("丁") == {}


def test_lint_text_knows_three_kinds() -> None:
    with pytest.raises(mzsh.MzshError, match="没有“提纲”这种材料"):
        mzsh.lint_text("正文", "提纲")  # type: ignore[arg-type]
