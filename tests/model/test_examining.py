import pytest

from mzsh.model.body import read_body
from mzsh.model.examination import Area, Outline, Problem
from mzsh.model.examining import PARTS, ProblemText, Reading, match_area, part_of, read_examination
from mzsh.model.preset import AreaHeading, ExtraSection, Preset
from mzsh.resources import templates
from mzsh.workspace.presets import read_preset

PRESET = Preset(
    areas=(
        AreaHeading(short="带头学习", full="在带头学习，把理论同实际结合起来，做到真学真懂方面"),
        AreaHeading(short="带头担当", full="在带头担当，遇到难事不躲不推方面"),
    )
)
OF_2021 = read_preset(templates() / "presets" / "2021.yml")
READ = "学习不够深入"
MEET = "作风不够扎实"
DUTY = "担当不够主动"

PROBLEMS = "## 一、存在的问题\n\n### （一）带头学习方面\n\n"
REST = """
## 二、原因分析

学习不够深入，是因为懒于动脑。

作风不够扎实，是因为怕苦怕累。

## 三、整改措施

- 针对学习不够深入，每月读一本。
- 针对作风不够扎实，每月下去一次。
"""
FACTS = "全年只读了两本书，笔记空着"
MORE_FACTS = "去了三次，都坐在会议室里"


def reading(body: str, *areas: tuple[str, ...]) -> Reading:
    """An outline of 李明 whose front matter names only the problems of each area."""
    return read_examination(
        Outline(
            member="李明",
            areas=tuple(
                Area(area=number, problems=tuple(Problem(summary=summary) for summary in summaries))
                for number, summaries in enumerate(areas or ((READ, MEET),), 1)
            ),
            body=read_body(body),
        ),
        PRESET,
    )


def manifestations(problems: str, *areas: tuple[str, ...]) -> list[str]:
    return [text.manifestation for text in reading(PROBLEMS + problems + REST, *areas).texts.values()]


def causes(part: str, *areas: tuple[str, ...]) -> list[str]:
    return [text.root_cause for text in reading(f"## 原因\n\n{part}", *areas).texts.values()]


def measures(part: str, *areas: tuple[str, ...]) -> list[str]:
    return [text.measure for text in reading(f"## 措施\n\n{part}", *areas).texts.values()]


# Manifestations: the rest of what the summary opens


@pytest.mark.parametrize(
    "problems",
    [
        pytest.param(f"一是{READ}。{FACTS}。\n\n二是{MEET}。{MORE_FACTS}。\n", id="一是, 二是"),
        pytest.param(f"第一，{READ}。{FACTS}。\n\n第二，{MEET}。{MORE_FACTS}。\n", id="第一，第二，"),
        pytest.param(f"（1）{READ}。{FACTS}。\n\n（2）{MEET}。{MORE_FACTS}。\n", id="(1), (2)"),
        pytest.param(f"1、{READ}。{FACTS}。\n\n2、{MEET}。{MORE_FACTS}。\n", id="1、, 2、"),
        pytest.param(f"{READ}：{FACTS}。\n\n{MEET}：{MORE_FACTS}。\n", id="colon"),
        pytest.param(f"**{READ}。**{FACTS}。\n\n**{MEET}。**{MORE_FACTS}。\n", id="bold"),
        pytest.param(f"**{READ}**\n\n{FACTS}。\n\n**{MEET}**\n\n{MORE_FACTS}。\n", id="bold on a line of its own"),
        pytest.param(f"#### 1. {READ}\n\n{FACTS}。\n\n#### 2. {MEET}\n\n{MORE_FACTS}。\n", id="####"),
        pytest.param(f"####{READ}\n{FACTS}。\n####{MEET}\n{MORE_FACTS}。\n", id="#### without blanks"),
        pytest.param(f"- {READ}。{FACTS}。\n- {MEET}。{MORE_FACTS}。\n", id="list"),
        pytest.param(f"1. {READ}。{FACTS}。\n2. {MEET}。{MORE_FACTS}。\n", id="numbered list"),
        pytest.param(f"一是{READ}。{FACTS}。二是{MEET}。{MORE_FACTS}。\n", id="run in"),
        pytest.param(f"方面存在两个问题。一是{READ}，{FACTS}。二是{MEET}，{MORE_FACTS}。\n", id="run in after a lead"),
        pytest.param(
            f"　　一是学习不够\n深入。{FACTS[:5]}\n{FACTS[5:]}。\n\n二是{MEET}。{MORE_FACTS}。\n", id="broken lines"
        ),
        pytest.param(f"一是学习  不够深入。{FACTS}。\n\n二是作风，不够扎实。{MORE_FACTS}。\n", id="blanks, commas"),
    ],
)
def test_two_problems_of_an_area(problems: str) -> None:
    assert manifestations(problems) == [f"{FACTS}。", f"{MORE_FACTS}。"]


