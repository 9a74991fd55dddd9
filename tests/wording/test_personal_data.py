"""Personal data is found as people type it, and nothing else is taken for it."""

from __future__ import annotations

import pytest

from mzsh.wording.personal_data import find_personal_data, is_identity_number, passes_luhn


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in find_personal_data(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("身份证号11010519491231002X，已核。", ("身份证号", "11010519491231002X")),
        ("身份证11010519491231002x", ("身份证号", "11010519491231002x")),
        ("号码 110105 19491231 002X 的住户", ("身份证号", "110105 19491231 002X")),
        ("440524-18800101-0014", ("身份证号", "440524-18800101-0014")),
        ("１１０１０５１９４９１２３１００２Ｘ", ("身份证号", "１１０１０５１９４９１２３１００２Ｘ")),
        ("联系人电话13812345678", ("手机号", "13812345678")),
        ("138 1234 5678转告", ("手机号", "138 1234 5678")),
        ("138-1234-5678", ("手机号", "138-1234-5678")),
        ("+8613812345678", ("手机号", "8613812345678")),
        ("１３８１２３４５６７８", ("手机号", "１３８１２３４５６７８")),
        ("0712-2345678", ("电话号码", "0712-2345678")),
        ("（0712）2345678", ("电话号码", "0712）2345678")),
        ("电话010 62345678", ("电话号码", "010 62345678")),
        ("02787654321", ("电话号码", "02787654321")),
        ("0712-2345678-801", ("电话号码", "0712-2345678")),
        ("卡号6222021234567890128", ("银行卡号", "6222021234567890128")),
        ("4111 1111 1111 1111", ("银行卡号", "4111 1111 1111 1111")),
        ("6222 0212 3456 7890 128", ("银行卡号", "6222 0212 3456 7890 128")),
        ("请发到zhang.san@example.com。", ("电子邮箱", "zhang.san@example.com")),
        ("ｌｉ＠ｅｘａｍｐｌｅ．ｃｎ", ("电子邮箱", "ｌｉ＠ｅｘａｍｐｌｅ．ｃｎ")),
        ("13812345678@example.com", ("电子邮箱", "13812345678@example.com")),
    ],
)
def test_found(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",
        "11010519491331002X",
        "9911010519491231002X",
        "流水号20220118138123456780001",
        "23812345678",
        "拨打12345热线，12小时内答复",
        "2022-01-18 09:00-17:30",
        "2021年拨付1500万元，惠及13812户",
        "4111111111111112",
        "91420100MA4KX0912R",
        "X13812345678",
        "面积1.13812345678亩",
        "0000000000000000",
        "临组〔2022〕6号",
        "2021 2022 2023 2024",
        "@所有人",
    ],
)
def test_not_taken_for_it(text: str) -> None:
    assert found(text) == []


def test_several_in_the_order_of_the_text() -> None:
    text = "甲13812345678，乙 13987654321 13512345678，信箱a@b.cn"

    assert [kind for kind, _ in found(text)] == ["手机号", "手机号", "手机号", "电子邮箱"]


def test_a_number_that_is_both_is_a_citizens() -> None:
    both = next(
        number
        for serial in range(10000)
        if is_identity_number(number := f"42011119800101{serial:04d}") and passes_luhn(number)
    )

    assert found(f"号{both}") == [("身份证号", both)]
