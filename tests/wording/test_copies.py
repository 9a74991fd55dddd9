"""Copies: what two texts must have from each other, whatever was done to hide it, and what is no copy at all."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

import pytest

from mzsh.wording.copies.comparing import CopyKind, Passage, compare
from mzsh.wording.copies.joining import Text, copies
from mzsh.wording.copies.masking import BREAK, Formulas, is_official
from mzsh.wording.copies.texts import compare_texts
from tests.project.checkout import ROOT

OWN = "4月我在报告上写下“明年统筹”退给市财政局，6月又以额度紧为由推了一次，11月围挡拆掉，居民问我还修不修，我答不出来。"
OTHER = "8月两名科长轮岗的函送到我这里，一位在岗十一年，我嫌换人耽误预算，压到12月没有批，其中一位收了企业的购物卡。"
FORMULAS = Formulas()


def labelled() -> Iterator[dict[str, object]]:
    for line in (ROOT / "benchmarks" / "labelled" / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


@pytest.mark.parametrize("pair", list(labelled()), ids=lambda pair: f"{pair['id']} {pair['kind']}")
def test_the_labelled_pairs(pair: dict[str, str]) -> None:
    assert bool(compare_texts(pair["a"], pair["b"])) == pair["copied"]
    assert bool(compare_texts(pair["b"], pair["a"])) == pair["copied"]


def test_a_lifted_sentence_is_named_with_both_places() -> None:
    lifted = "居民问我还修不修，我答不出来，围挡立了又拆整整两回。"

    (copy,) = compare_texts(f"前言。\n\n{OTHER}{lifted}", f"{lifted}{OWN[:30]}")

    assert (copy.kind, copy.first.line, copy.second.line) == (CopyKind.VERBATIM, 3, 1)
    assert copy.longest == lifted.rstrip("。")
    start, end = max(copy.first.common, key=lambda span: span[1] - span[0])
    assert copy.first.text[start:end] == copy.longest


@pytest.mark.parametrize("length", [21, 22])
def test_a_run_of_22_characters_is_a_copy(length: int) -> None:
    run = "围挡立了又拆居民问了三回我都没有答上一句实在话"[:length]

    assert bool(
        compare_texts(OTHER + run, "汛前检查听了四十分钟汇报就签字，现场一处没有去，转移点拆了也不知道。" + run)
    ) == (length >= 22)


def test_punctuation_quotes_and_width_do_not_hide_a_copy() -> None:
    assert compare_texts(OWN, OWN.replace("，", "；").replace("4月", "４月"))


def test_what_both_quote_is_no_copy_but_what_one_hides_in_quotes_is() -> None:
    said = "离土地远了离农民远了也就离这家机构为什么而办的初心远了"

    assert compare_texts(f"{OWN}有人说：“{said}。”", f"{OTHER}会上讲：“{said}。”") == []
    assert compare_texts(f"{OWN}{said}。", f"{OTHER}会上讲：“{said}。”")


def test_a_formula_breaks_a_run_and_never_joins_its_neighbours() -> None:
    masked = FORMULAS.mask("我只听汇报，以整风精神开展批评和自我批评，没有去看现场。")

    assert masked.characters == f"我只听汇报{BREAK}没有去看现场"


def test_glue_between_two_formulas_belongs_to_them() -> None:
    masked = FORMULAS.mask(
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”，更要把自己摆进去、把职责摆进去、把工作摆进去。"
    )

    assert masked.characters == BREAK


@pytest.mark.parametrize(
    "clause",
    [
        "以上检查还不够全面不够深刻",
        "恳请各位领导和同志们批评指正",
        "对照党章党规党纪",
        "全面贯彻习近平新时代中国特色社会主义思想",
    ],
)
def test_clauses_of_official_words_are_formulas(clause: str) -> None:
    assert is_official(clause)


@pytest.mark.parametrize(
    "clause", ["围挡拆掉居民问我还修不修", "把党委的把关作用当成绊脚石", "学习笔记有一半是别人替我抄的"]
)
def test_what_a_person_did_is_no_formula(clause: str) -> None:
    assert not is_official(clause)


def test_two_accounts_of_one_event_are_no_copy() -> None:
    team = "7月16日强降雨，班子启用的还是2018年的预案，两处转移点已经拆除，136名群众在雨里多等了50分钟。"
    mine = "5月我带队检查，坐了40分钟就签字。到7月16日夜里，纸上的两处转移点已经拆成了停车场，车子开到门口又掉头。"

    assert compare_texts(team, mine) == []


def test_the_index_finds_what_comparing_all_with_all_finds() -> None:
    pairs = list(labelled())
    passages = [Passage.of(str(pair[side]), FORMULAS, (pair["id"], side)) for pair in pairs for side in "ab"]
    everything = {
        (one.where, two.where)
        for place, one in enumerate(passages)
        for two in passages[place + 1 :]
        if compare(one, two)
    }

    found = {(m.first.where, m.second.where) for _, _, m in copies([Text(p.where, (p,)) for p in passages])}

    assert found == everything


def test_what_many_copied_is_found_with_each_of_them() -> None:
    chooser = random.Random(7)
    texts = [Text(n, (Passage.of(f"{_noise(chooser)}{OWN}", FORMULAS),)) for n in range(40)]

    linked = {second.name for first, second, _ in copies(texts) if first.name == 0}

    assert linked == set(range(1, 40))


def test_a_crowd_is_linked_past_a_paper_that_is_not_compared() -> None:
    """The first holder of a phrase may be a talk, which is compared with no outline."""
    chooser = random.Random(8)
    names = ["谈话", *(f"提纲{n}" for n in range(30))]
    texts = [Text(name, (Passage.of(f"{_noise(chooser)}{OWN}", FORMULAS),)) for name in names]

    found = [(one.name, two.name) for one, two, _ in copies(texts, lambda one, two: one[:2] == two[:2])]

    assert {two for one, two in found if one == "提纲0"} == {f"提纲{n}" for n in range(1, 30)}


def _noise(chooser: random.Random) -> str:
    return "".join(chr(chooser.randrange(0x4E00, 0x9FA5)) for _ in range(60)) + "。"
