"""What meets each clause of the plan, as evidence that is run: a violation, a passage of a document, a command, a field.

`tools/clauses_page.py` makes docs/clauses.md from these tables; `test_every_clause.py` runs them.
"""

# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mzsh.rules.rule import collect

MEETING, MILESTONES, REVIEWS = "会议.yml", "时间节点.yml", "审阅.yml"
SOLICITATION, OPINIONS = "03-征求意见/征求意见.yml", "03-征求意见/意见建议.yml"
STATEMENT, LI, WANG, ZHANG = (
    "05-班子材料/班子材料.md",
    "06-发言提纲/李明.md",
    "06-发言提纲/王芳.md",
    "06-发言提纲/张卫国.md",
)
TALK, REGISTER = "04-谈心谈话/张卫国-李明.md", "04-谈心谈话/谈话登记.yml"
CRITICISM, MINUTES = "07-批评意见/李明.md", "08-会议/会议记录.md"
REPORT, CIRCULAR = "09-报告/专题报告.md", "09-报告/情况通报.md"
TEAM_PLAN, LI_PLAN, WANG_PLAN, DUAL, LAST_YEAR = (
    "10-整改/班子.yml",
    "10-整改/李明.yml",
    "10-整改/王芳.yml",
    "10-整改/双重组织生活.yml",
    "11-往年/上年整改.yml",
)


@dataclass(frozen=True)
class Violation:
    """One edit of the small meeting that violates one clause, and the rule that must say so.

    `old` becomes `new`, everywhere in the file where `every` is set. Without `old` the file goes, or all that a pattern
    names.
    """

    rule: str
    file: str
    old: str = ""
    new: str = ""
    every: bool = False


def without(rule: str, file: str, old: str) -> Violation:
    """A passage taken out."""
    return Violation(rule, file, old)


def example_of(rule: str) -> Violation:
    """The rule's own bad example: a passage that only its words give away."""
    example = next(one for one in collect() if one.id == rule).examples[0]
    return Violation(rule, example.file, example.good, example.bad)


def _one_source(source: str) -> tuple[str, str]:
    """The passage of 王芳's outline, and the same with one source for all her problems."""
    old = WANG_PROBLEMS
    return old, re.sub(r"来源: [^,}]+", f"来源: {source}", old)


WANG_PROBLEMS = """\
      - {摘要: 讲党课三年没有换稿子, 来源: 自查}
  - 方面: 2
    问题:
      - {摘要: 配干部绕开矛盾多的岗位, 来源: 谈心谈话}
  - 方面: 3
    问题:
      - {摘要: 到社区总是提前打招呼, 来源: 认领班子, 依据: [班子-3-1]}
  - 方面: 4
    问题:
      - {摘要: 人才安家费兑现拖了半年, 来源: 征求意见, 依据: [G04]}
  - 方面: 5
    问题:
      - {摘要: 对老同事的毛病不肯当面说, 来源: 自查}
"""