@pytest.mark.parametrize(
    "problems",
    [
        pytest.param(f"首先，{READ}。{FACTS}。其次，{MEET}。{MORE_FACTS}。\n", id="其次"),
        pytest.param(f"（1）{READ}。{FACTS}。（2）{MEET}。{MORE_FACTS}。\n", id="(2)"),
        pytest.param(f"①{READ}。{FACTS}。②{MEET}。{MORE_FACTS}。\n", id="②"),
    ],
)
def test_the_next_number_is_no_text(problems: str) -> None:
    assert manifestations(problems) == [f"{FACTS}。", f"{MORE_FACTS}。"]


def test_a_summary_in_quotes() -> None:
    assert manifestations(f"一是“{READ}”。{FACTS}。\n", (READ,)) == [f"{FACTS}。"]


def test_all_paragraphs_up_to_the_next_problem() -> None:
    problems = f"一是{READ}。{FACTS}。\n\n半年没有写过体会。\n\n二是{MEET}。{MORE_FACTS}。\n\n回来也没有问过。\n"

    assert manifestations(problems) == [f"{FACTS}。\n半年没有写过体会。", f"{MORE_FACTS}。\n回来也没有问过。"]


def test_a_numbered_list_of_facts_belongs_to_its_problem() -> None:
    problems = f"1、{READ}。具体表现为：一是{FACTS}。二是半年没有体会。\n\n2、{MEET}。{MORE_FACTS}。\n"

    assert manifestations(problems)[0] == f"具体表现为：一是{FACTS}。二是半年没有体会。"


def test_a_summary_in_other_words() -> None:
    assert manifestations(f"学习还不够深入、系统。{FACTS}。\n", (READ,)) == [f"{FACTS}。"]


def test_a_summary_in_quite_other_words() -> None:
    assert manifestations(f"读书少、读得浅。{FACTS}。\n", (READ,)) == [""]


@pytest.mark.parametrize("rest", ["", "。", "，很少。"], ids=["nothing", "full stop", "two characters"])
def test_a_summary_that_opens_nothing(rest: str) -> None:
    assert manifestations(f"{READ}{rest}\n", (READ,)) == [""]


def test_a_summary_under_another_area() -> None:
    assert manifestations(f"{READ}。{FACTS}。\n", (), (READ,)) == [""]


def test_comments_are_no_text() -> None:
    assert manifestations(f"<!-- {READ}：写清时间、地点。 -->\n\n{READ}。{FACTS}。\n", (READ,)) == [f"{FACTS}。"]


def test_a_sentence_that_names_all_problems_first() -> None:
    problems = f"主要是{READ}、{MEET}两个问题。\n\n一是{READ}。{FACTS}。\n\n二是{MEET}。{MORE_FACTS}。\n"

    assert manifestations(problems) == [f"{FACTS}。", f"{MORE_FACTS}。"]


