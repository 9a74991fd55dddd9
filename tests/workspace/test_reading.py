from datetime import date
from typing import TypeVar

import pytest

from mzsh.model.criticism import Criticism
from mzsh.model.deadlines import Deadlines
from mzsh.model.examination import Outline, Statement
from mzsh.model.meeting import Meeting
from mzsh.model.minutes import Minutes
from mzsh.model.opinions import Opinions, Solicitation
from mzsh.model.place import Fault, Source
from mzsh.model.record import Record
from mzsh.model.rectification import Rectification
from mzsh.model.study import Study
from mzsh.model.talks import TalkRecord, TalkRegister
from mzsh.model.values import Clock
from mzsh.workspace.fields import fields_of
from mzsh.workspace.nodes import compose
from mzsh.workspace.reading import Reader

R = TypeVar("R", bound=Record)

ROSTER = """\
召开:
  日期: 2022-01-18
  地点:
出席:
  - 姓名: 张卫国
    职务: 市委书记
  - {姓名: 李明, 分管: [{单位: 市财政局}]}
四个班子: [市委, 市政府]
"""


def reading(kind: type[R], text: str) -> tuple[R, list[Fault]]:
    node = compose(text)
    assert node is not None
    reader = Reader(Source("a.yml", text))
    return reader.read(kind, node), reader.faults


def read(kind: type[R], text: str) -> R:
    record, faults = reading(kind, text)
    assert faults == []
    return record


def refused(kind: type[Record], text: str) -> list[str]:
    _, faults = reading(kind, text)
    faults = sorted(faults, key=lambda fault: fault.span)
    return [f"{fault.span.line}:{fault.span.column} {fault.code} {fault.message}" for fault in faults]


def place(record: Record, name: str = "", index: int | None = None) -> tuple[int, int]:
    return record.at.span(name, index)[:2]


# Where things stand


def test_a_value_stands_where_it_was_typed() -> None:
    assert place(read(Meeting, ROSTER).session, "date") == (2, 7)


def test_a_key_stands_where_it_was_typed() -> None:
    assert read(Meeting, ROSTER).session.at.key_span("date")[:2] == (2, 3)


def test_a_value_that_was_left_out_stands_at_its_key() -> None:
    assert place(read(Meeting, ROSTER).session, "place") == (3, 3)


def test_a_list_stands_at_its_key() -> None:
    assert place(read(Meeting, ROSTER), "members") == (4, 1)


def test_an_item_of_a_list_stands_where_it_was_typed() -> None:
    assert place(read(Meeting, ROSTER), "consulted", 1) == (8, 12)


def test_an_item_that_is_not_there_stands_at_the_key_of_its_list() -> None:
    assert place(read(Meeting, ROSTER), "consulted", 2) == (8, 1)


def test_a_record_of_a_list_stands_at_its_first_key() -> None:
    assert [place(member) for member in read(Meeting, ROSTER).members] == [(5, 5), (7, 5)]


def test_a_missing_field_stands_at_its_record() -> None:
    first, second = read(Meeting, ROSTER).members

    assert (place(first, "branch"), place(second, "post")) == ((5, 5), (7, 5))


def test_a_missing_field_of_a_nested_record() -> None:
    [charge] = read(Meeting, ROSTER).members[1].in_charge

    assert place(charge, "head") == (7, 19)


def test_a_missing_field_of_the_document_is_about_the_whole_file() -> None:
    assert place(read(Meeting, ROSTER), "theme") == (1, 1)


def test_a_remark_carries_path_place_and_passage() -> None:
    remark = read(Meeting, ROSTER).session.remark("date", "太早")

    assert (remark.path, remark.span, remark.quote) == ("a.yml", (2, 7, 2, 17), "2022-01-18")


# What was typed, left open or refused


