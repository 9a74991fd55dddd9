"""What pydantic refused, in a secretary's words."""

from __future__ import annotations

from typing import Any, NamedTuple

from mzsh.model.place import Node
from mzsh.workspace.nearest import nearest

_EXPECTED = {
    "int": "整数",
    "float": "数字",
    "bool": "true 或 false",
    "string": "文字",
    "tuple": "列表",
    "dict": "“键: 值”",
}


class Refusal(NamedTuple):
    """The code of a fault, what it says, and what to do."""

    code: str
    message: str
    hint: str = ""


def refusal(key: Node, node: Node, problem: Any) -> Refusal:
    """What one of pydantic's errors says of the value behind a key."""
    kind = str(problem["type"])
    if kind == "impossible_date":
        return Refusal("impossible_date", str(problem["msg"]), "请核对年月日")
    if kind == "literal_error":
        expected = str(problem["ctx"]["expected"]).replace("'", "").replace(" or ", "、").replace(", ", "、")
        close = nearest(node.text, tuple(expected.split("、")), 1)
        hint = f"是不是“{close[0]}”？" if close else ""
        return Refusal("wrong_value", f"“{key.text}”不能写“{node.text}”，只能是：{expected}", hint)
    if kind == "wrong_value":
        return Refusal("wrong_value", f"“{key.text}”的值{problem['msg']}")
    expected = _EXPECTED.get(kind.split("_")[0], "另一种写法")
    return Refusal("wrong_value", f"“{key.text}”应为{expected}，这里写的是“{node.text}”")