def test_signs_of_several_letters() -> None:
    problems = f"一是{READ}。办公室有60㎡，书柜空着。二是{MEET}。{MORE_FACTS}。\n"

    assert manifestations(problems) == ["办公室有60㎡，书柜空着。", f"{MORE_FACTS}。"]


# Causes and measures: what quotes the summary


@pytest.mark.parametrize("part", [causes, measures])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            f"{READ}，因为懒。\n\n{MEET}，因为怕。\n", [f"{READ}，因为懒。", f"{MEET}，因为怕。"], id="paragraphs"
        ),
        pytest.param(
            f"- 针对{MEET}，勤走动。\n- 针对{READ}，多读书。\n",
            [f"针对{READ}，多读书。", f"针对{MEET}，勤走动。"],
            id="list",
        ),
        pytest.param(
            f"### 针对{READ}\n\n多读书。\n\n写笔记。\n\n### 针对{MEET}\n\n勤走动。\n",
            ["多读书。\n写笔记。", "勤走动。"],
            id="headings",
        ),
        pytest.param(
            f"{READ}，多读书。\n\n{READ}，写笔记。\n\n{MEET}，勤走动。\n",
            [f"{READ}，多读书。\n{READ}，写笔记。", f"{MEET}，勤走动。"],
            id="two paragraphs for one problem",
        ),
        pytest.param(
            f"针对{READ}，多读书；针对{MEET}，勤走动。\n",
            [f"针对{READ}，多读书；针对{MEET}，勤走动。"] * 2,
            id="both in one paragraph",
        ),
        pytest.param("针对学习仍不够深入，多读书。\n", ["针对学习仍不够深入，多读书。", ""], id="60 % of the bigrams"),
        pytest.param(f"针对{READ}，多读书。\n\n多走动。\n", [f"针对{READ}，多读书。", ""], id="only one is quoted"),
        pytest.param("多读书。\n\n勤走动。\n", ["多读书。", "勤走动。"], id="none is quoted: the same order"),
        pytest.param("多读书。\n\n勤走动。\n\n常反省。\n", ["", ""], id="none is quoted: too many"),
        pytest.param("多读书。\n", ["", ""], id="none is quoted: too few"),
        pytest.param("", ["", ""], id="nothing there"),
    ],
)
def test_what_a_part_says_of_each_problem(part: object, text: str, found: list[str]) -> None:
    assert callable(part)
    assert part(text) == found


def test_the_same_order_runs_over_all_areas() -> None:
    assert causes("懒得动脑。\n\n怕苦怕累。\n", (READ,), (DUTY,)) == ["懒得动脑。", "怕苦怕累。"]


def test_the_fallback_is_decided_for_each_part() -> None:
    texts = reading(f"## 原因\n\n{READ}，因为懒。\n\n因为怕。\n\n## 措施\n\n多读书。\n\n勤走动。\n").texts

    assert texts == {
        "李明-1-1": ProblemText("", f"{READ}，因为懒。", "多读书。"),
        "李明-1-2": ProblemText("", "", "勤走动。"),
    }


def test_a_key_goes_before_the_body() -> None:
    outline = Outline(
        member="李明",
        areas=(
            Area(
                area=1,
                problems=(Problem(summary=READ, manifestation="表现", root_cause="根源", measure="措施"),),
            ),
        ),
        body=read_body(PROBLEMS + f"{READ}。{FACTS}。\n" + REST),
    )

    assert read_examination(outline, PRESET).texts == {"李明-1-1": ProblemText("表现", "根源", "措施")}


# Parts


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("一、存在的突出问题", "问题"),
        ("一、对照检查情况", "问题"),
        ("查摆出的不足", "问题"),
        ("二、原因分析", "原因"),
        ("二、产生问题的原因", "原因"),
        ("问题根源", "原因"),
        ("三、整改措施", "措施"),
        ("三、努力方向", "措施"),
        ("下一步打算", "措施"),
        ("问题的原因和整改措施", "措施"),
        ("整改问题的措施", "措施"),
        ("四、问题", "问题"),
        ("上年整改情况", None),
        ("上年度问题整改措施落实情况", None),
        ("一、基本情况", None),
        ("", None),
    ],
)
def test_parts_are_known_by_their_words(title: str, part: str | None) -> None:
    assert part_of(title) == part