def test_what_was_typed_left_open_and_refused() -> None:
    talk, _ = reading(TalkRecord, "谈话人: 张卫国\n谈话对象: 〔待填〕\n地点:\n日期: 去年\n")

    assert [talk.at.has(name) for name in ("talker", "partner", "place", "date", "time")] == [
        True,
        False,
        False,
        True,
        False,
    ]
    assert (talk.at.pending, talk.at.refused) == ({"partner"}, {"date"})
    assert [talk.at.is_blank(name) for name in ("talker", "partner", "place", "time")] == [False, True, True, False]


@pytest.mark.parametrize("blank", ["", "''", "' '", "~"])
def test_nothing_behind_a_key_is_no_wrong_value(blank: str) -> None:
    document, faults = reading(Outline, f"姓名: {blank}\n状态: {blank}\n年度: {blank}\n五避免: {blank}\n")

    assert (document.member, document.status, document.year, faults) == ("", "草稿", None, [])


@pytest.mark.parametrize("field", ["日期", "时间", "在场人数", "类别", "五避免", "谈话人"])
def test_what_is_still_to_be_filled_in_is_never_wrong(field: str) -> None:
    assert refused(TalkRecord, f"{field}: 〔待填〕\n") == []


def test_a_list_item_still_to_be_filled_in_counts_as_absent() -> None:
    assert read(Study, "参加: [张卫国, 〔待填〕, ~]\n").attended == ("张卫国",)


def test_a_refused_value_is_unknown() -> None:
    talk, _ = reading(TalkRecord, "日期: 2021-02-30\n时间: 早上\n在场人数: 三人\n类别: 同事\n")

    assert (talk.date, talk.time, talk.present, talk.relation) == (None, None, 2, None)


def test_a_refused_item_leaves_the_others() -> None:
    text = "条目:\n  - {谈话人: 张卫国, 日期: 2021-02-30}\n  - 李明\n  - {谈话人: 王芳, 日期: 2021-12-30}\n"

    register, _ = reading(TalkRegister, text)

    assert [(talk.talker, talk.date) for talk in register.items] == [("张卫国", None), ("王芳", date(2021, 12, 30))]


# Kinds of value


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("14:30", 870, 930),
        ('"14:30"', 870, 930),
        ("9:00", 540, 600),
        ("14:30-15:10", 870, 910),
        ("14：30-15：10", 870, 910),
        ("14:30 — 15:10", 870, 910),
        ("14:30至15:10", 870, 910),
        ("23:30", 1410, 1470),
    ],
)
def test_times_of_day(typed: str, start: int, end: int) -> None:
    assert read(TalkRecord, f"时间: {typed}\n").time == Clock(start, end)


@pytest.mark.parametrize(
    "typed",
    ["2021-12-05", "2021-12-5", "'2021-12-05'", "2021/12/5", "2021.12.5", "2021年12月5日", "２０２１-１２-０５"],
)
def test_days(typed: str) -> None:
    assert read(TalkRecord, f"日期: {typed}\n").date == date(2021, 12, 5)


@pytest.mark.parametrize("typed", ["true", "True", "yes", "on", "是", "有", "√", '"是"'])
def test_yes(typed: str) -> None:
    assert read(Outline, f"本人撰写: {typed}\n").self_written is True


@pytest.mark.parametrize("typed", ["false", "no", "off", "否", "无", "×"])
def test_no(typed: str) -> None:
    assert read(Outline, f"本人撰写: {typed}\n").self_written is False


@pytest.mark.parametrize("typed", ["2021", "'2021'", "2021年", "2021年度"])
def test_years(typed: str) -> None:
    assert read(Meeting, f"年度: {typed}\n").year == 2021


@pytest.mark.parametrize("typed", ["2021", "2021-12-05", "14:30", "true", "007", "1_000"])
def test_a_text_field_takes_any_scalar_as_typed(typed: str) -> None:
    assert read(Meeting, f"预设: {typed}\n").preset == typed


def test_names_are_texts() -> None:
    assert read(Study, "参加:\n  - 张卫国\n  - true\n  - 007\n").attended == ("张卫国", "true", "007")