VIOLATIONS: Mapping[str, Violation] = {
    "0-basis": without(
        "MZ508", MEETING, "  通知: 省委组织部《关于认真开好2021年度党史学习教育专题民主生活会的通知》\n"
    ),
    "1-theme": Violation("MZ108", STATEMENT, "坚定历史自信，践行时代使命", "践行时代使命"),
    "1-procedure": Violation(
        "MZ501", MILESTONES, "责任: 市委政研室、各位常委, 完成: 2022-02-01}", "责任: 市委政研室、各位常委}"
    ),
    "2-benchmark": Violation("MZ116", LI, "我对照初心使命查自己，五个问题都在下面。", "五个问题都在下面。"),
    "2-in-thought": without(
        "MZ103", WANG, "对老同事的毛病不肯当面说，是好人主义，面子看得重，管干部的人先在身边人面前丢了原则。\n"
    ),
    "2-in-duty": Violation("MZ113", LI, "职责: 市财政局\n  - 方面: 3", "职责: 市民政局\n  - 方面: 3"),
    **{f"2-area{n}": Violation("MZ101", WANG, f"- 方面: {n}\n", "- 方面: 8\n") for n in range(1, 6)},
    "2-concrete": Violation("MZ110", WANG, *_one_source("自查")),
    "2-sub1": Violation("MZ110", WANG, *_one_source("上级指出")),
    "2-sub2": Violation("MZ110", WANG, *_one_source("认领班子")),
    "2-sub3": example_of("MZ213"),
    "2-sub4": example_of("MZ214"),
    "2-sub5": example_of("MZ215"),
    "3.1-group": Violation("MZ507", "02-学习研讨/*.md"),
    "3.1-content": without("MZ507", "02-学习研讨/2021-12-30-党委会.md", "  - 省委全会和市委全会精神\n"),
    "3.2-listen": without("MZ405", SOLICITATION, "  - {成员: 李明, 对象: 临江经开区党工委, 日期: 2021-12-21}\n"),
    "3.2-detail": Violation("MZ408", OPINIONS, "    民生: true\n", every=True),
    "3.2-letter": without("MZ401", SOLICITATION, "  - {单位: 桥头镇党委, 类别: 基层党组织, 发出: 1, 收回: 1}\n"),
    "3.2-scope": without(
        "MZ409", MEETING, "  - 临江经开区党工委\n  - 江湾街道党工委\n  - 桥头镇党委\n  - 南岸社区党委\n"
    ),
    "3.2-deadline": Violation(
        "MZ402",
        MILESTONES,
        "时限: 会前25日, 责任: 市委组织部, 完成: 2021-12-24",
        "时限: 会前30日, 责任: 市委组织部, 完成: 2021-12-24",
    ),
    "3.2-feedback": without("MZ404", OPINIONS, "  - {成员: 李明, 签收: 2021-12-27}\n"),
    "3.2-explain": without(
        "MZ114",
        WANG,
        "  - 意见: S01\n    说明: 有关情况已向组织作过书面说明，会上我再向各位同志讲清楚经过和我应负的责任。\n",
    ),
    "3.3-scope1": Violation("MZ301", TALK),
    "3.3-scope2": Violation("MZ301", "04-谈心谈话/李明-王芳.md"),
    "3.3-scope3": without(
        "MZ301",
        REGISTER,
        '  - 谈话人: 李明\n    谈话对象: 赵志强\n    类别: 分管部门负责人\n    日期: 2022-01-05\n    时间: "14:00-15:00"\n    地点: 市财政局\n    五避免: 全部\n    内容: 四必谈\n',
    ),
    "3.3-scope4": without(
        "MZ301",
        REGISTER,
        '  - 谈话人: 李明\n    谈话对象: 刘文斌\n    类别: 支部党员代表\n    日期: 2022-01-06\n    时间: "09:00-10:00"\n    地点: 市政府三楼会客室\n    五避免: 全部\n    内容: 四必谈\n',
    ),
    **{
        f"3.3-content{number}": Violation("MZ302", REGISTER, f"{topic}: true", f"{topic}: false")
        for number, topic in enumerate(("班子问题", "自身问题", "对方不足", "拟批评问题"), 1)
    },
    "3.3-form": Violation("MZ304", TALK, "地点: 市委谈话室", "地点: 市委谈话室\n方式: 电话"),
    **{
        f"3.3-avoid{number}": Violation("MZ308", REGISTER, f"{avoid}: true", f"{avoid}: false")
        for number, avoid in enumerate(("寒暄家常", "评功摆好", "泛泛而谈", "只谈工作", "避重就轻"), 1)
    },
    "3.4-team-draft": without("MZ120", STATEMENT, "起草: 市委政研室\n"),
    "3.4-claim": Violation("MZ115", WANG, "来源: 认领班子, 依据: [班子-3-1]", "来源: 自查, 依据: [班子-3-1]"),
    "3.4-selfwrite": Violation("MZ107", LI, "本人撰写: true", "本人撰写: false"),
    "3.4-o1": without("MZ104", LI, "## 一、存在的问题\n"),
    "3.4-o2": without(
        "MZ103", WANG, "人才安家费兑现拖了半年，是只想着自己不出错，没有想别人等钱安家，担当精神让位给了自保。\n"
    ),
    "3.4-o3": without(
        "MZ103", WANG, "- 针对人才安家费兑现拖了半年，3月底前把材料清单减为一张，到岗30天内发放，逾期由我签字说明。\n"
    ),
    "3.4-collect": Violation("MZ101", WANG),
    "3.4-analysis": Violation("MZ118", MEETING, "四个班子: [", "检查: {阈值: {问题原因占比: 0.647}}\n四个班子: ["),
    "3.4-noempty": Violation("MZ112", MEETING, "四个班子: [", "检查: {阈值: {提纲字数上限: 912}}\n四个班子: ["),
    "4-nosame": Violation("MZ119", LI, "我对照初心使命查自己", "按照临山市委常委会要求，我对照初心使命查自己"),
    "4-nodetour": example_of("MZ224"),
    "4-crit-nosuggest": example_of("MZ222"),
    "4-crit-nohope": example_of("MZ223"),
    "4-everyone": without(
        "MZ604",
        "07-批评意见/王芳.md",
        "  - 对象: 李明\n    方面: 5\n    问题: 你护着财政局用熟的人，规矩到这里就打了折扣。\n    事例: 2021年8月送去的轮岗函压了四个月，10月其中一名科长收了购物卡被通报。\n    建议: 收到函件十天内答复。\n    会前已沟通: true\n",
    ),
    "4-date": Violation("MZ607", MINUTES, "日期: 2022-01-18", "日期: 2022-01-28"),
    "4-attend": Violation("MZ601", MINUTES, "出席: [张卫国, 李明, 王芳]", "出席: [张卫国]"),
    "4-supervise": without(
        "MZ606",
        MINUTES,
        "督导: 郭振华同志点评：三位同志都讲了自己的事，批评点到了具体日子；班子材料讲预案一条，原因挖得还浅，会后要补。\n",
    ),
    "4-ag1": Violation("MZ603", MINUTES, "议程: [通报, 班子对照检查", "议程: [班子对照检查"),
    "4-ag2": Violation(
        "MZ603", MINUTES, "议程: [通报, 班子对照检查, 逐一对照检查, 总结]", "议程: [通报, 逐一对照检查, 总结]"
    ),
    "4-ag3a": Violation("MZ609", MINUTES, "发言顺序: [张卫国, 李明, 王芳]", "发言顺序: [张卫国, 李明]"),
    "4-ag3b": without(
        "MZ604",
        CRITICISM,
        "  - 对象: 王芳\n    方面: 4\n    问题: 你办人才的事只顾自己稳妥，让人家来回跑。\n    事例: 2021年4月报到的12名医生，同一份证明补了三回，9月走了一名外科医生。\n    建议: 材料一次告知、一次收齐。\n    会前已沟通: true\n",
    ),
    "4-ag4": Violation("MZ603", MINUTES, "逐一对照检查, 总结]", "逐一对照检查]"),
    "4-zhengfeng": without(
        "MZ608", CRITICISM, "    事例: 2021年4月报到的12名医生，同一份证明补了三回，9月走了一名外科医生。\n"
    ),
    "4-crit-direct": without("MZ608", CRITICISM, "    问题: 你办人才的事只顾自己稳妥，让人家来回跑。\n"),
    "4-measure": Violation(
        "MZ109", LI, "措施: 3月10日前47盏灯全部修好，4月起我每季度夜里走一趟园区。", "措施: 进一步加强为民意识。"
    ),
    "4-lead": Violation("MZ605", MINUTES, "发言顺序: [张卫国, 李明, 王芳]", "发言顺序: [李明, 张卫国, 王芳]"),
    "5.1-report": Violation("MZ715", REPORT),
    "5.1-annex": without("MZ701", REPORT, "  - 会议记录\n"),
    "5.1-circulate": Violation("MZ715", CIRCULAR),
    "5.2-list": Violation("MZ703", LI_PLAN, "来源: [李明-2-1, 张卫国-李明-1]", "来源: [李明-2-1]"),
    "5.2-plan": Violation("MZ704", WANG_PLAN),
    "5.2-team-plan": Violation("MZ713", TEAM_PLAN, "起草: 市委政研室", "起草: 市委办公室"),
    "5.2-own-plan": without("MZ713", LI_PLAN, "本人制定: true\n"),
    "5.2-special-mtg": without("MZ712", TEAM_PLAN, "    专题会议: 2022-02-10\n"),
    "5.2-special-fix": without("MZ712", TEAM_PLAN, "    专项: 二次供水专项整治\n"),
    "5.2-checkable": Violation("MZ109", LI_PLAN, "措施: 5月底前逐处到场并拍照", "措施: 切实提高认识"),
    "5.2-class1": Violation(
        "MZ705", LI_PLAN, "责任人: 李明\n    时限: 2022-02-15", "责任人: 李明\n    时限: 2022-03-15"
    ),
    "5.2-class2": Violation("MZ109", LI_PLAN, "时限: 2022-05-31", "时限: 长期坚持"),
    "5.2-class3": Violation(
        "MZ111",
        LI_PLAN,
        "类别: 限期整改\n    措施: 5月底前逐处到场并拍照",
        "类别: 协调解决\n    措施: 5月底前逐处到场并拍照",
    ),
    "5.2-norepeat": Violation(
        "MZ708", LAST_YEAR, "问题: 园区审批常有超时", "有条件解决: true\n    问题: 汛前检查只听汇报"
    ),
    "5.2-publicise": without("MZ710", TEAM_PLAN, "  保密审查: 陈建平\n"),
    "5.3-guide": Violation("MZ711", DUAL, ", 指导日期: 2022-02-16", ""),
    "5.3-branch": Violation("MZ711", DUAL, "支部会日期: 2022-01-24, ", ""),
}