def test_parts_in_any_order_with_last_years_first() -> None:
    body = "## 上年整改情况\n\n甲\n\n## 一、措施\n\n乙\n\n## 二、问题\n\n### 带头学习\n\n丙\n"

    found = reading(body)

    assert {name: part.heading.line for name, part in found.parts.items()} == {"措施": 5, "问题": 9}
    assert found.missing_parts == ("原因",)


def test_a_body_without_parts() -> None:
    assert reading("# 提纲\n\n一段话。\n").missing_parts == PARTS


def test_extra_sections_are_no_parts() -> None:
    preset = Preset(areas=PRESET.areas, extra_sections=(ExtraSection(name="案例剖析"),))
    outline = Outline(member="李明", body=read_body("## 一、问题\n\n## 二、案例剖析和查摆的问题\n\n## 三、原因\n"))

    found = read_examination(outline, preset)

    assert {name: section.line for name, section in found.extras.items()} == {"案例剖析": 3}
    assert {name: part.heading.line for name, part in found.parts.items()} == {"问题": 1, "原因": 5}


# Areas


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("带头学习", 1),
        ("（一）带头学习", 1),
        ("（一）带头学习方面", 1),
        ("一、关于带头学习方面", 1),
        ("1. 在带头学习方面存在的问题", 1),
        ("在带头学习方面存在的突出问题：", 1),
        ("（二）带头担当。", 2),
        ("带头 担当，遇到难事不躲不推", 2),
        ("（二）在带头担当，遇到难事不躲不推方面", 2),
        ("带头担当方面的差距", 2),
        ("对照带头担当方面", 2),
        ("带头", None),
        ("学习方面", None),
        ("担当带头", None),
        ("方面", None),
        ("", None),
    ],
)
def test_headings_of_areas(title: str, number: int | None) -> None:
    assert match_area(title, PRESET) == number


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
@pytest.mark.parametrize(
    "shape",
    [
        "{}",
        "（一）{}",
        "（一）{}方面",
        "（一）在{}方面",
        "1.{}方面存在的问题",
        "第一，关于{}方面存在的主要问题",
        "{}。",
    ],
)
def test_short_forms_of_2021(number: int, shape: str) -> None:
    assert match_area(shape.format(OF_2021.heading(number).short), OF_2021) == number


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("shape", ["{}", "（一）{}", "{}存在的问题", "一、{}。"])
def test_full_forms_of_2021(number: int, shape: str) -> None:
    assert match_area(shape.format(OF_2021.heading(number).full), OF_2021) == number


def test_areas_with_their_numbers_and_texts() -> None:
    body = (
        "## 问题\n\n总的看。\n\n### 带头担当\n\n甲\n\n#### 小标题\n\n乙\n\n"
        "### 其他方面\n\n丙\n\n## 原因\n\n### 带头学习\n"
    )

    found = reading(body)

    assert [(area.number, area.heading.line, area.text) for area in found.areas] == [
        (2, 5, "甲\n小标题\n乙"),
        (None, 13, "丙"),
    ]


@pytest.mark.parametrize(
    ("summary", "holds"),
    [
        pytest.param(READ, True, id="verbatim"),
        pytest.param("学习，不够 深入！", True, id="but for blanks and punctuation"),
        pytest.param("学习还不够深入", True, id="60 % of its bigrams"),
        pytest.param("学习上存在差距和不足", False, id="less"),
    ],
)
def test_what_an_area_holds(summary: str, holds: bool) -> None:
    area = reading(PROBLEMS + f"一是{READ}。{FACTS}。\n").area(1)

    assert area is not None
    assert area.holds(summary) is holds