@pytest.mark.parametrize("word", ["全部", "all"])
def test_one_word_for_all_five_avoids(word: str) -> None:
    assert read(TalkRecord, f"五避免: {word}\n").avoids.unconfirmed == ()


def test_avoids_one_by_one() -> None:
    avoids = read(TalkRecord, "五避免: {寒暄家常: true, praise: 是, 泛泛而谈: 否}\n").avoids

    assert avoids.unconfirmed == ("泛泛而谈", "只谈工作", "避重就轻")


@pytest.mark.parametrize("word", ["四必谈", "全部", "all"])
def test_one_word_for_all_four_topics(word: str) -> None:
    [row] = read(TalkRegister, f"条目:\n  - 内容: {word}\n").items

    assert row.missing_topics() == ()


def test_criticisms_of_the_minutes_in_one_word() -> None:
    assert read(Minutes, "批评: 全部\n").criticisms.all_given


def test_criticisms_of_the_minutes_one_by_one() -> None:
    criticisms = read(Minutes, "批评:\n  - {批评人: 张卫国, 对象: 李明}\n").criticisms

    assert [(pair.critic, pair.about) for pair in criticisms.pairs] == [("张卫国", "李明")]


def test_settings_are_kept_by_their_own_keys() -> None:
    check = read(Meeting, "检查:\n  级别: {MZ203: 提示}\n  阈值: {到会比例: 0.7}\n  词语: {空话: [进一步]}\n").check

    assert (check.severity, check.thresholds.quorum, check.lexicon) == (
        {"MZ203": "提示"},
        0.7,
        {"空话": ("进一步",)},
    )


@pytest.mark.parametrize(
    ("kind", "text", "faults"),
    [
        pytest.param(
            TalkRecord,
            "日期: 去年底\n",
            ["1:5 wrong_value “日期”的值“去年底”不是日期，应写成 2021-12-05 这样"],
            id="no day",
        ),
        pytest.param(
            TalkRecord, "日期: 2021-02-30\n", ["1:5 impossible_date 没有“2021-02-30”这一天"], id="impossible day"
        ),
        pytest.param(
            TalkRecord,
            "时间: 25:00\n",
            ["1:5 wrong_value “时间”的值“25:00”不是时间，应写成 14:30 或 14:30-15:30"],
            id="no time",
        ),
        pytest.param(
            TalkRecord,
            "时间: 15:30-14:30\n",
            ["1:5 wrong_value “时间”的值“15:30-14:30”不是时间，应写成 14:30 或 14:30-15:30"],
            id="ends before it begins",
        ),
        pytest.param(TalkRecord, "在场人数: 两人\n", ["1:7 wrong_value “在场人数”的值“两人”应为整数"], id="no number"),
        pytest.param(
            Outline,
            "本人撰写: 基本\n",
            ["1:7 wrong_value “本人撰写”的值“基本”应为 true（是）或 false（否）"],
            id="no flag",
        ),
        pytest.param(Meeting, "年度: 二〇二一\n", ["1:5 wrong_value “年度”的值“二〇二一”应为四位年份"], id="no year"),
        pytest.param(
            Outline,
            "状态: 已审\n",
            ["1:5 wrong_value “状态”不能写“已审”，只能是：草稿、已报送、书记已审、上级已审"],
            id="no such status",
        ),
        pytest.param(
            Outline,
            "status: draft\n",
            ["1:9 wrong_value “status”不能写“draft”，只能是：草稿、已报送、书记已审、上级已审"],
            id="values are Chinese only",
        ),
        pytest.param(Study, "参加: 张卫国\n", ["1:5 wrong_value “参加”应是列表，这里写成了一个值"], id="no list"),
        pytest.param(
            Study, "主持: [张卫国, 李明]\n", ["1:5 wrong_value “主持”应是一个值，这里写成了列表"], id="list for a value"
        ),
        pytest.param(
            Study,
            "主持: {姓名: 张卫国}\n",
            ["1:5 wrong_value “主持”应是一个值，这里写成了“键: 值”"],
            id="mapping for a value",
        ),
        pytest.param(
            Study, "参加: [张卫国, [李明]]\n", ["1:11 wrong_value “参加”的每一项应是一个值"], id="list in a list"
        ),
        pytest.param(
            Meeting,
            "召开: 2022-01-18\n",
            ["1:5 wrong_value “召开”下面应分项写明：日期、时间、地点、会期"],
            id="value for a record",
        ),
        pytest.param(
            Meeting,
            "列席:\n  - 何树林\n  - {姓名: 钱学义}\n",
            ["2:5 wrong_value “列席”的每一项应分项写明：姓名、职务"],
            id="value for a record of a list",
        ),
        pytest.param(
            TalkRecord,
            "五避免: 大部分\n",
            ["1:6 wrong_value “五避免”下面应分项写明：寒暄家常、评功摆好、泛泛而谈、只谈工作、避重就轻"],
            id="another word for the avoids",
        ),
        pytest.param(
            Meeting,
            "检查:\n  级别: {MZ203: 严重}\n  阈值: {到会比例: 很多}\n  词语: {空话: 进一步}\n",
            [
                "2:15 wrong_value “级别”不能写“严重”，只能是：提示、警告、错误、关闭",
                "3:14 wrong_value “到会比例”的值“很多”应为比例，如 0.8、4/5 或 80%",
                "4:12 wrong_value “空话”应是列表，这里写成了一个值",
            ],
            id="settings",
        ),
        pytest.param(
            Deadlines, "节点:\n  - {时限: 2021-02-30}\n", ["2:10 impossible_date 没有“2021-02-30”这一天"], id="due day"
        ),
        pytest.param(
            Opinions,
            "意见:\n  - {编号: Y01}\n  -\n  - {编号: Y02, 渠道: 信访}\n",
            ["4:19 wrong_value “渠道”不能写“信访”，只能是：征求意见函、座谈、走访、意见箱、热线、谈话、网络"],
            id="an empty item before it",
        ),
    ],
)
def test_values_of_another_type(kind: type[Record], text: str, faults: list[str]) -> None:
    assert refused(kind, text) == faults