VIOLATIONS = {
    **VIOLATIONS,
    "3.4-team-approve": Violation("MZ504", REVIEWS, "环节: 书记审定", "环节: 班子会审议"),
    "3.4-team-consult": Violation("MZ504", REVIEWS, "人: 市政协\n", "人: 市委\n"),
    **{
        f"3.4-{clause}": Violation(
            "MZ504", REVIEWS, f"材料: {LI}\n    环节: {step}", f"材料: {LI}\n    环节: 班子会审议"
        )
        for clause, step in (("submit", "报送"), ("review", "书记审阅"), ("superior", "上级审定"))
    },
}


@dataclass(frozen=True)
class Passage:
    """What a rendered document (its id) must say, blanks and line ends apart."""

    document: str
    words: str


PASSAGES: Mapping[str, Passage] = {
    "0-basis": Passage(
        "plan", "按照省委组织部《关于认真开好2021年度党史学习教育专题民主生活会的通知》（省组通〔2021〕71号）要求"
    ),
    "1-theme": Passage("plan", "这次民主生活会的主题是：大力弘扬伟大建党精神"),
    "1-position": Passage("plan", "充分认识开好这次年度民主生活会的重要意义"),
    "2-in-work": Passage("plan", "把工作摆进去"),
    "2-in-self": Passage("plan", "把自己摆进去"),
    "2-sub1": Passage("plan", "坚决防止以上级指出的问题代替自身查找的问题"),
    "2-sub2": Passage("plan", "以班子问题代替个人问题"),
    "2-sub3": Passage("plan", "以下级问题或他人问题代替自身问题"),
    "2-sub4": Passage("plan", "以工作业务问题代替思想政治问题"),
    "2-sub5": Passage("plan", "以曾经查找但尚未解决的问题代替新发现的问题"),
    "3.1-self": Passage("plan", "在深入自学的基础上"),
    "3.2-study": Passage("plan", "对征求到的意见、查找出来的问题进行研究，明确领导班子存在的突出问题"),
    "3.3-purpose": Passage("plan", "达到交流思想、互相帮助、解决问题、增进团结的目的"),
    "3.4-analysis": Passage("plan", "深入具体地进行党性分析，检视党性修养的差距"),
    "3.4-see": Passage("plan", "落细落小、见人见事见思想"),
    "3.4-noempty": Passage("plan", "不大而化之、浮在面上，不遮遮掩掩、避重就轻，防止空对空"),
    "4-date": Passage("plan", "拟于2022年1月18日"),
    "4-attend": Passage("plan", "列席人员为"),
    "4-supervise": Passage("plan", "上级督导组对民主生活会进行全程指导"),
    "4-nodetour": Passage("plan", "防止绕弯子、兜圈子，虚晃一枪、浮在表面"),
    "4-nosame": Passage("plan", "防止“左右一个样”“上下一般粗”"),
    "4-self-noreason": Passage("plan", "防止以讲道理代替查问题"),
    "4-crit-nosuggest": Passage("plan", "防止以工作建议代替批评意见"),
    "4-crit-nohope": Passage("plan", "以提希望代替点问题"),
    "4-everyone": Passage("plan", "其他班子成员要逐一开展批评和自我批评"),
    "4-spirit": Passage("plan", "既有严肃认真查摆问题的辣味、又有同志之间相互帮助的真情"),
    "5.1-circulate": Passage("plan", "通报会议情况"),
    "5.3-lead": Passage("plan", "以积极的态度参加好所在班子民主生活会，还要充分发挥示范带动作用"),
    "5.3-refer": Passage("plan", "党组及成员参照本方案执行"),
}


@dataclass(frozen=True)
class Command:
    """A command run on the small meeting, and what it must print."""

    line: str
    prints: str


COMMANDS: Mapping[str, Command] = {
    "1-procedure": Command("status --today 2021-12-01", "时间节点（19 项"),
    "3.4-collect": Command("status --today 2022-01-04", "谁还没交"),
}


@dataclass(frozen=True)
class Declaration:
    """What only the one responsible can say: where the workspace records that it was said."""

    scaffold: str
    words: str
    told: str


DECLARATIONS: Mapping[str, Declaration] = {
    "1-position": Declaration("deadlines.yml", "责任", "时间节点每一项的“责任”"),
    "3.1-self": Declaration("study.md", "自学", "学习研讨的形式“自学”"),
    "3.3-purpose": Declaration("talk.md", "达成的共识", "谈话记录的“达成的共识”一节"),
    "3.4-selfwrite": Declaration("outline.md", "本人撰写", "发言提纲的“本人撰写”"),
    "4-spirit": Declaration("minutes.md", "督导", "会议记录的“督导”（点评原话）"),
    "5.3-lead": Declaration("minutes.md", "出席", "会议记录的“出席”"),
}
"""The six clauses that the plan leaves to the people: recorded, never judged."""