def test_a_due_date_in_words_is_for_other_rules_to_judge() -> None:
    assert refused(Deadlines, "节点:\n  - {时限: 长期坚持}\n  - {时限: 会前20日}\n") == []


# Keys


def test_a_key_written_twice_keeps_the_first_value() -> None:
    outline, faults = reading(Outline, "状态: 已报送\n年度: 2021\n状态: 草稿\n")

    assert (outline.status, [str(fault.span[:2]) + fault.message for fault in faults]) == (
        "已报送",
        ["(3, 1)“状态”写了两次，第一次在第1行"],
    )


def test_both_names_of_a_key() -> None:
    assert refused(Outline, "状态: 已报送\nstatus: 草稿\n") == [
        "2:1 both_names “状态”和“status”是同一个键的中英文名，只能写一个"
    ]


def test_a_key_written_twice_in_a_row_of_a_list() -> None:
    assert refused(Meeting, "列席:\n  - {姓名: 何树林, 姓名: 钱学义}\n") == [
        "2:15 duplicate_key “姓名”写了两次，第一次在第2行"
    ]


def test_a_setting_written_twice() -> None:
    assert refused(Meeting, "检查:\n  级别:\n    MZ203: 提示\n    MZ203: 警告\n") == [
        "4:5 duplicate_key “MZ203”写了两次，第一次在第3行"
    ]


@pytest.mark.parametrize(
    ("kind", "text", "message", "hint"),
    [
        pytest.param(Outline, "本人写: true\n", "不认识“本人写”这个键", "是不是“本人撰写”？", id="Chinese"),
        pytest.param(Study, "readngs: []\n", "不认识“readngs”这个键", "是不是“readings”？", id="English"),
        pytest.param(
            Meeting,
            "召开:\n  开始: 9点\n",
            "不认识“开始”这个键",
            "可以写的有：日期、时间、地点、会期",
            id="nothing near",
        ),
        pytest.param(
            Outline,
            "<<: {}\n",
            "不认识“<<”这个键",
            "可以写的有：状态、年度、对照检查、五避免、意见说明、姓名、本人撰写",
            id="merge",
        ),
    ],
)
def test_unknown_keys(kind: type[Record], text: str, message: str, hint: str) -> None:
    _, [fault] = reading(kind, text)

    assert (fault.message, fault.hint) == (message, hint)


def test_the_fix_of_an_unknown_key_is_the_one_that_was_meant() -> None:
    text = "姓名: 李明\n本人写: true\n"

    _, [fault] = reading(Outline, text)

    assert fault.edit is not None
    assert text[: fault.edit.start] + fault.edit.new + text[fault.edit.end :] == "姓名: 李明\n本人撰写: true\n"


def test_the_kind_is_no_unknown_key_at_the_top() -> None:
    assert refused(Study, "类型: 学习研讨\n") == []
    assert refused(Study, "kind: study\n") == []


def test_the_kind_is_an_unknown_key_further_down() -> None:
    assert refused(Meeting, "召开: {kind: 会议}\n") == ["1:6 unknown_key 不认识“kind”这个键"]


def test_english_and_chinese_keys_say_the_same() -> None:
    chinese = read(
        Rectification,
        "主体: 班子\n条目:\n"
        "  - {编号: z1, 类别: 限期整改, 重点: 是, 群众关心: 是, 进展: [{日期: 2022-02-01, 内容: 动工}]}\n"
        "公示: {范围: 社区, 起: 2022-02-01, 止: 2022-02-08, 保密审查: 甲, 批准: 乙}\n",
    )
    english = read(
        Rectification,
        "owner_body: 班子\nitems:\n"
        "  - {id: z1, class: 限期整改, key: yes, public: yes, progress: [{date: 2022-02-01, text: 动工}]}\n"
        "publicity: {scope: 社区, start: 2022-02-01, end: 2022-02-08, secrecy_review: 甲, approved_by: 乙}\n",
    )

    assert english.model_dump() == chinese.model_dump()


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (
            Meeting,
            "预设 preset 班子类别 profile 单位 org 班子 body 年度 year 主题 theme 依据 basis 召开 session 出席 members "
            "列席 observers 督导组 supervision 承办 offices 四个班子 consulted 征求范围 solicited 必学篇目 readings "
            "检查 check 公文 papers 版式 layout",
        ),
        (Deadlines, "节点 milestones"),
        (Study, "日期 date 形式 form 主持 chair 参加 attended 篇目 readings 发言 speakers"),
        pytest.param(
            Solicitation,
            "函 letters 听取 listened 活动 events",
        ),
        (Opinions, "意见 items 归并 summaries 反馈 feedback"),
        (
            TalkRecord,
            "谈话人 talker 谈话对象 partner 类别 relation 日期 date 时间 time 地点 place 方式 mode 在场人数 present "
            "五避免 avoids",
        ),
        (TalkRegister, "条目 items"),
        (
            Statement,
            "状态 status 年度 year 起草 drafted_by 对照检查 examination 五避免 avoids 意见说明 explanations",
        ),
        (
            Outline,
            "姓名 member 状态 status 年度 year 本人撰写 self_written 对照检查 examination 五避免 avoids "
            "意见说明 explanations",
        ),
        (Criticism, "批评人 critic 意见 items"),
        (
            Minutes,
            "日期 date 主持 chair 记录 recorder 出席 attended 列席 observed 缺席 absent 督导 supervision_remarks "
            "议程 agenda_done 发言顺序 speakers 批评 criticisms",
        ),
        (Rectification, "主体 owner_body 起草 drafted_by 条目 items 本人制定 self_made 公示 publicity"),
    ],
)
def test_every_key_has_the_two_names_of_the_specification(kind: type[Record], names: str) -> None:
    words = names.split()

    assert {field.chinese: field.english for field in fields_of(kind).values()} == dict(
        zip(words[::2], words[1::2], strict=True)
    )
